"""A quote as other programs read it: money as text, units at their precision, reasons as codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_app.domain.money import decimal_text
from desk_app.domain.program import Program
from desk_app.domain.quote import Position, Quote, QuoteLine, Reason

Json = dict[str, Any]


def units_json(count: int, program: Program) -> int | str:
    """Units as in files: an integer at precision 0, else a decimal text."""
    return count if program.precision == 0 else decimal_text(count, program.precision)


def money_json(minor: int, program: Program) -> str:
    """Money as in files: decimal text in major units."""
    return decimal_text(minor, program.decimals)


def quote_json(quote: Quote, program: Program, explanation: Json | None = None) -> Json:
    """The quote as plain values; `explanation` holds sentences by language and is passed on as it is."""
    return {
        "program": {"code": quote.program, "version": quote.version},
        "list": money_json(quote.list, program),
        "discount": money_json(quote.discount, program),
        "redeemed_units": units_json(quote.redeemed_units, program),
        "redeemed": money_json(quote.redeemed, program),
        "pays": money_json(quote.pays, program),
        "pays_by_payer": {payer: money_json(amount, program) for payer, amount in quote.pays_by_payer.items()},
        "earns": units_json(quote.earns, program),
        "usable": quote.usable,
        "balance_before": units_json(quote.balance_before, program),
        "balance_after": units_json(quote.balance_after, program),
        "level": quote.level,
        "level_after": quote.level_after,
        "next_level": _next_level(quote, program),
        "lines": [_line(line, program) for line in quote.lines],
        "reasons": _reasons(quote.reasons),
        "warnings": _reasons(quote.warnings),
        "explanation": explanation if explanation is not None else {"ru": [], "en": []},
    }


def register_json(positions: Sequence[Position], program: Program) -> list[Json]:
    """Positions for the cash register: price × quantity = sum, exactly."""
    return [
        {
            "quantity": position.quantity,
            "price": money_json(position.price, program),
            "sum": money_json(position.sum, program),
        }
        for position in positions
    ]


def _next_level(quote: Quote, program: Program) -> Json | None:
    if quote.next_level is None:
        return None
    missing: int | str = quote.next_level.missing
    if program.levels.basis == "spend":
        missing = money_json(quote.next_level.missing, program)
    elif program.levels.basis == "units_earned":
        missing = units_json(quote.next_level.missing, program)
    return {"code": quote.next_level.code, "missing": missing}


def _line(line: QuoteLine, program: Program) -> Json:
    return {
        "id": line.id,
        "list": money_json(line.list, program),
        "discount": money_json(line.discount, program),
        "rule": line.rule,
        "discounts": [{"rule": part.rule, "amount": money_json(part.amount, program)} for part in line.discounts],
        "redeemed": money_json(line.redeemed, program),
        "redeemed_units": units_json(line.redeemed_units, program),
        "pays": money_json(line.pays, program),
        "earns_base": money_json(line.earns_base, program),
        "earns": units_json(line.earns, program),
        "register": register_json(line.register, program),
        "reasons": _reasons(line.reasons),
    }


def _reasons(reasons: Sequence[Reason]) -> list[Json]:
    return [{"code": reason.code, "params": dict(reason.params)} for reason in reasons]
