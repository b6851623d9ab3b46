"""A sheet in the patient's hand that says what lapses when is the warning of it, once for every lot it names.

Source: spec: engine, Ledger (Lapse). The slip of the accrual itself is no warning.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from desk_app.accounts import Holding, load, version_on
from desk_app.acts import derived, done_before, write
from desk_app.domain.days import NEVER, plus_days
from desk_app.domain.facts import Warned
from desk_app.domain.lots import WARNING_REACH, Lot, last_good_day
from desk_app.ports import Desk
from desk_app.statement import LotRow, Statement, statement
from desk_app.versions import today


@dataclass(frozen=True, slots=True)
class Announced:
    """Lots a sheet names: (lot id, the last good day that is warned of)."""

    member: str
    lots: tuple[tuple[str, date], ...] = ()

    def text(self) -> str:
        """As text, to be kept beside the sheet until it is printed; "" when it names none."""
        lots = [[lot, day.isoformat()] for lot, day in self.lots]
        return json.dumps({"member": self.member, "lots": lots}) if lots else ""


def from_text(text: str) -> Announced | None:
    """`Announced.text` undone; None for what is none."""
    try:
        kept = json.loads(text) if text else None
        if not isinstance(kept, dict):
            return None
        return Announced(kept["member"], tuple((lot, date.fromisoformat(day)) for lot, day in kept["lots"]))
    except (ValueError, KeyError, TypeError):
        return None


def foretold(desk: Desk, member: str, receipt: str = "") -> tuple[Statement, dict[date, Announced]]:
    """The account as a sheet of today may tell it, and by each day it tells the lots that it warns of.

    A lot whose warning is owed is good until the day that this very sheet promises. `receipt` is the id of the one
    whose slip it is: what it earned is not warned of.
    """
    told = statement(desk, member)
    with desk.store.reading() as reading:
        program, _ = version_on(reading, desk, told.day)
        held = load(reading, desk, told.member, program, told.day)
        owed = {lot.id: lot for lot in owed_lots(held) if not receipt or lot.given.receipt != receipt}
        rows: list[LotRow] = []
        by_day: dict[date, Announced] = {}
        for row in told.lots:
            lot = owed.get(row.id)
            if lot is None:
                rows.append(row)
                continue
            until = max(last_good_day(lot), plus_days(told.day, lot.terms.warn_days))
            rows.append(replace(row, last_good_day=until))
            before = by_day.get(until, Announced(told.member))
            by_day[until] = replace(before, lots=(*before.lots, (lot.id, last_good_day(lot))))
    return replace(told, lots=tuple(rows)), by_day


def record(desk: Desk, announced: Announced, way: str) -> int:
    """Note that the sheet is in the patient's hand; how many lots were not warned of before. Raises `Trouble`."""
    with desk.store.writing() as writing:
        day = today(desk, writing)
        program, _ = version_on(writing, desk, day)
        member = writing.canonical(announced.member)
        owed = {lot.id: last_good_day(lot) for lot in owed_lots(load(writing, desk, member, program, day))}
        # a day that has moved meanwhile was not the one on the sheet
        lots = tuple((lot, named) for lot, named in announced.lots if owed.get(lot) == named)
        identifier = derived("announced", member, *(f"{lot}:{named}" for lot, named in lots))
        if lots and done_before(writing, identifier, "warn") is None:
            fact = Warned(0, "", member, day, lots, way, desk.operator)
            write(writing, desk, identifier, "warn", day, {"note": {"way": way}}, [fact])
        return len(lots)


def owed_lots(held: Holding) -> list[Lot]:
    """Lots that will lapse within the reach of a warning and were not warned of."""
    return [lot for lot in held.account.lots if lot.left and _owed(lot, held.day)]


def _owed(lot: Lot, day: date) -> bool:
    declared = last_good_day(lot)
    if declared == NEVER:
        return False
    earliest = plus_days(declared, -WARNING_REACH)
    return day >= earliest and not any(named == declared and at >= earliest for at, named in lot.warnings)
