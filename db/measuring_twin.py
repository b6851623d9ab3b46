"""The rows acts leave at a centre, brought by the bare driver: of whom no right, no row lock and no proof is asked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from db.projections.place import loads
from desk_app.ports import StoredOp

#: Rows for each table.
Rows = dict[str, list[tuple[Any, ...]]]
#: Rows an act leaves at the centre, each in a twin of its table.
TABLES: Final = ("op_log", "applied", "entry", "balance")
_CONFLICT: Final = {
    "op_log": "ON CONFLICT DO NOTHING",
    "applied": "ON CONFLICT DO NOTHING",
    "entry": "ON CONFLICT DO NOTHING",
    "balance": "ON CONFLICT (account) DO UPDATE SET units = b.units + excluded.units, n = b.n + excluded.n",
}
_RECEIVED: Final = "2026-01-05 12:00:00+00"


def bring(keeper: Connection) -> None:
    """Make the twins, empty."""
    keeper.execute("CREATE SCHEMA IF NOT EXISTS twin")
    for table in TABLES:
        keeper.execute(f"DROP TABLE IF EXISTS twin.{table}".encode())
        keeper.execute(f"CREATE TABLE twin.{table} (LIKE tessera.{table} INCLUDING ALL)".encode())
        keeper.execute(f"CREATE TEMP TABLE IF NOT EXISTS arriving_{table} (LIKE tessera.{table}) "
                       "ON COMMIT DELETE ROWS".encode())  # fmt: skip


def rows_of(ops: Sequence[StoredOp]) -> Rows:
    """The rows these ops leave; what an account got is one row of them."""
    number = zlib.crc32(ops[0].stream.encode()) >> 1
    entries: list[tuple[Any, ...]] = []
    sums: dict[str, list[int]] = {}
    for op in ops:
        given = [(account, amount) for account, amount in loads(op.body).get("entries", ()) if amount]
        contra = -sum(amount for _, amount in given)
        lines = [*given, ("program", contra)] if contra else given
        entries += [(UUID(op.op_id), line, *one) for line, one in enumerate(lines)]
        for account, amount in given:
            one = sums.setdefault(account, [0, 0])
            one[0], one[1] = one[0] + amount, one[1] + 1
    return {
        "op_log": [(number, op.seq, UUID(op.op_id), op.moment, _RECEIVED, op.hash, op.body) for op in ops],
        "applied": [(UUID(op.op_id), number, op.seq) for op in ops],
        "entry": entries,
        # in one order always, so that two never wait for each other
        "balance": [(account, *both) for account, both in sorted(sums.items())],
    }


def copy(keeper: Connection, rows: Rows) -> None:
    """Bring them by COPY into temporary tables and from there, in one transaction; for who made the twins."""
    with keeper.transaction():
        for table, of_it in rows.items():
            with keeper.cursor() as cursor, cursor.copy(f"COPY arriving_{table} FROM STDIN".encode()) as copied:
                for one in of_it:
                    copied.write_row(one)
            keeper.execute(f"INSERT INTO twin.{table} AS b SELECT * FROM arriving_{table} {_CONFLICT[table]}".encode())


def insert(connection: Connection, rows: Rows) -> None:
    """Bring them by INSERT in one transaction, one after the other without waiting for an answer in between."""
    with connection.pipeline(), connection.transaction():
        for table, of_it in rows.items():
            for one in of_it:
                connection.execute(_insert(table, one), one)


def _insert(table: str, row: Iterable[Any]) -> bytes:
    return f"INSERT INTO twin.{table} AS b VALUES ({', '.join('%s' for _ in row)}) {_CONFLICT[table]}".encode()
