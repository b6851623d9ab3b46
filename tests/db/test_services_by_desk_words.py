"""Services are found by what a desk calls them, in either keyboard layout."""

from __future__ import annotations

import csv
from pathlib import Path

import resources
from db.store import create
from tests.db import acts


def test_a_service_is_found_by_what_the_desk_calls_it(tmp_path: Path) -> None:
    with resources.path("demo/services.csv").open(encoding="utf-8") as file:
        rows = [{"code": row["code"], "name": row["name"], "category": row["category"], "price": 100}
                for row in csv.DictReader(file, delimiter=";")]  # fmt: skip
    with create(tmp_path / "desk.db", durable=False) as store:
        with store.writing() as writing:
            writing.append(acts.op(1, services=rows))

        with store.reading() as reading:
            found = {
                typed: [one.name for one in reading.services(typed, 20)]
                for typed in ("узи", "epb", "узи почек", "экг", "'ru", "мрт", "оак", "jfr", "фгдс", "алт", "лор", "ecg")
            }

    assert len(found["узи"]) == 5
    assert all(name.startswith("Ультразвуковое") for name in found["узи"])
    assert found["epb"] == found["узи"]
    assert found["узи почек"] == ["Ультразвуковое исследование почек и надпочечников"]
    assert found["экг"] == found["'ru"] == found["ecg"] == ["Регистрация электрокардиограммы"]
    assert [name[:9] for name in found["мрт"]] == ["Магнитно-"] * 2
    assert found["оак"] == found["jfr"]
    assert found["оак"][0] == "Общий (клинический) анализ крови"
    assert found["фгдс"] == ["Эзофагогастродуоденоскопия"]
    assert [len(found[one]) for one in ("алт", "лор")] == [1, 2]
