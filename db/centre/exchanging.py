"""Joins a desk's records to its line: one thread for the window, single rounds for the command line, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from db.centre import joining
from db.engine import DeskLock
from db.store import SqlStore
from desk_app.domain.errors import Trouble
from desk_app.ports import Store
from desk_app.sync import revoked
from desk_app.sync.courtesy import BehindTheDesk, Courtesy
from desk_app.sync.driving import World, drive
from desk_app.sync.engine import Memory, one_round, rounds
from desk_app.sync.state import Network
from desk_app.sync.worker import LONG_AGO, Line, Told, Worker

_LOCK: Final = "exchange"


@contextmanager
def only_here(home: Path) -> Iterator[None]:
    """One exchange of a desk at a time. Raises `Trouble` (`sync.second`)."""
    try:
        lock = DeskLock(home / _LOCK)
    except Trouble as trouble:
        if trouble.code != "db.second":
            raise
        raise Trouble("sync.second") from None
    try:
        yield
    finally:
        lock.close()


def worker(home: Path, store: Store, told: Told, app: str, courtesy: Courtesy | None = None) -> Worker:
    """The thread of the window, not begun yet; whoever works at the desk goes first, as `courtesy` knows.

    Raises `Trouble` (`centre.none`, `centre.secret`).
    """
    line = joining.line(home)
    say = told.state

    def state(network: Network) -> None:
        revoked.note(store, network.kind)
        say(network)

    told.state = state
    desk = courtesy or Courtesy()
    write = partial(store.writing, lasting=False) if isinstance(store, SqlStore) else store.writing
    return Worker(BehindTheDesk(store, desk, write), Line(line.answer, line.cut, line.close), told,
                  lambda: only_here(home), Memory(app, bite=desk.bite))  # fmt: skip


def once(home: Path, store: Store, tell: Callable[[Network], None], app: str, memory: Memory | None = None) -> None:
    """One complete round. Raises `Trouble`; what was done until then is kept."""
    _run(home, store, tell, lambda _: False, one_round(store, memory or Memory(app)))


def give(home: Path, store: Store, streams: Iterable[str], app: str) -> None:
    """Pass acts of others, whose desk cannot send them, on to the centre; where the line is away nothing is done."""
    memory = Memory(app, lacking=dict.fromkeys(streams, LONG_AGO))
    with suppress(Trouble):
        once(home, store, lambda _: None, app, memory)
        once(home, store, lambda _: None, app, memory)


def without_end(
    home: Path, store: Store, tell: Callable[[Network], None], wait: Callable[[float], bool], app: str
) -> None:
    """Rounds until `wait` raises. Raises `Trouble` of the records alone."""
    _run(home, store, tell, wait, rounds(store, Memory(app)))


def _run(home: Path, store: Store, tell: Callable[[Network], None], wait: Callable[[float], bool], turn: Any) -> None:
    line = joining.line(home)

    def state(network: Network) -> None:
        revoked.note(store, network.kind)
        tell(network)

    try:
        with only_here(home):
            drive(turn, World(line.answer, wait, state))
    except Trouble as trouble:
        if trouble.code == revoked.CODE:
            revoked.note(store, "revoked")
        raise
    finally:
        line.close()
