"""`tessera print card` and `cards`: the card of one member, of several, or stock cards that have no name yet."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Final

from desk_app.watch import Watch
from ui.cli import files
from ui.cli.answer import Answer
from ui.cli.home import Bar, desk_of, home_of
from ui.cli.output import is_pdf, target_of, write
from ui.cli.sentences import sentence
from ui.home import DEMO
from ui.wording.problems import trouble_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desk_app.ports import Desk
    from desk_app.printing.sheet import Drawn
    from desk_app.sheets.member_card import MemberCard

NAMES: Final = ("card", "cards")
_CARD: Final = "2901234567890"


def add_acts(sheets: Any) -> None:
    """The acts of `tessera print` that are told here."""
    card = sheets.add_parser(
        "card", help="the card of a member", epilog=f"example: tessera print card {_CARD} --out card.pdf"
    )
    card.add_argument("members", metavar="MEMBER", nargs=1, help="id or card number")
    card.set_defaults(layout="cr80", count=0, list=None, unprinted=False)
    cards = sheets.add_parser(
        "cards", help="cards of members, or stock cards without names",
        epilog="example: tessera print cards --sheet a4 --count 10 --out cards.pdf",
    )  # fmt: skip
    cards.add_argument("members", metavar="MEMBER", nargs="*", help="id or card number")
    cards.add_argument("--list", metavar="FILE", help="members a file names, by card, contract or phone")
    cards.add_argument("--unprinted", action="store_true", help="everybody whose card was not printed here yet")
    cards.add_argument("--count", type=int, default=10, metavar="N", help="how many stock cards")
    for one, usual in ((card, "cr80"), (cards, "a4")):
        one.add_argument(
            "--sheet", dest="layout", choices=("cr80", "a4"), default=usual,
            help="one to a page for a card printer, or ten on A4",
        )  # fmt: skip
        one.add_argument("--qr", action="store_true", help="the number as a QR code too")
        one.add_argument("--out", required=True, metavar="X.pdf", help="the file to write")


def run(options: argparse.Namespace) -> Answer:
    """Draw cards into a file; `card.none` for a member without one, `member.unknown`, `sheet.legal`, `out.exists`.

    Numbers of stock cards are registered once they are drawn, and before the file is written: a number that is
    somewhere on paper is always known.
    """
    from desk_app import stock
    from desk_app.printed_cards import note_printed
    from desk_app.sheets.member_card import stock_cards

    target = target_of(options, options.out, is_pdf)
    with desk_of(options) as desk:
        home = home_of(options)
        if options.members or options.list or options.unprinted:
            cards, without, unknown = _of_members(desk, options)
            drawn = _drawn(desk, options, home, cards)
            write(target, drawn.pdf)
            numbers = [card.number for card in cards]
            note_printed(desk, numbers)
        else:
            without = unknown = ()
            kept: list[Drawn] = []

            def hand_over(ink: Drawn) -> None:
                write(target, ink.pdf)
                kept.append(ink)

            batch = stock.make(
                desk, options.count, lambda made: _drawn(desk, options, home, stock_cards(made)), hand_over
            )
            drawn, numbers = kept[0], list(batch.numbers)
    value = {"file": str(target), "pages": drawn.pages, "bytes": len(drawn.pdf), "cards": numbers,
             "without": list(without), "unknown": list(unknown), "left_out": list(drawn.left_out)}  # fmt: skip
    told = [trouble_sentence(code, {}, options.lang) for code in drawn.left_out]
    told += [sentence("cards.without", options.lang).format(member=member) for member in without]
    told += [sentence("cards.unknown", options.lang).format(line=line) for line in unknown]
    return Answer(value, [str(target), *told])


def _of_members(desk: Desk, options: argparse.Namespace) -> tuple[Sequence[MemberCard], Sequence[str], Sequence[str]]:
    """Their cards, whom no card opens, and lines of the list that are nobody's or of several."""
    from desk_app.card_lists import CardList, listed, unprinted
    from desk_app.cards import cards_of
    from desk_app.domain.errors import refuse
    from desk_app.lookup import scan

    if options.unprinted:
        wanted = unprinted(desk)
        if not wanted.members:
            raise refuse("card.all_printed")
    elif options.list:
        wanted = listed(desk, files.read(options.list), Watch(Bar(sentence("cards.read", options.lang))))
    else:
        wanted = CardList(tuple(scan(desk, member).member or member for member in options.members))
    found, without = cards_of(desk, wanted.members)
    if not found:
        raise refuse("card.none", "member")
    return found, (*without, *wanted.without), (*wanted.unknown, *wanted.several)


def _drawn(desk: Desk, options: argparse.Namespace, home: Path, cards: Sequence[MemberCard]) -> Drawn:
    from desk_app.printing.cards import draw_cards
    from desk_app.sheets.cards import card_face
    from ui.sheets import making

    face = card_face(making(desk, options.lang, home=home, demo=home.name == DEMO))
    bar = Bar(sentence("cards.drawn", options.lang))
    return draw_cards(cards, face, options.layout, qr=options.qr, progress=bar)
