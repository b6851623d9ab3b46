"""Returns and voids: pieces of a bill come back, in any order, and the ledger says what that does to units.

Source: spec: engine, Receipts and returns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk_app import making_good
from desk_app.accounts import folded, open_receipt, version_on
from desk_app.acts import done_before, write
from desk_app.domain.account import Outcome
from desk_app.domain.errors import refuse
from desk_app.domain.facts import Fact, Returned, from_json, to_json
from desk_app.domain.ledger import apply
from desk_app.domain.quote import Position
from desk_app.domain.receipts import Recalled
from desk_app.domain.register import split_positions
from desk_app.ports import Desk, Json, Reading, ReceiptRow
from desk_app.receipt_numbers import named
from desk_app.versions import today


@dataclass(frozen=True, slots=True)
class ReturnResult:
    """What a return gives: money in minor units (own money net of what is withheld), units in smallest parts."""

    receipt: str
    money_back: int
    money_back_by_payer: Mapping[str, int]
    units_back: int
    withdrawn: int
    shortfall: int
    withheld: int
    register: tuple[tuple[str, tuple[Position, ...]], ...]
    repeated: bool = False


def preview(desk: Desk, receipt: str, lines: Sequence[tuple[str, int]]) -> ReturnResult:
    """What a return of these pieces would give; nothing is stored."""
    with desk.store.reading() as reading:
        row = _row(reading, desk, receipt)
        recalled = open_receipt(reading, desk, row)
        return _compute(reading, desk, recalled, lines, "preview")[0]


def give_back(desk: Desk, receipt: str, lines: Sequence[tuple[str, int]], identifier: str) -> ReturnResult:
    """Take pieces back; the same operation again gives the first result.

    Raises `bill.unknown`, `bill.ambiguous`, `return.quantity`.
    """
    with desk.store.writing() as writing:
        row = _row(writing, desk, receipt)
        before = done_before(writing, identifier, "return", "void")
        if before is not None:
            return _first_result(before, row.id)
        recalled = open_receipt(writing, desk, row)
        result, facts, gross, back = _compute(writing, desk, recalled, lines, identifier)
        _store(writing, desk, recalled, lines, identifier, result, facts, gross, back, "return")
        return result


def void(desk: Desk, receipt: str, identifier: str, reason: str = "") -> ReturnResult:
    """A return of everything that is left, on the bill's own local day only. Raises `void.day`."""
    with desk.store.writing() as writing:
        row = _row(writing, desk, receipt)
        before = done_before(writing, identifier, "return", "void")
        if before is not None:
            return _first_result(before, row.id)
        recalled = open_receipt(writing, desk, row)
        day = today(desk, writing)
        if day != row.day:
            raise refuse("void.day", "bill", day=row.day.isoformat(), today=day.isoformat())
        returned = returned_pieces(writing, row.id)
        lines = [(line.id, line.quantity - returned.get(line.id, 0)) for line in recalled.receipt.bill.lines]
        lines = [(line, pieces) for line, pieces in lines if pieces]
        if not lines:
            raise refuse("receipt.returned", "bill", bill=row.bill)
        result, facts, gross, back = _compute(writing, desk, recalled, lines, identifier)
        _store(writing, desk, recalled, lines, identifier, result, facts, gross, back, "void", reason)
        return result


def returned_pieces(reading: Reading, receipt: str) -> dict[str, int]:
    """How many pieces of each line came back so far."""
    out: dict[str, int] = {}
    for part in reading.returns(receipt):
        for line, pieces in part["lines"]:
            out[line] = out.get(line, 0) + pieces
    return out


def returned(desk: Desk, receipt: str) -> tuple[tuple[int, ReturnResult], ...]:
    """What came back of a receipt so far: (moment, milliseconds UTC, and the result), oldest first."""
    with desk.store.reading() as reading:
        return tuple((part["moment"], _first_result({"return": part}, receipt)) for part in reading.returns(receipt))


def _row(reading: Reading, desk: Desk, receipt: str) -> ReceiptRow:
    row = named(reading, desk, receipt)
    if row is None:
        raise refuse("bill.unknown", "bill", bill=receipt)
    return row


def _compute(
    reading: Reading, desk: Desk, recalled: Recalled, lines: Sequence[tuple[str, int]], identifier: str
) -> tuple[ReturnResult, list[Fact], dict[str, int], making_good.TakenBack | None]:
    receipt = recalled.receipt
    before = returned_pieces(reading, receipt.id)
    after = _checked(recalled, before, lines)
    day = today(desk, reading)
    facts = _facts(reading, recalled, lines, identifier, day)
    outcome = _outcome(reading, desk, facts, identifier)
    given: dict[str, int] = {}
    for part in reading.returns(receipt.id):
        for payer, money in part["gross"].items():
            given[payer] = given.get(payer, 0) + money
    touched = {line.payer for line in receipt.bill.lines if any(line.id == one for one, _ in lines)}
    total = recalled.money_back(after)
    gross = {payer: total[payer] - given.get(payer, 0) for payer in total if payer in touched or payer == "self"}
    by_payer = {"self": gross.get("self", 0) - outcome.withheld}
    by_payer |= {payer: money for payer, money in gross.items() if payer != "self"}
    units_back = outcome.units_back
    back = making_good.taken_back(reading, desk, receipt, by_payer["self"])
    if back is not None:
        units_back += back.units
        by_payer["self"] -= back.money if back.handed else 0
    result = ReturnResult(
        receipt.id, by_payer["self"], by_payer, units_back, outcome.withdrawn, outcome.shortfall, outcome.withheld,
        _register(recalled, before, after),
    )  # fmt: skip
    return result, facts, gross, back


