"""Whether the centre holds: chains, effects that happened once, books that sum to nothing, balances as their fold.

All of it is asked in one snapshot, while desks go on sending.
"""

from __future__ import annotations

from typing import Any, Final, LiteralString

from psycopg import Connection

from db.centre.install import server_name, version
from desk_app.sync.keeping import Aside, Breach, CentreReport, DeskSeen, SeedHeld

_FEW: Final = 20
_CHAIN: Final = """
SELECT x.stream_id::text, min(x.seq) FROM (
    SELECT s.stream_id, l.seq, l.hash, row_number() OVER one AS place,
           sha256(coalesce(lag(l.hash) OVER one, s.anchor) || uuid_send(l.op_id) || convert_to(l.body, 'UTF8')) AS due
      FROM tessera.stream s JOIN tessera.op_log l ON l.stream = s.no
    WINDOW one AS (PARTITION BY l.stream ORDER BY l.seq)
) x WHERE x.hash <> x.due OR x.seq <> x.place GROUP BY x.stream_id ORDER BY 1 LIMIT 20
"""
_HEAD: Final = """
SELECT s.stream_id::text, s.head FROM tessera.stream s
  LEFT JOIN LATERAL (
    SELECT l.seq, l.hash FROM tessera.op_log l WHERE l.stream = s.no ORDER BY l.seq DESC LIMIT 1
  ) t ON true
 WHERE (coalesce(t.seq, 0), coalesce(t.hash, s.anchor)) IS DISTINCT FROM (s.head, s.head_hash) ORDER BY 1 LIMIT 20
"""
#: Every position has its effect, or was put aside, or is another position of an op that happened.
_EFFECT: Final = """
SELECT l.op_id::text, 'no effect' FROM tessera.op_log l
  LEFT JOIN tessera.applied a ON a.op_id = l.op_id
  LEFT JOIN tessera.quarantine q ON q.stream = l.stream AND q.seq = l.seq
 WHERE a.op_id IS NULL AND q.op_id IS NULL
UNION ALL
SELECT a.op_id::text, 'not in the log' FROM tessera.applied a
  LEFT JOIN tessera.op_log l ON l.stream = a.stream AND l.seq = a.seq WHERE l.op_id IS DISTINCT FROM a.op_id
UNION ALL
SELECT q.op_id::text, 'aside and applied' FROM tessera.quarantine q
  JOIN tessera.applied a ON a.stream = q.stream AND a.seq = q.seq
UNION ALL
SELECT l.op_id::text, 'two moments' FROM tessera.op_log l JOIN tessera.applied a ON a.op_id = l.op_id
  JOIN tessera.op_log h ON h.stream = a.stream AND h.seq = a.seq
  LEFT JOIN tessera.quarantine q ON q.stream = l.stream AND q.seq = l.seq AND q.reason <> 'reused'
 WHERE h.eff <> l.eff AND q.op_id IS NULL
ORDER BY 1 LIMIT 20
"""
_SUM: Final = "SELECT op_id::text, sum(amount)::text FROM tessera.entry GROUP BY op_id HAVING sum(amount) <> 0 LIMIT 20"
_BALANCE: Final = """
SELECT coalesce(b.account, f.account), coalesce(b.units, 0) || ' <> ' || coalesce(f.units, 0)
  FROM tessera.balance b
  FULL JOIN (SELECT e.account, sum(e.amount) AS units, count(*) AS n FROM tessera.entry e
              WHERE e.account <> 'program' GROUP BY e.account) f ON f.account = b.account
 WHERE (b.units, b.n) IS DISTINCT FROM (f.units, f.n) ORDER BY 1 LIMIT 20
"""
#: The entries made anew from the bodies, and compared row by row.
_BOOKS: Final = """
WITH said AS (
    SELECT l.op_id, (e.n - 1)::int AS line, e.pair ->> 0 AS account, (e.pair ->> 1)::bigint AS amount
      FROM tessera.applied a JOIN tessera.op_log l ON l.stream = a.stream AND l.seq = a.seq
     CROSS JOIN LATERAL json_array_elements(tessera.readable(l.body) -> 'entries') WITH ORDINALITY e (pair, n)
), due AS (
    SELECT op_id, line, account, amount FROM said WHERE amount <> 0
    UNION ALL
    SELECT op_id, max(line) + 1, 'program', -sum(amount) FROM said GROUP BY op_id HAVING sum(amount) <> 0
)
SELECT coalesce(d.op_id, e.op_id)::text, coalesce(d.line, e.line)::text
  FROM due d FULL JOIN tessera.entry e ON e.op_id = d.op_id AND e.line = d.line
 WHERE (d.account, d.amount) IS DISTINCT FROM (e.account, e.amount) ORDER BY 1 LIMIT 20
"""
_SAFE: Final = """
SELECT s.stream_id::text, p.seq FROM tessera.safe p JOIN tessera.stream s ON s.no = p.stream WHERE p.seq > s.head
 ORDER BY 1 LIMIT 20
"""
_DESKS: Final = """
SELECT d.name, d.code, d.branch, d.role, d.revoked_at IS NOT NULL, coalesce(r.rolcanlogin, false),
       (SELECT (extract(epoch FROM max(s.last_seen)) * 1000)::bigint FROM tessera.seen s WHERE s.desk = d.no),
       (SELECT count(*) FROM tessera.seen s
         WHERE s.desk = d.no AND s.last_seen > clock_timestamp() - interval '30 days'),
       coalesce((SELECT s.app FROM tessera.seen s WHERE s.desk = d.no ORDER BY s.last_seen DESC LIMIT 1), ''),
       coalesce((SELECT sum(t.head) FROM tessera.stream t WHERE t.desk = d.no), 0)::bigint
  FROM tessera.desk d LEFT JOIN pg_roles r ON r.rolname = d.role ORDER BY d.no
"""
_ASIDES: Final = """
SELECT d.name, s.stream_id::text, q.seq, q.op_id::text, q.reason FROM tessera.quarantine q
  JOIN tessera.stream s ON s.no = q.stream JOIN tessera.desk d ON d.no = s.desk
 WHERE q.reason <> 'reused' ORDER BY q.stream, q.seq LIMIT 20
"""
_COUNTS: Final = """
SELECT (SELECT count(*) FROM tessera.stream), (SELECT coalesce(sum(head), 0)::bigint FROM tessera.stream),
       (SELECT count(*) FROM tessera.entry),
       (SELECT count(*) FROM tessera.quarantine WHERE reason <> 'reused'),
       (SELECT count(*) FROM tessera.quarantine WHERE reason = 'reused'),
       (SELECT coalesce(sum(seq), 0)::bigint FROM tessera.safe),
       (SELECT (extract(epoch FROM max(at)) * 1000)::bigint FROM tessera.safe)
"""
_SEED: Final = """
SELECT ops, size, (extract(epoch FROM at) * 1000)::bigint FROM tessera.seed WHERE whole ORDER BY no DESC LIMIT 1
"""


