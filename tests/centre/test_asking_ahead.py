"""The line begins with a question before its answer is wanted, and never mixes two of them up."""

from __future__ import annotations

import pytest

from db.centre.line import Line
from desk_app.domain.errors import Trouble
from desk_app.sync.calls import Ahead, Gate, Pull, Push
from tests.centre.conftest import Centre, Stream


@pytest.fixture
def filled(desk: Line, stream: Stream) -> Stream:
    stream.fill(30)
    desk.answer(stream.push())
    return stream


def test_what_was_asked_ahead_is_answered_when_it_is_wanted(desk: Line, filled: Stream) -> None:
    assert desk.answer(Ahead(Pull({1: 10}, 5))) is None
    # answered before these came
    desk.answer(Ahead(Pull({1: 28}, 5)))
    more = desk.answer(Pull({1: 28}, 5))

    assert [op.seq for op in more] == [29, 30]
    assert [op.seq for op in desk.answer(Pull({1: 28}, 5))] == [29, 30]


def test_another_question_is_not_given_its_answer(desk: Line, filled: Stream) -> None:
    desk.answer(Ahead(Pull({1: 10}, 5)))
    assert [op.seq for op in desk.answer(Pull({1: 20}, 5))] == [21, 22, 23, 24, 25]

    desk.answer(Ahead(Pull({1: 10}, 5)))
    assert desk.answer(Gate()).ops == 30
    filled.add()
    assert desk.answer(filled.push(31)).code == "ok"
    assert isinstance(filled.push(31), Push)


def test_a_line_that_breaks_meanwhile_says_so_when_the_answer_is_wanted(
    centre: Centre, desk: Line, filled: Stream
) -> None:
    desk.answer(Gate())
    centre.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid()"
    )
    desk.answer(Ahead(Pull({1: 10}, 5)))

    with pytest.raises(Trouble, match=r"centre\.away"):
        desk.answer(Pull({1: 10}, 5))
    assert [op.seq for op in desk.answer(Pull({1: 10}, 2))] == [11, 12]


def test_who_hangs_up_waits_for_no_answer(desk: Line, filled: Stream) -> None:
    desk.answer(Ahead(Pull({1: 10}, 5)))
    desk.close()
    desk.close()

    assert [op.seq for op in desk.answer(Pull({1: 10}, 2))] == [11, 12]
