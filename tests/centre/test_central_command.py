"""`tessera central`: what whoever keeps the centre types, and what is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from db.centre import admin
from db.centre.line import Line
from desk_app.sync import join_file, remembered
from desk_app.sync.calls import Gate, Hello
from tests.centre.conftest import Stream, of_database
from tests.cli.conftest import Run, tessera

__all__ = ["tessera"]


@pytest.fixture
def url(postgres: str) -> Iterator[str]:
    """The address of an empty database."""
    name = f"clinic_{uuid4().hex[:12]}"
    with psycopg.connect(postgres, autocommit=True) as server:
        server.execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(name)))
        yield of_database(postgres, name)
        server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


@pytest.fixture
def kept(tessera: Run, url: str) -> str:
    """The address of a centre that was set up from here."""
    assert tessera("central", "init", url).json["done"] == "made"
    return url


def line_of(url: str, file: Path) -> Line:
    """The line of whoever has a join file."""
    join = join_file.read(file.read_bytes())
    return Line(psycopg.conninfo.make_conninfo(url, user=join.role), join.password)


def test_set_up_once_more_says_that_nothing_was_to_be_done(tessera: Run, kept: str) -> None:
    assert tessera("central", "init", kept).json["done"] == "same"
    said = tessera("central", "init", kept, "--lang", "ru", as_json=False)
    assert said.out == "Центр в порядке, менять нечего.\n"


def test_the_address_is_remembered_without_its_password(tessera: Run, url: str, desk_folder: Path) -> None:
    head, at, rest = url.partition("@")
    tessera("central", "init", f"{head}:s3cret%21{at}{rest}&sslpassword=hush")

    content = (desk_folder / remembered.FILE).read_text(encoding="utf-8")

    assert "s3cret" not in content
    assert "hush" not in content
    assert tessera("central", "check").json["sound"]


def test_before_anybody_said_where_the_centre_is(tessera: Run) -> None:
    for words in (["check"], ["revoke", "x"], ["after-restore"], ["reapply"], ["add-desk", "x", "--out", "x.join"]):
        said = tessera("central", *words)
        assert (said.code, said.json["error"]) == (2, "centre.unset")


def test_a_desk_joins_with_a_file_that_only_its_owner_can_read(tessera: Run, kept: str, tmp_path: Path) -> None:
    file = tmp_path / "desk.join"

    said = tessera(
        "central", "add-desk", "Касса", "--code", "A", "--branch", "north", "--clinic", "Гавань", "--out", file
    )

    assert said.json["code"] == "A"
    assert file.stat().st_mode & 0o077 == 0
    join = join_file.read(file.read_bytes())
    assert (join.desk, join.code, join.branch, join.clinic) == ("Касса", "A", "north", "Гавань")
    # the password stands in the file and nowhere else
    assert join.password not in said.out + said.err
    line = line_of(kept, file)
    assert line.answer(Gate()).streams == 0
    line.close()


def test_a_file_that_is_there_is_not_written_over_and_no_desk_is_made(tessera: Run, kept: str, tmp_path: Path) -> None:
    file = tmp_path / "desk.join"
    file.write_text("mine", encoding="utf-8")

    assert tessera("central", "add-desk", "Касса", "--out", file).json["error"] == "out.exists"
    assert (
        tessera("central", "add-desk", "Касса", "--out", tmp_path / "x", "--code", "?").json["error"] == "desk.code_bad"
    )
    assert (
        tessera("central", "add-desk", "Касса", "--out", tmp_path / "x", "--ca", tmp_path).json["error"] == "centre.ca"
    )
    assert (
        tessera("central", "add-desk", "К", "--out", tmp_path / "x", "--url", "http://x").json["error"] == "centre.url"
    )
    assert tessera("central", "check").json["desks"] == []
    assert file.read_text(encoding="utf-8") == "mine"


def test_with_certificates_a_desk_believes_only_this_server(tessera: Run, kept: str, tmp_path: Path) -> None:
    papers, file = tmp_path / "papers", tmp_path / "desk.join"
    made = tessera("central", "certificates", papers, "--host", "db.clinic.lan", "--host", "10.0.0.5")
    assert made.json["files"] == ["ca.key", "ca.crt", "server.key", "server.crt"]

    said = tessera("central", "add-desk", "Касса", "--out", file, "--ca", papers,
                   "--url", "postgresql://db.clinic.lan:6432/clinic")  # fmt: skip

    join = join_file.read(file.read_bytes())
    assert (join.host, join.port, join.dbname, join.protection) == ("db.clinic.lan", 6432, "clinic", "verify-full")
    assert join.ca == (papers / "ca.crt").read_text(encoding="ascii")
    assert join.certificate.startswith("-----BEGIN CERTIFICATE")
    assert "PRIVATE KEY" in join.key
    assert said.err == ""


def test_without_certificates_somebody_is_told(tessera: Run, kept: str, tmp_path: Path) -> None:
    there = tessera("central", "add-desk", "A", "--out", tmp_path / "a.join", "--url", "postgresql://db.lan/clinic")
    here = tessera("central", "add-desk", "B", "--out", tmp_path / "b.join")

    assert "--ca DIR" in there.err
    assert join_file.read((tmp_path / "a.join").read_bytes()).protection == "require"
    assert "--url" in here.err


def test_the_page_tells_what_is_wrong_and_says_no(tessera: Run, kept: str, tmp_path: Path) -> None:
    tessera("central", "add-desk", "Касса", "--out", tmp_path / "desk.join")
    line, stream = line_of(kept, tmp_path / "desk.join"), Stream().fill(3)
    stream.add_text("{")
    line.answer(Hello("1.5", "computer", ()))
    line.answer(stream.push())
    line.close()

    said = tessera("central", "check")
    page = tessera("central", "check", "--lang", "ru", as_json=False)

    assert (said.code, said.json["sound"], said.json["put_aside"]) == (1, False, 1)
    assert said.json["asides"][0]["reason"] == "body"
    assert page.code == 1
    assert "Отложено: 1" in page.out
    assert f"Касса, {stream.name}, 4: body" in page.out
    assert "Цепочки целы" in page.out
    assert tessera("central", "reapply").code == 1
    with admin.opened(kept) as keeper:
        keeper.execute("UPDATE tessera.balance SET units = 0 WHERE account = 'p-1'")
    assert "balance: p-1, 0 <> 11" in tessera("central", "check", "--lang", "en", as_json=False).out


def test_every_breach_has_words_in_both_languages() -> None:
    from ui.cli.centre_words import said

    for check in ("chain", "head", "effect", "sum", "balance", "books", "safe", "role", "copied"):
        for lang in ("ru", "en"):
            assert "PLACE" in said(f"breach.{check}", lang, place="PLACE", detail="DETAIL")


def test_a_desk_that_was_lost_is_shut_out(tessera: Run, kept: str, tmp_path: Path) -> None:
    tessera("central", "add-desk", "Касса", "--out", tmp_path / "desk.join")
    line = line_of(kept, tmp_path / "desk.join")
    line.answer(Gate())

    said = tessera("central", "revoke", "Касса")

    assert said.json == {"desk": "Касса", "lines": 1}
    assert tessera("central", "check").json["desks"][0]["revoked"]
    assert tessera("central", "revoke", "Касса").json["lines"] == 0
    assert tessera("central", "revoke", "Nobody").json["error"] == "desk.not_listed"
    line.close()


def test_a_password_is_asked_for_where_somebody_can_type_it(
    monkeypatch: pytest.MonkeyPatch, tessera: Run, kept: str, postgres: str
) -> None:
    """The tests' server believes everybody; that it asks is said by the environment instead."""
    asked: list[str] = []

    def type_it(prompt: str) -> str:
        asked.append(prompt)
        monkeypatch.delenv("PGREQUIREAUTH")
        return "typed"

    monkeypatch.setenv("PGREQUIREAUTH", "scram-sha-256")
    assert tessera("central", "check").json["error"] == "central.refused"
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", type_it)

    assert tessera("central", "check", "--lang", "en").code == 0
    assert len(asked) == 1
    assert asked[0].startswith("Password for ")


