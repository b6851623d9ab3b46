"""Keeps the exchange with the centre going while a window is open, and brings what it says to the window's thread."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal

from desk_app.domain.errors import Trouble
from desk_app.ports import Desk, Reach
from desk_app.rollout.at_desk import news
from desk_app.sync import revoked
from desk_app.sync.state import Network
from desk_app.sync.worker import SOON, Told, Worker
from desk_app.versions import age
from ui import language
from ui.formats import said_day
from ui.notice import Notice, Tone
from ui.opening import Opened
from ui.screen import Frame
from ui.wording import network as words

_HANDED_OVER: Final = 0.001
"""Seconds until a thread that waits for the interpreter is let in."""
_HEARD: Final = frozenset({"online", "sending", "fetching"})
_ON_THE_WAY: Final = frozenset({"greeting", "sending", "fetching"})
_READ: Final = 5.0
"""Seconds in which nothing less is said over new rules."""
_TURN: Final = 10
"""Milliseconds between two looks of somebody who waits for the centre's answer."""


class Exchange(QObject):
    """Lives as long as the records are open. Everything it says comes on the window's thread.

    `refresh` has the rooms show what is true now; `report` takes a fault nobody foresaw.
    """

    _state = Signal(object)
    _arrived = Signal()
    _acted = Signal()
    _failed = Signal(object)

    def __init__(
        self,
        frame: Frame,
        desk: Desk,
        opened: Opened,
        refresh: Callable[[], None],
        report: Callable[[Exception], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desk = desk
        self._opened = opened
        self._refresh = refresh
        self._worker: Worker | None = None
        self._asking = self._wanted = False
        self._rules_until = 0.0
        self._known: frozenset[str] = frozenset()
        self._state.connect(self._told)
        self._arrived.connect(self._came)
        self._acted.connect(self._count)
        self._failed.connect(report)

    def begin(self) -> None:
        """Exchange from now on, where a network was joined; asked again it changes nothing."""
        if self._worker is not None:
            return
        try:
            worker = self._opened.exchanger(Told(self._state.emit, self._arrived.emit, self._failed.emit))
        except Trouble as trouble:
            self._frame.link.tell(Network("refused", code=trouble.code))
            return
        if worker is None:
            return
        self._worker = worker
        self._known = self._versions()
        link = self._frame.link
        link.tell(worker.state)
        link.wanted.connect(self.now)
        link.ask_first, link.give = self.ask_first, worker.give
        self._desk.reach = Reach(lambda: worker.state.kind in _HEARD, self.ask_first)
        if self._opened.records is not None:
            self._opened.records.acted = self.soon
        # what two threads share is handed over five times as often as usual: a key waits for no long turn of the other
        sys.setswitchinterval(_HANDED_OVER)
        worker.begin()

    def again(self) -> None:
        """This desk has joined just now, perhaps as another one than before: its line is opened anew."""
        self.end()
        self.begin()

    def end(self) -> None:
        """Over within a second, whatever the network does."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        link = self._frame.link
        link.wanted.disconnect(self.now)
        link.ask_first, link.give = (lambda seconds: False), (lambda streams: None)
        self._desk.reach = None
        if self._opened.records is not None:
            self._opened.records.acted = lambda: None
        worker.stop()

    def now(self) -> None:
        """F5: exchange at once, and say what came of it."""
        if self._worker is not None:
            self._wanted = True
            self._worker.wake()

    def soon(self) -> None:
        """An act was written: it is sent with those that follow it at once. Called from any thread."""
        worker = self._worker
        if worker is not None:
            worker.wake(SOON)
            self._acted.emit()

    def standing(self) -> Network | None:
        """The state with what waits counted now; None for a desk alone."""
        state = self._frame.link.state
        if state is None:
            return None
        with self._desk.store.reading() as reading:
            return replace(state, waiting=reading.waiting(), since=reading.waiting_since())

    def ask_first(self, seconds: float = 1.0) -> bool:
        """See `ui.link.Link.ask_first`: what is painted goes on meanwhile, keys wait."""
        worker = self._worker
        if worker is None:
            return False
        asked, until = worker.ask(), monotonic() + seconds
        self._asking = True
        try:
            while not asked.done.wait(_TURN / 1000) and monotonic() < until:
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            self._asking = False
        return asked.complete

    # what the worker told

    def _told(self, state: Network) -> None:
        if self._worker is None:
            return
        self._follow_revoked(state)
        self._frame.link.tell(state)
        if self._wanted and state.kind not in _ON_THE_WAY:
            self._wanted = False
            # in a turn of its own: the band was drawn in this one
            QTimer.singleShot(1, self, lambda: self._say_outcome(state))

    def _say_outcome(self, state: Network) -> None:
        """What came of F5."""
        tongue = language.current()
        if monotonic() < self._rules_until:
            # new rules weigh more
            return
        if state.kind == "online" and not state.waiting:
            said = QCoreApplication.translate("Exchange", "Exchanged: the centre and this desk hold the same.")
            self._frame.say(Notice(Tone.DONE, said, seconds=6))
        else:
            tone = Tone.TOLD if state.kind in ("away", "online") else Tone.TROUBLE
            waits = words.waits(state, tongue)
            self._frame.say(Notice(tone, f"{words.head(state, tongue)}.", waits and f"{waits[:1].upper()}{waits[1:]}.",
                                   words.advice(state, tongue), seconds=12))  # fmt: skip

    def _count(self) -> None:
        """While the line is away nobody else tells that one more act waits; online it is sent before one could read."""
        state = self._frame.link.state
        if self._worker is not None and state is not None and state.kind not in ("online", "sending"):
            self._frame.link.tell(self.standing())

    def _follow_revoked(self, state: Network) -> None:
        records = self._opened.records
        if records is None or state.kind not in ("revoked", "online"):
            return
        is_revoked = state.kind == "revoked"
        if records.revoked != is_revoked:
            records.revoked = is_revoked
            self._desk.shut = Trouble(revoked.CODE) if is_revoked else None
            self._refresh()

    def _came(self) -> None:
        if self._asking:
            # whoever asked has something half done on the screen
            QTimer.singleShot(_TURN, self, self._came)
            return
        if self._worker is None:
            return
        self._refresh()
        self._frame.link.arrived.emit()
        known = self._versions()
        if fresh := known - self._known:
            self._say_new_rules(fresh)
        self._known = known

    def _versions(self) -> frozenset[str]:
        with self._desk.store.reading() as reading:
            return frozenset(one.mark for one in reading.versions() if one.status != "withdrawn")

    def _say_new_rules(self, fresh: frozenset[str]) -> None:
        felt = {one.mark for one in news(self._desk)}
        with self._desk.store.reading() as reading:
            versions = reading.versions()
        # a rule of another branch is no news here; the very first rules are
        came = [one for one in versions if one.mark in fresh and (one.mark in felt or len(versions) == len(fresh))]
        if not came:
            return
        newest = max(came, key=age)
        self._rules_until = monotonic() + _READ
        day = said_day(newest.effective_from, language.current())
        self._frame.say(
            Notice(
                Tone.TOLD,
                QCoreApplication.translate("Exchange", "New rules of the program from {day}.").format(day=day),
                QCoreApplication.translate("Exchange", "They came from the centre; what was sold stays as it was."),
                seconds=20,
            )
        )
