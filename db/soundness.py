"""Whether one open file is sound in itself: its pages, its chains, effects that happened once, its sums."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from db.oplog import chained
from db.projections.ledger import PROGRAM_ACCOUNT

if TYPE_CHECKING:
    from db.engine import Cursor

#: Told how many of how many ops are done.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not hold: `check` is its kind, `place` says where, `detail` is for the one who repairs."""

    check: str
    place: str
    detail: str = ""


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
