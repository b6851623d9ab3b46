"""Streams of a desk: what waits is told from their ends, and one that went two ways parts without a word changed."""

from __future__ import annotations

import uuid
from hashlib import sha256

import pytest

from db.oplog import chained
from db.store import SqlStore
from db.verify import verify
from desk_app.domain.errors import Trouble
from desk_app.ports import OwnStream, StoredOp
from desk_app.sync.parting import parted_name
from tests.db import acts
from tests.db.conftest import NewDesk, digest_of


def pay(store: SqlStore, *numbers: int) -> None:
    for number in numbers:
        with store.writing() as writing:
            writing.append(acts.checkout("p-1", number, acts.NOON + number))


def streams(store: SqlStore) -> tuple[OwnStream, ...]:
    with store.reading() as reading:
        return reading.own_streams()


def ops_of(store: SqlStore) -> tuple[StoredOp, ...]:
    with store.reading() as reading:
        return reading.ops_after({})


def test_what_waits_is_what_the_centre_has_not_confirmed(desk: SqlStore) -> None:
    with desk.reading() as reading:
        assert (reading.waiting(), reading.waiting_since(), reading.unsent(9)) == (0, None, ())
    pay(desk, 1, 2, 3)
    (own,) = streams(desk)
    assert (own.head, own.sent, own.current) == (3, 0, True)

    with desk.writing() as writing:
        writing.mark_sent(own.stream, 1, {})
        later = writing.begin_stream()
    pay(desk, 4)

    with desk.reading() as reading:
        assert (reading.waiting(), reading.waiting_since()) == (3, acts.NOON + 2)
        assert [row.moment - acts.NOON for row in reading.unsent(9)] == [2, 3, 4]
        assert [row.moment - acts.NOON for row in reading.unsent(2)] == [2, 3]
    assert [(one.stream, one.head, one.sent, one.current) for one in streams(desk)] == [
        (own.stream, 3, 1, False),
        (later, 1, 0, True),
    ]
    with desk.writing() as writing:
        writing.mark_sent(own.stream, 3, {})
        writing.forget_sent()
        assert writing.waiting() == 4


def test_a_place_of_a_stream_has_a_hash_and_place_nought_is_its_anchor(desk: SqlStore) -> None:
    pay(desk, 1, 2)
    (own,) = streams(desk)

    with desk.reading() as reading:
        one, two = reading.ops_of(own.stream, 0, 9)
        assert [reading.hash_at(own.stream, seq) for seq in range(4)] == [own.anchor, one.hash, two.hash, None]
        assert reading.hash_at(str(uuid.uuid4()), 0) is None
        assert reading.ops_of(own.stream, 1, 9) == (two,)
        assert own.hash == two.hash


def test_own_acts_behind_a_place_go_on_in_a_stream_of_their_own(desk: SqlStore) -> None:
    pay(desk, 1, 2, 3, 4)
    (own,) = streams(desk)
    before, digest = ops_of(desk), digest_of(desk)

    with desk.writing() as writing:
        writing.mark_sent(own.stream, 4, {})
        name = writing.part_stream(own.stream, 2)
    pay(desk, 5)

    assert name == parted_name(own.stream, before[2].hash)
    old, new = streams(desk)
    assert (old.stream, old.head, old.sent, old.current) == (own.stream, 2, 2, False)
    assert (new.stream, new.anchor, new.head, new.sent, new.current) == (name, before[1].hash, 3, 0, True)
    assert [op.hash for op in ops_of(desk)][:4] == [op.hash for op in before]
    assert verify(desk) == ()
    assert digest != digest_of(desk)


def test_nothing_parts_behind_the_end(desk: SqlStore) -> None:
    pay(desk, 1)
    (own,) = streams(desk)

    with pytest.raises(Trouble), desk.writing() as writing:
        writing.part_stream(own.stream, 1)


