"""The program against the price list: how much of it has a privilege, and codes that stand in none.

Pattern D05 (spec: program check-up; requirements, S37).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

import resources
from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, error, warning
from desk_app.documents.edits import Edit, value_at
from desk_app.documents.tree import from_toml
from desk_app.domain.people import Service
from desk_app.domain.program import Category, EarnRate, Program
from desk_app.ports import Json

#: Below this share of the price list a patient meets "not on this one" too often.
LEAST_COVERAGE: Final = Fraction(60, 100)
_TOLD: Final = 3
#: Words that leave it to the desk which services are meant.
_VAGUE: Final = re.compile(
    r"\b(?:сложн|отдельн|некотор|избранн|выбранн|особ|специальн)(?:ые|ых|ое|ая)\b|\bпроч(?:ие|их|ее|ая)\b|\bдруги[ех]\b"
    r"|\b(?:complex|selected|some|certain|other|special|various|miscellaneous)\b",
    re.IGNORECASE,
)


def coverage(program: Program, services: Sequence[Service]) -> Fraction | None:
    """The share of the price list on which something is given or units pay; None without a price list."""
    if not services:
        return None
    return Fraction(sum(has_privilege(program, one) for one in services), len(services))


def has_privilege(program: Program, service: Service) -> bool:
    """Whether a service earns, is discounted by a level, or can be paid with units, at one level at least."""
    category = program.categories.get(service.category, Category("", program.name))
    code, kind, steps = service.code, category.code or None, program.levels.steps
    earn, redeem = program.earn, program.redeem
    earns = earn and category.earns and code not in earn.excluded_services
    if earns and any(_gives(step.rate(kind)) for step in steps):
        return True
    discounted = category.discounts and category.max_discount != 0 and code not in program.stacking.excluded_services
    if discounted and any(step.discount_for(kind) for step in steps):
        return True
    share = redeem and (redeem.max_share if category.max_redeem is None else category.max_redeem)
    return bool(redeem and share and category.redeems and code not in redeem.excluded_services)


def _gives(rate: EarnRate | None) -> bool:
    return rate is not None and bool(rate.percent or rate.units)


def enough_is_covered(checked: Checked) -> Iterator[Finding]:
    """A privilege that most of the price list does not have."""
    program, services = checked.program, checked.services
    share = coverage(program, services)
    if share is None or share >= LEAST_COVERAGE:
        return
    left_out = Counter(one.category for one in services if not has_privilege(program, one))
    most = [code for code, _ in left_out.most_common(_TOLD) if code in program.categories]
    params = {"share": share, "least": LEAST_COVERAGE, "services": len(services), "without": left_out.total(),
              "categories": ",".join(most)}  # fmt: skip
    yield warning("coverage", "categories", **params)


def exclusions_are_listed(checked: Checked) -> Iterator[Finding]:
    """D05: services left out by a vague name, or by a code that the price list does not have."""
    for i, category in enumerate(checked.program.categories.values()):
        if _left_out(category) and any(_VAGUE.search(name) for name in (category.name.ru, category.name.en)):
            yield warning("D05", f"categories[{i}].name", category=category.code)
    if not checked.services:
        return
    for place in ("earn.excluded_services", "redeem.excluded_services", "stacking.excluded_services"):
        listed = value_at(checked.document, place) or []
        strange = _strange(checked, listed)
        if strange:
            kept = [code for code in listed if code not in strange]
            yield warning("D05", place, Edit(place, kept or None), codes=", ".join(strange))


def kinds_are_known(checked: Checked) -> Iterator[Finding]:
    """Kinds of service that the price list has and the program does not: no desk could price such a service."""
    count = Counter(one.category for one in checked.services if one.category)
    strange = [code for code in count if code not in checked.program.categories]
    if strange:
        begin = len(checked.program.categories)
        known = _usual_kinds()
        added = [Edit(f"categories[{begin + i}]", known.get(code) or {"code": code, "name": code})
                 for i, code in enumerate(strange)]  # fmt: skip
        yield error("services.kind", "categories", *added, codes=", ".join(strange),
                    services=sum(count[code] for code in strange))  # fmt: skip


@cache
def _usual_kinds() -> Mapping[str, Json]:
    """Kinds of service by their codes, as a ready program has them, without ceilings of its own."""
    ready = from_toml(resources.path("programs/points-3-5-7-10.toml").read_bytes())
    return {one["code"]: {key: value for key, value in one.items() if not key.startswith("max_")}
            for one in ready["categories"]}  # fmt: skip


def services_are_known(checked: Checked) -> Iterator[Finding]:
    """Promotions and rewards on services that the price list does not have: they never happen."""
    if not checked.services:
        return
    for i, promotion in enumerate(checked.program.promotions):
        when, place = promotion.when, f"promotions[{i}]"
        named = (
            ("when.services", when.services), ("when.with_services", when.with_services),
            ("when.after_services.services", when.after_services),
            ("effect.free_service", [promotion.effect.service] if promotion.effect.service else []),
        )  # fmt: skip
        for key, codes in named:
            strange = _strange(checked, sorted(codes))
            if strange:
                yield warning(
                    "services.unknown", f"{place}.{key}", rule=f"promotion:{promotion.code}", codes=", ".join(strange)
                )
    for i, reward in enumerate(checked.program.rewards):
        if reward.service and _strange(checked, [reward.service]):
            yield warning(
                "services.unknown", f"rewards[{i}].service", rule=f"reward:{reward.code}", codes=reward.service
            )


def _left_out(category: Category) -> bool:
    return not (category.earns and category.redeems and category.discounts) or (
        category.max_discount is not None or category.max_redeem is not None
    )


def _strange(checked: Checked, codes: Iterable[str]) -> list[str]:
    known = {one.code for one in checked.services}
    return [code for code in codes if code not in known]
