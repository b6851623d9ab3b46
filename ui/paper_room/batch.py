"""Cards made on a worker, without names or for a list of members: told how far it is, and stopped when asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol, cast

from desk_app import stock
from desk_app.cards import cards_of
from desk_app.domain.errors import Trouble, refuse
from desk_app.ports import Desk
from desk_app.printed_cards import note_printed
from desk_app.watch import Watch
from ui.paper_room import files
from ui.printer import Job, print_job
from ui.reprints import Reprints
from ui.sheets import Asked, card_list, making

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk_app.printing.sheet import Drawn
    from desk_app.sheets.member_card import MemberCard
    from desk_app.station import SheetPrinter

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Out:
    """Where the cards are now: in a file, in the list of what no printer took (`waits`), or on paper."""

    file: Path | None = None
    waits: bool = False


class HandOver(Protocol):
    """Gives drawn cards away, in two steps: whatever may fail for want of room does so before a number is taken."""

    def prepare(self, drawn: Drawn) -> None:
        """Get ready, as far as that may be undone. Raises OSError."""

    def give(self) -> Out:
        """The cards are somebody's now. Raises OSError."""

    def drop(self) -> None:
        """Whatever was prepared and not given is not wanted any more."""


@dataclass(frozen=True)
class Order:
    """Cards that are asked for: how they look, whose paper it is, how it is told and stopped."""

    desk: Desk
    asked: Asked
    home: Path
    demo: bool
    progress: Progress
    stop: Event = field(default_factory=Event)

    def draw(self, cards: Sequence[MemberCard]) -> Drawn:
        """All the cards as one PDF. Raises `desk_app.watch.Cancelled`, `sheet.draft` and what the drawing refuses."""
        from desk_app.printing.cards import Layout, draw_cards
        from desk_app.sheets.cards import card_face

        asked = self.asked
        made = making(self.desk, asked.language, asked.version, draft=asked.draft, home=self.home, demo=self.demo)
        if made.edition.draft:
            raise refuse("sheet.draft")
        return draw_cards(
            cards, card_face(made), cast("Layout", asked.size), qr=asked.qr, progress=self.progress,
            cancelled=self.stop.is_set,
        )  # fmt: skip

    def draw_nameless(self, numbers: tuple[str, ...]) -> Drawn:
        """The same for cards that have no name yet."""
        from desk_app.sheets.member_card import stock_cards

        return self.draw(stock_cards(numbers))


@dataclass(frozen=True)
class Made:
    """How many cards were made, where they are, and whether their numbers were new (cards without names)."""

    count: int
    out: Out
    nameless: bool


def make(order: Order, count: int, hand_over: HandOver) -> Made:
    """So many new cards without names. Raises what drawing, registering and `hand_over` raise."""
    return Made(count, _given(hand_over, partial(stock.make, order.desk, count), order.draw_nameless), nameless=True)


def make_again(order: Order, batch: stock.Batch, hand_over: HandOver) -> Made:
    """The cards of a batch that perhaps never came out, with the same numbers."""
    out = _given(hand_over, partial(stock.make_again, order.desk, batch), order.draw_nameless)
    return Made(len(batch.numbers), out, nameless=True)


def _given(hand_over: HandOver, make: Callable[..., object], draw: Callable[[tuple[str, ...]], Drawn]) -> Out:
    """What is drawn lies ready before the numbers are registered, and is given after that."""
    out: list[Out] = []

    def drawn_and_ready(numbers: tuple[str, ...]) -> Drawn:
        drawn = draw(numbers)
        hand_over.prepare(drawn)
        return drawn

    try:
        make(drawn_and_ready, lambda _: out.append(hand_over.give()))
    finally:
        hand_over.drop()
    return out[0]


def make_named(order: Order, hand_over: HandOver) -> Made:
    """The cards of the members that are asked for; no number is taken, and each is noted as printed once it is out.

    Raises `card.none` for nobody at all, and as `make`.
    """
    asked = replace(order.asked, watch=Watch(cancelled=order.stop.is_set))
    found, _ = cards_of(order.desk, card_list(order.desk, asked).members)
    try:
        hand_over.prepare(order.draw(found))
        out = hand_over.give()
    finally:
        hand_over.drop()
    note_printed(order.desk, (card.number for card in found))
    return Made(len(found), out, nameless=False)


class ToPrinter:
    """Print the cards; what the printer does not take waits on disk and is as good as handed over."""

    def __init__(self, title: str, settings: SheetPrinter, reprints: Reprints) -> None:
        self._title, self._settings, self._reprints = title, settings, reprints
        self._job: Job | None = None

    def prepare(self, drawn: Drawn) -> None:
        """Nothing can be known of a printer beforehand."""
        self._job = Job("cards", self._title, drawn.pdf)

    def give(self) -> Out:
        """Send them. Raises OSError where they cannot wait either."""
        if self._job is None:
            raise ValueError("nothing was prepared")
        try:
            print_job(self._job, self._settings)
        except Trouble:
            self._reprints.keep(self._job)
            return Out(waits=True)
        return Out()

    def drop(self) -> None:
        """Forget them."""
        self._job = None


class ToFile:
    """Keep the cards as a file in a folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self._file = files.Ahead(folder, name)

    def prepare(self, drawn: Drawn) -> None:
        """Write them without a name. Raises OSError."""
        self._file.lay_down(drawn.pdf)

    def give(self) -> Out:
        """Name the file. Raises OSError."""
        return Out(self._file.give_name())

    def drop(self) -> None:
        """Take an unnamed file away."""
        self._file.drop()
