"""Keeping the centre: desks that may come and desks that may not, backups that were proven, what to do after a restore.

Every function is given a connection of whoever set the centre up (`opened`), and acts as the owner of its tables.
"""

from __future__ import annotations

import hashlib
import itertools
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg import Connection, conninfo
from psycopg.sql import SQL, Identifier, Literal

from db.centre.install import DESKS, OWNER, steps, version
from db.centre.line import PATIENCE
from db.centre.trouble import one_door
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.sync.keeping import NewDesk

#: Connections a desk may hold at once: a window, a command beside it, and one of each that died and was not missed yet.
_LINES: Final = 4
#: What libpq knows of how a line is protected.
_LINES_KNOWN: Final = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
#: Bytes of a seed in one row.
SEED_PART: Final = 4 * 1024 * 1024


@contextmanager
def opened(url: str, password: str = "") -> Iterator[Connection]:
    """A connection to the database of `url`. Raises `WrongInput` (`centre.url`) and `Trouble` (`centre.*`)."""
    parts = url_parts(url)
    if password:
        parts["password"] = password
    with one_door():
        connection = psycopg.connect(**{**PATIENCE, **parts}, autocommit=True)
    try:
        with one_door():
            yield connection
    finally:
        connection.close()


def url_parts(url: str) -> dict[str, Any]:
    """What a URL says, by libpq's names. Raises `WrongInput` (`centre.url`)."""
    if not url.startswith(("postgresql://", "postgres://")):
        raise WrongInput("centre.url", "URL")
    try:
        parts = dict(conninfo.conninfo_to_dict(url))
    except psycopg.Error:
        # the message would repeat the URL, and there may be a password in it
        raise WrongInput("centre.url", "URL") from None
    port = str(parts.get("port", "5432"))
    if str(parts.get("sslmode", "prefer")) not in _LINES_KNOWN or not (port.isdecimal() and 0 < int(port) < 65536):
        raise WrongInput("centre.url", "URL")
    return parts


@contextmanager
def as_owner(connection: Connection, *, snapshot: bool = False) -> Iterator[None]:
    """One transaction with the rights of the owner; `snapshot`: all of it sees one moment.

    Raises `Trouble`: `centre.missing`, `centre.outdated`, `centre.newer`.
    """
    have, newest = version(connection), max(steps())
    if not have:
        raise Trouble("centre.missing")
    if have != newest:
        raise Trouble("centre.newer" if have > newest else "centre.outdated", found=have, newest=newest)
    with connection.transaction():
        if snapshot:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        connection.execute(SQL("SET LOCAL ROLE {}").format(Identifier(OWNER)))
        yield
        connection.execute("RESET ROLE")


def add_desk(connection: Connection, name: str, code: str = "", branch: str = "", *, again: bool = False) -> NewDesk:
    """Let a desk come: a role of its own, with a first password that it changes when it joins.

    Without a `code` it has the first free letter from B on: A is the one that sold before there was a centre.
    `again`: a desk that is known already is given a new password and may come again. Raises `WrongInput`:
    `desk.name`, `desk.known`, `desk.code_taken`.
    """
    if not name.strip() or len(name) > 60 or not name.isprintable():
        raise WrongInput("desk.name", found=name[:60])
    password = secrets.token_urlsafe(24)
    with connection.transaction():
        with as_owner(connection):
            no, role, code = _listed(connection, name, code, branch, again=again)
        _login(connection, role, password)
    return NewDesk(no, role, code, password)


def _listed(connection: Connection, name: str, code: str, branch: str, *, again: bool) -> tuple[int, str, str]:
    # two who add desks at once must not choose one letter
    connection.execute("LOCK TABLE tessera.desk IN SHARE ROW EXCLUSIVE MODE")
    rows = connection.execute("SELECT name, code, no, role, branch FROM tessera.desk").fetchall()
    known = next((row for row in rows if row[0] == name), None)
    taken = {row[1] for row in rows if row is not known}
    if known is not None and not again:
        raise WrongInput("desk.known", found=name)
    if code in taken and code:
        raise WrongInput("desk.code_taken", found=code)
    if known is not None:
        code, branch = code or known[1], branch or known[4]
        connection.execute("UPDATE tessera.desk SET revoked_at = NULL, code = %s, branch = %s WHERE no = %s",
                           (code, branch, known[2]))  # fmt: skip
        return known[2], known[3], code
    role, code = f"tessera_desk_{secrets.token_hex(5)}", code or _free_code(taken)
    row = connection.execute(
        "INSERT INTO tessera.desk (name, role, code, branch) VALUES (%s, %s, %s, %s) RETURNING no",
        (name, role, code, branch),
    ).fetchone()
    assert row is not None
    return row[0], role, code


def _free_code(taken: set[str]) -> str:
    """B, C, … without the letters that look like digits, then B1, C1, …"""
    for round_ in itertools.count():
        for letter in "BCDEFGHJKLMNPQRSTUVWXYZ":
            code = f"{letter}{round_ or ''}"
            if code not in taken:
                return code
    raise AssertionError("there is always one more")


def _login(connection: Connection, role: str, password: str) -> None:
    stored = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    there = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone()
    if not there:
        connection.execute(SQL("CREATE ROLE {}").format(Identifier(role)))
        connection.execute(SQL("GRANT {} TO {}").format(Identifier(DESKS), Identifier(role)))
    connection.execute(
        SQL("ALTER ROLE {} LOGIN CONNECTION LIMIT {} PASSWORD {}").format(
            Identifier(role), Literal(_LINES), Literal(stored)
        )
    )


