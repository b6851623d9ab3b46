"""One round between a desk and the centre, and rounds without end: greet, send what waits, fetch what is new.

Sending comes first, so that what was sold here is safe before anything else is done. The same act under two names
happens once.
"""

from __future__ import annotations

from typing import Final

from desk_app.domain.errors import Trouble
from desk_app.ports import Store
from desk_app.sync.calls import PROTOCOL, Draw, Now, Tell, Wait
from desk_app.sync.fetching import fetch
from desk_app.sync.greeting import greet
from desk_app.sync.memory import COMPLETE, Memory, Turn, network
from desk_app.sync.pace import between_looks, pause
from desk_app.sync.sending import send
from desk_app.sync.state import Kind

#: Milliseconds between two greetings of a line that holds.
_GREET_EVERY: Final = 600_000
#: Milliseconds between two notes of "all is exchanged" while nothing happens.
_NOTE_EVERY: Final = 60_000


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
            lively = memory.came or memory.attended()
            yield Wait(between_looks(poll, (yield Draw()), lively=lively))


def one_round(store: Store, memory: Memory) -> Turn[None]:
    """Everything that waits is sent and everything new is here. Raises `Trouble`; what was done until then is kept."""
    memory.came = False
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
