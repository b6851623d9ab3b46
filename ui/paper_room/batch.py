"""Cards made on a worker, without names or for a list of members: told how far it is, and stopped when asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, cast

from desk_app import stock
from desk_app.cards import cards_of
from desk_app.domain.errors import Trouble
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


HandOver = Callable[["Drawn"], Out]


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
        """All the cards as one PDF. Raises `desk_app.watch.Cancelled` and what the drawing refuses."""
        from desk_app.printing.cards import Layout, draw_cards
        from desk_app.sheets.cards import card_face

        asked = self.asked
        made = making(self.desk, asked.language, asked.version, draft=asked.draft, home=self.home, demo=self.demo)
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
    out: list[Out] = []
    stock.make(order.desk, count, order.draw_nameless, lambda drawn: out.append(hand_over(drawn)))
    return Made(count, out[0], nameless=True)


def make_again(order: Order, batch: stock.Batch, hand_over: HandOver) -> Made:
    """The cards of a batch that perhaps never came out, with the same numbers."""
    out: list[Out] = []
    stock.make_again(order.desk, batch, order.draw_nameless, lambda drawn: out.append(hand_over(drawn)))
    return Made(len(batch.numbers), out[0], nameless=True)


def make_named(order: Order, hand_over: HandOver) -> Made:
    """The cards of the members that are asked for; no number is taken, and each is noted as printed once it is out.

    Raises `card.none` for nobody at all, and as `make`.
    """
    asked = replace(order.asked, watch=Watch(cancelled=order.stop.is_set))
    found, _ = cards_of(order.desk, card_list(order.desk, asked).members)
    out = hand_over(order.draw(found))
    note_printed(order.desk, (card.number for card in found))
    return Made(len(found), out, nameless=False)


def to_printer(title: str, settings: SheetPrinter, reprints: Reprints) -> HandOver:
    """Print the cards; what the printer does not take waits on disk and is as good as handed over. Raises OSError."""

    def hand_over(drawn: Drawn) -> Out:
        job = Job("cards", title, drawn.pdf)
        try:
            print_job(job, settings)
        except Trouble:
            reprints.keep(job)
            return Out(waits=True)
        return Out()

    return hand_over


def to_file(folder: Path, name: str) -> HandOver:
    """Keep the cards as a file in a folder. Raises OSError."""
    return lambda drawn: Out(files.keep(folder, name, drawn.pdf))
