"""The directory: patients with their look-up keys, members, cards, consents, groups and who is one with whom."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.projections.place import Acts, Place, day_or_none, day_text, dumps
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
#: Fields that hold a day or none.
_DAYS = ("birth_date", "contact_confirmed")

_COLUMNS = (*FIELDS, "stamp", "stamped", "stamps", "sn", "gn", "pn", "contract_key", "phone")
_INSERTED = ("pid", "id", *_COLUMNS)
INSERT_PATIENT = (
    f"INSERT INTO patient ({', '.join(_INSERTED)}, card, member, merged) VALUES (?{', ?' * (len(_INSERTED) + 2)})"
)
_UPDATE_PATIENT = f"UPDATE patient SET {', '.join(f'{name}=?' for name in _COLUMNS)} WHERE pid=?"
_READ_PATIENTS = (
    f"SELECT id, pid, stamp, stamped, stamps, {', '.join(FIELDS)} FROM patient "
    "WHERE id IN (SELECT value FROM json_each(?))"
)
_NEWEST_PID = "SELECT coalesce(max(pid), 0) FROM patient"
_FIRST_CARD = "coalesce((SELECT min(number) FROM card WHERE member=? AND state='active'), '')"
_IS_MEMBER = "EXISTS(SELECT 1 FROM membership WHERE member=? AND joined IS NOT NULL AND left IS NULL)"
_IS_MERGED = (
    "EXISTS(SELECT 1 FROM edge WHERE member=? AND kind IN ('merge', 'unmerge')) OR "
    "EXISTS(SELECT 1 FROM edge WHERE other=? AND kind IN ('merge', 'unmerge'))"
)
# a newcomer's line shows what is known already: ?2 is the id
_INSERT_NEWCOMER = (
    (
        f"INSERT INTO patient ({', '.join(_INSERTED)}, card, member, merged) VALUES (?{', ?' * (len(_INSERTED) - 1)}, "
        f"{_FIRST_CARD}, {_IS_MEMBER}, {_IS_MERGED})"
    )
    .replace("member=?", "member=?2")
    .replace("other=?", "other=?2")
)
INSERT_PHONE = "INSERT OR IGNORE INTO phone VALUES (?, ?)"
INSERT_TAIL = "INSERT OR IGNORE INTO phone_tail VALUES (?, ?)"
INSERT_MISSPELLING = "INSERT OR IGNORE INTO misspelling VALUES (?, ?)"


@dataclass(slots=True)
class _Line:
    """A patient's line while it is written: `pid` 0 is a newcomer's."""

    pid: int
    values: Json
    stamps: dict[str, int]
    before: list[str]
    changed: bool = False


def patient(cursor: Cursor, acts: Acts) -> None:
    """A patient's fields; each keeps the stamp it was written with, and the later one wins."""
    lines = _lines(cursor, [_text(part["id"]) for _, part in acts])
    for place, part in acts:
        fields = {name: part["fields"][name] for name in FIELDS if name in part["fields"]}
        for name in _DAYS:
            day_or_none(fields.get(name))
        line = lines.get(part["id"])
        if line is None:
            line = lines[part["id"]] = _Line(0, dict(_EMPTY), {}, [], changed=True)
        line.changed |= merge(line.values, line.stamps, fields, place.hlc)
    changed = {who: line for who, line in lines.items() if line.changed}
    newcomers = [(who, line) for who, line in changed.items() if not line.pid]
    others = [line for line in changed.values() if line.pid]
    if newcomers:
        newest = cursor.execute(_NEWEST_PID).fetchone()[0]
        for pid, (_, line) in enumerate(newcomers, newest + 1):
            line.pid = pid
        cursor.executemany(
            _INSERT_NEWCOMER, [(line.pid, who, *patient_columns(line.values, line.stamps)) for who, line in newcomers]
        )
    cursor.executemany(_UPDATE_PATIENT, [(*patient_columns(line.values, line.stamps), line.pid) for line in others])
    _write_phones(cursor, list(changed.values()))
    remember_surnames(cursor, {name_key(line.values["surname"]) for line in changed.values()})


