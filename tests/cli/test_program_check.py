"""`tessera program check` tells why a finding hurts, in numbers and in the asked language, and what mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

import resources
from tests.cli.conftest import CASES, Run


@pytest.fixture
def punishing(tmp_path: Path) -> Path:
    """A ready program in which spending anything costs all that would have been earned."""
    text = resources.path("programs/dentistry.toml").read_text(encoding="utf-8")
    file = tmp_path / "club.toml"
    changed = text.replace('on_bill_with_units = "money_part"', 'on_bill_with_units = "nothing"')
    file.write_text(
        changed.partition("[[examples]]")[0] + "[goals]" + changed.partition("[goals]")[2], encoding="utf-8"
    )
    return file


def test_a_warning_says_why_with_an_example_and_a_fix(tessera: Run, punishing: Path) -> None:
    said = tessera("program", "check", punishing, "--lang", "en")

    assert (said.code, said.json["errors"], said.json["warnings"]) == (0, 0, 1)
    (warning,) = [one for one in said.json["findings"] if one["severity"] == "warning"]
    assert (warning["id"], warning["place"]) == ("P02", "earn.on_bill_with_units")
    assert "spending 140 points costs 140 points in new ones" in warning["example"].replace("\N{NO-BREAK SPACE}", " ")
    assert warning["fix"]["edits"] == [{"path": "earn.on_bill_with_units", "value": "money_part"}]
    assert said.json["complexity"]["rules"] == 7


def test_people_read_the_same_in_their_language(tessera: Run, punishing: Path) -> None:
    said = tessera("program", "check", punishing, "--lang", "ru", as_json=False).out

    assert "warning P02 earn.on_bill_with_units: Стоит хоть что-то списать" in said
    assert "    → Начислять с того, что оплачено деньгами" in said
    assert "    Списывая немного, пациент теряет больше, чем получает" in said
    assert "0 ошибок, 1 предупреждение, " in said


def test_limits_that_contradict_each_other_are_a_no(tessera: Run, tmp_path: Path) -> None:
    text = resources.path("programs/family.toml").read_text(encoding="utf-8").partition("[[examples]]")
    goals = "[goals]" + text[2].partition("[goals]")[2]
    file = tmp_path / "club.toml"
    limits = "[redeem]\nmultiple_of = 500\nmax_per_bill = 300"
    file.write_text(text[0].replace("[redeem]", limits) + goals, encoding="utf-8")

    said = tessera("program", "check", file)

    assert (said.code, said.json["error"], said.json["place"]) == (1, "P04", "redeem.max_per_bill")


def test_against_a_desk_the_price_list_is_looked_at(tessera: Run, tmp_path: Path) -> None:
    home = tmp_path / "desk"
    program = resources.path("programs/points-3-5-7-10.toml")
    prices = tmp_path / "prices.csv"
    prices.write_text("code;name;category;price\nB1;Вакцина;medicines;100\nB2;Осмотр;medicines;200\n", encoding="utf-8")
    assert tessera("--home", home, "program", "publish", program).code == 0
    assert tessera("--home", home, "import", "services", prices).code == 0

    alone = {one["id"] for one in tessera("program", "check", program).json["findings"]}
    here = {one["id"] for one in tessera("--home", home, "program", "check", program, "--desk").json["findings"]}

    assert here - alone == {"coverage", "services.unknown"}
    found = tessera("--home", home, "program", "check", program, "--desk", "--lang", "en").json
    assert (found["coverage_percent"], found["information"][-1]) == ("0", "0% of the price list has a privilege.")


def test_a_document_of_a_newer_format_is_no_mistake_of_its_writer(tessera: Run, tmp_path: Path) -> None:
    text = (CASES / "programs" / "harbour.toml").read_text(encoding="utf-8")
    newer = text.replace("format = 1", "format = 2") + '\n[feelings]\nlove = "all"\n'
    (tmp_path / "new.toml").write_text(newer, encoding="utf-8")

    said = tessera("program", "check", tmp_path / "new.toml", "--lang", "en")

    assert (said.code, [one["id"] for one in said.json["findings"]]) == (2, ["format.newer"])
    assert "update the app" in said.json["message"]
