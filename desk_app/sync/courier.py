"""A desk without any line sends its acts by hand: a file carried to another desk, and the answer brought back.

The file holds what waits, of all own streams, each act with its hash; whoever takes it in checks the whole of it
before a single act is stored. The acts stay in the streams they were written in, and the desk that took them gives them
to the centre as it gives what the centre has lost. What the centre has got is confirmed by the next answer.
"""

from __future__ import annotations

import errno
import gzip
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from desk_app.domain.errors import Trouble, WrongInput
from desk_app.ports import Desk, OwnStream, Reading, Store, StoredOp
from desk_app.sync.memory import MOMENTS, PAGE
from desk_app.sync.parting import parted_name

VERSION: Final = 1
#: How the files are called.
ENDING: Final = ".courier"
ANSWER_ENDING: Final = ".answer"
_CARRY, _ANSWER = "courier", "courier-answer"
_HASH: Final = 32
#: Characters of one line: an act is a few thousand.
_LONGEST: Final = 16_000_000
_FETCHED: Final = 1000
_DISK: Final = {errno.ENOSPC: "out.full", errno.EDQUOT: "out.full", errno.EROFS: "out.readonly",
                errno.EACCES: "out.readonly", errno.EPERM: "out.readonly"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Carried:
    """A file was written: how many acts are in it, and where it lies."""

    ops: int
    file: Path


@dataclass(frozen=True, slots=True)
class Answered:
    """A file was taken in: how many of its acts were new here, whose it was, and the answer that was written.

    `confirmed` own acts are at the centre, as an answer says; None where it was no answer.
    """

    taken: int
    desk: str
    answer: Carried | None = None
    confirmed: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Acts of one stream in a file: from place `first` on, behind the hash `before`."""

    stream: str
    anchor: bytes
    first: int
    count: int
    before: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself. `heads` is how far the desk that wrote it knows each stream; `own` are its own."""

    kind: str
    desk: str
    own: tuple[str, ...]
    heads: Mapping[str, int]
    parts: tuple[Part, ...]
    confirmed: Mapping[str, int]


# --- writing ---


def write(desk: Desk, file: Path) -> Carried:
    """Write everything that waits here; the file has its name when it is whole. Raises `Trouble` (`out.*`)."""
    with desk.store.reading() as reading:
        own = reading.own_streams()
        parts = [_part(reading, one, one.sent) for one in own if one.head > one.sent]
        head = Head(_CARRY, desk.code, tuple(one.stream for one in own), reading.heads(), tuple(parts), {})
        return _write(reading, head, file)


def answer(desk: Desk, asked: Head, file: Path) -> Carried:
    """Write what the desk that wrote `asked` lacks, and which of its acts the centre has. Raises `Trouble`."""
    with desk.store.reading() as reading:
        streams = (*reading.own_streams(), *reading.other_streams())
        given = {stream: _given(reading, asked, stream) for stream in asked.own}
        own = {*asked.own, *(name for name, _ in given.values())}
        parts = [
            _part(reading, one, asked.heads.get(one.stream, 0))
            for one in streams
            if one.stream not in own and one.head > asked.heads.get(one.stream, 0)
        ]
        heads = {one.stream: one.head for one in streams}
        confirmed = {stream: behind + heads[name] for stream, (name, behind) in given.items() if name in heads}
        head = Head(_ANSWER, desk.code, asked.own, reading.heads(), tuple(parts), confirmed)
        return _write(reading, head, file)


def _given(reading: Reading, asked: Head, stream: str) -> tuple[str, int]:
    """The name under which acts of a stream that its owner cannot send are given to the centre, and behind which place.

    The centre has what came before the file's part, and what it has under that name came from a desk that gave it.
    """
    behind = next((part.first - 1 for part in asked.parts if part.stream == stream), 0)
    first = reading.hash_at(stream, behind + 1)
    return (parted_name(stream, first) if first is not None else "", behind)


def _part(reading: Reading, one: OwnStream, after: int) -> Part:
    before = reading.hash_at(one.stream, after)
    if before is None:
        raise Trouble("chain.gap", stream=one.stream, seq=after + 1)
    return Part(one.stream, one.anchor, after + 1, one.head - after, before)


def _write(reading: Reading, head: Head, file: Path) -> Carried:
    fresh, digest = file.with_name(f".{file.name[:60]}.part"), sha256()
    try:
        with fresh.open("wb") as out:
            with gzip.GzipFile("", "wb", 6, out, 0) as packed:
                for line in _lines(reading, head):
                    digest.update(line)
                    packed.write(line)
                packed.write(json.dumps({"sha": digest.hexdigest()}).encode() + b"\n")
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
    except OSError as error:
        raise Trouble(_DISK.get(error.errno or 0, "out.failed"), file=file.name) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return Carried(sum(part.count for part in head.parts), file)


def _lines(reading: Reading, head: Head) -> Iterator[bytes]:
    told = {
        "tessera": head.kind, "v": VERSION, "desk": head.desk, "own": head.own, "heads": dict(head.heads),
        "confirmed": dict(head.confirmed),
        "parts": [[part.stream, part.anchor.hex(), part.first, part.count, part.before.hex()] for part in head.parts],
    }  # fmt: skip
    yield json.dumps(told).encode() + b"\n"
    for part in head.parts:
        after, last = part.first - 1, part.first + part.count - 1
        while after < last:
            for op in reading.ops_of(part.stream, after, min(_FETCHED, last - after)):
                after = op.seq
                yield json.dumps([op.op_id, op.moment, op.hash.hex(), op.body], ensure_ascii=False).encode() + b"\n"


# --- reading ---


def read_head(file: Path) -> Head:
    """What a file says of itself, after the whole of it was checked.

    Raises `WrongInput`: `courier.file`, `courier.newer`, `courier.damaged`, `file.missing`, `file.unreadable`.
    """
    for _ in read(file):
        pass
    with _opened(file) as lines:
        return _head(next(lines))


def read(file: Path) -> Iterator[StoredOp]:
    """The acts of a file, each with its place and checked against the one before. Raises as `read_head`, at its end
    where it was altered."""
    digest = sha256()
    with _opened(file) as lines:
        first = next(lines, b"")
        digest.update(first)
        head = _head(first)
        for part in head.parts:
            before = part.before
            for seq in range(part.first, part.first + part.count):
                line = next(lines, b"")
                digest.update(line)
                op = _op(part.stream, seq, before, line)
                before = op.hash
                yield op
        if next(lines, b"") != json.dumps({"sha": digest.hexdigest()}).encode() + b"\n" or next(lines, b""):
            raise WrongInput("courier.damaged")


@contextmanager
def _opened(file: Path) -> Iterator[Iterator[bytes]]:
    """The lines of a packed file; whatever is wrong with the packing is a damaged file."""
    try:
        with gzip.open(file, "rb") as packed:
            yield _unpacked(packed)
    except gzip.BadGzipFile:
        raise WrongInput("courier.file") from None
    except (EOFError, zlib.error):
        raise WrongInput("courier.damaged") from None
    except FileNotFoundError:
        raise WrongInput("file.missing") from None
    except OSError as error:
        raise WrongInput("file.unreadable", found=type(error).__name__) from None


def _unpacked(packed: gzip.GzipFile) -> Iterator[bytes]:
    line = packed.readline(_LONGEST)
    while line:
        yield line
        try:
            line = packed.readline(_LONGEST)
        except gzip.BadGzipFile:
            raise WrongInput("courier.damaged") from None


def _head(line: bytes) -> Head:
    found = _json(line)
    if not isinstance(found, dict) or found.get("tessera") not in (_CARRY, _ANSWER):
        raise WrongInput("courier.file")
    version = found.get("v")
    if type(version) is int and version > VERSION:
        raise WrongInput("courier.newer")
    try:
        own, heads, confirmed = found["own"], found["heads"], found["confirmed"]
        parts = tuple(
            Part(_stream(stream), _hash(anchor), _number(first, 1), _number(count, 1), _hash(before))
            for stream, anchor, first, count, before in found["parts"]
        )
        return Head(
            found["tessera"], str(found["desk"]), tuple(map(_stream, own)), _numbers(heads), parts, _numbers(confirmed)
        )
    except (KeyError, TypeError, ValueError):
        raise WrongInput("courier.damaged") from None


def _op(stream: str, seq: int, before: bytes, line: bytes) -> StoredOp:
    found = _json(line)
    try:
        op_id, moment, told, body = found
        digest = _hash(told)
        whole = sha256(before + UUID(op_id).bytes + body.encode()).digest()
    except (TypeError, ValueError, AttributeError):
        raise WrongInput("courier.damaged") from None
    if type(moment) is not int or whole != digest:
        raise WrongInput("courier.damaged")
    return StoredOp(stream, seq, op_id, moment, body, digest)


def _json(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise WrongInput("courier.damaged" if line.startswith((b"{", b"[")) else "courier.file") from None


def _stream(value: object) -> str:
    return str(UUID(str(value)))


def _hash(value: object) -> bytes:
    found = bytes.fromhex(str(value))
    if len(found) != _HASH:
        raise ValueError
    return found


def _number(value: object, least: int) -> int:
    if type(value) is not int or not least <= value < 1 << 53:
        raise ValueError
    return value


def _numbers(value: Mapping[str, object]) -> dict[str, int]:
    return {_stream(stream): _number(number, 0) for stream, number in value.items()}


# --- taking in ---


def take_and_answer(desk: Desk, file: Path, to: Path, give: Callable[[Sequence[str]], None]) -> Answered:
    """Take a courier's file in, pass its acts on, and answer it; or take an answer in. Raises as `take` and `answer`.

    `give` passes streams on to the centre as far as it can just now, and raises nothing.
    """
    head, taken = take(desk, file)
    if head.kind == _ANSWER:
        return Answered(taken, head.desk, None, confirm(desk, head))
    give([part.stream for part in head.parts])
    return Answered(taken, head.desk, answer(desk, head, to))


def take(desk: Desk, file: Path) -> tuple[Head, int]:
    """Store what a file brings: what it says of itself, and how many of its acts were new.

    Everything is checked before anything is stored. Raises `WrongInput` (`courier.*`, `file.*`) and `Trouble`
    (`chain.fork`, and those of the disk).
    """
    head = read_head(file)
    with desk.store.reading() as reading:
        own = {one.stream for one in reading.own_streams()}
        if head.kind == _CARRY and own & {part.stream for part in head.parts}:
            raise WrongInput("courier.own")
        if head.kind == _ANSWER and not own & set(head.own):
            raise WrongInput("courier.answer")
        _fits(reading, head)
    _agrees(desk.store, head, file)
    return head, _store(desk.store, head, read(file))


def confirm(desk: Desk, head: Head) -> int:
    """Wait no more for acts that the centre has, as an answer says; how many those are."""
    done = 0
    with desk.store.writing() as writing:
        for one in writing.own_streams():
            reach = min(head.confirmed.get(one.stream, 0), one.head)
            if reach > one.sent:
                done += reach - one.sent
                writing.mark_sent(one.stream, reach, {})
    return done


def _fits(reading: Reading, head: Head) -> None:
    """Each stream of the file must begin at, or before, the end of what is known here."""
    for part in head.parts:
        known = reading.hash_at(part.stream, part.first - 1)
        if known is None and part.first > 1:
            raise WrongInput("courier.gap")
        if part.first == 1 and part.before != part.anchor:
            raise WrongInput("courier.damaged")
        if known is not None and known != part.before:
            raise Trouble("chain.fork", stream=part.stream, seq=part.first)


def _agrees(store: Store, head: Head, file: Path) -> None:
    """Where a stream is known already, the file must say the same of it."""
    with store.reading() as reading:
        heads = reading.heads()
        reach = {part.stream: min(heads.get(part.stream, 0), part.first + part.count - 1) for part in head.parts}
        for op in read(file):
            if op.seq == reach[op.stream] and reading.hash_at(op.stream, op.seq) != op.hash:
                raise Trouble("chain.fork", stream=op.stream, seq=op.seq)


def _store(store: Store, head: Head, ops: Iterable[StoredOp]) -> int:
    anchors = {part.stream: part.anchor for part in head.parts}
    new, page = 0, list[StoredOp]()

    def write_page() -> int:
        if not page:
            return 0
        with store.writing() as writing:
            added = writing.take_foreign(tuple(page), anchors)
            # the centre may set their moments right when it gets them: it is asked once they are there
            writing.put_setting(MOMENTS, "")
        page.clear()
        return added

    for op in ops:
        page.append(op)
        if len(page) == PAGE:
            new += write_page()
    return new + write_page()
