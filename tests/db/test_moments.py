"""When an act happened is the centre's word: everything that follows from it moves there, on every desk alike."""

from __future__ import annotations

import random
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.store import SqlStore
from db.verify import verify
from desk_app.domain.facts import day_moved, days_between
from desk_app.ports import StoredOp
from tests.db import acts
from tests.db.conftest import NewDesk, digest_of
from tests.db.test_oplog import BY_ITSELF, PARTS, by_stream, exchange, ops_of, take

HOUR, DAY = 3_600_000, 86_400_000
YEAR = 365 * DAY


@pytest.mark.parametrize(
    ("said", "moment", "utc", "days"),
    [
        (0, 0, 0, 0),
        (0, DAY - 1, 0, 0),
        (0, DAY, 0, 1),
        (0, -1, 0, -1),
        (20 * HOUR, 22 * HOUR, 180, 1),
        (22 * HOUR, 20 * HOUR, 180, -1),
        (20 * HOUR, 22 * HOUR, 0, 0),
        (YEAR + 5 * HOUR, 5 * HOUR, -300, -365),
        (0, 11 * HOUR, None, 0),
        (0, 13 * HOUR, None, 1),
        (13 * HOUR, 0, None, -1),
        (0, 13 * HOUR, "180", 1),
        (0, 13 * HOUR, 5000, 1),
    ],
)
def test_an_act_moves_by_local_days(said: int, moment: int, utc: object, days: int) -> None:
    assert days_between(said, moment, utc) == days


def test_what_is_no_day_stays_what_it_is() -> None:
    assert [day_moved(day, -800_000) for day in ("2026-11-02", "soon", "")] == ["2026-11-02", "soon", ""]


def test_an_own_act_moves_to_the_moment_the_centre_gives_it(desk: SqlStore) -> None:
    act = acts.checkout("p-1", 1, acts.NOON + YEAR)
    act.body["utc"] = 180
    with desk.writing() as writing:
        writing.append(act)
        stream = writing.own_streams()[0].stream
        changes, before = writing.state_mark(), writing.facts(["p-1"])

    with desk.writing() as writing:
        writing.mark_sent(stream, 1, {act.id: acts.NOON})

    with desk.reading() as reading:
        assert {fact.moment for fact in reading.facts(["p-1"])} == {acts.NOON} == {reading.newest_moment()}
        assert [(one.day - two.day).days for one, two in zip(before, reading.facts(["p-1"]), strict=True)] == [365] * 3
        row = reading.receipt(act.id)
        assert row is not None
        assert (row.moment, row.day.isoformat(), row.body["day"]) == (acts.NOON, "2025-11-02", acts.DAY)
        assert reading.balance("p-1") == 240
        assert reading.state_mark() != changes
        assert reading.last_change() == changes[0]
        assert reading.op_body(act.id) == act.body
    assert verify(desk) == ()


def test_a_word_heard_again_changes_nothing(desk: SqlStore) -> None:
    act = acts.checkout("p-1", 1)
    with desk.writing() as writing:
        writing.append(act)
        stream = writing.own_streams()[0].stream
        writing.mark_sent(stream, 1, {act.id: acts.NOON - 5})
    with desk.reading() as reading:
        mark = reading.state_mark()

    with desk.writing() as writing:
        writing.mark_sent(stream, 1, {act.id: acts.NOON - 5, str(uuid.uuid4()): 7})

    with desk.reading() as reading:
        assert reading.state_mark() == mark


def test_a_merge_is_of_the_day_it_happened(desk: SqlStore) -> None:
    people = [acts.op(1, patient=acts.person(who, "Ким")) for who in ("p-1", "p-2")]
    merge = acts.op(acts.NOON + 2 * DAY, edge={"kind": "merge", "member": "p-2", "into": "p-1"})
    with desk.writing() as writing:
        writing.append_many([*people, merge])
        writing.mark_sent(writing.own_streams()[0].stream, 3, {merge.id: acts.NOON})

    with desk.reading() as reading:
        found = reading.merge("p-2")
    assert found is not None
    assert (found[0], found[3].isoformat()) == (acts.NOON, "2026-10-31")
    assert verify(desk) == ()


