"""What follows from an op: every part of a body has one projection, run by the same code for own and foreign ops.

Parts are of two kinds. *Merged* parts are decided field by field or only ever added, so they may be written twice and
in any order. Parts that happen *once* leave rows that bear the op's id; when two desks made one op with different
content, the rows of one of them are taken back (`withdraw`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from db.projections import ledger, people, rules
from db.projections.place import Place
from desk_app.ports import Json

if TYPE_CHECKING:
    from db.engine import Cursor

    Parts = dict[str, Callable[[Cursor, Place, Any], None]]

# cards and members come before the patient whose line shows them, so that a newcomer's line is written once
_MERGED: Parts = {
    "member": people.member, "card": people.card, "patient": people.patient, "consents": people.consents,
    "groups": people.groups, "segments": people.segments, "frees": ledger.frees, "program": rules.program,
    "services": rules.services,
}  # fmt: skip
_ONCE: Parts = {
    "facts": ledger.facts, "entries": ledger.entries, "receipt": ledger.receipt, "return": ledger.return_,
    "uses": ledger.uses, "edge": people.edge, "closing": rules.closing, "offer": rules.offer,
}  # fmt: skip
_BACK: Parts = {
    "facts": ledger.facts_back, "entries": ledger.entries_back, "receipt": ledger.receipt_back,
    "return": ledger.return_back, "uses": ledger.uses_back, "edge": people.edge_back, "closing": rules.closing_back,
    "offer": rules.offer_back,
}  # fmt: skip


def project(cursor: Cursor, place: Place, body: Json) -> None:
    """Write everything that follows from one op; parts this version does not know are left in the log."""
    _each(_MERGED, cursor, place, body)
    _each(_ONCE, cursor, place, body)


def project_merged(cursor: Cursor, place: Place, body: Json) -> None:
    """Write only what may be written twice: of an op whose id happened with other content."""
    _each(_MERGED, cursor, place, body)


def withdraw(cursor: Cursor, place: Place, body: Json) -> None:
    """Take back what happened once; what was merged stays, as it would on a desk that heard of it later."""
    _each(_BACK, cursor, place, body)


def _each(parts: Parts, cursor: Cursor, place: Place, body: Json) -> None:
    for part, write in parts.items():
        if part in body:
            write(cursor, place, body[part])


__all__ = ["Place", "project", "project_merged", "withdraw"]
