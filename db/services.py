"""Finds services of the price list by their codes, their names, and the words a desk has for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.projections.rules import words_of
from desk_app.domain.lookup_keys import LAST, name_key, other_layout
from desk_app.domain.people import Service
from desk_app.service_words import meanings

if TYPE_CHECKING:
    from db.engine import Cursor

_SERVICE = "SELECT s.code, s.name, s.category, s.price, s.minutes, s.floor_price, s.name_en FROM service s "


def service(cursor: Cursor, code: str) -> Service | None:
    """The service of a code."""
    row = cursor.execute(_SERVICE + "WHERE s.code=?", (code,)).fetchone()
    return Service(*row) if row else None


def services(cursor: Cursor, text: str, limit: int) -> tuple[Service, ...]:
    """Those that have every word of `text`, or its beginning, by code; typed in the other keyboard layout too.

    An empty text is the beginning of the price list.
    """
    words = sorted(words_of(text), key=len, reverse=True)
    if not words:
        rows = cursor.execute(f"{_SERVICE}ORDER BY s.code LIMIT ?", (limit,)).fetchall()
        return tuple(Service(*row) for row in rows)
    codes = _with_words(cursor, words, text)
    if not codes:
        other = other_layout(text.lower())
        codes = _with_words(cursor, words_of(other), other)
    return tuple(found for code in sorted(codes)[:limit] if (found := service(cursor, code)))


def _with_words(cursor: Cursor, words: Iterable[str], text: str) -> set[str]:
    """Codes of the services that have all these words, or beginnings of words, in their code or name."""
    codes: set[str] | None = None
    for word in (*words, name_key(text)) if _is_code(text) else words:
        found = _with_word(cursor, word)
        for phrase in meanings(word):
            found |= set.intersection(*(_with_word(cursor, one) for one in phrase))
        codes = found if codes is None else codes & found
    return codes or set()


def _with_word(cursor: Cursor, word: str) -> set[str]:
    rows = cursor.execute("SELECT code FROM service_word WHERE word>=? AND word<?", (word, word + LAST)).fetchall()
    return {code for (code,) in rows}


def _is_code(text: str) -> bool:
    return any(letter.isdigit() for letter in text) and " " not in text.strip()
