"""The power goes during an import, a backup or a restore: the desk opens, is sound, and nothing is half done."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import resources
from db import backup
from desk_app import enrolment, programs
from desk_app.acts import op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.people import Patient
from tests.stories.till import pay
from ui import compose, compose_records
from ui.__main__ import main

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor SIGKILL")
ROOT = Path(__file__).parents[2]
ROWS = 90


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A desk with one member and one receipt, a copy of it, and two more receipts since."""
    home = tmp_path / "clinic"
    compose_records.make_desk(home, encrypted=False)
    with compose.open_desk(home) as desk:
        preset = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
        programs.publish(desk, preset, datetime.now(UTC).date(), op_id("rules"))
        member = enrolment.enrol(
            desk, enrolment.EnrolmentForm(Patient(op_id("anna"), "Ким", "Анна")), op_id("a")
        ).member
        pay(desk, member, "one")
    compose.back_up(home, tmp_path / "copy.db")
    with compose.open_desk(home) as desk:
        for name in ("two", "three"):
            pay(desk, member, name)
    return home


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of patients, each with a card, a phone and a balance."""
    letters = "абвгдежзик"
    rows = [
        f"Ковал{letters[n // 10]}{letters[n % 10]}нко;Пётр;8 912 000-{n:02d}-11;29000000{n:02d};{n + 1};5 000"
        for n in range(ROWS)
    ]
    file = tmp_path / "base.csv"
    file.write_text("\n".join(["Фамилия;Имя;Телефон;Номер карты;Баллы;Потрачено", *rows]), encoding="cp1251")
    return file


def killed(home: Path, times: int, *words: object) -> Iterator[Path]:
    """Desks of a command that was killed at so many moments of its work."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.stories.plug", str(home), str(times), *map(str, words)],
        check=True, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    lines = [line.split(maxsplit=1) for line in told.stdout.splitlines()]
    assert lines[0][0] == "whole"
    assert sum(how == "killed" for how, _ in lines) >= times - 1
    yield from (Path(path) for how, path in lines if how == "killed")


def receipts(home: Path) -> int:
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        return len(reading.last_receipts(100))


def patients(home: Path) -> int:
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        return reading.count_patients()


def test_an_import_that_was_killed_has_brought_in_all_or_nothing(home: Path, table: Path) -> None:
    found = set()

    for desk in killed(home, 12, "import", "patients", table):
        found.add(patients(desk))
        assert compose.verify(desk) == ()
        assert main(["--home", str(desk), "import", "patients", str(table), "--json"]) == 0
        assert patients(desk) == 1 + ROWS

    assert found <= {1, 1 + ROWS}
    assert 1 in found


def test_a_backup_that_was_killed_is_none_and_the_desk_has_not_felt_it(home: Path) -> None:
    half_made = 0

    for desk in killed(home, 16, "backup"):
        # what is not whole has not the name of a backup
        half_made += any(desk.glob("backups/*.part"))
        for copy in desk.glob("backups/*.db"):
            backup.check(copy)
        assert receipts(desk) == 3
        assert compose.verify(desk) == ()
        backup.check(compose.back_up(desk, None))
        # the next backup takes away what the killed one left
        assert {file.suffix for file in desk.glob("backups/*")} == {".db"}

    assert half_made


def test_a_restore_that_was_killed_has_left_the_old_records_or_the_new_ones(home: Path, tmp_path: Path) -> None:
    found = set()

    for desk in killed(home, 24, "restore", tmp_path / "copy.db"):
        found.add(receipts(desk))
        assert compose.verify(desk) == ()
        if receipts(desk) == 1:
            # what was replaced is kept, whole
            (kept,) = desk.glob("desk-replaced-*.db")
            backup.check(kept)
        compose.restore(tmp_path / "copy.db", desk)
        assert receipts(desk) == 1

    assert found == {1, 3}
