"""Versions of the one program of a desk: which of them holds when, and what may not become a version of it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import resources
from tests.cli.conftest import CASES, Run

Changed = Callable[[str, str], Path]
PROGRAM = CASES / "programs" / "harbour-v2.toml"


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The next version of "harbour" with a part of it written otherwise."""

    def write(part: str, other: str) -> Path:
        text = PROGRAM.read_text(encoding="utf-8")
        assert part in text
        (tmp_path / "changed.toml").write_text(text.replace(part, other, 1), encoding="utf-8")
        return tmp_path / "changed.toml"

    return write


def in_days(count: int) -> str:
    """A day ahead, in a time zone of no clinic: two days between what is asked are enough for all of them."""
    return (datetime.now(UTC).date() + timedelta(days=count)).isoformat()


def listed(tessera: Run) -> list[str]:
    return [one["status"] for one in tessera("program", "list").json["versions"]]


@pytest.mark.usefixtures("desk")
def test_a_version_is_announced_then_in_force_then_retired(tessera: Run) -> None:
    assert listed(tessera) == ["in_force"]

    tessera("program", "publish", PROGRAM, "--from", in_days(10))
    assert listed(tessera) == ["in_force", "announced"]

    tessera("program", "publish", PROGRAM)
    assert listed(tessera) == ["retired", "announced", "in_force"]

    tessera("program", "publish", PROGRAM, "--from", in_days(10))
    assert listed(tessera) == ["retired", "retired", "in_force", "announced"]


@pytest.mark.usefixtures("desk")
def test_people_read_what_became_of_a_version(tessera: Run) -> None:
    tessera("program", "publish", PROGRAM, "--from", in_days(10))

    russian = tessera("program", "list", "--lang", "ru", as_json=False).out
    english = tessera("program", "list", "--lang", "en", as_json=False).out

    assert ("действует" in russian, "объявлена" in russian, "in_force" in russian) == (True, True, False)
    assert ("in force" in english, "announced" in english) == (True, True)


@pytest.mark.usefixtures("desk")
def test_another_program_does_not_take_the_place_of_this_one(tessera: Run, changed: Changed) -> None:
    said = tessera("program", "publish", changed('code = "harbour"', 'code = "harbor"'), "--lang", "en")

    assert (said.code, said.json["error"], said.json["place"]) == (2, "program.other", "code")
    assert said.err.startswith("changed.toml: code: The program here is “harbour”")
    assert listed(tessera) == ["in_force"]


@pytest.mark.usefixtures("desk")
def test_a_program_does_not_change_its_money(tessera: Run, changed: Changed) -> None:
    said = tessera("program", "publish", changed('currency = "RUB"', 'currency = "EUR"'), "--lang", "ru")

    assert (said.code, said.json["error"], said.json["place"]) == (2, "program.currency", "currency")
    assert "Счёт" not in said.json["message"]
    assert listed(tessera) == ["in_force"]


def test_a_ready_program_published_as_it_is_names_what_nobody_filled_in(desk_folder: Path, tessera: Run) -> None:
    said = tessera("program", "publish", resources.path("programs/cashback.toml"), "--lang", "ru")

    places = [one["place"] for one in said.json["warnings"]]
    assert said.code == 0
    assert {"organizer.name", "organizer.tax_id", "organizer.licence", "organizer.rules_url"} <= set(places)
    assert all(place in said.err for place in places)


def test_rules_that_are_in_force_already_are_told(desk: Path, tessera: Run) -> None:
    same = tessera("program", "publish", CASES / "programs" / "harbour.toml", "--op", "again")
    other = tessera("program", "publish", CASES / "programs" / "harbour-v2.toml")

    assert [one["code"] for one in same.json["warnings"]][-1:] == ["publish.same"]
    assert "1" in same.err
    assert [one for one in other.json["warnings"] if one["code"] == "publish.same"] == []