def _checked(recalled: Recalled, before: Mapping[str, int], lines: Sequence[tuple[str, int]]) -> dict[str, int]:
    bought = {line.id: line.quantity for line in recalled.receipt.bill.lines}
    after = dict(before)
    if not lines:
        raise refuse("return.quantity", "lines", left=0, asked=0)
    for i, (line, pieces) in enumerate(lines):
        left = bought.get(line, 0) - after.get(line, 0)
        if pieces < 1 or pieces > left:
            raise refuse("return.quantity", f"lines[{i}]", left=left, asked=pieces)
        after[line] = after.get(line, 0) + pieces
    return after


def _facts(
    reading: Reading, recalled: Recalled, lines: Sequence[tuple[str, int]], identifier: str, day: Any
) -> list[Fact]:
    """The return, written for every role of the receipt: visit, redeemed, accrued."""
    receipt = recalled.receipt
    moment = reading.newest_moment() + 1
    roles = [("visit", receipt.bill.patient)] if receipt.bill.patient else []
    if receipt.quote.redeemed_units:
        roles.append(("redeemed", receipt.redeemer))
    if receipt.quote.earns:
        roles.append(("accrued", receipt.earner))
    if not receipt.standing.member and len(roles) <= 1 and not receipt.quote.redeemed_units:
        return []
    return [
        Returned(moment, f"{identifier}:{n}", member, day, receipt.id, role, tuple(lines))
        for n, (role, member) in enumerate(roles)
    ]


def _outcome(reading: Reading, desk: Desk, facts: Sequence[Fact], identifier: str) -> Outcome:
    """What the fold makes of the return, over every circle it touches."""
    total = Outcome()
    program, _ = version_on(reading, desk, today(desk, reading))
    seen: set[frozenset[str]] = set()
    for fact in facts:
        circle = reading.circle(reading.canonical(fact.member))
        if circle in seen:
            continue
        seen.add(circle)
        ledger = folded(reading, desk, circle, program)
        for one in facts:
            if reading.circle(reading.canonical(one.member)) == circle:
                apply(ledger, one)
        done = ledger.outcomes.get(identifier, Outcome())
        total.units_back += done.units_back
        total.withdrawn += done.withdrawn
        total.shortfall += done.shortfall
        total.withheld += done.withheld
    return total


def _register(
    recalled: Recalled, before: Mapping[str, int], after: Mapping[str, int]
) -> tuple[tuple[str, tuple[Position, ...]], ...]:
    """Positions of what is returned now, exact by line."""
    out = []
    for line, quoted in zip(recalled.receipt.bill.lines, recalled.receipt.quote.lines, strict=True):
        pieces = after.get(line.id, 0) - before.get(line.id, 0)
        if pieces:
            money = recalled.line_back(line, quoted, after[line.id]).money
            money -= recalled.line_back(line, quoted, before.get(line.id, 0)).money
            paid = line.quantity - quoted.free
            free = max(0, after[line.id] - paid) - max(0, before.get(line.id, 0) - paid)
            out.append((line.id, split_positions(money, pieces, min(free, pieces))))
    return tuple(out)


def _store(
    writing: Any, desk: Desk, recalled: Recalled, lines: Sequence[tuple[str, int]], identifier: str,
    result: ReturnResult, facts: Sequence[Fact], gross: Mapping[str, int], back: making_good.TakenBack | None,
    kind: str, reason: str = "",
) -> None:  # fmt: skip
    receipt = recalled.receipt
    after = returned_pieces(writing, receipt.id)
    for line, pieces in lines:
        after[line] = after.get(line, 0) + pieces
    part: Json = {
        "receipt": receipt.id, "lines": [list(line) for line in lines], "gross": dict(gross),
        "money_back": dict(result.money_back_by_payer), "units_back": result.units_back,
        "withdrawn": result.withdrawn, "shortfall": result.shortfall, "withheld": result.withheld,
        "register": [[line, [[p.quantity, p.price] for p in positions]] for line, positions in result.register],
        "whole": recalled.is_whole(after), "kind": kind, "reason": reason,
    }  # fmt: skip
    parts: Json = {"return": part, "entries": []}
    of_receipt = result.units_back - (back.units if back is not None else 0)
    if of_receipt:
        parts["entries"].append([receipt.redeemer, of_receipt])
    if result.withdrawn:
        parts["entries"].append([receipt.earner, -result.withdrawn])
    if recalled.is_whole(after):
        parts["frees"] = [receipt.id]
    fresh = [from_json(to_json(fact), 0, "") for fact in facts]
    write(writing, desk, identifier, kind, today(desk, writing), parts, fresh)
    if back is not None:
        making_good.write_taken_back(writing, desk, receipt.id, back, identifier, today(desk, writing))


def _first_result(body: Json, receipt: str) -> ReturnResult:
    if body["return"]["receipt"] != receipt:
        raise refuse("op.other_content", "op")
    return result_of(body["return"])


def result_of(part: Json) -> ReturnResult:
    """A stored `return` part as what it gave."""
    register = tuple((line, tuple(Position(q, p) for q, p in positions)) for line, positions in part["register"])
    return ReturnResult(
        part["receipt"], part["money_back"]["self"], part["money_back"], part["units_back"], part["withdrawn"],
        part["shortfall"], part["withheld"], register, repeated=True,
    )  # fmt: skip
