"""A picture of every screen in every language and colour, without a display: for the reader, and for a cold eye."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desk_app.ports import Desk
from desk_app.station import Station
from ui import language, theme
from ui.app import make_app
from ui.background import Background
from ui.cases.pictures import PICTURES as CASES
from ui.desk.pictures import PICTURES as DESK
from ui.frame_pictures import PICTURES as FRAME
from ui.main_window import MainWindow
from ui.network.pictures import PICTURES as NETWORK
from ui.opening import Opened
from ui.paper_room.pictures import PICTURES as PAPER
from ui.picture import Picture
from ui.plain_import import hold_none
from ui.program.pictures import PICTURES as PROGRAM
from ui.rooms import rooms
from ui.training.pictures import PICTURES as TRAINING

WIDTH, HEIGHT = 1024, 600


@dataclass(frozen=True)
class Look:
    """How a picture is taken."""

    language: str = "ru"
    theme: str = "light"
    text_size: int = 100

    def __str__(self) -> str:
        named = f"{self.language}.{self.theme}"
        return named if self.text_size == 100 else f"{named}.{self.text_size}"


LARGE = (Look("ru", "light", 150), Look("en", "dark", 150))
LOOKS = (*(Look(tongue, colours) for tongue in ("ru", "en") for colours in ("light", "dark", "contrast")), *LARGE)


def pictures() -> tuple[Picture, ...]:
    """Every picture there is: each room's, then the frame's own."""
    return (*DESK, *PROGRAM, *PAPER, *TRAINING, *NETWORK, *CASES, *FRAME)


def take(
    opened: Opened, out: Path, looks: Sequence[Look] = LOOKS, wanted: Sequence[Picture] | None = None
) -> Iterator[Path]:
    """Draw every picture that is wanted, all of them unless said, in every look into `out`; gives each file when it is
    there.

    Its name tells both: `desk-found.ru.light.png`, and `desk-found.ru.light.150.png` for large letters.
    """
    app = make_app()
    hold_none()
    out.mkdir(parents=True, exist_ok=True)
    desk = opened.desk()
    for look in looks:
        dress(app, look)
        for picture in pictures() if wanted is None else wanted:
            with posed(app, picture, desk, look, opened.clinic) as window:
                file = out / f"{picture.name}.{look}.png"
                window.grab().save(str(file))
                yield file


def dress(app: QApplication, look: Look) -> None:
    """Language, colours and text size of the pictures that follow."""
    language.speak(app, look.language)
    theme.apply(app, theme.THEMES[look.theme], look.text_size)


@contextmanager
def posed(app: QApplication, picture: Picture, desk: Desk, look: Look, clinic: str) -> Iterator[MainWindow]:
    """A window with the ways to all its rooms, in the state of `picture`."""
    station = replace(
        Station(language=look.language, theme=look.theme, text_size=look.text_size),
        desk=desk.code,
        employee=desk.operator,
        branch=desk.branch,
    )
    press = Background("press")
    with tempfile.TemporaryDirectory() as home:
        window = MainWindow(Path(home), station, demo=picture.demo, press=press)
        window.resize(WIDTH, HEIGHT)
        window.show()
        settle(app)
        first, *others = rooms()
        window.add_room(first.build(window, desk), first.said, first.picture)
        for room in others:
            # The picture is of one of them; it says which by going there.
            build = partial(room.built, window, desk)
            window.add_room_later(room.name, build, room.said, room.picture, whole=True)
        window.ready(clinic)
        picture.pose(window, desk)
        settle(app)
        try:
            yield window
        finally:
            press.close()
            window.close()
            window.deleteLater()
            settle(app)
            # Without an event loop of its own nothing deletes later: every window would stay, and be dressed anew.
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(app: QApplication) -> None:
    """Let everything that is waiting be dressed, laid out and painted."""
    while theme.dressing():
        app.processEvents()
    for _ in range(8):
        app.processEvents()
