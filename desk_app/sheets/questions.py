"""What patients really ask at the desk, answered by the promises of the version: for leaflets and for staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk_app.domain.program import Program
from desk_app.domain.quote import Reason
from desk_app.sheets.blocks import Question
from desk_app.sheets.promises import Promises
from desk_app.sheets.wording import Wording

#: What a leaflet answers under headings of its own, on every size and on the largest.
_TOLD = frozenset(("use", "lapse", "why_not", "add_up", "insurer", "level"))
_CHANGES = frozenset(("return", "change"))


@dataclass(frozen=True, slots=True)
class Answered:
    """A question by its `key` ("/discount" behind it: `form`) with what answers it: a `label`, then promises."""

    key: str
    form: str = ""
    label: str = ""
    promises: tuple[Reason, ...] = ()


def ten_questions(program: Program, told: Promises, wording: Wording) -> tuple[Question, ...]:
    """The questions a program has an answer to, the most frequent first; at most ten, for the desk."""
    return tuple(in_words(one, wording) for one in answered(program, told))[:10]


def questions(program: Program, told: Promises, wording: Wording, *, changes_told: bool) -> tuple[Question, ...]:
    """Those that a leaflet has not answered yet under its headings; `changes_told`: changes have their own."""
    known = _TOLD | _CHANGES if changes_told else _TOLD
    return tuple(in_words(one, wording) for one in answered(program, told) if one.key not in known)


def in_words(one: Answered, wording: Wording) -> Question:
    """A question and its answer."""
    said = [wording.label(one.label)] if one.label else []
    answer = " ".join((*said, *(wording.promise(why) for why in one.promises)))
    return Question(wording.label(f"ask.{one.key}{one.form}", units=wording.many()), answer)


def answered(program: Program, told: Promises) -> tuple[Answered, ...]:
    """The questions a program has an answer to, the most frequent first."""
    return tuple(one for one in _asked(program, told) if one.label or one.promises)


def _asked(program: Program, told: Promises) -> Iterator[Answered]:
    def starting(part: tuple[Reason, ...], *codes: str) -> tuple[Reason, ...]:
        return tuple(one for one in part if one.code.split("/")[0] in codes)

    form = "" if program.unit else "/discount"
    yield Answered("have", form, f"answer.have{form}")
    if program.unit:
        uses = (*starting(told.gives, "give.usable"), *starting(told.uses, "use.share"))
        yield Answered("use", promises=uses)
        yield Answered("lapse", promises=told.lapses)
    yield Answered("card", label="answer.card", promises=starting(told.uses, "use.proof"))
    out = starting(told.limits, "limit.nothing", "limit.no_discount", "limit.no_earn", "limit.no_redeem")
    yield Answered("why_not", promises=out)
    yield Answered("add_up", promises=starting(told.limits, "limit.stacking", "limit.total"))
    yield Answered("insurer", promises=starting(told.limits, "limit.payers"))
    if len(program.levels.steps) > 1:
        yield Answered("level", promises=told.levels[:3])
    of_family = starting(told.extras, "extra.family", "extra.family.redeem")
    yield Answered("family", promises=of_family or starting(told.uses, "use.owner"))
    yield Answered("return", promises=starting(told.changes, "change.return", "change.shortfall"))
    yield Answered("change", promises=starting(told.changes, "change.worse", "change.kept"))
