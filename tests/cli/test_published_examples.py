"""What a program publishes about itself is true: an untrue example is no version, a strange percent is told."""

from pathlib import Path

import pytest

import resources
from tests.cli.conftest import Run


def cashback(rate: str) -> str:
    text = resources.path("programs/cashback.toml").read_text(encoding="utf-8")
    return text.replace('earn = {percent = "5"}', f'earn = {{percent = "{rate}"}}')


@pytest.fixture
def three_percent(tmp_path: Path) -> Path:
    """The ready program of five percent with another rate, and nothing else changed."""
    file = tmp_path / "club.toml"
    file.write_text(cashback("3"), encoding="utf-8")
    return file


def test_what_the_check_up_refuses_is_not_published_and_makes_no_desk(
    tessera: Run, three_percent: Path, tmp_path: Path
) -> None:
    home = tmp_path / "new"

    checked = tessera("program", "check", three_percent)
    refused = tessera("--home", home, "program", "publish", three_percent)

    errors = [one for one in checked.json["findings"] if one["severity"] == "error"]
    assert (refused.code, checked.code) == (1, 1)
    assert refused.json["findings"] == errors
    assert [one["place"] for one in errors] == ["examples[0].claims.earns", "examples[1].claims.earns"]
    assert (refused.json["error"], refused.json["place"]) == ("C01", "examples[0].claims.earns")
    assert "club.toml: examples[1].claims.earns: " in refused.err
    assert not home.exists()


def test_a_percent_in_a_name_that_no_rate_has_is_told(tessera: Run, three_percent: Path) -> None:
    told = [one for one in tessera("program", "check", three_percent, "--lang", "en").json["findings"]
            if one["id"] == "text.percent"]  # fmt: skip

    assert {one["severity"] for one in told} == {"warning"}
    places = {one["place"] for one in told}
    assert {"name.ru", "name.en", "examples[0].title.ru", "examples[1].title.en"} <= places
    assert "examples[2].title.ru" not in places, "two percent are those of implants"
    assert "Cashback 5%" in next(one["message"] for one in told if one["place"] == "name.en")


@pytest.mark.parametrize("preset", sorted(resources.path("programs").glob("*.toml")), ids=lambda file: file.stem)
def test_ready_programs_name_only_percents_they_have(tessera: Run, preset: Path) -> None:
    found = tessera("program", "check", preset).json["findings"]

    assert [one for one in found if one["id"] == "text.percent"] == []


def test_percents_of_a_sum_of_rates_are_no_strange_ones(tessera: Run, tmp_path: Path) -> None:
    text = resources.path("programs/family.toml").read_text(encoding="utf-8")
    file = tmp_path / "family.toml"
    file.write_text(text.replace("5 % плюс ещё 2 %", "всего 7 %"), encoding="utf-8")

    found = tessera("program", "check", file).json["findings"]

    assert [one for one in found if one["id"] == "text.percent"] == []
