"""What the services brought in: a year back, without what was undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desk_app import returning
from desk_app.acts import new_id
from desk_app.sold import sold_by_service
from desk_app.watch import Cancelled, Watch
from tests.ui.clinic import Clinic, Clock, fill, open_clinic


@pytest.fixture
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    clock = Clock()
    with open_clinic(tmp_path_factory.mktemp("sold"), clock=clock) as desk:
        yield fill(desk, clock)


def test_money_is_told_by_service_and_a_bill_undone_is_left_out(clinic: Clinic) -> None:
    before = dict(sold_by_service(clinic.desk))
    assert set(before) == {"B01.047.001", "B01.023.001", "A04.16.001", "B01.047.002"}
    receipt = clinic.visit("elder", "B01.047.001")
    after = sold_by_service(clinic.desk)
    assert after["B01.047.001"] == before["B01.047.001"] * 2
    returning.void(clinic.desk, receipt, new_id())
    assert sold_by_service(clinic.desk) == before


def test_what_is_older_than_a_year_is_not_told(clinic: Clinic) -> None:
    clinic.clock.pass_days(400)
    assert sold_by_service(clinic.desk) == {}


def test_it_stops_when_nobody_waits(clinic: Clinic) -> None:
    with pytest.raises(Cancelled):
        sold_by_service(clinic.desk, Watch(cancelled=lambda: True))
