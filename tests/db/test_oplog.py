"""The log: chained, repeatable, and the same for every desk whatever the order of arrival."""

from __future__ import annotations

import json
import random
import uuid
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.store import SqlStore
from db.verify import verify
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.ports import Op, StoredOp
from tests.db import acts
from tests.db.conftest import NewDesk, digest_of


def ops_of(store: SqlStore) -> tuple[StoredOp, ...]:
    with store.reading() as reading:
        return reading.ops_after({})


def take(store: SqlStore, ops: tuple[StoredOp, ...] | list[StoredOp]) -> int:
    with store.writing() as writing:
        return writing.take_foreign(ops)


def test_an_op_is_chained_to_the_one_before_it(desk: SqlStore) -> None:
    with desk.writing() as writing:
        writing.append(acts.op(note={"n": 1}))
        writing.append(acts.op(note={"n": "ё"}))

    one, two = ops_of(desk)
    anchor = sha256(uuid.UUID(one.stream).bytes).digest()
    assert (one.seq, two.seq) == (1, 2)
    assert one.hash == sha256(anchor + uuid.UUID(one.op_id).bytes + one.body.encode()).digest()
    assert two.hash == sha256(one.hash + uuid.UUID(two.op_id).bytes + two.body.encode()).digest()


def test_the_same_op_twice_is_one_act(desk: SqlStore) -> None:
    act = acts.checkout("p-1", 1)

    with desk.writing() as writing:
        first, again = writing.append(act), writing.append(act)
    with desk.writing() as writing:
        later = writing.append(replace(act, moment=act.moment + 5))

    assert (first, again, later) == (True, False, False)
    with desk.reading() as reading:
        assert reading.balance("p-1") == 240
        assert len(reading.facts(["p-1"])) == 3


def test_a_body_comes_back_as_it_was_given(desk: SqlStore) -> None:
    act = acts.op(note={"reason": "Ёлка", "n": [1, None, True]})

    with desk.writing() as writing:
        writing.append(act)

    with desk.reading() as reading:
        assert reading.op_body(act.id) == act.body
        assert reading.op_body(str(uuid.uuid4())) is None
        assert reading.newest_moment() == act.moment


@pytest.mark.parametrize("op_id", ["", "1", "x" * 36, str(uuid.UUID(int=10**38)).upper(), uuid.UUID(int=10**38).hex])
def test_an_op_has_a_uuid_in_its_one_spelling(op_id: str, desk: SqlStore) -> None:
    with pytest.raises(ValueError), desk.writing() as writing:  # noqa: PT011  # the value is the message
        writing.append(Op(op_id, acts.NOON, acts.op().body))

    assert ops_of(desk) == ()


def test_half_a_letter_is_wrong_input_and_nothing_is_stored(desk: SqlStore) -> None:
    ops = [acts.op(patient=acts.person("p", "Иванов")), acts.op(patient=acts.person("q", "Ив\ud83dанов"))]

    with pytest.raises(WrongInput) as refused, desk.writing() as writing:
        writing.append_many(ops)

    assert refused.value.code == "text.broken"
    assert ops_of(desk) == ()


def test_stamps_only_move_forward_however_the_clock_jumps(desk: SqlStore) -> None:
    with desk.writing() as writing:
        for moment in (5_000, 1_000, 1_000, 9_000):
            writing.append(acts.op(moment))

    stamps = [json.loads(one.body)["hlc"] for one in ops_of(desk)]
    assert stamps == sorted(set(stamps))
    assert stamps[0] == 5_000 << 16
    assert stamps[3] == 9_000 << 16


def test_a_stamp_is_later_than_any_seen_from_elsewhere(new_desk: NewDesk) -> None:
    here, there = new_desk("here"), new_desk("there")
    with there.writing() as writing:
        writing.append(acts.op(9_000_000))

    take(here, ops_of(there))
    with here.writing() as writing:
        writing.append(acts.op(1_000))

    theirs, mine = (json.loads(one.body)["hlc"] for one in sorted(ops_of(here), key=lambda one: -one.moment))
    assert mine > theirs


