"""A file gets its name only when it is whole: until then it lies beside it under another one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.engine import DeskLock
from desk_app.domain.errors import Trouble

_PART, _LOCK = ".part", ".part.lock"


@contextmanager
def part_of(to: Path) -> Iterator[Path]:
    """A name beside the target for what is not whole yet; nothing of it stays when it fails.

    What a killed process left in the folder goes too: it is told from another one's work by the lock beside it, which
    the system gives back with the process. Raises `Trouble` (`part.busy`) while another process makes the same file.
    """
    part = to.with_name(f"{to.name}{_PART}")
    _clear_left(to.parent)
    try:
        lock = DeskLock(part)
    except Trouble as trouble:
        raise Trouble("part.busy", file=to.name) if trouble.code == "db.second" else trouble from None
    try:
        _unlink(part)
        yield part
    finally:
        _unlink(part)
        _end(lock, part)


def begin_private(part: Path) -> None:
    """Begin a file that its owner alone may read, on systems that have modes; what is beside a database goes by it."""
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def as_before(part: Path, path: Path) -> None:
    """Let whoever may read `path` read what comes in its place; where nothing was, the owner alone."""
    # on a disk without modes there is nothing to keep
    with suppress(OSError):
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o600)


def _clear_left(folder: Path) -> None:
    """Take away what nobody works on any more; what cannot be taken away is in nobody's way."""
    for file in folder.glob(f"*{_LOCK}"):
        part = file.with_name(file.name.removesuffix(_LOCK) + _PART)
        with suppress(Trouble, OSError):
            lock = DeskLock(part)
            try:
                _unlink(part)
            finally:
                _end(lock, part)


def _unlink(part: Path) -> None:
    for tail in ("", "-wal", "-shm", "-journal"):
        part.with_name(part.name + tail).unlink(missing_ok=True)


def _end(lock: DeskLock, part: Path) -> None:
    lock.close()
    with suppress(OSError):
        part.with_name(part.name + ".lock").unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until what is in a file has reached the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder have reached the disk."""
    # Windows has no such call for folders; its rename is journalled
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
