"""How much a receptionist must keep in mind: rules, exceptions, numbers and words, and when it is too much.

Source: spec: requirements, S29.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, warning
from desk_app.domain.program import Category, Program
from desk_app.ports import Json

#: From so many rules on nobody can say them all to a patient.
MOST_RULES: Final = 11
MOST_SCORE: Final = 40
#: Tables that speak to staff, to the law or to the owner, not to patients.
_BESIDE: Final = frozenset(("format", "organizer", "limits", "notice", "examples", "goals"))
_NUMBER: Final = re.compile(r"-?\d+(?:[.,]\d+)?(?: (?:day|month|year)s?)?|visit \d+|\d\d:\d\d-\d\d:\d\d")
_WORD: Final = re.compile(r"\w+")
_NUMBERS_OF_A_RULE: Final = 4
_WORDS_OF_A_RULE: Final = 25


@dataclass(frozen=True, slots=True)
class Complexity:
    """Counts, and a score of them: a rule and an exception weigh one, four numbers one, twenty-five words one."""

    rules: int
    exceptions: int
    numbers: int
    words: int

    @property
    def score(self) -> int:
        """All of it in one figure."""
        return self.rules + self.exceptions + self.numbers // _NUMBERS_OF_A_RULE + self.words // _WORDS_OF_A_RULE

    @property
    def too_much(self) -> bool:
        """Whether the program needs a written reason for being so heavy."""
        return self.rules > MOST_RULES or self.score > MOST_SCORE


def complexity(document: Json, program: Program) -> Complexity:
    """The counts of a valid document."""
    spoken = {key: value for key, value in document.items() if key not in _BESIDE}
    return Complexity(_rules(program), _exceptions(program), _numbers(spoken), _words(spoken))


def not_too_heavy(checked: Checked) -> Iterator[Finding]:
    """A program that is too much to say."""
    found = complexity(checked.document, checked.program)
    if found.too_much:
        params = {"rules": found.rules, "exceptions": found.exceptions, "numbers": found.numbers, "words": found.words,
                  "score": found.score, "most": MOST_SCORE, "most_rules": MOST_RULES}  # fmt: skip
        yield warning("complexity", "promotions" if len(checked.program.promotions) > 1 else "code", **params)


def _rules(program: Program) -> int:
    """Reasons for a privilege that a patient may ask about."""
    events = program.events
    given = (events.welcome, events.birthday, events.survey_answered, events.plan_completed, events.referral)
    return (
        1 + len(program.groups) + len(program.promotions) + len(program.rewards)
        + sum(bool(one) for one in given) + (program.family is not None)
    )  # fmt: skip


def _exceptions(program: Program) -> int:
    """Where the rules do not hold, or hold otherwise."""
    kinds = {code for code, one in program.categories.items() if _is_exception(one)}
    kinds |= {code for step in program.levels.steps for code in step.by_category}
    kinds |= {code for group in program.groups for code in group.by_category}
    earn, redeem = program.earn, program.redeem
    limits: list[object] = [program.stacking.excluded_services]
    if earn:
        limits += [earn.excluded_services, earn.min_bill, earn.max_per_bill, not earn.on_discounted_lines]
    if redeem:
        limits += [redeem.excluded_services, redeem.multiple_of, redeem.min_balance, redeem.keep_balance]
        limits += [redeem.max_per_bill, redeem.max_per_day, redeem.leave_at_least, not redeem.on_discounted_lines]
    return len(kinds) + sum(bool(one) for one in limits)


def _is_exception(category: Category) -> bool:
    return not (
        category.earns and category.redeems and category.discounts and category.counts_for_level
        and category.max_discount is None and category.max_redeem is None
    )  # fmt: skip


def _numbers(part: Any) -> int:
    """Numbers other than nought, periods and hours."""
    if isinstance(part, dict):
        return sum(_numbers(value) for value in part.values())
    if isinstance(part, list):
        return sum(_numbers(value) for value in part)
    if isinstance(part, bool):
        return 0
    if isinstance(part, str):
        return int(_NUMBER.fullmatch(part) is not None and part.strip("0.") != "")
    return int(part != 0)


def _words(part: Any, name: str = "") -> int:
    """Words of names, of one language."""
    if isinstance(part, dict):
        if set(part) == {"ru", "en"}:
            return len(_WORD.findall(str(part["ru"]).split("|")[0]))
        return sum(_words(value, key) for key, value in part.items())
    if isinstance(part, list):
        return sum(_words(value) for value in part)
    return len(_WORD.findall(part)) if isinstance(part, str) and name == "name" else 0
