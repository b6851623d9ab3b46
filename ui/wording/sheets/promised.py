"""A promise as a sentence: its saying, with the names and conditions that only the program document knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from desk_app.domain.days import period_text
from desk_app.domain.program import Program
from desk_app.domain.promotions import When
from desk_app.domain.quote import Reason
from ui.wording.nouns import WEEKDAYS, Pair
from ui.wording.saying import fill, sentence
from ui.wording.sheets.promise_words import PROMISES
from ui.wording.speech import Speech

#: A condition of a promotion → its words.
_WHEN: Final[Mapping[str, Pair]] = {
    "dates": ("с {first:date} по {last:date}", "from {first:date} to {last:date}"),
    "from": ("с {first:date}", "from {first:date} on"),
    "to": ("до {last:date}", "until {last:date}"),
    "hours": ("с {start:clock} до {end:clock}", "from {start:clock} to {end:clock}"),
    "birthday": (
        "{before:день|дня|дней} до дня рождения и {after:день|дня|дней} после",
        "{before:day|days} before the birthday and {after:day|days} after",
    ),
    "birthday/day": ("в день рождения", "on the birthday"),
    "first_visit": ("на первый визит", "on the first visit"),
    "nth_visit": ("каждый {count:number}-й визит", "every visit number {count:number}"),
    "coupon": ("по купону", "with a coupon"),
    "min_bill": ("счёт от {money:money}", "bills from {money:money} on"),
    "min_quantity": ("от {count:number} услуг", "from {count:number} services on"),
    "with_services": ("вместе с {services:services}", "together with {services:services}"),
    "after_services": (
        "не позже чем через {days:день|дня|дней} после {services:services}",
        "within {days:day|days} after {services:services}",
    ),
    "categories": ("на {categories:categories}", "on {categories:categories}"),
    "services": ("на {services:services}", "on {services:services}"),
    "categories/earn": ("за {categories:categories}", "on {categories:categories}"),
    "services/earn": ("за {services:services}", "on {services:services}"),
    "levels": ("для уровней {levels:levels}", "for the levels {levels:levels}"),
    "groups": ("для: {groups:groups}", "for: {groups:groups}"),
    "once": ("один раз", "once"),
    "uses": ("{count:раз|раза|раз}", "{count:time|times}"),
    "year": ("{count:раз|раза|раз} в год", "{count:time|times} a year"),
    "year/once": ("раз в год", "once a year"),
    "period": ("{count:раз|раза|раз} за {period:period}", "{count:time|times} in {period:period}"),
    "first_come": ("пока не исчерпаны {count:раз|раза|раз}", "for the first {count:use|uses}"),
}


def promised(why: Reason, speech: Speech) -> str:
    """The sentence of a promise, with a capital and a full stop."""
    return sentence(fill(PROMISES[why.code].template(speech), {**why.params, **_beside(why, speech)}, speech))


def _beside(why: Reason, speech: Speech) -> Mapping[str, Any]:
    """What a saying names that a promise has no number for."""
    program = speech.program
    if program is None:
        return {}
    if "group" in why.params:
        group = next(one for one in program.groups if one.code == why.params["group"])
        return {"document": _small(group.document.plain(speech.language))}
    if "perk" in why.params:
        step = program.levels.step(str(why.params["level"]))
        perk = next(one for one in step.perks if one.code == why.params["perk"])
        return {"perk": _small(perk.name.plain(speech.language))}
    if why.code.startswith("extra.promotion/"):
        promotion = next(one for one in program.promotions if one.code == why.params["code"])
        held = _earning if why.code == "extra.promotion/multiply_units" else _held_by
        return {"what": ", ".join(_conditions(promotion.when, speech, program, held)),
                "when": ", ".join(_conditions(promotion.when, speech, program, _held))}  # fmt: skip
    return {}


def _small(text: str) -> str:
    """A name inside a sentence, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


_Held = Iterator[tuple[str, Mapping[str, Any]]]


def _conditions(when: When, speech: Speech, program: Program, held: Callable[[When, Program], _Held]) -> Iterator[str]:
    """Conditions of a promotion in words, in the order in which people ask: what it is for, or when and for whom."""
    for key, params in held(when, program):
        yield fill(_WHEN[key][speech.language == "en"], params, speech)
    if held is _held and when.weekdays and len(when.weekdays) < 7:
        yield ", ".join(WEEKDAYS[day][speech.language == "en"] for day in sorted(when.weekdays))


def _held_by(when: When, program: Program) -> _Held:
    # a promotion for all the kinds that may be discounted needs no list of them
    open_to_all = {code for code, one in program.categories.items() if one.discounts and not one.indicated_only}
    if when.categories and not open_to_all <= when.categories:
        yield "categories", {"categories": _ordered(when.categories, program.categories)}
    if when.services:
        yield "services", {"services": ",".join(sorted(when.services))}


def _earning(when: When, program: Program) -> _Held:
    # a discount is on something, units are earned for it
    return ((f"{key}/earn", params) for key, params in _held_by(when, program))


def _held(when: When, program: Program) -> _Held:
    if when.with_services:
        yield "with_services", {"services": ",".join(sorted(when.with_services))}
    if when.after_services:
        yield "after_services", {"services": ",".join(sorted(when.after_services)), "days": when.after_days}
    if when.levels:
        yield "levels", {"levels": _ordered(when.levels, (step.code for step in program.levels.steps))}
    if when.groups:
        yield "groups", {"groups": _ordered(when.groups, (group.code for group in program.groups))}
    if when.birthday == (0, 0):
        yield "birthday/day", {}
    elif when.birthday:
        yield "birthday", {"before": when.birthday[0], "after": when.birthday[1]}
    for key, holds in (("first_visit", when.first_visit), ("coupon", when.coupon)):
        if holds:
            yield key, {}
    if when.nth_visit:
        yield "nth_visit", {"count": when.nth_visit}
    if when.min_bill:
        yield "min_bill", {"money": when.min_bill}
    if when.min_quantity:
        yield "min_quantity", {"count": when.min_quantity}
    if when.hours:
        yield "hours", {"start": when.hours[0], "end": when.hours[1]}
    if when.first_day or when.last_day:
        key = "dates" if when.first_day and when.last_day else "from" if when.first_day else "to"
        yield key, {"first": when.first_day, "last": when.last_day}
    yield from _uses(when)


def _uses(when: When) -> _Held:
    if when.uses_per_patient:
        yield "once" if when.uses_per_patient == 1 else "uses", {"count": when.uses_per_patient}
    if when.uses_per_period:
        period = when.uses_per_period.period
        key = "period" if period else "year/once" if when.uses_per_period.count == 1 else "year"
        yield key, {"count": when.uses_per_period.count, "period": period_text(period) if period else ""}
    if when.uses_total:
        yield "first_come", {"count": when.uses_total}


def _ordered(codes: frozenset[str], order: Iterable[str]) -> str:
    return ",".join(code for code in order if code in codes)
