"""The directory: patients with their look-up keys, members, cards, consents, groups and who is one with whom."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from db.projections.place import Place, dumps
from db.projections.stamps import merge, pack, unpack
from desk_app.domain.lookup_keys import code_key, misspellings, name_key, phone_key, phone_tail
from desk_app.ports import Json

if TYPE_CHECKING:
    from db.engine import Cursor

FIELDS = ("surname", "given", "patronymic", "birth_date", "phones", "email", "contract", "language", "notes",
          "contact_confirmed")  # fmt: skip
_BITS = {name: 1 << place for place, name in enumerate(FIELDS)}
_EMPTY: Json = {
    "surname": "", "given": "", "patronymic": "", "birth_date": None, "phones": [], "email": "", "contract": "",
    "language": "ru", "notes": "", "contact_confirmed": None,
}  # fmt: skip
_MEMBER_FIELDS = ("joined", "left", "referred_by")

_COLUMNS = (*FIELDS, "stamp", "stamped", "stamps", "sn", "gn", "pn", "contract_key", "phone")
INSERT_PATIENT = (
    f"INSERT INTO patient (id, {', '.join(_COLUMNS)}, card, member, merged) VALUES (?{', ?' * len(_COLUMNS)}, ?, ?, ?)"
)
_UPDATE_PATIENT = f"UPDATE patient SET {', '.join(f'{name}=?' for name in _COLUMNS)} WHERE pid=?"
_READ_PATIENT = f"SELECT pid, stamp, stamped, stamps, {', '.join(FIELDS)} FROM patient WHERE id=?"
_FIRST_CARD = "coalesce((SELECT min(number) FROM card WHERE member=? AND state='active'), '')"
_IS_MEMBER = "EXISTS(SELECT 1 FROM membership WHERE member=? AND joined IS NOT NULL AND left IS NULL)"
_IS_MERGED = (
    "EXISTS(SELECT 1 FROM edge WHERE member=? AND kind IN ('merge', 'unmerge')) OR "
    "EXISTS(SELECT 1 FROM edge WHERE other=? AND kind IN ('merge', 'unmerge'))"
)
INSERT_PHONE = "INSERT OR IGNORE INTO phone VALUES (?, ?)"
INSERT_TAIL = "INSERT OR IGNORE INTO phone_tail VALUES (?, ?)"
INSERT_MISSPELLING = "INSERT OR IGNORE INTO misspelling VALUES (?, ?)"


def patient(cursor: Cursor, place: Place, part: Json) -> None:
    """A patient's fields; each keeps the stamp it was written with, and the later one wins."""
    fields = {name: part["fields"][name] for name in FIELDS if name in part["fields"]}
    row = cursor.execute(_READ_PATIENT, (part["id"],)).fetchone()
    if row is None:
        values = {**_EMPTY, **fields}
        found = cursor.execute(f"SELECT {_FIRST_CARD}, {_IS_MEMBER}, {_IS_MERGED}", (part["id"],) * 4).fetchone()
        columns = patient_columns(values, dict.fromkeys(fields, place.hlc))
        cursor.execute(INSERT_PATIENT, (part["id"], *columns, *found))
        pid = cursor.lastrowid
        assert pid is not None
        _write_phones(cursor, pid, values["phones"])
        remember_surname(cursor, name_key(values["surname"]))
        return
    pid, common, bits, others, *stored = row
    stamps = unpack(common, bits, others, _BITS)
    values = dict(zip(FIELDS, stored, strict=True))
    before = values["phones"] = json.loads(values["phones"])
    if not merge(values, stamps, fields, place.hlc):
        return
    cursor.execute(_UPDATE_PATIENT, (*patient_columns(values, stamps), pid))
    if values["phones"] != before:
        for number in map(phone_key, before):
            cursor.execute("DELETE FROM phone WHERE number=? AND pid=?", (number, pid))
            cursor.execute("DELETE FROM phone_tail WHERE tail=? AND pid=?", (phone_tail(number), pid))
        _write_phones(cursor, pid, values["phones"])
    remember_surname(cursor, name_key(values["surname"]))


def patient_columns(values: Json, stamps: dict[str, int]) -> tuple[Any, ...]:
    """Values of a patient's row from `surname` to `phone`: the fields, their stamps, the keys of look-up."""
    phones = values["phones"]
    return (
        values["surname"], values["given"], values["patronymic"], values["birth_date"], dumps(phones),
        values["email"], values["contract"], values["language"], values["notes"], values["contact_confirmed"],
        *pack(stamps, _BITS),
        name_key(values["surname"]), name_key(values["given"]), name_key(values["patronymic"]),
        code_key(values["contract"]) if values["contract"] else "", phones[0] if phones else "",
    )  # fmt: skip


def _write_phones(cursor: Cursor, pid: int, phones: list[str]) -> None:
    for number in map(phone_key, phones):
        cursor.execute(INSERT_PHONE, (number, pid))
        cursor.execute(INSERT_TAIL, (phone_tail(number), pid))


def remember_surname(cursor: Cursor, key: str) -> None:
    """Keep a surname once for the searches that walk over surnames; one nobody bears any more does no harm."""
    if not key or cursor.execute("SELECT 1 FROM surname WHERE sn=?", (key,)).fetchone():
        return
    cursor.execute("INSERT INTO surname (sn) VALUES (?)", (key,))
    number = cursor.lastrowid
    cursor.executemany(INSERT_MISSPELLING, [(code, number) for code in sorted(misspellings(key))])


