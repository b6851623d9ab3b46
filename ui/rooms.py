"""The rooms that exist, in the order of the rail; whoever builds a new one adds its line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.screen import Building, Frame, Screen

if TYPE_CHECKING:
    # The shell is painted before the rules of the trade come in.
    from desk_app.ports import Desk


@dataclass(frozen=True)
class Room:
    """One room: its English name, its picture, and how it is built once the desk is open.

    `slices` builds it bit by bit, where that takes longer than a key may wait.
    """

    name: str
    words: str
    picture: Icon
    build: Callable[[Frame, Desk], Screen]
    slices: Callable[[Frame, Desk], Building] | None = None

    def said(self) -> str:
        """Its name in the language of the moment."""
        return QCoreApplication.translate("Rooms", self.words)

    def built(self, frame: Frame, desk: Desk) -> Building:
        """The room, in as many slices as it has."""
        if self.slices is None:
            return self.build(frame, desk)
        return (yield from self.slices(frame, desk))


def rooms() -> tuple[Room, ...]:
    """All rooms. Importing them takes longer than the first paint may wait: call this on a worker."""
    from ui.cases import cases_screen
    from ui.declared_keys import declared_keys
    from ui.desk import desk_screen
    from ui.network import network_screen
    from ui.paper_room import paper_screen, paper_slices
    from ui.program import program_screen
    from ui.settings import settings_screen, settings_slices
    from ui.training import training_screen

    return (
        Room("desk", QT_TRANSLATE_NOOP("Rooms", "Desk"), Icon.DESK, desk_screen),
        Room("program", QT_TRANSLATE_NOOP("Rooms", "Program"), Icon.PROGRAM, program_screen),
        Room(
            "paper",
            QT_TRANSLATE_NOOP("Rooms", "Paper"),
            Icon.PAPER,
            partial(paper_screen, keys=declared_keys),
            partial(paper_slices, keys=declared_keys),
        ),
        Room(
            "training",
            QT_TRANSLATE_NOOP("Rooms", "Training"),
            Icon.TRAINING,
            partial(training_screen, keys=declared_keys),
        ),
        Room("settings", QT_TRANSLATE_NOOP("Rooms", "Settings"), Icon.SETTINGS, settings_screen, settings_slices),
        Room("network", QT_TRANSLATE_NOOP("Rooms", "Network"), Icon.ONLINE, network_screen),
        Room("cases", QT_TRANSLATE_NOOP("Rooms", "Needs a look"), Icon.WARNING, cases_screen),
    )
