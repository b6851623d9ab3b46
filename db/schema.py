"""Which tables a file has, and how a file of another version is met: made, migrated after a backup, or refused."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from db.oplog import start_stream
from db.tables import REVISION, metadata
from desk_app.domain.errors import Trouble

if TYPE_CHECKING:
    from sqlalchemy import Connection as CoreConnection

    from db.engine import Connection, Cursor

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


def make(engine: Engine, fingerprint: str = "") -> None:
    """Make all tables in an empty file, at the revision of this app, with a stream of its own: all of it or nothing.

    Alembic is not asked: a test proves that its way leads to the same tables, and a throw-away desk is made in no time.
    """
    with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        metadata.create_all(connection)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))
        _start(connection, fingerprint)


def begin_stream(engine: Engine, fingerprint: str = "") -> None:
    """Give the file a new stream of its own, when it is found to be a copy."""
    with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        _start(connection, fingerprint)


def _start(connection: CoreConnection, fingerprint: str) -> None:
    cursor: Cursor = connection.connection.cursor()  # type: ignore[assignment]  # SQLAlchemy knows DB-API only
    start_stream(cursor, str(uuid.uuid4()), fingerprint)


def check(found: str) -> bool:
    """True when a file has to be migrated. Raises `Trouble`: `db.newer`, or `db.corrupt` where there are no tables."""
    if not found:
        raise Trouble("db.corrupt", detail="tables")
    # revisions are numbered, so that an old app can tell a newer file from an older one
    if found > REVISION or not found.isdigit():
        raise Trouble("db.newer", found=found, known=REVISION)
    return found < REVISION


def migrate(engine: Engine) -> None:
    """Bring the tables to the revision of this app; the caller has made a backup."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, REVISION)
