"""Every file reads as the house reads: it opens with its reason, is named for what it is and keeps its habits."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.paths import ROOT, name, sources

NAMELESS = {"util", "utils", "helper", "helpers", "misc", "manager", "managers", "base", "common"}


@pytest.mark.parametrize("path", sources(), ids=name)
def test_file_opens_with_one_sentence_that_says_why_it_exists(path: Path) -> None:
    opening = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""

    first = opening.split("\n\n")[0]
    assert len(first.split()) >= 4, f"opens with {first!r}"
    assert first.endswith((".", "?")), f"not a whole sentence: {first!r}"


def test_no_room_is_named_for_nothing() -> None:
    nameless = [name(path) for path in sources() if NAMELESS & set(re.split(r"[/_.]", name(path)))]

    assert nameless == []


def test_only_the_theme_says_how_things_look() -> None:
    styling = [name(path) for path in sources() if re.search(r"\.setStyleSheet\(", path.read_text(encoding="utf-8"))]

    assert set(styling) <= {"ui/theme.py"}


@pytest.mark.parametrize("path", sources(), ids=name)
def test_nobody_waits_for_time_to_pass(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    waits = {ast.unparse(call) for call in calls} & {"time.sleep", "sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep"}

    assert not waits, f"waits for time instead of for something: {waits}"


def test_an_ignored_type_error_names_its_code() -> None:
    bare = [
        f"{name(path)}:{number}"
        for path in sources()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"#\s*type:\s*ignore(?!\[)", line) and path != Path(__file__)
    ]

    assert bare == []


def test_money_meets_no_float_in_the_rules() -> None:
    floats = [
        f"{name(path)}:{node.lineno}"
        for path in sorted((ROOT / "desk_app" / "domain").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]

    assert floats == []
