"""Every file reads as the house reads: it opens with its reason, is named for what it is and keeps its habits."""

import ast
import re
from pathlib import Path

from tests.house.paths import ROOT, name, sources, text, tree

# Read without a parser: there are hundreds of files.
OPENING = re.compile(r'(?:#.*\n)*r?"""(.*?)"""', re.DOTALL)
NAMELESS = {"util", "utils", "helper", "helpers", "misc", "manager", "managers", "base", "common"}


def test_every_file_opens_with_one_sentence_that_says_why_it_exists() -> None:
    openings = {name(path): OPENING.match(text(path)) for path in sources()}
    firsts = {path: opening[1].split("\n\n")[0].strip() if opening else "" for path, opening in openings.items()}

    poor = {path: first for path, first in firsts.items() if len(first.split()) < 4 or first[-1] not in ".?"}
    assert poor == {}


def test_no_room_is_named_for_nothing() -> None:
    nameless = [name(path) for path in sources() if NAMELESS & set(re.split(r"[/_.]", name(path)))]

    assert nameless == []


def test_only_the_theme_says_how_things_look() -> None:
    styling = [name(path) for path in sources() if re.search(r"\.setStyleSheet\(", text(path))]

    assert set(styling) <= {"ui/theme.py"}


def test_nobody_waits_for_time_to_pass() -> None:
    waits = {"time.sleep", "sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep"}
    waiting = [
        f"{name(path)}:{node.lineno}"
        for path in sources()
        if any(wait.rpartition(".")[2] in text(path) for wait in waits)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in waits
    ]

    assert waiting == []


def test_an_ignored_type_error_names_its_code() -> None:
    bare = [
        f"{name(path)}:{number}"
        for path in sources()
        for number, line in enumerate(text(path).splitlines(), start=1)
        if re.search(r"#\s*type:\s*ignore(?!\[)", line) and path != Path(__file__)
    ]

    assert bare == []


def test_money_meets_no_float_in_the_rules() -> None:
    floats = [
        f"{name(path)}:{node.lineno}"
        for path in sorted((ROOT / "desk_app" / "domain").rglob("*.py"))
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]

    assert floats == []
