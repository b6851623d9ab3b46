"""People at a desk go before acts from elsewhere."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

import pytest

from db.store import create
from desk_app.sync import courtesy
from desk_app.sync.courtesy import MOST, BehindTheDesk, Courtesy
from desk_app.sync.desk_store import DeskStore


def test_acts_from_elsewhere_wait_until_somebody_has_paid(tmp_path: Path) -> None:
    with create(tmp_path / "desk.db", durable=False) as records:
        desk = DeskStore(records)
        behind = BehindTheDesk(records, desk.courtesy)
        order: list[str] = []

        def exchange() -> None:
            with behind.writing():
                order.append("from elsewhere")

        with desk.courtesy.first():
            other = threading.Thread(target=exchange)
            other.start()
            other.join(0.05)
            order.append("paid")
        other.join()

        assert order == ["paid", "from elsewhere"]


def test_an_act_that_waits_for_the_exchange_does_not_hold_it_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courtesy, "_PATIENCE", 0.01)
    with create(tmp_path / "desk.db", durable=False) as records, ExitStack() as acting:
        desk = DeskStore(records)
        acting.enter_context(desk.courtesy.first())

        with BehindTheDesk(records, desk.courtesy).writing() as writing:
            writing.put_setting("sync.complete", "1")


def test_while_somebody_works_little_is_written_at_one_go_and_much_when_nobody_is_there(tmp_path: Path) -> None:
    there, nobody = Courtesy(), Courtesy()
    there.seen()

    assert nobody.bite() == MOST
    assert there.bite() < MOST / 2


def test_asking_the_desk_something_is_being_there(tmp_path: Path) -> None:
    with create(tmp_path / "desk.db", durable=False) as records:
        desk = DeskStore(records)
        # whoever opens the records asks them nothing yet
        before = desk.courtesy.bite()
        with desk.reading() as reading:
            reading.versions()

        assert (before, desk.courtesy.bite() < MOST) == (MOST, True)


def test_what_takes_long_is_written_in_smaller_bites_and_what_is_quick_in_larger_ones() -> None:
    desk = Courtesy()
    desk.seen()
    first = desk.bite()
    desk.took(1.0)
    slow = desk.bite()
    desk.took(0.000_1)
    quick = desk.bite()

    assert slow < first
    assert slow < quick <= 2 * slow


def test_what_can_be_fetched_again_does_not_wait_for_the_disk_and_a_payment_always_does(tmp_path: Path) -> None:
    asked = []
    with create(tmp_path / "desk.db") as records:
        for lasting in (True, False, True):
            with records.writing(lasting=lasting) as writing:
                asked.append(writing.cursor.execute("PRAGMA synchronous").fetchone()[0])

    full, normal = 2, 1
    assert asked == [full, normal, full]


def test_between_two_bites_the_rest_is_longer_than_the_bite_while_somebody_works() -> None:
    lasted = 0.01
    desk = Courtesy()
    desk.seen()
    desk.bite()
    desk.took(0.001, lasted)
    began = perf_counter()
    desk.give_way()

    assert perf_counter() - began >= 2 * lasted


def test_no_rest_is_longer_than_a_moment_however_long_the_bite_was(monkeypatch: pytest.MonkeyPatch) -> None:
    rest = 0.02
    monkeypatch.setattr(courtesy, "_REST", rest)
    desk = Courtesy()
    desk.seen()
    desk.bite()
    desk.took(0.001, lasted=10.0)
    began = perf_counter()
    desk.give_way()

    assert rest * 0.9 <= perf_counter() - began < 10.0
