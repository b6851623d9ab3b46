"""A centre that exists in memory alone, so that a practice desk may lose its line and get it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from desk_app.domain.errors import Trouble
from desk_app.sync.calls import (
    PROTOCOL,
    Call,
    Gate,
    Gated,
    HashesAt,
    Heads,
    Hello,
    Pull,
    Push,
    Pushed,
    StreamHead,
    Times,
    Welcome,
)

_GENERATION: Final = "practice"


@dataclass(slots=True)
class _Stream:
    no: int
    anchor: bytes
    hashes: list[bytes] = field(default_factory=list)

    def head(self, name: str) -> StreamHead:
        return StreamHead(name, self.no, self.anchor, len(self.hashes), self.hashes[-1] if self.hashes else self.anchor)


class PracticeCentre:
    """Takes what one desk sends, remembers that it did, and has nothing to tell; unreachable while it is not `up`."""

    def __init__(self, clock: Callable[[], datetime], *, up: bool = True) -> None:
        self.up = up
        self._clock = clock
        self._streams: dict[str, _Stream] = {}

    def answer(self, call: Call) -> Any:
        """What a centre answers. Raises `Trouble` (`centre.away`) while the line is down."""
        if not self.up:
            raise Trouble("centre.away")
        match call:
            case Hello():
                known = tuple(self._streams[name].head(name) for name in call.streams if name in self._streams)
                now = int(self._clock().timestamp() * 1000)
                return Welcome(_GENERATION, PROTOCOL, PROTOCOL, now, "active", known)
            case Push():
                return self._push(call)
            case Times():
                return {}
            case HashesAt(stream, places):
                hashes = self._streams[stream].hashes if stream in self._streams else []
                return {place: hashes[place - 1] for place in places if 0 < place <= len(hashes)}
            case Gate():
                ops = sum(len(one.hashes) for one in self._streams.values())
                return Gated(_GENERATION, len(self._streams), ops)
            case Heads():
                return tuple(one.head(name) for name, one in self._streams.items())
            case Pull():
                return ()
        return None

    def _push(self, push: Push) -> Pushed:
        stream = self._streams.setdefault(push.stream, _Stream(len(self._streams) + 1, push.anchor))
        if push.first != len(stream.hashes) + 1:
            return Pushed(len(stream.hashes), "gap")
        stream.hashes += [op.hash for op in push.ops]
        return Pushed(len(stream.hashes), "ok")
