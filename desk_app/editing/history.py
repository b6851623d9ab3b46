"""The history of a document being made: every change can be taken back, and made again."""

from __future__ import annotations

from desk_app.ports import Json


class History:
    """Whole documents, oldest first; trees that are not changed are shared, so that each costs little.

    Changes with the same `mark` that follow each other are one step: what is typed into a field is taken back at once.
    """

    MOST = 500
    """Steps that are remembered."""

    def __init__(self, document: Json) -> None:
        self._before: list[Json] = []
        self._after: list[Json] = []
        self._mark = ""
        self.document = document

    def put(self, document: Json, mark: str = "") -> bool:
        """The document is so now; False when it was already."""
        if document == self.document:
            return False
        if not mark or mark != self._mark:
            self._before.append(self.document)
            del self._before[: -self.MOST]
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
        return True

    def redo(self) -> bool:
        """Make it again; False when nothing was taken back."""
        if not self._after:
            return False
        self._before.append(self.document)
        self.document = self._after.pop()
        self._mark = ""
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._after)
