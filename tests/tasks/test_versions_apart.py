"""Whatever three desks that hear each other now and then do to the versions, all end with the same ones, none lost."""

from __future__ import annotations

import random
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from db.store import SqlStore
from db.verify import digest, verify
from desk_app import programs
from desk_app.domain.errors import Refusal
from desk_app.editions import edition_of
from desk_app.rollout import local_rules, telling
from desk_app.rollout.announce import withdraw
from desk_app.rollout.diary import diary, lives
from desk_app.versions import record_on
from tests.tasks.clinic import Clinic, treatment
from tests.tasks.rules import announced, earning
from tests.tasks.test_local_rules import LIMITS, spring

STEPS = 40


@pytest.mark.parametrize("seed", range(3))
def test_desks_that_are_often_apart_end_with_the_same_versions(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "harbour", "abc")
        local_rules.set_limits(clinic.desk, LIMITS, clinic.op())
        member = clinic.enrol("ira")
        made: set[str] = set()
        paid: dict[str, int] = {}
        for step in range(STEPS):
            name = chance.choice("abc")
            clinic.desks[name].branch = name
            clinic.offline = {one for one in "abc" if chance.random() < 0.6}
            clinic.later(days=chance.choice((0, 0, 1, 12)), minutes=chance.randint(1, 50))
            with suppress(Refusal):  # what a desk may not do now, it has not done
                _act(chance, clinic, name, member, step)
            with clinic.desks[name].store.reading() as reading:
                made |= {one.mark for one in reading.versions()}
            settled = clinic.pay(member, treatment("1000.00"), on=name)
            paid[settled.row.id] = settled.quote.earns
        clinic.offline = set()
        clinic.exchange()

        desks = list(clinic.desks.values())
        assert len({_digest(desk.store) for desk in desks}) == 1
        assert verify(desks[0].store) == ()  # type: ignore[arg-type]  # a throw-away desk has a real store
        told = [
            (diary(desk), [(one.record.mark, one.record.label, one.status) for one in lives(desk)]) for desk in desks
        ]
        assert told[0] == told[1] == told[2]
        assert {mark for mark, _, _ in told[0][1]} == made
        for desk in desks:
            with desk.store.reading() as reading:
                marks = {one.mark: one for one in reading.versions()}
                assert record_on(reading, clinic.now.date()).mark in marks
                for receipt, earns in paid.items():
                    row = reading.receipt(receipt)
                    assert row is not None
                    rate = marks[row.body["mark"]].document["levels"]["steps"][0]["earn"]["percent"]
                    assert earns == int(rate) * 10


def test_of_two_versions_of_one_number_each_is_printed_by_its_own(tmp_path: Path) -> None:
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "harbour", "ab")
        clinic.offline = {"a", "b"}
        for name, percent in (("a", "12"), ("b", "13")):
            announced(clinic, earning(percent), on=name)
            clinic.later(minutes=5)
        clinic.offline = set()
        clinic.exchange()

        with clinic.desk.store.reading() as reading:
            printed = {label: edition_of(reading, clinic.desk, label).document for label in ("2", "2b")}
            with pytest.raises(Refusal, match=r"moment\.no_version"):
                edition_of(reading, clinic.desk, "2c")
    assert printed == {"2": earning("12"), "2b": earning("13")}


def _act(chance: random.Random, clinic: Clinic, name: str, member: str, step: int) -> None:
    desk = clinic.desks[name]
    match chance.randrange(6):
        case 0 | 1:
            announced(clinic, earning(str(chance.randint(1, 30))), on=name)
        case 2:
            day = clinic.now.date()
            programs.publish(desk, earning(str(chance.randint(1, 30))), day, clinic.op())
        case 3:
            ahead = [one for one in lives(desk) if one.status == "announced"]
            if ahead:
                withdraw(desk, chance.choice(ahead).record.mark, "no", clinic.op())
        case 4:
            rule = spring(clinic, code=f"{name}-{step}", when={"min_bill": "9000.00"})
            local_rules.add(desk, rule, clinic.op())
        case 5:
            telling.tell(desk, member, chance.choice(lives(desk)).record.mark, "desk")


def _digest(store: object) -> str:
    assert isinstance(store, SqlStore)
    with store.reading() as reading:
        return digest(reading.cursor)
