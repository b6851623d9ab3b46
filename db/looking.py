"""A desk file that may not be written to, opened all the same: everything in it can be asked, nothing is changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from sqlcipher3 import dbapi2

from db.engine import connect
from db.store import SqlStore
from desk_app.domain.errors import Trouble

if TYPE_CHECKING:
    from db.engine import Cursor

#: Troubles of opening after which the desk may still be looked at.
TO_LOOK_AT: Final = frozenset({"db.newer", "disk.readonly", "disk.full"})


class LookingStore(SqlStore):
    """Reads as every store does; whoever wants to write is told why not."""

    def __init__(self, path: Path, key: bytes | None, why: Trouble, *, still: bool) -> None:
        super().__init__(path, key)
        self.shut = self._why = why
        self._still = still

    def _connected(self) -> Cursor:
        return connect(self.path, self.key, reader=True, still=self._still).cursor()

    def writing(self, *, lasting: bool = True) -> NoReturn:
        """Raises the trouble for which the desk was opened to be looked at."""
        raise Trouble(self._why.code, **self._why.params)


def look_at(path: Path, key: bytes | None, why: Trouble) -> LookingStore:
    """Open a desk file to be read alone. Raises `why` where even that cannot be: nothing is half told."""
    log = path.with_name(path.name + "-wal")
    # without room for the library's own files beside it, a file is read as it lies; with a log it would be out of date
    for still in (False, True) if not log.exists() or not log.stat().st_size else (False,):
        store = LookingStore(path, key, why, still=still)
        try:
            with store.reading() as reading:
                reading.versions(), reading.find("а", 1), reading.last_receipts(1), reading.services("", 1)
                reading.setting("clinic")
        except (Trouble, dbapi2.Error):
            # a newer app may have tables this one does not know
            store.close()
        else:
            return store
    raise why
