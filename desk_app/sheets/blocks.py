"""What a sheet is made of, whatever its size: words, tables, pictures and codes; how they look is decided in printing.

The same blocks become a PDF page, HTML for the clinic's site and plain text, so that no second wording exists
(spec: print). Words are finished sentences in the sheet's language; a share is a number of thousandths.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

#: How loud a paragraph speaks: a lead under the title, plain text, or small print.
Voice = Literal["lead", "plain", "small"]
Format = Literal["a3", "a4", "a5", "a6", "tent", "roll"]


@dataclass(frozen=True, slots=True)
class Title:
    """The promise of the sheet in a few words; `accent` is the part of it in the brand's colour."""

    text: str
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the next part answers; never the last thing on a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph."""

    text: str
    voice: Voice = "plain"


@dataclass(frozen=True, slots=True)
class Points:
    """Short sentences, each with a bullet."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, one after the other, each with its number."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; `numbers` are the columns that are set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of the ladder: its name, from what on, what it gives; `height` in thousandths of the highest."""

    name: str
    start: str
    gives: str
    height: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levels as a picture of rising steps; `perks` are told under it."""

    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class BillRow:
    """A line of a worked example: words, an amount, and why, if it is not the usual."""

    left: str
    right: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class WorkedBill:
    """A real bill under the version: its lines, what comes off, what is paid, what it earns; `after` is told below."""

    title: str
    lines: tuple[BillRow, ...]
    sums: tuple[BillRow, ...]
    total: BillRow
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What patients ask, and the answer to say."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions with their answers."""

    items: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; `share` in thousandths of the longest, `value` as it is written."""

    name: str
    value: str
    share: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a few figures, each also written beside its bar."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A line to be filled in by hand, or already filled in; `tick` is a box to mark."""

    label: str
    value: str = ""
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """What the reader fills in: lines, boxes, a signature."""

    items: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class PageEnd:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Spare:
    """What is said only where there is room for it: the last piece of the last one goes first."""

    blocks: tuple[Block, ...]


Block = (
    Title
    | Heading
    | Words
    | Points
    | Steps
    | Table
    | Ladder
    | WorkedBill
    | Questions
    | Chart
    | Fields
    | PageEnd
    | Spare
)


#: The colour of a clinic that has chosen none.
COLOUR = "#0b5d66"


@dataclass(frozen=True, slots=True)
class Brand:
    """How the clinic looks and where it is; `colour` is "#rrggbb", `logo` the bytes of an SVG or PNG file, or none."""

    clinic: str
    colour: str = COLOUR
    logo: bytes = b""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Legal:
    """The block the law asks for: the warning, its least and its aimed share of the sheet, and what stands beside it.

    Shares in thousandths of the page's area (spec: print, Legal block).
    """

    warning: str
    least: int
    aim: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Where to read more: the address for the QR code and the words beside it."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet before ink. `foot` names program, version and day; `mark` stands across every page (ДЕМО)."""

    kind: str
    language: str
    name: str
    brand: Brand
    blocks: tuple[Block, ...]
    foot: str
    made: date
    link: Link | None = None
    legal: Legal | None = None
    mark: str = ""
