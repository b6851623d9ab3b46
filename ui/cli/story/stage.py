"""Plays a scenario: a throw-away desk for each name, one clock for all, facts that travel while desks are online."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desk_app import programs
from desk_app.acts import op_id
from desk_app.domain.errors import Refusal
from desk_app.ports import Desk
from ui import compose, compose_records
from ui.cli.answer import InFile
from ui.cli.story import acts
from ui.cli.story.compare import Difference, differences
from ui.cli.story.scenario import Scenario, StoryStep

Json = dict[str, Any]
#: Makes a sentence of a refusal: code, parameters, place.
Say = Callable[[str, Mapping[str, object], str], str]


@dataclass(frozen=True, slots=True)
class Played:
    """What a step gave, and how that differs from what was expected."""

    step: StoryStep
    gave: Json
    wrong: tuple[Difference, ...]


class _Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def play(scenario: Scenario, say: Say) -> Iterator[Played]:
    """Every step in its turn, its refusals in the sentences of `say`."""
    clock = _Clock(datetime(scenario.start.year, scenario.start.month, scenario.start.day, tzinfo=scenario.zone))
    program_of = compose_records.programs()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tessera-story-")))
        desks = {
            name: stack.enter_context(compose.throw_away_desk(folder, name, clock, program_of))
            for name in scenario.desks
        }
        first = desks[scenario.desks[0]]
        programs.publish(first, scenario.document, scenario.start, op_id("story:program"))
        compose.exchange(tuple(desks.values()))
        away: set[str] = set()
        bills: dict[str, str] = {}
        for number, step in enumerate(scenario.steps):
            clock.now = step.at
            away |= set(step.offline)
            away -= set(step.sync)
            _hear(desks, away)
            told = acts.Told(desks[step.on], scenario, step, step.op or f"step {number}", bills)
            gave = _act(told, say)
            _hear(desks, away)
            yield Played(step, gave, tuple(_judge(step, gave)))


def _hear(desks: dict[str, Desk], away: set[str]) -> None:
    if len(desks) > 1:
        compose.exchange([desk for name, desk in desks.items() if name not in away])


def _act(told: acts.Told, say: Say) -> Json:
    try:
        return acts.perform(told)
    except (Refusal, InFile) as refused:
        refusal = refused.refusal if isinstance(refused, InFile) else refused
        message = say(refusal.code, refusal.params, refusal.place)
        return {"error": refusal.code, "place": refusal.place, "message": message}


def _judge(step: StoryStep, gave: Json) -> list[Difference]:
    """A refusal nobody expected is a difference too."""
    if step.expect is None:
        return [Difference("error", None, gave["error"])] if "error" in gave else []
    return differences(step.expect, gave)
