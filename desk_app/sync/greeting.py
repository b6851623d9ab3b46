"""The greeting: who is there, what time it is at the centre, and how far our own streams reach there."""

from __future__ import annotations

from collections.abc import Mapping

from desk_app.domain.errors import Trouble
from desk_app.ports import OwnStream, Store
from desk_app.sync.calls import PROTOCOL, Hello, Now, StreamHead, Times, Welcome
from desk_app.sync.memory import GENERATION, MOMENTS, Memory, Turn
from desk_app.sync.parting import MOST_PARTINGS, fits


def greet(store: Store, memory: Memory) -> Turn[None]:
    """Say who we are, learn the time, and see how far our own streams reach at the centre."""
    with store.reading() as reading:
        names = tuple(own.stream for own in reading.own_streams())
        fingerprint, known = reading.fingerprint(), reading.setting(GENERATION)
    asked = yield Now()
    welcome: Welcome = yield Hello(memory.app, fingerprint, names)
    answered = yield Now()
    memory.clock.look(asked, welcome.now, answered)
    if welcome.status != "active":
        raise Trouble("centre.revoked")
    if welcome.newest < PROTOCOL:
        raise Trouble("centre.older")
    if welcome.generation != known:
        with store.writing() as writing:
            # the centre was restored, or is another one: what it has is only what it says now
            writing.forget_sent()
            writing.put_setting(GENERATION, welcome.generation)
            if known is None:
                # whatever comes from now on comes with its moment
                writing.put_setting(MOMENTS, welcome.generation)
        memory.gated = None
    yield from _compare(store, memory, {head.stream: head for head in welcome.own})
    memory.welcome, memory.greeted = welcome, answered


def _compare(store: Store, memory: Memory, heads: Mapping[str, StreamHead]) -> Turn[None]:
    """Make every own stream a beginning or a continuation of what the centre has under its name."""
    for _ in range(MOST_PARTINGS):
        with store.reading() as reading:
            own_streams = reading.own_streams()
        parted = False
        for own in own_streams:
            head = heads.get(own.stream)
            if head is None:
                continue
            if (yield from fits(store, own, head)):
                if head.head != own.sent:
                    yield from _confirm(store, own, head.head)
            else:
                parted = True
        if not parted:
            return
    raise Trouble("chain.fork", stream=own_streams[-1].stream, seq=0)


def _confirm(store: Store, own: OwnStream, head: int) -> Turn[None]:
    """The centre has our ops up to `head`: learn which moments it set right, and wait for them no more."""
    reach = min(head, own.head)
    moved: Mapping[str, int] = {}
    if reach > own.sent:
        moved = yield Times(own.stream, own.sent + 1, reach)
    with store.writing() as writing:
        writing.mark_sent(own.stream, reach, moved)
