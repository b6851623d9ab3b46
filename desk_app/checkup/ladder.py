"""A ladder on which every step up is a step up, for every kind of service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, notice, warning
from desk_app.checkup.spending import days_of
from desk_app.checkup.worked import at_level, bare, kinds, priced, round_bill, usual_bill, worth
from desk_app.domain.program import Window

_WEEK: Final = 7
_YEAR: Final = 365


def steps_rise(checked: Checked) -> Iterator[Finding]:
    """A level that gives less than the one below it, or nothing more."""
    steps = checked.program.levels.steps
    if len(steps) < 2:
        return
    bill = round_bill(checked)
    given = [{kind: _given(checked, i, kind, bill) for kind in kinds(checked.program)} for i in range(len(steps))]
    for i in range(1, len(steps)):
        fallen = next((kind for kind, sum_ in given[i].items() if sum_ < given[i - 1][kind]), ...)
        names = {"level": steps[i].code, "below": steps[i - 1].code}
        if fallen is not ...:
            params = {**names, "bill": bill, "gives": given[i][fallen], "below_gives": given[i - 1][fallen],
                      "category": fallen or ""}  # fmt: skip
            yield warning("level.falls", f"levels.steps[{i}]", **params)
        elif given[i] == given[i - 1] and steps[i].perks == steps[i - 1].perks:
            yield notice("level.same", f"levels.steps[{i}]", **names)


def steps_are_in_reach(checked: Checked) -> Iterator[Finding]:
    """A level for which the usual patient would have to come every week: the window forgets faster."""
    levels, bill = checked.program.levels, usual_bill(checked)
    days = _window_days(levels.window)
    if not days or levels.basis != "spend" or not bill:
        return
    for i, step in enumerate(levels.steps):
        visits = -(-step.start // bill)
        if visits * _WEEK > days:
            shown = {"level": step.code, "start": step.start, "visits": visits, "days": days, "bill": bill}
            yield notice("level.far", f"levels.steps[{i}].from", **shown)
            return


def _window_days(window: Window) -> int:
    """About how many days are counted; 0: all that ever were."""
    if window.kind == "calendar_year":
        return _YEAR
    return days_of(window.period) if window.period else 0


def groups_get_more(checked: Checked) -> Iterator[Finding]:
    """People with a document who get nothing that everybody does not have."""
    program, first = checked.program, checked.program.levels.steps[0]
    codes: list[str | None] = [None, *program.categories]
    for i, group in enumerate(program.groups):
        named = any(group.code in one.when.groups for one in program.promotions)
        if not named and all(group.discount_for(code) <= first.discount_for(code) for code in codes):
            yield notice("group.nothing", f"groups[{i}].discount", group=group.code)


def _given(checked: Checked, index: int, kind: str | None, bill: int) -> int:
    """What a level gives on a bill: money off and the worth of units; units worth nothing are counted."""
    program = bare(checked.program)
    if program.earn and program.earn.max_per_bill:
        # the most a bill may earn makes large bills alike, and not levels
        program = replace(program, earn=replace(program.earn, max_per_bill=0))
    quote = priced(checked, bill, program=program, category=kind, standing=at_level(checked, index))
    return quote.discount + (worth(program, quote.earns) if program.unit and program.unit.worth else quote.earns)