class TestForeignOps:
    @pytest.fixture
    def there(self, new_desk: NewDesk) -> SqlStore:
        store = new_desk("there")
        with store.writing() as writing:
            for n in range(4):
                writing.append(acts.checkout("p-1", n, acts.NOON + n))
        return store

    def test_taken_twice_they_happen_once(self, desk: SqlStore, there: SqlStore) -> None:
        ops = ops_of(there)

        assert (take(desk, ops), take(desk, ops)) == (4, 0)

        assert digest_of(desk) == digest_of(there)
        with desk.reading() as reading:
            assert reading.heads()[ops[0].stream] == 4

    def test_a_gap_is_refused_whole(self, desk: SqlStore, there: SqlStore) -> None:
        ops = ops_of(there)

        with pytest.raises(Trouble) as trouble:
            take(desk, [ops[0], ops[2]])

        assert (trouble.value.code, trouble.value.params["seq"]) == ("chain.gap", 2)
        assert ops_of(desk) == ()

    def test_a_changed_body_is_refused(self, desk: SqlStore, there: SqlStore) -> None:
        ops = ops_of(there)
        forged = ops[1]._replace(body=ops[1].body.replace("250", "950"))

        with pytest.raises(Trouble) as trouble:
            take(desk, [ops[0], forged])

        assert trouble.value.code == "chain.broken"

    def test_another_op_in_a_known_place_is_a_fork(self, desk: SqlStore, there: SqlStore) -> None:
        ops = ops_of(there)
        take(desk, ops)
        digest = sha256(b"else").digest()

        with pytest.raises(Trouble) as trouble:
            take(desk, [ops[3]._replace(hash=digest)])

        assert trouble.value.code == "chain.fork"

    def test_one_op_in_two_streams_happens_once(self, desk: SqlStore, there: SqlStore) -> None:
        ops = ops_of(there)
        take(desk, ops)
        other = str(uuid.uuid4())

        assert take(desk, [restream(ops[0], other)]) == 1

        assert digest_of(desk) == digest_of(there)
        assert verify(desk) == ()

    @pytest.mark.parametrize(
        "body",
        ["", "[]", "null", "{", '{"hlc": 1}', '{"hlc": "1", "moment": 5}', '{"hlc": 99999999999999999999, "moment": 5}',
         '{"hlc": 1, "moment": 5}', '{"hlc": 1, "moment": 5, "day": "2026-01-01", "facts": [{"kind": "accrued"}]}',
         '{"hlc": 1, "moment": 5, "day": "2026-01-01", "facts": 7}',
         '{"hlc": 1, "moment": 5, "day": "2026-01-01", "entries": [["p", 99999999999999999999]]}',
         '{"hlc": 1, "moment": 5, "day": "2026-01-01", "patient": {"id": null, "fields": {}}}'],
    )  # fmt: skip
    def test_a_poisoned_op_is_put_aside_and_blocks_nobody(self, body: str, desk: SqlStore, there: SqlStore) -> None:
        stream = str(uuid.uuid4())
        bad = chain(stream, [(str(uuid.uuid4()), 5, body), (str(uuid.uuid4()), 6, sound_body(6))])

        assert take(desk, bad) == 2

        with desk.reading() as reading:
            assert len(reading.cursor.execute("SELECT * FROM quarantine").fetchall()) == 1
            assert reading.patient("p-9") is not None
        assert verify(desk) == ()

    def test_a_page_with_one_poisoned_op_is_taken_but_for_that(self, desk: SqlStore, there: SqlStore) -> None:
        plan = [(str(uuid.uuid4()), n, sound_body(n)) for n in range(5)]
        plan[2] = (plan[2][0], 2, json.dumps(json.loads(sound_body(2)) | {"patient": {"id": 7, "fields": {}}}))
        plan[3] = (plan[3][0], 3, "[" * 100_000)

        assert take(desk, chain(str(uuid.uuid4()), plan)) == 5

        with desk.reading() as reading:
            reasons = reading.cursor.execute(
                "SELECT o.seq, q.reason FROM quarantine q JOIN op o USING (pos)"
            ).fetchall()
        assert reasons == [(3, "TypeError"), (4, "body")]
        assert verify(desk) == ()

    def test_an_id_that_is_none_follows_from_nothing(self, desk: SqlStore, there: SqlStore) -> None:
        with pytest.raises(Trouble) as trouble:
            take(desk, [ops_of(there)[0]._replace(op_id="7")])

        assert trouble.value.code == "chain.broken"

    def test_a_fact_of_a_newer_app_breaks_no_account(self, desk: SqlStore) -> None:
        newer = {"kind": "transferred", "member": "p-1", "day": acts.DAY, "bank": 7}
        with desk.writing() as writing:
            writing.append(acts.op(facts=[newer, acts.accrued("p-1", 5)]))

        with desk.reading() as reading:
            assert [fact.id[-1] for fact in reading.facts(["p-1"])] == ["1"]
        assert verify(desk) == ()

    @pytest.mark.parametrize(("theirs", "units", "withdrawn"), [(1 << 40, 5, 0), (7, 0, 1)], ids=["later", "earlier"])
    def test_of_one_id_with_two_contents_the_earlier_holds(
        self, theirs: int, units: int, withdrawn: int, desk: SqlStore
    ) -> None:
        op_id = str(uuid.uuid4())
        with desk.writing() as writing:
            writing.append(acts.op(1, op_id, entries=[["p-1", 5]], facts=[acts.accrued("p-1", 5)]))

        take(desk, chain(str(uuid.uuid4()), [(op_id, 6, sound_body(6, theirs))]))

        with desk.reading() as reading:
            assert reading.cursor.execute("SELECT reason FROM quarantine").fetchall() == [("reused",)]
            assert (reading.balance("p-1"), len(reading.facts(["p-1"])) * 5, reading.withdrawn()) == (
                units,
                units,
                withdrawn,
            )
            # who the patient is does not depend on which of the two acts holds
            assert reading.patient("p-9") is not None
        assert verify(desk) == ()


