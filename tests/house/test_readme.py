"""What the README shows is what the app does: its example is run as it stands there."""

import re
import shlex
from pathlib import Path

import pytest

from tests.house.paths import ROOT, text
from ui.cli import main

README = text(ROOT / "README.md")
EXAMPLE = re.compile(r"^\$ tessera (.+)\n((?:(?!```).*\n)+)", re.MULTILINE)


def spaced(shown: str) -> list[str]:
    """Lines by their words: a page knows no unbreakable spaces, and a terminal no end of a line."""
    return [" ".join(line.split()) for line in shown.strip().splitlines()]


def test_the_example_answers_as_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, content in re.findall(r"^`(\w+\.json)`\n\n```json\n(.+?)```", README, re.MULTILINE | re.DOTALL):
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    monkeypatch.chdir(tmp_path)
    shown = EXAMPLE.search(README)
    assert shown

    status = main(shlex.split(shown[1]))

    assert status == 0
    assert spaced(capsys.readouterr().out) == spaced(shown[2])
