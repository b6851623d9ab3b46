"""The memory of a desk behind two doors: reading, which begins lightly, and writing, which is alone and durable."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from db import schema
from db.engine import DeskLock, check_library, connect, engine_of
from db.oplog import op_bytes
from db.part import part_of, sync_folder
from db.reading import SqlReading
from db.trouble import SHAKEN, at_place, one_door, trouble_of
from db.writing import SqlWriting
from desk_app.domain.errors import Trouble

if TYPE_CHECKING:
    from sqlalchemy import PoolProxiedConnection

    from db.engine import Connection, Cursor

    #: A connection of the engine and the cursor it is asked through.
    Reader = tuple[PoolProxiedConnection, Cursor]

#: The window, one worker for papers and one for the network.
_READERS = 4


class SqlStore:
    """A desk file, open. Readers may be used from any thread, each inside its own `with`; writers wait in line."""

    def __init__(
        self, path: Path, key: bytes | None = None, *, durable: bool = True, lock: DeskLock | None = None
    ) -> None:
        self.path = path
        self.key = key
        self._lock = lock
        self._writer_engine = engine_of(lambda: connect(path, key, durable=durable), 1)
        self._reader_engine = engine_of(lambda: connect(path, key, reader=True), _READERS, -1)
        self._idle: list[Reader] = []
        self._open = True
        self._turn = threading.RLock()
        self._writer: PoolProxiedConnection | None = None
        self._writing = False

    def writer_engine(self) -> Engine:
        """The engine of the one connection that writes, let go by this store: for making tables and repairs."""
        with self._turn:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
        return self._writer_engine

    @contextmanager
    def reading(self) -> Iterator[SqlReading]:
        """Questions about one moment. Raises `Trouble`."""
        reader = None
        try:
            reader = self._reader()
            cursor = reader[1]
            cursor.execute("BEGIN")
            yield SqlReading(cursor)
            cursor.execute("COMMIT")
        except BaseException as error:
            trouble = trouble_of(error) if isinstance(error, dbapi2.Error) else None
            if reader is not None and not _left_well(reader[1], error):
                reader[0].invalidate()
                reader = None
            if trouble is None:
                raise
            raise at_place(trouble, self.path.parent) from error
        finally:
            if reader is not None:
                self._keep(reader)

    def _reader(self) -> Reader:
        # asked for at every keystroke: taking one that is kept costs a tenth of asking the engine
        with suppress(IndexError):
            return self._idle.pop()
        connection = self._reader_engine.raw_connection()
        return connection, connection.cursor()  # type: ignore[return-value]  # SQLAlchemy knows DB-API only

    def _keep(self, reader: Reader) -> None:
        if self._open and len(self._idle) < _READERS:
            self._idle.append(reader)
        else:
            reader[0].close()

    @contextmanager
    def writing(self) -> Iterator[SqlWriting]:
        """One transaction, committed durably on leaving, undone on raising. Raises `Trouble`."""
        with self._turn:
            if self._writing:
                raise RuntimeError("a transaction inside a transaction")
            self._writing = True
            try:
                cursor = self._begin()
                yield SqlWriting(cursor)
                cursor.execute("COMMIT")
            except dbapi2.Error as error:
                trouble = trouble_of(error)
                self._undo(shaken=trouble is not None and trouble.code in SHAKEN)
                if trouble is None:
                    raise
                raise at_place(trouble, self.path.parent) from error
            except BaseException:
                self._undo(shaken=False)
                raise
            finally:
                self._writing = False

    def _begin(self) -> Cursor:
        if self._writer is None:
            self._writer = self._writer_engine.raw_connection()
            _check_tail(self._writer.driver_connection)  # type: ignore[arg-type]  # SQLAlchemy knows DB-API only
        cursor: Cursor = self._writer.cursor()  # type: ignore[assignment]  # the same
        cursor.execute("BEGIN IMMEDIATE")
        return cursor

    def _undo(self, *, shaken: bool) -> None:
        writer = self._writer
        if writer is None:
            return
        with suppress(dbapi2.Error):
            cursor = writer.cursor()
            # a full disk has rolled back already
            if writer.driver_connection is not None and writer.driver_connection.in_transaction:
                cursor.execute("ROLLBACK")
        if shaken:
            # a failed fsync may succeed the next time without having written: nothing in memory is believed
            writer.invalidate()
            self._writer = None

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            self._open = False
            while self._idle:
                self._idle.pop()[0].close()
            self._reader_engine.dispose()
            self._writer_engine.dispose()
            if self._lock is not None:
                self._lock.close()
                self._lock = None

    def __enter__(self) -> SqlStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _left_well(cursor: Cursor, error: BaseException) -> bool:
    """Whether a reader that was left by an error may be used again."""
    try:
        if cursor.connection.in_transaction:
            cursor.execute("ROLLBACK")
    except dbapi2.Error:
        return False
    return not isinstance(error, dbapi2.Error)


def _check_tail(connection: Connection) -> None:
    """The newest own op must follow from the one before it: asked of every connection before it writes."""
    rows = connection.execute(
        "SELECT o.op_id, o.body, o.hash, coalesce((SELECT hash FROM op WHERE stream=s.no AND seq=o.seq-1), s.anchor) "
        "FROM stream s JOIN op o ON o.stream=s.no WHERE s.mine=1 ORDER BY o.seq DESC LIMIT 1"
    ).fetchall()
    for op_id, body, digest, before in rows:
        if sha256(before + op_bytes(op_id) + body.encode()).digest() != digest:
            raise Trouble("chain.broken")


def create(path: Path, key: bytes | None = None, *, durable: bool = True, fingerprint: str = "") -> SqlStore:
    """Make a new desk file and open it. Raises `Trouble` (`db.exists` when something is there already)."""
    check_library()
    if path.exists():
        raise Trouble("db.exists")
    with one_door():
        path.parent.mkdir(parents=True, exist_ok=True)
    lock = DeskLock(path)
    try:
        _make(path, key, fingerprint, durable=durable)
    except BaseException:
        lock.close()
        raise
    return SqlStore(path, key, durable=durable, lock=lock)


def _make(path: Path, key: bytes | None, fingerprint: str, *, durable: bool) -> None:
    """The file under its name when all of it is there: cut short it is not there at all."""
    with one_door(path.parent), part_of(path) as part:
        engine = engine_of(lambda: connect(part, key, durable=durable, make=True), 1)
        try:
            schema.make(engine, fingerprint)
        finally:
            # the last connection writes the log into the file and takes the log away
            engine.dispose()
        if part.with_name(part.name + "-wal").exists():
            raise Trouble("disk.io", detail="log")
        if path.exists():
            raise Trouble("db.exists")
        part.replace(path)
        if durable:
            sync_folder(path.parent)


def open_store(path: Path, key: bytes | None = None, *, durable: bool = True, alone: bool = True) -> SqlStore:
    """Open a desk file; an older one is copied and migrated first.

    `alone=False` leaves out the lock that keeps a second process away. Only `create` makes tables. Raises `Trouble`:
    `db.missing`, `db.corrupt` (an empty file too), `db.key`, `db.newer`, `db.second`, `db.sqlite`, `chain.broken`, and
    those of a failing disk.
    """
    check_library()
    if not path.exists():
        raise Trouble("db.missing")
    if path.stat().st_size == 0:
        raise Trouble("db.corrupt", detail="empty")
    store = SqlStore(path, key, durable=durable, lock=DeskLock(path) if alone else None)
    try:
        connection = connect(path, key, durable=durable)
        try:
            found = schema.revision(connection)
            older = schema.check(found)
        finally:
            connection.close()
        if older:
            from db.backup import keep_before_migration

            keep_before_migration(path, key, found)
            schema.migrate(store.writer_engine())
        with store.writing():
            pass
    except BaseException:
        store.close()
        raise
    return store
