"""The folder `hand-over`: files appear in it whole or not at all, and whoever reads them takes them away."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from desk_app.domain.errors import Trouble

NAME: Final = "hand-over"
_DISK: Final = {
    errno.ENOSPC: "hand_over.full", errno.EDQUOT: "hand_over.full", errno.EROFS: "hand_over.readonly",
    errno.EACCES: "hand_over.readonly", errno.EPERM: "hand_over.readonly",
}  # fmt: skip


def bills_in(home: Path) -> Path:
    """Where the clinic system drops bills."""
    return home / NAME / "in"


def refused_in(home: Path) -> Path:
    """Where bills lie that could not be read, each beside a text that says why."""
    return bills_in(home) / "refused"


def receipts_out(home: Path) -> Path:
    """Where receipts appear."""
    return home / NAME / "out"


def make(home: Path) -> None:
    """Make the folders. Raises `Trouble`."""
    with troubles():
        for folder in (refused_in(home), receipts_out(home)):
            folder.mkdir(parents=True, exist_ok=True)


def put(folder: Path, name: str, content: str | Mapping[str, Any]) -> None:
    """Write a file that has its name only once it is whole and on the disk; one of that name before is replaced.

    Raises `Trouble` (`hand_over.full`, `hand_over.readonly`, `hand_over.failed`); then nothing of it stays.
    """
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
    # the point in front keeps readers of *.json away from it, the number two writers from each other
    part = folder / f".{name}.{os.getpid()}.part"
    with troubles():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("w", encoding="utf-8", newline="\n") as out:
                out.write(text + "\n")
                out.flush()
                os.fsync(out.fileno())
            part.replace(folder / name)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        _keep_names(folder)


def safe_name(text: str) -> str:
    """A text as part of a file's name on every system."""
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in text)[:60] or "_"


@contextmanager
def troubles() -> Iterator[None]:
    """What the disk refuses becomes a `Trouble`."""
    try:
        yield
    except OSError as error:
        raise Trouble(_DISK.get(error.errno or 0, "hand_over.failed"), found=error.strerror or "") from error


def _keep_names(folder: Path) -> None:
    """Have the folder itself on the disk; where the system cannot, the file's own content is there all the same."""
    with suppress(OSError):
        held = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)
