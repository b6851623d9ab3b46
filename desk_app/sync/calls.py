"""What the engine asks of the world and what it is answered: the whole of the protocol between a desk and the centre.

Every call may be repeated without harm. A call that fails is thrown back into the generator as `Trouble`:
`centre.away` (no answer in time, a broken line, a server that restarts: try again later), `centre.refused` (password,
certificate or host name is wrong: somebody must act), `centre.newer` / `centre.older` (no common protocol).

Moments are milliseconds UTC, hashes 32 bytes, streams UUID texts. `no` is the centre's own short number of a stream.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from desk_app.ports import StoredOp

#: The protocol this desk speaks; the centre names the range it understands.
PROTOCOL = 1
#: Ops in one call; the centre refuses more.
MOST_OPS = 5000


@dataclass(frozen=True, slots=True)
class StreamHead:
    """How far a stream reaches at the centre: place and hash of its last op (the anchor where there is none)."""

    stream: str
    no: int
    anchor: bytes
    head: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Hello:
    """Who is there: asked at each connection and every ten minutes. Answered by `Welcome`."""

    app: str
    fingerprint: str
    streams: tuple[str, ...]
    protocol: int = PROTOCOL


@dataclass(frozen=True, slots=True)
class Welcome:
    """The centre as it is now. `generation` changes when it was restored; `status` is "active" or "revoked".

    `own` are the heads of the streams that were named, in no order, those it does not know left out; `safe` the place
    of each of them that a proven backup holds; `poll` seconds between two looks.
    """

    generation: str
    oldest: int
    newest: int
    now: int
    status: str
    own: tuple[StreamHead, ...] = ()
    safe: Mapping[str, int] = field(default_factory=dict)
    poll: int = 5
    desk: str = ""


@dataclass(frozen=True, slots=True)
class Push:
    """Append these ops, which follow one another, to a stream from place `first`. Answered by `Pushed`."""

    stream: str
    anchor: bytes
    first: int
    ops: tuple[StoredOp, ...]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What became of a push. `head` is how far the stream reaches now.

    `code`: "ok"; "gap" (continue behind `head`); "fork" (other ops stand there); "chain" (a hash does not follow);
    "revoked"; "not_yours" (the stream is another desk's); "bad_request"; "future" (ops of a protocol it does not
    know). `moved`: ops whose moment the centre set right, by id.
    """

    head: int
    code: str
    moved: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Times:
    """Moments the centre set right among these places of an own stream. Answered by a mapping of op id to moment."""

    stream: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class HashesAt:
    """Hashes the centre holds at these places of a stream. Answered by a mapping of place to hash, unknown left out."""

    stream: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """The cheapest question: whether anything came since. Answered by `Gated`."""


@dataclass(frozen=True, slots=True)
class Gated:
    """Equal to the one before: nothing came. `ops` is the sum of all heads."""

    generation: str
    streams: int
    ops: int


@dataclass(frozen=True, slots=True)
class Heads:
    """How far all streams reach. Answered by a tuple of `StreamHead`, in the order of `no`."""


@dataclass(frozen=True, slots=True)
class Pull:
    """Ops behind these places, by the stream's `no`; each stream in its order. Answered by a tuple of `StoredOp`.

    `moment` of an op that was pulled is the centre's word on when it happened, which may differ from its body's.
    """

    after: Mapping[int, int]
    limit: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """The question that is asked next: whoever has time may begin with it. Answered by nothing, and never fails."""

    call: Pull


@dataclass(frozen=True, slots=True)
class SeedOffered:
    """Whether a seed (a whole desk file to begin from) lies at the centre. Answered by `Seed` or None."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A desk file at the centre: `ops` are in it, `size` bytes, in so many `parts`, `sha` of the whole."""

    number: int
    ops: int
    size: int
    parts: int
    sha: bytes
    revision: str


@dataclass(frozen=True, slots=True)
class FetchSeed:
    """Bring a seed into a new desk file beside the present one. Answered by a `SeedFile` to be told of."""

    seed: Seed


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do for so many seconds, or until somebody wakes the desk. Answered by True when woken."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Now:
    """The desk's clock. Answered by milliseconds UTC."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A random number. Answered by a float of 0 up to 1."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Something people may want to see: the state of the network. Answered by nothing."""

    state: Any


Call: TypeAlias = (
    Hello | Push | Times | HashesAt | Gate | Heads | Pull | Ahead | SeedOffered | FetchSeed | Wait | Now | Draw | Tell
)
#: Calls that go over the network.
REMOTE = (Hello, Push, Times, HashesAt, Gate, Heads, Pull, SeedOffered, FetchSeed)
