"""`tessera return`: pieces of a paid bill come back, all that is left of it, or the bill is voided on its own day."""

from __future__ import annotations

import argparse

from desk_app.documents.scalars import LONGEST
from desk_app.domain.errors import WrongInput
from desk_app.hand_over.papers import return_json
from ui.cli.answer import Answer
from ui.cli.handing import handing_over
from ui.cli.home import add_op, desk_of
from ui.cli.rows import rows

#: Digits no count of pieces has.
_LONGEST = 10

EXAMPLE = "tessera return A-000017 --line 1=2 --line 3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("bill", help="number of the receipt, or id of the bill")
    parser.add_argument(
        "--line", action="append", default=[], metavar="ID[=PIECES]", help="a line; left out: all that is left"
    )
    parser.add_argument("--void", action="store_true", help="void the bill, on its own day")
    parser.add_argument("--reason", default="", help="why it is voided")
    parser.add_argument("--preview", action="store_true", help="only say what it would give")
    add_op(parser)


def run(options: argparse.Namespace) -> Answer:
    """Take them back; `quantity.bad`, `return.quantity`, `void.day`, `bill.unknown`, `bill.ambiguous`."""
    from desk_app import returning
    from desk_app.accounts import open_receipt
    from desk_app.acts import new_id, op_id
    from desk_app.receipt_numbers import named

    if len(options.reason) > LONGEST:
        raise WrongInput("text.long", "--reason", allowed=f"at most {LONGEST} characters")
    if options.void and options.line:
        raise WrongInput("arguments.bad", found="--void, --line")
    identifier = op_id(options.op) if options.op else new_id()
    asked = [_line(text, i) for i, text in enumerate(options.line)]
    with desk_of(options) as desk:
        with desk.store.reading() as reading:
            row = named(reading, desk, options.bill)
            if row is None:
                raise WrongInput("bill.unknown", "bill", found=options.bill)
            recalled = open_receipt(reading, desk, row)
            back = returning.returned_pieces(reading, row.id)
        bought = {line.id: line.quantity for line in recalled.receipt.bill.lines}
        lines = [
            (line, max(1, bought.get(line, 0) - back.get(line, 0)) if pieces is None else pieces)
            for line, pieces in asked
        ]
        if not lines:
            left = ((line, pieces - back.get(line, 0)) for line, pieces in bought.items())
            lines = [(line, pieces) for line, pieces in left if pieces]
        if options.preview:
            done, handed = returning.preview(desk, row.id, lines), {}
        else:
            with handing_over(desk, options) as handed:
                if options.void:
                    done = returning.void(desk, row.id, identifier, options.reason)
                else:
                    done = returning.give_back(desk, row.id, lines, identifier)
    value = return_json(done, recalled.program)
    return Answer({**value, **handed}, rows(value, options.lang))


def _line(text: str, place: int) -> tuple[str, int | None]:
    """A line and how many pieces of it, None for all that is left."""
    line, parted, pieces = text.partition("=")
    if not parted:
        return line, None
    whole = pieces.isascii() and pieces.isdigit() and len(pieces) < _LONGEST
    if not whole or int(pieces) < 1:
        raise WrongInput(
            "quantity.bad", f"lines[{place}].quantity", found=pieces[:40], allowed="a whole number above 0"
        )
    return line, int(pieces)
