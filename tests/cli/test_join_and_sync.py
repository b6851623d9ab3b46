"""Joining and syncing from the command line: what cannot be is one sentence, an exit code, and nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.centre import secrets
from desk_app import clinic
from desk_app.sync import joined
from desk_app.sync.join_file import JoinFile, squares, written
from tests.cli.conftest import Run
from tests.tasks.test_a_faulty_desk import written as written_elsewhere
from ui import compose, compose_records

AWAY = JoinFile("127.0.0.1", "clinic", "desk", "secret-of-once", "Касса", 1, protection="prefer")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "join.file"),
        (b"hello", "join.file"),
        (b'{"tessera": "join", "v": 9}', "join.newer"),
        (b"1234", "join.digits"),
    ],
)
def test_what_is_no_join_file_is_refused(
    desk_folder: Path, tmp_path: Path, tessera: Run, content: bytes, code: str
) -> None:
    file = tmp_path / "desk.join"
    file.write_bytes(content)

    said = tessera("join", file)

    assert (said.code, said.json["error"]) == (2, code)
    assert len(said.err.splitlines()) == 1
    assert not (desk_folder / compose_records.DATABASE).exists()


def test_not_all_codes_of_a_sheet_are_told_by_their_numbers(tmp_path: Path, tessera: Run) -> None:
    long = JoinFile("centre", "clinic", "desk", "secret", "Касса", ca="".join(map(chr, range(0x4E00, 0x5000))))
    file = tmp_path / "scanned.txt"
    file.write_text("\n".join(squares(long)[1:]), encoding="ascii")

    said = tessera("join", file)

    assert (said.code, said.json["error"]) == (2, "join.missing")
    assert "1" in said.json["message"]


def test_a_centre_that_is_away_is_trouble_and_the_secret_is_not_said(
    desk_folder: Path, tmp_path: Path, tessera: Run
) -> None:
    file = tmp_path / "desk.join"
    file.write_text(written(AWAY), encoding="utf-8")

    said = tessera("join", file)

    assert (said.code, said.json["error"]) == (3, "centre.away")
    assert AWAY.password not in said.out + said.err


@pytest.fixture
def far(desk: Path) -> Path:
    """A desk that has joined a centre which does not answer."""
    secret = secrets.keep(desk, {"password": "x", "papers": "y"})
    place = joined.Joined("127.0.0.1", 1, "clinic", "desk", "Касса", "prefer", secret=secret, done=True)
    (desk / joined.FILE).write_text(joined.text_of(place), encoding="utf-8")
    return desk


@pytest.mark.usefixtures("far")
def test_an_exchange_that_is_made_once_promises_no_second_one(tessera: Run) -> None:
    said = tessera("sync", "--once", "--lang", "ru")

    assert (said.code, said.json["error"]) == (3, "centre.away")
    assert said.json["message"].endswith("Проверьте сеть и повторите.")


@pytest.mark.parametrize(("lang", "words"), [("ru", "пока его не остановят (Ctrl+C)"), ("en", "until it is stopped")])
@pytest.mark.usefixtures("far")
def test_an_exchange_without_end_says_how_it_is_stopped(
    tessera: Run, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    def stopped(_: float) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.cli.sync._rest", stopped)

    said = tessera("sync", "--lang", lang, as_json=False)

    assert said.code == 3
    assert words in said.err.splitlines()[0]
    assert said.err.count("Ctrl+C") == 1


def test_a_desk_alone_says_so(desk: Path, tessera: Run) -> None:
    assert (tessera("sync", "--once").code, tessera("sync", "--once").json["error"]) == (3, "centre.none")
    told = tessera("sync", "status").json
    assert (told["joined"], told["state"]) == (False, "alone")
    assert told["waiting"] > 0
    assert "Works without a network" in tessera("sync", "status", "--lang", "en", as_json=False).out


def test_acts_that_were_put_aside_are_listed_with_their_reason(desk: Path, tessera: Run) -> None:
    adjusted = {"kind": "adjusted", "facts": [7], "entries": [["p", 50]]}
    with compose.open_desk(desk) as here, here.store.writing() as writing:
        writing.take_foreign(written_elsewhere([adjusted], 1_767_600_000_000))

    (one,) = tessera("sync", "status").json["aside"]
    assert (one["kind"], one["desk"], one["booked"]) == ("adjusted", "Z", 50)
    said = tessera("sync", "status", "--lang", "en", as_json=False).out
    assert "of desk Z was put aside: it says what cannot be counted" in said
    assert "the books of the centre count it" in said.lower()


def test_a_folder_copied_from_another_computer_says_so_and_takes_new_numbers_of_its_own(
    desk_folder: Path, tmp_path: Path, tessera: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    compose_records.make_desk(desk_folder)
    with compose.open_desk(desk_folder) as here:
        clinic.keep(here, "name", "Здоровье")
    assert "copied" not in tessera("sync", "status").json
    monkeypatch.setenv("TESSERA_STATE", str(tmp_path / "state of another computer"))

    told = tessera("sync", "status").json

    assert (told["waiting"], "copied" in told) == (1, True)
    assert "копия другого рабочего места" in tessera("sync", "status", "--lang", "ru", as_json=False).out
    with compose.open_desk(desk_folder) as there:
        clinic.keep(there, "name", "Здоровье и дети")
        with there.store.reading() as reading:
            assert [(one.head, one.current) for one in reading.own_streams()] == [(1, False), (1, True)]


def test_a_courier_file_of_a_desk_alone_is_written_and_never_over_another_file(
    desk: Path, tmp_path: Path, tessera: Run
) -> None:
    file = tmp_path / "a.courier"
    said = tessera("sync", "--courier", file)
    assert (said.code, said.json["ops"]) == (0, 1)
    precious = tmp_path / "thesis.txt"
    precious.write_text("mine", encoding="ascii")

    refused = tessera("sync", "--courier", precious)

    assert (refused.code, refused.json["error"]) == (2, "out.exists")
    assert precious.read_text(encoding="ascii") == "mine"
    assert tessera("sync", "--take", file).json["error"] == "courier.own"
    assert tessera("sync", "--take", precious).json["error"] == "courier.file"
    assert tessera("sync", "--take", tmp_path / "nothing").json["error"] == "file.missing"


def test_a_desk_alone_says_what_the_acts_it_lists_are(tessera: Run, desk: Path) -> None:
    told = tessera("sync", "status", "--lang", "en", as_json=False).out.splitlines()

    heading = next(place for place, line in enumerate(told) if line.startswith("Only on this computer: "))
    assert told[heading + 1].startswith("  ")
