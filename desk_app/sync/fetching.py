"""Fetching what is new: asked for stream by stream, and written page by page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desk_app.domain.errors import Trouble
from desk_app.ports import Store, StoredOp
from desk_app.sync.calls import Ahead, Gate, Gated, Heads, Pull, StreamHead, Tell, Times
from desk_app.sync.giving_back import give_back
from desk_app.sync.memory import MOMENTS, Memory, Turn, network
from desk_app.sync.parting import MOST_PARTINGS, fits, part_foreign

#: Ops fetched in one call, while those of the call before are written.
FETCHED: Final = 1000
#: Places asked about at once.
_MANY: Final = 20_000


def fetch(store: Store, memory: Memory) -> Turn[bool]:
    """Fetch what is new; whether all of it is here now.

    What the centre lost of others is given back to it, once they had time to send it themselves.
    """
    gated: Gated = yield Gate()
    if memory.welcome is not None and gated.generation != memory.welcome.generation:
        raise Trouble("centre.away", detail="restored")
    if gated == memory.gated and not memory.lacking:
        return True
    for _ in range(MOST_PARTINGS):
        heads: tuple[StreamHead, ...] = yield Heads()
        _believe_less(store, heads)
        if (yield from _fetch_all(store, memory, heads)):
            yield from give_back(store, memory, heads)
            if not memory.lacking:
                yield from _agree_on_moments(store, gated.generation, heads)
            # a copy of the centre may answer that is behind it: what was reached is remembered, not what was promised
            memory.gated = Gated(gated.generation, len(heads), sum(head.head for head in heads))
            return memory.gated.ops >= gated.ops
    raise Trouble("chain.fork", stream="", seq=0)


def _believe_less(store: Store, heads: tuple[StreamHead, ...]) -> None:
    """What the centre does not show of our own is not there: sending it once too often does no harm."""
    reach = {head.stream: head.head for head in heads}
    with store.reading() as reading:
        forgotten = [own for own in reading.own_streams() if own.sent > reach.get(own.stream, 0)]
    if forgotten:
        with store.writing() as writing:
            for own in forgotten:
                writing.mark_sent(own.stream, reach.get(own.stream, 0), {})


def _fetch_all(store: Store, memory: Memory, heads: tuple[StreamHead, ...]) -> Turn[bool]:
    """Bring every stream to the centre's head; False when one of them parted and all must be looked at anew."""
    with store.reading() as reading:
        others = {one.stream: one for one in reading.other_streams()}
        own = {one.stream: one for one in reading.own_streams()}
    after: dict[int, int] = {}
    missing = 0
    for head in heads:
        mine = own.get(head.stream)
        if mine is not None and head.head > mine.head and mine.current:
            # somebody with our file sends under our name
            yield from fits(store, mine, head)
            return False
        here = others.get(head.stream) or mine
        reach = here.head if here else 0
        if head.head > reach:
            after[head.no] = reach
            missing += head.head - reach
        elif here is not None and mine is None and not (yield from _is_beginning(store, head)):
            return False
    if missing:
        yield Tell(network(store, memory, "fetching", missing))
    anchors = {head.stream: head.anchor for head in heads}
    numbers = {head.stream: head.no for head in heads}
    ends = {head.no: head.head for head in heads}
    ops: tuple[StoredOp, ...] = (yield Pull(after, FETCHED)) if after else ()
    while ops:
        if not all(numbers.get(op.stream) in after for op in ops):
            # restored between two calls, it gave its short numbers to others
            raise Trouble("centre.away", detail="restored")
        memory.came = True
        missing = max(0, missing - len(ops))
        reached = {numbers[op.stream]: op.seq for op in ops}
        after = {no: seq for no, seq in {**after, **reached}.items() if seq < ends[no]}
        if after:
            yield Ahead(Pull(after, FETCHED))
        page, ops = _bitten(ops, memory)
        parted = ""
        while ops and not parted:
            parted = _take(store, page, anchors, ops[: len(page)])
            page, ops = _bitten(ops, memory)
        if not parted:
            try:
                ops = (yield Pull(after, FETCHED)) if after else ()
            except Trouble:
                # what came is kept, whatever becomes of the rest
                _take(store, page, anchors, ())
                raise
            parted = _take(store, page, anchors, ops[: len(page)])
        if parted:
            yield from part_foreign(store, parted, ends[numbers[parted]])
            return False
        if ops:
            yield Tell(network(store, memory, "fetching", missing))
    return True


def _bitten(ops: tuple[StoredOp, ...], memory: Memory) -> tuple[tuple[StoredOp, ...], tuple[StoredOp, ...]]:
    bite = memory.bite()
    return ops[:bite], ops[bite:]


def _take(
    store: Store, page: tuple[StoredOp, ...], anchors: Mapping[str, bytes], then: tuple[StoredOp, ...]
) -> str:  # fmt: skip
    """Write a page, after which these come; the stream that goes another way here than there, "" where none does."""
    try:
        with store.writing() as writing:
            writing.take_foreign(page, anchors, then)
    except Trouble as trouble:
        if trouble.code not in ("chain.fork", "chain.broken"):
            raise
        return str(trouble.params["stream"])
    return ""


def _is_beginning(store: Store, head: StreamHead) -> Turn[bool]:
    """Whether the centre's copy of another desk's stream is the beginning of ours; if not, ours has parted then."""
    with store.reading() as reading:
        known = reading.hash_at(head.stream, head.head)
    if known == head.hash:
        return True
    yield from part_foreign(store, head.stream, head.head)
    return False


def _agree_on_moments(store: Store, generation: str, heads: tuple[StreamHead, ...]) -> Turn[None]:
    """A centre that was restored may have given acts another moment when they came again: learn it, once for a life."""
    with store.reading() as reading:
        if reading.setting(MOMENTS) == generation:
            return
    for head in heads:
        for first in range(1, head.head + 1, _MANY):
            last = min(first + _MANY - 1, head.head)
            moved: Mapping[str, int] = yield Times(head.stream, first, last)
            with store.writing() as writing:
                writing.set_moments(head.stream, first, last, moved)
    with store.writing() as writing:
        writing.put_setting(MOMENTS, generation)
