"""When an act counts: at its own moment, no later than shortly after it was heard, and never before its neighbour."""

from __future__ import annotations

import json
from uuid import uuid4

from db.centre.line import Line
from desk_app.sync.calls import Hello, Pull, Pushed, Times, Welcome
from tests.centre.conftest import Centre, Stream, now_ms

YEAR = 365 * 86_400_000


def moments(line: Line, stream: Stream) -> list[int]:
    """The moments everybody is told, in the order of the stream."""
    heads = line.answer(Hello("1", "here", (stream.name,)))
    assert isinstance(heads, Welcome)
    return [op.moment for op in line.answer(Pull({heads.own[0].no: 0}, 5000))]


def test_a_clock_that_is_right_is_believed(desk: Line, stream: Stream) -> None:
    at = now_ms()
    for step in range(5):
        stream.add(moment=at - 90 * 86_400_000 + step)

    assert desk.answer(stream.push()).moved == {}
    assert moments(desk, stream) == [op.moment for op in stream.ops]


def test_a_clock_a_year_ahead_counts_as_now(desk: Line, stream: Stream) -> None:
    at = now_ms()
    ahead = [stream.add(moment=at + YEAR + step) for step in range(3)]

    pushed = desk.answer(stream.push())

    told = moments(desk, stream)
    assert at + 110_000 < told[0] < at + 120_000
    assert told == sorted(set(told))
    assert pushed == Pushed(3, "ok", {op.op_id: moment for op, moment in zip(ahead, told, strict=True)})
    assert desk.answer(Times(stream.name, 1, 3)) == pushed.moved


def test_an_answer_that_was_lost_tells_the_same_moments_again(desk: Line, stream: Stream) -> None:
    stream.add(moment=now_ms() + YEAR)
    first = desk.answer(stream.push())
    stream.add()

    again = desk.answer(stream.push())

    assert again.moved.items() >= first.moved.items()
    assert moments(desk, stream)[0] == first.moved[stream.ops[0].op_id]


def test_a_clock_that_went_back_counts_behind_what_it_did_before(desk: Line, stream: Stream) -> None:
    at = now_ms()
    for moment in (at, at - YEAR, at - YEAR, at + 5):
        stream.add(moment=moment)
    desk.answer(stream.push(1, 1))

    desk.answer(stream.push(2))

    assert moments(desk, stream) == [at, at + 1, at + 2, at + 5]


def test_one_moment_twice_is_no_step_back(desk: Line, stream: Stream) -> None:
    at = now_ms()
    for moment in (at, at, at):
        stream.add(moment=moment)

    assert desk.answer(stream.push()).moved == {}


def test_an_act_counts_at_one_moment_under_every_name(centre: Centre, desk: Line, stream: Stream) -> None:
    op = stream.add(moment=now_ms() + YEAR)
    other, third = Stream(), Stream()
    other.add(moment=now_ms() + 1000)
    other.add_text(op.body, op.op_id, op.moment)
    third.add_text(op.body, op.op_id, now_ms() - YEAR)
    first = desk.answer(stream.push()).moved[op.op_id]

    assert desk.answer(other.push()).moved == {op.op_id: first}
    assert desk.answer(third.push()).moved == {op.op_id: first}

    assert moments(desk, other)[1] == first
    assert moments(desk, third) == [first]
    assert centre.is_sound()


def test_a_moment_the_centre_set_before_it_was_restored_holds_when_it_is_sent_again(
    centre: Centre, desk: Line, stream: Stream
) -> None:
    op = stream.add(moment=now_ms() + YEAR)
    set_right = desk.answer(stream.push()).moved[op.op_id]
    centre.keeper.execute("TRUNCATE tessera.stream, tessera.op_log, tessera.applied, tessera.safe")
    again = Stream(stream.name)
    again.add_text(op.body, op.op_id, set_right)

    assert desk.answer(again.push()) == Pushed(1, "ok")
    assert moments(desk, again) == [set_right]
    # what the desk's file says is another thing, and a desk that was restored too is told
    assert desk.answer(Times(stream.name, 1, 1)) == {op.op_id: set_right}


def test_a_contest_changes_the_content_and_not_the_moment(desk: Line, stream: Stream) -> None:
    at, identifier = now_ms(), str(uuid4())
    stream.add(("p", 1), op_id=identifier, moment=at)
    early = Stream()
    early.add(("p", 2), op_id=identifier, moment=at - 500)
    desk.answer(stream.push())

    assert desk.answer(early.push()).moved == {identifier: at}
    assert moments(desk, early) == [at]


def test_moments_beyond_all_bounds_are_set_right_too(centre: Centre, desk: Line, stream: Stream) -> None:
    far = 2**63 - 1
    stream.add(moment=far)
    stream.add_text(json.dumps({"kind": "x", "day": "d", "moment": -(2**63), "hlc": 0}), moment=-(2**63))

    pushed = desk.answer(stream.push())

    assert pushed.code == "ok"
    assert len(pushed.moved) == 2
    # the stamp of the first is beyond what anybody follows
    assert centre.aside() == [(1, "body")]
