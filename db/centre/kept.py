"""The centre as `desk_app.sync.keeping` asks for it, over one connection of whoever keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from psycopg import Connection

from db.centre import admin, checking
from db.centre.install import install
from desk_app.sync.keeping import Centre, CentreReport, Installed, NewDesk


class SqlCentre:
    """Acts over a connection that `admin.opened` gave."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def install(self, *, beside: bool = False) -> Installed:
        """See `db.centre.install`."""
        return install(self._connection, beside=beside)

    def add_desk(self, name: str, code: str, branch: str, *, again: bool) -> NewDesk:
        """See `db.centre.admin`."""
        return admin.add_desk(self._connection, name, code, branch, again=again)

    def revoke(self, name: str) -> int:
        """See `db.centre.admin`."""
        return admin.revoke(self._connection, name)

    def check(self) -> CentreReport:
        """See `db.centre.checking`."""
        with admin.as_owner(self._connection, snapshot=True):
            return checking.report(self._connection)

    def after_restore(self) -> str:
        """See `db.centre.admin`."""
        return admin.after_restore(self._connection)

    def reapply(self) -> tuple[int, int]:
        """See `db.centre.admin`."""
        return admin.reapply(self._connection)

    def offer_seed(self, file: Path, heads: Mapping[str, tuple[int, bytes]], revision: str) -> int:
        """See `db.centre.admin`."""
        return admin.offer_seed(self._connection, file, heads, revision)

    def prove_backup(self, copy: Centre) -> int:
        """See `db.centre.admin`."""
        assert isinstance(copy, SqlCentre)
        return admin.prove_backup(self._connection, copy._connection)
