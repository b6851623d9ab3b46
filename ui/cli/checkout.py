"""`tessera checkout`: pay a bill of a file; the same operation id again is the same receipt."""

from __future__ import annotations

import argparse

from desk_app.documents.bill_file import read_bill, read_redeem
from desk_app.documents.keys import read_at
from desk_app.documents.quote_json import quote_json
from desk_app.documents.tree import json_table
from ui.cli import files, paid_before
from ui.cli.answer import DONE, NO, Answer, naming
from ui.cli.explained import quote_lines
from ui.cli.handing import handing_over
from ui.cli.home import add_op, desk_of
from ui.cli.rows import rows
from ui.wording.explain import quote_explanation
from ui.wording.invitation import invitation

EXAMPLE = "tessera checkout --bill bill.json --redeem 500 --op MIS-2026-000123"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--bill", required=True, metavar="B.json", help="the bill")
    parser.add_argument(
        "--redeem", default="", metavar="N", help='units to spend, or "max"; instead of the bill\'s own'
    )
    parser.add_argument("--draft", action="store_true", help="only price it, store nothing")
    add_op(parser)


def run(options: argparse.Namespace) -> Answer:
    """Settle the bill under the version in force at its moment, or price it with --draft.

    Exit code 1 with `another_bill` where the operation paid another bill before: the receipt told is that one's.
    """
    from dataclasses import replace

    from desk_app import checkout, price_list
    from desk_app.accounts import version_on
    from desk_app.acts import new_id, op_id
    from desk_app.documents.bill_file import read_moment
    from desk_app.newcomer import as_newcomer
    from desk_app.sync import spending
    from desk_app.versions import today

    content = files.read(options.bill)
    with desk_of(options) as desk, naming(options.bill):
        table = json_table(content)
        with desk.store.reading() as reading:
            day = today(desk, reading)
            newest = version_on(reading, desk, day)[0]
            if table.get("at") is not None:
                day = read_at("at", read_moment, table["at"], newest.timezone).date()
            program = version_on(reading, desk, day)[0]
        bill = read_bill(table, program, desk.clock(), nameless=True)
        with desk.store.reading() as reading:
            bill, known = price_list.named(reading, bill), price_list.spoken_of(reading, program, bill)
        if options.redeem:
            bill = replace(bill, redeem=read_at("--redeem", read_redeem, options.redeem, program.precision))
        bill = replace(bill, branch=bill.branch or desk.branch)
        # a bill of a clinic system is one receipt, however often its system sends it
        identifier = op_id(options.op) if options.op else op_id(f"bill:{bill.id}") if bill.id else new_id()
        bill = replace(bill, id=bill.id or identifier)
        settled = None
        if options.draft:
            quote, receipt = checkout.price(desk, bill).quote, None
            handed = {}
        else:
            if bill.redeem != 0 or bill.rewards:
                # others may have spent the units; where nobody answers, the ceiling holds
                spending.ask(desk, program)
            with handing_over(desk, options) as handed:
                settled = checkout.settle(desk, bill, identifier)
            quote = settled.quote
            receipt = {"id": settled.row.id, "number": settled.row.number, "repeated": settled.repeated}
        warned = paid_before.warnings(desk, bill, settled, options.lang)
    paid = receipt is not None
    told = quote_explanation(quote, program, bill, services=known, paid=paid)
    another = any(one["code"] == paid_before.ANOTHER_BILL for one in warned)
    value = {
        **({"another_bill": True} if another else {}),
        **quote_json(quote, program, told),
        "receipt": receipt,
        **handed,
    }
    value["warnings"] = [*value["warnings"], *warned]
    head = [str(receipt["number"]), *rows({"repeated": receipt["repeated"]}, options.lang)] if receipt else []
    said = [*head, *quote_lines(quote, program, bill, options.lang, known, paid=paid)]
    if any(reason.code == "level.not_member" for reason in quote.reasons):
        said.append(invitation(quote, as_newcomer(program, bill), program, options.lang))
    code = NO if another else DONE
    return Answer(value, [line for line in said if line], code, warnings=[one["message"] for one in warned])
