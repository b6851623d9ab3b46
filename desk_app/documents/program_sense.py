"""What the keys of a program document must mean for each other, asked of raw documents, also of half-written ones.

Every check looks only at what is there and of the right kind, so that an editor can show all problems at once
(spec: program; engine, What the engine refuses).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desk_app.documents import scalars
from desk_app.documents.scalars import Wrong
from desk_app.domain.errors import WrongInput
from desk_app.domain.money import currency_decimals
from desk_app.domain.program import OWN_PAYERS

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a document: code, key path ("promotions[5].when.categories"), found and allowed."""

    code: str
    place: str
    found: str = ""
    allowed: str = ""


def refusal(problem: Problem) -> WrongInput:
    """A problem as the exception a reader raises."""
    return WrongInput(problem.code, problem.place, found=problem.found, allowed=problem.allowed)


#: Places of ● keys that one step, or a program without units, does not have to answer.
LADDER_KEYS = ("basis", "window", "counts", "crossing_bill", "owner")
UNIT_NOTICE_KEYS = ("wind_down_days", "leaving_days", "keep_old_terms")


def sense(document: Json) -> Iterator[Problem]:
    """All problems of meaning, in the order of a document."""
    for check in (_identity, _unit, _repeated, _levels, _rates, _earn, _redeem, _expiry, _groups, _promotions,
                  _rewards, _family, _answers):  # fmt: skip
        yield from check(document)


def currency_of(document: Json) -> int:
    """Decimals of the document's currency, two while there is none."""
    currency = document.get("currency")
    return currency_decimals(currency) if isinstance(currency, str) else 2


def precision_of(document: Json) -> int:
    """Decimals of the document's unit, 0 while there is none."""
    unit = table(document.get("unit"))
    if unit.get("kind") == "cashback":
        return currency_of(document)
    precision = unit.get("precision", 0)
    return precision if isinstance(precision, int) and not isinstance(precision, bool) and 0 <= precision <= 4 else 0


def table(value: object) -> Json:
    """The value if it is a table, else an empty one."""
    return value if isinstance(value, dict) else {}


def tables(value: object) -> list[Json]:
    """The list of tables, an empty table where an item is none."""
    return [table(item) for item in value] if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _known(value: object) -> list[str]:
    return [item["code"] for item in tables(value) if isinstance(item.get("code"), str)]


def _read(read: Callable[..., Any], *arguments: object) -> Any:
    """What the reader gives, None when the value is no good: that is another problem's business."""
    try:
        return read(*arguments)
    except Wrong:
        return None


def _identity(document: Json) -> Iterator[Problem]:
    name = document.get("timezone")
    if not isinstance(name, str) or not name:
        return
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Problem("value.bad", "timezone", scalars.shown(name), "a zone like Europe/Moscow")


def _unit(document: Json) -> Iterator[Problem]:
    unit = table(document.get("unit"))
    decimals, precision = currency_of(document), precision_of(document)
    value = _read(scalars.money, unit.get("value", "1.00" if decimals >= 2 else "1"), decimals)
    if unit.get("kind") == "cashback" and unit.get("precision", precision) != precision:
        yield Problem("value.bad", "unit.precision", scalars.shown(unit["precision"]), str(precision))
    elif value is not None and value % 10**precision:
        yield Problem(
            "unit.worth", "unit.value", scalars.shown(unit.get("value", "1.00")),
            "the smallest unit must be worth a whole number of minor units",
        )  # fmt: skip


def _has_worth(document: Json) -> bool:
    value = table(document.get("unit")).get("value", "1.00")
    return not (isinstance(value, str) and _read(scalars.money, value, 9) == 0)


def _repeated(document: Json) -> Iterator[Problem]:
    lists: list[tuple[str, object]] = [
        ("categories", document.get("categories")),
        ("levels.steps", table(document.get("levels")).get("steps")),
        ("groups", document.get("groups")),
        ("promotions", document.get("promotions")),
        ("rewards", document.get("rewards")),
    ]
    for i, step in enumerate(tables(table(document.get("levels")).get("steps"))):
        lists.append((f"levels.steps[{i}].perks", step.get("perks")))
    for place, value in lists:
        seen: set[str] = set()
        for i, item in enumerate(tables(value)):
            code = item.get("code")
            if isinstance(code, str):
                if code in seen:
                    yield Problem("code.repeated", f"{place}[{i}].code", scalars.shown(code), "each code once")
                seen.add(code)


