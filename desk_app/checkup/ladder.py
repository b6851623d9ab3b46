"""A ladder on which every step up is a step up, for every kind of service."""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, notice, warning
from desk_app.checkup.worked import at_level, kinds, priced, round_bill, worth


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


def _given(checked: Checked, index: int, kind: str | None, bill: int) -> int:
    """What a level gives on a bill: money off and the worth of units; units worth nothing are counted."""
    quote = priced(checked, bill, category=kind, standing=at_level(checked, index))
    unit = checked.program.unit
    return quote.discount + (worth(checked.program, quote.earns) if unit and unit.worth else quote.earns)
