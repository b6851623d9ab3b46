"""The memory of a desk behind two doors: reading, which begins lightly, and writing, which is alone and durable."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from db import schema
from db.ahead import ReadAhead
from db.anchor import Anchor, Last
from db.engine import DeskLock, check_library, connect
from db.identity import is_as_left, settle
from db.oplog import Tail, op_bytes
from db.part import begin_private, part_of, sync_folder
from db.reading import SqlReading
from db.trouble import SHAKEN, at_place, one_door, trouble_of
from db.writing import SqlWriting
from desk_app.domain.errors import Trouble
from desk_app.private_folders import make_private

if TYPE_CHECKING:
    from db.engine import Connection, Cursor

#: The window, one worker for papers and one for the network.
_READERS = 4
#: The newest own op and the hash before it; found by its place, however long the log is.
TAIL = (
    "SELECT o.op_id, o.body, o.hash, coalesce((SELECT hash FROM op WHERE stream=s.no AND seq=o.seq-1), s.anchor) "
    "FROM stream s JOIN op o ON o.stream=s.no AND o.seq=(SELECT max(seq) FROM op WHERE stream=s.no) WHERE s.mine=1"
)


class SqlStore:
    """A desk file, open. Readers may be used from any thread, each inside its own `with`; writers wait in line.

    `shut` is why nothing may be written, where that was known when it was opened (`db.looking`).
    """

    shut: Trouble | None = None

    def __init__(
        self,
        path: Path,
        key: bytes | None = None,
        *,
        durable: bool = True,
        lock: DeskLock | None = None,
        anchor: Anchor | None = None,
    ) -> None:
        self.path = path
        self._anchor = anchor
        self.key = key
        self._durable = durable
        self._lock = lock
        self._idle: list[Cursor] = []
        self._open = True
        self._turn = threading.RLock()
        self._writer: Cursor | None = None
        self._writing = False
        self._lasting = True
        self._ahead = ReadAhead()

    @contextmanager
    def reading(self) -> Iterator[SqlReading]:
        """Questions about one moment. Raises `Trouble`."""
        cursor = None
        try:
            cursor = self._reader()
            cursor.execute("BEGIN")
            yield SqlReading(cursor)
            cursor.execute("COMMIT")
        except BaseException as error:
            trouble = trouble_of(error) if isinstance(error, dbapi2.Error) else None
            if cursor is not None and not _left_well(cursor, error):
                cursor.connection.close()
                cursor = None
            if trouble is None:
                raise
            raise at_place(trouble, self.path.parent) from error
        finally:
            if cursor is not None:
                self._keep(cursor)

    def _reader(self) -> Cursor:
        # the one used last has the warmest pages
        with suppress(IndexError):
            return self._idle.pop()
        return self._connected()

    def _connected(self) -> Cursor:
        return connect(self.path, self.key, reader=True).cursor()

    def _keep(self, cursor: Cursor) -> None:
        if self._open and len(self._idle) < _READERS:
            self._idle.append(cursor)
        else:
            cursor.connection.close()

    @contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[SqlWriting]:
        """One transaction, committed durably on leaving, undone on raising. Raises `Trouble`.

        `lasting=False`, for what can be fetched again, waits for no disk: a power cut may take it back, until something
        that lasts is written after it.
        """
        with self._turn:
            if self._writing:
                raise RuntimeError("a transaction inside a transaction")
            self._writing = True
            try:
                cursor = self._begin(lasting=lasting)
                writing = SqlWriting(cursor, self._ahead)
                yield writing
                with self._ahead.meanwhile():
                    cursor.execute("COMMIT")
                if self._anchor is not None and writing.tail is not None:
                    self._remember(self._anchor, writing.tail, writing.number)
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

    @staticmethod
    def _remember(anchor: Anchor, tail: Tail, number: int) -> None:
        known = anchor.last.number if anchor.last is not None else 0
        anchor.write(Last(tail.name, tail.seq, tail.hash, max(known, number)))

    def _begin(self, *, lasting: bool) -> Cursor:
        if self._writer is None:
            writer = connect(self.path, self.key, durable=self._durable)
            try:
                _check_tail(writer)
            except BaseException:
                writer.close()
                raise
            self._writer = writer.cursor()
            self._lasting = True
        if lasting != self._lasting and self._durable:
            self._writer.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
            self._lasting = lasting
        self._writer.execute("BEGIN IMMEDIATE")
        return self._writer

    def _undo(self, *, shaken: bool) -> None:
        writer = self._writer
        if writer is None:
            return
        with suppress(dbapi2.Error):
            # a full disk has rolled back already
            if writer.connection.in_transaction:
                writer.execute("ROLLBACK")
        if shaken:
            # a failed fsync may succeed the next time without having written: nothing in memory is believed
            self._let_writer_go()

    def _let_writer_go(self) -> None:
        if self._writer is not None:
            with suppress(dbapi2.Error):
                self._writer.connection.close()
            self._writer = None

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            self._open = False
            while self._idle:
                self._idle.pop().connection.close()
            # the last to leave carries the log into the file, and a reader may not
            self._let_writer_go()
            self._ahead.close()
            if self._lock is not None:
                self._lock.close()
                self._lock = None
            if self._anchor is not None:
                self._anchor.close()
                self._anchor = None

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
    rows = connection.execute(TAIL).fetchall()
    for op_id, body, digest, before in rows:
        if sha256(before + op_bytes(op_id) + body.encode()).digest() != digest:
            raise Trouble("chain.broken")


def create(
    path: Path, key: bytes | None = None, *, durable: bool = True, anchor: Anchor | None = None
) -> SqlStore:  # fmt: skip
    """Make a new desk file and open it. Raises `Trouble` (`db.exists` when something is there already).

    `anchor` remembers outside the folder what is written from now on; what it knew of another desk here is forgotten.
    """
    check_library()
    if path.exists():
        raise Trouble("db.exists")
    with one_door():
        make_private(path.parent)
    lock = DeskLock(path)
    try:
        _make(path, key, anchor.fingerprint if anchor is not None else "", durable=durable)
    except BaseException:
        lock.close()
        raise
    store = SqlStore(path, key, durable=durable, lock=lock, anchor=anchor)
    if anchor is not None:
        anchor.last = None
        with store.writing() as writing:
            writing.note_tail()
    return store


def _make(path: Path, key: bytes | None, fingerprint: str, *, durable: bool) -> None:
    """The file under its name when all of it is there: cut short it is not there at all."""
    with one_door(path.parent), part_of(path) as part:
        begin_private(part)
        # the last connection writes the log into the file and takes the log away
        with closing(connect(part, key, durable=durable, make=True)) as connection:
            schema.make(connection, fingerprint)
        if part.with_name(part.name + "-wal").exists():
            raise Trouble("disk.io", detail="log")
        if path.exists():
            raise Trouble("db.exists")
        part.replace(path)
        if durable:
            sync_folder(path.parent)


def open_store(
    path: Path, key: bytes | None = None, *, durable: bool = True, alone: bool = True, anchor: Anchor | None = None
) -> SqlStore:
    """Open a desk file; an older one is copied and migrated first.

    `alone=False` leaves out the lock that keeps a second process away. With an `anchor` a file that was put back from a
    copy, or copied from another computer, goes on in a new stream. Only `create` makes tables. Raises `Trouble`:
    `db.missing`, `db.corrupt` (an empty file too), `db.key`, `db.newer`, `db.second`, `db.sqlite`, `chain.broken`, and
    those of a failing disk.
    """
    check_library()
    if not path.exists():
        raise Trouble("db.missing")
    if path.stat().st_size == 0:
        raise Trouble("db.corrupt", detail="empty")
    store = SqlStore(path, key, durable=durable, lock=DeskLock(path) if alone else None, anchor=anchor)
    try:
        with closing(connect(path, key, durable=durable)) as connection:
            found = schema.revision(connection)
            if schema.check(found):
                from db.backup import keep_before_migration

                keep_before_migration(path, key, found)
                schema.migrate(connection)
        with store.writing() as writing:
            if anchor is not None and not is_as_left(writing, anchor):
                settle(writing, anchor)
    except BaseException:
        store.close()
        raise
    return store
