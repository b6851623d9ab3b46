"""Percents that a program's own texts name, beside those its rules know: "Cashback 5 %" over a rate of 3 is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding
from desk_app.documents.tree import texts
from desk_app.domain.program import EarnRate, Program
from desk_app.ports import Json

#: Texts of a document that speak to patients; a goal or the clinic's own name promises no rate.
_SPOKEN: Final = re.compile(r"\b(name|title)(\.(ru|en))?$")
_BESIDE: Final = ("organizer.", "goals.", "unit.")
_PERCENT: Final = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:%|процент|per\s?cent)", re.IGNORECASE)


def percents_are_known(checked: Checked) -> Iterator[Finding]:
    """Names and titles that name a percent which no rule has."""
    for place, percent, text in strange_percents(checked.document, checked.program):
        yield Finding("text.percent", "warning", place, {"found": percent, "allowed": text})


def strange_percents(document: Json, program: Program) -> Iterator[tuple[str, str, str]]:
    """Key path, percent and whole text of each name or title that names a percent which no rule of `program` has."""
    known = _known(program)
    for place, text in texts(document):
        if not _SPOKEN.search(place) or place.startswith(_BESIDE):
            continue
        for found in _PERCENT.finditer(text):
            if Fraction(Decimal(found[1].replace(",", "."))) / 100 not in known:
                yield place, found[0] if found[0].endswith("%") else f"{found[1]} %", text


def _known(program: Program) -> frozenset[Fraction]:
    """Every share the rules can come to by themselves: rates, ceilings, and a rate with what is added to it."""
    plain = frozenset(_shares(program))
    earned = {_share(one, program) for one in _rates(program)}
    added = program.family.earn_bonus_percent if program.family else Fraction(0)
    factors = {one.effect.factor for one in program.promotions}
    return plain | earned | {rate + added for rate in earned} | {rate * factor for rate in earned for factor in factors}


def _rates(part: Any) -> Iterator[EarnRate]:
    return (one for one in _within(part) if isinstance(one, EarnRate))


def _shares(part: Any) -> Iterator[Fraction]:
    return (one for one in _within(part) if isinstance(one, Fraction))


def _share(rate: EarnRate, program: Program) -> Fraction:
    """What a rate gives back of the money, also where it is told as units for a sum."""
    if rate.percent is not None or not rate.per or program.unit is None:
        return rate.percent or Fraction(0)
    return Fraction(rate.units * program.unit.worth, rate.per)


def _within(part: Any) -> Iterator[Any]:
    yield part
    if is_dataclass(part):
        for field in fields(part):
            yield from _within(getattr(part, field.name))
    elif isinstance(part, dict):
        for one in part.values():
            yield from _within(one)
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _within(one)
