"""Fetching: everything behind what one has, each stream in its order, and nothing twice."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from db.centre import admin
from db.centre.line import Line
from desk_app.domain.errors import Trouble
from desk_app.ports import StoredOp
from desk_app.sync.calls import Gate, HashesAt, Heads, Hello, Pull, Seed, SeedOffered, Welcome
from tests.centre.conftest import Centre, Stream, now_ms


def test_a_desk_that_comes_hears_how_far_its_streams_reach(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(5)
    desk.answer(stream.push())

    welcome = desk.answer(Hello("1.2", "computer", (stream.name, Stream().name)))

    assert isinstance(welcome, Welcome)
    head = welcome.own[0]
    assert (len(welcome.own), head.stream, head.head, head.hash) == (1, stream.name, 5, stream.ops[4].hash)
    assert head.anchor == stream.anchor
    assert (welcome.status, welcome.desk, welcome.poll, dict(welcome.safe)) == ("active", "Reception", 5, {})
    assert abs(welcome.now - now_ms()) < 5000
    assert centre.report().desks[0].app == "1.2"


def test_a_revoked_desk_is_told_so(centre: Centre, desk: Line) -> None:
    desk.answer(Gate())
    centre.rows("UPDATE tessera.desk SET revoked_at = clock_timestamp() RETURNING 1")

    assert desk.answer(Hello("1", "here", ())).status == "revoked"


def test_more_desks_look_less_often(centre: Centre, desk: Line) -> None:
    polls = []
    for many in (49, 451, 1500):
        centre.keeper.execute(
            "INSERT INTO tessera.desk (name, role) SELECT gen_random_uuid()::text, 'r' || gen_random_uuid()::text "
            "FROM generate_series(1, %s)", (many,)
        )  # fmt: skip
        polls.append(desk.answer(Hello("1", "here", ())).poll)

    assert polls == [10, 20, 20]


def test_places_come_in_the_order_of_numbers_and_not_of_letters(desk: Line, stream: Stream) -> None:
    stream.fill(101)
    desk.answer(stream.push())

    for after in (8, 9, 10, 98, 99, 100):
        assert [op.seq for op in desk.answer(Pull({1: after}, 5))] == list(range(after + 1, min(after + 6, 102)))


def test_page_after_page_everything_comes_once(desk: Line) -> None:
    streams = [Stream().fill(size) for size in (13, 1, 30, 7)]
    for one in streams:
        desk.answer(one.push())
    numbers = {head.stream: head.no for head in desk.answer(Heads())}
    after, got = dict.fromkeys(numbers.values(), 0), list[StoredOp]()

    while page := desk.answer(Pull(after, 10)):
        assert len(page) <= 10
        got += page
        for op in page:
            assert op.seq == after[numbers[op.stream]] + 1
            after[numbers[op.stream]] = op.seq

    assert sorted(got, key=lambda op: (numbers[op.stream], op.seq)) == [op for one in streams for op in one.ops]


def test_a_stream_nobody_asked_for_is_not_sent(desk: Line, stream: Stream) -> None:
    desk.answer(stream.fill(3).push())

    assert desk.answer(Pull({}, 10)) == ()
    assert desk.answer(Pull({77: 0}, 10)) == ()
    assert desk.answer(Pull({1: 3}, 10)) == ()
    # further than the centre is: normal after it was restored
    assert desk.answer(Pull({1: 10**12}, 10)) == ()


def test_heads_tell_where_every_stream_ends(desk: Line) -> None:
    streams = [Stream().fill(size) for size in (2, 3)]
    for one in streams:
        desk.answer(one.push())

    heads = desk.answer(Heads())

    assert [(head.stream, head.head, head.hash, head.anchor) for head in heads] == [
        (one.name, len(one.ops), one.ops[-1].hash, one.anchor) for one in streams
    ]
    assert [head.no for head in heads] == sorted(head.no for head in heads)


def test_the_gate_moves_when_something_came_and_only_then(desk: Line, stream: Stream) -> None:
    before = desk.answer(Gate())
    desk.answer(stream.fill(2).push())
    after = desk.answer(Gate())
    desk.answer(stream.push())

    assert before != after == desk.answer(Gate())
    assert (after.streams, after.ops) == (1, 2)


def test_hashes_are_told_of_places_that_are_there(desk: Line, stream: Stream) -> None:
    desk.answer(stream.fill(3).push())

    told = desk.answer(HashesAt(stream.name, (0, 2, 3, 4, 10**12)))

    assert told == {0: stream.anchor, 2: stream.ops[1].hash, 3: stream.ops[2].hash}
    assert desk.answer(HashesAt(Stream().name, (0, 1))) == {}


def test_the_text_of_an_act_comes_back_letter_by_letter(desk: Line, stream: Stream) -> None:
    texts = ['{ "b":1,\t"a" : 2, "a":3 }', "{}  ", '{"x":"ё\u0301\u202e"}', "[1e3, 1.0]", "not JSON"]
    for text in texts:
        stream.add_text(text)

    desk.answer(stream.push())

    assert [op.body for op in desk.answer(Pull({1: 0}, 10))] == texts


def test_a_seed_is_fetched_in_parts_and_proven_by_its_sum(
    centre: Centre, desk: Line, stream: Stream, tmp_path: Path
) -> None:
    desk.answer(stream.fill(4).push())
    file = tmp_path / "seed.db"
    content = bytes(range(256)) * 40_000
    file.write_bytes(content)
    assert desk.answer(SeedOffered()) is None

    number = admin.offer_seed(centre.keeper, file, {stream.name: (4, stream.ops[3].hash)}, "r7")

    seed = desk.answer(SeedOffered())
    assert seed == Seed(number, 4, len(content), 3, hashlib.sha256(content).digest(), "r7")
    assert b"".join(desk.seed_part(number, part) for part in range(seed.parts)) == content
    with pytest.raises(Trouble, match=r"centre\.seed"):
        desk.seed_part(number, 3)
    again = admin.offer_seed(centre.keeper, file, {}, "r8")
    with pytest.raises(Trouble, match=r"centre\.seed"):
        desk.seed_part(number, 0)
    assert centre.rows("SELECT DISTINCT seed FROM tessera.seed_part") == [(again,)]


def test_a_seed_that_does_not_fit_the_centre_is_not_offered(
    centre: Centre, desk: Line, stream: Stream, tmp_path: Path
) -> None:
    desk.answer(stream.fill(4).push())
    file = tmp_path / "seed.db"
    file.write_bytes(b"x")

    for heads in (
        {stream.name: (4, stream.ops[2].hash)},
        {stream.name: (5, bytes(32))},
        {Stream().name: (1, bytes(32))},
    ):
        with pytest.raises(Trouble, match=r"centre\.seed"):
            admin.offer_seed(centre.keeper, file, heads, "r7")

    assert desk.answer(SeedOffered()) is None
    assert centre.rows("SELECT 1 FROM tessera.seed") == []
