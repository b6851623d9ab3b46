"""A real centre for the tests of desks: a database of its own on the tests' PostgreSQL, and desks that may join it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from db.centre import admin
from db.centre.install import install
from desk_app.sync.join_file import JoinFile, written


@dataclass
class Centre:
    """One centre: who may ask it anything is its keeper, and `desk` writes the join file of one more desk."""

    url: str
    host: str
    port: int
    name: str

    def desk(self, folder: Path, name: str, code: str = "", *, again: bool = False) -> Path:
        """Let a desk come, and answer the file it joins with."""
        with admin.opened(self.url) as connection:
            new = admin.add_desk(connection, name, code, again=again)
        join = JoinFile(self.host, self.name, new.role, new.password, name, self.port, code, "main", "Клиника",
                        protection="prefer")  # fmt: skip
        file = folder / f"{code or name}.join"
        file.write_text(written(join), encoding="utf-8")
        return file

    def desk_again(self, folder: Path, name: str, code: str) -> Path:
        """Let a desk come that is known already."""
        return self.desk(folder, name, code, again=True)

    def revoke(self, name: str) -> None:
        """Take a desk off the list."""
        with admin.opened(self.url) as connection:
            admin.revoke(connection, name)

    def let_in_again(self, name: str) -> None:
        """A desk that was taken off the list may come again, with the password it has."""
        with admin.opened(self.url) as connection:
            row = connection.execute(
                "UPDATE tessera.desk SET revoked_at = NULL WHERE name = %s RETURNING role::text", (name,)
            ).fetchone()
            assert row is not None
            connection.execute(SQL("ALTER ROLE {} LOGIN").format(Identifier(row[0])))

    @contextmanager
    def that_hangs(self) -> Iterator[None]:
        """Inside it every question of a desk waits for an answer that does not come."""
        with admin.opened(self.url) as connection, connection.transaction():
            connection.execute("LOCK TABLE tessera.stream, tessera.desk IN ACCESS EXCLUSIVE MODE")
            yield

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """What the keeper sees."""
        with admin.opened(self.url) as connection:
            return connection.execute(query.encode()).fetchall()


@pytest.fixture
def centre(postgres: str, set_up_once: str) -> Iterator[Centre]:
    """A centre with no desk."""
    name = f"clinic_{uuid4().hex[:12]}"
    with psycopg.connect(postgres, autocommit=True) as keeper:
        keeper.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(set_up_once)))
    asked = urlsplit(postgres)
    where = parse_qs(asked.query)
    host = where.get("host", [asked.hostname or "localhost"])[0]
    port = int(where.get("port", [asked.port or 5432])[0])
    url = postgres.replace("/postgres?", f"/{name}?")
    with admin.opened(url) as connection:
        # Doors are those of one database, and no two centres are the same.
        install(connection)
        connection.execute("UPDATE tessera.central SET generation = gen_random_uuid()")
    yield Centre(url, host, port, name)
    with psycopg.connect(postgres, autocommit=True) as keeper:
        keeper.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


Joins = Callable[..., Path]
