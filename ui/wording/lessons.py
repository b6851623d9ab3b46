"""Lessons in words: the story and its steps with the names and numbers of the desk, what was missed and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.text import Text
from desk_app.price_list import titles
from desk_app.training.lessons.fitting import Unfit
from desk_app.training.lessons.missed import GoalResult, Missed, Why
from desk_app.training.lessons.stage import Stage
from ui import formats
from ui.wording import lesson_words as words
from ui.wording.explain import explain
from ui.wording.saying import fill
from ui.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class Step:
    """A goal in words: what is to be true, and hints from the gentlest to the plainest."""

    code: str
    text: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A lesson as it is read: title, paragraphs of the story, steps."""

    title: str
    story: tuple[str, ...]
    steps: tuple[Step, ...]


def told(stage: Stage, program: Program, services: Mapping[str, Service], language: str) -> Told:
    """The lesson under way in words ("ru" or "en"); `services` names those of the price list."""
    speech = Speech(language, program, titles(services, language))

    values = _values(stage, program, language)

    def said(text: Text) -> str:
        return _begun(fill(text.plain(language), values, speech))

    lesson = stage.lesson
    steps = (
        Step(goal.code, said(goal.text), tuple(said(hint) for hint in goal.hints))
        for goal in lesson.goals
    )  # fmt: skip
    return Told(said(lesson.title), tuple(said(text) for text in lesson.story), tuple(steps))


def missed(
    result: GoalResult, stage: Stage, program: Program, services: Mapping[str, Service], language: str, *,
    untouched: bool = False,
) -> tuple[str, ...]:  # fmt: skip
    """What a goal misses and why, in sentences; nothing for one that holds, or that nobody has tried yet.

    `untouched`: what nobody has tried yet is said too.
    """
    if not result.begun and not untouched:
        return ()
    speech = Speech(language, program, titles(services, language))
    return tuple(_missed(one, speech) for one in result.missed)


def unfit(one: Unfit, language: str, program: Program | None = None) -> str:
    """Why a lesson does not apply, as a clause."""
    speech = Speech(language, program)
    match one.code:
        case "need":
            return words.NEEDS[one.params["need"]].template(speech)
        case "service":
            params: dict[str, Any] = dict(one.params)
            for name in ("units", "earns", "discounts", "group"):
                if name in params:
                    params[name] = words.PROPERTIES[f"{name}/{params[name]}"].template(speech)
            return fill(words.SERVICE.template(speech), params, speech)
        case _:
            return words.MONEY.template(speech)


def _values(stage: Stage, program: Program, language: str) -> dict[str, Any]:
    """The values of a stage with phones and cards as people write them, and documents by their names."""
    values: dict[str, Any] = dict(stage.values)
    documents = {group.code: group.document.plain(language) for group in program.groups}
    for person in stage.lesson.people:
        values[f"{person.code}_phone"] = formats.phone(str(values[f"{person.code}_phone"]))
        values[f"{person.code}_card"] = formats.card(str(values[f"{person.code}_card"]))
        values[f"{person.code}_document"] = documents.get(str(values.get(f"{person.code}_group", "")), "")
    return values


def _missed(one: Missed, speech: Speech) -> str:
    params: dict[str, Any] = dict(one.params)
    if "consent" in params:
        params["consent"] = words.CONSENTS[params["consent"]].template(speech)
    if one.code == "member.phone":
        params["phone"] = formats.phone(params["phone"])
    whole = _begun(fill(words.MISSED[one.code].template(speech), params, speech))
    why = _why(one.why, speech) if one.why is not None else ""
    return f"{whole} {why}" if why else whole


def _why(why: Why, speech: Speech) -> str:
    """The engine's own sentence on the bill as it should have been."""
    explained = explain(why.quote, why.program, why.bill, speech.language, services=speech.names)
    return explained.sum(why.about) or explained.line(why.about)


def _begun(sentence: str) -> str:
    """A sentence may begin with a name or a sum; letters get a capital, quotation marks stay."""
    return sentence[:1].upper() + sentence[1:]
