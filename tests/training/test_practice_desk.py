"""A practice desk: the clinic's own rules and prices, people who never lived, and a folder that may be emptied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

import resources
from db.store import SqlStore
from desk_app.acts import new_id
from desk_app.audit import audit
from desk_app.demo.tables import price_list
from desk_app.documents.program_file import read_document
from desk_app.domain.errors import Trouble
from desk_app.domain.people import Patient
from desk_app.enrolment import add_patient
from desk_app.ports import Desk, Json
from desk_app.station import Station
from desk_app.sync import spending
from desk_app.sync.desk_store import DeskStore
from desk_app.sync.state import Network
from desk_app.sync.worker import Told, Worker
from desk_app.training import practice
from desk_app.training.lessons import set_up, shelf
from desk_app.training.practice import PAST, Edition, Ground, ground, slug
from desk_app.versions import ahead_of, record_on, today
from tests.cli.conftest import answered
from tests.ui.clinic import Clock, fill, open_clinic
from ui import compose, compose_practice, compose_records
from ui.opening import Furnished
from ui.printer import opened as pdf

STATION = Station(desk="Б", branch="main", employee="Петрова М.")
TODAY = datetime.now(UTC).date()
PRESETS = tuple(sorted(file.stem for file in resources.path("programs").glob("*.toml")))


def document(preset: str = practice.PRESET) -> Json:
    """A ready program."""
    return read_document(resources.path(f"programs/{preset}.toml").read_bytes())


def a_ground(preset: str = practice.PRESET, *ahead: Edition) -> Ground:
    """Rules that began yesterday as version 7, and those announced; our price list."""
    edition = Edition(new_id(), 7, document(preset), TODAY - timedelta(days=1))
    return Ground((edition, *ahead), price_list(), (("clinic", "Здоровье"), ("clinic.phone", "+7 495 000-00-00")))


def a_bare_ground() -> Ground:
    """The same without prices, and people without a past: quickly made."""
    return replace(a_ground(), services=())


def announced() -> Edition:
    """The next version, told with its plan."""
    plan: Json = {"plan": {"sentence": {"ru": "Скоро", "en": "Soon"}}}
    return Edition(new_id(), 8, document() | {"name": {"ru": "Новые баллы", "en": "New points"}},
                   TODAY + timedelta(days=30), plan)  # fmt: skip


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk where version 7 began yesterday and version 8 is announced; nobody writes here."""
    folder = tmp_path_factory.mktemp("practice")
    compose_practice.make(folder, a_ground(practice.PRESET, announced()), STATION)
    with compose.open_desk(folder) as desk:
        yield desk


@pytest.mark.parametrize("preset", PRESETS)
def test_people_have_a_sound_past_under_whatever_rules_the_clinic_has(preset: str, tmp_path: Path) -> None:
    compose_practice.make(tmp_path, a_ground(preset), STATION)
    with compose.open_desk(tmp_path) as desk, desk.store.reading() as reading:
        assert reading.count_patients() == practice.PEOPLE
        assert len(reading.members()) >= practice.PEOPLE - 4
        assert len({receipt.patient for receipt in reading.last_receipts(500)}) > practice.PEOPLE / 4
        assert audit(desk) == ()


def test_rules_keep_their_number_and_their_announced_day(furnished: Desk) -> None:
    with furnished.store.reading() as reading:
        day = today(furnished, reading)
        now = record_on(reading, day)
        (ahead,) = ahead_of(reading.versions(), day)
        plan = (reading.op_body(ahead.mark) or {})["announcement"]["plan"]

        before = reading.versions()[0]

    assert (now.version, now.effective_from) == (7, TODAY - timedelta(days=1)), "as at the real desk"
    assert (before.version, before.effective_from) == (6, day - timedelta(days=PAST))
    assert before.document == now.document, "the past had the same rules"
    assert (ahead.version, ahead.effective_from) == (8, TODAY + timedelta(days=30))
    assert plan["sentence"]["en"] == "Soon"


def test_what_a_story_tells_of_the_past_is_older_than_rules_that_began_yesterday(tmp_path: Path) -> None:
    compose_practice.make(tmp_path, a_ground(), STATION)
    with compose.open_desk(tmp_path) as desk:
        story = set_up(desk, next(one for one in shelf(None).found if one.code == "return-one"), "1", "ru")

    assert story.values["before_day"] == (TODAY - timedelta(days=10)).isoformat()


