"""Questions about a program, made of its own rules: the engine knows the answer, and the usual mistakes are beside it.

Source: the answer is the engine's, so a question cannot be older than the rules. The same seed makes the same quiz.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from desk_app.domain.days import NEVER
from desk_app.domain.people import Service
from desk_app.domain.program import OWN_PAYERS, PAYERS, Program
from desk_app.training.bearing import same_answers
from desk_app.training.cases import Ask, Case, Value, answer, quote_of
from desk_app.training.mistakes import mistaken

#: Answers to choose from, where there are so many.
OPTIONS: Final = 4
#: What somebody is asked in two minutes.
USUAL: Final = 8

_PRICES: Final = (800, 1200, 1500, 1850, 2400, 3000, 3600, 4200, 5000, 6400, 7500, 9000, 12000, 18500)
#: So often another case is tried before a program is said to have no more questions.
_PATIENCE: Final = 400
_OFFICE: Final = range(8, 20)
#: Bills of the questions are paid within so many days.
_FORTNIGHT: Final = 14


@dataclass(frozen=True, slots=True)
class Question:
    """What is `asked` of a case; `options` in the order shown, `options[right]` is the engine's answer.

    `mistakes` names for each option how one comes to it, "" for the right one and "before" for what was right under the
    version before. `topic` is what the question is about.
    """

    topic: str
    asked: Ask
    case: Case
    options: tuple[Value, ...]
    right: int
    mistakes: tuple[str, ...]


def quiz(
    program: Program, seed: str, day: date, services: Sequence[Service] = (), before: Program | None = None,
    until: date | None = None,
) -> Iterator[Question]:  # fmt: skip
    """Questions without end, as far as the program has any: never the same twice, topics in turn.

    With `before` only those whose answer is another one now: what somebody who knew that version has to learn. The
    answer she knew is among the wrong ones.
    `services` are the clinic's price list; the bills of the questions are paid from `day` on and before `until`, where
    another version takes over.
    """
    random = Random(seed)
    maker = _Maker(program, random, day, until, services)
    topics = [
        topic for topic in _TOPICS
        if topic.is_in(program) and not (before is not None and same_answers(before, program, topic.asked))
    ]  # fmt: skip
    seen: set[tuple[Ask, Case]] = set()
    while topics:
        random.shuffle(topics)
        for topic in tuple(topics):
            question = next(_tried(topic, maker, before, random, seen), None)
            if question is None:
                topics.remove(topic)
            else:
                seen.add((question.asked, question.case))
                yield question


def _tried(
    topic: _Topic, maker: _Maker, before: Program | None, random: Random, seen: set[tuple[Ask, Case]]
) -> Iterator[Question]:
    for _ in range(_PATIENCE):
        case = topic.make(maker)
        if case is None or (topic.asked, case) in seen:
            continue
        if before is not None and not _differs(before, maker.program, topic.asked, case):
            continue
        question = _question(topic, maker.program, before, case, random)
        if question is not None:
            yield question


def _differs(before: Program, now: Program, asked: Ask, case: Case) -> bool:
    """Whether somebody who knew the version before would answer wrongly now."""
    known = {step.code for step in before.levels.steps}
    if case.category not in before.categories or case.level not in known:
        return True
    return answer(before, asked, case) != answer(now, asked, case)


def _still_believed(before: Program, now: Program, asked: Ask, case: Case) -> Iterator[Value]:
    """What was right under the version before, where it can be an answer now."""
    if case.category not in before.categories or case.level not in {step.code for step in before.levels.steps}:
        return
    if (before.decimals, before.precision) != (now.decimals, now.precision):
        return
    if asked in ("reaches", "missing") and before.levels.basis != now.levels.basis:
        return
    if asked == "lapses" and before.earn is None:
        return
    value = answer(before, asked, case)
    if asked != "reaches" or value in {step.code for step in now.levels.steps}:
        yield value


def _question(topic: _Topic, program: Program, before: Program | None, case: Case, random: Random) -> Question | None:
    right = answer(program, topic.asked, case)
    # where this very bill lifts her, the engine tells of the level above that one: nobody would know which is meant
    if topic.asked == "missing" and (right == 0 or quote_of(program, case).level != case.level):
        return None
    wrong: dict[Value, str] = {}
    old = [("before", value) for value in _still_believed(before, program, topic.asked, case)] if before else []
    for name, value in (*old, *mistaken(program, topic.asked, case)):
        if value != right and not (isinstance(value, int) and value < 0):
            wrong.setdefault(value, name)
    if isinstance(right, int):
        for value in _beside(right, program, topic.asked, case):
            if len(wrong) < OPTIONS - 1 and value != right:
                wrong.setdefault(value, "near")
    if not wrong:
        return None
    chosen = list(wrong.items())[: OPTIONS - 1]
    options = [(right, ""), *chosen]
    random.shuffle(options)
    place = next(i for i, (_, name) in enumerate(options) if not name)
    return Question(topic.name, topic.asked, case, tuple(value for value, _ in options), place,
                    tuple(name for _, name in options))  # fmt: skip


def _beside(right: int, program: Program, asked: Ask, case: Case) -> Iterator[int]:
    """Figures that might be, where no mistake leads to enough others."""
    if asked == "pays":
        yield from (case.price * (100 - percent) // 100 for percent in (5, 10, 3, 15, 20))
        return
    whole = 10**program.precision if asked in ("earns", "most") else 10**program.decimals
    for factor, part in ((1, 2), (2, 1), (3, 2), (3, 4)):
        yield right * factor // part // whole * whole
    if right:
        yield from (right + much * whole for much in (10, 20, 30))
    else:
        yield from (case.price * percent // 100 // 10**program.decimals * whole for percent in (3, 5, 10))


# what is asked about


class _Maker:
    """Draws cases of one program."""

    def __init__(
        self, program: Program, random: Random, day: date, until: date | None, services: Sequence[Service]
    ) -> None:
        self.program = program
        self._random = random
        self._day = day
        self._days = _FORTNIGHT if until is None else max(1, min(_FORTNIGHT, (until - day).days))
        self._services = services

    def case(
        self, *, category: str | None = None, payer: str = "self", level: str | None = None, units: bool = False,
        group: str = "", near_top: bool = False, at: datetime | None = None,
    ) -> Case | None:  # fmt: skip
        """A bill of a category, by a patient of a level who asks to spend units or not."""
        program, random = self.program, self._random
        code = category or random.choice([*program.categories])
        of_it = [one for one in self._services if one.category == code and one.price]
        service = random.choice(of_it) if of_it else None
        minor = 10**program.decimals
        price = service.price if service else random.choice(_PRICES) * minor
        place = program.levels.index(level) if level else random.randrange(len(program.levels.steps))
        step = program.levels.steps[place]
        above = program.levels.steps[place + 1].start if place + 1 < len(program.levels.steps) else step.start
        counted = step.start
        if near_top and above > step.start:
            counted = self._below(above, step.start, price)
        usable = 0
        if units and program.unit and program.unit.worth:
            share = random.choice((1, 2, 4, 8, 16))
            whole = 10**program.unit.precision
            usable = max(whole, price * share // 10 // program.unit.worth // (10 * whole) * (10 * whole))
        return Case(
            step.code, counted, code, price, at or self.moment(), service.code if service else "", payer, usable,
            None if units else 0, group,
        )  # fmt: skip

    def _below(self, above: int, start: int, price: int) -> int:
        """A place on the step from which this bill reaches the next one, or does not quite."""
        if self.program.levels.basis != "spend":
            return self._random.randrange(start, above)
        whole: int = 10**self.program.decimals * 100
        missing: int = self._random.choice((price, price * 3 // 4, price // 2, price * 2, price + price // 2))
        return max(start, (above - missing) // whole * whole)

    def moment(self) -> datetime:
        """An hour when the clinic is open, within a fortnight while the version holds."""
        day = self._day + timedelta(days=self._random.randrange(self._days))
        return datetime.combine(day, time(self._random.choice(_OFFICE), self._random.choice((0, 15, 30, 45))))

    def choice(self, found: Sequence[str]) -> str | None:
        """One of several, None of none."""
        return self._random.choice(found) if found else None


_Make = Callable[[_Maker], Case | None]


@dataclass(frozen=True, slots=True)
class _Topic:
    """A kind of question: whether a program has it, and how a case of it is drawn."""

    name: str
    asked: Ask
    is_in: Callable[[Program], bool]
    make: _Make


def _earns(program: Program) -> bool:
    return program.earn is not None and any(
        step.earn or any(rates.earn for rates in step.by_category.values()) for step in program.levels.steps
    )


def _redeems(program: Program) -> bool:
    return program.redeem is not None and program.unit is not None and program.unit.worth > 0


def _discounts(program: Program) -> bool:
    return any(
        step.discount or any(rates.discount for rates in step.by_category.values()) for step in program.levels.steps
    )


def _odd_categories(program: Program) -> list[str]:
    """Categories that are treated otherwise than the rest."""
    by_level = {code for step in program.levels.steps for code in step.by_category}
    return [
        code for code, one in program.categories.items()
        if code in by_level or not (one.earns and one.redeems and one.discounts) or one.max_redeem is not None
        or one.max_discount is not None
    ]  # fmt: skip


def _own_category(asked: Callable[[Program], bool]) -> Callable[[Program], bool]:
    return lambda program: asked(program) and bool(_odd_categories(program))


def _odd(maker: _Maker, *, units: bool = False) -> Case | None:
    return maker.case(category=maker.choice(_odd_categories(maker.program)), units=units)


def _other_payer(maker: _Maker) -> Case | None:
    return maker.case(payer=maker.choice([one for one in PAYERS if one not in OWN_PAYERS]) or "insurer")


def _with_group(maker: _Maker) -> Case | None:
    return maker.case(group=maker.choice([one.code for one in maker.program.groups]) or "")


def _timed(program: Program) -> bool:
    return any(
        one.effect.is_discount and (one.when.weekdays or one.when.hours) and not (one.when.coupon or one.when.segment)
        for one in program.promotions
    )


def _lapse_is_told_by_a_day(program: Program) -> bool:
    expiry = program.expiry
    if expiry is None or program.earn is None or program.earn.usable.kind == "visit":
        return False
    return expiry.clock in ("accrual", "activity", "never") or (
        expiry.clock == "calendar" and expiry.calendar_share == 1
    )


_TOPICS: Final = (
    _Topic("earn.level", "earns", _earns, lambda maker: maker.case()),
    _Topic("earn.category", "earns", _own_category(_earns), _odd),
    _Topic("earn.payer", "earns", _earns, _other_payer),
    _Topic("earn.with_units", "earns", lambda one: _earns(one) and _redeems(one), lambda maker: maker.case(units=True)),
    _Topic("redeem.most", "most", _redeems, lambda maker: maker.case(units=True)),
    _Topic("redeem.category", "most", _own_category(_redeems), lambda maker: _odd(maker, units=True)),
    _Topic("discount.level", "pays", _discounts, lambda maker: maker.case()),
    _Topic("discount.category", "pays", _own_category(_discounts), _odd),
    _Topic("discount.group", "pays", lambda program: bool(program.groups), _with_group),
    _Topic("discount.hours", "pays", _timed, lambda maker: maker.case()),
    _Topic("level.reached", "reaches", lambda program: len(program.levels.steps) > 1,
           lambda maker: maker.case(near_top=True)),
    _Topic("level.missing", "missing", lambda program: len(program.levels.steps) > 1,
           lambda maker: maker.case(near_top=True)),
    _Topic("lapse.day", "lapses", _lapse_is_told_by_a_day, lambda maker: maker.case()),
)  # fmt: skip

__all__ = ["NEVER", "OPTIONS", "USUAL", "Question", "quiz"]
