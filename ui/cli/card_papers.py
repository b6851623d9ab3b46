"""`tessera print card` and `cards`: the card of one member, of several, or stock cards that have no name yet."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from desk_app.domain.errors import WrongInput
from desk_app.watch import Watch
from ui.cli import files
from ui.cli.answer import Answer
from ui.cli.draft import DRAFT_HELP, draft_file, naming_draft
from ui.cli.home import Bar, desk_of, home_of
from ui.cli.output import is_pdf, target_of, write, written_ahead
from ui.cli.sentences import sentence
from ui.home import is_invented
from ui.wording.problems import trouble_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desk_app.ports import Desk
    from desk_app.printing.sheet import Drawn
    from desk_app.sheets.member_card import MemberCard

NAMES: Final = ("card", "cards")
_CARD: Final = "2901234567890"
#: Stock cards where nobody said how many: a sheet of A4.
_USUAL: Final = 10


def add_acts(sheets: Any) -> None:
    """The acts of `tessera print` that are told here."""
    card = sheets.add_parser(
        "card", help="the card of a member", epilog=f"example: tessera print card {_CARD} --out card.pdf"
    )
    card.add_argument("members", metavar="MEMBER", nargs=1, help="id or card number")
    card.set_defaults(layout="cr80", count=None, list=None, unprinted=False, program=None)
    cards = sheets.add_parser(
        "cards", help="cards of members, or stock cards without names",
        epilog="example: tessera print cards --sheet a4 --count 10 --out cards.pdf",
    )  # fmt: skip
    cards.add_argument("members", metavar="MEMBER", nargs="*", help="id or card number")
    cards.add_argument("--list", metavar="FILE", help="members a file names, by card, contract or phone")
    cards.add_argument("--unprinted", action="store_true", help="everybody whose card was not printed here yet")
    cards.add_argument("--count", type=int, metavar="N", help="how many stock cards; left out: 10")
    cards.add_argument("--program", metavar="P.toml", help=DRAFT_HELP)
    for one, usual in ((card, "cr80"), (cards, "a4")):
        one.add_argument(
            "--sheet", dest="layout", choices=("cr80", "a4"), default=usual,
            help="one to a page for a card printer, or ten on A4",
        )  # fmt: skip
        one.add_argument("--qr", action="store_true", help="the number as a QR code too")
        one.add_argument("--out", required=True, metavar="X.pdf", help="the file to write")


def run(options: argparse.Namespace) -> Answer:
    """Draw cards into a file; `card.none` for a member without one, `member.unknown`, `sheet.legal`, `out.exists`.

    Stock cards go three steps: the file is whole on the disk, their numbers are registered, the file has its name. So
    no number is taken for want of room, and no card lies anywhere that nobody knows. Of a draft (`--program`) there
    are samples alone, and nothing is registered or noted.
    """
    _refuse_mixed(options)
    target = target_of(options, options.out, is_pdf)
    with desk_of(options) as desk:
        if options.program:
            return _samples(desk, options, target)
        if options.members or options.list or options.unprinted:
            return _members(desk, options, target)
        return _stock(desk, options, target)


def _refuse_mixed(options: argparse.Namespace) -> None:
    """Whose cards they are is said once. Raises `arguments.mixed`."""
    said = [("MEMBER", options.members), ("--list", options.list), ("--unprinted", options.unprinted),
            ("--count", options.count is not None), ("--program", options.program)]  # fmt: skip
    given = [name for name, value in said if value]
    if len(given) > 1:
        raise WrongInput("arguments.mixed", found=", ".join(given))


def _members(desk: Desk, options: argparse.Namespace, target: Path) -> Answer:
    from desk_app.printed_cards import note_printed

    cards, without, unknown = _of_members(desk, options)
    drawn = _drawn(desk, options, cards)
    write(target, drawn.pdf)
    numbers = [card.number for card in cards]
    note_printed(desk, numbers)
    return _made(options, target, drawn, numbers, without, unknown)


def _stock(desk: Desk, options: argparse.Namespace, target: Path) -> Answer:
    from desk_app import stock
    from desk_app.sheets.member_card import stock_cards

    kept: list[Drawn] = []
    with written_ahead(target) as (lay_down, give_name):

        def draw(numbers: tuple[str, ...]) -> Drawn:
            drawn = _drawn(desk, options, stock_cards(numbers))
            lay_down(drawn.pdf)
            return drawn

        def hand_over(drawn: Drawn) -> None:
            give_name()
            kept.append(drawn)

        batch = stock.make(desk, _USUAL if options.count is None else options.count, draw, hand_over)
    return _made(options, target, kept[0], batch.numbers)


def _samples(desk: Desk, options: argparse.Namespace, target: Path) -> Answer:
    from ui.sheets import Asked, print_sheet

    home = home_of(options)
    asked = Asked("cards", options.layout, options.lang, draft=draft_file(options), qr=options.qr)
    with naming_draft(options):
        drawn = print_sheet(desk, asked, home=home, demo=is_invented(home))
    write(target, drawn.pdf)
    answer = _made(options, target, drawn, ())
    return replace(answer, lines=[*answer.lines[:-1], sentence("cards.samples", options.lang)])


def _made(
    options: argparse.Namespace, target: Path, drawn: Drawn, numbers: Sequence[str],
    without: Sequence[str] = (), unknown: Sequence[str] = (),
) -> Answer:  # fmt: skip
    """Where they are and how many; whom no card opens, and lines of a list that are nobody's."""
    value = {"file": str(target), "pages": drawn.pages, "bytes": len(drawn.pdf), "cards": list(numbers),
             "made": len(numbers), "without": list(without), "unknown": list(unknown),
             "left_out": list(drawn.left_out)}  # fmt: skip
    told = [trouble_sentence(code, {}, options.lang) for code in drawn.left_out]
    told += [sentence("cards.without", options.lang).format(member=member) for member in without]
    told += [sentence("cards.unknown", options.lang).format(line=line) for line in unknown]
    return Answer(value, [str(target), *told, sentence("cards.made", options.lang).format(count=len(numbers))])


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


def _drawn(desk: Desk, options: argparse.Namespace, cards: Sequence[MemberCard]) -> Drawn:
    from desk_app.printing.cards import draw_cards
    from desk_app.sheets.cards import card_face
    from ui.sheets import making

    home = home_of(options)
    face = card_face(making(desk, options.lang, home=home, demo=is_invented(home)))
    bar = Bar(sentence("cards.drawn", options.lang))
    return draw_cards(cards, face, options.layout, qr=options.qr, progress=bar)