def test_a_practice_desk_is_called_as_the_clinic_is_and_sells_what_it_sells(furnished: Desk) -> None:
    with furnished.store.reading() as reading:
        assert reading.setting("clinic") == "Здоровье"
        assert reading.setting("clinic.phone") == "+7 495 000-00-00"
        assert reading.services("", 1000) == tuple(sorted(price_list(), key=lambda one: one.code))
    assert (furnished.code, furnished.operator) == ("Б", "Петрова М.")


def test_there_are_namesakes_a_family_card_holders_and_somebody_who_has_not_joined(furnished: Desk) -> None:
    with furnished.store.reading() as reading:
        found = reading.find("иванов иван", 10)
        members = [reading.membership(member) for member, _, _ in reading.members()]
        cards = [reading.cards(member) for member, _, _ in reading.members()]

        assert len([one for one in found if one.full_name == "Иванов Иван Иванович"]) >= 2
        assert len([one for one in members if one is not None and one.groups]) > 1
        assert all(cards)
        assert reading.count_patients() > len(members)


def test_what_is_printed_of_a_practice_desk_by_a_command_says_so_too(furnished: Desk, tmp_path: Path) -> None:
    assert isinstance(furnished.store, DeskStore)
    home, out = cast("SqlStore", furnished.store._store).path.parent, tmp_path / "slip.pdf"
    with furnished.store.reading() as reading:
        receipt = reading.last_receipts(1)[0].number
    answered("print", "slip", receipt, "--out", out, "--home", home)

    assert "ДЕМО" in pdf(out.read_bytes()).getAllText(0).text()


def test_the_ground_is_read_and_nothing_is_written(tmp_path: Path) -> None:
    clock = Clock(datetime.now(UTC) - timedelta(days=80))
    with open_clinic(tmp_path, clock=clock) as desk:
        fill(desk, clock)
        with desk.store.reading() as reading:
            before = reading.heads(), reading.last_change()
            versions = reading.versions()
        found = ground(desk)
        with desk.store.reading() as reading:
            assert (reading.heads(), reading.last_change()) == before

    assert [(one.number, one.day, one.document) for one in found.editions] == [
        (versions[0].version, date(2026, 1, 1), versions[0].document)
    ]
    assert len(found.services) == len(price_list())
    assert found.mark() == found.mark()


def test_a_clinic_without_rules_practises_under_a_ready_program(tmp_path: Path) -> None:
    found = compose_practice.ground_at(tmp_path / "nothing here")

    assert found.editions[0].document["code"] == document()["code"]
    assert found.services == price_list()
    assert not (tmp_path / "nothing here").exists()


def patients(folder: Path) -> int:
    """How many people a practice desk knows."""
    with compose.open_desk(folder) as desk, desk.store.reading() as reading:
        return reading.count_patients()


def opened(folder: Path, ground: Ground, *, anew: bool = True, joined: bool = False, up: bool = True) -> Furnished:
    """A practice desk for a window."""
    return compose_practice.prepare(folder, ground, STATION, lambda desk: None, anew=anew, joined=joined, up=up)


def test_she_finds_her_desk_as_she_left_it_until_it_is_made_anew_or_the_rules_are_others(tmp_path: Path) -> None:
    ground = a_bare_ground()
    compose_practice.make(tmp_path, ground, STATION)
    with compose.open_desk(tmp_path) as desk:
        add_patient(desk, Patient("", "Лесков", "Николай"), new_id())
    left = patients(tmp_path)

    opened(tmp_path, ground, anew=False).opened.close()
    assert patients(tmp_path) == left
    opened(tmp_path, replace(ground, says=()), anew=False).opened.close()
    assert patients(tmp_path) == practice.PEOPLE
    with compose.open_desk(tmp_path) as desk:
        add_patient(desk, Patient("", "Лесков", "Николай"), new_id())
    opened(tmp_path, replace(ground, says=())).opened.close()
    assert patients(tmp_path) == practice.PEOPLE


def test_a_desk_that_cannot_be_opened_any_more_is_made_anew(tmp_path: Path) -> None:
    ground = a_bare_ground()
    compose_practice.make(tmp_path, ground, STATION)
    (tmp_path / compose_records.DATABASE).write_bytes(b"")

    opened(tmp_path, ground, anew=False).opened.close()
    assert patients(tmp_path) == practice.PEOPLE


