"""The calm line at the foot of the desk: what whoever works here has not learned yet. It never holds anything up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desk_app.training.standing import Left, typed_name
from ui import formats, language
from ui.background import Background
from ui.training.known import Classroom, Known

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.main_window import MainWindow

_LATER: Final = 3000
"""Milliseconds after the desk is open."""


def reminder(known: Known) -> Callable[[], str]:
    """What the line says of somebody, in the language of the moment; "" where nothing is left."""
    return lambda: _words(known)


def _words(known: Known) -> str:
    if not known.looked or not known.name or known.away:
        return ""
    person = known.records.person(known.name)
    if known.left and not person.lessons and not person.learned:
        return QCoreApplication.translate("Training", "New here? Twenty minutes of training")
    for one in known.left:
        said = _left(one)
        if said:
            return said
    return ""


def _left(left: Left) -> str:
    coming = left.taught.status == "announced"
    day = formats.said_day(left.taught.edition.start, language.current())
    if not left.ready.knows:
        if coming:
            said = QCoreApplication.translate("Training", "%n question(s) about the rules from {day}", "", left.count)
        else:
            said = QCoreApplication.translate("Training", "%n question(s) about the rules", "", left.count)
        return said.format(day=day)
    if coming and not left.read:
        return QCoreApplication.translate("Training", "The rules from {day} are to be read").format(day=day)
    if lessons := len(left.ready.lessons_left):
        return QCoreApplication.translate("Training", "%n lesson(s) to do", "", lessons)
    return ""


class Reminder(QObject):
    """Looks once the desk is open, and again whenever somebody else works at it."""

    def __init__(self, window: MainWindow, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._work = Background("reminding", self)
        self._room = Classroom(desk, window, self._work.run, lambda _: None)
        self._room.listen(lambda known: window.remind(reminder(known)))
        window.station_kept.connect(self.look)
        # what makes the desk ready comes first
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self.look)

    def begin(self) -> None:
        """Look in a while."""
        self._later.start()

    def look(self) -> None:
        """What is left of whoever is signed in."""
        name = typed_name(self._window.station.employee)
        if name != self._room.known.name:
            self._room.call_her(name)
        elif name:
            self._room.refresh()

    def end(self) -> None:
        """Nobody is reminded any more."""
        self._later.stop()
        self._work.close()
