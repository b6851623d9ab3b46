"""`tessera train`: the lessons and which the program has, a lesson begun and checked, a quiz, what patients ask."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desk_app.domain.errors import WrongInput, refuse
from ui.cli.answer import NO, Answer
from ui.cli.home import home_of
from ui.cli.rules import add_program, rules_of
from ui.cli.sentences import sentence
from ui.cli.train_quiz import add_quiz, quiz

if TYPE_CHECKING:
    from desk_app.domain.people import Service
    from desk_app.domain.program import Program
    from desk_app.training.lessons import Lesson, Stage

EXAMPLE = "tessera train list"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    acts = parser.add_subparsers(dest="act", metavar="list|check|quiz|asked", required=True)
    one = acts.add_parser("list", help="the lessons, and why one does not apply", epilog="example: tessera train list")
    add_program(one, required=False)
    one = acts.add_parser(
        "check", help="which goals of a lesson hold, what was missed and why",
        epilog="example: tessera train check spend --begin --at practice",
    )  # fmt: skip
    one.add_argument("lesson", metavar="LESSON", help="its code, as the list shows it")
    one.add_argument(
        "--at", default="", metavar="DIR", help="the practice desk's folder; left out: that of whoever works here"
    )
    one.add_argument("--begin", action="store_true", help="make the practice desk anew, and tell the story")
    one.add_argument("--seed", default="1", metavar="TEXT", help="another text makes other people and another quiz")
    add_quiz(acts)
    one = acts.add_parser(
        "asked", help="what patients really ask, with the answer to say aloud",
        epilog="example: tessera train asked --program club.toml",
    )  # fmt: skip
    add_program(one, required=False)


def run(options: argparse.Namespace) -> Answer:
    """What the act gives; see the module."""
    return _ACTS[options.act](options)


def _list(options: argparse.Namespace) -> Answer:
    from desk_app.documents.program_file import read_program
    from desk_app.training.lessons import fits, shelf
    from ui.wording.lessons import unfit
    from ui.wording.problems import problem

    home = home_of(options)
    program, ahead, services = _taught(options, read_program)
    known = shelf(home)
    told: list[dict[str, Any]] = []
    lines: list[str] = []
    width = max((len(one.code) for one in known.found), default=0)
    for one in known.found:
        lacking = [unfit(why, options.lang, program) for why in fits(one, program, ahead, services)]
        title = one.title.plain(options.lang)
        told.append({"lesson": one.code, "title": title, "has": not lacking, "why_not": lacking})
        lines.append(f"{'-' if lacking else '+'} {one.code:<{width}}  {title}{_because(lacking)}")
    broken = []
    for file, wrong in known.broken:
        message = problem(wrong, options.lang)
        broken.append({"file": file, "error": wrong.code, "place": wrong.place, "message": message})
        lines.append(f"! {file}: {f'{wrong.place}: ' if wrong.place else ''}{message}")
    return Answer({"lessons": told, "broken": broken}, lines, NO if broken else 0)


def _because(lacking: Sequence[str]) -> str:
    return f" ({'; '.join(lacking)})" if lacking else ""


def _taught(
    options: argparse.Namespace, read: Callable[..., Program]
) -> tuple[Program, Program | None, Sequence[Service]]:
    """The rules lessons are looked at with: a document's, else those of this desk, and those announced to follow."""
    from ui.compose_practice import ground_at

    ground = ground_at(home_of(options))
    if getattr(options, "program", ""):
        return rules_of(options.program), None, ground.services
    editions = [read(one.document, one.number) for one in ground.editions[:2]]
    return editions[0], editions[1] if len(editions) > 1 else None, ground.services


def _check(options: argparse.Namespace) -> Answer:
    from desk_app.training.lessons import keep, kept, set_up, shelf
    from ui import compose, compose_practice

    home = home_of(options)
    folder = _folder(options.at, home)
    lesson = shelf(home).named(options.lesson)
    if options.begin:
        _fits(lesson, options)
        compose_practice.make(folder, compose_practice.ground_at(home), _station(home))
        with compose.open_desk(folder) as desk:
            stage = set_up(desk, lesson, options.seed, options.lang)
        keep(folder, stage)
        return _begun(folder, stage, options.lang)
    found = kept(folder)
    if found is None or found.lesson.code != lesson.code:
        raise WrongInput("lesson.not_begun", "lesson", lesson=lesson.code)
    return _checked(folder, found, options.lang)


