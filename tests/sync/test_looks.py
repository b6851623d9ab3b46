"""How soon a desk looks again: as the centre asks it to, and twice as often where things happen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.oplog import anchor_of
from db.store import SqlStore, create
from desk_app.ports import StoredOp
from desk_app.sync.calls import Ahead, Call, Draw, Gate, Gated, Heads, Hello, Now, Pull, StreamHead, Tell, Wait, Welcome
from desk_app.sync.engine import rounds
from desk_app.sync.memory import Memory
from tests.db import acts


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    with create(tmp_path / "desk.db", durable=False) as store:
        yield store


@pytest.fixture
def ops(tmp_path: Path) -> tuple[StoredOp, ...]:
    """Two acts of another desk."""
    with create(tmp_path / "there.db", durable=False) as there:
        with there.writing() as writing:
            writing.append_many(acts.checkout("p-1", number, acts.NOON + number) for number in range(2))
        with there.reading() as reading:
            return reading.ops_after({})


class Looks:
    """Rounds of one desk at a centre that asks for a look every `poll` seconds; `has` ops of another desk are there."""

    def __init__(self, store: SqlStore, ops: tuple[StoredOp, ...], poll: int, *, attended: bool = False) -> None:
        self.ops, self.poll, self.has = ops, poll, 0
        self._rounds = rounds(store, Memory(attended=lambda: attended))
        self._answer: Any = None

    def pause(self) -> float:
        """One round; the seconds until the next."""
        while not isinstance(call := self._rounds.send(self._answer), Wait):
            self._answer = self._say(call)
        self._answer = False
        return call.seconds

    def _say(self, call: Call) -> Any:
        match call:
            case Hello():
                return Welcome("g", 1, 1, 0, "active", poll=self.poll)
            case Gate():
                return Gated("g", 1, self.has)
            case Heads():
                last = self.ops[self.has - 1]
                return (StreamHead(last.stream, 1, anchor_of(last.stream), self.has, last.hash),) if self.has else ()
            case Pull(after, _):
                return self.ops[after[1] : self.has]
            case Now():
                return 0
            case Draw():
                return 0.5
            case Tell() | Ahead():
                return None
        return {}


def test_what_came_is_looked_after_twice_as_soon(store: SqlStore, ops: tuple[StoredOp, ...]) -> None:
    desk, pauses = Looks(store, ops, 5), []
    for desk.has in (0, 1, 1, 2, 2):
        pauses.append(desk.pause())

    assert pauses == [5, 2.5, 5, 2.5, 5]


def test_a_desk_at_which_somebody_works_looks_twice_as_often(store: SqlStore, ops: tuple[StoredOp, ...]) -> None:
    desk = Looks(store, ops, 10, attended=True)

    assert [desk.pause(), desk.pause()] == [5, 5]


def test_a_centre_of_very_many_desks_is_asked_as_often_as_it_said(store: SqlStore, ops: tuple[StoredOp, ...]) -> None:
    desk = Looks(store, ops, 20, attended=True)
    desk.has = 1

    assert desk.pause() == 20
