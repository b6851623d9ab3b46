"""The command line for tests: run in this process, on a desk folder of the test's own."""

import io
import json
import shlex
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ui import compose_records
from ui.__main__ import main

CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True)
class Said:
    """What a command said: its exit code, its JSON where it was asked for, its text and its complaint."""

    code: int
    json: Any
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def tessera(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command; `tessera("find", "иванов", as_json=False)` for its text."""

    def run(*words: object, as_json: bool = True) -> Said:
        code = main([*map(str, words), *(["--json"] if as_json else [])])
        told = capsys.readouterr()
        return Said(code, json.loads(told.out) if as_json else None, told.out, told.err)

    return run


def answered(*words: object) -> Any:
    """What a command that must succeed answers in JSON, for what is made once for many tests."""
    told = io.StringIO()
    with redirect_stdout(told):
        code = main([*map(str, words), "--json"])
    assert code == 0, told.getvalue()
    return json.loads(told.getvalue())


def example_of(tessera: Run, words: tuple[str, ...]) -> list[str]:
    """The example a help ends with, without the name of the program."""
    told = tessera(*words, "--help", "--lang", "en").json["help"]
    _, _, example = " ".join(told.split()).partition("example: ")
    name, *rest = shlex.split(example)
    assert name == "tessera"
    return [word for word in rest if word != "--json"]


@pytest.fixture
def desk(desk_folder: Path, tessera: Run) -> Path:
    """A desk with the program "harbour" in force."""
    compose_records.make_desk(desk_folder, encrypted=False)
    document = CASES / "programs" / "harbour.toml"
    assert tessera("program", "publish", document, "--from", "2025-01-01").code == 0
    return desk_folder


@pytest.fixture
def bill(tmp_path: Path) -> Callable[..., Path]:
    """A bill file of one line, with other keys as given."""

    def write(patient: str, price: str = "1000.00", **keys: Any) -> Path:
        file = tmp_path / f"bill-{keys.get('id', 'any')}.json"
        line = {"category": "treatment", "price": price}
        file.write_text(json.dumps({"patient": patient, "lines": [line], **keys}), encoding="utf-8")
        return file

    return write
