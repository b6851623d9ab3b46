"""The books of the centre: row by row those of a desk that holds the same acts, in whatever order they came."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.centre.line import Line
from db.store import SqlStore, create
from desk_app.sync.calls import Pull
from tests.centre.conftest import Centre, Stream, now_ms

Rows = list[tuple[Any, ...]]


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    """A desk that pulls what the centre has."""
    return create(tmp_path / "other.db", durable=False)


def books_of(store: SqlStore) -> tuple[Rows, Rows]:
    """Entries and balances of a desk."""
    with store.reading() as reading:
        cursor = reading.cursor
        return (
            cursor.execute("SELECT op_id, line, account, amount FROM entry ORDER BY 1, 2").fetchall(),
            cursor.execute("SELECT account, units, n FROM balance ORDER BY 1").fetchall(),
        )


def books_there(centre: Centre) -> tuple[Rows, Rows]:
    """Entries and balances of the centre."""
    return (
        centre.rows("SELECT op_id::text, line, account, amount FROM tessera.entry ORDER BY op_id, line"),
        centre.rows('SELECT account, units, n FROM tessera.balance ORDER BY account COLLATE "C"'),
    )


def test_each_entry_has_its_counterpart_in_a_line_behind_the_others(centre: Centre, desk: Line, stream: Stream) -> None:
    op = stream.add(("p-1", -10), ("p-2", 0), ("p-1", 250), ("p-3", 5))

    desk.answer(stream.push())

    identifier = UUID(op.op_id)
    assert centre.rows("SELECT * FROM tessera.entry ORDER BY line") == [
        (identifier, 0, "p-1", -10), (identifier, 2, "p-1", 250), (identifier, 3, "p-3", 5),
        (identifier, 4, "program", -245),
    ]  # fmt: skip
    assert centre.balances() == {"p-1": (240, 2), "p-3": (5, 1)}


def test_an_act_that_sums_to_nothing_by_itself_has_no_counterpart(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.add(("p-1", -10), ("p-2", 10))

    desk.answer(stream.push())

    assert centre.rows("SELECT line, account FROM tessera.entry ORDER BY line") == [(0, "p-1"), (1, "p-2")]


def test_one_id_with_two_contents_the_earlier_holds_whichever_came_first(centre: Centre, desk: Line) -> None:
    identifier, at = str(uuid4()), now_ms()
    early, late = Stream(), Stream()
    early.add(("p-1", 5), op_id=identifier, moment=at - 1000)
    late.add(("p-2", 7), op_id=identifier, moment=at)

    desk.answer(late.push())
    desk.answer(early.push())

    assert centre.balances() == {"p-1": (5, 1)}
    assert centre.rows("SELECT s.stream_id::text, q.reason FROM tessera.quarantine q JOIN tessera.stream s "
                       "ON s.no = q.stream") == [(late.name, "reused")]  # fmt: skip
    assert centre.is_sound()
    third = Stream()
    third.add(("p-3", 9), op_id=identifier, moment=at - 500)
    desk.answer(third.push())
    assert centre.balances() == {"p-1": (5, 1)}
    assert len(centre.aside()) == 2
    assert centre.is_sound()


def test_stamps_that_are_equal_are_told_apart_by_the_text(centre: Centre, desk: Line) -> None:
    identifier, at = str(uuid4()), now_ms()
    twins = [Stream(), Stream()]
    for number, one in enumerate(twins):
        one.add((f"p-{number}", 5), op_id=identifier, moment=at)
    from hashlib import sha256

    first = min(twins, key=lambda one: sha256(one.ops[0].body.encode()).digest())
    for one in twins:
        desk.answer(one.push())

    assert set(centre.balances()) == {json.loads(first.ops[0].body)["entries"][0][0]}
    assert centre.is_sound()


def test_a_contest_inside_one_call_is_decided_like_any_other(centre: Centre, desk: Line, stream: Stream) -> None:
    identifier, at = str(uuid4()), now_ms()
    stream.add(("p-1", 1), op_id=identifier, moment=at)
    stream.add(("p-2", 2), op_id=identifier, moment=at - 10)
    stream.add(("p-3", 3), op_id=identifier, moment=at - 5)
    stream.add(("p-2", 2), op_id=identifier, moment=at - 10)

    desk.answer(stream.push())

    assert centre.balances() == {"p-2": (2, 1)}
    assert centre.aside() == [(1, "reused"), (3, "reused")]
    assert centre.is_sound()


def test_an_unsound_act_never_takes_the_place_of_a_sound_one(centre: Centre, desk: Line, stream: Stream) -> None:
    identifier, at = str(uuid4()), now_ms()
    stream.add(("p-1", 1), op_id=identifier, moment=at)
    stream.add(("p-2", 2**63), op_id=identifier, moment=at - 10)

    desk.answer(stream.push())

    assert centre.balances() == {"p-1": (1, 1)}
    assert centre.aside() == [(2, "body")]
    assert centre.is_sound()


ACCOUNT = st.sampled_from(["p-1", "p-2", "family-9", "ё"])
ACT = st.tuples(
    st.integers(0, 5), st.integers(0, 3), st.lists(st.tuples(ACCOUNT, st.integers(-50, 50)), max_size=3)
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACT, min_size=1, max_size=12), cuts=st.lists(st.integers(0, 3), max_size=8))
def test_a_desk_that_pulls_has_the_same_books_row_by_row(
    centre: Centre, tmp_path: Path, acts: list[Any], cuts: list[int]
) -> None:
    """Few ids and few moments, so that contests and repetitions are common; three streams, sent in any mixture."""
    centre.keeper.execute("TRUNCATE tessera.stream, tessera.op_log, tessera.applied, tessera.entry, tessera.balance, "
                          "tessera.quarantine, tessera.safe")  # fmt: skip
    line = centre.desk(str(uuid4()))
    begin, streams = now_ms() - 100_000, [Stream() for _ in range(3)]
    for number, (which, when, entries) in enumerate(acts):
        streams[number % 3].add(*entries, op_id=str(UUID(int=which + 1)), moment=begin + when)
    sent = [0, 0, 0]
    for which in [*cuts, 0, 1, 2, 0, 1, 2]:
        place = which % 3
        ops = streams[place].ops
        if sent[place] < len(ops):
            line.answer(streams[place].push(sent[place] + 1, len(ops) if len(cuts) % 2 else sent[place] + 1))
            sent[place] = len(ops) if len(cuts) % 2 else sent[place] + 1
    line.close()

    other = create(tmp_path / f"{uuid4()}.db", durable=False)
    pulled = centre.lines[-1].answer(Pull(dict.fromkeys(range(1, 200), 0), 1000))
    with other.writing() as writing:
        writing.take_foreign(pulled)

    assert books_of(other) == books_there(centre)
    assert centre.is_sound()
    other.close()
    centre.lines[-1].close()
