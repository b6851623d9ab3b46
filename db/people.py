"""Finds people: the directory's patients, their membership, and what they consented to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from db import kinship
from desk_app.domain.people import Consent, Membership, Patient

if TYPE_CHECKING:
    from db.engine import Cursor

_PATIENT = (
    "SELECT id, surname, given, patronymic, birth_date, phones, email, contract, language, notes, contact_confirmed "
    "FROM patient"
)
_MEMBERSHIP = (
    "SELECT 0, joined, left, referred_by FROM membership WHERE member=?1 "
    "UNION ALL SELECT 1, code, day, NULL FROM grp WHERE member=?1 AND day IS NOT NULL "
    "UNION ALL SELECT 2, code, NULL, NULL FROM segment WHERE member=?1 AND is_on=1 ORDER BY 1, 2"
)
_CONSENTS = "SELECT kind, channel, given, day, text_version FROM consent WHERE member=? ORDER BY kind, channel"
_MEMBERS = "SELECT member, joined, left FROM membership WHERE joined IS NOT NULL ORDER BY member"


def patient(cursor: Cursor, patient: str) -> Patient | None:
    """The patient of an id."""
    row = cursor.execute(f"{_PATIENT} WHERE id=?", (patient,)).fetchone()
    return _patient(row) if row else None


def patients(cursor: Cursor) -> Iterator[Patient]:
    """Everybody in the directory, in the order of ids, read as one goes."""
    # a cursor of its own, so that questions about each one may be asked meanwhile
    yield from map(_patient, cursor.connection.cursor().execute(f"{_PATIENT} ORDER BY id"))


def count_patients(cursor: Cursor) -> int:
    """How many there are in the directory, those merged into others too."""
    number: int = cursor.execute("SELECT count(*) FROM patient").fetchall()[0][0]
    return number


def membership(cursor: Cursor, member: str, alone: bool) -> Membership | None:
    """Whether and since when a patient takes part; `alone` is known never to have been in a family."""
    joined, left, referred_by, groups, segments = "", None, "", [], []
    for what, first, second, third in cursor.execute(_MEMBERSHIP, (member,)).fetchall():
        if what == 0:
            joined, left, referred_by = first, second, third
        elif what == 1:
            groups.append((first, date.fromisoformat(second)))
        else:
            segments.append(first)
    if not joined:
        return None
    family = "" if alone else kinship.family(cursor, member)
    gone = date.fromisoformat(left) if left else None
    return Membership(member, date.fromisoformat(joined), gone, referred_by, family, tuple(groups), tuple(segments))


def members(cursor: Cursor) -> tuple[tuple[str, date, date | None], ...]:
    """Everybody who ever joined, in the order of ids: (id, day of joining, day of leaving)."""
    return tuple(
        (member, date.fromisoformat(joined), date.fromisoformat(left) if left else None)
        for member, joined, left in cursor.execute(_MEMBERS).fetchall()
    )


def consents(cursor: Cursor, member: str) -> tuple[Consent, ...]:
    """What a member consented to, by kind and channel."""
    rows = cursor.execute(_CONSENTS, (member,)).fetchall()
    return tuple(Consent(row[0], row[1], row[2] == 1, date.fromisoformat(row[3]), row[4]) for row in rows)


def _patient(row: tuple[Any, ...]) -> Patient:
    birth, confirmed = row[4], row[10]
    return Patient(row[0], row[1], row[2], row[3], birth and date.fromisoformat(birth), tuple(json.loads(row[5])),
                   row[6], row[7], row[8], row[9], confirmed and date.fromisoformat(confirmed))  # fmt: skip
