"""Which version of a program a sheet speaks for, and whether it may still be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from desk_app.domain.errors import refuse
from desk_app.domain.program import Program


@dataclass(frozen=True, slots=True)
class Edition:
    """A version with its document; `start` and `end` are local days, `end` the last day it holds, None for open.

    `start` is None for a document that was never published: its sheets are marked as a draft.
    """

    program: Program
    document: dict[str, Any]
    start: date | None
    end: date | None = None

    @property
    def draft(self) -> bool:
        """Whether nobody was promised this yet."""
        return self.start is None

    def ahead(self, day: date) -> bool:
        """Whether it holds only from a later day on."""
        return self.start is not None and day < self.start


def printable(edition: Edition, day: date) -> Edition:
    """The edition itself. Raises `sheet.retired` for a version that holds no more on that local day."""
    if edition.end is not None and edition.end < day:
        raise refuse("sheet.retired", "version", version=edition.program.version or 0, day=edition.end.isoformat())
    return edition
