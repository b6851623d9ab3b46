"""Bills set aside at the counter: somebody else is served meanwhile, and nothing of them is lost.

Each keeps its patient, its lines and wishes, and the operation id it will be paid under, on the disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desk_app import drafts
from desk_app.drafts import Draft
from desk_app.ports import Desk, Json, Reading

_PREFIX: Final = "aside:"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A bill set aside, and since when (aware)."""

    draft: Draft
    since: datetime


def waiting(desk: Desk) -> tuple[Waiting, ...]:
    """All bills set aside, the one that waits longest first."""
    with desk.store.reading() as reading:
        found = [_waiting(content) for _, content in _kept(reading)]
    return tuple(sorted(found, key=lambda one: (one.since, one.draft.op_id)))


def put(desk: Desk, draft: Draft) -> None:
    """Set a bill aside; if it is the one at the counter, the counter is free. Raises `Trouble`."""
    with desk.store.writing() as writing:
        if dict(writing.drafts()).get(drafts.KEY, {}).get("op") == draft.op_id:
            writing.put_draft(drafts.KEY, None)
        writing.put_draft(_PREFIX + draft.op_id, _content(desk, draft))


def take_up(desk: Desk, op_id: str, instead: Draft) -> Draft | None:
    """Bring a bill back to the counter; what was open there, if anything, waits in its place.

    None when no such bill waits. Raises `Trouble`.
    """
    with desk.store.writing() as writing:
        found = dict(_kept(writing)).get(_PREFIX + op_id)
        if found is None:
            return None
        draft = drafts.from_json(found)
        writing.put_draft(_PREFIX + op_id, None)
        writing.put_draft(drafts.KEY, drafts.to_json(draft))
        if instead.bill.lines:
            writing.put_draft(_PREFIX + instead.op_id, _content(desk, instead))
        return draft


def drop(desk: Desk, op_id: str) -> Draft | None:
    """Forget a bill set aside; the bill, so that it can be put back. Raises `Trouble`."""
    with desk.store.writing() as writing:
        found = dict(_kept(writing)).get(_PREFIX + op_id)
        if found is None:
            return None
        writing.put_draft(_PREFIX + op_id, None)
        return drafts.from_json(found)


def _kept(reading: Reading) -> list[tuple[str, Json]]:
    return [(key, one) for key, one in reading.drafts() if key.startswith(_PREFIX) and drafts.readable(one)]


def _waiting(content: Json) -> Waiting:
    return Waiting(drafts.from_json(content), datetime.fromisoformat(content["since"]))


def _content(desk: Desk, draft: Draft) -> Json:
    return {**drafts.to_json(draft), "since": desk.clock().isoformat()}
