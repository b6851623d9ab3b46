"""Joining over TLS: the file works once, only at the right server, and its key lies locked beside the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from db.centre import admin, certificates, joining, secrets
from db.centre.install import install
from db.centre.line import Line
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.sync import joined
from desk_app.sync.calls import Gate
from desk_app.sync.join_file import JoinFile, written
from tests.centre.conftest import of_database
from tests.centre.secure_server import HOST, SecureServer, secure_server
from ui import compose_network
from ui.crash import Reporter

_ANY_CHANNEL = {"channel_binding": "prefer"}


@pytest.fixture(scope="module")
def server() -> Iterator[SecureServer]:
    """A centre that lets in by password and certificate only."""
    with secure_server() as started:
        with psycopg.connect(started.url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE clinic ENCODING 'UTF8' TEMPLATE template0")
        with admin.opened(of_database(started.url, "clinic")) as keeper:
            install(keeper)
        yield started


@pytest.fixture(autouse=True)
def channel(server: SecureServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server without TLS, behind a door that speaks it, cannot bind a password to the line; one with TLS does."""
    if not server.speaks_tls:
        monkeypatch.setattr(joining, "make_conninfo", lambda **given: make_conninfo(**given | _ANY_CHANNEL))


@pytest.fixture
def given(server: SecureServer, tmp_path: Path) -> JoinFile:
    """The join file of a new desk."""
    with admin.opened(of_database(server.url, "clinic")) as keeper:
        new = admin.add_desk(keeper, f"Касса {tmp_path.name}")
    ca, certificate, key = certificates.for_desk(server.papers, new.role)
    return JoinFile(HOST, "clinic", new.role, new.password, "Касса", server.port, ca=ca, certificate=certificate,
                    key=key)  # fmt: skip


def test_the_file_joins_once_and_opens_nothing_afterwards(given: JoinFile, tmp_path: Path) -> None:
    compose_network.join(tmp_path / "home", written(given))
    line = joining.line(tmp_path / "home")
    assert line.answer(Gate()).ops == 0
    line.close()
    # its own desk may take it again; nobody else comes in with it
    compose_network.join(tmp_path / "home", written(given))
    with pytest.raises(WrongInput) as refused:
        compose_network.join(tmp_path / "thief", written(given))

    assert refused.value.code == "join.used"
    assert not joined.has_joined(tmp_path / "thief")


def test_a_joining_cut_short_after_the_new_password_is_finished_by_the_same_file(
    given: JoinFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    change = Line.change_password

    def changed(line: Line, password: str) -> None:
        change(line, password)
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr("db.centre.line.Line.change_password", changed)
        with pytest.raises(KeyboardInterrupt):
            compose_network.join(home, written(given))
    compose_network.join(home, written(given))

    assert joined.has_joined(home)


def test_another_server_under_that_name_learns_nothing_and_the_desk_does_not_join(
    given: JoinFile, server: SecureServer, tmp_path: Path
) -> None:
    certificates.make(tmp_path / "other", [HOST], "Somebody else")
    false = replace(given, ca=(tmp_path / "other" / "ca.crt").read_text(encoding="ascii"))
    with pytest.raises((WrongInput, Trouble)):
        compose_network.join(tmp_path / "home", written(false))
    assert not joined.has_joined(tmp_path / "home")

    # and the file is as good as before
    compose_network.join(tmp_path / "home", written(given))
    assert joined.has_joined(tmp_path / "home")


def test_a_clock_that_is_behind_is_named_and_not_the_password(
    given: JoinFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Behind(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Behind:
            return super().now(tz) - timedelta(days=365)

    monkeypatch.setattr("db.centre.line.datetime", Behind)
    with pytest.raises(Trouble) as refused:
        compose_network.join(tmp_path / "home", written(replace(given, password="not it at all")))

    assert refused.value.code == "centre.clock"


def test_the_key_lies_locked_and_no_secret_lies_open(given: JoinFile, tmp_path: Path) -> None:
    home = tmp_path / "home"
    place = compose_network.join(home, written(given))
    known = secrets.read(home, place.secret)
    key = (home / joined.PAPERS / "desk.key").read_text(encoding="ascii")

    assert "ENCRYPTED PRIVATE KEY" in key
    body = "".join(given.key.splitlines()[1:-1])[10:60]
    for file in (path for path in home.rglob("*") if path.is_file()):
        content = file.read_bytes()
        assert body.encode() not in content, file
        assert given.password.encode() not in content, file
        if file.name != secrets.FILE:
            assert not [secret for secret in known.values() if secret.encode() in content], file


def test_no_error_sentence_or_report_carries_a_secret(given: JoinFile, tmp_path: Path) -> None:
    reporter = Reporter(tmp_path, lambda _: None)
    for wrong in (replace(given, port=1), replace(given, dbname="nowhere"), replace(given, password="not-it-at-all-1")):
        with pytest.raises((WrongInput, Trouble)) as refused:
            compose_network.join(tmp_path / "home", written(wrong))
        reporter.report(refused.value)
        assert wrong.password not in f"{refused.value!r} {refused.value} {vars(refused.value)}"
    logged = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "logs").glob("*"))
    assert logged
    for secret in (given.password, "not-it-at-all-1", given.key[60:120]):
        assert secret not in logged
