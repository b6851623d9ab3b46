"""What a desk knows of the centre between two rounds, and the state of the network that people are told from it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from desk_app.ports import Store
from desk_app.sync.calls import Call, Gated, Welcome
from desk_app.sync.clock import Offset
from desk_app.sync.pace import Pace
from desk_app.sync.state import Kind, Network

T = TypeVar("T")
Turn = Generator[Call, Any, T]

#: Ops written in one local transaction: a clerk who presses a key meanwhile waits for no more than these.
PAGE: Final = 200
#: Under this setting of the file the last complete exchange is kept, in milliseconds UTC.
COMPLETE: Final = "sync.complete"
#: The life of the centre that was greeted last; without it the desk never was of a network.
GENERATION: Final = "sync.generation"
#: The life of the centre in which all moments here are known to be those of the centre.
MOMENTS: Final = "sync.moments"


@dataclass(slots=True)
class Memory:
    """What a desk knows of the centre between two rounds; all of it may be lost without harm.

    `bite` says how many ops may be written at one go just now, `PAGE` at most; `attended` whether somebody is at the
    desk; `came` that the round brought something.
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
    attended: Callable[[], bool] = lambda: False
    came: bool = False


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