def revoke(connection: Connection, name: str) -> int:
    """Take a desk off the list: it cannot log in, and what it has open is closed; how many lines were.

    Its acts stay, and it may keep selling; nothing it does from now on comes here. Raises `WrongInput`
    (`desk.not_listed`).
    """
    with connection.transaction():
        with as_owner(connection):
            row = connection.execute(
                "UPDATE tessera.desk SET revoked_at = coalesce(revoked_at, clock_timestamp()) WHERE name = %s "
                "RETURNING role", (name,)
            ).fetchone()  # fmt: skip
            if row is None:
                raise WrongInput("desk.not_listed", found=name)
        role = row[0]
        if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone():
            connection.execute(SQL("ALTER ROLE {} NOLOGIN").format(Identifier(role)))
    return _hang_up(connection, role)


def _hang_up(connection: Connection, role: str) -> int:
    """End the desk's lines; where this role may not, every further call is refused all the same."""
    try:
        ended = connection.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = %s", (role,)
        ).fetchone()
    except psycopg.errors.InsufficientPrivilege:
        return 0
    return int(ended[0]) if ended else 0


def after_restore(connection: Connection) -> str:
    """Say that the centre is an earlier one again; every desk then compares what it has. Answers the new generation."""
    with as_owner(connection):
        row = connection.execute(
            "UPDATE tessera.central SET generation = gen_random_uuid() RETURNING generation::text"
        ).fetchone()
        assert row is not None
        # a backup that holds more than this centre belongs to a future it has lost
        connection.execute("UPDATE tessera.safe p SET seq = s.head FROM tessera.stream s "
                           "WHERE s.no = p.stream AND p.seq > s.head")  # fmt: skip
    return str(row[0])


def reapply(connection: Connection) -> tuple[int, int]:
    """Try everything that was put aside again, after a mend; how many were tried and how many are applied now."""
    with as_owner(connection):
        aside = connection.execute(
            "DELETE FROM tessera.quarantine WHERE reason <> 'reused' RETURNING stream, seq"
        ).fetchall()
        for stream, seq in sorted(aside):
            connection.execute("SELECT tessera.apply_safe(%s, %s, %s)", (stream, seq, seq))
        row = connection.execute("SELECT count(*) FROM tessera.quarantine WHERE reason <> 'reused'").fetchone()
        assert row is not None
    return len(aside), len(aside) - int(row[0])


def prove_backup(connection: Connection, copy: Connection) -> int:
    """Publish what a restored copy of the database holds as safe; how many ops that is.

    Only what is equal in both counts, stream by stream. Raises `Trouble` (`centre.proof`) for a copy in which
    something does not hold, or that is no copy of this centre.
    """
    from db.centre.checking import book_breaches, chain_breaches

    if _database(connection) == _database(copy):
        # the centre itself proves nothing
        raise Trouble("centre.proof")
    with as_owner(copy, snapshot=True):
        if chain_breaches(copy) or book_breaches(copy):
            raise Trouble("centre.proof")
        rows = copy.execute("SELECT stream_id, head, head_hash FROM tessera.stream WHERE head > 0").fetchall()
        same = copy.execute("SELECT generation FROM tessera.central").fetchone()
    with as_owner(connection):
        if same != connection.execute("SELECT generation FROM tessera.central").fetchone():
            raise Trouble("centre.proof")
        kept = 0
        for stream, head, head_hash in rows:
            done = connection.execute(
                "INSERT INTO tessera.safe (stream, seq) SELECT s.no, l.seq FROM tessera.stream s "
                "JOIN tessera.op_log l ON l.stream = s.no WHERE s.stream_id = %s AND l.seq = %s AND l.hash = %s "
                "ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, at = clock_timestamp() RETURNING seq",
                (stream, head, head_hash),
            ).fetchone()
            if done is None:
                raise Trouble("centre.proof")
            kept += int(done[0])
    return kept


def _database(connection: Connection) -> tuple[Any, ...] | None:
    return connection.execute("SELECT pg_postmaster_start_time(), current_database()").fetchone()


def offer_seed(connection: Connection, file: Path, heads: Mapping[str, tuple[int, bytes]], revision: str) -> int:
    """Put a desk file at the centre for new desks to begin from; its number. Older seeds are taken away.

    `heads` are place and hash of the last op of each stream in the file: a file that does not fit what the centre has
    is refused with `Trouble` (`centre.seed`).
    """
    size, digest = file.stat().st_size, hashlib.sha256()
    parts = max(1, -(-size // SEED_PART))
    with as_owner(connection):
        for stream, (head, hash_) in heads.items():
            fits = connection.execute(
                "SELECT 1 FROM tessera.stream s JOIN tessera.op_log l ON l.stream = s.no "
                "WHERE s.stream_id = %s AND l.seq = %s AND l.hash = %s", (stream, head, hash_)
            ).fetchone()  # fmt: skip
            if head and not fits:
                raise Trouble("centre.seed")
        row = connection.execute(
            "INSERT INTO tessera.seed (ops, size, parts, sha, revision) VALUES (%s, %s, %s, '', %s) RETURNING no",
            (sum(head for head, _ in heads.values()), size, parts, revision),
        ).fetchone()
        assert row is not None
        number = int(row[0])
        into = "COPY tessera.seed_part (seed, part, content) FROM STDIN (FORMAT binary)"
        with file.open("rb") as content, connection.cursor() as cursor, cursor.copy(into) as copied:
            copied.set_types(["int4", "int4", "bytea"])
            for part in range(parts):
                piece = content.read(SEED_PART)
                digest.update(piece)
                copied.write_row((number, part, piece))
        connection.execute("UPDATE tessera.seed SET sha = %s, whole = true WHERE no = %s", (digest.digest(), number))
        connection.execute("DELETE FROM tessera.seed WHERE no <> %s", (number,))
    return number
