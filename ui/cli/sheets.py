"""`tessera print`: sheets as PDF files; the slip of a receipt or of what came back of it."""

from __future__ import annotations

import argparse

from ui.cli.answer import Answer
from ui.cli.home import desk_of, home_of
from ui.cli.output import is_pdf, target_of, write
from ui.home import DEMO

EXAMPLE = "tessera print slip A-000017 --out slip.pdf --size a5"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    sheets = parser.add_subparsers(dest="sheet", metavar="slip", required=True)
    slip = sheets.add_parser("slip", help="the slip of a receipt", epilog=f"example: {EXAMPLE}")
    slip.add_argument("receipt", metavar="RECEIPT", help="number of the receipt, or id of the bill")
    slip.add_argument("--out", required=True, metavar="X.pdf", help="the file to write")
    slip.add_argument("--size", choices=("roll", "a5"), default="roll", help="80 mm roll, or A5")
    slip.add_argument("--returned", action="store_true", help="of what came back last, not of the payment")


def run(options: argparse.Namespace) -> Answer:
    """Draw the sheet into a file; `bill.unknown`, `out.exists` for a file that is no sheet."""
    from ui.slip import return_slip_pdf, slip_pdf

    target = target_of(options, options.out, is_pdf)
    draw = return_slip_pdf if options.returned else slip_pdf
    with desk_of(options) as desk:
        pdf = draw(desk, options.receipt, options.size, options.lang, demo=home_of(options).name == DEMO)
    write(target, pdf)
    return Answer({"file": str(target), "receipt": options.receipt, "bytes": len(pdf)}, [str(target)])
