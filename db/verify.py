"""Whether everything the desk remembers still holds: the file, the chains, effects that happened once, the sums,
and projections that follow from the log.

A finding names its check and the place; none means sound. The checks are `file`, `chain`, `effect`, `sums`,
`look_up` and `projection`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.oplog import INSERT_APPLIED, REUSED
from db.projections import Place, project, project_merged
from db.projections.people import FIELDS
from db.projections.place import loads
from db.soundness import (
    Finding,
    Progress,
    chain_findings,
    effect_findings,
    file_findings,
    look_up_findings,
    sum_findings,
)
from db.trouble import one_door

if TYPE_CHECKING:
    from db.engine import Cursor
    from db.store import SqlStore

Row = tuple[Any, ...]


#: What follows from the log alone, the same on every desk that holds the same ops.
PROJECTIONS = {
    "patient": f"SELECT id, {', '.join(FIELDS)}, stamp, stamped, stamps, sn, gn, pn, contract_key, phone, card, "
               "member, merged FROM patient ORDER BY id",
    "phone": "SELECT p.id, t.number FROM phone t JOIN patient p ON p.pid=t.pid ORDER BY 1, 2",
    "phone_tail": "SELECT p.id, t.tail FROM phone_tail t JOIN patient p ON p.pid=t.pid ORDER BY 1, 2",
    "membership": "SELECT * FROM membership ORDER BY member",
    "card": "SELECT * FROM card ORDER BY number",
    "card_twice": "SELECT * FROM card_twice ORDER BY number, member",
    "consent": "SELECT * FROM consent ORDER BY member, kind, channel",
    "grp": "SELECT * FROM grp ORDER BY member, code",
    "segment": "SELECT * FROM segment ORDER BY member, code",
    "edge": "SELECT * FROM edge ORDER BY member, moment, op_id, n",
    "fact": "SELECT member, moment, op_id, n, body FROM fact ORDER BY member, moment, op_id, n",
    "entry": "SELECT * FROM entry ORDER BY op_id, line",
    "balance": "SELECT * FROM balance ORDER BY account",
    "receipt": "SELECT id, number, bill, patient, moment, day FROM receipt ORDER BY id",
    "return_": "SELECT op_id, receipt, moment, day FROM return_ ORDER BY op_id",
    "use_": "SELECT * FROM use_ ORDER BY op_id, n",
    "freed": "SELECT * FROM freed ORDER BY receipt",
    "tally": "SELECT * FROM tally WHERE n<>0 ORDER BY kind, code",
    "program_version": "SELECT * FROM program_version ORDER BY mark",
    "diary": "SELECT op_id, moment FROM diary ORDER BY op_id",
    "told": "SELECT * FROM told ORDER BY version, member",
    "closing": "SELECT * FROM closing ORDER BY op_id",
    "offer": "SELECT * FROM offer ORDER BY op_id",
    "clinic": "SELECT * FROM clinic ORDER BY key",
    "service": "SELECT * FROM service ORDER BY code",
    "service_word": "SELECT * FROM service_word ORDER BY word, code",
}  # fmt: skip


def digest(cursor: Cursor) -> str:
    """One number for all projections: equal on two desks that hold the same ops, in whatever order they came."""
    total = sha256()
    for name, statement in PROJECTIONS.items():
        total.update(name.encode())
        for row in cursor.execute(statement):
            total.update(repr(row).encode())
    return total.hexdigest()


def verify(store: SqlStore, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Every check on one moment of a desk. Raises `Trouble` when the file cannot be read at all."""
    with store.reading() as reading:
        cursor = reading.cursor
        findings = [*file_findings(cursor), *effect_findings(cursor), *sum_findings(cursor), *look_up_findings(cursor)]
        findings += chain_findings(cursor, progress)
        findings += projection_findings(store, cursor, progress)
    return tuple(findings)


def projection_findings(store: SqlStore, cursor: Cursor, progress: Progress | None = None) -> list[Finding]:
    """All projections made anew from the log, in a file of their own, and compared row by row."""
    from db.rescue import room_beside
    from db.store import create

    # under the desk's key, in a folder nobody else may read, and beside the desk wherever there is room
    with (
        one_door(),
        tempfile.TemporaryDirectory(prefix="verify-", dir=room_beside(store.path)) as folder,
        create(Path(folder) / "again.db", store.key, durable=False) as again,
    ):
        with again.writing() as writing:
            rebuild(cursor, writing.cursor, progress)
        with again.reading() as reading:
            return [
                finding
                for name, statement in PROJECTIONS.items()
                for finding in _differences(name, cursor.execute(statement), reading.cursor.execute(statement))
            ]


def rebuild(log: Cursor, empty: Cursor, progress: Progress | None = None) -> None:
    """Apply all ops of one file to the empty projections of another, in the order they came."""
    total = log.execute("SELECT count(*) FROM op").fetchone()[0]
    ops = log.execute(
        "SELECT o.pos, o.op_id, o.moment, o.hlc, o.body, a.body_sha, q.reason FROM op o "
        "LEFT JOIN applied a ON a.op_id=o.op_id AND a.pos=o.pos LEFT JOIN quarantine q ON q.pos=o.pos ORDER BY o.pos"
    )
    for done, (pos, op_id, moment, hlc, text, body_sha, reason) in enumerate(ops, 1):
        if body_sha is not None or reason == REUSED:
            body = loads(text)
            place = Place(op_id, moment, hlc, pos, body["day"], body["moment"])
            if body_sha is None:
                project_merged(empty, place, body)
            else:
                empty.execute(INSERT_APPLIED, (op_id, body_sha, pos))
                project(empty, place, body)
        if progress and done % 1000 == 0:
            progress(done, total)


def _differences(name: str, live: Iterator[Row], again: Iterator[Row]) -> list[Finding]:
    """The first rows of a table that differ; one row too many makes all after it differ, so a few are enough."""
    found: list[Finding] = []
    for one, two in zip_longest(live, again):
        if one != two:
            row = one or two
            assert row is not None
            found.append(Finding("projection", f"{name}:{row[0]}", "changed" if one and two else "row"))
            if len(found) == 3:
                break
    return found
