"""Sending: each act once, in its place, after the one before, and into the desk's own streams only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from db.centre import admin
from db.centre.line import Line
from desk_app.domain.errors import Trouble
from desk_app.ports import StoredOp
from desk_app.sync.calls import Gate, Pushed
from tests.centre.conftest import Centre, Stream


def test_what_is_sent_is_there_and_sent_twice_it_is_there_once(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(50)

    answers = [desk.answer(stream.push()), desk.answer(stream.push())]

    assert answers == [Pushed(50, "ok"), Pushed(50, "ok")]
    assert centre.rows("SELECT count(*), count(DISTINCT op_id) FROM tessera.op_log") == [(50, 50)]
    assert centre.rows("SELECT count(*) FROM tessera.entry") == [(100,)]
    assert centre.is_sound()


def test_an_answer_that_was_lost_is_given_again_and_the_rest_goes_on(
    centre: Centre, desk: Line, stream: Stream
) -> None:
    stream.fill(60)
    desk.answer(stream.push(1, 50))

    pushed = desk.answer(stream.push(41, 60))

    assert pushed == Pushed(60, "ok")
    assert centre.rows("SELECT sum(amount) FROM tessera.entry") == [(0,)]
    assert centre.is_sound()


def test_acts_behind_a_gap_are_not_taken(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(10)
    desk.answer(stream.push(1, 3))

    assert desk.answer(stream.push(5, 10)) == Pushed(3, "gap")
    assert desk.answer(Stream().fill(3).push(2)) == Pushed(0, "gap")
    # a stream that was only asked about does not stand among the others
    assert centre.rows("SELECT head FROM tessera.stream") == [(3,)]


def test_other_acts_in_the_same_place_are_a_fork(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(5)
    twin = Stream(stream.name, list(stream.ops[:3]))
    twin.fill(2)
    desk.answer(stream.push())

    assert desk.answer(twin.push(1)).code == "fork"
    assert desk.answer(twin.push(5)).code == "fork"
    longer = Stream(stream.name, list(twin.ops))
    longer.fill(1)
    # its first act is another than the one the stream ends with
    assert desk.answer(longer.push(6)) == Pushed(5, "fork")
    assert len(centre.rows("SELECT 1 FROM tessera.op_log")) == 5


def test_an_act_that_was_changed_on_the_way_is_not_taken(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(4)
    stream.ops[2] = stream.ops[2]._replace(body=stream.ops[2].body.replace("anna", "olga"))

    assert desk.answer(stream.push()) == Pushed(0, "chain")
    assert centre.rows("SELECT 1 FROM tessera.stream") == []
    stream.ops[0] = stream.ops[0]._replace(hash=bytes(32))
    assert desk.answer(stream.push()).code == "fork"
    assert centre.rows("SELECT 1 FROM tessera.op_log") == []


def test_a_hash_chained_to_another_id_or_another_anchor_is_not_taken(desk: Line, stream: Stream) -> None:
    stream.fill(2)
    renamed = stream.ops[1]._replace(op_id=str(uuid4()))

    assert desk.answer(replace(stream.push(), ops=(stream.ops[0], renamed))).code == "chain"
    assert desk.answer(replace(stream.push(), anchor=bytes(32))).code == "fork"


def test_the_same_acts_under_another_name_happen_once(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(6)
    desk.answer(stream.push())
    before = centre.balances()
    again = Stream()
    for op in stream.ops:
        again.add_text(op.body, op.op_id, op.moment)

    assert desk.answer(again.push()) == Pushed(6, "ok")

    assert centre.balances() == before
    assert centre.aside() == []
    assert centre.is_sound()


def test_a_desk_appends_to_no_stream_of_another(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(3)
    other = centre.desk("Other")
    desk.answer(stream.push())
    stream.fill(1)

    assert other.answer(stream.push(4)) == Pushed(3, "not_yours")
    assert other.answer(stream.push(2)) == Pushed(3, "not_yours")
    stream.fill(2)
    assert other.answer(stream.push(6)) == Pushed(3, "not_yours")
    twin = Stream(stream.name).fill(2)
    assert other.answer(twin.push()) == Pushed(3, "not_yours")
    assert len(centre.rows("SELECT 1 FROM tessera.op_log")) == 3


def test_what_another_desk_gave_already_need_not_be_given_again(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(3)
    other = centre.desk("Other")
    desk.answer(stream.push())

    assert other.answer(stream.push()) == Pushed(3, "ok")


def test_a_revoked_desk_sends_nothing_not_even_over_a_line_it_holds(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(2)
    desk.answer(stream.push(1, 1))
    centre.rows("UPDATE tessera.desk SET revoked_at = clock_timestamp() RETURNING 1")

    assert desk.answer(stream.push(2)) == Pushed(0, "revoked")
    with pytest.raises(Trouble, match=r"centre\.revoked"):
        desk.answer(Gate())


def test_revoking_ends_the_lines_and_shuts_the_door(centre: Centre, desk: Line, stream: Stream) -> None:
    desk.answer(stream.fill(1).push())

    assert admin.revoke(centre.keeper, "Reception") == 1

    with pytest.raises(Trouble, match=r"centre\.away"):
        desk.answer(Gate())
    with pytest.raises(Trouble, match=r"centre\.revoked"):
        desk.answer(Gate())


ONE, ANOTHER = "9f0a5e3c-5f2b-4c3e-9a51-000000000001", "9f0a5e3c-5f2b-4c3e-9a51-000000000002"


@pytest.mark.parametrize(
    "values",
    [
        {"p_stream": None}, {"p_anchor": None}, {"p_anchor": b"x" * 31}, {"p_anchor": b"x" * 33}, {"p_first": None},
        {"p_first": 0}, {"p_first": -1}, {"p_first": 2**63 - 1}, {"p_op": []}, {"p_op": None}, {"p_body": None},
        {"p_hash": None}, {"p_moment": None}, {"p_op": [None, None]}, {"p_body": ["{}", None]},
        {"p_hash": [b"x" * 32, None]}, {"p_moment": [1, None]}, {"p_body": ["{}"]}, {"p_hash": [b"x"]},
        {"p_moment": [1]}, {"p_op": [[ONE], [ANOTHER]]}, {"p_body": [["{}"], ["{}"]]},
        {"p_body": ["x" * 33_554_433, "{}"]},
    ],
    ids=lambda values: f"{next(iter(values))}={str(next(iter(values.values())))[:20]}",
)  # fmt: skip
def test_a_call_that_makes_no_sense_is_refused_whole(centre: Centre, desk: Line, values: dict[str, Any]) -> None:
    given = {
        "p_stream": str(uuid4()), "p_anchor": bytes(32), "p_first": 1, "p_op": [str(uuid4()), str(uuid4())],
        "p_moment": [1, 2], "p_body": ["{}", "{}"], "p_hash": [bytes(32), bytes(32)], **values,
    }  # fmt: skip
    types = {"p_stream": "uuid", "p_anchor": "bytea", "p_first": "bigint", "p_op": "uuid[]", "p_moment": "bigint[]",
             "p_body": "text[]", "p_hash": "bytea[]"}  # fmt: skip
    query = ", ".join(f"{name} => %({name})b::{kind}" for name, kind in types.items())

    with psycopg.connect(desk._conninfo, password=desk._password) as connection:
        row = connection.execute(f"SELECT head, code FROM sync_v1.push({query})".encode(), given).fetchone()

    assert row == (0, "bad_request")
    assert centre.rows("SELECT 1 FROM tessera.stream") == []


def test_more_acts_than_a_call_may_carry_are_refused(desk: Line, stream: Stream) -> None:
    one = stream.add()
    many = tuple(StoredOp(stream.name, place, one.op_id, 1, "{}", bytes(32)) for place in range(1, 5002))

    assert desk.answer(replace(stream.push(), ops=many)).code == "bad_request"


def test_acts_of_the_largest_size_go_one_by_one(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.add(("p-1", 5), note="ё" * 1_000_000)

    assert desk.answer(stream.push()) == Pushed(1, "ok")
    assert centre.is_sound()
