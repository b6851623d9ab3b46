"""A screen is a view and its presenter held together; and what a room may ask of the window around it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from desk_app.station import Station
from ui.action import Bound
from ui.background import Background
from ui.notice import Notice

if TYPE_CHECKING:
    from desk_app.seal import Seal
    from ui.hour import Practice
    from ui.link import Link
    from ui.paper import Paper
    from ui.scanner import Scanner


class Searching(Protocol):
    """How a room listens to the search field on top; the room draws what was found."""

    def search_for(self, text: str) -> None:
        """At every keystroke, and once with what was typed before the room was ready; "" when the field is emptied."""
        ...

    def step(self, rows: int) -> None:
        """The arrow keys, pressed in the field."""
        ...

    def choose(self) -> None:
        """Enter in the field."""
        ...


@dataclass
class Screen:
    """What the window needs to know of a room. The window holds it: Qt alone would let the presenter be collected.

    `hint` answers the speaking line while nothing has happened. `back` is Esc: False if there was nothing to go back
    from. `scanned` takes the digits of a scan. `offered` takes the operation id of a bill that came from outside and
    waits now: True when it was opened. `panes` are what F6 walks through. `begin` is called once, when the room
    stands in the window, and is gone through in slices; `opened` each time it comes forward, `ended` once when the
    window goes; `again` when it is asked for while it is open: True where that led somewhere. `refreshed` is called
    when what it shows may not be true any more: it keeps what was typed. `serving` answers the id of the patient at
    the desk. `parts` lie beside each other and are dressed one by one (`ui.theme.wear`); none means the view whole.
    """

    name: str
    view: QWidget
    presenter: object
    actions: Bound
    hint: Callable[[], str]
    searching: Searching | None = None
    scanned: Callable[[str], None] | None = None
    back: Callable[[], bool] = lambda: False
    offered: Callable[[str], bool] | None = None
    panes: Sequence[QWidget] = field(default=())
    begin: Callable[[], Iterator[None]] = lambda: iter(())
    opened: Callable[[], None] = lambda: None
    again: Callable[[], bool] = lambda: False
    ended: Callable[[], None] = lambda: None
    refreshed: Callable[[], None] = lambda: None
    serving: Callable[[], str] = lambda: ""
    parts: Sequence[QWidget] = field(default=())


Building = Generator[None, None, Screen]
"""A room in the making, in slices: a key pressed meanwhile waits for one of them at most."""


class Frame(Protocol):
    """What a room may ask of the window around it."""

    @property
    def station(self) -> Station:
        """This computer's settings as they are now."""
        ...

    @property
    def home(self) -> Path:
        """The folder of this desk."""
        ...

    @property
    def seal(self) -> Seal | None:
        """What closes files beside the records with their key; None where they lie open."""
        ...

    @property
    def demo(self) -> bool:
        """Whether this is the demo clinic, whose every sheet says so."""
        ...

    @property
    def press(self) -> Background:
        """The worker for PDFs, reports and backups."""
        ...

    def keep_station(self, station: Station) -> None:
        """Write this computer's settings and live by them at once: language, theme, text size, scanner."""
        ...

    def say(self, notice: Notice) -> None:
        """Speak through the bar."""
        ...

    def hush(self) -> None:
        """Take the last notice away, when what it spoke of is no longer so."""
        ...

    def announce(self, sentence: str) -> None:
        """Have a screen reader say what the eye sees by itself: the patient of a scan, the new sum."""
        ...

    def focus_search(self, *, emptied: bool = False) -> None:
        """Give the keyboard back to the search field; after a receipt, emptied."""
        ...

    def print_sheet(self, sheet: str, title: str, draw: Callable[[], bytes], note: str = "") -> None:
        """Draw a PDF on the worker and print or show it, as this computer is set for that kind of sheet.

        `sheet` is one of `desk_app.station.SHEETS`. Answers at once: a printer never holds up a sale, and what it did
        not take waits to be printed again. `note` is told to `when_out` once the sheet is printed or kept as a file.
        """
        ...

    def when_out(self, listener: Callable[[str], None]) -> None:
        """Tell `listener` the note of every sheet that is printed, or kept as a file."""
        ...

    @property
    def link(self) -> Link:
        """What is known of the network, and where it is asked for."""
        ...

    @property
    def practice(self) -> Practice | None:
        """The way to the practice desk; None where there is none, as at that desk itself."""
        ...

    @property
    def paper(self) -> Paper:
        """The way to paper, and what waits to be printed again."""
        ...

    @property
    def scanner(self) -> Scanner | None:
        """The scanner's ear, for its trial in the settings; None before the first paint."""
        ...

    def show_room(self, name: str) -> None:
        """Bring another room forward."""
        ...

    def serving(self) -> str:
        """The id of the patient at the desk, "" while there is none."""
        ...

    def name_clinic(self, clinic: str) -> None:
        """The clinic is called so from now on: in the title and below."""
        ...

    def waiting(self, count: int) -> None:
        """How many operations wait to be sent, for the line below."""
        ...

    def to_look_at(self, count: int) -> None:
        """How many cases nobody has looked at, for the rail."""
        ...

    def remind(self, words: Callable[[], str]) -> None:
        """A calm line below of what is still to be learned, in the language of the moment; nothing for ""."""
        ...

    def hint_changed(self) -> None:
        """The room has another hint now."""
        ...
