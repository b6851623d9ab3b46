"""Which files of training records cannot be read: what was learned there is missing, and somebody has to know."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.errors import Trouble
from desk_app.training.records import Shelf


def unread(shelf: Shelf) -> tuple[str, ...]:
    """Names of files of records that are there and cannot be read, of any desk; they are left as they are."""
    tail = shelf.file.name.removeprefix(shelf.desk)
    found: list[str] = []
    for file in sorted(shelf.folder.glob(f"*{tail}")) if shelf.folder.is_dir() else ():
        try:
            replace(shelf, desk=file.name.removesuffix(tail)).own()
        except Trouble:
            found.append(file.name)
    return tuple(found)
