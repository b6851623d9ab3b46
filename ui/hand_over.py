"""Watches the hand-over folder while the window is open: bills come to the desk, receipts go out, trouble is told."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QFileSystemWatcher, QObject, QTimer

from desk_app.domain.errors import Refusal, Trouble
from desk_app.hand_over import folder, incoming, outgoing
from desk_app.hand_over.incoming import Dropped, Seen, Taken
from desk_app.hand_over.outgoing import Handed
from desk_app.ports import Desk
from ui import language
from ui.notice import Notice, Tone
from ui.screen import Frame
from ui.wording.problems import problem

LOOK: Final = 700
"""Milliseconds between two looks into the folder, where the system tells nothing of new files (a network share)."""
PATIENCE: Final = 3.0
"""Seconds a file that is no whole bill yet is given, after it last grew."""
RETRY: Final = 20.0
"""Seconds before files the disk did not take are tried again."""
_SLICE: Final = 25
"""Milliseconds one look may keep the window busy; the rest of the files come at the next."""


@dataclass
class _Unfinished:
    """A file that was no bill yet, as it was found first."""

    seen: Seen
    since: float


class HandOver(QObject):
    """Lives as long as the records are open; follows the setting of the moment.

    `offer` puts the bill of an operation id before the clerk: True when it is open now, False when it waits.
    `elsewhere` makes a desk for the worker, on which files are written: no sale waits for a disk.
    """

    def __init__(
        self,
        frame: Frame,
        desk: Desk,
        elsewhere: Callable[[], Desk],
        offer: Callable[[str], bool],
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desk = desk
        self._elsewhere = elsewhere
        self._offer = offer
        self._clock = clock
        self._on: bool | None = None
        self._unfinished: dict[str, _Unfinished] = {}
        self._left: dict[str, Seen] = {}
        self._writing = False
        self._trouble = ""
        self._not_before = 0.0
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())
        self._soon.timeout.connect(self.look)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch from now on."""
        self._timer.start()
        self.look()

    def end(self) -> None:
        """Watch no more: the records are about to be closed."""
        self._timer.stop()
        self._soon.stop()

    def look(self) -> None:
        """Take what was dropped, write what is due."""
        if self._switched():
            self._take()
            self._write()

    # the setting

    def _switched(self) -> bool:
        on = self._frame.station.hand_over
        if on and on != self._on:
            try:
                folder.make(self._frame.home)
                # Switched on now, it begins now; found switched on, it goes on where it was.
                (outgoing.begin_once if self._on is None else outgoing.begin)(self._desk)
            except Trouble as trouble:
                self._say_trouble(trouble)
                return False
            self._watcher.addPath(str(folder.bills_in(self._frame.home)))
        elif not on and self._on:
            self._watcher.removePaths(self._watcher.directories())
        self._on = on
        return on

    # in

    def _take(self) -> None:
        busy = QElapsedTimer()
        busy.start()
        found = incoming.look(self._frame.home)
        names = {one.path.name for one in found}
        self._unfinished = {name: kept for name, kept in self._unfinished.items() if name in names}
        self._left = {name: seen for name, seen in self._left.items() if name in names}
        for one in found:
            if self._left.get(one.path.name) == one.seen:
                continue
            if busy.elapsed() > _SLICE:
                self._soon.start()
                return
            try:
                taken = incoming.take(self._desk, one, self._said, patient=self._is_young(one))
            except Trouble as trouble:
                # The desk cannot keep it: the file stays, and is tried again when the disk is.
                self._say_trouble(trouble)
                return
            if taken.fate != "early":
                self._told(taken)
            if taken.stays or (taken.fate != "early" and one.path.exists()):
                self._left[one.path.name] = one.seen

    def _is_young(self, one: Dropped) -> bool:
        kept = self._unfinished.get(one.path.name)
        if kept is None or kept.seen != one.seen:
            self._unfinished[one.path.name] = kept = _Unfinished(one.seen, self._clock())
        return self._clock() - kept.since < PATIENCE

    def _said(self, refusal: Refusal) -> str:
        return problem(refusal, language.current())

    def _told(self, taken: Taken) -> None:
        if taken.fate == "waits":
            self._say_waits(taken, opened=self._offer(taken.op_id))
        elif taken.fate == "paid":
            self._say_paid(taken)
        elif taken.fate == "refused" and taken.problem is not None:
            self._say_refused(taken, taken.problem)

    # out

    def _write(self) -> None:
        if self._writing or self._clock() < self._not_before or not outgoing.is_due(self._desk):
            return
        self._writing = True
        home, fiscal, elsewhere = self._frame.home, self._frame.station.fiscal, self._elsewhere
        self._frame.press.run(lambda: outgoing.hand_over(elsewhere(), home, fiscal), self._written, self._not_written)

    def _written(self, handed: Handed) -> None:
        self._writing = False
        if handed.trouble is not None:
            self._not_before = self._clock() + RETRY
            self._say_trouble(handed.trouble)
        elif self._trouble and handed.files:
            self._trouble = ""
            self._say_recovered()
        if handed.more:
            self._soon.start()

    def _not_written(self, trouble: Exception) -> None:
        self._writing = False
        self._not_before = self._clock() + RETRY
        if not isinstance(trouble, Trouble):
            raise trouble
        self._say_trouble(trouble)

    # words

    def _say_waits(self, taken: Taken, *, opened: bool) -> None:
        if opened:
            said = Notice(
                Tone.DONE,
                QCoreApplication.translate("HandOver", "Bill {bill} of the clinic system is open.").format(
                    bill=taken.bill
                ),
                advice=QCoreApplication.translate("HandOver", "Check it and press F9."),
                seconds=12,
            )
        else:
            said = Notice(
                Tone.TOLD,
                QCoreApplication.translate("HandOver", "Bill {bill} of the clinic system has come and waits.").format(
                    bill=taken.bill
                ),
                QCoreApplication.translate("HandOver", "The open bill stays as it is."),
                QCoreApplication.translate("HandOver", "Shift+F3 shows what waits."),
            )
        self._frame.say(said)
        self._frame.announce(said.sentence())

    def _say_paid(self, taken: Taken) -> None:
        try:
            outgoing.again(self._desk, self._frame.home, taken.op_id, self._frame.station.fiscal)
        except Trouble as trouble:
            self._say_trouble(trouble)
            return
        self._frame.say(
            Notice(
                Tone.TOLD,
                QCoreApplication.translate(
                    "HandOver", "Bill {bill} of the clinic system was paid before: receipt {number}."
                ).format(bill=taken.bill, number=taken.number),
                QCoreApplication.translate("HandOver", "Nothing was opened; its receipt lies in the folder again."),
                seconds=20,
            )
        )

    def _say_refused(self, taken: Taken, refusal: Refusal) -> None:
        place = ": ".join(part for part in (taken.name, refusal.place) if part)
        kept = (
            QCoreApplication.translate("HandOver", "The file stays where it is: the folder may not be written to.")
            if taken.stays
            else QCoreApplication.translate("HandOver", "The file lies in in/refused, with the reason beside it.")
        )
        self._frame.say(
            Notice(
                Tone.REFUSED,
                QCoreApplication.translate("HandOver", "A bill of the clinic system cannot be read."),
                f"{place}: {self._said(refusal)}",
                kept,
            )
        )

    def _say_trouble(self, trouble: Trouble) -> None:
        # Told once, however often it is tried again.
        if self._trouble == trouble.code:
            return
        self._trouble = trouble.code
        self._frame.say(
            Notice(
                Tone.TROUBLE,
                problem(trouble, language.current()),
                advice=QCoreApplication.translate("HandOver", "Go on working."),
            )
        )

    def _say_recovered(self) -> None:
        self._frame.say(
            Notice(
                Tone.DONE,
                QCoreApplication.translate("HandOver", "What waited was handed over to the clinic system."),
                seconds=8,
            )
        )