def report(connection: Connection) -> CentreReport:
    """The centre on one page, all of it checked. The caller acts as the owner, in one snapshot (`admin.as_owner`)."""
    desks = tuple(DeskSeen(*row) for row in connection.execute(_DESKS).fetchall())
    streams, ops, entries, put_aside, reused, safe, safe_at = _row(connection, _COUNTS)
    seed = connection.execute(_SEED).fetchone()
    breaches = (
        *chain_breaches(connection), *book_breaches(connection),
        *_found(connection, "safe", _SAFE),
        *(Breach("role", desk.name) for desk in desks if desk.can_log_in == desk.revoked),
        *(Breach("copied", desk.name, str(desk.computers)) for desk in desks
          if desk.computers > 1 and not desk.revoked),
    )  # fmt: skip
    asides = tuple(Aside(*row) for row in connection.execute(_ASIDES).fetchall())
    return CentreReport(
        server_name(connection.info.server_version), version(connection),
        str(_row(connection, "SELECT generation FROM tessera.central")[0]), desks, streams, ops, entries, put_aside,
        reused, asides, safe, safe_at, SeedHeld(*seed) if seed else None, breaches,
    )  # fmt: skip


def chain_breaches(connection: Connection) -> list[Breach]:
    """Streams whose hashes do not follow, that miss a place, or that end elsewhere than they say."""
    return [*_found(connection, "chain", _CHAIN), *_found(connection, "head", _HEAD)]


def book_breaches(connection: Connection) -> list[Breach]:
    """Ops that happened twice or never, entries that are not what the ops say, balances that are not their fold."""
    return [
        *_found(connection, "effect", _EFFECT), *_found(connection, "sum", _SUM),
        *_found(connection, "balance", _BALANCE), *_found(connection, "books", _BOOKS),
    ]  # fmt: skip


def _found(connection: Connection, check: str, query: LiteralString) -> list[Breach]:
    return [Breach(check, str(place), str(detail)) for place, detail in connection.execute(query).fetchall()]


def _row(connection: Connection, query: LiteralString) -> tuple[Any, ...]:
    row = connection.execute(query).fetchone()
    assert row is not None
    return row
