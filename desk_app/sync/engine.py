"""One round between a desk and the centre, and rounds without end: greet, send what waits, fetch what is new.

Sending comes first, so that what was sold here is safe before anything else is done. A stream whose ops differ from
the centre's parts where they part: the rest goes on under a name that follows from its first hash, so that everybody
who holds it chooses the same one. No act is ever written anew, and the same act under two names happens once.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar
from uuid import UUID, uuid5

from desk_app.domain.errors import Trouble
from desk_app.ports import OwnStream, Reading, Store, StoredOp
from desk_app.sync.calls import (
    PROTOCOL,
    Call,
    Draw,
    Gate,
    Gated,
    HashesAt,
    Heads,
    Hello,
    Now,
    Pull,
    Push,
    Pushed,
    StreamHead,
    Tell,
    Times,
    Wait,
    Welcome,
)
from desk_app.sync.clock import Offset
from desk_app.sync.pace import Pace, between_looks, pause
from desk_app.sync.state import Kind, Network

T = TypeVar("T")
Turn = Generator[Call, Any, T]

#: Ops written in one local transaction: a clerk who presses a key meanwhile waits for no more than these.
PAGE: Final = 200
#: Ops fetched in one call.
FETCHED: Final = 5000
#: Bytes of bodies in one push.
_MOST_BYTES: Final = 512 * 1024
#: Milliseconds between two greetings of a line that holds.
_GREET_EVERY: Final = 600_000
#: Milliseconds that the owner of acts which the centre lost is given to send them again, before others do.
_OWNER_FIRST: Final = 60_000
#: Milliseconds between two notes of "all is exchanged" while nothing happens.
_NOTE_EVERY: Final = 60_000
#: A stream that parts again and again within one round is a fault of ours, not of the network.
_MOST_PARTINGS: Final = 20
#: Under this setting of the file the last complete exchange is kept, in milliseconds UTC.
COMPLETE: Final = "sync.complete"
_GENERATION: Final = "sync.generation"
#: The life of the centre in which all moments here are known to be those of the centre.
MOMENTS: Final = "sync.moments"
#: Places asked about at once.
_MANY: Final = 20_000


@dataclass(slots=True)
class Memory:
    """What a desk knows of the centre between two rounds; all of it may be lost without harm.

    `bite` says how many ops may be written at one go just now, `PAGE` at most.
    """

    app: str = ""
    pace: Pace = field(default_factory=Pace)
    clock: Offset = field(default_factory=Offset)
    welcome: Welcome | None = None
    greeted: int = 0
    gated: Gated | None = None
    failures: int = 0
    complete: int | None = None
    noted: int = 0
    lacking: dict[str, int] = field(default_factory=dict)
    code: str = ""
    bite: Callable[[], int] = lambda: PAGE


def rounds(store: Store, memory: Memory) -> Turn[None]:
    """Rounds without end. It only ever stops when it is closed: what failed is tried again, sooner or later."""
    while True:
        try:
            yield from one_round(store, memory)
        except Trouble as trouble:
            memory.failures += 1
            memory.welcome = memory.gated = None
            memory.code = trouble.code
            yield Tell(network(store, memory, kind_of(trouble.code)))
            yield Wait(pause(memory.failures, (yield Draw())))
        else:
            poll = memory.welcome.poll if memory.welcome else 5
            yield Wait(between_looks(poll, (yield Draw())))


def one_round(store: Store, memory: Memory) -> Turn[None]:
    """Everything that waits is sent and everything new is here. Raises `Trouble`; what was done until then is kept."""
    started = yield Now()
    if memory.welcome is None or not 0 <= started - memory.greeted < _GREET_EVERY:
        yield Tell(network(store, memory, "greeting"))
        yield from greet(store, memory)
    welcome = memory.welcome
    assert welcome is not None
    yield from send(store, memory)
    complete = welcome.oldest <= PROTOCOL and (yield from fetch(store, memory))
    # the centre may have forgotten what it had, and something may have been sold meanwhile
    yield from send(store, memory)
    with store.reading() as reading:
        complete = complete and not reading.waiting()
    if complete:
        yield from _note_complete(store, memory)
    memory.failures, memory.code = 0, ""
    yield Tell(network(store, memory, "older" if welcome.oldest > PROTOCOL else "online"))


def network(store: Store, memory: Memory, kind: Kind, missing: int = 0) -> Network:
    """What people are told now."""
    with store.reading() as reading:
        waiting = reading.waiting()
        since = reading.waiting_since() if waiting else None
        if memory.complete is None:
            noted = reading.setting(COMPLETE)
            memory.complete = int(noted) if noted else None
    return Network(
        kind, waiting, since, memory.complete, memory.code if kind not in ("online", "greeting") else "",
        memory.clock.value if memory.clock.is_wrong else 0, missing, memory.welcome.desk if memory.welcome else "",
    )  # fmt: skip


# --- greeting ---


def greet(store: Store, memory: Memory) -> Turn[None]:
    """Say who we are, learn the time, and see how far our own streams reach at the centre."""
    with store.reading() as reading:
        names = tuple(own.stream for own in reading.own_streams())
        fingerprint, known = reading.fingerprint(), reading.setting(_GENERATION)
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
            writing.put_setting(_GENERATION, welcome.generation)
            if known is None:
                # whatever comes from now on comes with its moment
                writing.put_setting(MOMENTS, welcome.generation)
        memory.gated = None
    yield from _compare(store, memory, {head.stream: head for head in welcome.own})
    memory.welcome, memory.greeted = welcome, answered


def _compare(store: Store, memory: Memory, heads: Mapping[str, StreamHead]) -> Turn[None]:
    """Make every own stream a beginning or a continuation of what the centre has under its name."""
    for _ in range(_MOST_PARTINGS):
        with store.reading() as reading:
            own_streams = reading.own_streams()
        parted = False
        for own in own_streams:
            head = heads.get(own.stream)
            if head is None:
                continue
            if (yield from _fits(store, own, head)):
                if head.head != own.sent:
                    yield from _confirm(store, own, head.head)
            else:
                parted = True
        if not parted:
            return
    raise Trouble("chain.fork", stream=own_streams[-1].stream, seq=0)


def _fits(store: Store, own: OwnStream, head: StreamHead) -> Turn[bool]:
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
    common = yield from _last_common(store, own.stream, min(own.head, head.head))
    with store.writing() as writing:
        writing.part_stream(own.stream, common)
    return False


def _last_common(store: Store, stream: str, most: int) -> Turn[int]:
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


def _confirm(store: Store, own: OwnStream, head: int) -> Turn[None]:
    """The centre has our ops up to `head`: learn which moments it set right, and wait for them no more."""
    reach = min(head, own.head)
    moved: Mapping[str, int] = {}
    if reach > own.sent:
        moved = yield Times(own.stream, own.sent + 1, reach)
    with store.writing() as writing:
        writing.mark_sent(own.stream, reach, moved)


# --- sending ---


def send(store: Store, memory: Memory) -> Turn[None]:
    """Send what waits, oldest stream first, until nothing does."""
    told = False
    for _ in range(_MOST_PARTINGS):
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
            ops = _light(reading.ops_of(own.stream, sent, memory.pace.batch))
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
    common = yield from _last_common(store, own.stream, min(pushed.head, reach))
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


def _light(ops: tuple[StoredOp, ...]) -> tuple[StoredOp, ...]:
    """As many of these as one call should carry, at least one."""
    size = 0
    for place, op in enumerate(ops):
        size += len(op.body)
        if size > _MOST_BYTES and place:
            return ops[:place]
    return ops


# --- fetching ---


def fetch(store: Store, memory: Memory) -> Turn[bool]:
    """Fetch what is new; whether all of it is here now.

    What the centre lost of others is given back to it, once they had time to send it themselves.
    """
    gated: Gated = yield Gate()
    if memory.welcome is not None and gated.generation != memory.welcome.generation:
        raise Trouble("centre.away", detail="restored")
    if gated == memory.gated and not memory.lacking:
        return True
    for _ in range(_MOST_PARTINGS):
        heads: tuple[StreamHead, ...] = yield Heads()
        _believe_less(store, heads)
        if (yield from _fetch_all(store, memory, heads)):
            yield from _give_back(store, memory, heads)
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
            yield from _fits(store, mine, head)
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
    while after:
        ops: tuple[StoredOp, ...] = yield Pull(after, FETCHED)
        if not ops:
            return True
        if not all(numbers.get(op.stream) in after for op in ops):
            # restored between two calls, it gave its short numbers to others
            raise Trouble("centre.away", detail="restored")
        place = 0
        while place < len(ops):
            page = ops[place : place + memory.bite()]
            place += len(page)
            try:
                with store.writing() as writing:
                    writing.take_foreign(page, anchors)
            except Trouble as trouble:
                if trouble.code not in ("chain.fork", "chain.broken"):
                    raise
                stream = str(trouble.params["stream"])
                yield from _part_foreign(store, stream, ends[numbers[stream]])
                return False
            for op in page:
                after[numbers[op.stream]] = op.seq
        missing = max(0, missing - len(ops))
        after = {no: seq for no, seq in after.items() if seq < ends[no]}
        if after:
            yield Tell(network(store, memory, "fetching", missing))
    return True


def _is_beginning(store: Store, head: StreamHead) -> Turn[bool]:
    """Whether the centre's copy of another desk's stream is the beginning of ours; if not, ours has parted then."""
    with store.reading() as reading:
        known = reading.hash_at(head.stream, head.head)
    if known == head.hash:
        return True
    yield from _part_foreign(store, head.stream, head.head)
    return False


def _part_foreign(store: Store, stream: str, reach: int) -> Turn[None]:
    """What we hold of another desk's stream went another way than the centre's: it keeps its acts under a new name."""
    with store.reading() as reading:
        here = next((one.head for one in (*reading.other_streams(), *reading.own_streams()) if one.stream == stream), 0)
    common = yield from _last_common(store, stream, min(reach, here))
    if common >= here:
        # nothing of ours is in the way: what came did not follow from itself
        raise Trouble("chain.broken", stream=stream, seq=common + 1)
    with store.writing() as writing:
        writing.part_stream(stream, common)


def parted_name(stream: str, first: bytes) -> str:
    """The name of a stream that parts from `stream` with an op of this hash: the same for everybody who holds it."""
    return str(uuid5(UUID(stream), first.hex()))


def _give_back(store: Store, memory: Memory, heads: tuple[StreamHead, ...]) -> Turn[None]:
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


@dataclass(frozen=True, slots=True)
class _Rest:
    """What the centre lacks of a stream: `length` ops behind the place `behind`, to be given under `name`."""

    stream: str
    name: str
    anchor: bytes
    behind: int
    length: int


def _give_rest(store: Store, memory: Memory, rest: _Rest) -> Turn[None]:
    given = 0
    while given < rest.length:
        with store.reading() as reading:
            ops = _light(reading.ops_of(rest.stream, rest.behind + given, memory.pace.batch))
        if not ops:
            return
        pushed: Pushed = yield Push(rest.name, rest.anchor, given + 1, ops)
        if pushed.code == "revoked":
            raise Trouble("centre.revoked")
        if pushed.code != "ok":
            # somebody else began it this very moment: what is still lacking then is looked for anew
            return
        given += len(ops)


# --- notes ---


def _note_complete(store: Store, memory: Memory) -> Turn[None]:
    now = yield Now()
    memory.complete = now
    if not 0 <= now - memory.noted < _NOTE_EVERY:
        with store.writing() as writing:
            writing.put_setting(COMPLETE, str(now))
        memory.noted = now


def kind_of(code: str) -> Kind:
    """The state of the network that a trouble of the line means."""
    match code:
        case "centre.refused":
            return "refused"
        case "centre.revoked":
            return "revoked"
        case "centre.older":
            return "older"
        case "centre.away":
            return "away"
    return "trouble"
