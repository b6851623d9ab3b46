"""What came of a goal: it holds, or what was missed, with the quote that says why where it is about sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk_app.domain.bill import Bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.training.lessons.stage import Value


@dataclass(frozen=True, slots=True)
class Why:
    """The bill as it should have been, with the engine's quote; `about` is the sum or line that is spoken of."""

    quote: Quote
    program: Program
    bill: Bill
    about: str


@dataclass(frozen=True, slots=True)
class Missed:
    """One thing that is not so: a code with its numbers; `why` explains a sum."""

    code: str
    params: Mapping[str, Value] = field(default_factory=dict)
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class GoalResult:
    """A goal by its code: whether it `holds`, and what was missed; `begun`: the trainee has done something about it."""

    goal: str
    holds: bool
    missed: tuple[Missed, ...] = ()
    begun: bool = False
