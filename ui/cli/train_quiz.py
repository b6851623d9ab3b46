"""`tessera train quiz`: questions with numbered answers, made of the rules; which answers are right, and why."""

from __future__ import annotations

import argparse
import re
import secrets
from datetime import UTC, date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from desk_app.domain.errors import Trouble, WrongInput
from ui.cli.answer import NO, Answer
from ui.cli.days import read_day
from ui.cli.home import home_of
from ui.cli.rules import add_program, rules_of
from ui.cli.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk_app.domain.program import Program
    from desk_app.training.quiz import Question
    from ui.wording.quiz import Asked

_USUAL: Final = 8
#: More than anybody answers at one sitting.
_MOST: Final = 500


def add_quiz(acts: Any) -> None:
    """What it takes."""
    one = acts.add_parser(
        "quiz", help="questions about the rules; the same seed makes the same quiz",
        epilog="example: tessera train quiz --program club.toml --seed 7",
    )  # fmt: skip
    add_program(one, required=False)
    one.add_argument("--before", default="", metavar="OLD.toml", help="ask only about what these rules do not say")
    one.add_argument(
        "--seed", default="", metavar="TEXT",
        help="another text makes other people and another quiz; left out: a new one, told with the questions",
    )  # fmt: skip
    one.add_argument("--count", type=int, default=_USUAL, metavar="NUMBER", help="how many questions")
    one.add_argument("--answers", default="", metavar="1,3,2…", help="say which of these answers are right, and why")
    one.add_argument(
        "--day",
        default="",
        metavar="DAY",
        help="the day the bills are of; left out: in March of this year, or the first day of rules that begin later",
    )


def quiz(options: argparse.Namespace) -> Answer:
    """The questions, or what the answers are worth: exit code 1 when one of them is wrong."""
    from ui.wording.quiz import asked

    if not 1 <= options.count <= _MOST:
        raise WrongInput("value.bad", "--count", found=str(options.count), allowed=f"1-{_MOST}")
    if options.answers and not options.seed:
        raise WrongInput("answers.seed", "--seed")
    options.seed, drawn = options.seed or secrets.token_hex(3), not options.seed
    program, days = _rules(options)
    before = rules_of(options.before) if options.before else None
    questions = _questions(options, program, before, days)
    words = [asked(one, program, options.lang) for one in questions]
    if options.answers and questions:
        return _marked(questions, words, _given(options.answers, questions), options.lang)
    told = [{"question": one.text, "answers": list(one.options)} for one in words]
    lines: list[str] = []
    for number, one in enumerate(words, 1):
        lines += [f"{number}. {one.text}", *(f"   {place}) {option}" for place, option in enumerate(one.options, 1))]
    if drawn and lines:
        lines += ["", sentence("train.seed", options.lang).format(seed=options.seed)]
    return Answer({"questions": told, "seed": options.seed}, lines or [sentence("train.nothing", options.lang)])


#: The first day bills of questions may be of, and the day from which they may not be any more.
_Days = tuple[date, date | None]


def _rules(options: argparse.Namespace) -> tuple[Program, _Days]:
    """The rules of the document, else those in force at this desk, and the days of the questions."""
    usual = date(datetime.now(UTC).year, 3, 2)
    if options.program:
        program = rules_of(options.program)
        # a day of its own, so that the same seed is the same quiz tomorrow too
        return program, _announced(options, program) or (usual, None)
    from desk_app.documents.program_file import read_program
    from desk_app.training.practice import preset
    from ui.compose_practice import ground_at

    now, *ahead = ground_at(home_of(options)).editions
    until = ahead[0].day if ahead else None
    # a desk without rules asks about a ready program, which holds on any day
    holds = now == preset(now.day) or (now.day <= usual and (until is None or usual < until))
    return read_program(now.document, now.number), (usual if holds else now.day, until)


def _questions(options: argparse.Namespace, program: Program, before: Program | None, days: _Days) -> list[Question]:
    from desk_app.training.quiz import quiz as ask

    day, until = (read_day("--day", options.day), None) if options.day else days
    return list(islice(ask(program, options.seed, day, before=before, until=until), options.count))


def _announced(options: argparse.Namespace, program: Program) -> _Days | None:
    """The first day of rules that are announced at this desk and the day on which the next take over; else None."""
    from desk_app.documents.program_file import read_program
    from ui.compose_practice import ground_at

    try:
        editions = ground_at(home_of(options)).editions
    except Trouble:
        # questions are made of the file alone: a desk that does not open keeps nobody from them
        return None
    today = datetime.now(UTC).date()
    ahead = sorted((one for one in editions if one.day > today), key=lambda one: one.day)
    for place, one in enumerate(ahead):
        if read_program(one.document, 1) == program:
            return one.day, ahead[place + 1].day if place + 1 < len(ahead) else None
    return None


def _given(text: str, questions: Sequence[Question]) -> list[int]:
    """The numbers of the answers, one for each question. Raises `answers.count`, `value.bad`."""
    words = [word for word in re.split(r"[\s,;]+", text.strip()) if word]
    allowed = [len(one.options) for one in questions]
    if len(words) != len(allowed):
        raise WrongInput("answers.count", "--answers", found=text, count=len(allowed), most=max(allowed))
    for number, (word, most) in enumerate(zip(words, allowed, strict=True)):
        if not word.isdecimal() or not 1 <= int(word) <= most:
            raise WrongInput("value.bad", f"--answers[{number}]", found=word, allowed=f"1-{most}")
    return [int(word) for word in words]


def _marked(questions: Sequence[Question], words: Sequence[Asked], given: Sequence[int], lang: str) -> Answer:
    told: list[dict[str, Any]] = []
    lines: list[str] = []
    for number, (question, asked, answer) in enumerate(zip(questions, words, given, strict=True), 1):
        right = answer - 1 == question.right
        thought = asked.thought[answer - 1]
        told.append({
            "question": asked.text, "answer": asked.options[answer - 1], "right": right,
            "right_answer": asked.options[question.right], "why": asked.why, "topic": question.topic,
        })  # fmt: skip
        mark = sentence("train.right" if right else "train.wrong", lang)
        lines.append(f"{number}. {mark} {asked.options[answer - 1]}{'' if right else f' - {thought}'}")
        lines.append(f"   {asked.options[question.right]}: {asked.why}")
    wrong = sum(not one["right"] for one in told)
    lines += ["", sentence("train.result", lang).format(right=len(told) - wrong, count=len(told))]
    return Answer({"answers": told, "right": len(told) - wrong, "wrong": wrong}, lines, NO if wrong else 0)
