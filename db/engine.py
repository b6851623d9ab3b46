"""How a desk file is opened: one writer, readers that cannot write, every promise of durability switched on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sqlcipher3 import dbapi2

from db.trouble import one_door
from desk_app.domain.errors import Trouble

if TYPE_CHECKING:
    from sqlite3 import Connection as Connection
    from sqlite3 import Cursor as Cursor

#: Older libraries may corrupt a file when two connections write or checkpoint at one instant.
OLDEST_SQLITE = (3, 51, 3)
PLAIN_HEADER = b"SQLite format 3\x00"
#: Seconds are too long for a hand at the keyboard, and nobody else should be writing at all.
BUSY_MS = 5000
#: What a connection keeps of the file, in KB: a desk is open all day beside other programs; the system keeps more.
READER_KB, WRITER_KB = 4000, 2000


def check_library(version: tuple[int, ...] | None = None) -> None:
    """Refuse (`db.sqlite`) a library with the known corruption; asked before a file is touched."""
    found = dbapi2.sqlite_version_info if version is None else version
    if found < OLDEST_SQLITE:
        raise Trouble("db.sqlite", found=".".join(map(str, found)), least=".".join(map(str, OLDEST_SQLITE)))


def connect(
    path: Path,
    key: bytes | None = None,
    *,
    reader: bool = False,
    durable: bool = True,
    still: bool = False,
    make: bool = False,
) -> Connection:
    """One connection to a desk file with the pragmas of its part.

    `key` is 32 raw bytes or None for a plain file. `durable=False` is for throw-away desks alone: nothing waits for
    the disk. `still` promises that nobody changes the file, which may lie where nothing can be written. `make` alone
    may begin a new file. Raises `Trouble` (`db.key` for a wrong key, `db.corrupt` for an empty file, `disk.open`, …).
    """
    check_library()
    mode = "ro" if reader else "rwc" if make else "rw"
    with one_door(path.parent):
        # to the library an empty file is a new one: it would throw away the log beside it and begin anew
        if not make and path.stat().st_size == 0:
            raise Trouble("db.corrupt", detail="empty")
        connection: Connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if still else ''}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=512,
        )
        try:
            _set_up(connection, key, reader=reader, durable=durable)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: Connection, key: bytes | None, *, reader: bool, durable: bool) -> None:
    # the library would tell of a wrong key on the standard error, before our sentence
    connection.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
            raise Trouble("db.key") from error
        raise
    if reader:
        pragmas = ["query_only=1", "wal_autocheckpoint=0", f"cache_size=-{READER_KB}"]
    else:
        pragmas = [f"cache_size=-{WRITER_KB}", "journal_mode=WAL", f"synchronous={'FULL' if durable else 'OFF'}",
                   "wal_autocheckpoint=1000", "journal_size_limit=67108864"]  # fmt: skip
        if sys.platform == "darwin":
            pragmas += ["fullfsync=1", "checkpoint_fullfsync=1"]
    for pragma in (*pragmas, "foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}").fetchone()


def is_plain(path: Path) -> bool:
    """Whether a file opens without a key."""
    with one_door(), path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


class DeskLock:
    """One process per desk file: held as long as this object is open, given back by the system when we die."""

    def __init__(self, path: Path) -> None:
        """Take the lock of the desk file `path`; raises `Trouble` (`db.second`) when another process has it."""
        self._file: IO[bytes] | None = None
        with one_door(path.parent):
            file = path.with_name(path.name + ".lock").open("ab")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise Trouble("db.second") from error
        self._file = file

    def close(self) -> None:
        """Let others open the desk."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
