"""Cards without names made on a worker: drawn, registered, handed over; told how far it is, and stopped when asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, cast

from desk_app import stock
from desk_app.domain.errors import Trouble
from desk_app.ports import Desk
from ui.paper_room import files
from ui.printer import Job, Reprints, print_job
from ui.sheets import Asked, making

if TYPE_CHECKING:
    from desk_app.printing.sheet import Drawn
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

    def draw(self, numbers: tuple[str, ...]) -> Drawn:
        """All the cards as one PDF. Raises `desk_app.printing.cards.Cancelled` and what the drawing refuses."""
        from desk_app.printing.cards import Layout, draw_cards
        from desk_app.sheets.cards import card_face
        from desk_app.sheets.member_card import stock_cards

        asked = self.asked
        face = card_face(making(self.desk, asked.language, asked.version, home=self.home, demo=self.demo))
        return draw_cards(
            stock_cards(numbers), face, cast("Layout", asked.size), progress=self.progress, cancelled=self.stop.is_set
        )


def make(order: Order, count: int, hand_over: HandOver) -> tuple[stock.Batch, Out]:
    """So many new cards, and where they are. Raises what drawing, registering and `hand_over` raise."""
    out: list[Out] = []
    return stock.make(order.desk, count, order.draw, lambda drawn: out.append(hand_over(drawn))), out[0]


def make_again(order: Order, batch: stock.Batch, hand_over: HandOver) -> tuple[stock.Batch, Out]:
    """The cards of a batch that perhaps never came out, with the same numbers."""
    out: list[Out] = []
    stock.make_again(order.desk, batch, order.draw, lambda drawn: out.append(hand_over(drawn)))
    return batch, out[0]


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