@pytest.mark.parametrize(
    ("wrong", "error"),
    [("sslmode=weird", "centre.url"), ("port=99999", "centre.url"), ("host=/nowhere", "central.away")],
)
def test_an_address_that_leads_nowhere_is_told_to_whoever_keeps_the_centre(
    tessera: Run, wrong: str, error: str
) -> None:
    said = tessera("central", "init", f"postgresql://keeper@/clinic?{wrong}", "--lang", "en")

    assert said.json["error"] == error
    assert "by itself" not in said.json["message"]


def test_a_database_that_holds_something_else_is_filled_only_when_that_is_known(tessera: Run, url: str) -> None:
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("CREATE TABLE invoices (no int)")

    said = tessera("central", "init", url)
    assert (said.code, said.json["error"]) == (2, "centre.full")
    assert "invoices" in said.json["message"]
    assert tessera("central", "init", url, "--yes").json["done"] == "made"
    assert tessera("central", "init", url).json["done"] == "same"


def test_a_schema_of_another_program_is_left_alone(tessera: Run, url: str) -> None:
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("CREATE SCHEMA sync_v1")

    assert tessera("central", "init", url).json["error"] == "central.taken"


def test_a_seed_without_a_desk_says_where_one_is_looked_for(tessera: Run, kept: str) -> None:
    assert tessera("central", "seed").json["error"] == "centre.no_desk"


def test_no_command_of_the_centre_needs_a_desk(tessera: Run, kept: str, desk_folder: Path) -> None:
    assert [path.name for path in desk_folder.iterdir()] == [remembered.FILE]
    assert json.loads((desk_folder / remembered.FILE).read_text(encoding="utf-8")) == {"url": kept}
