"""Every way in which what is remembered could stop holding is found and named."""

from __future__ import annotations

import pytest

from db.store import SqlStore
from db.verify import verify
from tests.db import acts


@pytest.fixture
def clinic(desk: SqlStore) -> SqlStore:
    with desk.writing() as writing:
        person = acts.person("p", "Ким Ия", "1990-01-01", ("+79120000001",))
        card = {"number": "1", "member": "p", "state": "active"}
        writing.append(acts.op(1, patient=person, member={"id": "p", "joined": acts.DAY}, card=card))
        for n in range(5):
            writing.append(acts.checkout("p", n, acts.NOON + n))
    return desk


def test_a_sound_desk_has_no_findings(clinic: SqlStore) -> None:
    told: list[tuple[int, int]] = []

    assert verify(clinic, lambda done, total: told.append((done, total))) == ()


@pytest.mark.parametrize(
    ("damage", "checks"),
    [
        ("UPDATE op SET body=replace(body, '250', '950') WHERE seq=3", {"chain", "effect", "projection"}),
        ("UPDATE op SET hash=zeroblob(32) WHERE seq=2", {"chain"}),
        ("DELETE FROM op WHERE seq=3", {"chain", "effect", "projection"}),
        ("DELETE FROM applied WHERE pos=3", {"effect", "projection"}),
        ("UPDATE applied SET body_sha=zeroblob(32) WHERE pos=3", {"effect"}),
        ("UPDATE balance SET units=units+1", {"sums", "projection"}),
        ("DELETE FROM entry WHERE line=1", {"sums", "projection"}),
        ("UPDATE entry SET amount=amount+1 WHERE account='program'", {"sums", "projection"}),
        ("INSERT INTO balance VALUES ('ghost', 5, 1)", {"sums", "projection"}),
        ("UPDATE fact SET body=replace(body, '250', '950')", {"projection"}),
        ("DELETE FROM fact WHERE n=1", {"projection"}),
        ("UPDATE patient SET surname='Пак'", {"projection"}),
        ("UPDATE patient SET sn='пак'", {"look_up", "projection"}),
        ("UPDATE patient SET card=''", {"projection"}),
        ("DELETE FROM phone_tail", {"projection"}),
        ("UPDATE card SET member='q'", {"projection"}),
        ("UPDATE tally SET n=0", {"projection"}),
        ("DELETE FROM receipt", {"projection"}),
    ],
)
def test_damage_is_found(damage: str, checks: set[str], clinic: SqlStore) -> None:
    with clinic.writing() as writing:
        writing.cursor.execute(damage)

    assert {finding.check for finding in verify(clinic)} == checks


def test_nothing_of_a_check_stays_on_the_disk(clinic: SqlStore) -> None:
    before = sorted(clinic.path.parent.iterdir())

    verify(clinic)

    assert sorted(clinic.path.parent.iterdir()) == before
