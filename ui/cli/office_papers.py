"""`tessera print`, the sheets that are no offers and what changed: each a row of the same table as in the window."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from desk_app.watch import UNWATCHED, Watch
from ui.cli.answer import Answer
from ui.cli.days import read_day
from ui.cli.draft import DRAFT_HELP, draft_file, naming_draft
from ui.cli.home import Bar, desk_of, home_of
from ui.cli.output import is_pdf, target_of, write
from ui.cli.sentences import sentence
from ui.home import is_invented

if TYPE_CHECKING:
    from pathlib import Path

    from desk_app.ports import Desk
    from desk_app.printing.sheet import Drawn
    from ui.sheets import Asked

NAMES: Final = ("changes", "desk-card", "statement", "consent", "report")
_CONSENTS: Final = ("program", "data", "messages")
_CARD: Final = "2901234567890"


def add_acts(sheets: Any) -> None:
    """The acts of `tessera print` that are told here."""
    one = sheets.add_parser(
        "changes", help="what a version changes for patients", epilog="example: tessera print changes --out changes.pdf"
    )
    one.add_argument("--format", choices=("a5", "a4"), default="a5", help="size of the sheet")
    one.add_argument("--version", metavar="N", help="a version other than the announced one")
    one.add_argument("--program", metavar="P.toml", help=DRAFT_HELP)
    one = sheets.add_parser(
        "desk-card", help="answers and keys for those at the desk",
        epilog="example: tessera print desk-card --out desk.pdf",
    )  # fmt: skip
    one.add_argument("--version", metavar="N", help="a version other than the one in force")
    one.add_argument("--program", metavar="P.toml", help=DRAFT_HELP)
    one = sheets.add_parser(
        "statement", help="every lot of a member, until when, and what it paid",
        epilog=f"example: tessera print statement {_CARD} --out statement.pdf",
    )  # fmt: skip
    one.add_argument("member", metavar="MEMBER", help="id or card number")
    one = sheets.add_parser(
        "consent", help="the forms of consent, or one of them",
        epilog=f"example: tessera print consent {_CARD} --kind messages --out consent.pdf",
    )  # fmt: skip
    one.add_argument("kind", metavar="program|data|messages", nargs="?", default="",
                     help="left out: all three, each on a page of its own")  # fmt: skip
    one.add_argument("member", metavar="MEMBER", nargs="?", default="", help="left out: lines to write on")
    one.add_argument("--kind", dest="chosen", choices=_CONSENTS, default="",
                     help="only this form; the same as naming it first")  # fmt: skip
    one = sheets.add_parser(
        "report", help="figures of a month or of other days", epilog="example: tessera print report --out report.pdf"
    )
    one.add_argument("--from", dest="first", default="", metavar="DAY", help="left out: the first of this month")
    one.add_argument("--to", dest="last", default="", metavar="DAY", help="left out: today")
    one.add_argument("--branch", default="", metavar="CODE", help="visits and money of one branch")
    for made in sheets.choices.values():
        if made.prog.rpartition(" ")[2] in NAMES:
            made.add_argument("--out", metavar="X.pdf", help="the file to write")


def run(options: argparse.Namespace) -> Answer:
    """Draw one of them into a file; `sheet.first`, `member.unknown`, `span.*`, `out.exists`."""
    from ui.sheets import print_sheet

    if options.sheet == "consent" and options.chosen:
        # named by the option, what stands first is the member
        known = options.kind if options.kind != options.chosen else ""
        options.kind, options.member = options.chosen, options.member or known
    out = options.out or f"{options.sheet}.{options.lang}.pdf"
    target = target_of(options, out, is_pdf)
    draft = draft_file(options)
    with desk_of(options) as desk, naming_draft(options):
        home = home_of(options)
        if options.sheet == "consent" and options.kind not in _CONSENTS:
            drawn = _every_consent(desk, options, home)
        else:
            drawn = print_sheet(desk, replace(_asked(desk, options), draft=draft), home=home, demo=is_invented(home))
    write(target, drawn.pdf)
    value = {"file": str(target), "pages": drawn.pages, "bytes": len(drawn.pdf), "left_out": list(drawn.left_out)}
    return Answer(value, [str(target)])


def _every_consent(desk: Desk, options: argparse.Namespace, home: Path) -> Drawn:
    """Three forms in one file, each whole with its own code: none stands for another. `consent MEMBER` too."""
    from desk_app.printing.sheet import draw_together
    from ui.sheets import sheet_of

    options.member, forms = options.member or options.kind, []
    for kind in _CONSENTS:
        options.kind = kind
        forms.append(sheet_of(desk, _asked(desk, options), home=home, demo=is_invented(home)))
    return draw_together(forms, "a4")


def _asked(desk: Any, options: argparse.Namespace) -> Asked:
    from desk_app.lookup import scan
    from ui.declared_keys import declared_keys
    from ui.sheets import Asked

    member, language = getattr(options, "member", ""), options.lang
    if member:
        member = scan(desk, member).member or member
        if not options.lang_said:
            # paper of a patient speaks the patient's language
            with desk.store.reading() as reading:
                patient = reading.patient(reading.canonical(member))
            language = patient.language or language if patient else language
    kind = f"consent-{options.kind}" if options.sheet == "consent" else options.sheet
    span = _span(desk, options) if options.sheet == "report" else None
    size, version = getattr(options, "format", "a4"), getattr(options, "version", None)
    if options.sheet == "changes" and version is None:
        version = _announced(desk)
    bar = Bar(sentence("report.reckoned", options.lang)) if span else None
    watch = Watch(bar) if bar else UNWATCHED
    branch = getattr(options, "branch", "")
    return Asked(kind, size, language, version, member, span, branch, keys=declared_keys, watch=watch)


def _announced(desk: Any) -> str | None:
    """What changes is asked of the version that is coming; None, the one in force, where none is."""
    from desk_app.versions import next_announced, today

    with desk.store.reading() as reading:
        return next_announced(reading, today(desk, reading)) if reading.versions() else None


def _span(desk: Any, options: argparse.Namespace) -> tuple[date, date]:
    from desk_app.versions import today

    with desk.store.reading() as reading:
        day = today(desk, reading)
    first = read_day("--from", options.first) if options.first else day.replace(day=1)
    last = read_day("--to", options.last) if options.last else day
    return first, last
