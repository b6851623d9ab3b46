"""Many acts written at once are the acts written one by one: the log, and all that follows from it."""

from __future__ import annotations

import random
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import appending
from db.store import SqlStore
from db.verify import verify
from desk_app.ports import Op
from tests.db import acts
from tests.db.conftest import NewDesk, digest_of
from tests.db.test_oplog import PARTS

Plan = list[tuple[int, dict[str, Any], bool]]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plan=st.lists(st.tuples(st.integers(1, 4), PARTS, st.booleans()), min_size=1, max_size=14),
    dice=st.randoms(use_true_random=False),
)
def test_at_once_is_the_same_as_one_by_one(
    plan: Plan, dice: random.Random, new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(appending, "_TOGETHER", dice.choice((1, 3, 100)))
    ops = told(plan, dice)
    slow, quick = (new_desk(f"{uuid.uuid4()}") for _ in range(2))

    with slow.writing() as writing:
        singly = sum(writing.append(op) for op in ops)
    with quick.writing() as writing:
        at_once = writing.append_many(ops)

    assert at_once == singly == len({op.id for op in ops})
    assert log_of(quick) == log_of(slow)
    assert digest_of(quick) == digest_of(slow)
    assert verify(quick) == ()
    for desk in (slow, quick):
        desk.close()


def told(plan: Plan, dice: random.Random) -> list[Op]:
    """Acts of a plan; some free the receipt of an earlier act, some come twice."""
    ops: list[Op] = []
    for moment, parts, twice in plan:
        frees = [dice.choice(ops).id] if ops and dice.random() < 0.3 else []
        ops.append(acts.op(moment, frees=frees, **parts))
        if twice:
            ops.append(dice.choice(ops))
    return ops


def log_of(desk: SqlStore) -> list[tuple[Any, ...]]:
    with desk.reading() as reading:
        return reading.cursor.execute("SELECT pos, seq, op_id, moment, hlc, body FROM op ORDER BY pos").fetchall()


def test_what_was_kept_before_is_passed_over(desk: SqlStore) -> None:
    ops = [acts.checkout("p-1", number) for number in range(3)]
    with desk.writing() as writing:
        writing.append(ops[1])

    with desk.writing() as writing:
        written = writing.append_many(ops)

    with desk.reading() as reading:
        assert (written, reading.balance("p-1"), len(reading.last_receipts(9))) == (2, 720, 3)
    assert verify(desk) == ()