class TestFromElsewhere:
    @pytest.fixture
    def op(self, new_desk: NewDesk) -> StoredOp:
        there = new_desk("there")
        with there.writing() as writing:
            writing.append(acts.checkout("p-1", 1, acts.NOON + YEAR))
        return ops_of(there)[0]

    def moment(self, desk: SqlStore) -> set[int]:
        with desk.reading() as reading:
            assert verify(desk) == ()
            return {fact.moment for fact in reading.facts(["p-1"])} | {op.moment for op in ops_of(desk)}

    def test_an_act_comes_with_the_word_of_the_centre(self, desk: SqlStore, op: StoredOp) -> None:
        take(desk, [op._replace(moment=acts.NOON)])

        assert self.moment(desk) == {acts.NOON}

    def test_who_has_not_heard_it_takes_nothing_back(self, desk: SqlStore, op: StoredOp) -> None:
        take(desk, [op._replace(moment=acts.NOON)])
        take(desk, [op])

        assert self.moment(desk) == {acts.NOON}

    def test_of_two_words_the_later_one_holds(self, desk: SqlStore, op: StoredOp) -> None:
        for moment in (acts.NOON, acts.NOON + 9, acts.NOON + 5):
            take(desk, [op._replace(moment=moment)])

        assert self.moment(desk) == {acts.NOON + 9}

    def test_it_is_heard_under_another_name_of_the_act_too(self, desk: SqlStore, op: StoredOp) -> None:
        take(desk, [op])
        other = str(uuid.uuid4())
        with desk.writing() as writing:
            writing.take_foreign([op._replace(stream=other, moment=acts.NOON)], {other: writing_anchor(op)})

        with desk.reading() as reading:
            assert {fact.moment for fact in reading.facts(["p-1"])} == {acts.NOON}
        assert verify(desk) == ()


def writing_anchor(op: StoredOp) -> bytes:
    """The anchor under which the first op of a stream is first in another one too."""
    from db.oplog import anchor_of

    return anchor_of(op.stream)


def test_what_nobody_can_read_does_not_push_later_acts_ahead(desk: SqlStore) -> None:
    from tests.db.test_oplog import chain

    take(desk, chain(str(uuid.uuid4()), [(str(uuid.uuid4()), 1 << 61, "{")]))

    with desk.reading() as reading:
        assert reading.newest_moment() == 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plan=st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 5 * DAY), PARTS, st.booleans(), st.sampled_from([None, 0, 180])),
        min_size=1,
        max_size=10,
    ),
    words=st.lists(st.one_of(st.none(), st.integers(0, 5 * DAY)), min_size=10, max_size=10),
    shuffle=st.randoms(use_true_random=False),
)
def test_the_word_of_the_centre_may_come_early_or_late(
    plan: list[tuple[int, int, dict[str, Any], bool, int | None]],
    words: list[int | None],
    shuffle: random.Random,
    new_desk: NewDesk,
    tmp_path: Path,
) -> None:
    desks = [new_desk(f"{uuid.uuid4()}") for _ in range(5)]
    heard: dict[str, int] = {}
    for (where, moment, parts, hears, utc), word in zip(plan, words, strict=False):
        op_id = shuffle.choice(BY_ITSELF) if shuffle.random() < 0.3 else ""
        act = acts.op(moment, op_id, **parts, **({} if utc is None else {"utc": utc}))
        if word is not None:
            heard[act.id] = word
        with desks[where].writing() as writing:
            writing.append(act)
        if hears:
            exchange(desks[where], desks[(where + 1) % 3])

    def as_the_centre_says(op: StoredOp) -> StoredOp:
        return op._replace(moment=heard.get(op.op_id, op.moment))

    # those who made them hear of it when they send
    streams = by_stream(desks[:3])
    told = {stream: [as_the_centre_says(op) for op in ops] for stream, ops in streams.items()}
    for desk in desks[:3]:
        with desk.writing() as writing:
            for own in writing.own_streams():
                moved = {op.op_id: op.moment for op in told.get(own.stream, ()) if op.op_id in heard}
                writing.mark_sent(own.stream, own.head, moved)
    # two others hear all of it in different orders, of some acts from a desk that does not know yet
    for listener in desks[3:]:
        waiting = [list(zip(streams[stream], told[stream], strict=True)) for stream in streams]
        while waiting:
            one = shuffle.choice(waiting)
            raw, right = one.pop(0)
            take(listener, [raw] if shuffle.random() < 0.5 else [right])
            waiting = [one for one in waiting if one]
    for desk in desks:
        for ops in shuffle.sample(list(told.values()), len(told)):
            take(desk, ops)

    assert len({digest_of(one) for one in desks}) == 1
    assert verify(desks[3]) == ()
    for desk in desks:
        desk.close()
