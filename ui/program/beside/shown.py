"""Everything that stands beside the form, computed from the document in one go, away from the typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from desk_app.checkup import Finding, History, check_up
from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_file import problems
from desk_app.domain.differences import Class, beside_the_rules, differences
from desk_app.domain.errors import Refusal
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.quote import Reason
from desk_app.ports import Json
from desk_app.price_list import titles
from desk_app.sheets.promises import promises
from ui import formats
from ui.program.beside.trial import Trial, Worked, priced
from ui.wording.checkup import Said, told
from ui.wording.explain import explain
from ui.wording.problems import problem
from ui.wording.sheets.changed import Changes
from ui.wording.sheets.sheet_words import SheetWords

#: What is taken away is read first.
_GRAVEST: Final = ("worse", "better", "neutral")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown, in which language ("ru" or "en"); `now` is aware.

    `old` is the program in force with its document, None where there is none.
    """

    document: Json
    trial: Trial
    language: str
    now: datetime
    services: Sequence[Service] = ()
    history: History | None = None
    old: tuple[Program, Json] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its words."""

    finding: Finding
    said: Said


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence of the leaflet; `fresh`: the version in force does not say it."""

    words: str
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the leaflet with its sentences."""

    heading: str
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference to the version in force in a sentence, and for whom: "better", "worse" or "neutral"."""

    words: str
    kind: Class


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum of the worked bill, under the draft and under the version in force ("" where there is none).

    `better`: 1 where the patient gains by the draft, -1 where they lose.
    """

    key: str
    new: str
    old: str = ""
    better: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """The worked bill: figures, and its explanation in sentences; `refused` says why there is none."""

    figures: tuple[Figure, ...] = ()
    sentences: tuple[str, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands beside the form. `valid`: the leaflet and the bill are those of this document."""

    findings: tuple[Found, ...] = ()
    valid: bool = False
    program: Program | None = None
    leaflet: tuple[Part, ...] = ()
    changes: tuple[Change, ...] = field(default=())
    result: Result = field(default_factory=Result)


def shown(asked: Asked) -> Shown:
    """All of it; of a document that cannot be read its findings alone."""
    findings = check_up(asked.document, now=asked.now, services=asked.services, history=asked.history,
                        before=asked.old[1] if asked.old is not None else None)  # fmt: skip
    valid = not problems(asked.document)
    program = compile_program(asked.document) if valid else None
    said = tuple(Found(one, told(one, program, asked.language)) for one in findings)
    if program is None:
        return Shown(said)
    names = titles({one.code: one for one in asked.services}, asked.language)
    return Shown(
        said, valid, program, _leaflet(program, asked, names), _changes(program, asked, names),
        worked(program, asked, names),
    )  # fmt: skip


def worked(program: Program, asked: Asked, names: Mapping[str, str]) -> Result:
    """The trial under the draft, beside the version in force, and in words."""
    try:
        new = priced(program, asked.trial, asked.now)
    except Refusal as refusal:
        return Result(refused=problem(refusal, asked.language, program))
    old = None
    if asked.old is not None:
        try:
            old = priced(asked.old[0], asked.trial, asked.now, program)
        except Refusal:
            old = None
    told_so = explain(new.quote, program, new.bill, asked.language, services=names)
    return Result(_figures(new, old, asked.language), told_so.sentences())


def _figures(new: Worked, old: Worked | None, language: str) -> tuple[Figure, ...]:
    def money(one: Worked, minor: int) -> str:
        return formats.money(minor, language, one.program.currency, one.program.decimals)

    def units(one: Worked, count: int) -> str:
        return formats.units(count, one.program.unit, language) if one.program.unit else "–"

    def level(one: Worked, code: str) -> str:
        return one.program.levels.step(code).name.plain(language)

    def worth(one: Worked, count: int) -> int:
        return count * one.program.unit.worth if one.program.unit else 0

    def figure(key: str, say: str, good: int) -> Figure:
        """`good`: 1 where more is better for the patient."""
        of = {"money": money, "units": units}[say]
        value = getattr(new.quote, key)
        if old is None:
            return Figure(key, of(new, value))
        before = getattr(old.quote, key)
        gains = value - before if say == "money" else worth(new, value) - worth(old, before) or value - before
        return Figure(key, of(new, value), of(old, before), good * ((gains > 0) - (gains < 0)))

    figures = [figure("list", "money", 0), figure("discount", "money", 1)]
    # What is nothing on either side says nothing.
    figures = [one for one in figures if one.key == "list" or new.quote.discount or (old and old.quote.discount)]
    with_units = new.program.unit is not None or (old is not None and old.program.unit is not None)
    spent = new.quote.redeemed or (old is not None and old.quote.redeemed)
    figures += [figure("redeemed", "money", 1)] if spent else []
    figures += [figure("pays", "money", -1)]
    figures += [figure("earns", "units", 1)] if with_units else []
    if len(new.program.levels.steps) > 1:
        before = level(old, old.quote.level_after) if old is not None else ""
        figures.append(Figure("level_after", level(new, new.quote.level_after), before))
    return tuple(figures)


def _leaflet(program: Program, asked: Asked, names: Mapping[str, str]) -> tuple[Part, ...]:
    words = SheetWords(program, asked.language, names)
    day = asked.now.astimezone(ZoneInfo(program.timezone)).date()
    known = _said_before(asked, names) if asked.old is not None else None
    made = promises(program, day)
    parts: tuple[tuple[str, tuple[Reason, ...]], ...] = (
        ("gives", made.gives), ("uses", made.uses), ("limits", made.limits), ("lapses", made.lapses),
        ("levels", made.levels), ("extras", made.extras), ("changes", made.changes),
    )  # fmt: skip
    found = []
    for key, reasons in parts:
        sentences = [words.promise(why) for why in reasons]
        if sentences:
            told_so = tuple(Promise(one, known is not None and one not in known) for one in sentences)
            found.append(Part(words.label(key), told_so))
    return tuple(found)


def _said_before(asked: Asked, names: Mapping[str, str]) -> frozenset[str]:
    assert asked.old is not None
    program = asked.old[0]
    words = SheetWords(program, asked.language, names)
    made = promises(program)
    everything = (*made.gives, *made.uses, *made.limits, *made.lapses, *made.levels, *made.extras, *made.changes)
    return frozenset(words.promise(why) for why in everything)


def _changes(program: Program, asked: Asked, names: Mapping[str, str]) -> tuple[Change, ...]:
    if asked.old is None:
        return ()
    before, document = asked.old
    words = Changes.of(before, program, asked.language, names)
    found = (*differences(before, program), *beside_the_rules(document, asked.document))
    told_so = (Change(words.say(one), one.kind) for one in found)
    return tuple(sorted(told_so, key=lambda change: _GRAVEST.index(change.kind)))
