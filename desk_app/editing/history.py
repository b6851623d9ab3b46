"""The history of a document being made: every change can be taken back, and made again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from desk_app.ports import Json

#: Steps that are remembered, and those of them that are kept on the disk.
MOST: Final = 500
KEPT: Final = 60


class History:
    """Whole documents, oldest first; trees that are not changed are shared, so that each costs little.

    Changes with the same `mark` that follow each other are one step: what is typed into a field is taken back at once.
    `edition` is another one whenever the steps behind the document are.
    """

    def __init__(self, document: Json, before: Sequence[Json] = ()) -> None:
        self._before: list[Json] = list(before)
        self._after: list[Json] = []
        self._mark = ""
        self.document = document
        self.edition = 0

    def put(self, document: Json, mark: str = "") -> bool:
        """The document is so now; False when it was already."""
        if document == self.document:
            return False
        if not mark or mark != self._mark:
            self._before.append(self.document)
            del self._before[:-MOST]
            self.edition += 1
        self._mark, self.document = mark, document
        self._after.clear()
        return True

    def seal(self) -> None:
        """Whatever comes next is a step of its own."""
        self._mark = ""

    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        if not self._before:
            return False
        self._after.append(self.document)
        self.document = self._before.pop()
        self._mark = ""
        self.edition += 1
        return True

    def redo(self) -> bool:
        """Make it again; False when nothing was taken back."""
        if not self._after:
            return False
        self._before.append(self.document)
        self.document = self._after.pop()
        self._mark = ""
        self.edition += 1
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._after)

    def packed(self) -> list[Json]:
        """The last steps as they are kept, the newest first: a whole document, then what was otherwise before each."""
        newest = self._before[-1 : -KEPT - 1 : -1]
        return [*newest[:1], *(_otherwise(later, earlier) for later, earlier in pairwise(newest))]


def unpacked(steps: Sequence[Json]) -> list[Json]:
    """`History.packed` undone: documents, oldest first."""
    found = list(steps[:1])
    for step in steps[1:]:
        later = found[-1]
        found.append({key: step["put"].get(key, later.get(key)) for key in step["keys"]})
    return found[::-1]


def _otherwise(later: Json, earlier: Json) -> Json:
    changed = {key: value for key, value in earlier.items() if key not in later or later[key] != value}
    return {"keys": list(earlier), "put": changed}
