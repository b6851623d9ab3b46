"""A sheet as a file in the folder this computer remembers: never over another file, and told in one sentence if not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desk_app.sheets.blocks import Sheet

MOST_TRIES = 1000


def folder_of(remembered: str) -> Path:
    """The remembered folder, else the documents of whoever works here, else their home."""
    from PySide6.QtCore import QStandardPaths

    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(remembered or usual or Path.home())


def content_of(sheet: Sheet, file: str) -> bytes:
    """A sheet as "html" for the clinic's site or as "txt" to be read aloud, from the same blocks as its PDF."""
    from desk_app.sheets.pages import as_html
    from desk_app.sheets.plain_text import as_text

    return (as_html(sheet) if file == "html" else as_text(sheet)).encode("utf-8")


def keep(folder: Path, name: str, content: bytes) -> Path:
    """Write a file; a different one of that name stays, and the new one is numbered. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in _names(folder, name):
        try:
            with file.open("xb") as out:
                _write(file, content, out)
        except FileExistsError:
            if file.is_file() and file.read_bytes() == content:
                return file
        else:
            return file
    raise FileExistsError(name)


class Ahead:
    """A file whose content is on the disk before it has its name; without one nobody takes it for a sheet."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._part = folder / f".{name}.part"

    def lay_down(self, content: bytes) -> None:
        """Write the content. Raises OSError, and nothing is left of it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._part.open("wb") as out:
            _write(self._part, content, out)

    def give_name(self) -> Path:
        """Give it its name, numbered where another file has that. Raises OSError."""
        for file in _names(self._folder, self._name):
            with suppress(FileExistsError):
                # the name is taken first, so that two desks of one folder never replace each other's file
                file.open("xb").close()
                return self._part.replace(file)
        raise FileExistsError(self._name)

    def drop(self) -> None:
        """It is not wanted any more."""
        with suppress(OSError):
            self._part.unlink(missing_ok=True)


def _names(folder: Path, name: str) -> Iterator[Path]:
    stem, _, ending = name.rpartition(".")
    yield folder / name
    yield from (folder / f"{stem} ({number}).{ending}" for number in range(2, MOST_TRIES))


def _write(file: Path, content: bytes, out: BinaryIO) -> None:
    """All of it is on the disk, or the file is gone."""
    try:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    except OSError:
        with suppress(OSError):
            file.unlink()
        raise
