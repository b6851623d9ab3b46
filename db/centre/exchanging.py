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
from desk_app.sync import last_heard, revoked
from desk_app.sync.courtesy import BehindTheDesk, Courtesy
from desk_app.sync.driving import World, drive
from desk_app.sync.engine import kind_of, one_round, rounds
from desk_app.sync.memory import Memory
from desk_app.sync.state import Kind, Network
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
        _note(store, network.kind)
        say(network)

    told.state = state
    desk = courtesy or Courtesy()
    write = partial(store.writing, lasting=False) if isinstance(store, SqlStore) else store.writing
    return Worker(BehindTheDesk(store, desk, write), Line(line.answer, line.cut, line.close), told,
                  lambda: only_here(home), Memory(app, bite=desk.bite, attended=desk.is_attended))  # fmt: skip


def once(
    home: Path, store: Store, tell: Callable[[Network], None], app: str, memory: Memory | None = None,
    cut: Callable[[Callable[[], None]], None] = lambda _: None,
) -> bool:  # fmt: skip
    """One complete round; whether the centre has everything that is known here, of others too.

    Raises `Trouble`; what was done until then is kept. `cut` is given what ends a call that takes too long.
    """
    if memory is None:
        with store.reading() as reading:
            memory = Memory(app, lacking=last_heard.lacking(reading))
    try:
        _run(home, store, tell, lambda _: False, one_round(store, memory), cut)
    finally:
        last_heard.keep_lacking(store, memory.lacking)
    return not memory.lacking


def give(home: Path, store: Store, streams: Iterable[str], app: str) -> None:
    """Pass acts of others, whose desk cannot send them, on to the centre; where the line is away nothing is done."""
    memory = Memory(app, lacking=dict.fromkeys(streams, LONG_AGO))
    with suppress(Trouble):
        for _ in range(2):
            once(home, store, lambda _: None, app, memory)


def without_end(
    home: Path, store: Store, tell: Callable[[Network], None], wait: Callable[[float], bool], app: str
) -> None:
    """Rounds until `wait` raises. Raises `Trouble` of the records alone."""
    _run(home, store, tell, wait, rounds(store, Memory(app)))


def _run(
    home: Path, store: Store, tell: Callable[[Network], None], wait: Callable[[float], bool], turn: Any,
    cut: Callable[[Callable[[], None]], None] = lambda _: None,
) -> None:  # fmt: skip
    line = joining.line(home)
    cut(line.cut)

    def state(network: Network) -> None:
        _note(store, network.kind)
        tell(network)

    try:
        with only_here(home):
            drive(turn, World(line.answer, wait, state))
    except Trouble as trouble:
        if trouble.code.startswith("centre."):
            _note(store, kind_of(trouble.code))
        raise
    finally:
        line.close()


def _note(store: Store, kind: Kind) -> None:
    revoked.note(store, kind)
    last_heard.note(store, kind)
