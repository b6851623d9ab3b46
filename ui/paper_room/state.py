"""Everything the paper room shows, as plain values: what is chosen, the sheet as it will come out, and what lacks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from desk_app import stock
from desk_app.card_lists import CardList
from desk_app.domain.errors import Refusal, Trouble
from desk_app.spans import SPANS
from desk_app.station import SheetPrinter
from ui.sheets import KINDS, Asked, Kind

MOST_COPIES: Final = 500
FILES: Final = ("pdf", "html", "txt")
OTHER_DAYS: Final = "days"
"""The span that is typed: its first and its last day."""
SPAN_NAMES: Final = (*SPANS, OTHER_DAYS)


@dataclass(frozen=True)
class VersionRow:
    """A version that may be chosen, by its number as people are told it; `since` is its first local day."""

    version: str
    status: str
    since: date


@dataclass(frozen=True)
class Proof:
    """A sheet as it will come out; `pictures` are its first pages, `left_out` codes of what could not be drawn.

    `branches` are codes and titles of those that a report may be asked of alone, `cards` whose cards are made.
    """

    pdf: bytes
    pages: int
    pictures: tuple[Any, ...] = field(default=(), repr=False)
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    branches: tuple[tuple[str, str], ...] = ()
    cards: CardList | None = None


@dataclass(frozen=True)
class PaperState:
    """Everything the room shows.

    `proof` stays while the next one is drawn, so that nothing flickers; `slow` once that takes long, and `drawn` then
    says how many of how many steps are done, where that is known. `problem` is why there is no sheet, `lack` what is
    missed before one can be asked for: "version", "patient", "days" or "list". `batch` is how many of how many cards
    are made, while any are. `span` is one of `SPAN_NAMES`, `days` what was typed for `OTHER_DAYS`; `branches` are codes
    and titles. `stock` are the cards without names that nobody has yet.
    """

    asked: Asked
    versions: tuple[VersionRow, ...] = ()
    patient: str = ""
    patient_name: str = ""
    copies: int = 1
    file: str = "pdf"
    proof: Proof | None = None
    drawing: bool = False
    slow: bool = False
    drawn: tuple[int, int] | None = None
    problem: Refusal | Trouble | None = None
    lack: str = ""
    printers: tuple[str, ...] = ()
    looking_for_printers: bool = True
    settings: SheetPrinter = field(default_factory=SheetPrinter)
    batch: tuple[int, int] | None = None
    span: str = SPANS[0]
    days: tuple[date, date] | None = None
    days_mistyped: bool = False
    branches: tuple[tuple[str, str], ...] = ()
    stock: int = 0

    @property
    def kind(self) -> Kind:
        """The row of the sheet that is chosen."""
        return KINDS[self.asked.kind]

    @property
    def ready(self) -> bool:
        """Whether what is shown is what is chosen."""
        return self.proof is not None and not self.drawing

    @property
    def count(self) -> int:
        """How many are made: of a list of members, one for each."""
        if self.kind.name != "member-cards":
            return self.copies
        found = self.proof.cards if self.proof is not None else None
        return len(found.members) if found is not None else 1

    @property
    def makes_cards(self) -> bool:
        """Whether so many real cards come out when they are asked for; of a draft there is the example alone."""
        return self.kind.batch and self.asked.draft is None

    @property
    def in_force(self) -> str:
        """The number of the version in force, "" where none is."""
        return next((row.version for row in self.versions if row.status == "in_force"), "")


def most_of(kind: Kind) -> int:
    """How many of a kind are made at a time."""
    return stock.MOST if kind.batch else MOST_COPIES
