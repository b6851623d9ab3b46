"""Discounts that do not come out as they are said: the worse of two, above the ceiling, down to nothing.

Patterns C09, D01, D07 (spec: program check-up).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, notice, warning
from desk_app.checkup.worked import (
    Params,
    at_level,
    bare,
    holding,
    kinds,
    percent_text,
    priced,
    round_bill,
)
from desk_app.documents.edits import Edit

#: From here on a discount leaves next to nothing to pay.
_NEXT_TO_ALL: Final = Fraction(9, 10)


def better_one_wins(checked: Checked) -> Iterator[Finding]:
    """D01: in the declared order a patient with two discounts gets the smaller one."""
    program = checked.program
    if program.stacking.order == "best_for_patient":
        return
    best_first = replace(program, stacking=replace(program.stacking, order="best_for_patient"))
    bill, worst, params = round_bill(checked), 0, {}
    for index in range(len(program.levels.steps)):
        for group in program.groups:
            for kind in kinds(program):
                standing = at_level(checked, index, groups=(group.code,))
                said = priced(checked, bill, category=kind, standing=standing)
                better = priced(checked, bill, program=bare(best_first), category=kind, standing=standing)
                if said.pays - better.pays > worst:
                    worst = said.pays - better.pays
                    params = {"bill": bill, "group": group.code, "level": program.levels.steps[index].code,
                              "pays": said.pays, "best": better.pays}  # fmt: skip
    for promotion in program.promotions:
        if not promotion.effect.is_discount or promotion.combine != "best":
            continue
        alone, standing, kind, service = holding(checked, promotion)
        other = replace(best_first, promotions=alone.promotions)
        top = replace(standing, level=standing.level or program.levels.steps[-1].code)
        said = priced(checked, bill, program=alone, category=kind, service=service, standing=top)
        better = priced(checked, bill, program=other, category=kind, service=service, standing=top)
        if said.pays - better.pays > worst:
            worst = said.pays - better.pays
            params = {"bill": bill, "promotion": f"promotion:{promotion.code}", "level": said.level,
                      "pays": said.pays, "best": better.pays}  # fmt: skip
    if worst:
        yield warning("D01", "stacking.order", Edit("stacking.order", "best_for_patient"), **params)


def ceiling_leaves_what_is_said(checked: Checked) -> Iterator[Finding]:
    """C09: a level, a group or a promotion says more percent than the ceiling over all discounts ever gives."""
    program = checked.program
    ceiling, bill = program.stacking.max_total_discount, round_bill(checked)
    said: list[tuple[str, str, Fraction]] = []
    for i, step in enumerate(program.levels.steps):
        said.append((f"levels.steps[{i}].discount", f"level:{step.code}", step.discount))
        said += [(f"levels.steps[{i}].by_category.{code}.discount", f"level:{step.code}", own.discount)
                 for code, own in step.by_category.items() if own.discount is not None]  # fmt: skip
    for i, group in enumerate(program.groups):
        said.append((f"groups[{i}].discount", f"group:{group.code}", group.discount))
        said += [(f"groups[{i}].by_category.{code}", f"group:{group.code}", share)
                 for code, share in group.by_category.items()]  # fmt: skip
    said += [
        (f"promotions[{i}].effect.percent", f"promotion:{one.code}", one.effect.percent)
        for i, one in enumerate(program.promotions)
        if one.effect.kind == "percent" and one.combine != "on_top"
    ]
    for place, rule, share in said:
        if share > ceiling:
            params = {"rule": rule, "said": share, "ceiling": ceiling, "bill": bill,
                      **_given(checked, place, bill)}  # fmt: skip
            yield warning("C09", place, Edit(place, percent_text(ceiling)), **params)


def _given(checked: Checked, place: str, bill: int) -> Params:
    """What the engine takes off such a bill for the rule at a place."""
    program, number = checked.program, int(place.partition("[")[2].partition("]")[0])
    category = place.partition(".by_category.")[2].partition(".")[0] or None
    if place.startswith("levels"):
        quote = priced(checked, bill, category=category, standing=at_level(checked, number))
    elif place.startswith("groups"):
        standing = at_level(checked, 0, groups=(program.groups[number].code,))
        quote = priced(checked, bill, category=category, standing=standing)
    else:
        alone, standing, kind, service = holding(checked, program.promotions[number])
        quote = priced(checked, bill, program=alone, category=kind, service=service, standing=standing)
    return {"given": quote.discount}


def something_is_left_to_pay(checked: Checked) -> Iterator[Finding]:
    """D07: a discount of nearly all of the price, with no floor under it."""
    program, bill = checked.program, round_bill(checked)
    if program.stacking.max_total_discount < _NEXT_TO_ALL:
        return
    for i, promotion in enumerate(program.promotions):
        if promotion.effect.kind != "percent" or promotion.effect.percent < _NEXT_TO_ALL:
            continue
        alone, standing, kind, service = holding(checked, promotion)
        quote = priced(checked, bill, program=alone, category=kind, service=service, standing=standing)
        if Fraction(quote.discount, bill) >= _NEXT_TO_ALL:
            params = {"promotion": f"promotion:{promotion.code}", "percent": promotion.effect.percent, "bill": bill,
                      "pays": quote.pays}  # fmt: skip
            yield notice("D07", f"promotions[{i}].effect.percent", **params)
