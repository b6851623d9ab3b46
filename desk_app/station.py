"""This computer's own settings, one small file beside the database; they are never synced and survive a broken file."""

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from desk_app.private_folders import make_private

FILE = "station.json"
DEFAULT_BRANCH = "main"
"""The branch of a clinic that never named one."""
DESK_CODE = re.compile(r"[0-9A-Za-zА-Яа-яЁё][0-9A-Za-zА-Яа-яЁё-]{0,11}")
"""What a desk or a branch may be called on a receipt."""
LANGUAGES = ("ru", "en")
THEMES = ("light", "dark", "contrast")
TEXT_SIZES = (90, 100, 115, 130, 150)
SHEETS = (
    "slip", "slip-a5", "card", "cards", "leaflet", "poster", "tent", "changes", "desk-card", "statement", "consent",
    "report",
)  # fmt: skip
"""Kinds of sheet, each with a printer, an offset and a size of its own."""

PAYMENTS = ("electronically", "cash")
TAXES = ("", "none", "vat0", "vat5", "vat7", "vat10", "vat20", "vat22")
"""What the driver of the cash register calls the rates."""
TAXATIONS = ("", "osn", "usnIncome", "usnIncomeOutcome", "esn", "patent")
"""What it calls the systems of taxation."""
LONGEST_IDLE = 240


@dataclass(frozen=True)
class SheetPrinter:
    """Where one kind of sheet is printed on this computer."""

    printer: str = ""
    """The printer's name as the system knows it; empty: ask once."""
    offset_x: int = 0
    """By how many tenths of a millimetre the print is moved to the right."""
    offset_y: int = 0
    """By how many tenths of a millimetre the print is moved down."""
    scale: int = 1000
    """The size of the print in thousandths of its true size."""
    at_once: bool = True
    """Print at once, or show the preview first."""


@dataclass(frozen=True)
class ScannerSettings:
    """What tells a scan from typing."""

    gap: int = 35
    """The most milliseconds between two characters of one scan."""
    shortest: int = 8
    """The fewest digits that can be a code."""
    prefix: str = ""
    """Characters the scanner puts before the code, to be dropped."""
    suffix: str = ""
    """Characters the scanner puts after the code, before Enter or Tab, to be dropped."""


@dataclass(frozen=True)
class FiscalSettings:
    """What a ready task tells the cash register beside positions and sums."""

    payment: str = "electronically"
    """How patients pay as a rule: electronically or cash; the cashier corrects it at the register."""
    tax: str = ""
    """The rate of every position; empty: the register's own settings decide."""
    taxation: str = ""
    """The system of taxation; empty: the register's own settings decide."""


@dataclass(frozen=True)
class Station:
    """Every setting of this computer, each with a default and one sentence."""

    language: str = "ru"
    """The language of the window: ru or en."""
    theme: str = "light"
    """The colours of the window: light, dark or contrast."""
    text_size: int = 100
    """The size of the text in percent of the usual one."""
    branch: str = DEFAULT_BRANCH
    """The code of the branch this desk stands in, as the program spells it."""
    desk: str = ""
    """The short code of this desk, printed on receipts; no two desks of a clinic share one."""
    employee: str = ""
    """Who works here now: the name written on every act."""
    pin: str = ""
    """The salted hash of the code that unlocks the screen; empty: Enter unlocks it."""
    hand_over: bool = False
    """Exchange bills and receipts with the clinic system through the folder hand-over."""
    idle_minutes: int = 10
    """After how many minutes without a key or a click the desk locks itself; 0: never."""
    fiscal: FiscalSettings = field(default_factory=FiscalSettings)
    """What ready tasks tell the cash register."""
    scanner: ScannerSettings = field(default_factory=ScannerSettings)
    """What tells a scan from typing on this computer."""
    printers: Mapping[str, SheetPrinter] = field(default_factory=dict)
    """The printer of each kind of sheet."""
    paper_folder: str = ""
    """The folder sheets are saved into; empty: the documents of whoever works here."""
    card_qr: bool = False
    """Put the number of a card on it as a QR code too."""
    training_folder: str = ""
    """The folder several desks keep who is ready in; empty: beside this desk's own records."""

    def with_printer(self, sheet: str, printer: SheetPrinter) -> "Station":
        """The same settings with `printer` for `sheet`."""
        return replace(self, printers={**self.printers, sheet: printer})

    def printer(self, sheet: str) -> SheetPrinter:
        """Where `sheet` is printed; a kind never printed has the defaults."""
        return self.printers.get(sheet, SheetPrinter())