def _text(value: Any) -> str:
    """A key as it is; a number would be one row to the file and another one to who asks for it."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _lines(cursor: Cursor, who: list[str]) -> dict[str, _Line]:
    lines = {}
    for one, pid, common, bits, others, *stored in cursor.execute(_READ_PATIENTS, (dumps(who),)).fetchall():
        values = dict(zip(FIELDS, stored, strict=True))
        values["phones"] = json.loads(values["phones"])
        lines[one] = _Line(pid, values, unpack(common, bits, others, _BITS), values["phones"])
    return lines


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


def _write_phones(cursor: Cursor, lines: list[_Line]) -> None:
    other = [line for line in lines if line.values["phones"] != line.before]
    gone = [(number, line.pid) for line in other for number in map(phone_key, line.before)]
    fresh = sorted((number, line.pid) for line in other for number in map(phone_key, line.values["phones"]))
    cursor.executemany("DELETE FROM phone WHERE number=? AND pid=?", gone)
    cursor.executemany("DELETE FROM phone_tail WHERE tail=? AND pid=?", [(phone_tail(one), pid) for one, pid in gone])
    # in the order of the key neighbours are written together
    cursor.executemany(INSERT_PHONE, fresh)
    cursor.executemany(INSERT_TAIL, sorted((phone_tail(number), pid) for number, pid in fresh))


def remember_surnames(cursor: Cursor, keys: set[str]) -> None:
    """Keep each surname once for the searches that walk over surnames; one nobody bears any more does no harm."""
    asked = dumps(sorted(keys - {""}))
    fresh = cursor.execute(
        "SELECT value FROM json_each(?) WHERE NOT EXISTS(SELECT 1 FROM surname WHERE sn=value)", (asked,)
    ).fetchall()
    if not fresh:
        return
    newest = cursor.execute("SELECT coalesce(max(no), 0) FROM surname").fetchone()[0]
    numbered = [(number, sn) for number, (sn,) in enumerate(fresh, newest + 1)]
    cursor.executemany("INSERT INTO surname VALUES (?, ?)", numbered)
    cursor.executemany(INSERT_MISSPELLING, sorted((code, no) for no, sn in numbered for code in misspellings(sn)))


def member(cursor: Cursor, acts: Acts) -> None:
    """Joining and leaving, field by field like a patient."""
    rows = cursor.execute(
        "SELECT member, joined, left, referred_by, stamps FROM membership "
        "WHERE member IN (SELECT value FROM json_each(?))", (dumps([_text(part["id"]) for _, part in acts]),),
    ).fetchall()  # fmt: skip
    known: dict[str, tuple[Json, dict[str, int]]] = {
        row[0]: (dict(zip(_MEMBER_FIELDS, row[1:4], strict=True)), json.loads(row[4])) for row in rows
    }
    changed = {}
    for place, part in acts:
        who = part["id"]
        values, stamps = known.setdefault(who, ({"joined": None, "left": None, "referred_by": ""}, {}))
        fields = {name: part[name] for name in _MEMBER_FIELDS if name in part}
        day_or_none(fields.get("joined"))
        day_or_none(fields.get("left"))
        if "referred_by" in fields:
            fields["referred_by"] = fields["referred_by"] or ""
        if merge(values, stamps, fields, place.hlc):
            changed[who] = values, stamps
    cursor.executemany(
        "INSERT OR REPLACE INTO membership VALUES (?, ?, ?, ?, ?)",
        [(who, values["joined"], values["left"], values["referred_by"], dumps(dict(sorted(stamps.items()))))
         for who, (values, stamps) in changed.items()],
    )  # fmt: skip
    cursor.executemany(f"UPDATE patient SET member={_IS_MEMBER} WHERE id=?", [(who, who) for who in changed])


def card(cursor: Cursor, acts: Acts) -> None:
    """A card's owner and state: the later op decides; `issued` is the first day it was active.

    A card in stock gives way to any other word: it may have been bound on a desk that had not heard of the batch.
    Where several were given one card, those whose it is not now are remembered, in whatever order that was heard.
    """
    rows = cursor.execute(
        "SELECT number, member, state, hlc, issued FROM card WHERE number IN (SELECT value FROM json_each(?))",
        (dumps([_text(part["number"]) for _, part in acts]),),
    ).fetchall()
    known = {row[0]: row[1:] for row in rows}
    changed, owners, others = {}, dict[str, None](), dict[tuple[str, str], bool]()
    for place, part in acts:
        number, who, state = part["number"], part.get("member") or "", part["state"]
        before = known.get(number)
        issued = day_text(place.day) if state == "active" else None
        now = (who, state, place.hlc, issued)
        if before is not None:
            days = [day for day in (before[3], issued) if day]
            later = (state != "stock", place.hlc, who, state) > (before[1] != "stock", before[2], before[0], before[1])
            now = (*(now if later else before)[:3], min(days) if days else None)
            others |= {(number, one): True for one in (who, before[0]) if one and one != now[0]}
            if now[0] != before[0]:
                others[number, now[0]] = False
        if now != before:
            known[number] = changed[number] = now
            if before is None or now[:3] != before[:3]:
                owners |= dict.fromkeys((who, before[0] if before else ""))
    cursor.executemany(
        "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?, ?)",
        sorted((number, code_key(number), *now) for number, now in changed.items()),
    )
    cursor.executemany(f"UPDATE patient SET card={_FIRST_CARD} WHERE id=?", [(who, who) for who in owners if who])
    if others:
        gone = sorted(one for one, stays in others.items() if not stays)
        cursor.executemany("DELETE FROM card_twice WHERE number=? AND member=?", gone)
        cursor.executemany("INSERT OR IGNORE INTO card_twice VALUES (?, ?)", sorted(others.keys() - set(gone)))


def cards(cursor: Cursor, acts: Acts) -> None:
    """Many cards in one act."""
    card(cursor, [(place, one) for place, part in acts for one in part])


def consents(cursor: Cursor, acts: Acts) -> None:
    """The newest day decides; on one day a stop wins, then the later stamp."""
    cursor.executemany(
        "INSERT INTO consent VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (member, kind, channel) DO UPDATE SET "
        "given=excluded.given, day=excluded.day, text_version=excluded.text_version, hlc=excluded.hlc "
        "WHERE (excluded.day, -excluded.given, excluded.hlc, excluded.text_version) > (day, -given, hlc, text_version)",
        [(one["member"], one["kind"], one.get("channel") or "", int(one["given"]),
          day_text(one.get("day") or place.day), one.get("text_version") or "", place.hlc)
         for place, part in acts for one in part],
    )  # fmt: skip


def groups(cursor: Cursor, acts: Acts) -> None:
    """A group and the day its document was shown; a day of null takes the member out."""
    cursor.executemany(
        "INSERT INTO grp VALUES (?, ?, ?, ?) ON CONFLICT (member, code) DO UPDATE SET day=excluded.day, "
        "hlc=excluded.hlc WHERE (excluded.hlc, coalesce(excluded.day, '')) > (hlc, coalesce(day, ''))",
        [
            (one["member"], one["code"], day_or_none(one.get("day", place.day)), place.hlc)
            for place, part in acts
            for one in part
        ],
    )


def segments(cursor: Cursor, acts: Acts) -> None:
    """A segment switched on or off."""
    cursor.executemany(
        "INSERT INTO segment VALUES (?, ?, ?, ?) ON CONFLICT (member, code) DO UPDATE SET is_on=excluded.is_on, "
        "hlc=excluded.hlc WHERE (excluded.hlc, excluded.is_on) > (hlc, is_on)",
        [(one["member"], one["code"], int(one.get("on", True)), place.hlc) for place, part in acts for one in part],
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
