"""Whatever is given to the command line, the answer is one sentence with its code and place, and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, Run
from ui.cli import COMMANDS

PROGRAM = CASES / "programs" / "harbour.toml"
GOOD = b'{"patient": "p", "lines": [{"price": "10.00"}]}'


def quote(tessera: Run, tmp_path: Path, content: bytes) -> tuple[int, str, str]:
    file = tmp_path / "bill.json"
    file.write_bytes(content)
    said = tessera("quote", "--program", PROGRAM, "--bill", file)
    assert len(said.err.splitlines()) == (1 if said.code else 0)
    return said.code, said.json.get("error", ""), said.err


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "json.bad"), (b"not json", "json.bad"), (b"[1]", "json.object"), (b'"text"', "json.object"),
        (b"\xcf\xf0\xe8\xe2\xe5\xf2", "file.not_utf8"), (b'{"patient": "p", "patient": "q"}', "key.repeated"),
        (b"[" * 100_000, "json.bad"), (b'{"lines": ' + b"9" * 10_000 + b"}", "json.bad"), (b"{}", "key.missing"),
        (b'{"patient": "p", "lines": [{"price": NaN}]}', "json.bad"), (b" " * 5_000_000, "file.huge"),
        (b'{"patient": "p", "lines": [{"price": 10.0}]}', "money.bad"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_bill_is_refused(tessera: Run, tmp_path: Path, content: bytes, code: str) -> None:
    exit_code, error, sentence = quote(tessera, tmp_path, content)

    assert (exit_code, error) == (2, code)
    assert sentence.startswith("bill.json: ")
    assert sentence.rstrip().endswith(f"({code})")


def test_a_byte_order_mark_is_read_over(tessera: Run, tmp_path: Path) -> None:
    assert quote(tessera, tmp_path, b"\xef\xbb\xbf" + GOOD)[0] == 0


def test_a_path_that_is_no_file_is_refused(tessera: Run, tmp_path: Path) -> None:
    missing = tessera("quote", "--program", PROGRAM, "--bill", tmp_path / "none.json")
    folder = tessera("quote", "--program", PROGRAM, "--bill", tmp_path)
    zero = tessera("quote", "--program", tmp_path / "a\0b", "--bill", tmp_path)

    assert (missing.code, missing.json["error"]) == (2, "file.missing")
    assert (folder.code, folder.json["error"]) == (2, "file.folder")
    assert (zero.code, zero.json["error"]) == (2, "file.name")


def test_the_place_names_the_file_and_the_key(tessera: Run, tmp_path: Path) -> None:
    (tmp_path / "bill.json").write_bytes(b'{"patient": "p", "lines": [{"price": "1"}, {"price": "1.005"}]}')

    said = tessera("quote", "--program", PROGRAM, "--bill", tmp_path / "bill.json", "--lang", "ru")

    assert said.err.startswith("bill.json: lines[1].price: ")
    assert said.json["place"] == "lines[1].price"
    assert "знаков" in said.json["message"]


@pytest.mark.parametrize("words", [["nonsense"], ["quote"], ["quote", "--bil", "x"], ["find"], ["program"], ["import"]])
def test_a_command_that_is_not_complete_is_refused(tessera: Run, words: list[str]) -> None:
    said = tessera(*words)

    assert said.code == 2
    assert said.json["error"] in ("arguments.bad", "command.unknown")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_command_shows_an_example(tessera: Run, command: str, lang: str) -> None:
    said = tessera(command, "--help", "--lang", lang, as_json=False)

    assert said.code == 0
    assert f"tessera {command}" in " ".join(said.out.split())
    assert ("пример" if lang == "ru" else "example") in said.out


def test_without_a_command_all_are_told(tessera: Run) -> None:
    said = tessera("--help", "--lang", "ru", as_json=False)

    assert said.code == 0
    assert all(f"  {command}" in said.out for command in COMMANDS)


def test_a_reader_that_leaves_is_no_trouble_to_anybody(tmp_path: Path, desk_folder: Path) -> None:
    """`tessera … | head`: nothing is written to the error stream when the pipe closes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ui", "program", "schema"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=CASES.parents[1],
        env={**os.environ, "TESSERA_HOME": str(desk_folder)},
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()

    _, complaint = process.communicate(timeout=60)

    assert complaint == b""


def test_a_bug_is_one_sentence_and_a_report(
    tessera: Run, monkeypatch: pytest.MonkeyPatch, desk_folder: Path, tmp_path: Path
) -> None:
    import ui.cli.quote

    monkeypatch.setattr(ui.cli.quote, "price_bill", lambda *_: 1 / 0)
    (tmp_path / "bill.json").write_bytes(GOOD)

    said = tessera("quote", "--program", PROGRAM, "--bill", tmp_path / "bill.json")

    assert (said.code, said.json["error"]) == (3, "bug")
    assert "Traceback" not in said.err
    assert "ZeroDivisionError" in (desk_folder / "logs" / "crashes.log").read_text(encoding="utf-8")


def test_a_quote_needs_neither_qt_nor_a_database(tmp_path: Path, desk_folder: Path) -> None:
    (tmp_path / "bill.json").write_bytes(GOOD)
    words = ["quote", "--program", str(PROGRAM), "--bill", str(tmp_path / "bill.json")]
    heavy = ("PySide6", "sqlalchemy", "sqlcipher3", "reportlab", "openpyxl")

    script = (
        f"import sys; from ui.__main__ import main; main({words!r}); "
        f"sys.exit(sum(name in sys.modules for name in {heavy!r}))"
    )

    asked = subprocess.run(
        [sys.executable, "-c", script], cwd=CASES.parents[1], capture_output=True, check=False, timeout=60,
        env={**os.environ, "TESSERA_HOME": str(desk_folder)},
    )  # fmt: skip

    assert asked.returncode == 0, asked.stderr
    assert not desk_folder.exists()
