"""Very many own ops in one transaction: the log and all that follows are written kind after kind, not op by op.

The rows are those of `db.oplog.append_own`, op by op; an import or a made-up clinic has no one waiting for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from db.oplog import COUNTER_BITS, INSERT_APPLIED, INSERT_OP_AT, op_bytes, own_tail
from db.projections import Place, project_many
from db.projections.place import dumps
from desk_app.domain.errors import WrongInput
from desk_app.ports import Op

if TYPE_CHECKING:
    from db.engine import Cursor

#: So many ops are written at one go: enough for neighbours to meet, few enough for a progress line to move.
_TOGETHER = 4000
_APPLIED = "SELECT op_id FROM applied WHERE op_id IN (SELECT value FROM json_each(?))"
_NEWEST_POS = "SELECT coalesce(max(pos), 0) FROM op"


def append_many(cursor: Cursor, ops: Iterable[Op]) -> int:
    """Write ops to the own stream and project them; how many had not been applied before (those are passed over).

    Raises what `db.oplog.append_own` raises.
    """
    rest, written = iter(ops), 0
    while together := list(islice(rest, _TOGETHER)):
        written += _append(cursor, list(_fresh(cursor, together)))
    return written


def _fresh(cursor: Cursor, ops: list[Op]) -> Iterator[Op]:
    applied = {row[0] for row in cursor.execute(_APPLIED, (dumps([op.id for op in ops]),)).fetchall()}
    for op in ops:
        if op.id not in applied:
            applied.add(op.id)
            yield op


def _append(cursor: Cursor, ops: list[Op]) -> int:
    stream, seq, before, hlc, _ = own_tail(cursor)
    pos = cursor.execute(_NEWEST_POS).fetchone()[0]
    log, happened, placed = [], [], []
    for op in ops:
        pos, seq, hlc = pos + 1, seq + 1, max(op.moment << COUNTER_BITS, hlc + 1)
        body = dumps({**op.body, "moment": op.moment, "hlc": hlc})
        try:
            raw = body.encode()
        except UnicodeEncodeError as error:
            raise WrongInput("text.broken") from error
        before = sha256(before + op_bytes(op.id) + raw).digest()
        log.append((pos, stream, seq, op.id, op.moment, hlc, body, before))
        happened.append((op.id, sha256(raw).digest(), pos))
        placed.append((Place(op.id, op.moment, hlc, pos, op.body["day"]), op.body))
    cursor.executemany(INSERT_OP_AT, log)
    cursor.executemany(INSERT_APPLIED, sorted(happened))
    project_many(cursor, placed)
    return len(ops)
