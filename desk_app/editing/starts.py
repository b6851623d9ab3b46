"""What a program may begin with: one of the ready ones, the version in force, a file, or nothing."""

from __future__ import annotations

from typing import Final

import resources
from desk_app.documents.program_file import read_document
from desk_app.editing.questions import EMPTY
from desk_app.ports import Json

#: Ready programs, in the order they are offered.
PRESETS: Final = ("points-3-5-7-10", "cashback", "growing-discount", "family", "laboratory", "dentistry")


def preset(code: str) -> Json:
    """The document of a ready program."""
    return read_document((resources.path("programs") / f"{code}.toml").read_text(encoding="utf-8"))


def empty() -> Json:
    """A document with nothing said yet; what is not asked of people is there."""
    return {key: dict(value) if isinstance(value, dict) else value for key, value in EMPTY.items()}
