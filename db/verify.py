"""Whether everything the desk remembers still holds: the file, the chains, effects that happened once, the sums,
and projections that follow from the log.

A finding names its check and the place; none means sound. The checks are `file`, `chain`, `effect`, `sums`,
`look_up` and `projection`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.oplog import INSERT_APPLIED, body_of, chained
from db.projections import Place, project
from db.projections.ledger import PROGRAM_ACCOUNT
from db.projections.people import FIELDS
from db.trouble import one_door

if TYPE_CHECKING:
    from db.engine import Cursor
    from db.store import SqlStore

#: Told how many of how many ops are done.
Progress = Callable[[int, int], None]
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not hold: `check` is its kind, `place` says where, `detail` is for the one who repairs."""

    check: str
    place: str
    detail: str = ""


#: What follows from the log alone, the same on every desk that holds the same ops.
PROJECTIONS = {
    "patient": f"SELECT id, {', '.join(FIELDS)}, stamp, stamped, stamps, sn, gn, pn, contract_key, phone, card, member "
               "FROM patient ORDER BY id",
    "phone": "SELECT p.id, t.number FROM phone t JOIN patient p ON p.pid=t.pid ORDER BY 1, 2",
    "phone_tail": "SELECT p.id, t.tail FROM phone_tail t JOIN patient p ON p.pid=t.pid ORDER BY 1, 2",
    "membership": "SELECT * FROM membership ORDER BY member",
    "card": "SELECT * FROM card ORDER BY number",
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
    "program_version": "SELECT * FROM program_version ORDER BY code, version",
    "closing": "SELECT * FROM closing ORDER BY op_id",
    "offer": "SELECT * FROM offer ORDER BY op_id",
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


def file_findings(cursor: Cursor, *, quick: bool = False) -> list[Finding]:
    """SQLite's own check of pages and indexes."""
    rows = cursor.execute(f"PRAGMA {'quick' if quick else 'integrity'}_check(20)").fetchall()
    return [Finding("file", "", str(row[0])) for row in rows if row[0] != "ok"]


def chain_findings(cursor: Cursor, progress: Progress | None = None) -> list[Finding]:
    """Every stream counts 1, 2, 3 … and every hash follows from the one before."""
    findings: list[Finding] = []
    total, done = cursor.execute("SELECT count(*) FROM op").fetchone()[0], 0
    for number, stream_id, before in cursor.execute("SELECT no, stream_id, anchor FROM stream ORDER BY no").fetchall():
        expected = 1
        for seq, op_id, body, found in cursor.execute(
            "SELECT seq, op_id, body, hash FROM op WHERE stream=? ORDER BY seq", (number,)
        ):
            if seq != expected:
                findings.append(Finding("chain", f"{stream_id}:{seq}", f"after {expected - 1}"))
            elif chained(before, op_id, body) != found:
                findings.append(Finding("chain", f"{stream_id}:{seq}", op_id))
            before, expected = found, seq + 1
            done += 1
            if progress and done % 1000 == 0:
                progress(done, total)
    return findings


def effect_findings(cursor: Cursor) -> list[Finding]:
    """Every op has its effect once, under the content that was hashed, or was put aside."""
    findings = [
        Finding("effect", op_id, "content")
        for op_id, expected, body in cursor.execute(
            "SELECT a.op_id, a.body_sha, o.body FROM applied a LEFT JOIN op o ON o.pos=a.pos AND o.op_id=a.op_id"
        )
        if body is None or sha256(body.encode()).digest() != expected
    ]
    findings += [
        Finding("effect", op_id, "missing")
        for (op_id,) in cursor.execute(
            "SELECT o.op_id FROM op o WHERE NOT EXISTS (SELECT 1 FROM applied a WHERE a.op_id=o.op_id) "
            "AND NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.pos=o.pos)"
        )
    ]
    return findings


def sum_findings(cursor: Cursor) -> list[Finding]:
    """What accounts got is what the program gave, op by op, and a balance is the sum of its entries."""
    unbalanced = cursor.execute("SELECT op_id, sum(amount) FROM entry GROUP BY op_id HAVING sum(amount)<>0").fetchall()
    folded = cursor.execute(
        "SELECT account, sum(units), sum(n) FROM (SELECT account, units, n FROM balance UNION ALL "
        "SELECT account, -amount, -1 FROM entry WHERE account<>?) GROUP BY account HAVING sum(units)<>0 OR sum(n)<>0",
        (PROGRAM_ACCOUNT,),
    ).fetchall()
    return [Finding("sums", op_id, str(off)) for op_id, off in unbalanced] + [
        Finding("sums", account, str(off)) for account, off, _ in folded
    ]


def look_up_findings(cursor: Cursor) -> list[Finding]:
    """Every surname is among the surnames that searches walk over."""
    rows = cursor.execute(
        "SELECT p.id FROM patient p WHERE p.sn<>'' AND NOT EXISTS (SELECT 1 FROM surname s WHERE s.sn=p.sn)"
    ).fetchall()
    return [Finding("look_up", who) for (who,) in rows]


def projection_findings(store: SqlStore, cursor: Cursor, progress: Progress | None = None) -> list[Finding]:
    """All projections made anew from the log, in a file of their own, and compared row by row."""
    from db.store import create

    # beside the desk and under its key: invented nowhere else, readable by nobody else
    with (
        one_door(),
        tempfile.TemporaryDirectory(prefix="verify-", dir=store.path.parent) as folder,
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
    total = log.execute("SELECT count(*) FROM applied").fetchone()[0]
    ops = log.execute("SELECT o.pos, o.op_id, o.moment, o.hlc, o.body, a.body_sha FROM op o "
                      "JOIN applied a ON a.op_id=o.op_id AND a.pos=o.pos ORDER BY o.pos")  # fmt: skip
    for done, (pos, op_id, moment, hlc, text, body_sha) in enumerate(ops, 1):
        body = body_of(text)
        empty.execute(INSERT_APPLIED, (op_id, body_sha, pos))
        project(empty, Place(op_id, moment, hlc, pos, body["day"]), body)
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
