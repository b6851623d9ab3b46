"""A seed: a whole desk file without what belongs to one computer, from which another desk begins in seconds.

It is made from a desk at work, kept by the centre, and put in the place of a desk's file together with everything that
desk has and the seed has not: its own acts, its drafts, its settings. Cut short anywhere, a whole desk is there.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from db import schema, streams
from db.arriving import take_foreign
from db.backup import seal, set_aside
from db.engine import DeskLock, connect
from db.part import as_before, part_of, sync, sync_folder
from db.soundness import file_findings
from db.trouble import one_door
from desk_app.domain.errors import Trouble
from desk_app.ports import OwnStream, StoredOp

if TYPE_CHECKING:
    from db.engine import Connection, Cursor
    from db.store import SqlStore

#: Ops carried over at one go.
_TOGETHER = 4000
_STREAMS = "SELECT stream_id, mine, anchor, fingerprint, sent, closed FROM stream ORDER BY no"


def make(store: SqlStore, to: Path) -> dict[str, tuple[int, bytes]]:
    """Write a seed of a desk at work, under no key; the place and hash of the last op of each stream in it.

    What this computer keeps for itself is not in it, not even as bytes nobody points to. Raises `Trouble` (`part.busy`,
    `disk.*`); then nothing of it stays.
    """
    with one_door(to.parent), part_of(to) as part:
        with closing(connect(store.path, store.key)) as live:
            if store.key is None:
                live.execute("VACUUM INTO ?", (str(part),))
            else:
                live.execute("ATTACH ? AS seed KEY ''", (str(part),))
                # of one moment, however busy the desk is meanwhile
                live.execute("BEGIN")
                live.execute("SELECT sqlcipher_export('seed')").fetchone()
                live.execute("COMMIT")
        with closing(connect(part, durable=False)) as connection:
            _strip(connection)
            ends = _ends(connection.cursor())
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        sync(part)
        part.replace(to)
        sync_folder(to.parent)
    return ends


def _strip(connection: Connection) -> None:
    connection.execute("PRAGMA secure_delete=ON").fetchone()
    connection.execute("BEGIN IMMEDIATE")
    for statement in (
        "DELETE FROM draft",
        "DELETE FROM setting",
        # the latest stamp seen is everybody's; numbers of receipts are not
        "DELETE FROM counter WHERE name<>'hlc'",
        "DELETE FROM stream WHERE NOT EXISTS (SELECT 1 FROM op WHERE stream=no)",
        "UPDATE stream SET mine=0, sent=0, closed=0, fingerprint=''",
    ):
        connection.execute(statement)
    connection.execute("COMMIT")


def ends(seed: Path) -> dict[str, tuple[int, bytes]]:
    """The place and hash of the last op of each stream in a seed, to be compared with the centre's.

    Raises `Trouble`: `backup.bad` for a file that is damaged or no seed, `db.newer` for one of a newer app.
    """
    try:
        with one_door(), closing(connect(seed, reader=True, still=True)) as connection:
            schema.check(schema.revision(connection))
            cursor = connection.cursor()
            findings = file_findings(cursor, quick=True)
            found = _ends(cursor) if not findings else {}
    except Trouble as trouble:
        if trouble.code in ("db.corrupt", "db.key"):
            raise Trouble("backup.bad", file=seed.name) from trouble
        raise
    if findings:
        raise Trouble("backup.bad", file=seed.name, detail=findings[0].detail)
    return found


def _ends(cursor: Cursor) -> dict[str, tuple[int, bytes]]:
    return {one.stream: (one.head, one.hash) for one in (*streams.own(cursor), *streams.others(cursor)) if one.head}


def adopt(seed: Path, path: Path, key: bytes | None = None) -> Path | None:
    """Put a seed in the place of a desk's file, with all that the desk has beside it; where the old file is kept.

    The desk must be closed (`db.second` if it is not). Raises what `ends` raises; nothing is changed unless all of it
    can be.
    """
    ends(seed)
    lock = DeskLock(path)
    try:
        with one_door(path.parent), part_of(path) as part:
            if key is None:
                shutil.copyfile(seed, part)
            else:
                seal(seed, part, key)
            with closing(connect(part, key, durable=False)) as connection:
                if schema.check(schema.revision(connection)):
                    schema.migrate(connection)
                connection.execute("BEGIN IMMEDIATE")
                if path.exists():
                    with closing(connect(path, key)) as old:
                        _carry_over(old.cursor(), connection.cursor())
                else:
                    schema.begin_stream(connection.cursor())
                connection.execute("COMMIT")
                connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            sync(part)
            as_before(part, path)
            kept = set_aside(path, key) if path.exists() else None
            part.replace(path)
            sync_folder(path.parent)
    finally:
        lock.close()
    return kept


def _carry_over(old: Cursor, new: Cursor) -> None:
    """What the seed lacks of a desk: its own words, and every act of any stream that goes beyond the seed's."""
    # one moment of the old file, should a command write to it meanwhile
    old.execute("BEGIN")
    for table in ("draft", "setting"):
        rows = old.execute(f"SELECT * FROM {table}").fetchall()
        new.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)
    counters = old.execute("SELECT name, value FROM counter").fetchall()
    new.executemany(
        "INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value=max(value, excluded.value)", counters
    )
    known = {one.stream: one for one in (*streams.own(old), *streams.others(old))}
    for name, mine, anchor, computer, sent, closed in old.execute(_STREAMS).fetchall():
        here = known.get(name)
        last = _take_rest(old, new, here) if here is not None else name
        if not mine:
            continue
        if last != name:
            # it goes another way than the seed's of this name: ours is the one that was parted
            new.execute("UPDATE stream SET mine=2, closed=1 WHERE stream_id=?", (name,))
            sent = 0
        new.execute("INSERT OR IGNORE INTO stream (stream_id, mine, anchor, fingerprint) VALUES (?, 0, ?, '')",
                    (last, anchor))  # fmt: skip
        new.execute("UPDATE stream SET mine=?, fingerprint=?, sent=?, closed=? WHERE stream_id=?",
                    (mine, computer, sent, closed, last))  # fmt: skip
    old.execute("COMMIT")


def _take_rest(old: Cursor, new: Cursor, here: OwnStream) -> str:
    """Carry the acts of a stream over that the seed has not; the name they stand under there."""
    from desk_app.sync.parting import parted_name

    there = new.execute(
        "SELECT coalesce(max(o.seq), 0) FROM stream s LEFT JOIN op o ON o.stream=s.no WHERE s.stream_id=?",
        (here.stream,),
    ).fetchone()[0]
    low, high = 0, min(there, here.head)
    while low < high:
        middle = (low + high + 1) // 2
        if streams.hash_at(old, here.stream, middle) == streams.hash_at(new, here.stream, middle):
            low = middle
        else:
            high = middle - 1
    if low == here.head:
        return here.stream
    name, anchor, behind = here.stream, here.anchor, 0
    if low < there:
        # something else stands in their place there
        before, first = (streams.hash_at(old, here.stream, place) for place in (low, low + 1))
        assert before is not None
        assert first is not None
        name, anchor, behind = parted_name(here.stream, first), before, low
    after = low
    while ops := streams.ops_of(old, here.stream, after, _TOGETHER):
        take_foreign(new, _under(ops, name, behind), {name: anchor})
        after = ops[-1].seq
    return name


def _under(ops: Iterable[StoredOp], name: str, behind: int) -> list[StoredOp]:
    return [StoredOp(name, op.seq - behind, op.op_id, op.moment, op.body, op.hash) for op in ops]
