"""Many cards on their way: one batch at a time, on a worker of its own, told about when it ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from desk_app import stock
from desk_app.acts import new_id
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.watch import Cancelled
from ui import language
from ui.background import Background
from ui.notice import Notice, Tone
from ui.paper_room.batch import HandOver, Made, Order, make, make_again, make_named
from ui.paper_room.presenter import PaperPresenter
from ui.screen import Frame
from ui.sheets import Asked
from ui.wording.problems import problem


class Batches(QObject):
    """`changed` is called when the list of unfinished batches may be another; `not_kept` with what a folder refused."""

    def __init__(
        self,
        frame: Frame,
        desk: Desk,
        presenter: PaperPresenter,
        changed: Callable[[], None],
        not_kept: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desk = desk
        self._presenter = presenter
        self._changed = changed
        self._not_kept = not_kept
        self._worker = Background("cards", self)
        self._order: Order | None = None

    def begin(self, asked: Asked, count: int, hand_over: HandOver) -> None:
        """Make so many cards without names, or those of so many members that are asked for."""
        order = self._ordered(asked, count)
        if order is not None:
            nameless = asked.kind == "cards"
            work = partial(make, order, count, hand_over) if nameless else partial(make_named, order, hand_over)
            self._worker.run(work, self._done, self._failed)

    def again(self, asked: Asked, batch: stock.Batch, hand_over: HandOver) -> None:
        """Make the cards of an unfinished batch once more."""
        order = self._ordered(asked, len(batch.numbers))
        if order is not None:
            self._worker.run(partial(make_again, order, batch, hand_over), self._done, self._failed)

    def stop(self) -> bool:
        """Make no more cards; False where none are made."""
        if self._order is None:
            return False
        self._order.stop.set()
        return True

    def unfinished(self) -> tuple[stock.Batch, ...]:
        """Batches that were registered and perhaps never printed, but for the one being made."""
        return stock.unfinished(self._desk) if self._order is None else ()

    def put_away(self, batch: stock.Batch) -> None:
        """Nobody has these cards: block their numbers."""
        try:
            stock.put_away(self._desk, batch, new_id())
        except (Refusal, Trouble) as why:
            self._failed(why)
            return
        self._changed()
        said = QCoreApplication.translate("PaperRoom", "The numbers of these cards are blocked.")
        self._frame.say(Notice(Tone.DONE, said, seconds=8))

    def close(self) -> None:
        """The window goes: what is not registered yet never will be."""
        self.stop()
        self._worker.close()

    def _ordered(self, asked: Asked, count: int) -> Order | None:
        if not self._presenter.begin_batch(count):
            words = QCoreApplication.translate("PaperRoom", "A batch is on its way already.")
            self._frame.say(Notice(Tone.REFUSED, words))
            return None
        self._order = Order(self._desk, asked, self._frame.home, self._frame.demo, self._at)
        return self._order

    def _at(self, done: int, total: int) -> None:
        self._worker.to_main(partial(self._presenter.batch_at, done, total))

    def _done(self, made: Made) -> None:
        self._ended()
        out, count, advice = made.out, made.count, ""
        if made.nameless:
            words = QCoreApplication.translate("PaperRoom", "%n card(s) are made and registered.", "", count)
            advice = QCoreApplication.translate("PaperRoom", "Scan one at the desk to give it to a patient.")
        else:
            words = QCoreApplication.translate("PaperRoom", "%n card(s) of members are made.", "", count)
        kept = ""
        if out.file is not None:
            kept = QCoreApplication.translate("PaperRoom", "File {name}, folder {folder}.")
            kept = kept.format(name=out.file.name, folder=out.file.parent)
        elif out.waits:
            kept = QCoreApplication.translate("PaperRoom", "The printer did not take them: they wait at the left.")
        self._frame.say(Notice(Tone.TROUBLE if out.waits else Tone.DONE, words, kept, advice))

    def _failed(self, why: Exception) -> None:
        nameless = self._order is None or self._order.asked.kind == "cards"
        self._ended()
        none = QCoreApplication.translate("PaperRoom", "No card was made, and no number was taken.")
        if not nameless:
            none = QCoreApplication.translate("PaperRoom", "No card was made.")
        if isinstance(why, Cancelled):
            self._frame.say(Notice(Tone.TOLD, none, seconds=8))
        elif isinstance(why, (Refusal, Trouble)):
            self._frame.say(Notice(Tone.TROUBLE, problem(why, language.current())))
        else:
            self._not_kept(why)

    def _ended(self) -> None:
        self._order = None
        self._presenter.end_batch()
        self._changed()
