"""Every worked case comes out as it was computed by hand: quotes and refusals by the command, stories by the tasks."""

import json
from pathlib import Path
from typing import Any

import pytest

from ui.__main__ import main
from ui.cli.story.compare import differences
from ui.cli.story.scenario import read_scenario
from ui.cli.story.stage import play

CASES = Path(__file__).resolve().parents[1] / "cases"
BILLS = sorted([*(CASES / "quotes").glob("*.json"), *(CASES / "refusals").glob("*.json")])
STORIES = sorted((CASES / "stories").glob("*.scenario.json"))


def read(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return case


@pytest.mark.parametrize("path", BILLS, ids=lambda path: path.stem)
def test_a_bill_comes_out_as_computed_by_hand(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = read(path)
    files = {key: tmp_path / f"{key}.json" for key in ("bill", "state") if case[key] is not None}
    for key, file in files.items():
        file.write_text(json.dumps(case[key]), encoding="utf-8")
    asked = [part for key, file in files.items() for part in (f"--{key}", str(file))]

    code = main(["quote", "--program", str(path.parent / case["program"]), *asked, "--json"])

    assert differences(case["expect"], json.loads(capsys.readouterr().out)) == []
    assert (code == 0) == ("error" not in case["expect"])


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name.removesuffix(".scenario.json"))
def test_a_story_ends_as_it_was_told(path: Path) -> None:
    played = list(play(read_scenario(str(path)), lambda code, params, place: code))

    assert [(one.step.at, one.step.do, one.wrong) for one in played if one.wrong] == []
    assert len(played) == len(read(path)["steps"])
