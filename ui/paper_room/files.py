"""A sheet as a file in the folder this computer remembers: never over another file, and told in one sentence if not."""

from __future__ import annotations

from pathlib import Path

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
    stem, _, ending = name.rpartition(".")
    for number in range(1, MOST_TRIES):
        file = folder / (name if number == 1 else f"{stem} ({number}).{ending}")
        try:
            with file.open("xb") as out:
                out.write(content)
        except FileExistsError:
            if file.is_file() and file.read_bytes() == content:
                return file
        else:
            return file
    raise FileExistsError(name)
