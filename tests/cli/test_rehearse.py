"""`tessera program rehearse`: figures as JSON and as text, days that make no sense, and Ctrl+C."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, Run, answered
from ui import compose_records

TODAY = datetime.now(UTC).date()
SPAN = ("--from", TODAY - timedelta(days=1), "--to", TODAY + timedelta(days=1))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a member and three bills, points spent on the last."""
    folder = tmp_path_factory.mktemp("desk")
    compose_records.make_desk(folder, encrypted=False)
    at = ("--home", folder)
    answered("program", "publish", CASES / "programs" / "harbour.toml", "--from", "2025-01-01", *at)
    member = answered("enroll", "--name", "Лисина", "--consent", "program", "--consent", "data", *at)["member"]
    for number, redeem in enumerate((0, 0, "max")):
        bill = {"id": f"b{number}", "patient": member, "redeem": redeem,
                "lines": [{"category": "treatment", "price": "1000.00"}]}  # fmt: skip
        file = folder / f"b{number}.json"
        file.write_text(json.dumps(bill), encoding="utf-8")
        answered("checkout", "--bill", file, *at)
    return folder


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The same program with twice the points."""
    file = tmp_path / "draft.toml"
    text = (CASES / "programs" / "harbour.toml").read_text(encoding="utf-8")
    file.write_text(text.replace('percent = "10"', 'percent = "20"'), encoding="utf-8")
    return file


def test_twice_the_points_cost_twice_as_much_when_they_are_spent(tessera: Run, home: Path, draft: Path) -> None:
    told = tessera("program", "rehearse", draft, *SPAN, "--home", home)

    assert told.code == 0
    assert (told.json["bills"], told.json["was"]["cost"], told.json["would"]["cost"]) == (3, "200.00", "400.00")
    assert told.json["was"]["revenue"] == "2800.00"
    assert told.json["difference"] == "200.00"
    assert told.json["losers"] == []


def test_the_text_says_what_it_rests_on(tessera: Run, home: Path, draft: Path) -> None:
    told = tessera("program", "rehearse", draft, *SPAN, "--home", home, "--lang", "ru", as_json=False)

    assert "на 200 ₽ дороже" in told.out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Считаем, что все вели бы себя так же" in told.out


def test_days_that_run_backwards_are_refused(tessera: Run, home: Path, draft: Path) -> None:
    days = ("--from", TODAY, "--to", TODAY - timedelta(days=3))

    assert tessera("program", "rehearse", draft, *days, "--home", home).json["error"] == "span.backwards"


def test_days_before_the_program_are_refused_with_its_first_one(tessera: Run, home: Path, draft: Path) -> None:
    told = tessera("program", "rehearse", draft, "--from", "2001-01-01", "--to", "2001-02-01", "--home", home)

    assert (told.code, told.json["error"], told.json["place"]) == (2, "span.early", "to")


def test_ctrl_c_ends_kindly(tessera: Run, home: Path, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.write_text(draft.read_text(encoding="utf-8").replace('"20"', '"30"'), encoding="utf-8")

    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("desk_app.rehearsal.quick.Quick.live", pressed)
        told = tessera("program", "rehearse", draft, *SPAN, "--home", home)
        assert (told.code, told.json["stopped"]) == (1, True)

    assert tessera("program", "rehearse", draft, *SPAN, "--home", home).json["bills"] == 3


def test_the_text_names_no_key_of_the_window(tessera: Run, home: Path, draft: Path) -> None:
    text = draft.read_text(encoding="utf-8").replace('percent = "20"', 'percent = "1"')
    draft.write_text(text, encoding="utf-8")

    told = tessera("program", "rehearse", draft, *SPAN, "--home", home, "--lang", "ru", as_json=False)

    assert "Лисина" in told.out
    assert "Enter" not in told.out
