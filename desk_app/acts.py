"""How an act of the desk becomes an operation: its id, its moment, and the parts every body holds."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from hashlib import sha1
from typing import Final

from desk_app.accounts import moment_after
from desk_app.domain.errors import Refusal, refuse
from desk_app.domain.facts import Fact, to_json
from desk_app.ports import Desk, Json, Op, Reading, Writing
from desk_app.versions import minutes_ahead

#: Names that are no UUID (an operation id typed by a script, an event of a member) become one in this space.
SPACE: Final = uuid.UUID("6d1e6f0c-2f5b-5c3e-9a51-7465737365ab")


def op_id(text: str) -> str:
    """The operation id for a text: itself when it is a UUID, else derived from it."""
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return str(uuid.uuid5(SPACE, text))


def new_id() -> str:
    """A fresh id, ordered by time."""
    import uuid_utils

    return str(uuid_utils.uuid7())


def derived(*parts: str | int) -> str:
    """The id of what happens by itself, so that two desks make it once (spec: engine, Ledger)."""
    # `uuid.uuid5` spelled out: asked for several times a payment, and an object on the way costs ten times as much
    hexed = sha1(SPACE.bytes + ":".join(map(str, parts)).encode()).hexdigest()
    variant = "89ab"[int(hexed[16], 16) & 3]
    return f"{hexed[:8]}-{hexed[8:12]}-5{hexed[13:16]}-{variant}{hexed[17:20]}-{hexed[20:32]}"


def done_before(reading: Reading, identifier: str, *kinds: str) -> Json | None:
    """The body of an act applied under this id, None when there is none.

    Raises `op.other_content` when the id belongs to an act of another kind: nobody is told that a thing was done
    which was not.
    """
    body = reading.op_body(identifier)
    if body is not None and body["kind"] not in kinds:
        raise refuse("op.other_content", "op", op=identifier)
    return body


def of_other_content(identifier: str) -> Refusal:
    """The refusal for an id that was used for the same kind of act with other content."""
    return refuse("op.other_content", "op", op=identifier)


def write(
    writing: Writing,
    desk: Desk,
    identifier: str,
    kind: str,
    day: date,
    parts: Json,
    facts: Iterable[Fact] = (),
    moment: int | None = None,
) -> int:
    """Append an act of this desk; answers its moment. An id applied before changes nothing."""
    at = moment if moment is not None else moment_after(writing, desk.clock())
    # with it the local day can be told anew where this desk's clock turns out to be wrong
    ahead = {} if "utc" in parts else {"utc": minutes_ahead(desk, writing, at)}
    body: Json = {
        "kind": kind, "v": 1, "desk": desk.code, "by": desk.operator, "day": day.isoformat(), **ahead, **parts,
    }  # fmt: skip
    listed = [to_json(fact) for fact in facts]
    if listed:
        body["facts"] = listed
    writing.append(Op(identifier, at, body))
    return at
