"""A member's account on paper: what there is, and of every lot from which bill it came, until when, what it paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desk_app.lot_history import Bill, History, LotHistory
from desk_app.sheets.blocks import Block, Heading, Points, Sheet, Table, Title, Words
from desk_app.sheets.leaflet import Making


@dataclass(frozen=True, slots=True)
class Told:
    """What the words of the statement say already: whose it is, its sentences, and where units came from."""

    name: str
    sentences: Sequence[str]
    came_from: Callable[[LotHistory], str]


def statement_sheet(making: Making, history: History, told: Told) -> Sheet:
    """The statement of a member; the sums are those of the account, and no service is named (law, D-11).

    Raises `sheet.retired`.
    """
    wording, account = making.wording, history.statement
    blocks: list[Block] = [
        Title(wording.label("statement.title")),
        Words(wording.label("statement.of", name=told.name, day=wording.day(account.day)), "lead"),
        Points(tuple(told.sentences)),
    ]
    if history.program.unit:
        sums = (("accrued", account.accrued), ("redeemed", account.redeemed), ("lapsed", account.lapsed),
                ("withdrawn", account.withdrawn), ("adjusted_down", account.adjusted_down),
                ("usable", account.usable), ("pending", account.pending))  # fmt: skip
        blocks += [
            Heading(wording.label("statement.sums")),
            Table((), tuple((wording.label(f"statement.{key}"), wording.units(units)) for key, units in sums
                            if units or key in ("accrued", "redeemed", "usable")), frozenset((1,))),
        ]  # fmt: skip
        if history.lots:
            head = ("day", "source", "units", "left", "until", "paid")
            blocks += [
                Heading(wording.label("statement.lots")),
                Table(tuple(wording.label(f"statement.head.{one}") for one in head),
                      tuple(_row(making, told, lot) for lot in history.lots), frozenset((2, 3))),
            ]  # fmt: skip
    blocks += [
        Heading(wording.label("statement.counted")),
        Points(tuple(_counted(making, history))),
        Words(wording.label("statement.family" if account.family else "statement.secret"), "small"),
    ]
    return making.sheet("statement", wording.label("statement"), blocks, offer=False)


def _counted(making: Making, history: History) -> Iterator[str]:
    wording, account = making.wording, history.statement
    yield wording.label("statement.spent", money=wording.exact(account.spent))
    yield wording.label("statement.visits", count=account.visits)


def _row(making: Making, told: Told, lot: LotHistory) -> tuple[str, ...]:
    wording = making.wording
    until = wording.label("statement.no_end") if lot.until is None else wording.day(lot.until)
    if lot.waits:
        first = wording.day(lot.usable_from) if lot.usable_from else ""
        until += "; " + wording.label("statement.from" if first else "statement.later", day=first)
    return (wording.day(lot.day), told.came_from(lot), _number(making, lot.units), _number(making, lot.left), until,
            "; ".join(_paid(making, lot)) or "—")  # fmt: skip


def _paid(making: Making, lot: LotHistory) -> Iterator[str]:
    wording = making.wording
    for one in lot.paid:
        yield wording.label("statement.paid", units=_number(making, one.units), bill=_bill(making, one.bill))
    if lot.lapsed:
        yield wording.label("statement.gone", units=_number(making, lot.lapsed))
    if lot.withdrawn:
        yield wording.label("statement.back", units=_number(making, lot.withdrawn))


def _bill(making: Making, bill: Bill) -> str:
    if not bill.number:
        return making.wording.label("statement.bill/family")
    return making.wording.label("statement.bill", number=bill.number, day=making.wording.day(bill.day))


def _number(making: Making, units: int) -> str:
    """A number of units without the noun: a column says it once."""
    return making.wording.units(units).rpartition("\N{NO-BREAK SPACE}")[0]
