"""Finding a patient by whatever was typed: ranges over indexes only, exact before guessed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from db.kinship import canonical
from desk_app.domain.lookup_keys import (
    LAST,
    LEAST_TAIL,
    Ask,
    misspellings,
    other_layout,
    phone_beginning,
    phone_tail,
    read,
)
from desk_app.domain.people import MemberSummary

if TYPE_CHECKING:
    from db.engine import Cursor

Row = tuple[Any, ...]

_SHOWN = "p.id, p.surname, p.given, p.patronymic, p.birth_date, p.phone, p.card, p.member, p.contract, p.merged"
#: So many letters of a surname and of a given name stand first in the index of beginnings.
SURNAME_HEAD, GIVEN_HEAD = 3, 2
_PATIENT = f"SELECT {_SHOWN} FROM patient p WHERE "
_MERGED = 9
BY_ID = f"{_PATIENT}p.id=?"
_BY_NAME = "ORDER BY p.sn, p.gn, p.pn, p.birth_date LIMIT ?"
_WITHIN = "p.sn>=? AND p.sn<?"
SURNAME = f"{_PATIENT}{_WITHIN} {_BY_NAME}"
# walking over distinct surnames and into each one's given names is a skip-scan without a scan; the order is by name
_NAMES = f"SELECT {_SHOWN} FROM surname s CROSS JOIN patient p ON p.sn=s.sn WHERE s.sn>=? AND s.sn<? "
TWO_NAMES = f"{_NAMES}AND p.gn>=? AND p.gn<? LIMIT ?"
THREE_NAMES = f"{_NAMES}AND p.gn>=? AND p.gn<? AND p.pn>=? AND p.pn<? LIMIT ?"
# as many surnames begin with three letters as there are syllables: only those that meet the given name are walked over
_HEADS = (
    f"SELECT {_SHOWN} FROM patient p WHERE substr(p.sn, 1, {SURNAME_HEAD})=? "
    f"AND substr(p.gn, 1, {GIVEN_HEAD})=? AND {_WITHIN} AND p.gn>=? AND p.gn<? "
)
TWO_HEADS = f"{_HEADS}{_BY_NAME}"
THREE_HEADS = f"{_HEADS}AND p.pn>=? AND p.pn<? {_BY_NAME}"
BIRTH = f"{_PATIENT}p.birth_date=? {_BY_NAME}"
BIRTH_AND_NAME = f"{_PATIENT}p.birth_date=? AND {_WITHIN} {_BY_NAME}"
#: The year, or the day and month, beside a surname: the index of names holds the day of birth, so no row is fetched.
BORN_AND_NAME = f"{_PATIENT}{_WITHIN} AND (p.birth_date BETWEEN ? AND ? OR substr(p.birth_date, 6)=?) {_BY_NAME}"
CONTRACT = f"{_PATIENT}p.contract_key>=? AND p.contract_key<? AND p.contract_key<>'' ORDER BY p.contract_key LIMIT ?"
CARD = f"SELECT {_SHOWN} FROM card c CROSS JOIN patient p ON p.id=c.member WHERE c.card_key>=? AND c.card_key<? LIMIT ?"
_TAIL = f"SELECT {_SHOWN} FROM phone_tail t CROSS JOIN patient p ON p.pid=t.pid WHERE t.tail>=? AND t.tail<? "
TAIL = f"{_TAIL}LIMIT ?"
TAIL_AND_NAME = f"{_TAIL}AND {_WITHIN} LIMIT ?"
PHONE = f"SELECT {_SHOWN} FROM phone t CROSS JOIN patient p ON p.pid=t.pid WHERE t.number>=? AND t.number<? LIMIT ?"
GIVEN_NAMES = "SELECT gn FROM patient WHERE sn=? AND gn>? ORDER BY gn LIMIT 1"

#: Letters and digits below which a beginning of a code would show half the clinic.
_LEAST_CODE = 6
#: A card found by so many signs is the one that was scanned; nothing else is looked for.
_SURE_CODE = 8
_WHOLE_PHONE = 11
_LEAST_TYPO = 4
_YEAR = 4
#: Letters grown together that may be initials.
_INITIALS = 3
_MOST_GUESSES = 20
#: Ends of surnames that take one letter more for a woman.
_GROWS = ("в", "н")


def find(cursor: Cursor, text: str, limit: int) -> tuple[MemberSummary, ...]:
    """Patients a typed line may mean, at most `limit`; ask for one more than is shown to know that there are more.

    The line is taken as typed; found nothing, as typed in the other keyboard layout; found nothing, with names in
    another order or grown together; found nothing, with one typo. Namesakes stand in a stable order; of merged
    patients the one that stays is shown, by whichever name or phone it was found.
    """
    ask = read(text)
    rows = _exact(cursor, ask, limit)
    if not rows:
        other = read(other_layout(text))
        rows = _exact(cursor, other, limit)
        if not rows:
            turned = [*_turned(ask), *_turned(other)]
            rows = _first(cursor, limit, turned) or _guess(cursor, [ask, other], limit) or _guess(cursor, turned, limit)
    if any(row[_MERGED] for row in rows):
        rows = _those_that_stay(cursor, rows)
    day = date.fromisoformat
    return tuple([
        MemberSummary(
            who,
            f"{surname} {given} {patronymic}" if surname and given and patronymic else _full_name(*row[1:4]),
            day(birth) if birth else None, phone, card, member == 1, contract,
        )
        for row in rows
        for who, surname, given, patronymic, birth, phone, card, member, contract, _ in (row,)
    ])  # fmt: skip


def _those_that_stay(cursor: Cursor, rows: list[Row]) -> list[Row]:
    """In the place of a merged patient the one that stays, each once."""
    found: dict[str, Row] = {}
    for row in rows:
        if row[_MERGED]:
            stays = canonical(cursor, row[0])
            row = (stays != row[0] and cursor.execute(BY_ID, (stays,)).fetchone()) or row
        found.setdefault(row[0], row)
    return list(found.values())


def _full_name(surname: str, given: str, patronymic: str) -> str:
    return " ".join([part for part in (surname, given, patronymic) if part])


def _first(cursor: Cursor, limit: int, asks: list[Ask]) -> list[Row]:
    for ask in asks:
        if rows := _exact(cursor, ask, limit):
            return rows
    return []


def _exact(cursor: Cursor, ask: Ask, limit: int) -> list[Row]:
    if not ask.names:
        return _by_numbers(cursor, ask, limit)
    if ask.days:
        rows = _by_name_and_day(cursor, ask, limit)
    elif ask.digits:
        rows = _by_name_and_tail(cursor, ask, limit)
        if len(ask.digits) == _YEAR and ("1890" <= ask.digits < "2100" or ask.digits[2:] <= "12"):
            known = {row[0] for row in rows}
            rows = [*rows, *(row for row in _by_name_and_year(cursor, ask, limit) if row[0] not in known)][:limit]
    elif not ask.code:
        rows = _by_names(cursor, ask.names, limit)
    else:
        rows = []
    # letters and digits may also be one number of a contract
    return rows or (_by_numbers(cursor, Ask(code=ask.code), limit) if ask.code else [])


def _by_names(cursor: Cursor, names: tuple[str, ...], limit: int) -> list[Row]:
    ranges = [end for name in names[:3] for end in (name, name + LAST)]
    statement = (SURNAME, TWO_NAMES, THREE_NAMES)[len(ranges) // 2 - 1]
    if len(names) > 1 and len(names[0]) >= SURNAME_HEAD and len(names[1]) >= GIVEN_HEAD:
        statement = (TWO_HEADS, THREE_HEADS)[len(ranges) // 2 - 2]
        ranges = [names[0][:SURNAME_HEAD], names[1][:GIVEN_HEAD], *ranges]
    return cursor.execute(statement, (*ranges, limit)).fetchall()


def _by_name_and_day(cursor: Cursor, ask: Ask, limit: int) -> list[Row]:
    name = ask.names[0]
    return [
        row
        for day in ask.days
        for row in cursor.execute(BIRTH_AND_NAME, (day, name, name + LAST, limit)).fetchall()
    ]  # fmt: skip


def _by_name_and_tail(cursor: Cursor, ask: Ask, limit: int) -> list[Row]:
    tail, name = phone_tail(ask.digits), ask.names[0]
    return cursor.execute(TAIL_AND_NAME, (tail, tail + LAST, name, name + LAST, limit)).fetchall()


def _by_name_and_year(cursor: Cursor, ask: Ask, limit: int) -> list[Row]:
    """Four digits beside a surname: "1941" is the year of birth, "1705" the seventeenth of May."""
    name, four = ask.names[0], ask.digits
    ends = (name, name + LAST, f"{four}-01-01", f"{four}-12-31", f"{four[2:]}-{four[:2]}", limit)
    return cursor.execute(BORN_AND_NAME, ends).fetchall()


def _by_numbers(cursor: Cursor, ask: Ask, limit: int) -> list[Row]:
    """Cards, contracts, days of birth and phones, each patient once, the surest first."""
    found: dict[str, Row] = {}
    digits, code, plus = ask.digits, ask.code, ask.plus

    def ask_for(statement: str, *ends: str) -> None:
        if len(found) < limit:
            for row in cursor.execute(statement, (*ends, limit)).fetchall():
                found.setdefault(row[0], row)

    if code and not plus:
        ask_for(CARD, code, code + "\0")
        if found and len(code) >= _SURE_CODE:
            return list(found.values())
        ask_for(CONTRACT, code, code + "\0")
    for day in ask.days:
        ask_for(BIRTH, day)
    if len(digits) >= LEAST_TAIL:
        if not plus:
            ask_for(TAIL, phone_tail(digits), phone_tail(digits) + LAST)
        # a whole number is its own tail
        half = len(digits) > LEAST_TAIL and (plus or (digits[0] in "789" and len(digits) < _WHOLE_PHONE))
        if half or not found:
            ask_for(PHONE, phone_beginning(digits, plus), phone_beginning(digits, plus) + LAST)
    if not found and not plus and len(code) >= (_LEAST_CODE if code.isdigit() else LEAST_TAIL):
        ask_for(CARD, code, code + LAST)
        ask_for(CONTRACT, code, code + LAST)
    return list(found.values())[:limit]


def _turned(ask: Ask) -> list[Ask]:
    """Other ways to read names: the given name first, two words that are one surname, three letters as initials."""
    if len(ask.names) == 1 and len(ask.names[0]) == _INITIALS and not ask.digits and not ask.days:
        return [Ask(tuple(ask.names[0]))]
    if len(ask.names) < 2 or ask.digits or ask.days:
        return []
    first, second, *others = ask.names
    return [Ask((second, first, *others)), Ask((first + second, *others))]


def _guess(cursor: Cursor, asks: list[Ask], limit: int) -> list[Row]:
    """One typo in the surname or in the given name."""
    found: dict[str, Row] = {}
    for ask in asks:
        if not ask.names or ask.digits or ask.days:
            continue
        surname, *others = ask.names
        for rows in _guesses(cursor, surname, others, limit):
            found.update((row[0], row) for row in rows if row[0] not in found)
            if len(found) >= limit:
                return list(found.values())[:limit]
    return list(found.values())


def _guesses(cursor: Cursor, surname: str, others: list[str], limit: int) -> Iterator[list[Row]]:
    # a surname typed for a husband is the beginning of his wife's: alone it would show them all, a given name tells
    forms = [surname, surname + "а"] if others and surname.endswith(_GROWS) else [surname]
    if others and len(others[0]) >= _LEAST_TYPO:
        for form in forms:
            yield _near_given(cursor, form, others[0], limit)
    near = dict.fromkeys(guess for form in forms for guess in _near_surnames(cursor, form))
    # who is called otherwise must not take a place among the likeliest
    for guess in list(near)[: None if others else _MOST_GUESSES]:
        yield _by_names_of(cursor, guess, others, limit)


def _by_names_of(cursor: Cursor, surname: str, others: list[str], limit: int) -> list[Row]:
    ends = [surname, surname + "\0", *(end for name in others[:2] for end in (name, name + LAST))]
    statement = (SURNAME, TWO_NAMES, THREE_NAMES)[len(ends) // 2 - 1]
    return cursor.execute(statement, (*ends, limit)).fetchall()


def near_surnames_statement(codes: int) -> str:
    """Surnames that share one of so many misspellings."""
    return (
        "SELECT DISTINCT s.sn FROM misspelling m CROSS JOIN surname s ON s.no=m.surname "
        f"WHERE m.code IN ({','.join('?' * codes)})"
    )


def _near_surnames(cursor: Cursor, typed: str) -> list[str]:
    """Surnames one letter away, the likeliest first."""
    if len(typed) < _LEAST_TYPO:
        return []
    from rapidfuzz.distance import OSA, JaroWinkler

    codes = sorted(misspellings(typed))
    rows = cursor.execute(near_surnames_statement(len(codes)), codes).fetchall()
    near = [sn for (sn,) in rows if OSA.distance(typed, sn) == 1]
    near.sort(key=lambda sn: (-JaroWinkler.similarity(typed, sn), sn))
    return near


def _near_given(cursor: Cursor, surname: str, typed: str, limit: int) -> list[Row]:
    """The surname is right as it stands, the given name has a typo."""
    from rapidfuzz.distance import OSA

    near: list[str] = []
    row = cursor.execute(GIVEN_NAMES, (surname, "")).fetchone()
    while row:
        if OSA.distance(typed, row[0]) == 1:
            near.append(row[0])
        row = cursor.execute(GIVEN_NAMES, (surname, row[0])).fetchone()
    ends = (surname, surname + "\0")
    return [
        found
        for given in near
        for found in cursor.execute(TWO_NAMES, (*ends, given, given + "\0", limit)).fetchall()
    ][:limit]  # fmt: skip
