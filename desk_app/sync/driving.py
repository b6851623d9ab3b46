"""Leads the engine through the real world: one call after the other, each answered by whoever can."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from desk_app.domain.errors import Trouble
from desk_app.sync.calls import Call, Draw, Now, Tell, Wait
from desk_app.sync.memory import Turn

T = TypeVar("T")


def _now() -> int:
    return int(datetime.now(UTC).timestamp() * 1000)


@dataclass(slots=True)
class World:
    """Who answers: `line` what goes to the centre (raises `Trouble`), `wait` sleeps and says whether it was woken."""

    line: Callable[[Call], Any]
    wait: Callable[[float], bool]
    tell: Callable[[Any], None] = lambda state: None
    now: Callable[[], int] = _now
    draw: Callable[[], float] = field(default_factory=lambda: random.SystemRandom().random)

    def answer(self, call: Call) -> Any:
        """What the engine is given for a call. Raises `Trouble`."""
        match call:
            case Wait(seconds):
                return self.wait(seconds)
            case Now():
                return self.now()
            case Draw():
                return self.draw()
            case Tell(state):
                return self.tell(state)
        return self.line(call)


def drive(turn: Turn[T], world: World) -> T:
    """Run a turn to its end. Trouble of a call is the turn's to deal with; what it does not deal with is raised."""
    answer: Any = None
    trouble: Trouble | None = None
    while True:
        try:
            call = turn.send(answer) if trouble is None else turn.throw(trouble)
        except StopIteration as stopped:
            result: T = stopped.value
            return result
        answer, trouble = None, None
        try:
            answer = world.answer(call)
        except Trouble as raised:
            trouble = raised
