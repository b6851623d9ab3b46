"""A desk joins with its file: once, whole or not at all, and nothing secret is left where people look."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.centre import secrets
from db.centre.exchanging import only_here
from db.centre.line import Line
from desk_app import station as stations
from desk_app.acts import new_id, write
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.sync import copied, join_file, joined
from tests.sync.conftest import Centre
from ui import compose, compose_network, compose_records


def test_a_new_desk_joins_and_has_its_code(centre: Centre, tmp_path: Path) -> None:
    file, home = centre.desk(tmp_path, "Регистратура", "Б"), tmp_path / "home"
    place = compose_network.join(home, file.read_bytes(), "Анна Ким")

    station = stations.load(home).station
    assert (place.desk, station.desk, station.branch, station.employee) == ("Регистратура", "Б", "main", "Анна Ким")
    assert joined.has_joined(home)
    assert compose_network.exchange_once(home).kind == "online"


def test_squares_join_as_the_file_does(centre: Centre, tmp_path: Path) -> None:
    file, home = centre.desk(tmp_path, "Касса", "K"), tmp_path / "home"
    scanned = "\n".join(join_file.squares(join_file.read(file.read_bytes())))

    compose_network.join(home, scanned)

    assert compose_network.exchange_once(home).complete is not None


def test_joining_twice_changes_nothing(centre: Centre, tmp_path: Path) -> None:
    file, home = centre.desk(tmp_path, "Касса", "K"), tmp_path / "home"
    compose_network.join(home, file.read_bytes())
    before = (home / joined.FILE).read_bytes()

    compose_network.join(home, file.read_bytes())

    assert (home / joined.FILE).read_bytes() == before


def test_a_desk_of_one_centre_does_not_join_another(centre: Centre, tmp_path: Path) -> None:
    first, home = centre.desk(tmp_path, "one", "A"), tmp_path / "home"
    compose_network.join(home, first.read_bytes())
    other = replace(join_file.read(first.read_bytes()), dbname="another_clinic", role="another")

    with pytest.raises(WrongInput) as refused:
        compose_network.join(home, join_file.written(other))

    assert (refused.value.code, refused.value.params["found"]) == ("join.other", "one")
    assert stations.load(home).station.desk == "A"


def test_a_desk_that_has_its_place_does_not_take_the_file_of_another_desk(centre: Centre, tmp_path: Path) -> None:
    first, second, home = centre.desk(tmp_path, "one", "A"), centre.desk(tmp_path, "two", "B"), tmp_path / "home"
    compose_network.join(home, first.read_bytes())

    with pytest.raises(WrongInput) as refused:
        compose_network.join(home, second.read_bytes())

    assert (refused.value.code, refused.value.params["found"]) == ("join.desk", "one")
    assert stations.load(home).station.desk == "A"
    assert compose_network.exchange_once(home).kind == "online"


def test_a_copied_desk_joins_the_same_centre_as_a_desk_of_its_own(centre: Centre, tmp_path: Path) -> None:
    home, twin = tmp_path / "home", tmp_path / "twin"
    compose_network.join(home, centre.desk(tmp_path, "Касса", "A").read_bytes())
    note(home, "before")
    compose_network.exchange_once(home)
    note(home, "not sent yet")
    shutil.copytree(home, twin)

    compose_network.join(twin, centre.desk(tmp_path, "Вторая касса", "B").read_bytes())
    note(twin, "of the new desk")
    for one in (twin, home, twin):
        assert compose_network.exchange_once(one).kind == "online"

    assert (stations.load(home).station.desk, stations.load(twin).station.desk) == ("A", "B")
    with compose.open_desk(twin) as desk, desk.store.reading() as reading:
        assert (reading.waiting(), copied.found(reading, 0)) == (0, None)
        assert [row.body["note"]["name"] for row in reading.journal(10) if row.kind == "case_seen"][:1] == [
            "of the new desk"
        ]
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        seen = {row.body["note"]["name"] for row in reading.journal(10) if row.kind == "case_seen"}
    assert seen == {"before", "not sent yet", "of the new desk"}


def note(home: Path, text: str) -> None:
    """An act that means nothing."""
    with compose.open_desk(home) as desk, desk.store.writing() as writing:
        write(writing, desk, new_id(), "case_seen", date(2026, 11, 2), {"note": {"receipt": "r", "name": text}})


def test_a_file_that_opens_nothing_leaves_nothing_behind(centre: Centre, tmp_path: Path) -> None:
    file, home = centre.desk(tmp_path, "Касса", "K"), tmp_path / "home"
    centre.revoke("Касса")

    with pytest.raises(Trouble) as refused:
        compose_network.join(home, file.read_bytes())

    assert refused.value.code == "centre.revoked"
    assert [path.name for path in home.rglob("*")] == []


def test_a_copied_desk_whose_new_file_opens_nothing_stays_what_it_was(centre: Centre, tmp_path: Path) -> None:
    home, twin = tmp_path / "home", tmp_path / "twin"
    compose_network.join(home, centre.desk(tmp_path, "Касса", "A").read_bytes())
    shutil.copytree(home, twin)
    withdrawn = centre.desk(tmp_path, "two", "B")
    centre.revoke("two")

    with pytest.raises(Trouble):
        compose_network.join(twin, withdrawn.read_bytes())

    assert compose_network.exchange_once(twin).kind == "online"


def test_a_joining_that_was_cut_short_is_finished_by_the_same_file(
    centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, home = centre.desk(tmp_path, "Касса", "K"), tmp_path / "home"
    change = Line.change_password

    def changed(line: Line, password: str) -> None:
        # the power goes after the centre has the new password
        change(line, password)
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(Line, "change_password", changed)
        with pytest.raises(KeyboardInterrupt):
            compose_network.join(home, file.read_bytes())
    assert not joined.has_joined(home)

    compose_network.join(home, file.read_bytes())

    assert joined.has_joined(home)


def test_a_centre_that_is_away_leaves_the_desk_as_it_was(tmp_path: Path) -> None:
    away = join_file.JoinFile(str(tmp_path), "clinic", "desk", "secret-of-once", "Касса", protection="prefer")
    with pytest.raises(Trouble) as trouble:
        compose_network.join(tmp_path / "home", join_file.written(away))

    assert trouble.value.code == "centre.away"
    assert not joined.has_joined(tmp_path / "home")
    assert not (tmp_path / "home" / compose_records.DATABASE).exists()


def test_nothing_secret_stands_in_settings_or_names(centre: Centre, tmp_path: Path) -> None:
    file, home = centre.desk(tmp_path, "Касса", "K"), tmp_path / "home"
    first = json.loads(file.read_text(encoding="utf-8"))["password"]
    compose_network.join(home, file.read_bytes())
    place = joined.read(home)
    assert place is not None
    now = secrets.read(home, place.secret)["password"]
    assert now != first

    for one in (path for path in home.rglob("*") if path.is_file() and path.name != secrets.FILE):
        content = one.read_bytes()
        assert first.encode() not in content, one
        assert now.encode() not in content, one
    assert now not in repr(place)
    if (home / secrets.FILE).exists():
        assert (home / secrets.FILE).stat().st_mode & 0o077 == 0


def test_a_second_exchange_of_one_desk_says_so(centre: Centre, tmp_path: Path) -> None:
    home = tmp_path / "home"
    compose_network.join(home, centre.desk(tmp_path, "Касса", "K").read_bytes())
    with only_here(home), pytest.raises(Trouble) as trouble:
        compose_network.exchange_once(home)

    assert trouble.value.code == "sync.second"


def test_a_desk_alone_says_that_it_has_no_centre(tmp_path: Path) -> None:
    compose_records.make_desk(tmp_path / "home", encrypted=False)
    with pytest.raises(Trouble) as trouble:
        compose_network.exchange_once(tmp_path / "home")

    assert trouble.value.code == "centre.none"
