"""What a member has: every lot, what may be spent, what lapses when, and the level. Source: spec: engine, Ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app import events
from desk_app.accounts import Holding, load, reached, version_on
from desk_app.domain.days import NEVER
from desk_app.domain.errors import refuse
from desk_app.domain.levels import index_of_value
from desk_app.domain.lots import Lot, good_until, last_good_day
from desk_app.domain.program import Program
from desk_app.making_good import WishRow, wishes_of
from desk_app.ports import Desk, Reading
from desk_app.versions import today


@dataclass(frozen=True, slots=True)
class LotRow:
    """A lot with something left. `last_good_day` None: never, or not before a warning was delivered."""

    id: str
    units: int
    left: int
    usable: bool
    usable_from: date | None
    last_good_day: date | None
    declared: date | None
    warned: bool
    source: str
    version: int


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step above and what is missing to it: minor units, visits or smallest parts by the ladder's basis."""

    code: str
    missing: int


@dataclass(frozen=True, slots=True)
class Statement:
    """An account on a day. Units in smallest parts, `spent` in minor units of the program's window."""

    member: str
    day: date
    version: int
    usable: int
    pending: int
    accrued: int
    redeemed: int
    lapsed: int
    withdrawn: int
    adjusted_down: int
    debt: int
    overdraft: int
    level: str
    kept_until: date | None
    next_level: NextStep | None
    spent: int
    visits: int
    next_lapse: tuple[int, date] | None
    lots: tuple[LotRow, ...]
    family: tuple[str, ...]
    is_member: bool
    wishes: tuple[WishRow, ...] = ()

    @property
    def owed(self) -> int:
        """Money to be handed over for units that were spent afterwards, minor units."""
        return sum(wish.owed for wish in self.wishes)


def statement(desk: Desk, member: str, day: date | None = None) -> Statement:
    """The account of a member. Raises `member.unknown` and `moment.no_version`."""
    with desk.store.reading() as reading:
        at = day or today(desk, reading)
    events.settle_due(desk, member, at)
    with desk.store.reading() as reading:
        canonical = reading.canonical(member)
        if reading.membership(canonical) is None:
            raise refuse("member.unknown", "member", member=member)
        program, record = version_on(reading, desk, at)
        held = load(reading, desk, canonical, program, at)
        return of_holding(reading, program, record.version, held)


def of_holding(reading: Reading, program: Program, version: int, held: Holding) -> Statement:
    """The statement of a folded account."""
    account, day, person = held.account, held.day, held.ledger.person(held.member)
    state = reached(program, held)
    levels = program.levels
    value = {"spend": state.spent, "visits": state.visits, "units_earned": state.units_earned}[levels.basis]
    index = max(state.kept, index_of_value(levels, value))
    above = levels.steps[index + 1] if index + 1 < len(levels.steps) else None
    lots = tuple(_row(held, lot) for lot in _in_order(held))
    usable = held.usable
    return Statement(
        member=held.member, day=day, version=version, usable=usable, pending=account.left - usable,
        accrued=account.accrued, redeemed=account.redeemed, lapsed=account.lapsed, withdrawn=account.withdrawn,
        adjusted_down=account.adjusted_down, debt=account.debt, overdraft=account.overdraft,
        level=levels.steps[index].code,
        kept_until=state.kept_until if state.kept > index_of_value(levels, value) else None,
        next_level=NextStep(above.code, above.start - value) if above else None, spent=state.spent,
        visits=person.visit_count(), next_lapse=_next_lapse(lots, day), lots=lots,
        family=tuple(held.ledger.families.get(person.family, ())) if person.family else (),
        is_member=held.is_member, wishes=wishes_of(reading, held),
    )  # fmt: skip


def _in_order(held: Holding) -> list[Lot]:
    """Lots with something left, in the order in which they would be spent."""
    left = [lot for lot in held.account.lots if lot.left]
    return sorted(left, key=lambda lot: (last_good_day(lot), lot.number))


def _row(held: Holding, lot: Lot) -> LotRow:
    declared = last_good_day(lot)
    until = good_until(lot)
    overdue = until is not None and until < held.day
    return LotRow(
        lot.id, lot.units, lot.left, held.ledger.can_spend(lot, held.day), lot.usable_from,
        None if overdue else until, None if declared == NEVER else declared,
        any(named == declared for _, named in lot.warnings), lot.source, lot.version,
    )  # fmt: skip


def _next_lapse(lots: tuple[LotRow, ...], day: date) -> tuple[int, date] | None:
    """The units that lapse next and the day: all lots with the earliest last good day still ahead."""
    ahead = [lot.last_good_day for lot in lots if lot.last_good_day is not None and lot.last_good_day >= day]
    if not ahead:
        return None
    first = min(ahead)
    return sum(lot.left for lot in lots if lot.last_good_day == first), first