def _anything(_: Any) -> bool:
    return True


ALLOWED: Mapping[str, Callable[[Any], bool]] = {
    "language": LANGUAGES.__contains__,
    "theme": THEMES.__contains__,
    "text_size": lambda percent: 50 <= percent <= 300,
    "idle_minutes": lambda minutes: 0 <= minutes <= LONGEST_IDLE,
}
ALLOWED_FISCAL: Mapping[str, Callable[[Any], bool]] = {
    "payment": PAYMENTS.__contains__,
    "tax": TAXES.__contains__,
    "taxation": TAXATIONS.__contains__,
}
ALLOWED_SCANNER: Mapping[str, Callable[[Any], bool]] = {
    "gap": lambda milliseconds: 5 <= milliseconds <= 500,
    "shortest": lambda digits: 3 <= digits <= 40,
}
ALLOWED_PRINTER: Mapping[str, Callable[[Any], bool]] = {
    "offset_x": lambda tenths: abs(tenths) <= 500,
    "offset_y": lambda tenths: abs(tenths) <= 500,
    "scale": lambda thousandths: 500 <= thousandths <= 2000,
}
Kind = TypeVar("Kind", Station, ScannerSettings, SheetPrinter, FiscalSettings)


@dataclass(frozen=True)
class Loaded:
    """What was found in a home folder: the settings, whether there were any, and where a broken file was put aside."""

    station: Station
    found: bool
    aside: Path | None = None


def load(home: Path) -> Loaded:
    """Read the settings of `home`; a file that cannot be read is kept beside under another name and the defaults hold.

    A single value that is out of range is passed over by itself: the rest of the file still counts.
    """
    file = home / FILE
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Loaded(Station(), found=False)
    except (OSError, UnicodeDecodeError):
        return Loaded(Station(), found=True, aside=_put_aside(file))
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        return Loaded(Station(), found=True, aside=_put_aside(file))
    return Loaded(_station(found), found=True)


def save(home: Path, station: Station) -> None:
    """Write the settings whole or not at all.

    Raises OSError where the folder cannot be written to.
    """
    make_private(home)
    fresh = home / f"{FILE}.new"
    with fresh.open("w", encoding="utf-8") as out:
        json.dump(asdict(station), out, ensure_ascii=False, indent=2)
        out.write("\n")
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(home / FILE)


def _put_aside(file: Path) -> Path | None:
    aside = file.with_name("station-unreadable.json")
    number = 1
    while aside.exists():
        number += 1
        aside = file.with_name(f"station-unreadable-{number}.json")
    try:
        file.replace(aside)
    except OSError:
        return None
    return aside


def _station(found: Mapping[str, Any]) -> Station:
    plain = _known(Station(), found, ALLOWED)
    scanner = _known(ScannerSettings(), _table(found.get("scanner")), ALLOWED_SCANNER)
    fiscal = _known(FiscalSettings(), _table(found.get("fiscal")), ALLOWED_FISCAL)
    printers = {
        sheet: _known(SheetPrinter(), _table(given), ALLOWED_PRINTER)
        for sheet, given in _table(found.get("printers")).items()
        if sheet in SHEETS
    }
    return replace(plain, scanner=scanner, fiscal=fiscal, printers=printers)


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _known(defaults: Kind, found: Mapping[str, Any], allowed: Mapping[str, Callable[[Any], bool]]) -> Kind:
    good: dict[str, Any] = {}
    for one in fields(defaults):
        value, usual = found.get(one.name), getattr(defaults, one.name)
        if type(value) is type(usual) and isinstance(value, (str, int)) and allowed.get(one.name, _anything)(value):
            good[one.name] = value
    return replace(defaults, **good)
