"""A real desk is set up without a screen: the first program that is published makes it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from db.centre import secrets
from tests.cli.conftest import CASES, Run
from tests.cli.test_desk_acts import enrolled
from ui import compose, compose_records

Bill = Callable[..., Path]
PROGRAM = CASES / "programs" / "harbour.toml"
HEADER = b"SQLite format 3"


def test_a_clinic_begins_without_a_screen(desk_folder: Path, tessera: Run, bill: Bill, tmp_path: Path) -> None:
    prices = tmp_path / "prices.csv"
    prices.write_text("code;name;price\nA1;Cleaning;1000.00\n", encoding="utf-8")
    assert not desk_folder.exists()

    published = tessera("program", "publish", PROGRAM)
    brought = tessera("import", "services", prices)
    member = enrolled(tessera)
    paid = tessera("checkout", "--bill", bill(member, "5000.00"))
    told = tessera("statement", member)

    assert (published.code, brought.code, paid.code, told.code) == (0, 0, 0, 0)
    assert (brought.json["new"], told.json["usable"], told.json["spent"]) == (1, 500, "5000.00")
    assert tessera("verify").json == {"findings": [], "sound": True}
    assert not (desk_folder / "desk.db").read_bytes().startswith(HEADER)
    assert published.json["made"] == {"home": str(desk_folder), "key": compose.recovery_key(desk_folder)}


def test_the_recovery_key_is_told_once(desk_folder: Path, tessera: Run) -> None:
    first = tessera("program", "publish", PROGRAM, "--lang", "ru", as_json=False)
    second = tessera("program", "publish", PROGRAM, as_json=False)

    key = compose.recovery_key(desk_folder)
    assert (first.code, second.code) == (0, 0)
    assert "Запишите ключ восстановления" in first.out
    assert key in first.out
    assert key not in second.out


def test_a_program_that_cannot_be_published_makes_no_desk(desk_folder: Path, tessera: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text('name = "x"', encoding="utf-8")

    said = tessera("program", "publish", tmp_path / "bad.toml")
    wrong_day = tessera("program", "publish", PROGRAM, "--from", "soon")

    assert (said.code, wrong_day.code) == (2, 2)
    assert not desk_folder.exists()


def test_the_help_says_that_a_desk_is_made(tessera: Run) -> None:
    assert "encrypted" in tessera("program", "publish", "--help", "--lang", "en", as_json=False).out
    assert "зашифрованной" in tessera("program", "publish", "--help", "--lang", "ru", as_json=False).out


@pytest.mark.skipif(os.name != "posix", reason="no modes of files")
def test_a_folder_that_begins_with_the_secret_of_a_centre_is_its_owners_alone(tmp_path: Path) -> None:
    secrets.write_private(tmp_path / "desk" / "centre.json", b"{}")

    assert (tmp_path / "desk").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="no modes of files")
def test_a_new_desk_is_its_owners_alone_and_a_folder_that_is_shared_stays_so(tmp_path: Path) -> None:
    fresh, shared = tmp_path / "new" / "desk", tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o775)

    for home in (fresh, shared):
        compose_records.make_desk(home)

    modes = [path.stat().st_mode & 0o777 for path in (fresh.parent, fresh, fresh / "desk.db", fresh / "desk.key")]
    assert modes == [0o700, 0o700, 0o600, 0o600]
    assert shared.stat().st_mode & 0o777 == 0o775

    copy = compose.back_up(fresh, None)
    compose.restore(copy, fresh)
    assert (fresh / "desk.db").stat().st_mode & 0o777 == 0o600
