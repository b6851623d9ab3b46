"""The store as a desk of a network works with it: each act it writes is heard of, and a revoked desk writes none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from desk_app.domain.errors import Trouble
from desk_app.ports import Reading, Store, Writing
from desk_app.sync import revoked
from desk_app.sync.courtesy import Courtesy


class DeskStore:
    """Everything is the store's own; `acted` is called once after each act, on the thread that wrote it."""

    def __init__(self, store: Store, acted: Callable[[], None] = lambda: None) -> None:
        self._store = store
        self.acted = acted
        self.courtesy = Courtesy()
        with store.reading() as reading:
            self.revoked = revoked.is_revoked(reading)
        self._shut: Trouble | None = getattr(store, "shut", None)

    @property
    def shut(self) -> Trouble | None:
        """Why nothing may be written."""
        return self._shut or (Trouble(revoked.CODE) if self.revoked else None)

    def reading(self) -> AbstractContextManager[Reading]:
        """Questions about one moment."""
        self.courtesy.seen()
        return self._store.reading()

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction. Raises `Trouble`: `centre.revoked`, and what the store itself raises."""
        if self.revoked:
            raise Trouble(revoked.CODE)
        with self.courtesy.first(), self._store.writing() as writing:
            before = writing.last_change()
            yield writing
            acted = writing.last_change() > before
        if acted:
            self.acted()
