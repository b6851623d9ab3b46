"""What the same work costs without us: statements noted while the store works, then run bare through the driver.

The twin opens its file with the same library and the same pragmas, begins and commits the same way, and does nothing
else; `tessera bench` shows both numbers side by side.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.engine import connect
from db.reading import SqlReading
from db.writing import SqlWriting

if TYPE_CHECKING:
    from db.engine import Cursor
    from db.store import SqlStore

#: A statement, its values, and whether the values are many rows.
Step = tuple[str, Any, bool]
Script = list[Step]


class _Noting:
    """A cursor that notes what passes through it."""

    def __init__(self, cursor: Cursor, script: Script) -> None:
        self._cursor, self._script = cursor, script

    def execute(self, statement: str, values: Sequence[object] = ()) -> Cursor:
        self._script.append((statement, tuple(values), False))
        return self._cursor.execute(statement, tuple(values))

    def executemany(self, statement: str, rows: Sequence[Sequence[object]]) -> Cursor:
        rows = list(rows)
        self._script.append((statement, rows, True))
        return self._cursor.executemany(statement, rows)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


def noting(cursor: Cursor, script: Script) -> Cursor:
    """A cursor that does what this one does and notes it."""
    return _Noting(cursor, script)  # type: ignore[return-value]  # it answers like a cursor


def noted_writing(store: SqlStore, act: Callable[[SqlWriting], object]) -> Script:
    """Run an act in a transaction of its own and note its statements."""
    script: Script = []
    with store.writing() as writing:
        writing.cursor = _Noting(writing.cursor, script)  # type: ignore[assignment]  # it answers like a cursor
        act(writing)
    return script


def noted_reading(store: SqlStore, ask: Callable[[SqlReading], object]) -> Script:
    """Ask something and note its statements."""
    script: Script = []
    with store.reading() as reading:
        reading.cursor = _Noting(reading.cursor, script)  # type: ignore[assignment]  # it answers like a cursor
        ask(reading)
    return script


def run_writing(path: Path, scripts: Sequence[Script], key: bytes | None = None) -> list[float]:
    """Seconds each script takes as one durable transaction on a desk file (a copy of the one it was noted on)."""
    with closing(connect(path, key)) as connection:
        cursor = connection.cursor()
        return [_timed(cursor, script, "BEGIN IMMEDIATE") for script in scripts]


@contextmanager
def bare_reading(path: Path, key: bytes | None = None) -> Iterator[Callable[[Script], float]]:
    """Asks for the seconds a script takes as one reading transaction; rows are fetched and left alone."""
    with closing(connect(path, key, reader=True)) as connection:
        cursor = connection.cursor()
        yield lambda script: _timed(cursor, script, "BEGIN")


@contextmanager
def bare_acting(path: Path) -> Iterator[Callable[[Sequence[tuple[str, Script]]], None]]:
    """Does an act, an act being several transactions, each with the statement that begins it."""
    with closing(connect(path)) as connection:
        cursor = connection.cursor()

        def acted(act: Sequence[tuple[str, Script]]) -> None:
            for begin, script in act:
                _run(cursor, script, begin)

        yield acted


def _timed(cursor: Cursor, script: Script, begin: str) -> float:
    started = time.perf_counter()
    _run(cursor, script, begin)
    return time.perf_counter() - started


def _run(cursor: Cursor, script: Script, begin: str) -> None:
    cursor.execute(begin)
    for statement, values, many in script:
        if many:
            cursor.executemany(statement, values)
        else:
            cursor.execute(statement, values).fetchall()
    cursor.execute("COMMIT")
