"""Acts of other desks that the centre lost when it was restored: theirs to send, ours if they do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desk_app.domain.errors import Trouble
from desk_app.ports import OwnStream, Reading, Store
from desk_app.sync.calls import Now, Push, Pushed, StreamHead
from desk_app.sync.memory import Memory, Turn
from desk_app.sync.parting import parted_name
from desk_app.sync.sending import light

#: Milliseconds that the owner of acts which the centre lost is given to send them again, before others do.
_OWNER_FIRST: Final = 60_000


@dataclass(frozen=True, slots=True)
class _Rest:
    """What the centre lacks of a stream: `length` ops behind the place `behind`, to be given under `name`."""

    stream: str
    name: str
    anchor: bytes
    behind: int
    length: int


def give_back(store: Store, memory: Memory, heads: tuple[StreamHead, ...]) -> Turn[None]:
    """Acts of other desks that the centre lost when it was restored: theirs to send, ours if they do not."""
    reach = {head.stream: head.head for head in heads}
    with store.reading() as reading:
        rests = (_rest(reading, one, reach) for one in reading.other_streams() if one.head > reach.get(one.stream, 0))
        lost = [rest for rest in rests if rest]
    now: int = yield Now()
    memory.lacking = {rest.stream: memory.lacking.get(rest.stream, now) for rest in lost}
    for rest in lost:
        if now - memory.lacking[rest.stream] >= _OWNER_FIRST or now < memory.lacking[rest.stream]:
            yield from _give_rest(store, memory, rest)
            # whoever gives it back now has as much time again
            memory.lacking[rest.stream] = now


def _rest(reading: Reading, one: OwnStream, reach: Mapping[str, int]) -> _Rest | None:
    """What nobody has given back of a stream, which may have come in several pieces; None when all of it is there.

    Each piece is named for its first op and the stream it continues, so that everybody looks for the same.
    """
    stream = name = one.stream
    behind = reach.get(stream, 0)
    while behind < one.head:
        first, anchor = reading.hash_at(stream, behind + 1), reading.hash_at(stream, behind)
        assert first is not None
        assert anchor is not None
        name = parted_name(name, first)
        given = _alike(reading, stream, behind, name, min(reach.get(name, 0), one.head - behind))
        if not given:
            return _Rest(stream, name, anchor, behind, one.head - behind)
        behind += given
    return None


def _alike(reading: Reading, stream: str, behind: int, piece: str, most: int) -> int:
    """How far a piece, of which a copy is here, is what follows in the stream."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if reading.hash_at(piece, middle) == reading.hash_at(stream, behind + middle):
            low = middle
        else:
            high = middle - 1
    return low


def _give_rest(store: Store, memory: Memory, rest: _Rest) -> Turn[None]:
    given = 0
    while given < rest.length:
        with store.reading() as reading:
            ops = light(reading.ops_of(rest.stream, rest.behind + given, memory.pace.batch))
        if not ops:
            return
        pushed: Pushed = yield Push(rest.name, rest.anchor, given + 1, ops)
        if pushed.code == "revoked":
            raise Trouble("centre.revoked")
        if pushed.code != "ok":
            # somebody else began it this very moment: what is still lacking then is looked for anew
            return
        given += len(ops)