def _levels(document: Json) -> Iterator[Problem]:
    levels = table(document.get("levels"))
    steps = tables(levels.get("steps"))
    if len(steps) > 1:
        for key in LADDER_KEYS:
            if key not in levels:
                yield Problem("key.missing", f"levels.{key}")
    if levels.get("basis") == "units_earned" and "unit" not in document:
        yield Problem("key.missing", "unit", "", "levels.basis counts units")
    before = None
    for i, step in enumerate(steps):
        start = level_start(document, step.get("from"))
        if start is None:
            continue
        if i == 0 and start != 0:
            yield Problem("levels.order", "levels.steps[0].from", scalars.shown(step["from"]), '"0"')
        elif before is not None and start <= before:
            found = scalars.shown(step["from"])
            yield Problem("levels.order", f"levels.steps[{i}].from", found, "more than the step before")
        before = start


def level_start(document: Json, value: object) -> int | None:
    """Where a level begins, in minor units, visits or smallest parts of a unit."""
    match table(document.get("levels")).get("basis", "spend"):
        case "visits":
            start: int | None = _read(scalars.units, value, 0)
        case "units_earned":
            start = _read(scalars.units, value, precision_of(document))
        case _:
            start = _read(scalars.money, value, currency_of(document))
    return start


def _rates(document: Json) -> Iterator[Problem]:
    categories = set(_known(document.get("categories")))
    for i, step in enumerate(tables(table(document.get("levels")).get("steps"))):
        place = f"levels.steps[{i}]"
        rates = [(f"{place}.earn", step.get("earn"))]
        for code, own in table(step.get("by_category")).items():
            if code not in categories:
                yield Problem("category.unknown", f"{place}.by_category.{code}", scalars.shown(code), _list(categories))
            rates.append((f"{place}.by_category.{code}.earn", table(own).get("earn")))
        for where, rate in rates:
            yield from _rate(document, where, table(rate))


def _rate(document: Json, place: str, rate: Json) -> Iterator[Problem]:
    if rate and "unit" not in document:
        yield Problem("key.missing", "unit", "", f"{place} gives units")
    elif "percent" in rate and not _has_worth(document):
        yield Problem("earn.percent_without_value", place, scalars.shown(rate["percent"]), "units per sum")
    for key in ("per", "per_full"):
        if key in rate and _read(scalars.money, rate[key], currency_of(document)) == 0:
            yield Problem("money.bad", f"{place}.{key}", scalars.shown(rate[key]), "above 0")


def _list(codes: set[str]) -> str:
    return ", ".join(sorted(codes)) or "none are declared"


def _payers(place: str, value: object) -> Iterator[Problem]:
    strange = [payer for payer in _texts(value) if payer not in OWN_PAYERS]
    if strange:
        yield Problem("payers.forbidden", place, scalars.shown(", ".join(strange)), "self, certificate, deposit")


def _earn(document: Json) -> Iterator[Problem]:
    yield from _payers("earn.payers", table(document.get("earn")).get("payers"))


def _redeem(document: Json) -> Iterator[Problem]:
    yield from _payers("redeem.payers", table(document.get("redeem")).get("payers"))
    if "redeem" in document and "unit" in document and not _has_worth(document):
        yield Problem("redeem.without_value", "redeem", "", 'left out where unit.value is "0"')


def _expiry(document: Json) -> Iterator[Problem]:
    expiry, earn = table(document.get("expiry")), table(document.get("earn"))
    if expiry.get("clock") == "accrual" and "starts" not in expiry:
        yield Problem("key.missing", "expiry.starts", "", "receipt, usable")
    if expiry.get("starts") == "usable" and str(earn.get("usable", "")).startswith("visit"):
        yield Problem("expiry.starts_visit", "expiry.starts", "usable", "receipt")


def _groups(document: Json) -> Iterator[Problem]:
    categories = set(_known(document.get("categories")))
    for i, group in enumerate(tables(document.get("groups"))):
        for code in table(group.get("by_category")):
            if code not in categories:
                yield Problem("category.unknown", f"groups[{i}].by_category.{code}", scalars.shown(code),
                              _list(categories))  # fmt: skip


