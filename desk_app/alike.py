"""Two records that are perhaps one person: written down at two desks that did not hear each other.

A desk asks while somebody is written down whether she is here already; of two desks that were apart none could. Only
whoever has the same name, birth date and phone is called alike, and only somebody who looks can say it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from desk_app.case import Case
from desk_app.domain.people import Patient
from desk_app.ports import Desk, Reading

#: How the two are named among cases.
KIND: Final = "alike"
_MARK, _PAIRS = "cases.people", "cases.alike"
#: Records looked at in one go; and acts looked back at when nobody looked before.
_AT_ONCE: Final = 100
_BACK: Final = 20_000
#: Of a common name so many records are compared.
_MOST: Final = 20


def look(desk: Desk) -> bool:
    """Compare whom other desks wrote down since the last look; whether there are more. Raises `Trouble`."""
    with desk.store.reading() as reading:
        mark = int(reading.setting(_MARK) or max(0, reading.last_change() - _BACK))
        newest, fresh = reading.patients_after(mark, _AT_ONCE)
        more = newest < reading.last_change()
        known = _pairs(reading)
        found = dict(known)
        for who, moment in fresh:
            for other in _like(reading, who):
                found.setdefault((min(who, other), max(who, other)), moment)
    if newest != mark:
        with desk.store.writing() as writing:
            writing.put_setting(_MARK, str(newest))
            if found != known:
                writing.put_setting(_PAIRS, json.dumps([[*pair, moment] for pair, moment in found.items()]))
    return more


def cases(reading: Reading) -> Iterator[Case]:
    """Each two that are still two and still alike, without who has looked at them."""
    for (one, other), moment in _pairs(reading).items():
        first, second = reading.canonical(one), reading.canonical(other)
        if first == second:
            continue
        here, there = reading.patient(first), reading.patient(second)
        if here is not None and there is not None and _alike(here, there):
            yield Case(KIND, first, here.full_name, f"{KIND}:{one}:{other}", "", "", moment, 0, 0, (second,))


def _pairs(reading: Reading) -> dict[tuple[str, str], int]:
    return {(one, other): moment for one, other, moment in json.loads(reading.setting(_PAIRS) or "[]")}


def _like(reading: Reading, who: str) -> list[str]:
    person = reading.patient(reading.canonical(who))
    if person is None or person.birth_date is None or not person.phones:
        return []
    rows = [row.id for row in reading.find(f"{person.surname} {person.given}", _MOST) if row.id != person.id]
    others = (reading.patient(row) for row in rows)
    return [other.id for other in others if other is not None and _alike(person, other)]


def _alike(one: Patient, other: Patient) -> bool:
    same = one.full_name.casefold() == other.full_name.casefold() and one.birth_date == other.birth_date
    return same and one.birth_date is not None and bool({*one.phones} & {*other.phones})