def member(cursor: Cursor, place: Place, part: Json) -> None:
    """Joining and leaving, field by field like a patient."""
    who = part["id"]
    row = cursor.execute("SELECT joined, left, referred_by, stamps FROM membership WHERE member=?", (who,)).fetchone()
    values: Json = dict(zip(_MEMBER_FIELDS, row[:3], strict=True)) if row else {"joined": None, "left": None}
    values.setdefault("referred_by", "")
    stamps: dict[str, int] = json.loads(row[3]) if row else {}
    fields = {name: part[name] for name in _MEMBER_FIELDS if name in part}
    if "referred_by" in fields:
        fields["referred_by"] = fields["referred_by"] or ""
    if not merge(values, stamps, fields, place.hlc):
        return
    cursor.execute(
        "INSERT OR REPLACE INTO membership VALUES (?, ?, ?, ?, ?)",
        (who, values["joined"], values["left"], values["referred_by"], dumps(dict(sorted(stamps.items())))),
    )
    cursor.execute(f"UPDATE patient SET member={_IS_MEMBER} WHERE id=?", (who, who))


def card(cursor: Cursor, place: Place, part: Json) -> None:
    """A card's owner and state: the later op decides; `issued` is the first day it was active."""
    number, who, state = part["number"], part.get("member") or "", part["state"]
    row = cursor.execute("SELECT member, state, hlc, issued FROM card WHERE number=?", (number,)).fetchone()
    issued = place.day if state == "active" else None
    if row is None:
        cursor.execute("INSERT INTO card VALUES (?, ?, ?, ?, ?, ?)",
                       (number, code_key(number), who, state, place.hlc, issued))  # fmt: skip
        _show_card(cursor, who)
        return
    days = [day for day in (row[3], issued) if day]
    issued = min(days) if days else None
    if (place.hlc, who, state) > (row[2], row[0], row[1]):
        cursor.execute("UPDATE card SET member=?, state=?, hlc=?, issued=? WHERE number=?",
                       (who, state, place.hlc, issued, number))  # fmt: skip
        _show_card(cursor, who)
        _show_card(cursor, row[0])
    elif issued != row[3]:
        cursor.execute("UPDATE card SET issued=? WHERE number=?", (issued, number))


def _show_card(cursor: Cursor, who: str) -> None:
    if who:
        cursor.execute(f"UPDATE patient SET card={_FIRST_CARD} WHERE id=?", (who, who))


def consents(cursor: Cursor, place: Place, part: list[Json]) -> None:
    """The newest day decides; on one day a stop wins, then the later stamp."""
    cursor.executemany(
        "INSERT INTO consent VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (member, kind, channel) DO UPDATE SET "
        "given=excluded.given, day=excluded.day, text_version=excluded.text_version, hlc=excluded.hlc "
        "WHERE (excluded.day, -excluded.given, excluded.hlc, excluded.text_version) > (day, -given, hlc, text_version)",
        [(one["member"], one["kind"], one.get("channel") or "", int(one["given"]), one.get("day") or place.day,
          one.get("text_version") or "", place.hlc) for one in part],
    )  # fmt: skip


def groups(cursor: Cursor, place: Place, part: list[Json]) -> None:
    """A group and the day its document was shown; a day of null takes the member out."""
    cursor.executemany(
        "INSERT INTO grp VALUES (?, ?, ?, ?) ON CONFLICT (member, code) DO UPDATE SET day=excluded.day, "
        "hlc=excluded.hlc WHERE (excluded.hlc, coalesce(excluded.day, '')) > (hlc, coalesce(day, ''))",
        [(one["member"], one["code"], one.get("day", place.day), place.hlc) for one in part],
    )


def segments(cursor: Cursor, place: Place, part: list[Json]) -> None:
    """A segment switched on or off."""
    cursor.executemany(
        "INSERT INTO segment VALUES (?, ?, ?, ?) ON CONFLICT (member, code) DO UPDATE SET is_on=excluded.is_on, "
        "hlc=excluded.hlc WHERE (excluded.hlc, excluded.is_on) > (hlc, is_on)",
        [(one["member"], one["code"], int(one.get("on", True)), place.hlc) for one in part],
    )


def edge(cursor: Cursor, place: Place, part: Json) -> None:
    """Two patients became one, or two again."""
    cursor.execute("INSERT INTO edge VALUES (?, ?, ?, -1, ?, ?)",
                   (part["member"], place.moment, place.op_id, part["kind"], part["into"]))  # fmt: skip
    _show_merged(cursor, part)


def edge_back(cursor: Cursor, place: Place, part: Json) -> None:
    """`edge` undone."""
    cursor.execute("DELETE FROM edge WHERE member=? AND moment=? AND op_id=? AND n=-1",
                   (part["member"], place.moment, place.op_id))  # fmt: skip
    _show_merged(cursor, part)


def _show_merged(cursor: Cursor, part: Json) -> None:
    for who in (part["member"], part["into"]):
        cursor.execute(f"UPDATE patient SET merged={_IS_MERGED} WHERE id=?", (who,) * 3)
