"""What a document that may not be valid yet calls its things, as a program that knows nothing but names.

Sentences ask a program for names, its currency and its unit; half a document can answer that too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from desk_app.documents import program_sense
from desk_app.documents.offer_file import read_offer
from desk_app.documents.program_sense import table, tables
from desk_app.domain.errors import Refusal
from desk_app.domain.program import Category, Group, Levels, Limits, Notice, Program, Returns, Stacking, Step, Unit
from desk_app.domain.promotions import Promotion
from desk_app.domain.text import Text
from desk_app.ports import Json
from ui.program.typed import both


def named_program(document: Json, promotions: Sequence[Promotion] = ()) -> Program:
    """The names of a document; of its rules only what flags of categories say, and the promotions given."""
    unit = table(document.get("unit"))
    stacking = table(document.get("stacking"))
    return Program(
        code=str(document.get("code", "")),
        name=_text(document.get("name"), ""),
        currency=str(document.get("currency") or "RUB"),
        decimals=program_sense.currency_of(document),
        timezone=str(document.get("timezone") or "UTC"),
        categories={code: _category(code, item) for code, item in _coded(document.get("categories"))},
        levels=Levels(tuple(Step(code, _text(item.get("name"), code), 0) for code, item in _coded(
            table(document.get("levels")).get("steps")))),
        stacking=Stacking("declared" if stacking.get("order") == "declared" else "best_for_patient", Fraction(1)),
        returns=Returns(),
        limits=Limits(),
        notice=Notice(0),
        unit=Unit("points", _text(unit.get("name"), "балл|балла|баллов", "point|points"),
                  program_sense.precision_of(document), 0),
        groups=tuple(Group(code, _text(item.get("name"), code), Text("", ""), None, Fraction(0))
                     for code, item in _coded(document.get("groups"))),
        promotions=tuple(promotions),
    )  # fmt: skip


def promotions_of(document: Json) -> tuple[Promotion | None, ...]:
    """Each promotion of a document as the rules read it, None where it cannot be read yet."""
    return tuple(_promotion(document, item, f"promotions[{i}]") for i, item in enumerate(
        tables(document.get("promotions"))))  # fmt: skip


def _promotion(document: Json, item: Json, place: str) -> Promotion | None:
    try:
        return read_offer(document, item, place)
    except Refusal:
        return None


def _category(code: str, item: Mapping[str, Any]) -> Category:
    earns, redeems, discounts = (item.get(flag) is not False for flag in ("earns", "redeems", "discounts"))
    prescribed = item.get("indicated_only") is True
    return Category(code, _text(item.get("name"), code), earns, redeems, discounts, indicated_only=prescribed)


def _coded(items: Any) -> list[tuple[str, Json]]:
    return [(str(item.get("code")), item) for item in tables(items) if item.get("code")]


def _text(value: Any, otherwise: str, english: str = "") -> Text:
    russian, other = both(value)
    return Text(russian or other or otherwise, other or russian or english or otherwise)
