"""The walls between the floors hold: every import contract of pyproject.toml, each as a test of its own."""

import ast
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import lint_imports

from tests.house.paths import ROOT, name, text, tree

CONFIG = ROOT / "pyproject.toml"
CONTRACTS: list[dict[str, Any]] = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
# A library is known in one room; who wants what it does asks that room.
HOMES = {
    "PySide6": "ui",
    "sqlalchemy": "db",
    "alembic": "db",
    "sqlcipher3": "db",
    "psycopg": "db",
    "rapidfuzz": "db",
    "keyring": "db",
    "pydantic": "desk_app/documents",
    "pydantic_core": "desk_app/documents",
    "reportlab": "desk_app/printing",
    "barcode": "desk_app/printing",
    "segno": "desk_app/printing",
}

# The bench draws and writes the bare thing beside ours, to compare.
RAW_TWINS = ("ui/cli/bench",)


@cache
def imported(path: Path) -> set[str]:
    """Every module a file imports, wherever in it: at the top, inside a function or for types alone."""
    nodes = list(ast.walk(tree(path)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where one contract leaves for the next what the files import; nothing of another day is in it."""
    return str(tmp_path_factory.mktemp("imports"))


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["name"])
def test_wall_holds(
    contract: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], read_once: str
) -> None:
    monkeypatch.chdir(ROOT)

    broken = lint_imports(str(CONFIG), limit_to_contracts=(contract["id"],), no_logo=True, cache_dir=read_once)

    assert not broken, capsys.readouterr().out


def test_no_room_is_forgotten_by_the_wall_between_rooms() -> None:
    rooms = {f"ui.{view.parent.name}" for view in (ROOT / "ui").glob("*/view.py")}
    layers = [layer for contract in CONTRACTS if contract["id"] == "rooms" for layer in contract["layers"]]
    apart = {module for layer in layers for module in layer.split(" | ")}

    assert not rooms - apart


@pytest.mark.parametrize("path", sorted((ROOT / "desk_app" / "domain").rglob("*.py")), ids=name)
def test_a_rule_imports_the_standard_library_and_other_rules_alone(path: Path) -> None:
    foreign = {
        module
        for module in imported(path)
        if module.split(".")[0] not in sys.stdlib_module_names and not f"{module}.".startswith("desk_app.domain.")
    }

    assert not foreign


@pytest.mark.parametrize("library", HOMES)
def test_each_library_is_known_in_one_room(library: str) -> None:
    files = [path for room in ("desk_app", "db", "ui", "resources") for path in (ROOT / room).rglob("*.py")]
    knowing = [
        name(path)
        for path in files
        # most do not even name it, and need no parser to say so
        if library in text(path) and any(f"{module}.".startswith(f"{library}.") for module in imported(path))
    ]

    at_home = (f"{HOMES[library]}/", *RAW_TWINS)
    assert [path for path in knowing if not path.startswith(at_home)] == []
