"""How a value of a key is told apart from its sentence: a kind of thing, and a plain value of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, Final

from desk_app.domain.days import Period, period_text
from desk_app.domain.program import EarnRate, Perk, Usable
from desk_app.domain.promotions import Effect

#: A kind of the sentences, and its value; ("none", "") is nothing at all.
Value = tuple[str, str | int]
NOTHING: Final[Value] = ("none", "")


def percent(value: Fraction | None) -> Value:
    """A share."""
    return NOTHING if value is None else ("percent", str(value))


def money(value: int | None) -> Value:
    """A sum, minor units; None is nothing."""
    return NOTHING if value is None else ("money", value)


def some_money(value: int) -> Value:
    """A sum of which 0 is nothing."""
    return ("money", value) if value else NOTHING


def units(value: int) -> Value:
    """Units in smallest parts, 0 is nothing."""
    return ("units", value) if value else NOTHING


def count(value: int) -> Value:
    """A number, 0 is nothing."""
    return ("number", value) if value else NOTHING


def days(value: int) -> Value:
    """A number of days."""
    return "days", value


def period(value: Period | None) -> Value:
    """A span of days or months."""
    return NOTHING if value is None else ("period", period_text(value))


def flag(value: bool) -> Value:
    """Yes or no."""
    return "flag", int(value)


def choice(value: object) -> Value:
    """One of the words that the format allows."""
    return "choice", str(value)


def text(value: Any) -> Value:
    """A text in both languages, or the same in each."""
    if hasattr(value, "ru"):
        return "text", f"{value.ru}\n{value.en}"
    return ("plain", str(value)) if value else NOTHING


def listed(kind: str) -> Callable[[frozenset[Any]], Value]:
    """A list of codes of a kind."""
    return lambda value: (kind, ",".join(sorted(map(str, value)))) if value else NOTHING


def day(value: date | None) -> Value:
    """A local day."""
    return ("date", value.isoformat()) if value else NOTHING


def rate(value: EarnRate | None) -> Value:
    """What a level gives back: a percent, or units for so much money."""
    if value is None:
        return NOTHING
    if value.percent is not None:
        return percent(value.percent)
    return "rate/full" if value.full else "rate", f"{value.units}/{value.per}"


def usable(value: Usable) -> Value:
    """When units may be spent."""
    return f"usable/{value.kind}", value.count


def spanned(kind: str) -> Callable[[Any], Value]:
    """A window of a level, or how long one is kept."""
    return lambda value: ("period", period_text(value.period)) if value.period else (f"{kind}/{value.kind}", "")


def perk(value: Perk) -> Value:
    """A right without money, with how often a year."""
    return "perk", f"{value.per_year}\n{value.name.ru}\n{value.name.en}"


def clock(value: Any) -> Value:
    """When units lapse."""
    if value.clock == "calendar":
        return "clock/calendar", f"{value.calendar_day:02}.{value.calendar_month:02}"
    return f"clock/{value.clock}", period_text(value.period) if value.period else ""


def calendar_day(value: tuple[int, int]) -> Value:
    """Month and day of a year."""
    return "plain", f"{value[1]:02}.{value[0]:02}"


def effect(value: Effect) -> Value:
    """What a promotion does."""
    given: dict[str, str | int] = {
        "percent": str(value.percent), "cheapest_percent": str(value.percent), "amount": value.amount,
        "price": value.amount, "units": value.units, "multiply_units": str(value.factor),
        "free_service": value.service, "buy": f"{value.paid}/{value.free}",
        "steps": ",".join(f"{start}:{share}" for start, share in value.steps),
    }  # fmt: skip
    return f"effect/{value.kind}", given[value.kind]


def hours(value: tuple[int, int] | None) -> Value:
    """Minutes of the day, both inclusive."""
    return NOTHING if value is None else ("hours", f"{value[0]}-{value[1]}")


def after_services(value: tuple[frozenset[str], int]) -> Value:
    """Services of the last so many days."""
    return ("after", f"{value[1]}:{','.join(sorted(value[0]))}") if value[0] else NOTHING


def birthday(value: tuple[int, int] | None) -> Value:
    """Days before and after."""
    return NOTHING if value is None else ("birthday", f"{value[0]}/{value[1]}")


def uses(value: Any) -> Value:
    """So many in a period."""
    if value is None:
        return NOTHING
    return "uses", f"{value.count}:{period_text(value.period) if value.period else ''}"


def reward(value: tuple[str, int, Fraction]) -> Value:
    """A service, a sum, or a percent."""
    service, amount, share = value
    return ("services", service) if service else ("money", amount) if amount else percent(share)


def named(one: Any) -> Value:
    """What is there or not, by its name."""
    return NOTHING if one is None else text(one.name)