def sound_body(moment: int, hlc: int = 7) -> str:
    return json.dumps(
        {"kind": "x", "day": acts.DAY, "patient": acts.person("p-9", "Ким"), "moment": moment, "hlc": hlc}
    )


def chain(stream: str, ops: list[tuple[str, int, str]]) -> list[StoredOp]:
    """A stream as another desk would have written it."""
    out: list[StoredOp] = []
    before = sha256(uuid.UUID(stream).bytes).digest()
    for seq, (op_id, moment, body) in enumerate(ops, 1):
        before = sha256(before + uuid.UUID(op_id).bytes + body.encode()).digest()
        out.append(StoredOp(stream, seq, op_id, moment, body, before))
    return out


def restream(op: StoredOp, stream: str) -> StoredOp:
    return chain(stream, [(op.op_id, op.moment, op.body)])[0]


# any order of arrival

_members = st.sampled_from(["p-1", "p-2", "p-3"])
_families = st.sampled_from(["f-1", "f-2"])
_days = st.sampled_from(["2026-01-01", "2026-01-02"])
PARTS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries(
        {"patient": st.builds(
            lambda who, fields: {"id": who, "fields": fields},
            _members,
            st.fixed_dictionaries({}, optional={
                "surname": st.sampled_from(["Иванов", "Петров", ""]), "given": st.sampled_from(["Ия", "Лев"]),
                "phones": st.lists(st.sampled_from(["+79120000001", "+79120000002"]), max_size=2, unique=True),
                "birth_date": st.one_of(st.none(), _days), "notes": st.text(max_size=3),
            }),
        )}
    ),
    st.fixed_dictionaries(
        {"member": st.builds(lambda who, rest: {"id": who, **rest}, _members, st.fixed_dictionaries({}, optional={
            "joined": _days, "left": st.one_of(st.none(), _days), "referred_by": st.one_of(st.just(""), _members)}))}
    ),
    st.fixed_dictionaries(
        {"card": st.fixed_dictionaries({
            "number": st.sampled_from(["100", "200"]), "member": st.one_of(st.just(""), _members),
            "state": st.sampled_from(["active", "blocked", "stock"])})}
    ),
    st.fixed_dictionaries(
        {"consents": st.lists(st.fixed_dictionaries({
            "member": _members, "kind": st.just("messages"), "channel": st.just("sms"), "given": st.booleans(),
            "day": _days}), min_size=1, max_size=2)}
    ),
    st.fixed_dictionaries({"groups": st.lists(st.fixed_dictionaries(
        {"member": _members, "code": st.just("pensioner"), "day": st.one_of(st.none(), _days)}), max_size=2)}),
    st.fixed_dictionaries({"segments": st.lists(st.fixed_dictionaries(
        {"member": _members, "code": st.just("vip"), "on": st.booleans()}), max_size=2)}),
    st.fixed_dictionaries({"entries": st.lists(st.tuples(_members, st.integers(-5, 5)), max_size=3)}),
    st.fixed_dictionaries({"facts": st.lists(st.one_of(
        st.builds(acts.accrued, _members, st.integers(1, 9), st.sampled_from(["bill", "referral"])),
        st.builds(acts.adjusted, _members, st.integers(1, 9)),
        st.builds(acts.family, st.sampled_from(["joined_family", "left_family"]), _members, _families),
    ), max_size=3)}),
    st.fixed_dictionaries({"edge": st.fixed_dictionaries(
        {"kind": st.sampled_from(["merge", "unmerge"]), "member": _members, "into": _members})}),
    st.fixed_dictionaries({"program": st.fixed_dictionaries(
        {"code": st.just("club"), "version": st.integers(1, 2)},
        optional={"status": st.sampled_from(["published", "withdrawn"]), "effective_from": _days,
                  "document": st.fixed_dictionaries({"title": st.sampled_from("аб")})})}),
    st.fixed_dictionaries({"services": st.lists(st.fixed_dictionaries(
        {"code": st.sampled_from(["A1", "A2"]), "name": st.sampled_from(["Приём врача", "Снимок"]),
         "category": st.just("x"), "price": st.integers(1, 3)}), max_size=2)}),
    st.fixed_dictionaries({"uses": st.just([{"kind": "promotion", "code": "morning", "member": "p-1"}])}),
    st.fixed_dictionaries({"closing": st.fixed_dictionaries({"day": _days, "days": st.integers(1, 3)})}),
)  # fmt: skip


