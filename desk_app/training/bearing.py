"""The part of a program that bears on an answer: where two programs agree in it, nobody needs to be asked again.

A version mostly changes one rate. Trying hundreds of bills under both versions finds that out too, in seconds; what is
left out here is what no rule of the answer reads, and a property test holds it against the engine.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desk_app.domain.program import CategoryRates, Organizer, Program, Returns, Step
from desk_app.domain.text import Text
from desk_app.training.cases import Ask

_UNNAMED: Final = Text("", "")


def same_answers(before: Program, now: Program, asked: Ask) -> bool:
    """Whether the two programs cannot disagree in what is asked, whatever the case. False proves nothing."""
    return _bearing(before, asked) == _bearing(now, asked)


def _bearing(program: Program, asked: Ask) -> object:
    """What is left of a program when all that cannot change such an answer is taken out; to be compared alone."""
    if asked == "lapses":
        # a kind of service or a level that is new is asked about whatever the answer is
        known = tuple(program.categories), tuple(step.code for step in program.levels.steps)
        return known, program.expiry, program.earn.usable if program.earn else None
    told = replace(program, code="", name=_UNNAMED, version=None, organizer=Organizer(), returns=Returns(), expiry=None)
    told = replace(told, notice=replace(told.notice, worsening_days=0, wind_down_days=0, leaving_days=0))
    by_units = asked in ("reaches", "missing") and program.levels.basis == "units_earned"
    if asked == "earns" or by_units:
        return told
    steps = tuple(_without_earning(step) for step in told.levels.steps)
    return replace(told, earn=None, levels=replace(told.levels, steps=steps))


def _without_earning(step: Step) -> Step:
    rates = {code: CategoryRates(None, one.discount) for code, one in step.by_category.items()}
    return replace(step, earn=None, by_category=rates)
