"""Acts that cannot be read: kept, put aside one by one, in nobody's way, and tried again after a mend."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from db.centre import admin
from db.centre.line import Line
from desk_app.sync.calls import Pull, Push, Pushed
from tests.centre.conftest import Centre, Stream, now_ms


def whole(**changes: Any) -> str:
    """The text of a sound act, with some keys changed; None takes a key away."""
    at = now_ms()
    body = {"kind": "act", "v": 1, "day": "2026-11-22", "moment": at, "hlc": at << 16, **changes}
    return json.dumps({name: value for name, value in body.items() if value is not None})


#: Bodies nobody can apply, and why each is put aside.
POISON = [
    ("", "body"), ("{", "body"), ("{'kind': 1}", "body"), ("[]", "body"), ("7", "body"), ("null", "body"),
    ('"x"', "body"), ("{}" * 2, "body"), ('{"a": NaN}', "body"), ('"\\ud800"', "body"), ("﻿{}", "body"),
    (whole(kind=None), "kind"), (whole(kind=7), "kind"), (whole(day=None), "day"), (whole(day=20261122), "day"),
    (whole(moment=None), "moment"), (whole(moment="1"), "moment"), (whole(moment=1.5), "body"),
    (whole(moment=2**63), "body"), (whole(moment=-(2**63) - 1), "body"), (whole(moment=True), "moment"),
    (whole(hlc=None), "hlc"), (whole(hlc=-1), "hlc"), (whole(hlc=2**60), "hlc"), (whole(hlc="5"), "hlc"),
    (whole(entries=7), "entries"), (whole(entries={"p": 1}), "entries"), (whole(entries=[7]), "body"),
    (whole(entries=[["p"]]), "entries"), (whole(entries=[["p", 1, 2]]), "entries"),
    (whole(entries=[[7, 1]]), "entries"),
    (whole(entries=[["p", "1"]]), "entries"), (whole(entries=[["p", None]]), "entries"),
    (whole(entries=[["p", 1.5]]), "body"), (whole(entries=[["p", 1.0]]), "body"),
    (whole(entries=[["p", 1e300]]), "body"), (whole(entries=[["p", True]]), "body"),
    (whole(entries=[["p", 2**63]]), "body"), (whole(entries=[["p", 10**30]]), "body"),
    (whole(entries=[["p", 2**62], ["q", 2**62], ["r", 2**62]]), "body"), (whole(entries=[[None, 1]]), "entries"),
    (whole(entries=[["p", 5], ["q", "x"]]), "body"), (whole(entries=[{"0": "p", "1": 5}]), "body"),
    ('{"note":' + "[" * 60_000 + "]" * 60_000 + "," + whole()[1:], "54001"),
    (whole(entries=[["".join(map(str, range(20_000))), 5]]), "54000"), (whole(entries=[["program", 5]]), "entries"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "reason"), POISON, ids=[f"{n}-{body[:30]}" for n, (body, _) in enumerate(POISON)])
def test_an_act_that_cannot_be_read_is_put_aside_and_the_rest_counts(
    centre: Centre, desk: Line, stream: Stream, body: str, reason: str
) -> None:
    stream.add(("p-1", 5))
    stream.add_text(body)
    stream.add(("p-1", 7))

    assert desk.answer(stream.push()) == Pushed(3, "ok")

    assert centre.aside() == [(2, reason)]
    assert centre.balances() == {"p-1": (12, 2)}
    assert centre.is_sound()


#: What looks odd and is all right: it has an effect, the same as on a desk.
ODD = [
    whole(entries=[]), whole(entries=[["p", 0]]), whole(entries=[["p", -5], ["p", 5]]),
    whole(entries=[["", 1]]), whole(entries=[["p", 2**63 - 1], ["p", -(2**63 - 1)]]), whole(kind="", day=""),
    whole(kind="of the future", v=99, wonders={"x": [1, 2]}), whole(moment=0, hlc=0), whole(moment=-5),
    whole(moment=7_258_118_400_000), whole(note="a\x00b", entries=[["p\x00", 5]]), whole(note="\\u0000 \\\x00"),
    whole(note="Жёлтая Ү І \u202e\u0301 '\";-- DROP"), whole(entries=[["'; DROP TABLE tessera.op_log; --", 1]]),
    '{"entries":[["p",1]],"entries":[["p",2]],' + whole()[1:],
    whole(facts=[{"kind": "nonsense"}], patient=7, receipt="x"),
]  # fmt: skip


@pytest.mark.parametrize("body", ODD, ids=range(len(ODD)))
def test_an_act_that_only_looks_odd_counts(centre: Centre, desk: Line, stream: Stream, body: str) -> None:
    stream.add_text(body)

    assert desk.answer(stream.push()) == Pushed(1, "ok")

    assert centre.aside() == []
    assert centre.rows("SELECT 1 FROM tessera.applied") == [(1,)]
    assert centre.is_sound()


def test_nul_in_a_text_is_a_question_mark_in_the_books_and_stays_in_the_log(
    centre: Centre, desk: Line, stream: Stream
) -> None:
    told = whole(entries=[["p\x00\x00", 5], ["\\u0000", 1]])
    stream.add_text(told)
    desk.answer(stream.push())

    assert centre.balances() == {"p??": (5, 1), "\\u0000": (1, 1)}
    assert desk.answer(Pull({1: 0}, 10))[0].body == told


def test_zero_inside_the_bytes_of_a_text_never_comes_in(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.add()
    raw = stream.ops[0]._replace(body="{\x00}")

    with pytest.raises((psycopg.Error, ValueError)):
        desk.answer(Push(stream.name, stream.anchor, 1, (raw,)))
    assert centre.rows("SELECT 1 FROM tessera.stream") == []


def test_many_poisonous_acts_among_many_sound_ones(centre: Centre, desk: Line, stream: Stream) -> None:
    for place in range(300):
        if place % 37 == 5:
            stream.add_text("nonsense")
        else:
            stream.add(("p-1", 1))

    assert desk.answer(stream.push()) == Pushed(300, "ok")

    assert [seq for seq, _ in centre.aside()] == list(range(6, 301, 37))
    assert centre.balances() == {"p-1": (292, 292)}
    assert centre.is_sound()


def test_a_balance_that_would_run_over_is_no_poison_for_those_before(
    centre: Centre, desk: Line, stream: Stream
) -> None:
    stream.add(("p-1", 2**63 - 5))
    stream.add(("p-1", 4))
    stream.add(("p-1", 1))

    assert desk.answer(stream.push()) == Pushed(3, "ok")

    assert centre.balances() == {"p-1": (2**63 - 1, 2)}
    assert centre.aside() == [(3, "body")]


def test_a_poisonous_act_is_put_aside_once_wherever_it_stands(centre: Centre, desk: Line, stream: Stream) -> None:
    identifier = str(uuid4())
    stream.add_text("{", identifier)
    again = Stream()
    again.add_text("{", identifier)
    desk.answer(stream.push())
    desk.answer(again.push())

    assert len(centre.aside()) == 2
    sound = Stream()
    sound.add(("p-1", 3), op_id=identifier)
    desk.answer(sound.push())
    assert centre.balances() == {"p-1": (3, 1)}
    assert centre.is_sound()


def test_after_a_mend_what_was_put_aside_is_tried_again(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.add_text(whole(entries=[["p-1", 4]]))
    stream.add_text("{")
    # a fault of ours that made a sound act look poisonous
    kept = centre.rows("SELECT pg_get_functiondef('tessera.readable'::regproc)")[0][0]
    centre.keeper.execute(
        kept.replace("tessera.without_nul(body) END", "'' END").replace("= 0 THEN body", "= 9 THEN ''")
    )
    desk.answer(stream.push())
    assert centre.aside() == [(1, "body"), (2, "body")]
    assert centre.report().put_aside == 2

    centre.keeper.execute(kept)

    assert admin.reapply(centre.keeper) == (2, 1)
    assert centre.aside() == [(2, "body")]
    assert centre.balances() == {"p-1": (4, 1)}
    assert centre.is_sound()


def test_trouble_of_the_server_itself_puts_nothing_aside(centre: Centre, desk: Line, stream: Stream) -> None:
    stream.fill(3)
    centre.keeper.execute("ALTER TABLE tessera.entry RENAME TO elsewhere")
    try:
        with pytest.raises(Exception):  # noqa: B017, PT011 - whatever it is, it is no answer
            desk.answer(stream.push())
    finally:
        centre.keeper.execute("ALTER TABLE tessera.elsewhere RENAME TO entry")

    assert centre.rows("SELECT 1 FROM tessera.stream") == []
    assert desk.answer(stream.push()) == Pushed(3, "ok")
    assert centre.aside() == []
