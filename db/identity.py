"""Whether a desk file is the one this computer wrote last, and what is done when it is an older one or a copy."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from db import receipt_numbers, streams
from db.anchor import Anchor
from desk_app.sync import copied

if TYPE_CHECKING:
    from db.engine import Cursor
    from db.reading import SqlReading
    from db.writing import SqlWriting


def is_as_left(reading: SqlReading, anchor: Anchor) -> bool:
    """Whether nothing has to be done: the file is this computer's and holds the last act it remembers."""
    return reading.fingerprint() == anchor.fingerprint and not _is_behind(reading.cursor, anchor)


def settle(writing: SqlWriting, anchor: Anchor) -> None:
    """Go on in a new stream, and with numbers above those given, where the file is an older one or a copy."""
    cursor = writing.cursor
    here, behind = streams.fingerprint(cursor), _is_behind(cursor, anchor)
    is_copy = here not in ("", anchor.fingerprint)
    if behind and anchor.last is not None:
        receipt_numbers.begin_after(cursor, anchor.last.number)
    if is_copy and not cursor.execute("SELECT 1 FROM stream WHERE fingerprint=?", (anchor.fingerprint,)).fetchone():
        # a folder that two persons of one computer open in turn is no news after the first time
        writing.put_setting(copied.SETTING, str(int(time.time() * 1000)))
    current = next(own for own in streams.own(cursor) if own.current)
    if (is_copy or behind) and current.head:
        streams.begin(cursor, anchor.fingerprint)
    else:
        cursor.execute("UPDATE stream SET fingerprint=? WHERE mine=1", (anchor.fingerprint,))
    writing.note_tail()


def _is_behind(cursor: Cursor, anchor: Anchor) -> bool:
    last = anchor.last
    return last is not None and streams.hash_at(cursor, last.stream, last.seq) != last.hash
