"""What somebody careless or ill-meaning may do to a command: it stays one sentence, quickly, and harms nobody."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CASES, Run
from tests.cli.test_desk_acts import enrolled
from ui import compose

Bill = Callable[..., Path]
PROGRAM = CASES / "programs" / "harbour.toml"
ENROL: dict[str, Any] = {"do": "enroll", "member": "ira"}
PAY = {"do": "checkout", "as": "b1", "member": "ira", "lines": [{"category": "treatment", "price": "99999999.00"}]}


def started(home: Path, *words: object) -> "subprocess.Popen[str]":
    """A command of its own process."""
    return subprocess.Popen(
        [sys.executable, "-m", "ui", *map(str, words)], cwd=CASES.parents[1], text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "TESSERA_HOME": str(home), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
    )  # fmt: skip


def told(tessera: Run, tmp_path: Path, program: str, *steps: dict[str, Any], **keys: Any) -> Any:
    (tmp_path / "program.toml").write_text(program, encoding="utf-8")
    story = {"program": "program.toml", "start": "2025-01-10", "steps": list(steps), **keys}
    (tmp_path / "story.json").write_text(json.dumps(story), encoding="utf-8")
    return tessera("replay", tmp_path / "story.json")


@pytest.mark.parametrize(
    "text",
    ["a." * 100_000 + "b = 1", "x = {" + "a . " * 100 + "b = 1}", '"a".' * 100 + "b = 1",
     f"x = {'{a = ' * 900}1{'}' * 900}", "x = 1" + "0" * 5000],
    ids=["one key of many parts", "inside a table", "quoted", "tables inside tables", "a number without end"],
)  # fmt: skip
def test_a_document_without_end_is_refused_before_it_is_read(tessera: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "P.toml").write_text(text, encoding="utf-8")

    said = tessera("program", "check", tmp_path / "P.toml")

    assert (said.code, said.json["error"]) == (2, "toml.bad")


def test_a_document_larger_than_any_program_is_refused(tessera: Run, tmp_path: Path) -> None:
    (tmp_path / "P.toml").write_text("".join(f"k{n} = 1\n" for n in range(200_000)), encoding="utf-8")

    assert tessera("program", "check", tmp_path / "P.toml").json["error"] == "file.huge"


def test_a_period_no_calendar_has_is_refused(tessera: Run, tmp_path: Path) -> None:
    program = PROGRAM.read_text(encoding="utf-8").replace('period = "6 months"', 'period = "9999 years"')

    said = told(tessera, tmp_path, program, ENROL, PAY)

    assert (said.code, said.json["error"], said.json["place"]) == (2, "period.bad", "expiry.period")


def test_more_units_than_a_ledger_can_hold_are_not_given(tessera: Run, tmp_path: Path) -> None:
    text = PROGRAM.read_text(encoding="utf-8")
    program = text.replace('earn = {percent = "10"}', 'earn = {units = 1000000000, per_full = "0.01"}')
    assert program != text

    said = told(tessera, tmp_path, program, ENROL, {**PAY, "expect": {"error": "bill.huge", "place": "lines"}})

    assert said.code == 0, said.json


@pytest.mark.parametrize(
    ("keys", "code", "place"),
    [
        ({"start": "9999-12-31"}, "date.bad", "start"), ({"start": "0001-01-01"}, "date.bad", "start"),
        ({"desks": [f"d{n}" for n in range(51)]}, "value.bad", "desks"),
    ],
)  # fmt: skip
def test_a_story_out_of_all_measure_is_refused(
    tessera: Run, tmp_path: Path, keys: dict[str, Any], code: str, place: str
) -> None:
    said = told(tessera, tmp_path, PROGRAM.read_text(encoding="utf-8"), ENROL, **keys)

    assert (said.code, said.json["error"], said.json["place"]) == (2, code, place)


def test_nobody_joins_before_birth(tessera: Run, tmp_path: Path) -> None:
    born = {**ENROL, "birth_date": "2999-01-01", "expect": {"error": "date.bad", "place": "birth_date"}}

    assert told(tessera, tmp_path, PROGRAM.read_text(encoding="utf-8"), born).code == 0


def test_a_desk_of_a_story_makes_no_file_outside_its_folder(
    tessera: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms = tmp_path / "rooms"
    rooms.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(rooms))

    said = told(tessera, tmp_path, PROGRAM.read_text(encoding="utf-8"), ENROL, desks=["../x", "a/b", "Касса 1"])

    assert said.code == 0
    assert list(rooms.iterdir()) == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", ["", " ", "x" * 201, "a\nb"], ids=["none", "a space", "long", "two lines"])
def test_an_operation_id_that_is_none_is_refused(tessera: Run, bill: Bill, name: str) -> None:
    said = tessera("checkout", "--bill", bill("p"), "--op", name)

    assert (said.code, said.json["error"]) == (2, "arguments.bad")
    assert tessera("checkout", "--bill", bill("p"), "--by", name).json["error"] == "arguments.bad"


@pytest.mark.usefixtures("desk")
def test_a_home_that_was_forgotten_is_not_the_usual_one(tessera: Run) -> None:
    for words in (("verify", "--home"), ("verify", "--home", ""), ("verify", "--home=")):
        said = tessera(*words)

        assert (said.code, said.json["error"]) == (2, "arguments.bad")


@pytest.mark.usefixtures("desk")
def test_a_bill_is_not_voided_by_the_line(tessera: Run, bill: Bill) -> None:
    tessera("checkout", "--bill", bill(enrolled(tessera), id="MIS-1"))

    said = tessera("return", "MIS-1", "--line", "1", "--void")

    assert (said.code, said.json["error"]) == (2, "arguments.bad")
    assert tessera("return", "MIS-1", "--preview").json["money_back"] == "1000.00"


def test_two_who_make_a_desk_at_once_make_one(tmp_path: Path) -> None:
    home = tmp_path / "both"
    makers = [started(home, "program", "publish", PROGRAM, "--json") for _ in range(3)]

    answers = [(maker.communicate(timeout=120)[0], maker.returncode) for maker in makers]

    told = sorted(code for _, code in answers)
    assert told[0] == 0
    assert {json.loads(out).get("error") for out, code in answers if code} <= {"db.exists", "db.second", "db.locked"}
    assert compose.verify(home) == ()


def test_a_bill_sent_four_times_at_once_is_one_receipt(desk: Path, tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)
    file = bill(member, id="MIS-1")
    senders = [started(desk, "checkout", "--bill", file, "--json") for _ in range(4)]

    answers = [json.loads(sender.communicate(timeout=120)[0]) for sender in senders]

    assert sorted(answer["receipt"]["repeated"] for answer in answers) == [False, True, True, True]
    assert tessera("statement", member).json["spent"] == "1000.00"
    assert tessera("verify").json["sound"]


@pytest.mark.skipif(sys.platform == "win32", reason="shells there close nothing")
@pytest.mark.parametrize(
    ("redirected", "code"), [(">/dev/full", 3), ("--json >/dev/full", 3), (">&-", 0), ("2>&-", 0), ("--json 2>&-", 0)]
)
def test_an_output_that_takes_nothing_is_no_bug(desk: Path, redirected: str, code: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec '{sys.executable}' -m ui verify {redirected}"], cwd=CASES.parents[1], check=False,
        env={**os.environ, "TESSERA_HOME": str(desk)}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip

    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == (1 if code else 0)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_backup(desk: Path, tessera: Run, device: str) -> None:
    said = tessera("restore", device)

    assert (said.code, said.json["error"]) == (3, "backup.bad")


def test_a_file_where_backups_should_lie_is_told(desk: Path, tessera: Run) -> None:
    (desk / "backups").touch()

    said = tessera("backup")

    assert (said.code, said.json["error"]) == (3, "disk.open")
