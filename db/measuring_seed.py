"""Beginning from a seed beside the raw thing: the same rows imported into bare tables, and the indexes made after."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db import seed
from db.bulk import load
from db.centre import admin
from db.crowd import crowd
from db.engine import connect
from db.measuring_sync import KEY
from db.store import create
from desk_app.domain.errors import Trouble
from desk_app.sync.calls import SeedOffered

if TYPE_CHECKING:
    from db.engine import Cursor
    from db.measuring_centre import Ground

#: Tables an empty desk has rows in.
_THERE_ALREADY: Final = ("stream", "counter", "setting")
_TABLES: Final = "SELECT name FROM sqlite_schema WHERE type='table' AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
_INDEXES: Final = "SELECT name, sql FROM sqlite_schema WHERE type='index' AND sql IS NOT NULL"


def beginning(where: Ground, folder: Path, patients: int) -> tuple[float, float, int]:
    """Seconds to fetch and adopt a seed of so many patients, those of the import, and the bytes of the seed."""
    giver, file = folder / "giver.db", folder / "seed.db"
    with create(giver, durable=False) as store:
        load(store, crowd(patients))
        heads = seed.make(store, file)
    admin.offer_seed(where.keeper, file, heads, "bench")
    size = file.stat().st_size
    file.unlink()
    began = time.perf_counter()
    _fetch(where, file)
    seed.adopt(file, folder / "begun.db", KEY)
    ours = time.perf_counter() - began
    raw = _imported(giver, folder / "imported.db")
    for one in (giver, file, folder / "begun.db", folder / "imported.db"):
        one.unlink()
    return ours, raw, size


def _fetch(where: Ground, to: Path) -> None:
    line = where.line("begins")
    try:
        offered = line.answer(SeedOffered())
        if offered is None:
            raise Trouble("centre.seed")
        with to.open("wb") as file:
            for part in range(offered.parts):
                file.write(line.seed_part(offered.number, part))
    finally:
        line.close()


def _imported(source: Path, to: Path) -> float:
    create(to, KEY).close()
    with closing(connect(source, reader=True)) as old, closing(connect(to, KEY)) as new:
        reading, writing = old.cursor(), new.cursor()
        indexes = writing.execute(_INDEXES).fetchall()
        for name, _ in indexes:
            writing.execute(f"DROP INDEX {name}")
        began = time.perf_counter()
        writing.execute("BEGIN IMMEDIATE")
        for (table,) in writing.execute(_TABLES).fetchall():
            if table not in _THERE_ALREADY:
                _import(reading, writing, table)
        for _, sql in indexes:
            writing.execute(sql)
        writing.execute("COMMIT")
        return time.perf_counter() - began


def _import(reading: Cursor, writing: Cursor, table: str) -> None:
    rows = reading.execute(f"SELECT * FROM {table}")
    places = ", ".join("?" * len(rows.description or ()))
    writing.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({places})", rows)
