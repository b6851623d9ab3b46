"""Whether a fact of another desk says what its kind has to say: a faulty desk spoils its own facts, and no card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

from desk_app.domain.days import read_period
from desk_app.domain.facts import Fact, from_json, usable_from_text

Json = dict[str, Any]

#: Texts and amounts (units or minor units, never below nothing) that each kind has to name.
_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "joined": (), "visited": ("receipt",), "accrued": ("source", "usable", "receipt", "patient"),
    "redeemed": ("receipt",), "returned": ("receipt", "role"), "adjusted": ("reason", "by"), "warned": ("way", "by"),
    "joined_family": ("family",), "left_family": ("family",), "wished": ("receipt",),
    "fulfilled": ("receipt", "ended"), "handed_over": ("receipt",), "left": (),
}  # fmt: skip
_AMOUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "visited": ("earned",), "accrued": ("units", "version"), "redeemed": ("units",), "adjusted": ("version",),
    "wished": ("units", "money"), "fulfilled": ("units", "money"), "left": ("days",),
}  # fmt: skip
#: More than any clinic gives in its life, and little enough that sums of very many stay whole numbers everywhere.
_MOST: Final = 1 << 53
#: Days and months that lead out of no calendar; no fact of a loyalty program happens later.
_MOST_DAYS: Final = 36_525
_LATEST_DAY: Final = "2500-01-01"
_CLOCKS: Final = frozenset({"never", "accrual", "activity", "joining", "calendar"})
_CLOCKS_WITH_A_PERIOD: Final = frozenset({"accrual", "activity", "joining"})


def read(data: Json, moment: int, fact_id: str) -> Fact | None:
    """A fact of a known kind from plain values; None for one that cannot be folded (spec: engine, Ledger).

    What a newer app adds beside is nobody's fault.
    """
    try:
        return from_json(data, moment, fact_id) if _is_sound(data) else None
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        return None


def _is_sound(data: Json) -> bool:
    kind = data["kind"]
    if type(data["member"]) is not str:
        return False
    for name in _TEXTS[kind]:
        if type(data[name]) is not str:
            return False
    for name in _AMOUNTS.get(kind, ()):
        if not _is_amount(data[name]):
            return False
    if not (type(data["day"]) is str and data["day"] < _LATEST_DAY):
        return False
    more = _MORE.get(kind)
    return more is None or more(data)


def _is_amount(value: object) -> bool:
    return type(value) is int and 0 <= value <= _MOST


def _is_visit(data: Json) -> bool:
    return (
        type(data["counts"]) is bool
        and len(data["sums"]) == 3
        and all(map(_is_amount, data["sums"]))
        and _are_texts(data["used"])
        and _are_texts(data["services"])
    )


def _are_texts(values: object) -> bool:
    return type(values) is list and all(type(one) is str for one in values)


def _has_terms(data: Json) -> bool:
    terms = data["terms"]
    return _are_terms(
        terms["clock"], terms.get("period"), terms.get("starts", "receipt"), terms.get("renewed_by", "paid_visit"),
        terms["warn"], terms["grace"], *terms.get("calendar", (12, 31, 1, 1)),
    )  # fmt: skip


# a program has a few terms, and every lot names one of them
@lru_cache(maxsize=512, typed=True)
def _are_terms(
    clock: Any, period: Any, starts: Any, renewed_by: Any, warn: Any, grace: Any, month: Any, day: Any, over: Any,
    under: Any,
) -> bool:  # fmt: skip
    if not (clock in _CLOCKS and starts in ("receipt", "usable") and renewed_by in ("paid_visit", "any_visit")):
        return False
    if not _are_days(warn, grace, month, day, over, under):
        return False
    if not (1 <= month <= 12 and 1 <= day <= 31 and over <= under != 0):
        return False
    return clock not in _CLOCKS_WITH_A_PERIOD if period is None else _is_span(period)


def _is_span(text: str) -> bool:
    period = read_period(text)
    return period is not None and period.count <= _MOST_DAYS


def _are_days(*values: object) -> bool:
    return all(type(one) is int and 0 <= one <= _MOST_DAYS for one in values)


def _is_gift(data: Json) -> bool:
    usable = usable_from_text(data["usable"])
    return 0 <= usable.count <= _MOST_DAYS and _has_terms(data)


def _is_adjustment(data: Json) -> bool:
    return type(data["units"]) is int and abs(data["units"]) <= _MOST and _has_terms(data)


def _is_joining(data: Json) -> bool:
    if "opening" not in data:
        return True
    units, good, spent, visits, warn = data["opening"]
    named = good is None or (type(good) is str and good < _LATEST_DAY)
    return named and all(map(_is_amount, (units, spent, visits))) and _are_days(warn)


def _is_return(data: Json) -> bool:
    return data["role"] in ("visit", "redeemed", "accrued") and all(
        type(line) is str and _is_amount(pieces) for line, pieces in data["lines"]
    )


def _is_warning(data: Json) -> bool:
    return all(type(lot) is str and type(day) is str for lot, day in data["lots"])


_MORE: Final[Mapping[str, Callable[[Json], bool]]] = {
    "joined": _is_joining, "visited": _is_visit, "accrued": _is_gift, "returned": _is_return,
    "adjusted": _is_adjustment, "warned": _is_warning, "left": lambda data: _are_days(data["days"]),
    "joined_family": lambda data: type(data.get("pooled", True)) is bool,
    "handed_over": lambda data: type(data["done"]) is bool,
}  # fmt: skip
