"""What a program's own texts say, beside what its rules do: "Cashback 5 %" over a rate of 3 is told.

Patterns C04, C10 (spec: program check-up), and plain words (spec: requirements, S47).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, notice, warning
from desk_app.checkup.worked import money_text, percent_text
from desk_app.documents.edits import Edit
from desk_app.documents.tree import texts
from desk_app.domain.program import EarnRate, Program
from desk_app.domain.promotions import Promotion
from desk_app.ports import Json
from desk_app.sheets.legal import filled
from desk_app.sheets.plain_words import remarks

#: Texts of a document that speak to patients; a goal or the clinic's own name promises no rate.
_SPOKEN: Final = re.compile(r"\b(name|title)(\.(ru|en))?$")
_BESIDE: Final = ("organizer.", "goals.", "unit.")
_PERCENT: Final = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:%|процент|per\s?cent)", re.IGNORECASE)
_SUM: Final = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[\s\u00a0]\d{3})+|\d+)(?:[.,]\d{2})?\s*(?:₽|р\.|руб|roubles?|RUB\b)", re.IGNORECASE
)
_OVER: Final = re.compile(
    r"\b(свыше|более|больше|over|more than|above|exceeding)\s+(\d{1,3}(?:[\s\u00a0,]\d{3})+|\d+)", re.IGNORECASE
)
_ITEM: Final = re.compile(r"^(promotions|rewards|groups|levels\.steps)\[(\d+)\]\.name")


def texts_agree_with_the_rules(checked: Checked) -> Iterator[Finding]:
    """Names and titles that say another percent, sum or threshold than the rules have."""
    known = _known(checked.program)
    for place, text in _spoken(checked.document):
        yield from _strange(checked.program, known, place, text)
        yield from _other_than_given(checked.program, known, place, text)
        yield from _over_a_threshold(checked.program, place, text)


def _strange(program: Program, known: frozenset[Fraction], place: str, text: str) -> Iterator[Finding]:
    """A percent that no rule has."""
    for found, number in _strange_in(text, known):
        own = _own_shares(program, place)
        fix: tuple[Edit, ...] = ()
        if len(own) == 1 and len(_PERCENT.findall(text)) == 1:
            fix = (Edit(place, text.replace(number, percent_text(next(iter(own))), 1)),)
        yield warning("text.percent", place, *fix, found=found, allowed=text)


def _strange_in(text: str, known: frozenset[Fraction]) -> Iterator[tuple[str, str]]:
    """Such percents of a text: as it says them, and the number alone."""
    for found in _PERCENT.finditer(text):
        if _fraction(found[1]) / 100 not in known:
            yield found[0] if found[0].endswith("%") else f"{found[1]} %", found[1]


def strange_percents(document: Json, program: Program) -> Iterator[tuple[str, str, str]]:
    """Key path, percent and whole text of each name or title that names a percent which no rule of `program` has."""
    known = _known(program)
    for place, text in _spoken(document):
        for found, _ in _strange_in(text, known):
            yield place, found, text


def _other_than_given(program: Program, known: frozenset[Fraction], place: str, text: str) -> Iterator[Finding]:
    """C10: the name of a level, a group, a promotion or a reward says another percent or sum than it gives."""
    if _ITEM.match(place) is None:
        return
    shares = [share for one in _PERCENT.findall(text) if (share := _fraction(one) / 100) in known]
    own = _own_shares(program, place) if shares else frozenset()
    if own and own.isdisjoint(shares):
        numbers = _PERCENT.findall(text)
        right = percent_text(next(iter(own)))
        alone = len(own) == len(numbers) == 1
        fix: tuple[Edit, ...] = (Edit(place, text.replace(numbers[0], right, 1)),) if alone else ()
        yield warning("C10", place, *fix, text=text, said=shares[0], gives=max(own))
        return
    sums = [_sum(one, program) for one in _SUM.findall(text)]
    money = _own_sums(program, place) if sums else frozenset()
    if money and money.isdisjoint(sums):
        fix = _right_sum(program, place, text, money)
        yield warning("C10", place, *fix, text=text, said_sum=sums[0], gives_sum=max(money))


def _over_a_threshold(program: Program, place: str, text: str) -> Iterator[Finding]:
    """C04: a text says "over 30,000" of a level that begins at 30,000 exactly."""
    if program.levels.basis != "spend":
        return
    for found in _OVER.finditer(text):
        start = _sum(found[2], program)
        level = next((step.code for step in program.levels.steps if step.start == start), None)
        if start and level:
            right = "от" if re.search(r"[а-яё]", found[1], re.IGNORECASE) else "from"
            better = text[: found.start(1)] + right + text[found.end(1) :]
            yield warning("C04", place, Edit(place, better), text=text, word=found[1], start=start, level=level)
            return


def words_are_plain(checked: Checked) -> Iterator[Finding]:
    """Names and titles with words of the law or of the house, too long, or promising what no advert may."""
    for place, text in _spoken(checked.document):
        language = place.rpartition(".")[2]
        if language in ("ru", "en") and filled(text):
            for remark in remarks(text, language):
                yield notice("text.plain", place, found=remark.found, hint=remark.hint)
                break


def _spoken(document: Json) -> Iterator[tuple[str, str]]:
    for place, text in texts(document):
        if _SPOKEN.search(place) and not place.startswith(_BESIDE):
            yield place, text


def _sum(number: str, program: Program) -> int:
    """Whole major units as a text writes them, in minor units."""
    return int(re.sub(r"\D", "", number)) * int(10**program.decimals)


def _right_sum(program: Program, place: str, text: str, money: frozenset[int]) -> tuple[Edit, ...]:
    found = _SUM.findall(text)
    if len(found) != 1 or len(money) != 1:
        return ()
    right = money_text(program, next(iter(money))).removesuffix(".00")
    return (Edit(place, text.replace(found[0], right, 1)),)


def _item(program: Program, place: str) -> Any:
    """The level, group, promotion or reward whose name stands at a place."""
    match = _ITEM.match(place)
    if match is None:
        return None
    lists = {"promotions": program.promotions, "rewards": program.rewards, "groups": program.groups,
             "levels.steps": program.levels.steps}  # fmt: skip
    return lists[match[1]][int(match[2])]


def _own_shares(program: Program, place: str) -> frozenset[Fraction]:
    """The percents of what is named there; of the program's own name, those of its only level."""
    item = _item(program, place)
    if item is None and place.startswith("name") and len(program.levels.steps) == 1:
        step = program.levels.steps[0]
        own = [step.discount, _share(step.earn, program) if step.earn else Fraction(0)]
        return frozenset(one for one in own if one)
    if isinstance(item, Promotion):
        effect = item.effect
        return frozenset(one for one in (effect.percent, *(percent for _, percent in effect.steps)) if one)
    shares, rates = _shares_and_rates(item)
    return frozenset(one for one in {*shares, *(_share(one, program) for one in rates)} if one)


