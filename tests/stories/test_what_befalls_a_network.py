"""What happens to networks in the course of years, a story each: nothing is lost, nothing doubled, nobody must act."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

import resources
from db.centre import admin
from db.oplog import INSERT_OP, chained
from db.verify import digest
from desk_app import checkout, enrolment, programs
from desk_app.accounts import load, version_on
from desk_app.acts import op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.bill import Bill, Line
from desk_app.domain.errors import Trouble
from desk_app.domain.people import Patient
from desk_app.ports import Desk
from tests.sync.conftest import Centre, centre
from ui import compose, compose_network

__all__ = ["centre"]  # a fixture, found by its name

pytestmark = pytest.mark.postgres

ANNA = op_id("anna")


@dataclass
class Network:
    """Desks that joined one centre."""

    centre: Centre
    folder: Path

    def desk(self, code: str) -> Path:
        """A desk that has just joined and fetched what there is."""
        home = self.folder / code
        compose_network.join(home, self.centre.desk(self.folder, f"Стойка {code}", code).read_bytes())
        compose_network.exchange_once(home)
        return home

    @contextmanager
    def restored_later(self, postgres: str) -> Iterator[None]:
        """What happens inside is forgotten by the centre: it is put back from the backup made at the beginning."""
        with psycopg.connect(postgres, autocommit=True) as keeper:
            copy, name = Identifier(f"{self.centre.name}_backup"), Identifier(self.centre.name)
            keeper.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(copy, name))
            yield
            keeper.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(name))
            keeper.execute(SQL("ALTER DATABASE {} RENAME TO {}").format(copy, name))
        with admin.opened(self.centre.url) as connection:
            admin.after_restore(connection)


@pytest.fixture
def network(centre: Centre, tmp_path: Path) -> Network:
    """Nobody joined yet."""
    return Network(centre, tmp_path)


def opened(home: Path, *, ahead: timedelta = timedelta()) -> None:
    """Put the clinic's rules in force and enrol Anna."""
    with compose.open_desk(home, "e-1") as desk:
        document = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
        programs.publish(desk, document, None, op_id("publish"))
        enrolment.enrol(desk, enrolment.EnrolmentForm(Patient(ANNA, surname="Кротова", given="Анна")), op_id("enrol"))


def sell(home: Path, name: str, *, ahead: timedelta = timedelta(), desk: Desk | None = None) -> str:
    """One bill of 1,000 roubles at a desk whose clock is so far ahead; the receipt's number."""
    if desk is None:
        with compose.open_desk(home, "e-1") as one:
            return sell(home, name, ahead=ahead, desk=one)
    wrong = replace(desk, clock=lambda: datetime.now(UTC) + ahead)
    bill = Bill(name, ANNA, (datetime.now().astimezone() + ahead), (Line("1", 100_000, category="consultation"),))
    return checkout.settle(wrong, bill, op_id(name)).row.number


def picture(home: Path) -> str:
    """All that follows from the acts a desk knows, as one number; its records are sound."""
    # two computers that believe to be one desk count their receipts alike, and `verify` tells it
    assert {found.check for found in compose.verify(home)} <= {"receipt.number"}
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        assert reading.waiting() == 0
        return digest(reading.cursor)  # type: ignore[attr-defined] # the store of a real desk


def numbers(home: Path) -> list[str]:
    """Numbers of Anna's receipts."""
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        return sorted(row.number for row in reading.receipts([ANNA], 10_000))


def usable(home: Path) -> int:
    """What Anna may spend today, as a desk sees it."""
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        today = datetime.now().astimezone().date()
        program, _ = version_on(reading, desk, today)
        return load(reading, desk, ANNA, program, today).usable


def agree(*homes: Path) -> None:
    """Everybody exchanges until there is nothing new, and draws the same."""
    for home in (*homes, *homes, *homes):
        compose_network.exchange_once(home)
    assert len({picture(home) for home in homes}) == 1


def test_a_desk_put_back_to_yesterdays_backup_gets_back_what_it_forgot(network: Network) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    yesterday = compose.back_up(one, None)
    sold = [sell(one, "forgotten"), sell(one, "forgotten too")]
    compose_network.exchange_once(one)

    compose.restore(yesterday, one)
    sold.append(sell(one, "before anybody was asked"))
    agree(one, other)

    assert numbers(one) == numbers(other) == sorted(sold)
    assert len(set(sold)) == 3, "no number twice"


def test_a_desk_that_was_never_sent_before_it_was_put_back_keeps_what_the_backup_has(network: Network) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    kept = sell(one, "in the backup")
    backup = compose.back_up(one, None)
    compose.restore(backup, one)
    agree(one, other)

    assert numbers(other) == [kept]


