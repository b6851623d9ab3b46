"""The thread of the exchange: an act wakes it, a question is answered by a whole round, and it stops at any moment."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from desk_app.domain.errors import Trouble
from desk_app.ports import Store
from desk_app.sync.calls import Call, Gate, Gated, Heads, Hello, Welcome
from desk_app.sync.state import Network
from desk_app.sync.worker import Line, Told, Worker
from ui import compose, compose_records


class Quiet:
    """A centre that has nothing: it answers, is away, or hangs until the line is cut."""

    def __init__(self) -> None:
        self.away = False
        self.hangs = False
        self.cut = threading.Event()
        self.hung_up = False
        self.asked: list[Call] = []

    def ask(self, call: Call) -> Any:
        self.asked.append(call)
        if self.hangs:
            self.cut.wait(20)
            raise Trouble("centre.away")
        if self.away:
            raise Trouble("centre.away")
        match call:
            case Hello():
                return Welcome("g", 1, 1, 0, "active", poll=30)
            case Gate():
                return Gated("g", 0, 0)
            case Heads():
                return ()
        raise AssertionError(call)

    def line(self) -> Line:
        return Line(self.ask, self.cut.set, lambda: setattr(self, "hung_up", True))


class Heard:
    """What the worker told, with a bell for those who wait."""

    def __init__(self) -> None:
        self.states: list[Network] = []
        self.bugs: list[Exception] = []
        self._news = threading.Condition()

    def state(self, state: Network) -> None:
        with self._news:
            self.states.append(state)
            self._news.notify_all()

    def failed(self, bug: Exception) -> None:
        self.bugs.append(bug)

    def wait_for(self, kind: str, times: int = 1) -> Network:
        with self._news:
            assert self._news.wait_for(lambda: self.count(kind) >= times, 30), [one.kind for one in self.states]
            return self.states[-1]

    def count(self, kind: str) -> int:
        return sum(one.kind == kind for one in self.states)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The records of a desk nobody will miss."""
    from datetime import UTC, datetime

    with compose.throw_away_desk(tmp_path, "A", lambda: datetime.now(UTC), compose_records.programs()) as desk:
        yield desk.store


@contextmanager
def working(store: Store, centre: Quiet, heard: Heard, **more: Any) -> Iterator[Worker]:
    worker = Worker(store, centre.line(), Told(heard.state, failed=heard.failed), **more)
    worker.begin()
    try:
        yield worker
    finally:
        assert worker.stop()


def test_a_quiet_desk_is_online_and_looks_again_when_it_is_woken(store: Store) -> None:
    centre, heard = Quiet(), Heard()
    with working(store, centre, heard) as worker:
        heard.wait_for("online")
        before = len(centre.asked)
        worker.wake()
        heard.wait_for("online", 2)
        assert len(centre.asked) > before
    assert centre.hung_up


def test_an_act_wakes_it_a_little_later(store: Store) -> None:
    centre, heard = Quiet(), Heard()
    with working(store, centre, heard) as worker:
        heard.wait_for("online")
        began = monotonic()
        worker.wake(0.3)
        worker.wake(5.0)
        heard.wait_for("online", 2)
        assert 0.29 <= monotonic() - began < 4.5


def test_who_asks_first_hears_of_a_round_that_began_afterwards(store: Store) -> None:
    centre, heard = Quiet(), Heard()
    with working(store, centre, heard) as worker:
        heard.wait_for("online")
        gates = sum(isinstance(call, Gate) for call in centre.asked)
        assert worker.ask_first(5)
        assert sum(isinstance(call, Gate) for call in centre.asked) > gates


def test_nobody_waits_for_a_line_that_is_away(store: Store) -> None:
    centre, heard = Quiet(), Heard()
    centre.away = True
    with working(store, centre, heard) as worker:
        heard.wait_for("away")
        began = monotonic()
        assert not worker.ask_first(60)
        assert monotonic() - began < 30


def test_who_asks_waits_no_longer_than_was_said(store: Store) -> None:
    centre, heard = Quiet(), Heard()
    with working(store, centre, heard) as worker:
        heard.wait_for("online")
        centre.hangs = True
        began = monotonic()
        assert not worker.ask_first(0.3)
        assert 0.25 < monotonic() - began < 30


def test_it_stops_within_a_second_while_the_network_hangs(store: Store) -> None:
    centre, heard = Quiet(), Heard()
    centre.hangs = True
    with working(store, centre, heard) as worker:
        heard.wait_for("greeting")
        # it waits no longer than that, and the thread is gone
        assert worker.stop(seconds=1.0)


def test_it_tries_again_by_itself_when_the_line_comes_back(store: Store) -> None:
    centre, heard = Quiet(), Heard()
    centre.away = True
    with working(store, centre, heard):
        heard.wait_for("away")
        centre.away = False
        heard.wait_for("online")


def test_a_fault_of_ours_is_told_and_the_desk_works_on(store: Store) -> None:
    class Broken(Quiet):
        def ask(self, call: Call) -> Any:
            raise ZeroDivisionError

    centre, heard = Broken(), Heard()
    with working(store, centre, heard):
        heard.wait_for("trouble")
    assert [type(bug) for bug in heard.bugs] == [ZeroDivisionError]
    assert heard.states[-1].code == "bug"


def test_a_second_exchange_of_one_desk_says_so_and_waits(store: Store) -> None:
    def taken() -> Any:
        raise Trouble("sync.second")

    heard = Heard()
    with working(store, Quiet(), heard, alone=taken):
        state = heard.wait_for("trouble")
    assert state.code == "sync.second"
