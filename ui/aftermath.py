"""What a desk does by itself once it holds the same as the centre: wishes are made good, units spent twice found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app import cases
from desk_app.domain.errors import Refusal, Trouble
from desk_app.sync import desks

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.screen import Frame


class Aftermath(QObject):
    """Works on the press, once whenever acts of others came or the line came back, and in bits the papers can pass."""

    def __init__(self, frame: Frame, desk: Desk, refresh: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desk = desk
        self._refresh = refresh
        self._due = True
        self._working = False
        self._name = ""
        frame.link.arrived.connect(self._came)
        frame.link.changed.connect(self._look)

    def _came(self) -> None:
        self._due = True
        self._look()

    def _look(self) -> None:
        state = self._frame.link.state
        if state is None or state.kind != "online" or state.waiting or state.missing:
            # what is sent now, or could not be, may be a wish
            self._due = self._due or (state is not None and bool(state.waiting))
            return
        if self._due and not self._working and self._desk.shut is None:
            self._due, self._working, self._name = False, True, state.desk
            self._frame.press.run(self._work, self._done, self._failed)

    def _work(self) -> int:
        """On the press; how many cases nobody has looked at, -1 while more is to be done."""
        desks.introduce(self._desk, self._name)
        if cases.after_exchange(self._desk):
            return -1
        return sum(not case.seen for case in cases.cases(self._desk))

    def _done(self, fresh: int) -> None:
        self._working = False
        if fresh < 0:
            self._due = True
            self._look()
        else:
            self._frame.to_look_at(fresh)
            self._refresh()

    def _failed(self, problem: Exception) -> None:
        self._working = False
        if not isinstance(problem, Refusal | Trouble):
            raise problem
