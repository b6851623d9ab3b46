"""Reads a lesson from its TOML file; what is wrong is told with its key path, what was found and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import resources
from desk_app.documents import scalars, tree
from desk_app.documents.keys import Table, at, one_of
from desk_app.documents.scalars import Wrong, shown
from desk_app.domain.errors import WrongInput
from desk_app.domain.program import PAYERS
from desk_app.domain.text import Text
from desk_app.training.lessons import lesson as words
from desk_app.training.lessons.lesson import BillPlan, Goal, Item, Json, Lesson, Person, Wanted, gaps_of

#: Where a clinic keeps its own lessons, beside its records.
FOLDER: Final = "lessons"
_FORMAT: Final = 1
_MOST_PLACES: Final = 1_000_000
_OLDEST: Final = 110
_MOST_PIECES: Final = 100
_CODE: Final = re.compile(r"[a-z][a-z0-9]*")
_LESSON_CODE: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_GAP: Final = re.compile(r"\{([^{}]*)\}")

_TOP: Final = ("format", "code", "place", "title", "story", "network", "needs", "people", "services", "bills", "goals")
_PERSON: Final = ("sex", "age", "known", "member", "card", "level", "units", "of", "namesake", "kin", "group",
                  "referred_by", "consents", "lapses")  # fmt: skip
_SERVICE: Final = ("units", "earns", "discounts", "group", "price", "between", "prefer", "categories", "service")
_BILL: Final = ("patient", "lines", "units", "paid")
_LINE: Final = ("service", "pieces", "payer")
_GOAL: Final = ("code", "kind", "text", "hints", "person", "people", "bill", "lines", "offline")


@dataclass(frozen=True, slots=True)
class Lessons:
    """The lessons in the order they are taught; `broken` are files of the clinic that could not be read, and why."""

    found: tuple[Lesson, ...]
    broken: tuple[tuple[str, WrongInput], ...] = ()

    def named(self, code: str) -> Lesson:
        """The lesson of a code. Raises `lesson.unknown`."""
        for one in self.found:
            if one.code == code:
                return one
        raise WrongInput("lesson.unknown", "", found=code, allowed=", ".join(one.code for one in self.found))


def shelf(home: Path | None) -> Lessons:
    """The app's lessons and those in the `lessons` folder of `home`, by place; a broken one hides no other.

    A clinic's lesson of the same code stands for the app's.
    """
    found = {one.code: one for one in map(_shipped, sorted(resources.path("lessons").glob("*.toml")))}
    broken: list[tuple[str, WrongInput]] = []
    for file in sorted((home / FOLDER).glob("*.toml")) if home is not None else ():
        try:
            own = read_lesson(file.read_bytes())
        except WrongInput as wrong:
            broken.append((file.name, wrong))
        except OSError as error:
            broken.append((file.name, WrongInput("file.unreadable", "", found=error.strerror or "")))
        else:
            found[own.code] = own
    return Lessons(tuple(sorted(found.values(), key=lambda one: (one.place, one.code))), tuple(broken))


def _shipped(file: Path) -> Lesson:
    return read_lesson(file.read_bytes())


def read_lesson(source: str | bytes | Json) -> Lesson:
    """A lesson. Raises `WrongInput`: `toml.bad`, `key.missing`, `key.unknown`, `value.bad` … with the key path."""
    document = dict(tree.normal(source)) if isinstance(source, dict) else tree.from_toml(source)
    table = Table(document, "", _TOP)
    found = table.needed("format", scalars.count)
    if found != _FORMAT:
        raise table.refuse("value.bad", "format", str(_FORMAT))
    read = Lesson(
        table.needed("code", _lesson_code),
        table.needed("place", scalars.count, 0, _MOST_PLACES),
        table.needed("title", scalars.localized),
        table.needed("story", _paragraphs),
        "down" if table.optional("network", "up", one_of, ("up", "down")) == "down" else "up",
        table.optional("needs", (), _several, words.NEEDS),
        tuple(_person(place, code, item) for place, code, item in _named(table, "people")),
        tuple(_wanted(place, code, item) for place, code, item in _named(table, "services")),
        tuple(_bill(place, code, item) for place, code, item in _named(table, "bills")),
        tuple(_goal(place, item) for place, item in table.items("goals")),
        document,
    )
    _hangs_together(read)
    return read


def _lesson_code(value: object) -> str:
    if not isinstance(value, str) or not _LESSON_CODE.fullmatch(value) or len(value) > scalars.LONGEST_CODE:
        raise Wrong("value.bad", "small Latin letters, digits and hyphens, a letter first")
    return value


def _paragraphs(value: object) -> tuple[Text, ...]:
    """A text, or a list of texts."""
    if not isinstance(value, list):
        return (scalars.localized(value),)
    if not value:
        raise Wrong("value.bad", "at least one text")
    return tuple(map(scalars.localized, value))


def _several(value: object, allowed: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Wrong("value.bad", f"a list of {', '.join(allowed)}")
    return tuple(one_of(one, allowed) for one in value)


def _named(table: Table, key: str) -> Iterator[tuple[str, str, Any]]:
    """Inner tables by their codes, which stand in gaps."""
    for place, code, item in table.pairs(key):
        if not _CODE.fullmatch(code) or len(code) > scalars.LONGEST_CODE:
            raise WrongInput("value.bad", place, found=shown(code), allowed="small Latin letters and digits")
        yield place, code, item


def _ages(value: object) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise Wrong("value.bad", "two ages like [30, 45]")
    first, last = (scalars.count(one, 0, _OLDEST) for one in value)
    if first > last:
        raise Wrong("value.bad", "the smaller age first")
    return first, last


def _person(place: str, code: str, item: object) -> Person:
    table = Table(item, place, _PERSON)
    known = table.optional("known", True, scalars.flag)
    return Person(
        code, "m" if table.needed("sex", one_of, ("f", "m")) == "m" else "f", table.needed("age", _ages),
        known, known and table.optional("member", True, scalars.flag), table.optional("card", True, scalars.flag),
        table.optional("level", "first", one_of, words.LEVELS),
        table.optional("units", "none", one_of, words.BALANCES), table.optional("of", "", scalars.code),
        table.optional("namesake", "", scalars.code), table.optional("kin", "", scalars.code),
        table.optional("group", "", one_of, ("has", "shows")), table.optional("referred_by", "", scalars.code),
        table.optional("consents", ("program", "data"), _several, ("program", "data", *words.CHANNELS)),
        table.optional("lapses", False, scalars.flag),
    )  # fmt: skip


def _between(value: object) -> tuple[str, str]:
    if not isinstance(value, list) or len(value) != 2:
        raise Wrong("value.bad", 'two sums like ["1000.00", "3000.00"]')
    low, high = value
    if scalars.money(low, _MOST_DECIMALS) > scalars.money(high, _MOST_DECIMALS):
        raise Wrong("value.bad", "the smaller sum first")
    return str(low), str(high)


#: No currency has more; the program's own are looked at when a service is picked.
_MOST_DECIMALS: Final = 3


def _wanted(place: str, code: str, item: object) -> Wanted:
    table = Table(item, place, _SERVICE)
    return Wanted(
        code, table.optional("units", "", one_of, words.MAY_PAY),
        table.needed("earns", scalars.flag) if "earns" in table else None,
        table.needed("discounts", scalars.flag) if "discounts" in table else None,
        table.optional("group", False, scalars.flag), table.optional("price", "", one_of, words.PRICES),
        table.needed("between", _between) if "between" in table else None,
        table.codes("prefer"), table.codes("categories"), table.optional("service", "", scalars.code),
    )  # fmt: skip


def _bill(place: str, code: str, item: object) -> BillPlan:
    table = Table(item, place, _BILL)
    lines = tuple(_line(where, one) for where, one in table.items("lines"))
    if not lines:
        raise table.refuse("value.bad" if "lines" in table else "key.missing", "lines", "at least one line")
    return BillPlan(
        code, table.needed("patient", scalars.code), lines, table.optional("units", "none", one_of, ("none", "most")),
        table.needed("paid", scalars.period) if "paid" in table else None,
    )  # fmt: skip


def _line(place: str, item: object) -> Item:
    table = Table(item, place, _LINE)
    return Item(table.needed("service", scalars.code), table.optional("pieces", 1, scalars.count, 1, _MOST_PIECES),
                table.optional("payer", "self", one_of, PAYERS))  # fmt: skip


def _goal(place: str, item: object) -> Goal:
    table = Table(item, place, _GOAL)
    return Goal(
        table.needed("code", _lesson_code), table.needed("kind", one_of, words.KINDS),
        table.needed("text", scalars.localized), table.needed("hints", _paragraphs),
        table.optional("person", "", scalars.code), table.codes("people"), table.optional("bill", "", scalars.code),
        table.codes("lines"), table.optional("offline", False, scalars.flag),
    )  # fmt: skip


# what one part says of another


def _hangs_together(lesson: Lesson) -> None:
    """Every name that is used is the name of something, and no sentence asks for what the story does not have."""
    people = [one.code for one in lesson.people]
    bills, services = [one.code for one in lesson.bills], [one.code for one in lesson.services]
    codes = people + bills + services
    for code in codes:
        if codes.count(code) > 1:
            raise WrongInput("value.bad", code, found=code, allowed="a code of its own for each person, bill, service")
    for one in lesson.people:
        for key, allowed in (("of", bills), ("namesake", people), ("kin", people), ("referred_by", people)):
            _is_one_of(getattr(one, key), f"people.{one.code}.{key}", allowed)
        if one.units != "none" and not one.of:
            raise WrongInput("key.missing", f"people.{one.code}.of", allowed=", ".join(bills))
    for bill in lesson.bills:
        _is_one_of(bill.patient, f"bills.{bill.code}.patient", people)
        for place, line in enumerate(bill.lines):
            _is_one_of(line.service, f"bills.{bill.code}.lines[{place}].service", services)
    if not lesson.goals:
        raise WrongInput("key.missing", "goals", allowed="at least one goal")
    seen = set[str]()
    for place, goal in enumerate(lesson.goals):
        _goal_hangs(lesson, goal, f"goals[{place}]", people, bills)
        if goal.code in seen:
            raise WrongInput("value.bad", f"goals[{place}].code", found=goal.code, allowed="a code of its own")
        seen.add(goal.code)
    _gaps(lesson)


#: What a goal of each kind must say.
_ASKS: Final[Mapping[str, tuple[str, ...]]] = {
    "receipt": ("bill",), "return": ("bill", "lines"), "void": ("bill",), "member": ("person",), "single": ("person",),
    "card": ("person",), "family": ("people",), "told": ("person",), "warned": ("person",), "group": ("person",),
    "referral": ("person",),
}  # fmt: skip


def _goal_hangs(lesson: Lesson, goal: Goal, place: str, people: list[str], bills: list[str]) -> None:
    for key in _ASKS[goal.kind]:
        if not getattr(goal, key):
            raise WrongInput("key.missing", at(place, key))
    _is_one_of(goal.person, at(place, "person"), people)
    for number, person in enumerate(goal.people):
        _is_one_of(person, f"{place}.people[{number}]", people)
    paid = [one.code for one in lesson.bills if one.paid is not None]
    open_ = [code for code in bills if code not in paid]
    _is_one_of(goal.bill, at(place, "bill"), open_ if goal.kind == "receipt" else paid)
    if goal.lines:
        listed = [line.service for line in lesson.bill(goal.bill).lines]
        for number, service in enumerate(goal.lines):
            _is_one_of(service, f"{place}.lines[{number}]", listed)


def _is_one_of(found: str, place: str, allowed: list[str]) -> None:
    if found and found not in allowed:
        raise WrongInput("value.bad", place, found=shown(found), allowed=", ".join(allowed))


def _gaps(lesson: Lesson) -> None:
    told = gaps_of(lesson)
    for place, text in _texts(lesson):
        for language in ("ru", "en"):
            for gap in _GAP.findall(text.plain(language)):
                name, _, kind = gap.partition(":")
                where = f"{place}.{language}"
                if name not in told:
                    raise WrongInput("value.bad", where, found=shown("{" + gap + "}"), allowed=_listed(told))
                if kind not in told[name] and not ("|" in kind and "units" in told[name]):
                    allowed = ", ".join("{" + (f"{name}:{one}" if one else name) + "}" for one in told[name])
                    raise WrongInput("value.bad", where, found=shown("{" + gap + "}"), allowed=allowed)


def _listed(told: Mapping[str, tuple[str, ...]]) -> str:
    return ", ".join("{" + (f"{name}:{kinds[0]}" if kinds[0] else name) + "}" for name, kinds in told.items())


def _texts(lesson: Lesson) -> Iterator[tuple[str, Text]]:
    yield "title", lesson.title
    alone = not isinstance(lesson.document.get("story"), list)
    for number, text in enumerate(lesson.story):
        yield ("story" if alone else f"story[{number}]"), text
    for place, goal in enumerate(lesson.goals):
        yield f"goals[{place}].text", goal.text
        for number, hint in enumerate(goal.hints):
            yield f"goals[{place}].hints[{number}]", hint
