"""What the check-up knows of the clinic's own past is what its bills say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from desk_app.checkup import History, history_of, known_history
from desk_app.rollout.announce import open_findings
from desk_app.watch import Cancelled, Watch
from tests.checkup.programs import ready
from tests.tasks.clinic import MOSCOW, Clinic

#: Members who come every so many days, this often: twenty intervals.
LIVES = {"Иванова": (30, 8), "Петров": (60, 8), "Сидорова": (90, 6), "Орлов": (400, 2)}


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """A year and a half of bills of 1,000, to be looked at and not to be written to."""
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path_factory.mktemp("past"), "harbour", "a")
        begun = clinic.now
        members = {name: clinic.enrol(name) for name in LIVES}
        visits = sorted((days * i, name) for name, (days, count) in LIVES.items() for i in range(count))
        for day, name in visits:
            clinic.now = begun
            clinic.later(days=day, minutes=60)
            clinic.pay(members[name], {"price": "1000.00"})
        clinic.now = datetime(2026, 7, 10, 9, 0, tzinfo=MOSCOW)
        yield clinic


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Clinic]:
    """A clinic that has just begun."""
    with ExitStack() as stack:
        yield Clinic.open(stack, tmp_path, "harbour", "a")


def test_the_usual_interval_lies_between_visits_of_one_patient(clinic: Clinic) -> None:
    # seven times 30 days, seven times 60, five times 90, once 400
    past = history_of(clinic.desk)

    assert past.interval == 60
    assert past.bill is None, "of the last year there are too few bills to tell"


def test_regulars_came_twice_within_a_year(clinic: Clinic) -> None:
    months = {month.first.isoformat(): month for month in history_of(clinic.desk).months}

    assert (min(months), max(months)) == ("2026-01-01", "2026-06-01"), "a whole year is known, and the month is over"
    january, march = months["2026-01-01"], months["2026-03-01"]
    assert (january.patients, january.regulars) == (3, 3), "one came before that year, and again after it"
    assert (march.patients, march.regulars) == (4, 3)
    assert march.repeat_rate == Fraction(3, 4)


def test_the_past_is_told_again_at_once_and_anew_after_a_bill(new: Clinic) -> None:
    assert known_history(new.desk) is None
    first = history_of(new.desk)

    assert first == History()
    assert known_history(new.desk) is first
    assert history_of(new.desk) is first
    new.pay(new.enrol("Седова"), {"price": "1000.00"})
    assert history_of(new.desk) is not first


def test_looking_back_can_be_stopped(new: Clinic) -> None:
    new.pay(new.enrol("Котова"), {"price": "1000.00"})

    with pytest.raises(Cancelled):
        history_of(new.desk, Watch(cancelled=lambda: True))


def test_what_is_announced_is_held_against_the_past_as_it_is_known(clinic: Clinic) -> None:
    document = ready("points-3-5-7-10", expiry__period="45 days")

    assert history_of(clinic.desk).interval == 60
    with clinic.desk.store.reading() as reading:
        found = open_findings(clinic.desk, reading, document, {})

    assert [one.id for one in found] == ["lapse.interval"]
