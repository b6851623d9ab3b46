"""A desk of a bench at a real centre: its file, the thread that exchanges as a window's does, and how long it took."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

from db import measuring_twin
from db.centre.line import Line
from db.measuring_centre import Ground, Place, Sent, fill, ground, looks, pulling, sending
from db.measuring_seed import beginning
from db.measuring_sync import KEY, Taken, bytes_at_a_desk
from db.store import SqlStore, create, open_store
from db.verify import digest
from desk_app.domain.errors import Trouble
from desk_app.domain.program import Program
from desk_app.ports import Desk, VersionRecord, Writing
from desk_app.sync.calls import Pull, Push
from desk_app.sync.courtesy import BehindTheDesk
from desk_app.sync.desk_store import DeskStore
from desk_app.sync.driving import World, drive
from desk_app.sync.engine import one_round
from desk_app.sync.memory import Memory
from desk_app.sync.worker import SOON, Told, Worker
from desk_app.sync.worker import Line as WorkersLine

ProgramOf = Callable[[VersionRecord], Program]
Pay = Callable[[Desk], Callable[[], object]]
#: Seconds between two payments at a desk where people stand in a line, and quicker than anybody serves them.
_BETWEEN = 0.1
#: Seconds until everything must have come everywhere.
PATIENCE = 120.0


@dataclass(slots=True)
class BenchDesk:
    """A desk at work. `pushes` are the seconds of each push, `came` when each op of another desk was here, by id.

    `bare` are the seconds the rows of each push took by INSERT right after it, where `twin` brings them; whoever holds
    `still` keeps the exchange from writing.
    """

    desk: Desk
    store: SqlStore
    worker: Worker
    line: Line
    twin: psycopg.Connection | None = None
    still: threading.Lock = field(default_factory=threading.Lock)
    pushes: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    pulls: list[float] = field(default_factory=list)
    came: dict[str, float] = field(default_factory=dict)

    def exchange(self) -> None:
        """One whole round, on this thread. Raises `Trouble`."""
        drive(one_round(self.desk.store, self.worker.memory), World(self.ask, lambda _: False))

    def ask(self, call: Any) -> Any:
        """What the centre says, noted."""
        began = time.perf_counter()
        answer = self.line.answer(call)
        if isinstance(call, Push):
            self.pushes.append(time.perf_counter() - began)
            if self.twin is not None:
                rows = measuring_twin.rows_of(call.ops)
                began = time.perf_counter()
                measuring_twin.insert(self.twin, rows)
                self.bare.append(time.perf_counter() - began)
        elif isinstance(call, Pull):
            self.pulls.append(time.perf_counter() - began)
        return answer

    def digest(self) -> str:
        """What follows from all it knows; equal on desks that hold the same."""
        with self.store.reading() as reading:
            return digest(reading.cursor)

    def ops(self) -> int:
        """All acts it knows of, its own and others'."""
        with self.store.reading() as reading:
            return sum(one.head for one in (*reading.own_streams(), *reading.other_streams()))

    def last_op(self) -> str:
        """The id of its last act."""
        with self.store.reading() as reading:
            own = reading.own_streams()[-1]
            return reading.ops_of(own.stream, own.head - 1, 1)[0].op_id

    def waiting(self) -> int:
        """Acts that were not sent yet."""
        with self.store.reading() as reading:
            return reading.waiting()

    def until(self, done: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Look again and again until it is so. Raises `Trouble` (`centre.away`) when it never is."""
        began = time.perf_counter()
        while not done():
            if time.perf_counter() - began > patience:
                raise Trouble("centre.away", detail=self.worker.state.code)
            self.worker.wake()
            pause(0.1)


@dataclass(slots=True)
class Bench:
    """What is measured of a network, at one centre that nobody will miss, with its files in one folder."""

    where: Ground
    folder: Path
    program_of: ProgramOf

    def place(self, name: str) -> Place:
        """A desk that may come."""
        return self.where.desk(name)

    def places_beside_a_twin(self, names: Iterable[str]) -> list[Place]:
        """Desks that may come, and bring the bare rows of each push beside it."""
        measuring_twin.bring(self.where.keeper)
        return [replace(self.place(name), twin=self.where.url) for name in names]

    def desk(self, name: str) -> AbstractContextManager[BenchDesk]:
        """A desk that has come."""
        return bench_desk(self.folder / f"{name}.db", self.place(name), self.program_of)

    def sending(self, batch: int, times: int) -> Sent:
        """See `db.measuring_centre.sending`."""
        return sending(self.where, self.folder, batch, times)

    def pulling(self, ops: int, page: int) -> Taken:
        """See `db.measuring_centre.pulling`."""
        return pulling(self.where, self.folder, ops, page)

    def looks(self, streams: int, times: int) -> tuple[float, float]:
        """See `db.measuring_centre.looks`."""
        return looks(self.where, streams, times)

    def paying_meanwhile(self, there: BenchDesk, pays: Sequence[Pay], ops: int) -> Paid:
        """See `paying_meanwhile`."""
        return paying_meanwhile(self.where, self.folder, there, pays, ops)

    def seen_elsewhere(self, here: BenchDesk, there: BenchDesk, pays: Sequence[Pay], seconds: float) -> list[float]:
        """See `seen_elsewhere`."""
        return seen_elsewhere(here, there, pays, seconds)

    def beginning(self, patients: int) -> tuple[float, float, int]:
        """See `db.measuring_seed.beginning`."""
        return beginning(self.where, self.folder, patients)

    def breaches(self) -> int:
        """How many of the things that have to hold at the centre do not."""
        return self.where.breaches()

    def bytes_of_an_op(self) -> tuple[float, float, float]:
        """Bytes of an op as it travels, on the centre's disk, and in a desk's file under a key."""
        return self.where.bytes_of_a_body(), self.where.bytes_of_an_op(), bytes_at_a_desk(self.folder)


@contextmanager
def bench(url: str, folder: Path, program_of: ProgramOf) -> Iterator[Bench]:
    """A centre in a database of its own on the server of `url`. Raises `Trouble` and `WrongInput` (`centre.*`)."""
    with ground(url) as where:
        yield Bench(where, folder, program_of)


@contextmanager
def bench_desk(file: Path, place: Place, program_of: ProgramOf) -> Iterator[BenchDesk]:
    """The desk of `file`, made where there is none, durable and under a key; its worker is not begun yet."""
    store = open_store(file, KEY) if file.exists() else create(file, KEY)
    with store:
        line = Line(place.conninfo, place.password)
        listening = DeskStore(store)
        desk = Desk(listening, lambda: datetime.now(UTC), program_of, code=place.name, operator="e-1", cache={})
        there: BenchDesk
        told = Told(arrived=lambda: _note_arrivals(there))
        still = threading.Lock()
        worker = Worker(
            BehindTheDesk(store, listening.courtesy, partial(_unless_still, store, still)),
            WorkersLine(lambda call: there.ask(call), line.cut, line.close),
            told,
            memory=Memory("bench", bite=listening.courtesy.bite, attended=listening.courtesy.is_attended),
        )
        twin = psycopg.connect(place.twin, autocommit=True) if place.twin else None
        there = BenchDesk(desk, store, worker, line, twin, still)
        listening.acted = lambda: worker.wake(SOON)
        try:
            yield there
        finally:
            worker.stop(5.0)
            line.close()
            if twin is not None:
                twin.close()


@contextmanager
def _unless_still(store: SqlStore, still: threading.Lock) -> Iterator[Writing]:
    with still, store.writing(lasting=False) as writing:
        yield writing


def _note_arrivals(there: BenchDesk) -> None:
    """The window is told now, and shows what came."""
    now = time.perf_counter()
    with there.store.reading() as reading:
        rows = reading.cursor.execute("SELECT op_id FROM op WHERE pos > ?", (len(there.came),)).fetchall()
    for (op_id,) in rows:
        there.came.setdefault(op_id, now)


@dataclass(frozen=True, slots=True)
class Paid:
    """Seconds of each payment while the exchange stood still, and while acts of others came; how many of them."""

    alone: tuple[float, ...]
    meanwhile: tuple[float, ...]
    ops: int
    took: float


def paying_meanwhile(where: Ground, folder: Path, there: BenchDesk, pays: Sequence[Pay], ops: int) -> Paid:
    """Payments at a desk that fetches so many acts, as patients come: one while the exchange is held, one while not.

    Taken in turn, so that whatever else the computer does meets both alike. As many are measured as fit into the
    fetching, or all there are.
    """
    turn = iter(pays)
    there.exchange()
    fill(where, folder, ops, f"meanwhile {ops}")
    with there.store.reading() as reading:
        before = sum(one.head for one in reading.other_streams())
    began = time.perf_counter()
    there.worker.begin()
    there.worker.wake()
    alone, meanwhile, here = list[float](), list[float](), 0
    while here < ops and time.perf_counter() - began < PATIENCE:
        one, two = next(turn, None), next(turn, None)
        if one is None or two is None:
            pause(_BETWEEN)
        else:
            alone.append(_paid_in_peace(there, one))
            meanwhile.append(_pay(there.desk, two))
        with there.store.reading() as reading:
            here = sum(other.head for other in reading.other_streams()) - before
    return Paid(tuple(alone), tuple(meanwhile), ops, time.perf_counter() - began)


def _paid_in_peace(there: BenchDesk, act: Pay) -> float:
    with there.still:
        with there.store.writing() as writing:
            # what came before is on the disk, and no payment has to wait for it
            writing.put_setting("bench", "1")
        return _pay(there.desk, act)


def seen_elsewhere(here: BenchDesk, there: BenchDesk, pays: Sequence[Pay], seconds: float) -> list[float]:
    """Seconds from each of some acts at one desk until the other desk's window is told of it; nobody hurries them.

    Raises `Trouble` (`centre.away`) when one of them never came.
    """
    there.exchange()
    here.worker.begin()
    there.worker.begin()
    done: dict[str, float] = {}
    began = time.perf_counter()
    for act in pays:
        ready = act(here.desk)
        ready()
        done[here.last_op()] = time.perf_counter()
        if done.keys() and time.perf_counter() - began > seconds:
            break
        pause(0.25)
    while not done.keys() <= there.came.keys():
        if time.perf_counter() - began > seconds + PATIENCE:
            raise Trouble("centre.away", detail=there.worker.state.code)
        pause(0.1)
    return [there.came[op_id] - moment for op_id, moment in done.items()]


def _pay(desk: Desk, act: Pay) -> float:
    ready = act(desk)
    pause(_BETWEEN)
    began = time.perf_counter()
    ready()
    return time.perf_counter() - began


def pause(seconds: float) -> None:
    """Let others work."""
    threading.Event().wait(seconds)
