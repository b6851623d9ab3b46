"""`tessera bench training`: thousands of quiz questions over the ready programs, each answered anew by the engine."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

import resources
from desk_app.demo.tables import price_list
from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.bill import Bill, Line
from desk_app.domain.days import NEVER, plus, plus_days
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import OWN_PAYERS, Program
from desk_app.domain.quote import Quote
from desk_app.training.cases import Case, Value, standing_of
from desk_app.training.quiz import Question, quiz
from ui.cli.answer import NO, Answer
from ui.wording.quiz import asked

#: Questions of one quiz: twelve times what somebody is asked.
_OF_A_QUIZ: Final = 100
_DAY: Final = date(2026, 11, 23)
_MOST_SHOWN: Final = 20


def run(options: argparse.Namespace) -> Answer:
    """Ask so many questions in all; exit code 1 when one of them has a fault."""
    programs = {
        one.stem: read_program(read_document(one.read_bytes()), 1)
        for one in sorted(resources.path("programs").glob("*.toml"))
    }
    began = time.perf_counter()
    topics: Counter[str] = Counter()
    found: list[str] = []
    per_preset: Counter[str] = Counter()
    first = options.seed or 1
    for name, program, question in islice(questions(programs, first), options.questions):
        per_preset[name] += 1
        topics[question.topic] += 1
        found += [f"{name}: {question.topic}: {fault}" for fault in faults(program, question)]
    took = time.perf_counter() - began
    asked_ = per_preset.total()
    value = {
        "questions": asked_, "faults": found, "seconds": round(took, 2), "by_program": dict(per_preset),
        "by_topic": dict(topics), "first_seed": first,
    }  # fmt: skip
    lines = [
        f"{asked_:,} questions, {len(found)} faults, {asked_ / took:,.0f} a second with every answer reckoned anew",
        *(f"  {name}: {count:,}" for name, count in per_preset.items()),
        *found[:_MOST_SHOWN],
    ]
    return Answer(value, lines, NO if found else 0)


def questions(programs: dict[str, Program], first_seed: int = 1) -> Iterator[tuple[str, Program, Question]]:
    """Quizzes without end, program after program; each second round with a price list."""
    seed = first_seed
    while True:
        for name, program in programs.items():
            services = price_list() if seed % 2 else ()
            known = [one for one in services if one.category in program.categories]
            for question in islice(quiz(program, str(seed), _DAY, known), _OF_A_QUIZ):
                yield name, program, question
        seed += 1


def faults(program: Program, question: Question) -> Iterator[str]:
    """What is wrong with a question; nothing: it is as it should be."""
    right = reckoned(program, question)
    options = question.options
    if options[question.right] != right:
        yield f"the engine says {right}, the quiz {options[question.right]}"
    if options.count(right) != 1:
        yield f"{options.count(right)} answers are right"
    if len(set(options)) != len(options) or len(options) < 2:
        yield "two answers are equal, or there is but one"
    yield from _not_there(program, question)
    for language in ("ru", "en"):
        words = asked(question, program, language)
        if len(set(words.options)) != len(words.options):
            yield f"two answers read the same in {language}"
        if "…" in words.text or "…" in words.why or not words.why:
            yield f"a gap is left open in {language}"


def _not_there(program: Program, question: Question) -> Iterator[str]:
    """What the question speaks of and the program does not have."""
    case = question.case
    if case.category not in program.categories:
        yield f"no category {case.category}"
    if case.level not in {step.code for step in program.levels.steps}:
        yield f"no level {case.level}"
    if case.group and case.group not in {group.code for group in program.groups}:
        yield f"no group {case.group}"
    if question.asked in ("earns", "most", "lapses") and program.unit is None:
        yield "no units"
    if question.asked == "most" and program.redeem is None:
        yield "nothing to spend"
    if question.asked == "lapses" and program.expiry is None:
        yield "nothing lapses"
    if question.asked in ("reaches", "missing") and len(program.levels.steps) < 2:
        yield "one level for all"


def reckoned(program: Program, question: Question) -> Value:
    """The answer by another way than the quiz: a bill of its own, and what the rules say in so many words."""
    case = question.case
    match question.asked:
        case "earns":
            return _quote(program, case).earns
        case "pays":
            return _paid(program, case)
        case "most":
            return _quote(program, case).redeemed_units
        case "reaches":
            return _reached(program, case)
        case "missing":
            step = program.levels.steps[program.levels.index(_standing_level(program, case)) + 1]
            return step.start - case.counted
        case "lapses":
            return _lapses(program, case)


def _quote(program: Program, case: Case) -> Quote:
    line = Line("line", case.price, 1, case.service, "", case.category, case.payer)
    bill = Bill("bill", "patient", case.at, (line,), redeem=case.redeem, proof="pin")
    return price_bill(program, bill, standing_of(program, case))


def _paid(program: Program, case: Case) -> int:
    """What is paid at the desk: the price less discount and units, where the patient pays."""
    quote = _quote(program, case)
    return case.price - quote.discount - quote.redeemed if case.payer == "self" else 0


def _standing_level(program: Program, case: Case) -> str:
    """The level before the bill: the highest whose threshold is reached, or the one that is kept."""
    by_sum = max(place for place, step in enumerate(program.levels.steps) if step.start <= case.counted)
    return program.levels.steps[max(by_sum, program.levels.index(case.level))].code


def _reached(program: Program, case: Case) -> str:
    """The level once the bill is paid, by adding what counts of it to what was counted."""
    levels, quote = program.levels, _quote(program, case)
    counts = case.payer in OWN_PAYERS and program.category(case.category).counts_for_level
    money = {"paid": case.price - quote.discount - quote.redeemed, "before_units": case.price - quote.discount,
             "list_price": case.price}[levels.counts] if counts else 0  # fmt: skip
    added = {"spend": money, "visits": int(counts), "units_earned": quote.earns}[levels.basis]
    by_sum = max(place for place, step in enumerate(levels.steps) if step.start <= case.counted + added)
    return levels.steps[max(by_sum, levels.index(case.level))].code


def _lapses(program: Program, case: Case) -> date:
    expiry, earn, day = program.expiry, program.earn, case.at.date()
    if expiry is None or earn is None or expiry.clock == "never":
        return NEVER
    if expiry.clock == "calendar":
        last = date(day.year, expiry.calendar_month, expiry.calendar_day)
        return last if last >= day else date(day.year + 1, expiry.calendar_month, expiry.calendar_day)
    start = plus_days(day, earn.usable.count) if expiry.starts == "usable" and earn.usable.kind == "days" else day
    assert expiry.period is not None
    return plus(start if expiry.clock == "accrual" else day, expiry.period)
