"""A desk worked by commands alone keeps the promises of the window: it asks before units are spent, and makes good."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from desk_app import cases, enrolment
from desk_app.acts import op_id
from desk_app.cases import Case
from desk_app.domain.people import Patient
from desk_app.enrolment import Opening
from desk_app.making_good import holding_of, wishes_of
from tests.cli.conftest import Run, tessera
from tests.stories.test_what_befalls_a_network import Network, agree, network, opened
from tests.sync.conftest import centre
from ui import compose, compose_network, compose_records

__all__ = ["centre", "network", "tessera"]  # fixtures, found by their names

pytestmark = pytest.mark.postgres

OLGA = op_id("olga")
#: What the program lets a patient spend at one desk while the centre is silent.
CEILING = 1000


@contextmanager
def silent(network: Network, postgres: str) -> Iterator[None]:
    """Nobody reaches the centre."""
    name = Identifier(network.centre.name)
    with psycopg.connect(postgres, autocommit=True) as keeper:
        keeper.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(name))
        yield
        keeper.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(name))


@pytest.fixture
def two(network: Network) -> tuple[Path, Path]:
    """Two desks that hold the same, and Olga with 2,000 points."""
    one, other = network.desk("A"), network.desk("B")
    opened(one)
    with compose.open_desk(one, "e-1") as desk:
        form = enrolment.EnrolmentForm(Patient(OLGA, surname="Лунина", given="Ольга"), opening=Opening(units=2000))
        enrolment.enrol(desk, form, op_id("enrol olga"))
    agree(one, other)
    return one, other


def spend(tessera: Run, home: Path, folder: Path, name: str) -> int:
    """Pay a bill of 3,000 roubles with as many points as may be; how many were taken."""
    file = folder / f"{name}.json"
    lines = [{"service": "B01.047.001", "category": "consultation", "price": "3000.00"}]
    file.write_text(json.dumps({"id": name, "patient": OLGA, "proof": "card", "lines": lines}), encoding="utf-8")
    said = tessera("checkout", "--bill", file, "--redeem", "max", "--home", home)
    assert said.code == 0, said.err
    return int(said.json["redeemed_units"])


def test_points_another_desk_has_spent_are_not_spent_again_by_a_command(
    two: tuple[Path, Path], network: Network, tessera: Run
) -> None:
    one, other = two
    assert spend(tessera, other, network.folder, "there") == 1500
    compose_network.exchange_once(other)

    assert spend(tessera, one, network.folder, "here") == 545, "what is left, and what the first bill earned"


def test_a_command_that_cannot_ask_keeps_to_the_ceiling_and_the_rest_is_made_good_by_the_next_exchange(
    two: tuple[Path, Path], network: Network, postgres: str, tessera: Run
) -> None:
    one, other = two
    with silent(network, postgres):
        assert spend(tessera, one, network.folder, "first") == CEILING
        assert spend(tessera, one, network.folder, "second") == 0
        assert tessera("sync", "--once", "--home", one).code == 3
        assert tessera("sync", "status", "--home", one).json["state"] == "away"

    assert tessera("sync", "--once", "--home", one).code == 0
    agree(one, other)

    for home in two:
        with compose.open_desk(home) as desk, desk.store.reading() as reading:
            made = [row.made for row in wishes_of(reading, holding_of(reading, desk, OLGA))]
        assert all(made)
        assert sum(made) == 2000 - CEILING + 60 + 90, "all that was left, and what the two bills earned"


def test_a_desk_that_sold_before_it_joined_is_told_of_numbers_the_network_has(
    two: tuple[Path, Path], network: Network, tessera: Run
) -> None:
    one, _ = two
    spend(tessera, one, network.folder, "in the network")
    compose_network.exchange_once(one)
    alone = network.folder / "alone"
    compose_records.make_desk(alone, encrypted=False)
    opened(alone)
    with compose.open_desk(alone, "e-1") as desk:
        enrolment.enrol(
            desk, enrolment.EnrolmentForm(Patient(op_id("vera"), surname="Котова", given="Вера")), op_id("v")
        )
    file = network.folder / "before.json"
    lines = [{"service": "B01.047.001", "category": "consultation", "price": "1000.00"}]
    file.write_text(json.dumps({"id": "before", "patient": op_id("vera"), "lines": lines}), encoding="utf-8")
    assert tessera("checkout", "--bill", file, "--home", alone).json["receipt"]["number"] == "A-000001"

    joined = tessera("join", network.centre.desk(network.folder, "Новая", "D"), "--home", alone, "--lang", "en")

    assert "the number A-000001 occurs twice" in joined.err
    assert "from now on the numbers begin with D" in joined.err
    assert tessera("verify", "--home", alone).code == 0


def test_acts_a_restored_desk_had_not_sent_are_carried_by_another_desk(
    two: tuple[Path, Path], network: Network, tessera: Run
) -> None:
    one, other = two
    backup = compose.back_up(one, None)
    spend(tessera, one, network.folder, "sent")
    compose_network.exchange_once(one)
    with compose.open_desk(one) as desk:
        enrolment.enrol(
            desk, enrolment.EnrolmentForm(Patient(op_id("vera"), surname="Котова", given="Вера")), op_id("v")
        )

    said = tessera("restore", backup, "--home", one)
    assert said.json["unsent"]["acts"] == 1
    assert said.json["unsent"]["file"] in said.err
    compose_network.exchange_once(other)
    assert tessera("sync", "--take", said.json["unsent"]["file"], "--home", other).code == 0
    agree(one, other)

    for home in two:
        with compose.open_desk(home) as desk, desk.store.reading() as reading:
            assert reading.patient(op_id("vera")) is not None


def test_a_case_seen_where_nobody_is_signed_in_is_seen_by_the_desk(two: tuple[Path, Path], network: Network) -> None:
    one, _ = two
    case = Case("wish", OLGA, "", op_id("any"), "A-000001", "A", 0, 1, 100)
    with compose.open_desk(one) as desk:
        desk.operator = ""
        cases.mark_seen(desk, case)
        with desk.store.reading() as reading:
            (seen,) = [row for row in reading.journal(10) if row.kind == "case_seen"]

    assert seen.body["note"]["name"] == "A"
