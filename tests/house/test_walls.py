"""The walls between the floors hold: every import contract of pyproject.toml, each as a test of its own."""

import tomllib
from typing import Any

import pytest
from importlinter.cli import lint_imports

from tests.house.paths import ROOT

CONFIG = ROOT / "pyproject.toml"
CONTRACTS: list[dict[str, Any]] = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
SCREENS_APART = "screens"


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["name"])
def test_wall_holds(
    contract: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)

    broken = lint_imports(str(CONFIG), limit_to_contracts=(contract["id"],), no_logo=True, no_cache=True)

    assert not broken, capsys.readouterr().out


def test_no_screen_is_forgotten_by_the_wall_between_screens() -> None:
    rooms = {
        f"ui.{path.parent.relative_to(ROOT / 'ui').as_posix().replace('/', '.')}"
        for path in ROOT.glob("ui/*/**/view.py")
    }
    apart = {module for contract in CONTRACTS if contract["id"] == SCREENS_APART for module in contract["modules"]}

    assert rooms <= apart, f"no contract keeps these screens apart: {sorted(rooms - apart)}"
