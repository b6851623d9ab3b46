"""What the composition hands to the window: a desk made ready on a worker while the shell is already painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desk_app.station import Station

if TYPE_CHECKING:
    # The shell is painted before the rules of the trade come in.
    from desk_app.ports import Desk
    from desk_app.seal import Seal
    from desk_app.sync.desk_store import DeskStore
    from desk_app.sync.worker import Told, Worker


@dataclass(frozen=True)
class Opened:
    """The records of one clinic, unlocked, migrated and checked.

    `clinic` is the clinic's name, "" where no program was ever published here. `desk` opens a desk for the thread that
    calls it, in a few milliseconds (keys are derived and migrations run before): the window calls it once for itself,
    and a job in the background calls it inside the job. `close` is called at the very end, on the window's thread.
    `records` are what all these desks work on; `exchanger` makes the thread that exchanges them with a centre, None
    where none was joined. `seal` is for papers that wait beside an encrypted desk.
    """

    clinic: str
    desk: Callable[[], Desk]
    close: Callable[[], None]
    records: DeskStore | None = None
    exchanger: Callable[[Told], Worker | None] = lambda _: None
    seal: Seal | None = None


@dataclass(frozen=True)
class Furnished:
    """A practice desk made ready on a worker: `heard` is the store of all its desks, which tells of each act.

    `line` takes its line to the centre down (False) or up again; it answers whether the desk has one.
    """

    opened: Opened
    heard: DeskStore
    line: Callable[[bool], bool]


class Prepare(Protocol):
    """How the composition is asked. It runs on a worker and may take its time; what it raises is told to the clerk."""

    def __call__(self, home: Path, station: Station, *, demo: bool) -> Opened: ...
