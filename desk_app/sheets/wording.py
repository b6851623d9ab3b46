"""What a sheet asks of a language: words for promises, labels, sums and names; they live with the other sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Protocol

from desk_app.domain.bill import Bill
from desk_app.domain.quote import Quote, Reason


class Wording(Protocol):
    """One program in one reader's language."""

    language: str

    def label(self, key: str, **values: object) -> str:
        """The words under a key; values are put in as they are."""

    def promise(self, why: Reason) -> str:
        """The sentence of a promise."""

    def money(self, minor: int) -> str:
        """A sum; decimals only where there are any."""

    def exact(self, minor: int) -> str:
        """A sum, always with its decimals."""

    def number(self, count: int) -> str:
        """A whole number, its thousands parted."""

    def units(self, count: int) -> str:
        """Units with their noun."""

    def many(self) -> str:
        """The noun of units for many."""

    def percent(self, share: Fraction) -> str:
        """A share as a percent."""

    def day(self, when: date) -> str:
        """A day inside a sentence."""

    def month(self, when: date) -> str:
        """A month beside a figure; the day of `when` does not matter."""

    def service(self, code: str) -> str:
        """What the price list calls a service, "" where it knows none."""

    def rule(self, rule: str) -> str:
        """The name of what gave a discount."""

    def quoted(self, name: str) -> str:
        """A name in the quotation marks of the language."""

    def start(self, value: int) -> str:
        """From what on a level holds, by the basis of the ladder."""

    def explained(self, quote: Quote, bill: Bill) -> Mapping[str, str]:
        """The sentence of every line of a quote to the patient, by the line's id."""
