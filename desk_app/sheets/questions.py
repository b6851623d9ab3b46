"""What patients really ask at the desk, answered by the promises of the version: for leaflets and for staff."""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.domain.program import Program
from desk_app.domain.quote import Reason
from desk_app.sheets.blocks import Question
from desk_app.sheets.promises import Promises
from desk_app.sheets.wording import Wording

#: What a leaflet answers under headings of its own, on every size and on the largest.
_TOLD = frozenset(("use", "lapse", "why_not", "add_up", "insurer", "level"))
_CHANGES = frozenset(("return", "change"))


def ten_questions(program: Program, told: Promises, wording: Wording) -> tuple[Question, ...]:
    """The questions a program has an answer to, the most frequent first; at most ten, for the desk."""
    return tuple(question for _, question in _asked(program, told, wording))[:10]


def questions(program: Program, told: Promises, wording: Wording, *, changes_told: bool) -> tuple[Question, ...]:
    """Those that a leaflet has not answered yet under its headings; `changes_told`: changes have their own."""
    answered = _TOLD | _CHANGES if changes_told else _TOLD
    return tuple(question for key, question in _asked(program, told, wording) if key not in answered)


def _asked(program: Program, told: Promises, wording: Wording) -> Iterator[tuple[str, Question]]:
    def say(*found: Reason | None) -> str:
        return " ".join(wording.promise(one) for one in found if one is not None)

    def starting(part: tuple[Reason, ...], *codes: str) -> list[Reason]:
        return [one for one in part if one.code.split("/")[0] in codes]

    def question(key: str, answer: str, form: str = "") -> Iterator[tuple[str, Question]]:
        if answer:
            yield key, Question(wording.label(f"ask.{key}{form}", units=wording.many()), answer)

    form = "" if program.unit else "/discount"
    yield from question("have", wording.label(f"answer.have{form}"), form)
    if program.unit:
        yield from question("use", say(*starting(told.gives, "give.usable"), *starting(told.uses, "use.share")))
        yield from question("lapse", say(*told.lapses))
    yield from question("card", wording.label("answer.card") + _after(say(*starting(told.uses, "use.proof"))))
    out = starting(told.limits, "limit.nothing", "limit.no_discount", "limit.no_earn", "limit.no_redeem")
    yield from question("why_not", say(*out))
    yield from question("add_up", say(*starting(told.limits, "limit.stacking", "limit.total")))
    yield from question("insurer", say(*starting(told.limits, "limit.payers")))
    if len(program.levels.steps) > 1:
        yield from question("level", say(*told.levels[:3]))
    yield from question("family", say(*starting(told.extras, "extra.family", "extra.family.redeem"))
                        or say(*starting(told.uses, "use.owner")))  # fmt: skip
    yield from question("return", say(*starting(told.changes, "change.return", "change.shortfall")))
    yield from question("change", say(*starting(told.changes, "change.worse", "change.kept")))


def _after(words: str) -> str:
    return f" {words}" if words else ""
