"""Every command answers in JSON when it is asked to, and every example of the help does what it says."""

import argparse
import importlib
import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from desk_app import demo_clinic
from tests.cli.conftest import CASES, Run, answered, example_of
from ui import compose_records
from ui.cli import COMMANDS

LINE = {"category": "treatment", "price": "1000.00", "quantity": 2}
#: What keeps an example from taking minutes, or from opening a window; its own words are read first.
SHORTER = {"demo": ["--no-window"], "tour": ["--no-pictures"]}
#: Examples that other tests do as they stand, with all that comes out of them: `test_bench`.
ELSEWHERE = {("bench",)}


def acts_of(command: str) -> list[tuple[str, ...]]:
    """A command alone, or with each of the acts it has."""
    parser = argparse.ArgumentParser()
    parser.set_defaults(lang="en")
    importlib.import_module(f"ui.cli.{COMMANDS[command]}").add_arguments(parser)
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return [(command, act) for action in inner for act in action.choices] or [(command,)]


ACTS = [words for command in COMMANDS for words in acts_of(command)]


ORGANIZER = """
[organizer]
name = "ООО «Гавань»"
tax_id = "7700000000"
licence = "Л041-00000"
address = "Москва"
rules_url = "https://harbour.example/rules"
"""


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every file and a desk with every number that an example names, made once."""
    made = tmp_path_factory.mktemp("stocked")
    work = made / "work"
    work.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TESSERA_HOME", str(made / "desk"))
        patch.setenv("TESSERA_STATE", str(made / "state of this computer"))
        patch.chdir(work)
        compose_records.make_desk(made / "desk", encrypted=False)
        answered("program", "publish", CASES / "programs" / "harbour.toml", "--from", "2025-01-01")
        for name in ("club.toml", "P.toml"):
            document = (CASES / "programs" / "harbour.toml").read_text(encoding="utf-8")
            (work / name).write_text(document + ORGANIZER, encoding="utf-8")
        steps = [{"do": "enroll", "member": "ira"}]
        story = {"program": "club.toml", "start": "2025-01-10", "steps": steps}
        (work / "story.scenario.json").write_text(json.dumps(story), encoding="utf-8")
        (work / "patient.json").write_text('{"units": 10}', encoding="utf-8")
        base = "Фамилия;Имя;Карта\nИванова;Мария;2901234567890\n"
        (work / "base.csv").write_text(base, encoding="utf-8")
        answered("import", "patients", "base.csv")
        member = answered("find", "2901234567890")["patients"][0]["id"]
        for number in range(17):
            sold = {"patient": member, "lines": [LINE] * 3, "id": f"b-{number}"}
            (work / "bill.json").write_text(json.dumps(sold), encoding="utf-8")
            answered("checkout", "--bill", "bill.json")
        (work / "bill.json").write_text(json.dumps({"patient": member, "lines": [LINE]}), encoding="utf-8")
        for _ in range(2):
            answered("program", "publish", "P.toml")
        better = (work / "P.toml").read_text(encoding="utf-8").replace('percent = "10"', 'percent = "12"')
        (work / "new.toml").write_text(better, encoding="utf-8")
    return made


@pytest.fixture
def clinic(stocked: Path, desk_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same for one example alone, which may do with it as it likes."""
    monkeypatch.setattr(demo_clinic, "make", partial(demo_clinic.make, patients=60))
    shutil.copytree(stocked / "desk", desk_folder)
    work = shutil.copytree(stocked / "work", tmp_path / "work")
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def network(postgres: str) -> Iterator[dict[str, str]]:
    """What stands for the addresses of the examples: databases of the tests' own server, the second a copy."""
    name = f"clinic_{uuid4().hex[:12]}"
    urls = {"postgresql://postgres@localhost/clinic": name, "postgresql://postgres@db/copy": f"{name}_copy"}
    with psycopg.connect(postgres, autocommit=True) as server:
        for database in urls.values():
            server.execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(database)))
        yield {told: postgres.replace("/postgres?", f"/{database}?") for told, database in urls.items()}
        for database in urls.values():
            server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(database)))


def prepare(tessera: Run, words: tuple[str, ...], network: dict[str, str]) -> None:
    """What has to be there before an example of the network can do what it says."""
    centre, copy = network.values()
    if words[1:] in (("init",), ("certificates",)):
        return
    if words[1:] == ("safe-point",):
        assert tessera("central", "init", copy).code == 0
        assert tessera("central", "init", centre).code == 0
        for url, query in ((centre, "SELECT generation FROM tessera.central"), (copy, "")):
            with psycopg.connect(url, autocommit=True) as connection:
                if query:
                    generation = connection.execute(query.encode()).fetchone()
                else:
                    connection.execute("UPDATE tessera.central SET generation = %s", generation)
        return
    assert tessera("central", "init", centre).code == 0
    if words[1:] != ("add-desk",):
        assert tessera("central", "add-desk", "Reception", "--out", "desk.join").code == 0
    if words[0] == "sync" or words[1:] == ("seed",):
        assert tessera("join", "desk.join").code == 0


@pytest.mark.parametrize("words", [words for words in ACTS if words not in ELSEWHERE], ids=" ".join)
@pytest.mark.usefixtures("qapp")
def test_an_example_of_the_help_does_what_it_says(
    tessera: Run, clinic: Path, words: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    example = [word.replace("/media/usb", str(clinic)) for word in example_of(tessera, words)]
    assert tuple(example[: len(words)]) == words
    if words[0] in ("central", "join", "sync"):
        network = request.getfixturevalue("network")
        example = [network.get(word, word) for word in example]
        prepare(tessera, words, network)
    if words == ("program", "withdraw"):
        ahead = (datetime.now(UTC).date() + timedelta(days=3)).isoformat()
        assert (
            tessera("program", "announce", "new.toml", "--from", ahead, "--channel", "desk", "--owner", "A").code == 0
        )
    if words[0] == "restore":
        assert tessera("backup", "--out", example[1]).code == 0

    said = tessera(*example, *SHORTER.get(words[0], []))

    assert said.code == 0, said.err


@pytest.mark.parametrize("words", ACTS, ids=" ".join)
def test_every_command_answers_in_json_whatever_it_is_asked(
    tessera: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "file").touch()

    helped = tessera(*words, "--help")
    strange = tessera(*words, "--no-such-option")

    assert (helped.code, list(helped.json), helped.err) == (0, ["help"], "")
    assert (strange.code, set(strange.json)) == (2, {"error", "place", "message"})
    assert len(strange.err.splitlines()) == 1


def test_the_program_itself_answers_in_json(tessera: Run) -> None:
    assert tessera("--help").json["commands"] == list(COMMANDS)
    assert tessera().code == 2
    assert set(tessera("--version").json) == {"version"}
    assert tessera("nonsense").json["error"] == "command.unknown"
