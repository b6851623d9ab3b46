"""What the ledger can truly say of a span of days, for whoever runs the program: no estimate, no forecast.

Money in minor units, units in smallest parts, days local and inclusive (spec: print, report).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, NamedTuple

from desk_app.accounts import version_on
from desk_app.domain.errors import refuse
from desk_app.domain.program import OWN_PAYERS, Program
from desk_app.events import settle_due_of_all
from desk_app.ports import Desk, Reading, ReceiptRow
from desk_app.span_units import Moved, Owed, units_of
from desk_app.versions import today
from desk_app.watch import UNWATCHED, Watch

#: So many reports are told again without being reckoned again: the other language, another size, back to a month.
_MOST_KEPT: Final = 8

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


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a report tells of a span.

    `branch` is the one it tells of, "" for all of them; of one alone it tells visits and money, for accounts and
    memberships are the whole clinic's. `branches` are the codes of all those that have bills in the span.
    """

    first: date
    last: date
    program: Program
    members: int
    new_members: int
    sales: Sales
    moved: Moved
    owed: Owed
    branch: str = ""
    branches: tuple[str, ...] = ()

    def worth(self, units: int) -> int:
        """What units would pay, minor units."""
        return units * self.program.unit.worth if self.program.unit else 0


class _Told(NamedTuple):
    """What figures are of, and of which state of the records: the same ones hold while all of this is the same."""

    first: date
    last: date
    branch: str
    state: tuple[int, int]
    day: date


def figures(desk: Desk, first: date, last: date, branch: str = "", watch: Watch = UNWATCHED) -> Figures:
    """The figures of a span, which ends today at the latest, of all branches or of one.

    Birthdays that have passed are given first: they would be dated back into the span by the next look at a member.
    What was told already is told again at once while nothing has happened since.
    Raises `span.backwards`, `span.bad` for one that lies ahead, `moment.no_version`, `desk_app.watch.Cancelled`.
    """
    kept: dict[_Told, Figures] = desk.cache.setdefault("figures", {}) if desk.cache is not None else {}
    with desk.store.reading() as reading:
        told = _told(reading, desk, first, last, branch)
        if told in kept:
            return kept[told]
    settle_due_of_all(desk)
    with desk.store.reading() as reading:
        told = _told(reading, desk, first, last, branch)
        found = _figures(reading, desk, told, watch)
    if len(kept) >= _MOST_KEPT:
        kept.pop(next(iter(kept)))
    kept[told] = found
    return found


def _told(reading: Reading, desk: Desk, first: date, last: date, branch: str) -> _Told:
    day = today(desk, reading)
    if first > min(last, day):
        code = "span.bad" if first > day else "span.backwards"
        raise refuse(code, "from", first=first.isoformat(), last=last.isoformat())
    return _Told(first, min(last, day), branch, reading.state_mark(), day)


def _figures(reading: Reading, desk: Desk, told: _Told, watch: Watch) -> Figures:
    first, last = told.first, told.last
    program = version_on(reading, desk, last)[0]
    known: Members = {}
    circles: dict[str, frozenset[str]] = {}
    for member, begun, left in reading.members():
        circle = reading.circle(member)
        one = member if len(circle) == 1 else reading.canonical(member)
        known[one], circles[one] = (begun, left), circle
    sales, branches = _sales(reading, known, told)
    moved, owed = (Moved(), Owed()) if told.branch else units_of(reading, desk, program, circles, (first, last), watch)
    return Figures(
        first, last, program,
        sum(begun <= last and (left is None or left > last) for begun, left in known.values()),
        sum(first <= begun <= last for begun, _ in known.values()),
        sales, moved, owed, told.branch, branches,
    )  # fmt: skip


def _sales(reading: Reading, members: Members, told: _Told) -> tuple[Sales, tuple[str, ...]]:
    """Sales of the branch that is told of, and all branches that had any."""
    sales, visits, member_visits = Sales(), set[tuple[str, str]](), set[tuple[str, str]]()
    branches = set[str]()
    back = [part for part in reading.returns_of(told.first, told.last) if _is_of(reading, part["receipt"], told.branch)]
    undone = {part["receipt"] for part in back if part["kind"] == "void"}
    for row in reading.receipts_of(told.first, told.last):
        branch = _branch(row)
        branches.add(branch)
        if row.id in undone or told.branch not in ("", branch):
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
    return sales, tuple(sorted(branches - {""}))


def _is_of(reading: Reading, receipt: str, branch: str) -> bool:
    """Whether a receipt is of a branch; "" is any. What comes back is told where it was sold."""
    row = reading.receipt(receipt) if branch else None
    return not branch or (row is not None and _branch(row) == branch)


def _branch(row: ReceiptRow) -> str:
    return str(row.body["bill"].get("branch", ""))