def test_a_desk_whose_making_was_killed_is_made_anew(tmp_path: Path) -> None:
    ground = a_bare_ground()
    compose_practice.make(tmp_path, ground, STATION)
    (tmp_path / compose_practice.MARK).write_text("")  # cut short while it was written
    (tmp_path / "half a file.part").write_bytes(b"?")

    opened(tmp_path, ground, anew=False).opened.close()
    assert patients(tmp_path) == practice.PEOPLE
    assert not (tmp_path / "half a file.part").exists()


def test_a_disk_that_fails_is_told_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "training").write_text("a file where a folder should be")
    with pytest.raises(Trouble) as refused:
        compose_practice.make(tmp_path / "training" / "anna", a_bare_ground(), STATION)

    assert refused.value.code.startswith("disk.")


def test_only_the_folder_of_a_practice_desk_is_ever_emptied(tmp_path: Path) -> None:
    compose_records.make_desk(tmp_path, encrypted=False)
    before = sorted(file.name for file in tmp_path.iterdir())
    with pytest.raises(Trouble) as refused:
        compose_practice.make(tmp_path, a_bare_ground(), STATION)

    assert refused.value.code == "db.exists"
    assert sorted(file.name for file in tmp_path.iterdir()) == before


def test_a_practice_desk_is_not_emptied_under_its_window(tmp_path: Path) -> None:
    ground = a_bare_ground()
    window = opened(tmp_path, ground)
    try:
        with pytest.raises(Trouble) as refused:
            compose_practice.make(tmp_path, ground, STATION)
    finally:
        window.opened.close()

    assert refused.value.code == "db.second"
    assert patients(tmp_path) == practice.PEOPLE


def test_what_begins_an_exercise_and_fails_leaves_no_file_open(tmp_path: Path) -> None:
    def fails(desk: Desk) -> None:
        raise ValueError(desk.code)

    with pytest.raises(ValueError, match="Б"):
        compose_practice.prepare(tmp_path, a_bare_ground(), STATION, fails, anew=True, joined=False, up=True)
    compose_practice.make(tmp_path, a_bare_ground(), STATION)


def test_each_act_at_a_practice_desk_is_told_and_nothing_is_sent_anywhere(tmp_path: Path) -> None:
    furnished, heard = opened(tmp_path, a_bare_ground()), list[int]()
    furnished.heard.acted = lambda: heard.append(1)
    try:
        add_patient(furnished.opened.desk(), Patient("", "Лесков", "Николай"), new_id())
        assert furnished.opened.exchanger(Told()) is None
        assert not furnished.line(False)
    finally:
        furnished.opened.close()

    assert heard == [1]


def exchanging(furnished: Furnished) -> tuple[Worker, list[Network]]:
    """The exchange of a practice desk, and what it told."""
    told: list[Network] = []
    worker = furnished.opened.exchanger(Told(told.append))
    assert worker is not None
    worker.begin()
    return worker, told


def test_the_line_of_a_practice_desk_is_away_and_comes_back(tmp_path: Path) -> None:
    furnished = opened(tmp_path, a_bare_ground(), joined=True, up=False)
    worker, told = exchanging(furnished)
    try:
        assert not worker.ask_first(10)
        assert [one.kind for one in told][-1] == "away"
        desk = furnished.opened.desk()
        with desk.store.reading() as reading:
            assert spending.reached(reading, desk).joined
        add_patient(desk, Patient("", "Лесков", "Николай"), new_id())

        furnished.line(True)
        worker.state = replace(worker.state, kind="greeting")  # whoever waits for the line is not sent away
        assert worker.ask_first(10)
        with desk.store.reading() as reading:
            assert reading.waiting() == 0
        assert [one.kind for one in told][-1] == "online"
    finally:
        worker.stop()
        furnished.opened.close()


@pytest.mark.parametrize(
    ("trainee", "folder"),
    [("Петрова М.", "петрова-м"), ("  Anna  Kim ", "anna-kim"), ("../..", "nobody"), ("", "nobody"), ("CON", "con"),
     ("а" * 90, "а" * 40)],
)  # fmt: skip
def test_the_folder_of_a_trainee_is_plain_and_lies_where_it_belongs(trainee: str, folder: str) -> None:
    plain, _, mark = slug(trainee).rpartition("-")

    assert (plain, len(mark)) == (folder, 6)


def test_no_two_trainees_share_a_folder_and_one_who_is_typed_in_another_way_keeps_hers() -> None:
    assert len({slug(name) for name in ("Ким А.", "Ким А", "Ким-А", "Ким_А", "а" * 90, "а" * 91)}) == 6
    assert slug(" ким  а. ") == slug("Ким А.")