class TestTwoHoldersOfOneStream:
    """Another desk's acts, which both of us hold, went another way at the centre."""

    @pytest.fixture
    def there(self, new_desk: NewDesk) -> SqlStore:
        store = new_desk("there")
        pay(store, 1, 2, 3, 4)
        return store

    def test_part_it_under_one_name(self, there: SqlStore, new_desk: NewDesk) -> None:
        here, also = new_desk("here"), new_desk("also")
        for one in (here, also):
            take(one, ops_of(there))
        stream = ops_of(there)[0].stream

        names = set()
        for one in (here, also, there):
            with one.writing() as writing:
                names.add(writing.part_stream(stream, 2))

        assert len(names) == 1
        with here.reading() as reading:
            assert [(one.stream, one.head) for one in reading.other_streams()] == [(stream, 2), (*names, 2)]
            anchors = {one.stream: one.anchor for one in reading.other_streams()}
        fourth = new_desk("fourth")
        with fourth.writing() as writing:
            writing.take_foreign(ops_of(here), anchors)
        assert len({digest_of(one) for one in (here, also, there, fourth)}) == 1
        assert all(verify(one) == () for one in (here, there, fourth))

    @pytest.mark.parametrize("given_first", [True, False], ids=["given before", "given after"])
    @pytest.mark.parametrize("given", [1, 2])
    def test_what_was_given_back_under_that_name_lies_there_once(
        self, given: int, given_first: bool, there: SqlStore, new_desk: NewDesk
    ) -> None:
        ops = ops_of(there)
        stream, here = ops[0].stream, new_desk("here")
        name = parted_name(stream, ops[2].hash)
        back = [StoredOp(name, n, op.op_id, op.moment, op.body, op.hash) for n, op in enumerate(ops[2 : 2 + given], 1)]
        anchors = {name: ops[1].hash}
        for page in (back, ops) if given_first else (ops, back):
            with here.writing() as writing:
                writing.take_foreign(page, anchors)
        before = digest_of(here)

        with here.writing() as writing:
            writing.part_stream(stream, 2)

        with here.reading() as reading:
            assert dict(reading.heads()) | {stream: 2, name: 2} == reading.heads()
            changes = reading.last_change()
        assert digest_of(here) == before == digest_of(there)
        assert verify(here) == ()
        pay(here, 9)
        with here.reading() as reading:
            assert reading.last_change() > changes

    def test_what_differs_under_that_name_too_parts_in_its_turn(self, there: SqlStore, new_desk: NewDesk) -> None:
        ops = ops_of(there)
        stream, here = ops[0].stream, new_desk("here")
        name = parted_name(stream, ops[2].hash)
        first = StoredOp(name, 1, ops[2].op_id, ops[2].moment, ops[2].body, ops[2].hash)
        other_id = str(uuid.uuid4())
        digest = chained(first.hash, other_id, ops[3].body)
        other = StoredOp(name, 2, other_id, ops[3].moment, ops[3].body, digest)
        with here.writing() as writing:
            writing.take_foreign(ops)
            writing.take_foreign([first, other], {name: ops[1].hash})

        with here.writing() as writing:
            last = writing.part_stream(stream, 2)

        assert last == parted_name(name, ops[3].hash)
        with here.reading() as reading:
            assert {name: head for name, head in reading.heads().items() if head} == {stream: 2, name: 2, last: 1}
        assert [finding for finding in verify(here) if finding.check == "chain"] == []


def take(store: SqlStore, ops: tuple[StoredOp, ...]) -> int:
    with store.writing() as writing:
        return writing.take_foreign(ops)


def test_a_stream_that_begins_anew_says_on_which_computer(desk: SqlStore) -> None:
    with desk.writing() as writing:
        writing.cursor.execute("UPDATE stream SET fingerprint='here' WHERE mine=1")
        name = writing.begin_stream()
        assert writing.fingerprint() == "here"

    (own,) = streams(desk)
    assert (own.stream, own.head, own.anchor) == (name, 0, sha256(uuid.UUID(name).bytes).digest())
