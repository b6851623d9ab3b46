"""What may be written inside one transaction: acts of the desk, drafts, settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from db import appending, arriving, oplog, receipt_numbers, streams
from db.ahead import ReadAhead
from db.engine import WRITER_KB
from db.projections.place import dumps
from db.reading import SqlReading
from desk_app.ports import Json, Op, StoredOp

if TYPE_CHECKING:
    from db.engine import Cursor


class SqlWriting(SqlReading):
    """Everything or nothing: the transaction ends with the door that gave this object."""

    undoable = True
    #: The end of the own stream and the receipt's number, where this transaction changed them.
    tail: oplog.Tail | None = None
    number = 0

    def __init__(self, cursor: Cursor, ahead: ReadAhead | None = None) -> None:
        super().__init__(cursor)
        self.ahead = ahead or ReadAhead()
        self._changes = cursor.connection.total_changes

    def append(self, op: Op) -> bool:
        """Write an op and all that follows from it; False when this id was applied before."""
        self._known.clear()
        tail = oplog.append_own(self.cursor, (op,))
        self.tail = tail or self.tail
        return tail is not None

    def append_many(self, ops: Iterable[Op]) -> int:
        """Write many ops in this one transaction; how many were new."""
        self._known.clear()
        # room for the pages of a whole import, so that they are written once
        self.cursor.execute("PRAGMA cache_size=-64000")
        try:
            return appending.append_many(self.cursor, ops)
        finally:
            self.note_tail()
            self.cursor.execute(f"PRAGMA cache_size=-{WRITER_KB}")

    def take_foreign(
        self, ops: Iterable[StoredOp], anchors: Mapping[str, bytes] | None = None, then: Sequence[StoredOp] = ()
    ) -> int:
        """Store and apply ops of other desks; how many were new. See `db.arriving.take_foreign`.

        `then` are those that come next: they are read while these are committed.
        """
        self._known.clear()
        ops, first = tuple(ops), self._has_written_nothing()
        new = arriving.take_foreign(self.cursor, ops, anchors, first=first, reader=self.ahead.read)
        self.ahead.expect(then, {op.stream: op.hash for op in ops} if then else {})
        return new

    def _has_written_nothing(self) -> bool:
        """So that this transaction may as well be begun anew."""
        return self.cursor.connection.total_changes == self._changes

    def mark_sent(self, stream: str, head: int, moved: Mapping[str, int]) -> None:
        """See `db.streams.mark_sent`."""
        self._known.clear()
        streams.mark_sent(self.cursor, stream, head, moved)

    def set_moments(self, stream: str, first: int, last: int, moved: Mapping[str, int]) -> None:
        """See `db.streams.set_moments`."""
        streams.set_moments(self.cursor, stream, first, last, moved)

    def forget_sent(self) -> None:
        """The centre has nothing that is known of."""
        streams.forget_sent(self.cursor)

    def part_stream(self, stream: str, after: int) -> str:
        """See `db.streams.part`."""
        name = streams.part(self.cursor, stream, after)
        self.note_tail()
        return name

    def begin_stream(self) -> str:
        """Close the current stream and begin another on the same computer; its name."""
        name = streams.begin(self.cursor, streams.fingerprint(self.cursor))
        self.note_tail()
        return name

    def note_tail(self) -> None:
        """The end of the own stream is another one, to be remembered once this is written for good."""
        self.tail = oplog.own_tail(self.cursor)

    def put_draft(self, key: str, content: Json | None) -> None:
        if content is None:
            self.cursor.execute("DELETE FROM draft WHERE key=?", (key,))
        else:
            self.cursor.execute("INSERT OR REPLACE INTO draft VALUES (?, ?)", (key, dumps(content)))

    def put_setting(self, key: str, value: str) -> None:
        self.cursor.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))

    def next_number(self) -> int:
        rows = self.cursor.execute(
            "INSERT INTO counter VALUES ('receipt', 1) ON CONFLICT (name) DO UPDATE SET value=value+1 RETURNING value"
        ).fetchall()
        self.number = number = int(rows[0][0])
        return number

    def begin_after(self, number: int) -> None:
        receipt_numbers.begin_after(self.cursor, number)
