"""What waits to be sent, as people read it: which act, of which patient, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desk_app.ports import Desk, Json, Reading
from desk_app.sync import last_heard, revoked
from desk_app.sync.memory import COMPLETE
from desk_app.sync.state import Kind, Network

#: Part of an act → the key of the patient in it.
_WHOSE: Final = (("receipt", "patient"), ("member", "id"), ("patient", "id"), ("card", "member"), ("edge", "member"),
                 ("offer", "member"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unsent:
    """One act that waits. `patient` is a name, "" where it is about nobody; `moment` milliseconds UTC."""

    op_id: str
    kind: str
    patient: str
    moment: int


def unsent(desk: Desk, limit: int) -> tuple[Unsent, ...]:
    """The oldest acts that wait, at most `limit`."""
    with desk.store.reading() as reading:
        found = []
        for row in reading.unsent(limit):
            who = patient_of(row.body)
            person = reading.patient(reading.canonical(who)) if who else None
            found.append(Unsent(row.op_id, row.kind, person.full_name if person else "", row.moment))
    return tuple(found)


def patient_of(body: Json) -> str:
    """The id of whom an act is about, "" where it is about nobody or about many."""
    for part, name in _WHOSE:
        if isinstance(held := body.get(part), dict):
            if part == "receipt" and isinstance(held.get("bill"), dict):
                held = {**held["bill"], **held}
            if isinstance(who := held.get(name), str):
                return who
    for part in ("facts", "consents", "groups"):
        listed = body.get(part)
        if isinstance(listed, list) and listed and isinstance(listed[0], dict):
            return str(listed[0].get("member", ""))
    return ""


def standing(reading: Reading, *, alone: bool) -> Network:
    """How things stood when the centre was last heard of; nobody is asked."""
    complete, waiting = reading.setting(COMPLETE), reading.waiting()
    kind: Kind = "away" if waiting else "online"
    known = last_heard.last(reading)
    if alone:
        kind = "alone"
    elif known is not None and known != "online":
        kind = known
    if not alone and revoked.is_revoked(reading):
        kind = "revoked"
    return Network(kind, waiting, reading.waiting_since(), int(complete) if complete else None)
