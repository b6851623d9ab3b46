"""A file gets its name only when it is whole: until then it lies beside it under another one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def part_of(to: Path) -> Iterator[Path]:
    """A name beside the target for what is not whole yet; nothing of it stays when it fails."""
    part = to.with_name(f"{to.name}.part")
    names = [part, *(part.with_name(part.name + tail) for tail in ("-wal", "-shm", "-journal"))]
    for name in names:
        name.unlink(missing_ok=True)
    try:
        yield part
    finally:
        for name in names:
            name.unlink(missing_ok=True)


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
