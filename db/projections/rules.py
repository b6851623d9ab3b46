"""Versions of the program, its closing, personal offers, the price list, and what the clinic says of itself."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from db.projections.place import Place, day_or_none, day_text, dumps
from db.projections.stamps import merge
from desk_app.domain.lookup_keys import name_key
from desk_app.ports import Json

if TYPE_CHECKING:
    from db.engine import Cursor

#: No program is wound down longer than that.
_MOST_DAYS = 36_525
_VERSION_FIELDS = ("status", "effective_from", "document", "code", "version")


def program(cursor: Cursor, place: Place, part: Json) -> None:
    """A version, or a later word on it (another status); documents are kept for ever.

    A version is known by the act that made it, not by its number: desks that were apart may give the same one.
    """
    mark = part.get("mark") or place.op_id
    row = cursor.execute(
        "SELECT status, effective_from, document, code, version, told, stamps FROM program_version WHERE mark=?",
        (mark,),
    ).fetchone()
    values: Json = dict(zip(_VERSION_FIELDS, row[:5], strict=True)) if row else {"status": "draft"}
    told: int | None = row[5] if row else None
    stamps: dict[str, int] = json.loads(row[6]) if row else {}
    fields = {name: part[name] for name in _VERSION_FIELDS if name in part}
    day_or_none(fields.get("effective_from"))
    if "document" in fields:
        if not isinstance(fields["document"], dict | None):
            raise TypeError(fields["document"])
        fields["document"] = dumps(fields["document"])
        told = place.hlc if told is None else min(told, place.hlc)
    if merge(values, stamps, fields, place.hlc) or told != (row and row[5]):
        cursor.execute(
            "INSERT OR REPLACE INTO program_version VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (mark, values["code"], values["version"], values["status"], values.get("effective_from"),
             values.get("document"), told, dumps(dict(sorted(stamps.items())))),
        )  # fmt: skip


def diary(cursor: Cursor, place: Place, _: Json) -> None:
    """An act in the life of a version, to be found again without reading the whole log."""
    cursor.execute("INSERT INTO diary VALUES (?, ?, ?)", (place.op_id, place.moment, place.pos))


def diary_back(cursor: Cursor, place: Place, _: Json) -> None:
    """`diary` undone."""
    cursor.execute("DELETE FROM diary WHERE op_id=?", (place.op_id,))


def told(cursor: Cursor, place: Place, part: Json) -> None:
    """Members heard of a version: the first time counts."""
    said = (part["day"], part["way"], part["by"])
    cursor.executemany(
        "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (version, member) DO UPDATE SET day=excluded.day, "
        "way=excluded.way, by=excluded.by, hlc=excluded.hlc "
        "WHERE (excluded.hlc, excluded.day, excluded.way, excluded.by) < (hlc, day, way, by)",
        [(part["version"], member, *said, place.hlc) for member in part["members"]],
    )


def clinic(cursor: Cursor, place: Place, part: Json) -> None:
    """What the clinic is called and looks like, value by value: the later op decides."""
    cursor.executemany(
        "INSERT INTO clinic VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value=excluded.value, hlc=excluded.hlc "
        "WHERE (excluded.hlc, excluded.value) > (hlc, value)",
        [(key, value, place.hlc) for key, value in part.items()],
    )


def closing(cursor: Cursor, place: Place, part: Json) -> None:
    """The program ends on a day, with so many days of winding down; "" takes the close back."""
    if part["day"]:
        day_text(part["day"])
    if not 0 <= part["days"] <= _MOST_DAYS:
        raise ValueError(part["days"])
    cursor.execute("INSERT INTO closing VALUES (?, ?, ?, ?)", (place.op_id, part["day"], part["days"], place.hlc))


def closing_back(cursor: Cursor, place: Place, _: Json) -> None:
    """`closing` undone."""
    cursor.execute("DELETE FROM closing WHERE op_id=?", (place.op_id,))


def offer(cursor: Cursor, place: Place, part: Json) -> None:
    """A personal offer."""
    if not isinstance(part["offer"], dict) or not isinstance(part["offer"]["code"], str):
        raise TypeError(part["offer"])
    cursor.execute(
        "INSERT INTO offer VALUES (?, ?, ?, ?)", (place.op_id, part["member"], place.moment, dumps(part["offer"]))
    )


def offer_back(cursor: Cursor, place: Place, _: Json) -> None:
    """`offer` undone."""
    cursor.execute("DELETE FROM offer WHERE op_id=?", (place.op_id,))


def services(cursor: Cursor, place: Place, part: list[Json]) -> None:
    """Lines of the price list: the later op decides about a whole line."""
    for line in part:
        values = (line["name"], line.get("name_en") or "", line["category"], line["price"], line.get("minutes") or 0,
                  line.get("floor_price") or 0)  # fmt: skip
        row = cursor.execute(
            "SELECT hlc, name, name_en, category, price, minutes, floor_price FROM service WHERE code=?",
            (line["code"],),
        ).fetchone()
        if row and (place.hlc, values) <= (row[0], tuple(row[1:])):
            continue
        if row:
            gone = [(word, line["code"]) for word in service_words(line["code"], row[1], row[2])]
            cursor.executemany("DELETE FROM service_word WHERE word=? AND code=?", gone)
        cursor.execute("INSERT OR REPLACE INTO service VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                       (line["code"], *values, place.hlc))  # fmt: skip
        cursor.executemany("INSERT OR IGNORE INTO service_word VALUES (?, ?)",
                           [(word, line["code"]) for word in service_words(line["code"], *values[:2])])  # fmt: skip


def words_of(text: str) -> list[str]:
    """Words of a line as they are searched."""
    return [key for key in map(name_key, re.split(r"[^\w]+", text)) if key]


def service_words(code: str, name: str, name_en: str) -> list[str]:
    """Every word a service is found by: of its names, its code whole and in parts."""
    return sorted({*words_of(name), *words_of(name_en), *words_of(code), name_key(code)})
