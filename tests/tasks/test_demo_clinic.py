"""The demo clinic holds together like one that real desks kept: sound, always the same, something on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from db.store import SqlStore, create
from db.verify import digest, verify
from desk_app import accounts, demo_clinic, lookup, statement
from desk_app.domain.turns import advance
from desk_app.ports import Desk, Reading
from desk_app.versions import record_on
from ui.compose_records import programs

DAY = date(2027, 3, 15)
NOON = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)


@contextmanager
def made(folder: Path, patients: int = 120) -> Iterator[tuple[Desk, SqlStore]]:
    """A small demo clinic on a store of its own."""
    with create(folder / f"{patients}.db", durable=False) as store:
        desk = Desk(store, lambda: NOON, programs(), cache={})
        demo_clinic.make(desk, DAY, patients=patients)
        yield desk, store


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with made(tmp_path_factory.mktemp("clinic"), 240) as (desk, _):
        yield desk


def receipts_of(desk: Desk) -> int:
    with desk.store.reading() as reading:
        return len(reading.last_receipts(100_000))


def members(reading: Reading) -> list[str]:
    return [row.patient for row in reading.last_receipts(400) if reading.membership(row.patient)]


def test_the_same_day_makes_the_same_clinic(tmp_path: Path) -> None:
    digests = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        with made(tmp_path / name, 60) as (_, store), store.reading() as reading:
            digests.append(digest(reading.cursor))

    assert digests[0] == digests[1]


def test_it_is_sound(tmp_path: Path) -> None:
    with made(tmp_path) as (_, store):
        assert verify(store) == ()


def test_balances_that_were_kept_while_telling_are_those_of_a_fold_anew(clinic: Desk) -> None:
    with clinic.store.reading() as reading:
        sample = members(reading)[::7]
        program = clinic.program_of(record_on(reading, DAY))
        for member in sample:
            ledger = accounts.folded(reading, clinic, reading.circle(member), program)
            advance(ledger, DAY)
            folded = accounts.holding(reading, ledger, member, program, DAY)

            shown = statement.of_holding(reading, program, 2, folded)

            assert shown.usable == folded.usable
            assert shown.accrued + folded.account.moved_in + shown.overdraft == (
                folded.account.left + shown.redeemed + shown.lapsed + shown.withdrawn + shown.adjusted_down
            )

    assert sample


def test_every_receipt_was_priced_by_the_rules_of_its_day(clinic: Desk) -> None:
    with clinic.store.reading() as reading:
        rows = reading.last_receipts(100_000)

    versions = {row.body["version"] for row in rows}
    assert versions == {1, 2}
    assert {row.number[0] for row in rows} == {"A", "B"}
    assert len({row.number for row in rows}) == len(rows)


def test_the_next_receipt_takes_the_next_number(clinic: Desk) -> None:
    with clinic.store.reading() as reading:
        last = max(row.number for row in reading.last_receipts(100_000) if row.number.startswith("A"))

    with clinic.store.writing() as writing:
        assert f"A-{writing.next_number():06d}" > last


def test_every_screen_has_something_to_show(clinic: Desk) -> None:
    kinds: set[str] = set()
    with clinic.store.reading() as reading:
        before = None
        while rows := reading.journal(500, before):
            kinds |= {row.kind for row in rows}
            before = rows[-1].moment
        services = reading.services("", 1000)
        told = [statement.of_holding(reading, program, 2, accounts.load(reading, clinic, one, program, DAY))
                for program in [clinic.program_of(record_on(reading, DAY))] for one in members(reading)]  # fmt: skip

    assert {"publish", "services", "enroll", "patient", "checkout", "return", "warn", "family_join", "plan", "event",
            "offer", "consent"} <= kinds  # fmt: skip
    assert len(services) == 131
    assert any(one.next_lapse for one in told)
    assert any(one.lapsed for one in told)
    assert any(one.redeemed for one in told)
    assert any(len(one.family) > 1 for one in told)
    assert {one.level for one in told} >= {"friend", "silver"}
    assert lookup.find(clinic, "ив", 50).rows


def test_progress_begins_at_nothing_and_ends_with_everything(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with create(tmp_path / "desk.db", durable=False) as store:
        desk = Desk(store, lambda: NOON, programs(), cache={})

        demo_clinic.make(desk, DAY, patients=30, progress=lambda done, total: told.append((done, total)))

    assert told[0] == (0, 100)
    assert told[-1] == (100, 100)
    assert told == sorted(told)
