"""Member cards on paper and plastic: one CR80 card to a page, or ten to a sheet of A4 with marks to cut along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from desk_app.printing.sheet import Drawn
from desk_app.sheets.cards import CardFace
from desk_app.sheets.member_card import MemberCard

#: "cr80": a page for each side, with bleed, for a plastic printer; "a4": two by five, backs mirrored for duplex.
Layout = Literal["cr80", "a4"]


class Cancelled(Exception):
    """Whoever asked for the cards wants them no more; nothing was made."""


def draw_cards(
    cards: Sequence[MemberCard],
    face: CardFace,
    layout: Layout,
    *,
    qr: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Drawn:
    """All the cards as one PDF, the same bytes for the same cards; `qr` adds the number as a QR code.

    `progress` is told how many of how many cards are drawn, `cancelled` is asked before each sheet.
    Raises `Cancelled`; `card.none` for no cards at all.
    """
    raise NotImplementedError
