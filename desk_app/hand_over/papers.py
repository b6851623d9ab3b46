"""What leaves the desk about a receipt or a return, as plain values for others (spec: interfaces, Hand-over)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from desk_app.documents.quote_json import money_json, quote_json, register_json, units_json
from desk_app.domain.bill import Line
from desk_app.domain.program import Program
from desk_app.domain.receipts import Receipt
from desk_app.returning import ReturnResult

Json = dict[str, Any]

#: Raised when a key changes its meaning; keys may be added under the same number.
FORM: Final = 1


def receipt_paper(receipt: Receipt, program: Program, desk: str, employee: str) -> Json:
    """A paid receipt: the quote as `tessera checkout --json` prints it, whose bill it is, and what each line is."""
    bill = receipt.bill
    quote = quote_json(receipt.quote, program)
    quote.pop("explanation")
    lines = {line.id: _line(line, program) for line in bill.lines}
    quote["lines"] = [{**lines[line["id"]], **line} for line in quote["lines"]]
    return {
        "kind": "receipt",
        "form": FORM,
        "id": receipt.id,
        "number": receipt.number,
        "bill": bill.id,
        "patient": bill.patient,
        "payer": bill.payer or bill.patient,
        "holder": bill.holder or bill.patient,
        "branch": bill.branch,
        "desk": desk,
        "employee": employee,
        "at": bill.at.isoformat(),
        "currency": program.currency,
        **quote,
    }


def return_paper(
    identifier: str, kind: str, receipt: Receipt, program: Program, result: ReturnResult, at: str, desk: str,
    employee: str,
) -> Json:  # fmt: skip
    """A return ("return") or an undone receipt ("void"): what came back, and its split for the cash register."""
    given = return_json(result, program)
    given.pop("repeated")
    return {
        "kind": kind,
        "form": FORM,
        "id": identifier,
        "receipt": receipt.id,
        "number": receipt.number,
        "bill": receipt.bill.id,
        "patient": receipt.bill.patient,
        "branch": receipt.bill.branch,
        "desk": desk,
        "employee": employee,
        "at": at,
        "currency": program.currency,
        **given,
    }


def return_json(done: ReturnResult, program: Program) -> Json:
    """What a return or a void gave; `self` is net of what is withheld."""
    back: Mapping[str, int] = done.money_back_by_payer
    return {
        "money_back": money_json(done.money_back, program),
        "money_back_by_payer": {payer: money_json(money, program) for payer, money in back.items()},
        "units_back": units_json(done.units_back, program),
        "withdrawn": units_json(done.withdrawn, program),
        "shortfall": units_json(done.shortfall, program),
        "withheld": money_json(done.withheld, program),
        "register": [
            {"id": line, **position}
            for line, positions in done.register
            for position in register_json(positions, program)
        ],
        "repeated": done.repeated,
    }


def split_text(receipt: Receipt, program: Program) -> str:
    """The split of a receipt for the clipboard: name, pieces, price and sum parted by tabs, a position a line."""
    quoted = {line.id: line.register for line in receipt.quote.lines}
    return "\n".join(
        "\t".join((line.name or line.service or line.id, str(one["quantity"]), one["price"], one["sum"]))
        for line in receipt.bill.lines
        for one in register_json(quoted[line.id], program)
    )


def _line(line: Line, program: Program) -> Json:
    told: Json = {
        "id": line.id,
        "service": line.service,
        "name": line.name or line.service,
        "category": line.category,
        "quantity": line.quantity,
        "price": money_json(line.price, program),
        "payer": line.payer,
    }
    return {key: value for key, value in told.items() if value not in ("", None)}
