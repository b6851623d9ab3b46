"""The states of the frame that the tour shows: opening, notices, keys, lock, settings and the first start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QScrollArea

import resources
from desk_app.documents.program_file import read_program
from ui.first_start.presenter import Page
from ui.first_start.room import FirstStart
from ui.first_start.tasks import FirstStartTasks, Preset, PriceList
from ui.hour import put_away
from ui.picture import Picture
from ui.widgets.practice_line import PracticeLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_app.ports import Desk
    from ui.main_window import MainWindow


_KEY = " ".join(["0000"] * 16)


class _AtOnce:
    """A worker that does its work at once: a picture does not wait."""

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        done(work())

    def to_main(self, call: Callable[[], None]) -> None:
        call()


def keys(window: MainWindow, desk: Desk) -> None:
    """All keys of the desk on one page."""
    window.show_keys()


def locked(window: MainWindow, desk: Desk) -> None:
    """The screen that covers patients."""
    window.lock()


def practice(window: MainWindow, desk: Desk) -> None:
    """A practice desk without a lesson: nothing here is real, and the way back."""
    put_away(window.screens())
    window.crown(PracticeLine(desk.operator))
    window.focus_search()


def settings(window: MainWindow, desk: Desk) -> None:
    """This computer's settings."""
    window.show_room("settings")


def settings_below(window: MainWindow, desk: Desk) -> None:
    """The settings further down: printers, the scanner, the exchange with the clinic system."""
    window.show_room("settings")
    QApplication.processEvents()
    for area in window.screen_named("settings").view.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def told(window: MainWindow, desk: Desk) -> None:
    """The bar with something to say: here, that the centre is not there."""
    window.sync_now()


def first_start(window: MainWindow, desk: Desk) -> None:
    """The three ways to begin."""
    window.cover(_first(window).view)


def set_up(window: MainWindow, desk: Desk) -> None:
    """The short form of a clinic."""
    first = _first(window)
    window.cover(first.view)
    first.presenter.begin_clinic()


def set_up_faults(window: MainWindow, desk: Desk) -> None:
    """Finished too early: what is wrong stands under its field."""
    first = _first(window)
    window.cover(first.view)
    first.presenter.begin_clinic()
    first.presenter.type("rules_url", "rules")
    first.presenter.type("desk", "A/1")
    first.presenter.set_up()


def making_demo(window: MainWindow, desk: Desk) -> None:
    """The demo clinic is being made, and can be stopped."""
    first = _first(window)
    window.cover(first.view)
    first.view.show_state(replace(first.presenter.state, page=Page.WORKING, making_demo=True, progress=(37, 100)))


def join(window: MainWindow, desk: Desk) -> None:
    """What joining takes."""
    first = _first(window)
    window.cover(first.view)
    first.presenter.ask_join()


def key(window: MainWindow, desk: Desk) -> None:
    """The recovery key, shown once at the end."""
    first = _first(window)
    window.cover(first.view)
    first.presenter.begin_clinic()
    for name in ("name", "employee"):
        first.presenter.type(name, "Clinic")
    first.presenter.set_up()


def _first(window: MainWindow) -> FirstStart:
    files = sorted(resources.path("programs").glob("*.toml"))
    found = tuple(Preset(file.stem, read_program(file.read_text(encoding="utf-8"))) for file in files)
    tasks = FirstStartTasks(lambda: found, lambda _: PriceList(0), lambda *_: None, lambda *_: None, lambda _: _KEY)
    first = FirstStart(Path("home"), lambda: tasks, _AtOnce(), lambda *_: None)  # type: ignore[arg-type]  # does it at once
    # Held by the window: nothing else would keep the presenter alive.
    first.view.setProperty("room", first)
    return first


PICTURES = (
    Picture("first-start", first_start, demo=False),
    Picture("first-start-clinic", set_up, demo=False),
    Picture("first-start-faults", set_up_faults, demo=False),
    Picture("first-start-working", making_demo, demo=False),
    Picture("first-start-key", key, demo=False),
    Picture("first-start-join", join, demo=False),
    Picture("settings", settings),
    Picture("settings-below", settings_below),
    Picture("keys", keys),
    Picture("notice", told),
    Picture("locked", locked),
    Picture("practice", practice),
)
