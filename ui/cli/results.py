"""What a member has, as plain values: statements, shared by commands and stories (spec: interfaces)."""

from __future__ import annotations

from typing import Any

from desk_app.documents.quote_json import money_json, units_json
from desk_app.domain.program import Program
from desk_app.making_good import WishRow
from desk_app.statement import LotRow, NextStep, Statement

Json = dict[str, Any]


def statement_json(told: Statement, program: Program) -> Json:
    """The account of a member."""
    lapse = told.next_lapse
    return {
        "member": told.member,
        "day": told.day.isoformat(),
        "version": told.version,
        "usable": units_json(told.usable, program),
        "pending": units_json(told.pending, program),
        "accrued": units_json(told.accrued, program),
        "redeemed": units_json(told.redeemed, program),
        "lapsed": units_json(told.lapsed, program),
        "withdrawn": units_json(told.withdrawn, program),
        "debt": units_json(told.debt, program),
        "overdraft": units_json(told.overdraft, program),
        "level": told.level,
        "kept_until": told.kept_until and told.kept_until.isoformat(),
        "next_level": told.next_level and _next(told.next_level, program),
        "spent": money_json(told.spent, program),
        "visits": told.visits,
        "next_lapse": lapse and {"units": units_json(lapse[0], program), "day": lapse[1].isoformat()},
        "lots": [_lot(lot, program) for lot in told.lots],
        "family": list(told.family),
        "is_member": told.is_member,
        "owed": money_json(told.owed, program),
        "wishes": [_wish(wish, program) for wish in told.wishes],
    }


def _next(step: NextStep, program: Program) -> Json:
    match program.levels.basis:
        case "spend":
            return {"code": step.code, "missing": money_json(step.missing, program)}
        case "units_earned":
            return {"code": step.code, "missing": units_json(step.missing, program)}
        case "visits":
            return {"code": step.code, "missing": step.missing}


def _wish(wish: WishRow, program: Program) -> Json:
    """Units that could not be spent without the centre: open, made good and owed, or ended."""
    return {
        "receipt": wish.number,
        "units": units_json(wish.units, program),
        "made": units_json(wish.made, program),
        "owed": money_json(wish.owed, program),
        "open": wish.open,
        "ended": wish.ended,
        "handed_over": wish.handed,
    }


def _lot(lot: LotRow, program: Program) -> Json:
    return {
        "units": units_json(lot.units, program),
        "left": units_json(lot.left, program),
        "usable_from": lot.usable_from and lot.usable_from.isoformat(),
        "last_good_day": lot.last_good_day and lot.last_good_day.isoformat(),
        "declared": lot.declared and lot.declared.isoformat(),
        "warned": lot.warned,
        "source": lot.source,
    }
