"""Acts that come next are read while those before them are committed, and nothing is believed for that."""

from __future__ import annotations

import threading
from itertools import pairwise
from typing import Final

import pytest

from db.ahead import ReadAhead, read
from db.store import SqlStore
from desk_app.domain.errors import Trouble
from desk_app.ports import StoredOp
from desk_app.sync.calls import Ahead, Gate, Gated, Heads, Pull, StreamHead
from desk_app.sync.driving import World, drive
from desk_app.sync.fetching import fetch
from desk_app.sync.memory import Memory
from tests.db import acts
from tests.db.conftest import NewDesk, digest_of

_COUNT: Final = 240
_PAGE: Final = 60


@pytest.fixture
def ops(new_desk: NewDesk) -> tuple[StoredOp, ...]:
    there = new_desk("there")
    with there.writing() as writing:
        writing.append_many(acts.checkout("p-1", number, acts.NOON + number) for number in range(_COUNT))
    with there.reading() as reading:
        return reading.ops_after({})


def read_all(ahead: ReadAhead, ops: tuple[StoredOp, ...], before: StoredOp) -> None:
    """Until the last of them is known: two looks at it find one reading."""
    bell = threading.Event()
    ahead.expect(ops, {before.stream: before.hash})
    with ahead.meanwhile():
        for _ in range(2000):
            if ahead.read(ops[-1], ops[-2].hash) is ahead.read(ops[-1], ops[-2].hash):
                return
            bell.wait(0.01)
    raise AssertionError("nobody read")


def test_what_comes_next_is_read_while_others_are_committed(ops: tuple[StoredOp, ...]) -> None:
    ahead = ReadAhead()
    try:
        read_all(ahead, ops[1:], ops[0])

        assert all(ahead.read(op, before.hash) is ahead.read(op, before.hash) for before, op in pairwise(ops))
        assert ahead.read(ops[1], ops[0].hash) == read(ops[1], ops[0].hash)
    finally:
        ahead.close()


def test_what_was_read_counts_for_that_very_act_behind_that_very_one(ops: tuple[StoredOp, ...]) -> None:
    ahead = ReadAhead()
    try:
        read_all(ahead, ops[1:], ops[0])
        changed = ops[5]._replace(body=ops[5].body.replace("p-1", "p-2"))

        assert not ahead.read(changed, ops[4].hash).follows
        assert not ahead.read(ops[5], ops[3].hash).follows
        assert ahead.read(ops[5], ops[4].hash).follows
    finally:
        ahead.close()


def test_a_chain_that_breaks_in_the_next_page_breaks_there(ops: tuple[StoredOp, ...], new_desk: NewDesk) -> None:
    here = new_desk("here")
    forged = ops[150]._replace(body=ops[150].body.replace("p-1", "p-2"))
    with here.writing() as writing:
        writing.take_foreign(ops[:100], {}, (*ops[100:150], forged, *ops[151:]))

    with pytest.raises(Trouble) as refused, here.writing() as writing:
        writing.take_foreign((*ops[100:150], forged, *ops[151:]))
    assert refused.value.code == "chain.broken"
    assert refused.value.params["seq"] == 151
    with here.writing() as writing:
        writing.take_foreign(ops[100:])
    assert reach(here) == _COUNT


def reach(desk: SqlStore) -> int:
    with desk.reading() as reading:
        return sum(one.head for one in reading.other_streams())


class Centre:
    """A centre with one stream; `asked` are its questions, with what the desk held when each was asked."""

    def __init__(self, ops: tuple[StoredOp, ...], desk: SqlStore, most: int) -> None:
        self.ops, self.desk, self.most = ops, desk, most
        self.asked: list[tuple[object, int]] = []
        self.away_after = len(ops)

    def answer(self, call: object) -> object:
        self.asked.append((call, reach(self.desk)))
        match call:
            case Gate():
                return Gated("g", 1, len(self.ops))
            case Heads():
                last = self.ops[-1]
                with self.desk.reading():
                    return (StreamHead(last.stream, 7, anchor_of(self.ops), last.seq, last.hash),)
            case Pull(after, _):
                if after[7] >= self.away_after:
                    raise Trouble("centre.away")
                return self.ops[after[7] : after[7] + self.most]
        return {} if not isinstance(call, Ahead) else None


def anchor_of(ops: tuple[StoredOp, ...]) -> bytes:
    from db import oplog

    return oplog.anchor_of(ops[0].stream)


def test_the_next_question_is_on_its_way_while_the_answer_to_this_one_is_written(
    ops: tuple[StoredOp, ...], new_desk: NewDesk
) -> None:
    here = new_desk("here")
    centre = Centre(ops, here, 80)

    assert drive(fetch(here, Memory(bite=lambda: _PAGE)), World(centre.answer, lambda _: False))

    asked = [(call, held) for call, held in centre.asked if isinstance(call, Pull | Ahead)]
    # at 80 of them 60 are written before the next 80 are wanted, and the first of those are read beside the other 20
    assert [(type(call).__name__, held) for call, held in asked] == [
        ("Pull", 0), ("Ahead", 0), ("Pull", 60), ("Ahead", 80), ("Pull", 140),
    ]  # fmt: skip
    assert [call.call for call, _ in asked if isinstance(call, Ahead)] == [
        call for call, _ in asked[1:] if isinstance(call, Pull)
    ]
    assert reach(here) == _COUNT


def test_what_came_is_kept_when_the_line_breaks_behind_it(ops: tuple[StoredOp, ...], new_desk: NewDesk) -> None:
    here, memory = new_desk("here"), Memory(bite=lambda: _PAGE)
    centre = Centre(ops, here, 80)
    centre.away_after = 80
    with pytest.raises(Trouble, match=r"centre\.away"):
        drive(fetch(here, memory), World(centre.answer, lambda _: False))
    assert reach(here) == 80

    centre.away_after = _COUNT
    assert drive(fetch(here, memory), World(centre.answer, lambda _: False))
    alone = new_desk("alone")
    with alone.writing() as writing:
        writing.take_foreign(ops)
    assert digest_of(here) == digest_of(alone)
