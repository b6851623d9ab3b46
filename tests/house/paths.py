"""Which files the house consists of, for the tests that read all of them."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("desk_app", "db", "ui", "resources", "tests")
TEXTS = {".py", ".md", ".toml", ".qss", ".ts", ".csv", ".json", ".sql", ".spec", ".svg", ".txt", ""}


def sources() -> list[Path]:
    """Every Python file of ours."""
    inside = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return [*inside, ROOT / "dev.py", *ROOT.glob("*.spec")]


def pages() -> list[Path]:
    """Every page written for people."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def texts() -> list[Path]:
    """Every text file of ours, whatever it is for; `uv.lock` is written by uv and has a test of its own."""
    inside = [path for room in (*ROOMS, "docs", ".ci") for path in sorted((ROOT / room).rglob("*"))]
    files = [path for path in [*inside, *sorted(ROOT.iterdir())] if path.is_file() and path.name != "uv.lock"]
    return [path for path in files if path.suffix in TEXTS and "__pycache__" not in path.parts]


def name(path: Path) -> str:
    """A path as the reader of a failed test wants to see it."""
    return path.relative_to(ROOT).as_posix()


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))
