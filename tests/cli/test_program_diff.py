"""`tessera program diff` tells every difference of two documents, for whom it is better, each in one sentence."""

from pathlib import Path

import resources
from tests.cli.conftest import CASES, Run

OLD, NEW = CASES / "programs" / "harbour.toml", CASES / "programs" / "harbour-v2.toml"


def test_two_documents_are_compared_key_by_key(tessera: Run) -> None:
    told = tessera("program", "diff", OLD, NEW)

    assert told.code == 0
    found = told.json["differences"]
    assert found
    assert all(one["sentence"].endswith(".") for one in found)
    assert {one["class"] for one in found} <= {"better", "worse", "neutral"}
    assert sum(told.json[kind] for kind in ("better", "worse", "neutral")) == len(found)


def test_people_read_them_by_for_whom_they_are_better(tessera: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    text = OLD.read_text(encoding="utf-8").replace("warn_days = 30", "warn_days = 20")
    other.write_text(text, encoding="utf-8")

    said = tessera("program", "diff", OLD, other, "--lang", "ru", as_json=False)
    same = tessera("program", "diff", OLD, OLD, as_json=False)

    lines = said.out.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert lines == ["Хуже для пациентов:", "  За сколько предупреждаем о сгорании: теперь 20 дней, раньше 30 дней."]
    assert (same.code, same.out.strip()) == (0, "The rules do not differ.")


def test_a_document_that_cannot_be_read_is_named(tessera: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = ", encoding="utf-8")

    told = tessera("program", "diff", OLD, broken)

    assert (told.code, told.json["error"]) == (2, "toml.bad")


def test_a_text_that_differs_in_the_other_language_is_shown_as_it_differs(tessera: Run, tmp_path: Path) -> None:
    files = tmp_path / "old.toml", tmp_path / "new.toml"
    text = resources.path("programs/cashback.toml").read_text(encoding="utf-8")
    for file, name in zip(files, ("Cashback 5%", "Money back 5%"), strict=True):
        file.write_text(text.replace("Cashback 5%", name, 1), encoding="utf-8")

    (told,) = tessera("program", "diff", *files, "--lang", "ru").json["differences"]

    assert told["place"] == "name"
    assert "Money back 5%" in told["sentence"]
    assert "Кешбэк" not in told["sentence"]
