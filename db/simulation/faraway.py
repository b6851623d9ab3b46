"""The centre of a simulated network: a real PostgreSQL with the real functions, saved and put back as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from db.centre.install import install
from db.centre.line import Line
from desk_app.sync.calls import Call, Hello, Push

_TABLES: Final = ("central", "desk", "seen", "stream", "op_log", "applied", "entry", "balance", "quarantine")
#: Tables whose rows are numbered by the server.
_NUMBERED: Final = ("desk", "stream")
_ROLE: Final = "simulated_"
_PASSWORD: Final = "simulated"
#: What may not be after everything was healed: the law, and a question that must have no answer.
_LAWS: Final[tuple[tuple[str, str], ...]] = (
    (
        "I2",
        """SELECT op_id::text FROM tessera.applied a WHERE NOT EXISTS (SELECT 1 FROM tessera.op_log l
           WHERE l.stream = a.stream AND l.seq = a.seq AND l.op_id = a.op_id)""",
    ),
    (
        "I2",
        """SELECT e.op_id::text FROM tessera.entry e
           WHERE NOT EXISTS (SELECT 1 FROM tessera.applied a WHERE a.op_id = e.op_id)""",
    ),
    ("I3", "SELECT op_id::text FROM tessera.entry GROUP BY op_id HAVING sum(amount) <> 0"),
    (
        "I4",
        """SELECT coalesce(b.account, e.account) FROM tessera.balance b FULL JOIN
           (SELECT account, sum(amount) AS units, count(*) AS n FROM tessera.entry WHERE account <> 'program'
            GROUP BY account) e ON e.account = b.account
           WHERE b.units IS DISTINCT FROM e.units OR b.n IS DISTINCT FROM e.n""",
    ),
    # every place of the log has its effect, is put aside with a reason, or stands for an op that happened elsewhere
    (
        "I5",
        """SELECT l.op_id::text FROM tessera.op_log l
           WHERE NOT EXISTS (SELECT 1 FROM tessera.quarantine q WHERE q.stream = l.stream AND q.seq = l.seq)
           AND NOT EXISTS (SELECT 1 FROM tessera.applied a WHERE a.op_id = l.op_id)""",
    ),
    (
        "I5",
        """SELECT q.op_id::text FROM tessera.quarantine q
           JOIN tessera.applied a ON a.stream = q.stream AND a.seq = q.seq""",
    ),
    # an op counts at one moment, under whatever name it came
    (
        "I14",
        """SELECT l.op_id::text FROM tessera.op_log l JOIN tessera.applied a ON a.op_id = l.op_id
           JOIN tessera.op_log w ON w.stream = a.stream AND w.seq = a.seq WHERE w.eff <> l.eff""",
    ),
)


class Faraway:
    """One database, used for one seed after another. Each desk's calls are made as its own role."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._own = psycopg.connect(url, autocommit=True)
        install(self._own)
        self._own.execute("CREATE TABLE IF NOT EXISTS tessera.simulated_clock (now bigint)")
        self._own.execute("GRANT SELECT ON tessera.simulated_clock TO tessera_owner")
        self._own.execute("TRUNCATE tessera.simulated_clock")
        self._own.execute("INSERT INTO tessera.simulated_clock VALUES (0)")
        self._own.execute(
            "CREATE OR REPLACE FUNCTION tessera.now_ms() RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER "
            "SET search_path = pg_catalog, pg_temp AS 'SELECT now FROM tessera.simulated_clock'"
        )
        self._lines: dict[str, Line] = {}
        self._clock: Callable[[], int] = lambda: 0
        self._told = -1
        self._backups: list[dict[str, bytes]] = []

    def begin(self, clock: Callable[[], int]) -> None:
        """An empty centre for the next seed, whose true time is what `clock` says."""
        self._clock, self._told = clock, -1
        self._backups.clear()
        self._own.execute(SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(
            SQL(", ").join(Identifier("tessera", table) for table in _TABLES)
        ))  # fmt: skip
        self._own.execute("INSERT INTO tessera.central DEFAULT VALUES")

    def new_desk(self, name: str) -> str:
        """A desk of this name; its role."""
        role = f"{_ROLE}{name}"
        if not self._own.execute("SELECT 1 FROM pg_roles WHERE rolname=%s", (role,)).fetchone():
            self._own.execute(SQL("CREATE ROLE {} LOGIN PASSWORD {} IN ROLE tessera_desk").format(
                Identifier(role), _PASSWORD))  # fmt: skip
        self._own.execute("INSERT INTO tessera.desk (name, role) VALUES (%s, %s)", (name, role))
        if role not in self._lines:
            self._lines[role] = Line(make_conninfo(self._url, user=role), _PASSWORD)
        return role

    def ask(self, role: str, call: Call) -> Any:
        """A call made as a desk's role. Raises `Trouble`."""
        now = self._clock()
        if now != self._told and isinstance(call, Push | Hello):
            self._own.execute("UPDATE tessera.simulated_clock SET now=%s", (now,))
            self._told = now
        answer = self._lines[role].answer(call)
        if isinstance(call, Push) and answer.code == "ok":
            row = self._own.execute("SELECT eff FROM tessera.stream WHERE stream_id=%s", (call.stream,)).fetchone()
            if row is None or row[0] > now + 120_000:
                raise AssertionError(f"I14: {call.stream} is {row and row[0] - now} ms ahead of the centre's clock")
        return answer

    @property
    def saved(self) -> int:
        """How many backups there are."""
        return len(self._backups)

    def save(self) -> None:
        """A backup of everything."""
        with self._own.transaction():
            self._own.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            self._backups.append({table: self._copied(table) for table in _TABLES})

    def _copied(self, table: str) -> bytes:
        with self._own.cursor().copy(SQL("COPY tessera.{} TO STDOUT (FORMAT binary)").format(Identifier(table))) as out:
            return b"".join(bytes(part) for part in out)

    def go_back(self, number: int) -> None:
        """Everything as it was in a backup, which is another life: somebody says so, or the server's own timeline."""
        with self._own.transaction():
            kept = self._own.execute("SELECT revoked_at, role FROM tessera.desk").fetchall()
            self._own.execute(SQL("TRUNCATE {} CASCADE").format(
                SQL(", ").join(Identifier("tessera", table) for table in _TABLES)))  # fmt: skip
            for table in _TABLES:
                into = SQL("COPY tessera.{} FROM STDIN (FORMAT binary)").format(Identifier(table))
                with self._own.cursor().copy(into) as copy:
                    copy.write(self._backups[number][table])
            for table in _NUMBERED:
                self._own.execute(SQL(
                    "SELECT setval(pg_get_serial_sequence({}, 'no'), "
                    "(SELECT coalesce(max(no), 0) + 1 FROM tessera.{}), false)"
                ).format(f"tessera.{table}", Identifier(table)))  # fmt: skip
            for revoked_at, role in kept:
                self._own.execute("UPDATE tessera.desk SET revoked_at=%s WHERE role=%s", (revoked_at, role))
            self._own.execute("UPDATE tessera.central SET generation=gen_random_uuid()")

    @contextmanager
    def without(self, function: str, line: str, instead: str) -> Iterator[None]:
        """The centre with one line of a function changed, to see that somebody would notice."""
        row = self._own.execute("SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n "
                                "ON n.oid=p.pronamespace WHERE p.proname=%s AND n.nspname IN ('tessera', 'sync_v1')",
                                (function,)).fetchone()  # fmt: skip
        if row is None or line not in row[0]:
            raise LookupError(f"{function}: {line}")
        self._own.execute(row[0].replace(line, instead).encode())
        try:
            yield
        finally:
            self._own.execute(row[0].encode())

    def revoke(self, role: str) -> None:
        """A desk is shut out."""
        self._own.execute("UPDATE tessera.desk SET revoked_at=clock_timestamp() WHERE role=%s", (role,))

    def allow(self, role: str) -> None:
        """It is let in again."""
        self._own.execute("UPDATE tessera.desk SET revoked_at=NULL WHERE role=%s", (role,))

    # --- looks from above, which no desk has ---

    def op_ids(self) -> set[str]:
        """Ids of all acts in the log."""
        return {row[0] for row in self._own.execute("SELECT DISTINCT op_id::text FROM tessera.op_log")}

    def count(self) -> int:
        """Acts that happened."""
        row = self._own.execute("SELECT count(*) FROM tessera.applied").fetchone()
        return int(row[0]) if row else 0

    def heads(self) -> list[tuple[Any, ...]]:
        """How far every stream reaches."""
        return self._own.execute("SELECT stream_id::text, head FROM tessera.stream ORDER BY no").fetchall()

    def streams(self) -> Iterator[tuple[str, bytes, int, bytes, list[tuple[int, str, str, bytes, int, bool]]]]:
        """Every stream with its ops: (place, op id, body, hash, moment it counts at, whether nowhere else)."""
        streams = self._own.execute(
            "SELECT no, stream_id::text, anchor, head, head_hash FROM tessera.stream"
        ).fetchall()
        for number, stream, anchor, head, head_hash in streams:
            ops = self._own.execute(
                "SELECT l.seq, l.op_id::text, l.body, l.hash, l.eff, NOT EXISTS (SELECT 1 FROM tessera.op_log o WHERE "
                "o.op_id=l.op_id AND (o.stream, o.seq)<>(l.stream, l.seq)) FROM tessera.op_log l WHERE l.stream=%s "
                "ORDER BY l.seq",
                (number,),
            ).fetchall()
            yield stream, bytes(anchor), head, bytes(head_hash), [(*op[:3], bytes(op[3]), *op[4:]) for op in ops]

    def applied_bodies(self) -> list[str]:
        """The texts of all acts that happened."""
        return [row[0] for row in self._own.execute(
            "SELECT l.body FROM tessera.applied a JOIN tessera.op_log l ON l.stream=a.stream AND l.seq=a.seq"
        )]  # fmt: skip

    def balances(self) -> dict[str, int]:
        """The balance of every account."""
        return dict(self._own.execute("SELECT account, units FROM tessera.balance").fetchall())

    def findings(self) -> Iterator[str]:
        """Laws of the centre alone that do not hold."""
        for law, query in _LAWS:
            rows = self._own.execute(query.encode()).fetchall()
            if rows:
                yield f"{law}: {len(rows)} times, first {rows[0][0]}: {query[:60]}…"

    def close(self) -> None:
        """Hang up."""
        for line in self._lines.values():
            line.close()
        self._own.close()