def test_a_disk_that_was_copied_serves_two_computers_and_loses_nothing(network: Network) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    compose_network.exchange_once(one)
    twin = network.folder / "twin"
    shutil.copytree(one, twin)

    sell(one, "here"), sell(twin, "there"), sell(twin, "there again")
    agree(one, twin, other)

    with compose.open_desk(other) as desk, desk.store.reading() as reading:
        assert {row.bill for row in reading.receipts([ANNA], 100)} == {"here", "there", "there again"}


def test_a_centre_put_back_to_yesterday_is_given_everything_again(network: Network, postgres: str) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    agree(one, other)

    with network.restored_later(postgres):
        sold = [sell(one, "today"), sell(other, "today there")]
        agree(one, other)
    sold.append(sell(one, "after it came back"))
    agree(one, other)

    assert numbers(one) == numbers(other) == sorted(sold)
    assert network.centre.ask("SELECT count(*) FROM tessera.quarantine") == [(0,)]
    third = network.desk("C")
    agree(one, other, third)


def test_acts_of_a_desk_that_is_gone_are_given_back_by_those_who_hold_them(network: Network, postgres: str) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    agree(one, other)

    with network.restored_later(postgres):
        lost = sell(one, "sold before the fire")
        agree(one, other)
    shutil.rmtree(one)
    with compose.open_desk(other) as desk, desk.store.reading() as reading:
        streams = [stream.stream for stream in reading.other_streams()]
    compose_network.give_to_centre(other, streams)
    third = network.desk("C")

    assert numbers(third) == [lost]
    agree(other, third)


def test_a_clock_a_year_ahead_takes_no_units_away(network: Network) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    agree(one, other)
    year = timedelta(days=365)
    sell(one, "next year, it believes", ahead=year)
    assert usable(one) == 0, "there they are usable in a year"

    agree(one, other)

    assert usable(one) == usable(other) == 30
    today = sell(other, "today")
    with compose.open_desk(other) as desk, desk.store.reading() as reading:
        row = reading.receipts_named(today)[0]
    assert row.day == datetime.now().astimezone().date(), "nobody else's clock was taken along"


def test_a_clock_a_year_behind_sells_and_is_set_right_where_it_can_be(network: Network) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    agree(one, other)
    sell(one, "now"), sell(other, "now there")
    agree(one, other)

    assert usable(one) == usable(other) == 60


def test_ninety_days_without_a_network_are_sent_in_one_go(network: Network) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    agree(one, other)
    with compose.open_desk(one, "e-1") as desk:
        for day in range(90, 0, -1):
            for bill in range(3):
                sell(one, f"{day}-{bill}", desk=desk)
        with desk.store.reading() as reading:
            assert reading.waiting() == 270

    agree(one, other)

    assert len(numbers(other)) == 270


def test_a_desk_that_was_sent_away_reads_and_keeps_its_acts(network: Network) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    agree(one, other)
    network.centre.revoke("Стойка A")
    kept = sell(one, "before it heard")

    with pytest.raises(Trouble) as told:
        compose_network.exchange_once(one)

    assert told.value.code in ("centre.revoked", "centre.refused")
    assert numbers(one) == [kept]
    compose_network.exchange_once(other)
    assert numbers(other) == []


def test_an_act_that_cannot_be_read_stops_nobody(network: Network) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    before = sell(one, "before")
    with compose.open_desk(one) as desk, desk.store.writing() as writing:
        own = next(stream for stream in writing.own_streams() if stream.current)
        body, poison, cursor = '{"moment":1,"hlc":1}', op_id("poison"), writing.cursor  # type: ignore[attr-defined]
        number = cursor.execute("SELECT no FROM stream WHERE mine=1").fetchone()[0]
        cursor.execute(INSERT_OP, (number, own.head + 1, poison, 1, 1, body, chained(own.hash, poison, body)))
        cursor.execute("INSERT INTO quarantine VALUES (?, 'body')", (cursor.lastrowid,))
    after = sell(one, "after")

    agree(one, other)

    assert numbers(other) == sorted([before, after])
    assert network.centre.ask("SELECT op_id::text FROM tessera.quarantine") == [(poison,)]


def test_an_older_desk_at_a_newer_centre_sells_and_sends(network: Network) -> None:
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    agree(one, other)
    network.centre.ask("UPDATE tessera.central SET oldest=2, newest=3 RETURNING 1")
    sold = sell(one, "with the app of last year")

    state = compose_network.exchange_once(one)

    assert (state.kind, state.waiting) == ("older", 0)
    network.centre.ask("UPDATE tessera.central SET oldest=1, newest=3 RETURNING 1")
    agree(one, other)
    assert numbers(other) == [sold]
