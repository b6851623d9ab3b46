"""Looks at a desk whose own disk is full or may not be written to: a copy and a backup must be possible just then."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from db.engine import DeskLock
from db.store import SqlStore, open_store
from db.trouble import one_door
from desk_app.domain.errors import Trouble

#: Troubles of a disk on which the library cannot make the files that it keeps beside a desk's.
_NO_ROOM = frozenset({"disk.full", "disk.readonly", "disk.open"})
#: Where there may be room when the desk's disk has none, beside the system's place for what is short-lived.
_MEMORY = Path("/dev/shm")  # a folder of our own is made there, for our eyes alone


@contextmanager
def open_to_look(path: Path, key: bytes | None, rooms: Sequence[Path] = ()) -> Iterator[SqlStore]:
    """A desk file for those who change nothing, beside an open window if there is one.

    Where its disk has no room it is looked at in a copy, in one of `rooms` or where else there is room; the copy is
    under the same key and goes when the look is over. Raises as `open_store` does.
    """
    with ExitStack() as stack:
        try:
            store = open_store(path, key, alone=False)
        except Trouble as trouble:
            if trouble.code not in _NO_ROOM or not path.is_file():
                raise
            copy = stack.enter_context(_copied(path, rooms, trouble))
            store = open_store(copy, key, durable=False)
        yield stack.enter_context(store)


def room_beside(path: Path, rooms: Sequence[Path] = ()) -> Path:
    """A folder with room for two files like this one: its own where it can be."""
    needed = 2 * sum(file.stat().st_size for file in _files(path))
    with suppress(OSError):
        rooms = (*rooms, Path(tempfile.gettempdir()))
    for room in (path.parent, *rooms, _MEMORY):
        with suppress(OSError):
            if os.access(room, os.W_OK) and shutil.disk_usage(room).free > needed:
                return room
    return path.parent


@contextmanager
def _copied(path: Path, rooms: Sequence[Path], trouble: Trouble) -> Iterator[Path]:
    with ExitStack() as stack:
        try:
            # nobody may write while the file and its log are copied, one after the other
            stack.callback(DeskLock(path).close)
        except Trouble as held:
            if held.code == "db.second":
                raise trouble from None
        with one_door():
            room = stack.enter_context(
                tempfile.TemporaryDirectory(prefix="desk-", dir=room_beside(path, rooms), ignore_cleanup_errors=True)
            )
            for file in _files(path):
                shutil.copyfile(file, Path(room) / file.name)
        yield Path(room) / path.name


def _files(path: Path) -> list[Path]:
    """The file of a desk and the log beside it; what else lies there is made anew."""
    return [file for file in (path, path.with_name(f"{path.name}-wal")) if file.exists()]
