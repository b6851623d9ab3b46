"""Care that must never be a reason to buy more: urgent help, prescribed medicines, what a doctor orders.

Pattern F11 (spec: program check-up; requirements, S46). That a promotion names such a kind is refused on reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, warning
from desk_app.documents.edits import Edit, value_at
from desk_app.domain.program import Program

_INDICATED: Final = re.compile(
    r"неотложн|экстренн|скор(?:ая|ой) помощ|лекарств|медикамент|препарат|вакцин|прививк"
    r"|\burgent|\bemergenc|\bmedicines\b|\bmedications?\b|\bdrugs?\b|\bvaccin|\bprescri",
    re.IGNORECASE,
)


def indicated_care_is_marked(checked: Checked) -> Iterator[Finding]:
    """A kind of service that sounds like urgent care or medicines, and is open to promotions."""
    program = checked.program
    for i, category in enumerate(program.categories.values()):
        words = (category.code.replace("_", " ").replace("-", " "), category.name.ru, category.name.en)
        open_to_some = category.earns or category.redeems or category.discounts
        if category.indicated_only or not open_to_some or not any(_INDICATED.search(text) for text in words):
            continue
        yield warning(
            "F11", f"categories[{i}].indicated_only", *_marked(checked, i, category.code), category=category.code
        )


def _marked(checked: Checked, number: int, code: str) -> tuple[Edit, ...]:
    """Mark it, and let the promotions that name it go on without it; none where one names nothing else."""
    edits = [Edit(f"categories[{number}].indicated_only", True)]
    for i, promotion in enumerate(checked.program.promotions):
        if code in promotion.when.categories:
            place = f"promotions[{i}].when.categories"
            others = [one for one in value_at(checked.document, place) if one != code]
            if not others:
                return ()
            edits.append(Edit(place, others))
    return tuple(edits)


def indicated_services_sell_nothing(checked: Checked) -> Iterator[Finding]:
    """A promotion or reward that hangs on a service of such a kind, by its code in the price list."""
    program = checked.program
    marked = _marked_services(checked, program)
    if not marked:
        return
    for i, promotion in enumerate(program.promotions):
        when, place = promotion.when, f"promotions[{i}]"
        named = (
            ("when.services", when.services), ("when.with_services", when.with_services),
            ("when.after_services.services", when.after_services), ("effect.free_service", {promotion.effect.service}),
        )  # fmt: skip
        for key, codes in named:
            for code in sorted(marked & codes):
                params = {"rule": f"promotion:{promotion.code}", "service": code, "name": _name(checked, code)}
                yield warning("F11", f"{place}.{key}", Edit(place), **params)
                break
    for i, reward in enumerate(program.rewards):
        if reward.service in marked:
            params = {
                "rule": f"reward:{reward.code}",
                "service": reward.service,
                "name": _name(checked, reward.service),
            }
            yield warning("F11", f"rewards[{i}].service", Edit(f"rewards[{i}]"), **params)


def _marked_services(checked: Checked, program: Program) -> frozenset[str]:
    kinds = {code for code, category in program.categories.items() if category.indicated_only}
    return frozenset(one.code for one in checked.services if one.category in kinds)


def _name(checked: Checked, code: str) -> str:
    return next((one.name for one in checked.services if one.code == code), code)
