"""Copies of a desk that are known to be good, and the way back from one without anything half-done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from db import schema
from db.engine import DeskLock, connect, is_plain
from db.part import as_before, part_of, sync, sync_folder
from db.soundness import chain_findings, file_findings
from db.trouble import one_door
from desk_app.domain.errors import Trouble

if TYPE_CHECKING:
    from db.store import SqlStore

#: Told how many of how many pages are copied.
Progress = Callable[[int, int], None]
#: Copied between two looks at whoever wants to write.
_PAGES = 2000
#: The desk's own file is only read meanwhile.
_OF_THE_COPY = {"disk.full": "out.full", "disk.readonly": "out.readonly"}
#: Bytes; a database, encrypted or not, is whole pages, and no page is smaller.
_SMALLEST_PAGE = 512
_SEALED_PAGE = 4096
#: Different bytes in a page of noise; all 256 are nearly always there, a text or a page of numbers has far fewer.
_NOISE = 230


def backup(store: SqlStore, to: Path, progress: Progress | None = None) -> None:
    """Copy a desk while it works, check the copy, and give it its name only then.

    The copy is under the desk's own key. Raises `Trouble` and leaves what was at `to`: `out.full` and `out.readonly` of
    the disk it goes to, `part.busy`, `backup.bad`, ….
    """
    try:
        _copy(store.path, to, store.key, progress)
    except Trouble as trouble:
        code = _OF_THE_COPY.get(trouble.code)
        if code is None:
            raise
        raise Trouble(code, file=to.name) from trouble


def keep_before_migration(path: Path, key: bytes | None, revision: str) -> Path:
    """A checked copy beside the desk, named for the revision it has."""
    to = path.with_name(f"{path.stem}-before-{revision}-{_stamp()}{path.suffix}")
    _copy(path, to, key, None)
    return to


def check(path: Path, key: bytes | None = None) -> None:
    """Whether a copy is whole and could be restored.

    Raises `Trouble`: `backup.bad`; `backup.key` where nobody can tell another key from a file that is no copy at all;
    `db.newer`, ….
    """
    if not path.is_file():
        raise Trouble("db.missing")
    name = path.name.removesuffix(".part")
    size = path.stat().st_size
    if size == 0 or size % _SMALLEST_PAGE or not (is_plain(path) or _looks_sealed(path)):
        # said before a key is tried: a letter or a picture is no copy under another key
        raise Trouble("backup.bad", file=name)
    # a copy may lie where nothing can be written, so it is read as a file that nobody changes
    try:
        with one_door(), closing(connect(path, key, reader=True, still=True)) as connection:
            schema.check(schema.revision(connection))
            cursor = connection.cursor()
            findings = file_findings(cursor, quick=True) or chain_findings(cursor)
    except Trouble as trouble:
        code = {"db.corrupt": "backup.bad", "db.key": "backup.key"}.get(trouble.code)
        if code is None:
            raise
        raise Trouble(code, file=name) from trouble
    if findings:
        raise Trouble("backup.bad", file=name, place=findings[0].place, detail=findings[0].detail)


def restore(copy: Path, path: Path, key: bytes | None = None) -> Path | None:
    """Put a checked copy in the place of a desk file; where the file that was there is kept, None if there was none.

    A copy without a key comes under `key` where there is one, so that a desk that was encrypted stays so.
    The desk must be closed (`db.second` if it is not). The restored desk goes on in a new stream, for the one it had
    may have gone further than the copy knows. Nothing is changed unless all of it can be.
    """
    plain = copy.is_file() and is_plain(copy)
    check(copy, None if plain else key)
    lock = DeskLock(path)
    try:
        with one_door(), part_of(path) as part:
            if plain and key is not None:
                seal(copy, part, key)
            else:
                shutil.copyfile(copy, part)
            _renew(part, key)
            check(part, key)
            as_before(part, path)
            kept = set_aside(path, key) if path.exists() else None
            part.replace(path)
            sync_folder(path.parent)
    finally:
        lock.close()
    return kept


def _copy(source: Path, to: Path, key: bytes | None, progress: Progress | None) -> None:
    with one_door():
        to.parent.mkdir(parents=True, exist_ok=True)
    with one_door(to.parent), part_of(to) as part:
        with (
            closing(connect(source, key, reader=True)) as live,
            closing(connect(part, key, durable=False, make=True)) as copy,
        ):
            # inside one read transaction the copy is of one moment, however busy the desk is meanwhile
            live.execute("BEGIN")
            live.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            copy.execute("PRAGMA journal_mode=DELETE").fetchone()
            live.backup(copy, pages=_PAGES, progress=_told(progress))
            copy.execute("PRAGMA journal_mode=DELETE").fetchone()
        check(part, key)
        sync(part)
        part.replace(to)
        sync_folder(to.parent)


def _looks_sealed(path: Path) -> bool:
    """Whether a file may be an encrypted database: whole pages that look like noise."""
    with one_door(), path.open("rb") as file:
        page = file.read(_SEALED_PAGE)
    return path.stat().st_size % _SEALED_PAGE == 0 and len(set(page)) > _NOISE


def seal(copy: Path, part: Path, key: bytes) -> None:
    """A plain copy as an encrypted file, table by table; the library has no other way from the one to the other."""
    with closing(dbapi2.connect(":memory:", uri=True, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS plain KEY ''", (f"{copy.absolute().as_uri()}?mode=ro&immutable=1",))
        connection.execute(f"ATTACH ? AS sealed KEY \"x'{key.hex()}'\"", (str(part),))
        connection.execute("SELECT sqlcipher_export('sealed', 'plain')").fetchone()


def _told(progress: Progress | None) -> Callable[[int, int, int], None] | None:
    if progress is None:
        return None
    return lambda _status, left, total: progress(total - left, total)


def _renew(part: Path, key: bytes | None) -> None:
    with closing(connect(part, key)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        schema.begin_stream(connection.cursor())
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    sync(part)


def set_aside(path: Path, key: bytes | None) -> Path:
    """Keep the file that is replaced, whole; it has its own name too until the new one takes it."""
    kept = path.with_name(f"{path.stem}-replaced-{_stamp()}{path.suffix}")
    with suppress(Trouble, dbapi2.Error), closing(connect(path, key)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    # a log left over (the file would not open) must not be played into the new file
    for tail in ("-wal", "-shm"):
        log = path.with_name(path.name + tail)
        if log.exists():
            log.replace(kept.with_name(kept.name + tail))
    try:
        os.link(path, kept)
    except OSError:
        shutil.copyfile(path, kept)
        sync(kept)
    return kept


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
