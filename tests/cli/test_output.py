"""What a command writes never takes the place of the desk's own files, nor of what somebody else keeps there."""

import os
import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_desk_acts import enrolled
from ui import compose_records

Bill = Callable[..., Path]
Written = Callable[[Path], tuple[object, ...]]


@pytest.fixture
def slip(desk: Path, tessera: Run, bill: Bill) -> Written:
    number = tessera("checkout", "--bill", bill(enrolled(tessera))).json["receipt"]["number"]
    return lambda file: ("print", "slip", number, "--out", file)


@pytest.mark.parametrize("name", ["desk.db", "desk.db-wal", "desk.db-shm", "desk.key", "desk.db.lock", "station.json"])
def test_the_files_of_the_desk_are_never_written_over(desk: Path, tessera: Run, slip: Written, name: str) -> None:
    (desk / name).touch()
    before = (desk / "desk.db").read_bytes()
    (desk / "inner").mkdir()

    said = [tessera(*slip(desk / name)), tessera("backup", "--out", desk / "inner" / ".." / name)]

    assert [(one.code, one.json["error"]) for one in said] == [(2, "out.own_file")] * 2
    assert (desk / "desk.db").read_bytes() == before


def test_a_link_to_the_database_is_the_database(desk: Path, tessera: Run, slip: Written, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(desk / "desk.db")
    (tmp_path / "b.csv").hardlink_to(desk / "desk.db")

    said = [tessera(*slip(tmp_path / "a.pdf")), tessera("export", "patients", tmp_path / "b.csv")]

    assert [one.json["error"] for one in said] == ["out.own_file"] * 2
    assert tessera("verify").code == 0


def test_a_backup_takes_the_place_of_nothing(desk: Path, tessera: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"

    first, again = tessera("backup", "--out", copy), tessera("backup", "--out", copy)

    assert (first.code, again.code, again.json["error"]) == (0, 2, "out.exists")
    assert again.err.startswith("copy.db: ")


def test_a_slip_takes_the_place_of_a_slip_alone(tessera: Run, slip: Written, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("dear colleague", encoding="utf-8")

    said = tessera(*slip(letter))

    assert (said.code, said.json["error"]) == (2, "out.exists")
    assert letter.read_text(encoding="utf-8") == "dear colleague"
    assert [tessera(*slip(tmp_path / "x.pdf")).code for _ in range(2)] == [0, 0]


def test_a_folder_that_is_not_there_is_wrong_input(desk: Path, tessera: Run, slip: Written, tmp_path: Path) -> None:
    none = tmp_path / "none"

    said = [tessera(*slip(none / "x.pdf")), tessera("backup", "--out", none / "x.db"),
            tessera("export", "patients", none / "x.csv")]  # fmt: skip

    assert [(one.code, one.json["error"]) for one in said] == [(2, "file.no_folder")] * 3
    assert not none.exists()


@pytest.mark.parametrize("name", ["a\0b", "a" * 300, "a/" * 5000], ids=["zero byte", "long name", "long path"])
def test_a_name_no_file_can_have_is_wrong_input(desk: Path, tessera: Run, slip: Written, name: str) -> None:
    said = [
        tessera(*words)
        for words in (
            slip(Path(name)), ("backup", "--out", name), ("export", "patients", name + ".csv"), ("restore", name),
            ("tour", "--out", name), ("import", "patients", name), ("replay", name), ("checkout", "--bill", name),
        )
    ]  # fmt: skip

    assert [(one.code, one.json["error"]) for one in said] == [(2, "file.name")] * len(said)


@pytest.mark.parametrize(
    "name", ["a\0b", "a" * 300, "~no-such-person/desk"], ids=["zero byte", "long name", "no such person"]
)
def test_a_home_no_folder_can_be_is_wrong_input(tessera: Run, name: str) -> None:
    said = tessera("verify", "--home", name)

    assert (said.code, said.json["error"], said.json["place"]) == (2, "file.name", "--home")


def test_a_file_is_no_home(tessera: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    said = [tessera("find", "a", "--home", tmp_path / name) for name in ("file", "file/desk")]

    assert [(one.code, one.json["error"]) for one in said] == [(2, "value.bad")] * 2


def test_a_slip_does_not_wait_for_a_pipe(tessera: Run, slip: Written, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("pipes have no place in folders there")
    os.mkfifo(tmp_path / "pipe")

    assert tessera(*slip(tmp_path / "pipe")).json["error"] == "out.exists"


def test_a_tour_does_not_walk_into_the_desk(desk: Path, tessera: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert tessera("tour", "--out", desk).json["error"] == "out.own_file"
    assert tessera("tour", "--out", tmp_path / "file").json["error"] == "value.bad"
    assert tessera("tour", "--out", tmp_path / "file" / "x").code == 2


@pytest.mark.parametrize(
    "content",
    [b"", b"dear colleague", b"SQLite format 3\0" + b"x" * 5000, b"%PDF-1.4" + b"x" * 992, b"x" * 512,
     b"dear colleague, " * 1024, bytes(16384), bytes(range(256)) * 2],
)  # fmt: skip
def test_what_is_no_backup_is_not_restored(desk: Path, tessera: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter.txt").write_bytes(content)

    said = tessera("restore", tmp_path / "letter.txt")

    assert (said.code, said.json["error"]) == (3, "backup.bad")
    assert "letter.txt" in said.err
    assert tessera("verify").code == 0


def test_what_may_be_a_backup_under_another_key_is_told_as_either(desk: Path, tessera: Run, tmp_path: Path) -> None:
    (tmp_path / "noise.db").write_bytes(random.Random(7).randbytes(16384))

    said = tessera("restore", tmp_path / "noise.db", "--lang", "en")

    assert (said.code, said.json["error"]) == (3, "backup.key")
    assert "either it is the backup of another desk, or no backup of Tessera at all" in said.err
    assert tessera("verify").code == 0


def test_an_encrypted_desk_stays_encrypted_whatever_is_restored(
    desk: Path, tessera: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    member, plain, sealed = enrolled(tessera), tmp_path / "plain.db", tmp_path / "sealed"
    assert tessera("backup", "--out", plain).code == 0
    monkeypatch.setenv("TESSERA_HOME", str(sealed))
    compose_records.make_desk(sealed)

    restored = tessera("restore", plain)

    assert restored.code == 0
    assert plain.read_bytes().startswith(b"SQLite format 3")
    assert not (sealed / "desk.db").read_bytes().startswith(b"SQLite format 3")
    assert tessera("statement", member).code == 0
    assert tessera("verify").json == {"findings": [], "sound": True}
    assert tessera("restore", restored.json["kept"]).code == 0


def test_a_database_of_another_program_is_not_restored(desk: Path, tessera: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE notes (text)")

    said = tessera("restore", tmp_path / "other.db")

    assert (said.code, said.json["error"]) == (3, "backup.bad")
    assert tessera("verify").code == 0


@pytest.mark.usefixtures("desk")
def test_nobody_found_is_said(tessera: Run) -> None:
    said = tessera("find", "Никого", "--lang", "ru", as_json=False)

    assert (said.code, said.out.count("\n"), said.err) == (1, 1, "")
    assert said.out.startswith("Никто не найден")
    assert tessera("find", "a", "--lang", "en", as_json=False).out.startswith("Nobody is found")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("limit", [0, -5])
def test_nobody_asks_for_no_patients(tessera: Run, limit: int) -> None:
    said = tessera("find", "a", f"--limit={limit}")

    assert (said.code, said.json["error"], said.json["place"]) == (2, "value.bad", "--limit")
