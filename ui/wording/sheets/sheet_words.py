"""The words of printed sheets for one program and language, handed to whoever composes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from desk_app.domain.bill import Bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote, Reason
from ui import formats
from ui.wording.explain import explain
from ui.wording.sheets.labels import LABELS
from ui.wording.sheets.office_labels import OFFICE
from ui.wording.sheets.promised import promised
from ui.wording.speech import Speech


class SheetWords:
    """A `desk_app.sheets.wording.Wording`; `services` are the price list's names by code."""

    def __init__(self, program: Program, language: str, services: Mapping[str, str]) -> None:
        self.language = language
        self._program = program
        self._services = services
        self._speech = Speech(language, program, services, patient=True)

    def label(self, key: str, **values: object) -> str:
        """The words under a key."""
        words = (LABELS.get(key) or OFFICE[key])[self.language == "en"].format(**values)
        return words[:1].upper() + words[1:] if key.startswith("title.") and "accent" in values else words

    def promise(self, why: Reason) -> str:
        """The sentence of a promise."""
        return promised(why, self._speech)

    def money(self, minor: int) -> str:
        """A sum; decimals only where there are any."""
        return self._speech.money(minor)

    def exact(self, minor: int) -> str:
        """A sum, always with its decimals."""
        return formats.money(minor, self.language, self._program.currency, self._program.decimals)

    def number(self, count: int) -> str:
        """A whole number, its thousands parted."""
        return formats.number(count, 0, self.language)

    def units(self, count: int) -> str:
        """Units with their noun."""
        return self._speech.units(count)

    def many(self) -> str:
        """The noun of units for many."""
        return self._speech.value("many", None, {})

    def percent(self, share: Fraction) -> str:
        """A share as a percent."""
        return formats.percent(share, self.language)

    def day(self, when: date) -> str:
        """A day inside a sentence."""
        return formats.said_day(when, self.language)

    def month(self, when: date) -> str:
        """A month beside a figure."""
        return formats.month(when, self.language)

    def service(self, code: str) -> str:
        """What the price list calls a service."""
        return self._services.get(code, "")

    def rule(self, rule: str) -> str:
        """The name of what gave a discount."""
        return self._speech.rule(rule, "name")

    def quoted(self, name: str) -> str:
        """A name in the quotation marks of the language."""
        return self._speech.quoted(name)

    def start(self, value: int) -> str:
        """From what on a level holds."""
        match self._program.levels.basis:
            case "spend" if value:
                return self.label("start.spend", money=self.money(value))
            case "visits" if value > 1:
                return self.label("start.visits", count=value)
            case "units_earned" if value:
                return self.label("start.units_earned", units=self.units(value))
            case _:
                return self.label("start.first")

    def explained(self, quote: Quote, bill: Bill) -> Mapping[str, str]:
        """The sentence of every line of a quote to the patient."""
        told = explain(quote, self._program, bill, self.language, "patient")
        return {one.about: one.sentence for one in told.lines}
