"""What became of every lot of an account: from which bill it came, what it paid, what of it lapsed, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app import events
from desk_app.accounts import Holding, load, version_on
from desk_app.domain.days import NEVER
from desk_app.domain.errors import refuse
from desk_app.domain.lots import Lot, good_until, last_good_day
from desk_app.domain.offline import MADE_GOOD
from desk_app.domain.program import Program
from desk_app.ports import Desk, Reading
from desk_app.statement import Statement, of_holding
from desk_app.versions import today


@dataclass(frozen=True, slots=True)
class Bill:
    """A receipt as a statement names it; of another member of the family only that it was one: `number` is ""."""

    number: str
    day: date


@dataclass(frozen=True, slots=True)
class Paid:
    """Units of a lot, in smallest parts, that paid a bill."""

    bill: Bill
    units: int


@dataclass(frozen=True, slots=True)
class LotHistory:
    """A lot from beginning to end. `until` None: without a last day; `waits`: not usable yet, from `usable_from` on.

    `own` is whether it was earned by the patient herself and not by another member of the family.
    """

    day: date
    source: str
    bill: Bill | None
    own: bool
    units: int
    left: int
    lapsed: int
    withdrawn: int
    until: date | None
    waits: bool
    usable_from: date | None
    paid: tuple[Paid, ...]


@dataclass(frozen=True, slots=True)
class History:
    """An account with all its lots, oldest first, and what the statement of the same day says."""

    patient: str
    program: Program
    statement: Statement
    lots: tuple[LotHistory, ...]


def history(desk: Desk, member: str) -> History:
    """Everything a member ever had. Raises `member.unknown`, `moment.no_version`."""
    with desk.store.reading() as reading:
        day = today(desk, reading)
    events.settle_due(desk, member, day)
    with desk.store.reading() as reading:
        canonical = reading.canonical(member)
        if reading.membership(canonical) is None:
            raise refuse("member.unknown", "member", member=member)
        program, record = version_on(reading, desk, day)
        held = load(reading, desk, canonical, program, day)
        return History(canonical, program, of_holding(reading, program, record.version, held), _lots(reading, held))


def _lots(reading: Reading, held: Holding) -> tuple[LotHistory, ...]:
    own = reading.aliases(held.member)
    seen: dict[str, Bill | None] = {}

    def bill_of(receipt: str) -> Bill | None:
        if receipt not in seen:
            row = reading.receipt(receipt) if receipt else None
            # that another patient was here is not told, even in a family
            seen[receipt] = Bill(row.number if row.patient in own else "", row.day) if row else None
        return seen[receipt]

    paid: dict[int, list[Paid]] = {}
    for spent in held.account.redemptions:
        bill = bill_of(spent.receipt.removeprefix(MADE_GOOD)) or Bill("", spent.day)
        for lot, units in spent.parts:
            paid.setdefault(lot.number, []).append(Paid(bill, units))
    lots = sorted(held.account.lots, key=lambda lot: (lot.day, lot.number))
    return tuple(_lot(held, lot, bill_of(lot.given.receipt), lot.patient in own, paid.get(lot.number, ()))
                 for lot in lots)  # fmt: skip


def _lot(held: Holding, lot: Lot, bill: Bill | None, own: bool, paid: list[Paid] | tuple[Paid, ...]) -> LotHistory:
    until = None if last_good_day(lot) == NEVER else good_until(lot) or last_good_day(lot)
    waits = bool(lot.left) and not held.ledger.can_spend(lot, held.day)
    origin = lot.origin
    # what a return took of several lots is nobody's alone
    withdrawn = origin.withdrawn if origin is not None and len(origin.lots) == 1 else 0
    return LotHistory(
        lot.day, lot.source, bill, own, lot.units, lot.left, lot.lapsed, withdrawn, until, waits, lot.usable_from,
        tuple(paid),
    )  # fmt: skip
