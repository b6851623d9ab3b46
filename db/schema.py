"""Which tables a file has, and how a file of another version is met: made, migrated after a backup, or refused."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from db.oplog import start_stream
from desk_app.domain.errors import Trouble

if TYPE_CHECKING:
    from db.engine import Connection, Cursor

#: The revision the declared tables are; a desk file with another one is migrated or, when newer, refused.
REVISION = "0004"
SCRIPTS = Path(__file__).parent / "migrations" / "local"


def revision(connection: Connection) -> str:
    """The revision a file is at, "" for an empty file. Raises `Trouble` (`db.corrupt`) for a file that is not ours."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type='table'").fetchall()
    if not tables:
        return ""
    if ("alembic_version",) not in tables:
        raise Trouble("db.corrupt", detail="tables")
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def make(connection: Connection, fingerprint: str = "") -> None:
    """Make all tables in an empty file, at the revision of this app, with a stream of its own: all of it or nothing.

    Alembic is not asked: a test proves that its way leads to the same tables, and a throw-away desk is made in no time.
    """
    # a desk that is only opened never loads the declarations, nor SQLAlchemy with them
    from db.tables import statements

    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    for statement in statements():
        cursor.execute(statement)
    cursor.execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    cursor.execute("INSERT INTO alembic_version VALUES (?)", (REVISION,))
    begin_stream(cursor, fingerprint)
    cursor.execute("COMMIT")


def begin_stream(cursor: Cursor, fingerprint: str = "") -> None:
    """Give the file a new stream of its own, when it is new or found to be a copy."""
    start_stream(cursor, str(uuid.uuid4()), fingerprint)


def check(found: str) -> bool:
    """True when a file has to be migrated. Raises `Trouble`: `db.newer`, or `db.corrupt` where there are no tables."""
    if not found:
        raise Trouble("db.corrupt", detail="tables")
    # revisions are numbered, so that an old app can tell a newer file from an older one
    if found > REVISION or not found.isdigit():
        raise Trouble("db.newer", found=found, known=REVISION)
    return found < REVISION


def migrate(connection: Connection) -> None:
    """Bring the tables to the revision of this app, all of it or nothing; the caller has made a backup."""
    # only here is there an engine of SQLAlchemy: Alembic wants one, and a desk at work would carry it all day
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import StaticPool, create_engine, event
    from sqlcipher3 import dbapi2

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    engine = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool, pool_reset_on_return=None
    )
    # the driver begins nothing by itself, so that the whole migration is one transaction, tables too
    event.listen(engine, "begin", lambda core: core.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as core:
        config.attributes["connection"] = core
        command.upgrade(config, REVISION)
