"""Sending what waits: it comes first, so that what was sold here is safe before anything else is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desk_app.domain.errors import Trouble
from desk_app.ports import OwnStream, Store, StoredOp
from desk_app.sync.calls import Now, Push, Pushed, Tell, Times
from desk_app.sync.memory import Memory, Turn, network
from desk_app.sync.parting import MOST_PARTINGS, last_common

#: Bytes of bodies in one push.
_MOST_BYTES: Final = 512 * 1024


def send(store: Store, memory: Memory) -> Turn[None]:
    """Send what waits, oldest stream first, until nothing does."""
    told = False
    for _ in range(MOST_PARTINGS):
        with store.reading() as reading:
            waiting = [own for own in reading.own_streams() if own.head > own.sent]
        if not waiting:
            return
        if not told:
            told = True
            yield Tell(network(store, memory, "sending"))
        for own in waiting:
            if not (yield from _send_stream(store, memory, own)):
                break
    raise Trouble("chain.fork", stream=waiting[-1].stream, seq=waiting[-1].sent)


def _send_stream(store: Store, memory: Memory, own: OwnStream) -> Turn[bool]:
    """Send one stream to its end; False when it parted and the streams must be looked at anew."""
    sent = own.sent
    while True:
        with store.reading() as reading:
            ops = light(reading.ops_of(own.stream, sent, memory.pace.batch))
        if not ops:
            return True
        began = yield Now()
        try:
            pushed: Pushed = yield Push(own.stream, own.anchor, sent + 1, ops)
        except Trouble:
            memory.pace.failed()
            raise
        match pushed.code:
            case "ok":
                took = (yield Now()) - began
                if len(ops) >= memory.pace.batch:
                    memory.pace.took(took)
                with store.writing() as writing:
                    writing.mark_sent(own.stream, ops[-1].seq, pushed.moved)
                sent = ops[-1].seq
            case "gap" if pushed.head < sent:
                # it has less than it said: it was restored meanwhile
                with store.writing() as writing:
                    writing.mark_sent(own.stream, pushed.head, {})
                sent = pushed.head
            case "fork" | "not_yours":
                yield from _part(store, own, sent, pushed)
                return False
            case "revoked":
                raise Trouble("centre.revoked")
            case "chain":
                raise Trouble("chain.broken", stream=own.stream, seq=sent + 1)
            case code:
                raise Trouble("centre.protocol", detail=code)


def _part(store: Store, own: OwnStream, sent: int, pushed: Pushed) -> Turn[None]:
    """Our ops cannot follow there: they go on in a stream of their own."""
    with store.reading() as reading:
        reach = next(one.head for one in reading.own_streams() if one.stream == own.stream)
    common = yield from last_common(store, own.stream, min(pushed.head, reach))
    if pushed.code == "fork" and common == pushed.head and common == sent:
        # theirs is the beginning of ours, and yet what follows does not: the log here is broken
        raise Trouble("chain.broken", stream=own.stream, seq=sent + 1)
    moved: Mapping[str, int] = {}
    if common > sent:
        moved = yield Times(own.stream, sent + 1, common)
    with store.writing() as writing:
        if common < reach:
            writing.part_stream(own.stream, common)
        elif own.current:
            writing.begin_stream()
        writing.mark_sent(own.stream, common, moved)


def light(ops: tuple[StoredOp, ...]) -> tuple[StoredOp, ...]:
    """As many of these as one call should carry, at least one."""
    size = 0
    for place, op in enumerate(ops):
        size += len(op.body)
        if size > _MOST_BYTES and place:
            return ops[:place]
    return ops
