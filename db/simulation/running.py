"""Simulations on a server that is there: a database of their own, taken away afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from db.simulation.computers import ProgramOf
from db.simulation.faraway import Faraway
from db.simulation.world import Outcome, World
from desk_app.ports import Json

#: Runs one seed for so many steps with its files in a folder of that name. Raises `SimulationFailed`.
Simulate = Callable[[int, int, Path], Outcome]


@contextmanager
def simulations(url: str, document: Json, program_of: ProgramOf) -> Iterator[Simulate]:
    """A centre for one seed after another on the server of `url`, where databases and roles may be made."""
    with far_away(url) as faraway:

        def run(seed: int, steps: int, folder: Path) -> Outcome:
            folder.mkdir(parents=True)
            try:
                return World(seed, folder, faraway, document, program_of).run(steps)
            finally:
                shutil.rmtree(folder)

        yield run


@contextmanager
def far_away(url: str) -> Iterator[Faraway]:
    """A centre in a database of its own on a server."""
    name = f"simulation_{uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as keeper:
        keeper.execute(SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(Identifier(name)))
        try:
            with closing(Faraway(make_conninfo(url, dbname=name))) as faraway:
                yield faraway
        finally:
            keeper.execute(SQL("DROP DATABASE {}").format(Identifier(name)))
