"""`tessera print`: sheets as PDF files, as the paper room prints them; the slip of a receipt or of what came back."""

from __future__ import annotations

import argparse

from ui.cli import card_papers, office_papers
from ui.cli.answer import Answer
from ui.cli.draft import DRAFT_HELP, draft_file, naming_draft
from ui.cli.home import desk_of, home_of
from ui.cli.output import is_pdf, target_of, write
from ui.home import is_invented

EXAMPLE = "tessera print leaflet --format a5 --lang ru --out leaflet.pdf"
_SLIP = "tessera print slip A-000017 --out slip.pdf --size a5"
_FORMATS = ("a4", "a5", "a6", "poster", "a3", "tent")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    sheets = parser.add_subparsers(dest="sheet", metavar="SHEET", required=True)
    slip = sheets.add_parser("slip", help="the slip of a receipt", epilog=f"example: {_SLIP}")
    slip.add_argument("receipt", metavar="RECEIPT", help="number of the receipt, or id of the bill")
    slip.add_argument("--out", required=True, metavar="X.pdf", help="the file to write")
    slip.add_argument("--size", choices=("roll", "a5"), default="roll", help="80 mm roll, or A5")
    slip.add_argument("--returned", action="store_true", help="of what came back last, not of the payment")
    leaflet = sheets.add_parser(
        "leaflet", help="leaflet, poster or tent of the program in force", epilog=f"example: {EXAMPLE}"
    )
    leaflet.add_argument("--format", choices=_FORMATS, default="a5", help="size of the sheet")
    leaflet.add_argument("--version", metavar="N", help="a version other than the one in force")
    leaflet.add_argument("--program", metavar="P.toml", help=DRAFT_HELP)
    leaflet.add_argument("--out", metavar="X.pdf", help="the file to write")
    card_papers.add_acts(sheets)
    office_papers.add_acts(sheets)


def run(options: argparse.Namespace) -> Answer:
    """Draw the sheet into a file; `bill.unknown`, `sheet.legal`, `out.exists` for a file that is no sheet."""
    if options.sheet in card_papers.NAMES:
        return card_papers.run(options)
    if options.sheet in office_papers.NAMES:
        return office_papers.run(options)
    return _slip(options) if options.sheet == "slip" else _leaflet(options)


def _slip(options: argparse.Namespace) -> Answer:
    from desk_app.announcing import record
    from desk_app.printing.slip import draw
    from ui.slip import return_slip_of, slip_of

    target = target_of(options, options.out, is_pdf)
    compose = return_slip_of if options.returned else slip_of
    with desk_of(options) as desk:
        slip = compose(desk, options.receipt, options.lang, demo=is_invented(home_of(options)))
        pdf = draw(slip, options.size)
        write(target, pdf)
        # whoever prints it hands it over
        warned = record(desk, slip.announced, "slip") if slip.announced and desk.shut is None else 0
    value = {"file": str(target), "receipt": options.receipt, "bytes": len(pdf), "warned": warned}
    return Answer(value, [str(target)])


def _leaflet(options: argparse.Namespace) -> Answer:
    from desk_app.sheets.plain_words import typed_remarks
    from ui.sheets import Asked, making, print_sheet
    from ui.wording.problems import trouble_sentence

    out = options.out or f"leaflet-{options.format}.{options.lang}.pdf"
    target = target_of(options, out, is_pdf)
    kind, size = {"poster": ("poster", "a4"), "a3": ("poster", "a3"), "tent": ("tent", "tent")}.get(
        options.format, ("leaflet", options.format)
    )
    draft = draft_file(options)
    with desk_of(options) as desk, naming_draft(options):
        home = home_of(options)
        asked = Asked(kind, size, options.lang, options.version, draft=draft)
        drawn = print_sheet(desk, asked, home=home, demo=is_invented(home))
        remarks = typed_remarks(making(desk, options.lang, options.version, draft=draft).edition, options.lang)
    write(target, drawn.pdf)
    value = {
        "file": str(target), "pages": drawn.pages, "bytes": len(drawn.pdf), "left_out": list(drawn.left_out),
        "remarks": [{"kind": one.kind, "found": one.found, "text": one.text, "hint": one.hint} for one in remarks],
    }  # fmt: skip
    told = [trouble_sentence(code, {}, options.lang) for code in drawn.left_out]
    told += [f"{one.found}: {one.hint}" for one in remarks]
    return Answer(value, [str(target), *told])
