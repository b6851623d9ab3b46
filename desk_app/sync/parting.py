"""Where a stream here and its namesake at the centre stop being one, and what becomes of the rest.

A stream whose ops differ from the centre's parts where they part: the rest goes on under a name that follows from its
first hash, so that everybody who holds it chooses the same one. No act is ever written anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID, uuid5

from desk_app.domain.errors import Trouble
from desk_app.ports import OwnStream, Store
from desk_app.sync.calls import HashesAt, StreamHead
from desk_app.sync.memory import Turn

#: A stream that parts again and again within one round is a fault of ours, not of the network.
MOST_PARTINGS: Final = 20


def parted_name(stream: str, first: bytes) -> str:
    """The name of a stream that parts from `stream` with an op of this hash: the same for everybody who holds it."""
    return str(uuid5(UUID(stream), first.hex()))


def fits(store: Store, own: OwnStream, head: StreamHead) -> Turn[bool]:
    """Whether the centre's stream and ours are one; where they are not, ours has parted when this returns."""
    if head.head <= own.head:
        with store.reading() as reading:
            known = reading.hash_at(own.stream, head.head)
        if known == head.hash:
            return True
    else:
        theirs: Mapping[int, bytes] = yield HashesAt(own.stream, (own.head,))
        if theirs.get(own.head) == own.hash:
            # the centre has acts of ours that this file forgot: it was restored, or has a twin
            if own.current:
                with store.writing() as writing:
                    writing.begin_stream()
            return True
    common = yield from last_common(store, own.stream, min(own.head, head.head))
    with store.writing() as writing:
        writing.part_stream(own.stream, common)
    return False


def last_common(store: Store, stream: str, most: int) -> Turn[int]:
    """The last place at which both sides hold the same op, found by halving; 0: only the anchor."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        theirs: Mapping[int, bytes] = yield HashesAt(stream, (middle,))
        with store.reading() as reading:
            ours = reading.hash_at(stream, middle)
        if ours is not None and theirs.get(middle) == ours:
            low = middle
        else:
            high = middle - 1
    return low


def part_foreign(store: Store, stream: str, reach: int) -> Turn[None]:
    """What we hold of another desk's stream went another way than the centre's: it keeps its acts under a new name."""
    with store.reading() as reading:
        here = next((one.head for one in (*reading.other_streams(), *reading.own_streams()) if one.stream == stream), 0)
    common = yield from last_common(store, stream, min(reach, here))
    if common >= here:
        # nothing of ours is in the way: what came did not follow from itself
        raise Trouble("chain.broken", stream=stream, seq=common + 1)
    with store.writing() as writing:
        writing.part_stream(stream, common)
