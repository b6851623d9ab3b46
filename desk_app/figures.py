"""What the ledger can truly say of a span of days, for whoever runs the program: no estimate, no forecast.

Money in minor units, units in smallest parts, days local and inclusive (spec: print, report).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from desk_app.accounts import folded_on, version_on
from desk_app.domain.account import Ledger
from desk_app.domain.days import NEVER, plus_days
from desk_app.domain.errors import refuse
from desk_app.domain.lots import last_good_day
from desk_app.domain.program import OWN_PAYERS, Program
from desk_app.events import settle_due_of_all
from desk_app.ports import Desk, Reading
from desk_app.versions import today

#: Days of joining and of leaving, by the id that stays of merged members.
Members = dict[str, tuple[date, date | None]]


@dataclass(slots=True)
class Sales:
    """Bills of the span as they were paid, those undone on their own day left out, and what came back in it.

    `listed`, `discounts`, `by_units` and `paid` are of lines that patients pay themselves; `others` is what insurers,
    the state and employers pay.
    """

    bills: int = 0
    visits: int = 0
    member_visits: int = 0
    listed: int = 0
    discounts: int = 0
    by_units: int = 0
    paid: int = 0
    member_paid: int = 0
    others: int = 0
    returns: int = 0
    money_back: int = 0

    @property
    def privileges(self) -> int:
        """What the program took off: discounts and what units paid."""
        return self.discounts + self.by_units

    @property
    def cost(self) -> Fraction:
        """Privileges as a share of what was paid; 0 where nothing was."""
        return Fraction(self.privileges, self.paid) if self.paid else Fraction(0)


@dataclass(slots=True)
class Moved:
    """Units that came and went in the span; `spent` is less what returns gave back."""

    earned: int = 0
    spent: int = 0
    lapsed: int = 0
    withdrawn: int = 0
    taken: int = 0


@dataclass(slots=True)
class Owed:
    """Units in accounts at the end of the last day: by the month in which they lapse (None: without a last day)."""

    usable: int = 0
    pending: int = 0
    by_month: dict[tuple[int, int] | None, int] = field(default_factory=dict)

    @property
    def units(self) -> int:
        """All of them."""
        return self.usable + self.pending


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a report tells of a span."""

    first: date
    last: date
    program: Program
    members: int
    new_members: int
    sales: Sales
    moved: Moved
    owed: Owed

    def worth(self, units: int) -> int:
        """What units would pay, minor units."""
        return units * self.program.unit.worth if self.program.unit else 0


def figures(desk: Desk, first: date, last: date) -> Figures:
    """The figures of a span, which ends today at the latest. Raises `span.bad`, `moment.no_version`.

    Birthdays that have passed are given first: they would be dated back into the span by the next look at a member.
    """
    settle_due_of_all(desk)
    with desk.store.reading() as reading:
        day = today(desk, reading)
        last = min(last, day)
        if first > last:
            raise refuse("span.bad", "from", first=first.isoformat(), last=last.isoformat())
        program = version_on(reading, desk, last)[0]
        joined = reading.members()
        known = {reading.canonical(member): (begun, left) for member, begun, left in joined}
        moved, owed = _units(reading, desk, program, known, first, last)
        return Figures(
            first, last, program,
            sum(begun <= last and (left is None or left > last) for begun, left in known.values()),
            sum(first <= begun <= last for begun, _ in known.values()),
            _sales(reading, known, first, last), moved, owed,
        )  # fmt: skip


def _sales(reading: Reading, members: Members, first: date, last: date) -> Sales:
    sales, visits, member_visits = Sales(), set[tuple[str, str]](), set[tuple[str, str]]()
    back = reading.returns_of(first, last)
    undone = {part["receipt"] for part in back if part["kind"] == "void"}
    for row in reading.receipts_of(first, last):
        if row.id in undone:
            continue
        sales.bills += 1
        patient = reading.canonical(row.patient) if row.patient else row.id
        day = row.day.isoformat()
        visits.add((patient, day))
        begun = members.get(patient)
        of_member = begun is not None and begun[0] <= row.day
        if of_member:
            member_visits.add((patient, day))
        for line, quoted in zip(row.body["bill"]["lines"], row.body["quote"].get("lines", ()), strict=True):
            paid = quoted.get("pays", 0)
            if line.get("payer", "self") not in OWN_PAYERS:
                sales.others += paid
                continue
            sales.listed += quoted.get("list", 0)
            sales.discounts += quoted.get("discount", 0)
            sales.by_units += quoted.get("redeemed", 0)
            sales.paid += paid
            sales.member_paid += paid if of_member else 0
    for part in back:
        if part["receipt"] not in undone:
            sales.returns += 1
            sales.money_back += sum(money for payer, money in part["money_back"].items() if payer in OWN_PAYERS)
    sales.visits, sales.member_visits = len(visits), len(member_visits)
    return sales


def _units(
    reading: Reading, desk: Desk, program: Program, members: Members, first: date, last: date
) -> tuple[Moved, Owed]:  # fmt: skip
    """Every account folded to the eve of the span and to its end: the difference is what happened in it."""
    moved, owed = Moved(), Owed()
    if program.unit is None:
        return moved, owed
    done: set[str] = set()
    for member in members:
        if member in done:
            continue
        circle = reading.circle(member)
        done |= circle
        for sign, eve in ((-1, plus_days(first, -1)), (1, last)):
            ledger = folded_on(reading, desk, circle, program, eve)
            _add(moved, ledger, sign)
        _owe(owed, ledger, last)
    return moved, owed


def _add(moved: Moved, ledger: Ledger, sign: int) -> None:
    for account in ledger.accounts.values():
        moved.earned += sign * account.accrued
        moved.spent += sign * account.redeemed
        moved.lapsed += sign * account.lapsed
        moved.withdrawn += sign * account.withdrawn
        moved.taken += sign * account.adjusted_down


def _owe(owed: Owed, ledger: Ledger, day: date) -> None:
    for account in ledger.accounts.values():
        for lot in account.lots:
            if not lot.left:
                continue
            if ledger.can_spend(lot, day):
                owed.usable += lot.left
            else:
                owed.pending += lot.left
            until = last_good_day(lot)
            month = None if until == NEVER else (until.year, until.month)
            owed.by_month[month] = owed.by_month.get(month, 0) + lot.left


def month_of(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), plus_days(after, -1)