def _fits(lesson: Lesson, options: argparse.Namespace) -> None:
    """A lesson that does not apply takes no practice desk away. Raises `lesson.unfit`."""
    from desk_app.documents.program_file import read_program
    from desk_app.training.lessons import fits
    from ui.wording.lessons import unfit

    program, ahead, services = _taught(options, read_program)
    lacking = [unfit(why, options.lang, program) for why in fits(lesson, program, ahead, services)]
    if lacking:
        raise refuse("lesson.unfit", "lesson", lesson=lesson.code, why="; ".join(lacking))


def _folder(at: str, home: Path) -> Path:
    from ui.home import practice_home

    return Path(at).expanduser().resolve() if at else practice_home(home, _station(home).employee)


def _station(home: Path) -> Any:
    from desk_app import station

    return station.load(home).station


def _begun(folder: Path, stage: Stage, lang: str) -> Answer:
    from ui.wording.lessons import told

    program, services = _rules_at(folder)
    words = told(stage, program, services, lang)
    steps = [{"goal": one.code, "text": one.text, "hints": list(one.hints)} for one in words.steps]
    value = {"lesson": stage.lesson.code, "folder": str(folder), "title": words.title, "story": list(words.story),
             "goals": steps}  # fmt: skip
    lines = [words.title, "", *words.story, "", *(f"[ ] {one.text}" for one in words.steps), "", str(folder)]
    if stage.lesson.network == "down":
        lines.append(sentence("train.network", lang))
    return Answer(value, lines)


def _checked(folder: Path, stage: Stage, lang: str) -> Answer:
    from desk_app.training.lessons import check
    from ui import compose
    from ui.wording.lessons import missed, told

    program, services = _rules_at(folder)
    with compose.open_desk(folder) as desk:
        results = check(desk, stage)
    words = told(stage, program, services, lang)
    goals: list[dict[str, Any]] = []
    lines: list[str] = []
    for result, step in zip(results, words.steps, strict=True):
        why = list(missed(result, stage, program, services, lang, untouched=True))
        goals.append({"goal": result.goal, "text": step.text, "holds": result.holds, "missed": why})
        lines += [f"[{'x' if result.holds else ' '}] {step.text}", *(f"    {one}" for one in why)]
    done = all(result.holds for result in results)
    value = {"lesson": stage.lesson.code, "folder": str(folder), "done": done, "goals": goals}
    return Answer(value, [*lines, "", sentence("train.done" if done else "train.open", lang)], 0 if done else NO)


def _rules_at(folder: Path) -> tuple[Program, dict[str, Service]]:
    """The rules in force at a practice desk, and its price list by code."""
    from desk_app.accounts import version_on
    from desk_app.versions import today
    from ui import compose

    with compose.open_desk(folder) as desk, desk.store.reading() as reading:
        program = version_on(reading, desk, today(desk, reading))[0]
        return program, {one.code: one for one in reading.services("", 1_000_000)}


def _asked(options: argparse.Namespace) -> Answer:
    from datetime import UTC, datetime

    from desk_app.documents.program_file import read_program
    from desk_app.training.asked import asked_by_patients
    from ui.wording.asked import said

    program, _, services = _taught(options, read_program)
    by_code = {one.code: one for one in services}
    found = [
        said(one, program, by_code, options.lang)
        for one in asked_by_patients(program, services, datetime.now(UTC).date())
    ]
    lines = [line for number, one in enumerate(found, 1) for line in (f"{number}. {one.question}", f"   {one.answer}")]
    return Answer({"asked": [{"question": one.question, "answer": one.answer} for one in found]}, lines)


_ACTS: Final[dict[str, Callable[[argparse.Namespace], Answer]]] = {
    "list": _list, "check": _check, "quiz": quiz, "asked": _asked,
}  # fmt: skip
