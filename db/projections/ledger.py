"""The books: facts by member, double entry, receipts and returns, uses and the counts asked at every keystroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.projections.place import Acts, Place, dumps
from desk_app.ports import Json

if TYPE_CHECKING:
    from db.engine import Cursor

#: The account every entry is balanced against; it has no row in `balance`, reports sum it.
PROGRAM_ACCOUNT = "program"

INSERT_FACT = "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)"
INSERT_ENTRY = "INSERT INTO entry VALUES (?, ?, ?, ?)"
UPSERT_BALANCE = (
    "INSERT INTO balance VALUES (?, ?, ?) ON CONFLICT (account) DO UPDATE SET units=units+excluded.units, "
    "n=n+excluded.n"
)
INSERT_RECEIPT = "INSERT INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?)"
_COUNT = "INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT (kind, code) DO UPDATE SET n=n+excluded.n"
_FREED = "SELECT receipt FROM freed WHERE receipt IN (SELECT value FROM json_each(?))"
_FAMILY = {"joined_family": "join", "left_family": "leave"}
#: Facts of which some are counted.
_COUNTED = frozenset({"adjusted", "accrued"})


def facts(cursor: Cursor, acts: Acts) -> None:
    """Facts stand once for ever; families and counts are read out of them on the way."""
    rows, kin, rare = [], [], []
    for (op_id, moment, _, pos, _, _), part in acts:
        for n, fact in enumerate(part):
            kind, member = fact["kind"], fact["member"]
            rows.append((member, moment, op_id, n, pos, dumps(fact)))
            if kind in _FAMILY:
                kin.append((member, moment, op_id, n, _FAMILY[kind], fact["family"]))
            elif kind in _COUNTED:
                rare.append(fact)
    cursor.executemany(INSERT_FACT, rows)
    cursor.executemany("INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?)", kin)
    _count(cursor, rare, 1)


def facts_back(cursor: Cursor, place: Place, part: list[Json]) -> None:
    """`facts` undone."""
    keys = [(fact["member"], place.moment, place.op_id, n) for n, fact in enumerate(part)]
    for table in ("fact", "edge"):
        cursor.executemany(f"DELETE FROM {table} WHERE member=? AND moment=? AND op_id=? AND n=?", keys)
    _count(cursor, part, -1)


def _count(cursor: Cursor, part: list[Json], by: int) -> None:
    for fact in part:
        if fact["kind"] == "adjusted":
            cursor.execute(_COUNT, ("adjusted", adjusted_code(fact["by"], fact["reason"], fact["day"][:7]), by))
        elif fact["kind"] == "accrued" and fact["source"] == "referral":
            cursor.execute(_COUNT, ("referral", f"{fact['member']}|{fact['day'][:4]}", by))


def adjusted_code(employee: str, reason: str, month: str) -> str:
    """The key under which adjustments are counted."""
    return dumps([employee, reason, month])


def entries(cursor: Cursor, acts: Acts) -> None:
    """Double entry: what the accounts get, the program gives."""
    rows, sums = [], dict[str, list[int]]()
    for place, part in acts:
        contra = 0
        for line, (account, amount) in enumerate(part):
            if amount:
                rows.append((place.op_id, line, account, amount))
                contra -= amount
                total = sums.setdefault(account, [0, 0])
                total[0] += amount
                total[1] += 1
        if contra:
            rows.append((place.op_id, len(part), PROGRAM_ACCOUNT, contra))
    cursor.executemany(UPSERT_BALANCE, [(account, units, n) for account, (units, n) in sums.items()])
    cursor.executemany(INSERT_ENTRY, rows)


def entries_back(cursor: Cursor, place: Place, _: list[tuple[str, int]]) -> None:
    """`entries` undone."""
    rows = cursor.execute("SELECT amount, account FROM entry WHERE op_id=?", (place.op_id,)).fetchall()
    cursor.executemany("UPDATE balance SET units=units-?, n=n-1 WHERE account=?", rows)
    cursor.executemany("DELETE FROM balance WHERE account=? AND n=0", [(account,) for _, account in rows])
    cursor.execute("DELETE FROM entry WHERE op_id=?", (place.op_id,))


def receipt(cursor: Cursor, acts: Acts) -> None:
    """Where a receipt is found; its content stays in the op and is not written twice."""
    cursor.executemany(
        INSERT_RECEIPT,
        [(place.op_id, part["number"], part["bill"]["id"], part["bill"].get("patient", ""), place.moment, place.day,
          place.pos) for place, part in acts],
    )  # fmt: skip


def receipt_back(cursor: Cursor, place: Place, _: Json) -> None:
    """`receipt` undone."""
    cursor.execute("DELETE FROM receipt WHERE id=?", (place.op_id,))


def return_(cursor: Cursor, place: Place, part: Json) -> None:
    """Where a return of a receipt is found."""
    cursor.execute("INSERT INTO return_ VALUES (?, ?, ?, ?, ?)",
                   (place.op_id, part["receipt"], place.moment, place.day, place.pos))  # fmt: skip


def return_back(cursor: Cursor, place: Place, _: Json) -> None:
    """`return_` undone."""
    cursor.execute("DELETE FROM return_ WHERE op_id=?", (place.op_id,))


def uses(cursor: Cursor, acts: Acts) -> None:
    """Uses of promotions and rewards; those of a receipt already freed elsewhere do not count."""
    rows = [
        (place.op_id, n, use["kind"], use["code"], use["member"]) for place, part in acts for n, use in enumerate(part)
    ]
    if rows:
        cursor.executemany("INSERT INTO use_ VALUES (?, ?, ?, ?, ?)", rows)
        _count_uses(cursor, acts, 1)


def uses_back(cursor: Cursor, place: Place, part: list[Json]) -> None:
    """`uses` undone."""
    cursor.execute("DELETE FROM use_ WHERE op_id=?", (place.op_id,))
    _count_uses(cursor, [(place, part)], -1)


def _count_uses(cursor: Cursor, acts: Acts, by: int) -> None:
    asked = dumps([place.op_id for place, part in acts if part])
    freed = {row[0] for row in cursor.execute(_FREED, (asked,)).fetchall()}
    counts: dict[tuple[str, str], int] = {}
    for place, part in acts:
        if place.op_id not in freed:
            for use in part:
                key = "use:" + use["kind"], use["code"]
                counts[key] = counts.get(key, 0) + by
    cursor.executemany(_COUNT, [(*key, n) for key, n in counts.items()])


def frees(cursor: Cursor, place: Place, part: list[str]) -> None:
    """A voided or wholly returned receipt gives its uses back, once."""
    for one in part:
        if cursor.execute("INSERT OR IGNORE INTO freed VALUES (?)", (one,)).rowcount:
            rows = cursor.execute("SELECT 'use:' || kind, code, -1 FROM use_ WHERE op_id=?", (one,)).fetchall()
            cursor.executemany(_COUNT, rows)
