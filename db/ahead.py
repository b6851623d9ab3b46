"""Acts that come next are proved and read while those before them are committed, which leaves the interpreter free."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from queue import SimpleQueue
from threading import Thread
from typing import Final, NamedTuple

from db.oplog import COUNTER_BITS, op_bytes
from db.projections.place import loads
from desk_app.ports import Json, StoredOp

#: A stamp past the year 2500 is a fault, and following it would leave no room for later ones.
_LATEST: Final = 1 << 60
_LATEST_MOMENT: Final = _LATEST >> COUNTER_BITS
#: For fewer acts than these nobody is called: somebody is at the desk, and wants the computer for himself.
_WORTH: Final = 50


class Read(NamedTuple):
    """An op that was read as one that follows the hash `before`; whether it does, and why it is unsound if it is."""

    op: StoredOp
    before: bytes
    follows: bool
    digest: bytes
    hlc: int
    body: Json
    reason: str


def read(op: StoredOp, before: bytes) -> Read:
    """Prove that an op follows from the hash before it, and read what it says."""
    try:
        raw = op.body.encode()
        if sha256(before + op_bytes(op.op_id) + raw).digest() == op.hash:
            return Read(op, before, True, sha256(raw).digest(), *_read_body(raw))
    except ValueError:
        pass
    return Read(op, before, False, b"", 0, {}, "")


def _read_body(text: bytes) -> tuple[int, Json, str]:
    """The stamp and the values of a body, or the reason why they cannot be believed."""
    try:
        body = loads(text)
        hlc, said = body["hlc"], body["moment"]
        if isinstance(hlc, int) and 0 <= hlc < _LATEST and isinstance(said, int) and 0 <= said < _LATEST_MOMENT:
            return hlc, body, ""
    except (KeyError, TypeError, ValueError, RecursionError):
        pass
    return 0, {}, "body"


class ReadAhead:
    """What was read before it was asked for; nothing is believed of an op that is not the very one that was read.

    One thread reads, from the first page on that is worth it until `close`. Whoever asks does not wait for it: what it
    did not come to is read by whoever wants it.
    """

    def __init__(self) -> None:
        self._known: dict[bytes, Read] = {}
        self._next: tuple[Sequence[StoredOp], dict[str, bytes]] | None = None
        self._wanted: SimpleQueue[_Page | None] | None = None

    def read(self, op: StoredOp, before: bytes) -> Read:
        """`read`, of which the work may be done already."""
        known = self._known.get(op.hash)
        if known is not None and known.op is op and known.before == before:
            return known
        return read(op, before)

    def expect(self, ops: Sequence[StoredOp], tails: dict[str, bytes]) -> None:
        """These come next, where the streams end so."""
        self._next = (ops, tails) if len(ops) >= _WORTH else None

    @contextmanager
    def meanwhile(self) -> Iterator[None]:
        """While the body of this runs, what is expected is read."""
        expected, self._next = self._next, None
        if expected is None:
            self._known = {}
            yield
            return
        page = _Page(*expected)
        self._known = page.found
        with nothing_collected():
            self._queue().put(page)
            try:
                yield
            finally:
                page.is_wanted = False

    def _queue(self) -> SimpleQueue[_Page | None]:
        if self._wanted is None:
            self._wanted = SimpleQueue()
            Thread(target=_read_pages, args=(self._wanted,), name="reading ahead", daemon=True).start()
        return self._wanted

    def close(self) -> None:
        """Nothing comes any more."""
        if self._wanted is not None:
            self._wanted.put(None)
            self._wanted = None


class _Page:
    """Ops to be read as long as they are wanted; `found` is what is known of them, by their hashes."""

    def __init__(self, ops: Sequence[StoredOp], tails: dict[str, bytes]) -> None:
        self.ops = ops
        self.tails = tails
        self.found: dict[bytes, Read] = {}
        self.is_wanted = True


def _read_pages(wanted: SimpleQueue[_Page | None]) -> None:
    while (page := wanted.get()) is not None:
        for op in page.ops:
            if not page.is_wanted:
                break
            before = page.tails.get(op.stream)
            page.tails[op.stream] = op.hash
            if before is not None:
                page.found[op.hash] = read(op, before)


@contextmanager
def nothing_collected() -> Iterator[None]:
    """No bodies of a page are garbage while it is written, and the collector would walk over all of them each time."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()
