"""What else changes with an answer, so that the rest of the document keeps its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from desk_app.documents.edits import Edit, value_at
from desk_app.documents.program_sense import currency_of, tables
from desk_app.domain.money import decimal_text
from desk_app.ports import Json

BASIS: Final = "levels.basis"


def consequences(document: Json, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits, and behind them what they entail: thresholds are written as what opens a level is counted.

    A threshold of 5 visits is 5, one of 5 roubles "5.00"; what is no number stays as it was typed.
    """
    more = []
    for edit in edits:
        if edit.path == BASIS and edit.value != value_at(document, BASIS):
            for number, step in enumerate(tables(value_at(document, "levels.steps"))):
                start = step.get("from")
                if (written := _written(start, str(edit.value), currency_of(document))) != start:
                    more.append(Edit(f"levels.steps[{number}].from", written))
    return (*edits, *more)


def _written(start: Any, basis: str, decimals: int) -> Any:
    try:
        number = Decimal(str(start))
    except InvalidOperation:
        return start
    if not number.is_finite() or not number:
        return start
    if basis == "spend":
        minor = number.scaleb(decimals)
        return decimal_text(int(minor), decimals) if minor == int(minor) else start
    return int(number) if number == int(number) else start
