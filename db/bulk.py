"""Very many patients at once, for measuring: rows as the projections write them, indexes last, and no ops."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from db.projections.people import FIELDS, INSERT_MISSPELLING, INSERT_PATIENT, patient_columns
from desk_app.domain.lookup_keys import code_key, misspellings, phone_key, phone_tail
from desk_app.ports import Json

if TYPE_CHECKING:
    from db.engine import Cursor
    from db.store import SqlStore

Progress = Callable[[int], None]
_BATCH = 10_000
_DAY = "2026-01-01"


class Newcomer(NamedTuple):
    """A patient to be loaded; a card makes a member."""

    id: str
    surname: str
    given: str = ""
    patronymic: str = ""
    birth_date: str | None = None
    phones: tuple[str, ...] = ()
    card: str = ""
    contract: str = ""


def load(store: SqlStore, people: Iterable[Newcomer], progress: Progress | None = None) -> int:
    """Put people into an empty directory, quickly; `verify` will miss their ops. How many they were."""
    with store.writing() as writing:
        cursor = writing.cursor
        indexes = cursor.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type='index' AND sql IS NOT NULL "
            "AND tbl_name IN ('patient', 'card', 'surname')"
        ).fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
        cursor.execute("CREATE TEMP TABLE heard (number TEXT, tail TEXT, pid INTEGER)")
        count = 0
        for batch in _batches(people):
            _load_batch(cursor, batch, count)
            count += len(batch)
            if progress:
                progress(count)
        # in the order of the key a tree grows at its end, which is several times quicker
        cursor.execute("INSERT OR IGNORE INTO phone SELECT number, pid FROM temp.heard ORDER BY number, pid")
        cursor.execute("INSERT OR IGNORE INTO phone_tail SELECT tail, pid FROM temp.heard ORDER BY tail, pid")
        cursor.execute("DROP TABLE temp.heard")
        for _, sql in indexes:
            cursor.execute(sql)
        cursor.execute("INSERT INTO surname (sn) SELECT DISTINCT sn FROM patient WHERE sn<>'' ORDER BY sn")
        surnames = cursor.execute("SELECT no, sn FROM surname").fetchall()
        cursor.executemany(
            INSERT_MISSPELLING, sorted((code, number) for number, sn in surnames for code in misspellings(sn))
        )
    return count


def _load_batch(cursor: Cursor, batch: list[Newcomer], before: int) -> None:
    cursor.executemany(INSERT_PATIENT, [_row(pid, one) for pid, one in enumerate(batch, before + 1)])
    heard = [
        (number, phone_tail(number), before + place)
        for place, one in enumerate(batch, 1)
        for number in map(phone_key, one.phones)
    ]
    cursor.executemany("INSERT INTO temp.heard VALUES (?, ?, ?)", heard)
    carded = [one for one in batch if one.card]
    cursor.executemany("INSERT INTO card VALUES (?, ?, ?, 'active', 1, ?)",
                       [(one.card, code_key(one.card), one.id, _DAY) for one in carded])  # fmt: skip
    cursor.executemany("INSERT INTO membership VALUES (?, ?, NULL, '', '{\"joined\":1}')",
                       [(one.id, _DAY) for one in carded])  # fmt: skip


def _row(pid: int, one: Newcomer) -> tuple[object, ...]:
    values: Json = {
        "surname": one.surname, "given": one.given, "patronymic": one.patronymic, "birth_date": one.birth_date,
        "phones": list(one.phones), "email": "", "contract": one.contract, "language": "ru", "notes": "",
        "contact_confirmed": None,
    }  # fmt: skip
    return (pid, one.id, *patient_columns(values, dict.fromkeys(FIELDS, 1)), one.card, int(bool(one.card)), 0)


def _batches(people: Iterable[Newcomer]) -> Iterator[list[Newcomer]]:
    rest = iter(people)
    while batch := list(islice(rest, _BATCH)):
        yield batch