BY_ITSELF = [str(uuid.uuid5(uuid.NAMESPACE_URL, text)) for text in ("birthday", "welcome")]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plan=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 4), PARTS, st.booleans()), min_size=1, max_size=14),
    shuffle=st.randoms(use_true_random=False),
)
def test_order_of_arrival_does_not_matter(
    plan: list[tuple[int, int, dict[str, Any], bool]], shuffle: random.Random, new_desk: NewDesk, tmp_path: Path
) -> None:
    desks = [new_desk(f"{uuid.uuid4()}") for _ in range(5)]
    made: list[str] = []

    # three desks act, sometimes hearing of each other in between
    for where, moment, parts, hears in plan:
        # what happens by itself has one id wherever it is made; a use may be freed before it is known
        op_id = shuffle.choice(BY_ITSELF) if shuffle.random() < 0.3 else ""
        act = acts.op(moment, op_id, frees=[shuffle.choice(made)] if made and shuffle.random() < 0.3 else [], **parts)
        made.append(act.id)
        with desks[where].writing() as writing:
            writing.append(act)
        if hears:
            exchange(desks[where], desks[(where + 1) % 3])
    # two others hear all of it, one by one, in different orders
    for listener in desks[3:]:
        waiting = list(by_stream(desks[:3]).values())
        while waiting:
            stream = shuffle.choice(waiting)
            take(listener, [stream.pop(0)])
            waiting = [one for one in waiting if one]
    for place in range(3):
        exchange(desks[place], desks[(place + 1) % 3])
        exchange(desks[place], desks[(place + 2) % 3])

    assert len({digest_of(one) for one in desks}) == 1
    assert verify(desks[3]) == ()
    for one in desks:
        one.close()


def by_stream(desks: list[SqlStore]) -> dict[str, list[StoredOp]]:
    streams: dict[str, dict[int, StoredOp]] = {}
    for desk in desks:
        for op in ops_of(desk):
            streams.setdefault(op.stream, {})[op.seq] = op
    return {stream: [ops[seq] for seq in sorted(ops)] for stream, ops in streams.items()}


def exchange(one: SqlStore, two: SqlStore) -> None:
    for giver, taker in ((one, two), (two, one)):
        with taker.reading() as reading:
            known = reading.heads()
        with giver.reading() as reading:
            lacking = reading.ops_after(known)
        take(taker, lacking)