def _promotions(document: Json) -> Iterator[Problem]:
    for i, promotion in enumerate(tables(document.get("promotions"))):
        yield from promotion_sense(document, f"promotions[{i}]", promotion)


def promotion_sense(document: Json, place: str, promotion: Json) -> Iterator[Problem]:
    """Problems of one promotion, or of a personal offer, which has the same shape."""
    effect, when = table(promotion.get("effect")), table(promotion.get("when"))
    if ("units" in effect or "multiply_units" in effect) and "unit" not in document:
        yield Problem("key.missing", "unit", "", f"{place}.effect gives units")
    yield from _effect(document, f"{place}.effect", effect)
    yield from _when(document, f"{place}.when", when)


def _effect(document: Json, place: str, effect: Json) -> Iterator[Problem]:
    before = None
    for i, step in enumerate(tables(effect.get("steps"))):
        start = _read(scalars.money, step.get("from"), currency_of(document))
        if start is not None and before is not None and start <= before:
            found = scalars.shown(step["from"])
            yield Problem("levels.order", f"{place}.steps[{i}].from", found, "more than the step before")
        before = start if start is not None else before


def _when(document: Json, place: str, when: Json) -> Iterator[Problem]:
    first, last = _read(scalars.day, when.get("from")), _read(scalars.day, when.get("to"))
    if first and last and last < first:
        yield Problem("value.bad", f"{place}.to", last.isoformat(), f"{first.isoformat()} or later")
    categories = {str(item.get("code")): item for item in tables(document.get("categories"))}
    named = _texts(when.get("categories"))
    strange = [code for code in named if code not in categories]
    if strange:
        yield Problem("category.unknown", f"{place}.categories", scalars.shown(strange[0]), _list(set(categories)))
    indicated = [code for code in named if code in categories and categories[code].get("indicated_only") is True]
    if indicated:
        yield Problem("promotion.indicated", f"{place}.categories", scalars.shown(indicated[0]),
                      "categories without indicated_only")  # fmt: skip
    levels = set(_known(table(document.get("levels")).get("steps")))
    for key, code, known in (
        ("levels", "level.unknown", levels),
        ("groups", "group.unknown", set(_known(document.get("groups")))),
    ):
        strange = [item for item in _texts(when.get(key)) if item not in known]
        if strange:
            yield Problem(code, f"{place}.{key}", scalars.shown(strange[0]), _list(known))
    yield from _payers(f"{place}.payers", when.get("payers"))


def _rewards(document: Json) -> Iterator[Problem]:
    for i, reward in enumerate(tables(document.get("rewards"))):
        given = [key for key in ("service", "amount", "percent") if key in reward]
        if reward and len(given) != 1:
            yield Problem("reward.effect", f"rewards[{i}]", ", ".join(given), "exactly one of service, amount, percent")
        if _read(scalars.units, reward.get("cost"), precision_of(document)) == 0:
            yield Problem("units.bad", f"rewards[{i}].cost", scalars.shown(reward["cost"]), "above 0")


def _family(document: Json) -> Iterator[Problem]:
    family = table(document.get("family"))
    least, most = family.get("min_members", 2), family.get("max_members", 6)
    if isinstance(least, int) and isinstance(most, int) and 0 < most < least:
        yield Problem("value.bad", "family.max_members", str(most), f"{least} or more")


def _answers(document: Json) -> Iterator[Problem]:
    """● keys that only a program with units has to answer, and tables that make no sense without units."""
    if "unit" not in document:
        for key in ("earn", "redeem", "expiry", "rewards", "events"):
            if document.get(key):
                yield Problem("key.missing", "unit", "", f"{key} needs units")
        return
    needed = ["earn", "redeem", "expiry"] if _has_worth(document) else ["earn", "expiry"]
    for key in needed:
        if key not in document:
            yield Problem("key.missing", key)
    if "shortfall" not in table(document.get("returns")):
        yield Problem("key.missing", "returns.shortfall", "", "forgive, debt, withhold")
    if "notice" in document:
        for key in UNIT_NOTICE_KEYS:
            if key not in table(document["notice"]):
                yield Problem("key.missing", f"notice.{key}")