def _own_sums(program: Program, place: str) -> frozenset[int]:
    """The sums of a promotion or reward that gives one."""
    item = _item(program, place)
    if isinstance(item, Promotion):
        if item.effect.kind not in ("amount", "price"):
            return frozenset()
        return frozenset(one for one in (item.effect.amount, item.max_amount or 0, item.when.min_bill) if one)
    amount = getattr(item, "amount", 0)
    return frozenset((amount,)) if amount else frozenset()


def _fraction(number: str) -> Fraction:
    return Fraction(Decimal(number.replace(",", ".")))


def _known(program: Program) -> frozenset[Fraction]:
    """Every share the rules can come to by themselves: rates, ceilings, and a rate with what is added to it."""
    shares, rates = _shares_and_rates(program)
    earned = {_share(one, program) for one in rates}
    added = program.family.earn_bonus_percent if program.family else Fraction(0)
    factors = {one.effect.factor for one in program.promotions}
    multiplied = {rate * factor for rate in earned for factor in factors}
    return shares | earned | {rate + added for rate in earned} | multiplied


def _shares_and_rates(part: Any) -> tuple[frozenset[Fraction], frozenset[EarnRate]]:
    """All fractions and all rates inside a part of the rules."""
    shares, rates, left = set(), set(), [part]
    while left:
        one = left.pop()
        if isinstance(one, Fraction):
            shares.add(one)
        elif isinstance(one, dict):
            left += one.values()
        elif isinstance(one, tuple | list):
            left += one
        elif is_dataclass(one):
            names = _fields(type(one))  # type: ignore[arg-type]  # a class is hashable
            left += [getattr(one, name) for name in names]
            if isinstance(one, EarnRate):
                rates.add(one)
    return frozenset(shares), frozenset(rates)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Names of the fields of a dataclass."""
    return tuple(field.name for field in fields(kind))


def _share(rate: EarnRate, program: Program) -> Fraction:
    """What a rate gives back of the money, also where it is told as units for a sum."""
    if rate.percent is not None or not rate.per or program.unit is None:
        return rate.percent or Fraction(0)
    return Fraction(rate.units * program.unit.worth, rate.per)
