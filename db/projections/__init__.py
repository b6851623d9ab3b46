"""What follows from an op: every part of a body has one projection, run by the same code for own and foreign ops."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from db.projections import ledger, people, rules
from db.projections.place import Place
from desk_app.ports import Json

if TYPE_CHECKING:
    from db.engine import Cursor

# cards and members come before the patient whose line shows them, so that a newcomer's line is written once
_PARTS: dict[str, Callable[[Cursor, Place, Any], None]] = {
    "member": people.member, "card": people.card, "patient": people.patient, "consents": people.consents,
    "groups": people.groups, "segments": people.segments, "edge": people.edge, "facts": ledger.facts,
    "entries": ledger.entries, "receipt": ledger.receipt, "return": ledger.return_, "uses": ledger.uses,
    "frees": ledger.frees, "program": rules.program, "closing": rules.closing, "offer": rules.offer,
    "services": rules.services,
}  # fmt: skip


def project(cursor: Cursor, place: Place, body: Json) -> None:
    """Write everything that follows from one op; parts this version does not know are left in the log."""
    for part, write in _PARTS.items():
        if part in body:
            write(cursor, place, body[part])


__all__ = ["Place", "project"]
