"""What follows from an op: every part of a body has one projection, run by the same code for own and foreign ops.

Ops may come in any order, so the same part of many ops may be written at one go, kind after kind. Parts are of two
kinds. *Merged* parts are decided field by field or only ever added, so they may be written twice and in any order;
they go by the op's stamp alone. Parts that happen *once* leave rows that bear the op's id, its moment and its days;
when two desks made one op with different content, the rows of one of them are taken back (`withdraw`), and when the
centre set an op's moment right, its rows are moved (`replace`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from db.projections import ledger, people, rules
from db.projections.place import Acts, Place, as_happened
from desk_app.ports import Json

if TYPE_CHECKING:
    from db.engine import Cursor

    Write = Callable[[Cursor, Acts], None]
    Back = Callable[[Cursor, Place, Any], None]


def _each(write: Back) -> Write:
    """A projection that is written op by op."""

    def all_of(cursor: Cursor, acts: Acts) -> None:
        for place, part in acts:
            write(cursor, place, part)

    return all_of


# cards and members come before the patient whose line shows them, so that a newcomer's line is written once
_MERGED: dict[str, Write] = {
    "member": people.member, "card": people.card, "cards": people.cards, "patient": people.patient,
    "consents": people.consents, "groups": people.groups, "segments": people.segments, "frees": _each(ledger.frees),
    "program": _each(rules.program), "services": _each(rules.services), "clinic": _each(rules.clinic),
    "told": _each(rules.told),
}  # fmt: skip
_ONCE: dict[str, Write] = {
    "facts": ledger.facts, "entries": ledger.entries, "receipt": ledger.receipt, "return": _each(ledger.return_),
    "uses": ledger.uses, "edge": _each(people.edge), "closing": _each(rules.closing),
    "offer": _each(rules.offer), "diary": _each(rules.diary),
}  # fmt: skip
_BACK: dict[str, Back] = {
    "facts": ledger.facts_back, "entries": ledger.entries_back, "receipt": ledger.receipt_back,
    "return": ledger.return_back, "uses": ledger.uses_back, "edge": people.edge_back, "closing": rules.closing_back,
    "offer": rules.offer_back, "diary": rules.diary_back,
}  # fmt: skip


def project(cursor: Cursor, place: Place, body: Json) -> None:
    """Write everything that follows from one op; parts this version does not know are left in the log."""
    project_many(cursor, ((place, body),))


def project_many(cursor: Cursor, ops: Acts) -> None:
    """`project` for many ops, each given with its whole body."""
    _write(_MERGED, cursor, ops)
    _write(_ONCE, cursor, [as_happened(place, body) for place, body in ops])


def project_merged(cursor: Cursor, place: Place, body: Json) -> None:
    """Write only what may be written twice: of an op whose id happened with other content."""
    _write(_MERGED, cursor, ((place, body),))


def withdraw(cursor: Cursor, place: Place, body: Json) -> None:
    """Take back what happened once; what was merged stays, as it would on a desk that heard of it later."""
    place, body = as_happened(place, body)
    for part, write in _BACK.items():
        if part in body:
            write(cursor, place, body[part])


def replace(cursor: Cursor, place: Place, to: Place, body: Json) -> None:
    """Move what happened once from one place to another: of the same op, at another moment or in another stream."""
    withdraw(cursor, place, body)
    _write(_ONCE, cursor, [as_happened(to, body)])


def _write(parts: dict[str, Write], cursor: Cursor, ops: Acts) -> None:
    present = set().union(*[body for _, body in ops])
    for part, write in parts.items():
        if part in present:
            write(cursor, [(place, body[part]) for place, body in ops if part in body])


__all__ = ["Place", "project", "project_many", "project_merged", "replace", "withdraw"]
