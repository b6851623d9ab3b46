"""Desks of one clinic over a real centre: they join, sell while the line is away, and end with the same books."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desk_app import checkout, clinic, drafts, statement
from desk_app.acts import new_id
from desk_app.domain.bill import Bill, Line
from desk_app.domain.errors import Trouble
from desk_app.domain.people import Patient
from desk_app.enrolment import EnrolmentForm, enrol
from desk_app.ports import Desk
from desk_app.sync import courier
from tests.cli.conftest import Run, tessera
from tests.sync.conftest import Centre, centre
from ui import compose, compose_network, compose_records
from ui.first_start import joining
from ui.first_start.tasks import Answers

__all__ = ["centre", "tessera"]


@dataclass
class Network:
    """Two homes of one network."""

    centre: Centre
    folder: Path
    homes: dict[str, Path] = field(default_factory=dict)

    def join(self, code: str) -> Path:
        """One more desk."""
        self.homes[code] = home = self.folder / f"home-{code}"
        compose_network.join(home, self.centre.desk(self.folder, f"Место {code}", code).read_bytes(), f"Клерк {code}")
        return home

    def sync(self, *codes: str) -> None:
        """Each of them exchanges once."""
        for code in codes:
            assert compose_network.exchange_once(self.homes[code]).kind == "online"


@pytest.fixture
def network(centre: Centre, tmp_path: Path) -> Network:
    made = Network(centre, tmp_path)
    home = made.join("A")
    joining.set_up(home, Answers("points-3-5-7-10", {"name": "Здоровье"}, desk="A", employee="Ким"), lambda *_: None)
    made.join("B")
    made.sync("A", "B")
    return made


def buy(desk: Desk, member: str, price: int, redeem: int = 0) -> str:
    line = Line("1", price, category="treatment")
    bill = drafts.dated(
        desk, Bill(new_id(), member, desk.clock(), (line,), member, member, redeem=redeem, proof="card")
    )
    return checkout.settle(desk, bill, new_id()).row.id


def books(home: Path) -> tuple[object, ...]:
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        members = [member for member, _, _ in reading.members()]
        told = [statement.statement(desk, member) for member in members]
        return [(one, told_.usable, told_.pending) for one, told_ in zip(members, told, strict=True)], len(
            reading.journal(1000)
        )


def test_the_second_desk_gets_the_clinic_its_rules_and_its_name(network: Network) -> None:
    with compose.open_desk(network.homes["B"]) as desk, desk.store.reading() as reading:
        assert len(reading.versions()) == 1
        assert clinic.read(reading).name == "Здоровье"
        assert (desk.code, desk.operator) == ("B", "Клерк B")


def test_what_was_sold_at_both_desks_without_a_line_ends_in_the_same_books(network: Network) -> None:
    with compose.open_desk(network.homes["A"]) as desk:
        anna = enrol(desk, EnrolmentForm(Patient("", "Щёлокова", "Анна")), new_id()).member
    network.sync("A", "B")
    with ExitStack() as stack:
        a, b = (stack.enter_context(compose.open_desk(network.homes[code])) for code in "AB")
        for _ in range(3):
            buy(a, anna, 500_000)
            buy(b, anna, 300_000)
        olga = enrol(b, EnrolmentForm(Patient("", "Новикова", "Ольга")), new_id()).member
        with b.store.reading() as reading:
            assert reading.waiting() == 4

    network.sync("A", "B", "A")

    assert books(network.homes["A"]) == books(network.homes["B"])
    with compose.open_desk(network.homes["A"]) as desk, desk.store.reading() as reading:
        assert reading.patient(olga) is not None
        assert (reading.waiting(), len(reading.receipts([anna], 10))) == (0, 6)
    for home in network.homes.values():
        assert not compose.verify(home)


def test_a_desk_with_a_history_joins_and_everything_of_it_is_sent(centre: Centre, tmp_path: Path) -> None:
    home = tmp_path / "old"
    joining.set_up(home, Answers("cashback", {"name": "Здоровье"}, employee="Ким"), lambda *_: None)
    with compose.open_desk(home) as desk:
        member = enrol(desk, EnrolmentForm(Patient("", "Щёлокова", "Анна")), new_id()).member
        receipt = buy(desk, member, 100_000)
    network = Network(centre, tmp_path)
    compose_network.join(home, centre.desk(tmp_path, "Старое место", "Z").read_bytes())
    assert compose_network.exchange_once(home).kind == "online"

    other = network.join("B")
    network.sync("B")

    with compose.open_desk(other) as desk, desk.store.reading() as reading:
        assert reading.receipt(receipt) is not None
        assert reading.patient(member) is not None


def test_a_revoked_desk_reads_keeps_its_acts_and_writes_no_more_until_it_may_again(network: Network) -> None:
    home = network.homes["B"]
    with compose.open_desk(home) as desk:
        member = enrol(desk, EnrolmentForm(Patient("", "Щёлокова", "Анна")), new_id()).member
    network.centre.revoke("Место B")
    with pytest.raises(Trouble) as trouble:
        compose_network.exchange_once(home)
    assert trouble.value.code == "centre.revoked"

    with compose.open_desk(home) as desk:
        assert desk.shut is not None
        with desk.store.reading() as reading:
            assert (reading.patient(member) is not None, reading.waiting()) == (True, 1)
        with pytest.raises(Trouble) as trouble:
            enrol(desk, EnrolmentForm(Patient("", "Новикова", "Ольга")), new_id())
        assert trouble.value.code == "centre.revoked"

    file = network.centre.desk_again(network.folder, "Место B", "B")
    compose_network.join(home, file.read_bytes())
    network.sync("B", "A")
    with compose.open_desk(home) as desk:
        assert desk.shut is None
    with compose.open_desk(network.homes["A"]) as desk, desk.store.reading() as reading:
        assert reading.patient(member) is not None


def test_acts_carried_by_hand_reach_the_centre_and_are_confirmed_by_the_next_answer(network: Network) -> None:
    far = network.folder / "far"
    compose_records.make_desk(far)
    with compose.open_desk(network.homes["A"]) as desk, desk.store.reading() as reading:
        document = reading.versions()[0].document
    from desk_app.programs import publish

    with compose.open_desk(far) as desk:
        desk.code = "F"
        publish(desk, document, None, new_id())
        member = enrol(desk, EnrolmentForm(Patient("", "Дальняя", "Вера")), new_id()).member
        carried = courier.write(desk, network.folder / "far.courier")

    with compose.open_desk(network.homes["A"]) as desk:
        answered = courier.take_and_answer(
            desk, carried.file, network.folder / "far.answer",
            lambda streams: compose_network.give_to_centre(network.homes["A"], streams),
        )  # fmt: skip
    assert answered.answer is not None
    network.sync("B")
    with compose.open_desk(network.homes["B"]) as desk, desk.store.reading() as reading:
        assert reading.patient(member) is not None

    with compose.open_desk(far) as desk:
        back = courier.take_and_answer(desk, answered.answer.file, network.folder / "none", lambda _: None)
        assert back.confirmed == carried.ops
        with desk.store.reading() as reading:
            assert reading.waiting() == 0
    assert not (network.folder / "none").exists()
    for home in network.homes.values():
        assert not compose.verify(home)


def test_the_command_line_joins_syncs_and_tells_what_waits(
    centre: Centre, tmp_path: Path, tessera: Run, desk_folder: Path
) -> None:
    file = centre.desk(tmp_path, "Касса", "K")
    joined = tessera("join", file, "--by", "Ким")
    assert (joined.code, joined.json["desk"], joined.json["complete"]) == (0, "Касса", True)
    assert tessera("join", file).code == 0

    document = Path(__file__).parents[1] / "cases" / "programs" / "harbour.toml"
    assert tessera("program", "publish", document, "--from", "2025-01-01").code == 0
    assert tessera("enroll", "--name", "Ким Олег", "--birth", "2015-05-17").code == 0
    told = tessera("sync", "status").json
    assert (told["joined"], told["waiting"]) == (True, 2)
    assert [(act["kind"], act["patient"]) for act in told["acts"]] == [("publish", ""), ("enroll", "Ким Олег")]

    synced = tessera("sync", "--once")
    assert (synced.code, synced.json["state"], synced.json["waiting"]) == (0, "online", 0)
    assert "2 операции" not in tessera("sync", "status", "--lang", "ru", as_json=False).out
    assert centre.ask("SELECT sum(head)::int FROM tessera.stream") == [(2,)]


def test_the_command_line_carries_acts_by_hand(
    network: Network, tessera: Run, desk_folder: Path, tmp_path: Path
) -> None:
    home = network.homes["A"]
    with compose.open_desk(home) as desk:
        enrol(desk, EnrolmentForm(Patient("", "Щёлокова", "Анна")), new_id())
    file = tmp_path / "a.courier"
    wrote = tessera("sync", "--courier", file, "--home", home)
    assert (wrote.code, wrote.json["ops"]) == (0, 1)
    took = tessera("sync", "--take", file, "--home", network.homes["B"])
    assert (took.code, took.json["taken"], took.json["desk"]) == (0, 1, "A")
    back = tessera("sync", "--take", tmp_path / "a.answer", "--home", home)
    assert (back.code, back.json["taken"], back.json["confirmed"]) == (0, 0, 1)

    file.write_bytes(file.read_bytes()[:-20])
    refused = tessera("sync", "--take", file, "--home", network.homes["B"])
    assert (refused.code, refused.json["error"]) == (2, "courier.damaged")
    assert json.dumps(refused.json)
