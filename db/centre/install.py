"""Sets a PostgreSQL up as the centre, or brings one that is up to date, in one transaction that may be repeated.

The SQL lies in `db/migrations/central` under numbers; which of them a database has is written in `tessera.step`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, LiteralString

from psycopg import Connection
from psycopg.sql import SQL, Identifier

from db.centre.trouble import one_door
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.sync.keeping import Installed

SCRIPTS: Final = Path(__file__).parents[1] / "migrations" / "central"
#: Owns every table and function, and cannot log in.
OWNER: Final = "tessera_owner"
#: What all desks may do is given to this group.
DESKS: Final = "tessera_desk"
#: sha256() and gen_random_uuid() belong to the server itself from here on.
LEAST_SERVER: Final = 130000
_SCHEMAS: Final = ("tessera", "sync_v1")
#: Tables that neither the server nor an extension made.
_OTHERS: Final = (
    "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace "
    "WHERE c.relkind IN ('r', 'p', 'f') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname<>'information_schema' "
    "AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid=c.oid AND d.deptype='e') ORDER BY 1 LIMIT 4"
)
#: Two people who set up at once wait for each other; the number is this app's own.
_ONE_AT_A_TIME: Final = 0x7E55E2A


def steps() -> dict[int, Path]:
    """The numbered files, in their order."""
    return {int(path.name[:4]): path for path in sorted(SCRIPTS.glob("[0-9][0-9][0-9][0-9]_*.sql"))}


def install(connection: Connection, *, beside: bool = False) -> Installed:
    """Create or upgrade the schema over a connection of whoever may: the database's owner with CREATEROLE, or more.

    `beside`: tables of something else may be in the database. Raises `WrongInput` (`centre.full`: they are) and
    `Trouble`: `centre.server` for one too old, `centre.encoding` for a database that is not UTF-8, `centre.newer` when
    a newer app set it up, `central.taken` where a schema of ours is another's, `centre.rights` when this role may not;
    then nothing is changed.
    """
    if connection.info.server_version < LEAST_SERVER:
        raise Trouble("centre.server", found=server_name(connection.info.server_version))
    with one_door(), connection.transaction():
        if _one(connection, "SHOW server_encoding") != "UTF8":
            raise Trouble("centre.encoding", found=_one(connection, "SHOW server_encoding"))
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_ONE_AT_A_TIME,))
        connection.execute("SET LOCAL standard_conforming_strings = on")
        connection.execute("SET LOCAL client_min_messages = warning")
        before, known = version(connection), steps()
        if before > max(known):
            raise Trouble("centre.newer", found=before, newest=max(known))
        if not before:
            _check_room(connection, beside=beside)
        _roles(connection)
        connection.execute(SQL("SET LOCAL ROLE {}").format(Identifier(OWNER)))
        if not before:
            for schema in _SCHEMAS:
                connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(schema)))
            connection.execute("CREATE TABLE tessera.step (no int PRIMARY KEY, name text NOT NULL, "
                               "at timestamptz NOT NULL DEFAULT clock_timestamp())")  # fmt: skip
        for number, path in known.items():
            if number > before:
                connection.execute(_script(path))
                connection.execute("INSERT INTO tessera.step (no, name) VALUES (%s, %s)", (number, path.stem))
        generation = str(_one(connection, "SELECT generation FROM tessera.central"))
        connection.execute("RESET ROLE")
        _close_doors(connection)
    return Installed(before, max(known), generation)


def _check_room(connection: Connection, *, beside: bool) -> None:
    """Whether the centre may be made here: its schemas are free, and nothing else is there unless that is known."""
    for schema in _SCHEMAS:
        if connection.execute("SELECT to_regnamespace(%s)", (schema,)).fetchone() != (None,):
            raise Trouble("central.taken", found=schema)
    others = [name for (name,) in connection.execute(_OTHERS).fetchall()]
    if others and not beside:
        raise WrongInput("centre.full", found=", ".join(others[:3]) + (", …" if len(others) > 3 else ""))


def version(connection: Connection) -> int:
    """The newest step this database has, 0 when it is no centre."""
    if _one(connection, "SELECT to_regclass('tessera.step')") is None:
        return 0
    return int(str(_one(connection, "SELECT coalesce(max(no), 0) FROM tessera.step")))


def server_name(number: int) -> str:
    """A server's number as people write it: 120011 is 12.11, and 9.x is older than all of them."""
    return f"{number // 10000}.{number % 10000}"


def _roles(connection: Connection) -> None:
    for role in (OWNER, DESKS):
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone():
            connection.execute(SQL("CREATE ROLE {} NOLOGIN").format(Identifier(role)))
    database = Identifier(connection.info.dbname)
    # whoever sets up acts as the owner afterwards; a superuser may do so anyway
    if not _one(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"):
        connection.execute(SQL("GRANT {} TO CURRENT_USER").format(Identifier(OWNER)))
    connection.execute(SQL("GRANT CREATE ON DATABASE {} TO {}").format(database, Identifier(OWNER)))
    connection.execute(SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, Identifier(DESKS)))


def _close_doors(connection: Connection) -> None:
    """What every role of the server may do by default, and a desk shall not."""
    database = Identifier(connection.info.dbname)
    connection.execute(SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    # where this role does not own them, the server only warns
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    # large objects are files that any role could fill the disk with
    names = connection.execute(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace "
        "AND (proname LIKE 'lo\\_%' OR proname IN ('loread', 'lowrite')) "
        "AND has_function_privilege('public', oid, 'EXECUTE')"
    ).fetchall()
    for (name,) in names:
        connection.execute(f"REVOKE ALL ON FUNCTION pg_catalog.{name} FROM PUBLIC".encode())


def _script(path: Path) -> SQL:
    # the files are part of this program; none of them holds a value from outside
    return SQL(path.read_text(encoding="utf-8"))


def _one(connection: Connection, query: LiteralString) -> object:
    row = connection.execute(query).fetchone()
    return row[0] if row else None
