"""Ready tasks for the cash register: the public JSON of ATOL driver 10, with exact positions and nothing personal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from desk_app.domain.bill import Line
from desk_app.domain.money import decimal_text
from desk_app.domain.program import Program
from desk_app.domain.quote import Position
from desk_app.domain.receipts import Receipt
from desk_app.domain.register import split_positions
from desk_app.domain.spread import spread
from desk_app.returning import ReturnResult
from desk_app.station import FiscalSettings

Json = dict[str, Any]
#: A line of the bill and its positions.
Priced = tuple[Line, tuple[Position, ...]]

#: Certificates and deposits were paid before; what others pay never passes this register.
_PREPAID: Final = ("certificate", "deposit")
#: The longest name of a position that the register takes.
_LONGEST_NAME: Final = 128


def sell(receipt: Receipt, program: Program, settings: FiscalSettings, cashier: str = "") -> Json | None:
    """The task of a paid receipt; None when the patient pays nothing here."""
    quoted = {line.id: line.register for line in receipt.quote.lines}
    return _task("sell", [(line, quoted[line.id]) for line in receipt.bill.lines], program, settings, cashier)


def give_back(
    receipt: Receipt, program: Program, result: ReturnResult, settings: FiscalSettings, cashier: str = ""
) -> Json | None:
    """The task of a return; None when no money comes back here.

    What is withheld for units is taken off the patient's own lines, so that the task says what is really paid out.
    """
    lines = {line.id: line for line in receipt.bill.lines}
    back = [(lines[line], positions) for line, positions in result.register]
    return _task("sellReturn", _net(back, result.withheld), program, settings, cashier)


def _net(back: Sequence[Priced], withheld: int) -> list[Priced]:
    sums = [_sum(positions) if line.payer == "self" else 0 for line, positions in back]
    parts, _ = spread(withheld, sums, sums)
    return [
        (line, split_positions(_sum(positions) - part, _pieces(positions)) if part else positions)
        for (line, positions), part in zip(back, parts, strict=True)
    ]


def _task(kind: str, lines: Iterable[Priced], program: Program, settings: FiscalSettings, cashier: str) -> Json | None:
    items: list[Json] = []
    paid = {settings.payment: 0, "prepaid": 0}
    for line, positions in lines:
        if line.payer != "self" and line.payer not in _PREPAID:
            continue
        items += [_item(line, position, program, settings) for position in positions]
        paid["prepaid" if line.payer in _PREPAID else settings.payment] += _sum(positions)
    total = sum(paid.values())
    if not total:
        return None
    task: Json = {"type": kind}
    if settings.taxation:
        task["taxationType"] = settings.taxation
    if cashier:
        task["operator"] = {"name": cashier}
    task["items"] = items
    task["payments"] = [{"type": way, "sum": _number(money, program)} for way, money in paid.items() if money]
    task["total"] = _number(total, program)
    return task


def _item(line: Line, position: Position, program: Program, settings: FiscalSettings) -> Json:
    item: Json = {
        "type": "position",
        "name": (line.name or line.service or line.id)[:_LONGEST_NAME],
        "price": _number(position.price, program),
        "quantity": position.quantity,
        "amount": _number(position.sum, program),
        "paymentMethod": "fullPayment",
        "paymentObject": "service",
    }
    if settings.tax:
        item["tax"] = {"type": settings.tax}
    return item


def _number(minor: int, program: Program) -> float:
    """The driver takes numbers, not texts; up to 15 digits the shortest spelling of this one is the sum itself."""
    return float(decimal_text(minor, program.decimals))


def _sum(positions: Iterable[Position]) -> int:
    return sum(position.sum for position in positions)


def _pieces(positions: Iterable[Position]) -> int:
    return sum(position.quantity for position in positions)
