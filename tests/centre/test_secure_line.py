"""The line over a network: only with the right server, the right certificate and the right password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from db.centre import admin, certificates
from db.centre.install import install
from db.centre.line import Line
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.sync.calls import Gate
from desk_app.sync.keeping import NewDesk
from tests.centre.conftest import of_database
from tests.centre.secure_server import HOST, SecureServer, secure_server


@pytest.fixture(scope="module")
def server() -> Iterator[SecureServer]:
    """A centre that speaks TLS only, in the database clinic."""
    with secure_server() as started:
        with psycopg.connect(started.url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE clinic ENCODING 'UTF8' TEMPLATE template0")
        with admin.opened(of_database(started.url, "clinic")) as keeper:
            install(keeper)
        yield started


class Visitor:
    """A desk's papers in a folder, some of which may be wrong."""

    def __init__(self, server: SecureServer, folder: Path) -> None:
        self.server = server
        self.folder = folder
        with admin.opened(of_database(server.url, "clinic")) as keeper:
            self.new: NewDesk = admin.add_desk(keeper, folder.name)
        ca, certificate, key = certificates.for_desk(server.papers, self.new.role)
        self.keep("ca", ca)
        self.keep("certificate", certificate)
        self.keep("key", key)
        self.values = {
            "host": HOST, "hostaddr": "127.0.0.1", "port": str(server.port), "dbname": "clinic",
            "user": self.new.role, "sslmode": "verify-full", "sslrootcert": str(folder / "ca"),
            "sslcert": str(folder / "certificate"), "sslkey": str(folder / "key"), "require_auth": "scram-sha-256",
        }  # fmt: skip
        self.password = self.new.password

    def keep(self, name: str, text: str) -> None:
        """Put a paper into the folder, readable by its owner alone."""
        (self.folder / name).write_text(text, encoding="ascii")
        (self.folder / name).chmod(0o600)

    def comes(self, password: str = "", **changes: str) -> int:
        """Try to come in; the number of streams, when one is let in."""
        values = {name: value for name, value in (self.values | changes).items() if value}
        line = Line(make_conninfo(**values), password or self.password)
        try:
            return int(line.answer(Gate()).streams)
        finally:
            line.close()


@pytest.fixture
def visitor(server: SecureServer, tmp_path: Path) -> Visitor:
    """A desk with all its papers in order."""
    return Visitor(server, tmp_path)


def refused(visitor: Visitor, password: str = "", **changes: str) -> None:
    """Nobody is let in like that."""
    with pytest.raises(Trouble, match=r"centre\.refused") as told:
        visitor.comes(password, **changes)
    assert visitor.password not in repr(told.value.params)


def test_with_all_papers_in_order_a_desk_comes_in(visitor: Visitor) -> None:
    assert visitor.comes() == 0


def test_a_server_of_another_name_is_not_believed(visitor: Visitor) -> None:
    refused(visitor, host="server.clinic.lan")


def test_a_server_another_authority_vouches_for_is_not_believed(visitor: Visitor) -> None:
    foreign = visitor.server.papers.parent / "other" / "ca.crt"

    refused(visitor, sslrootcert=str(foreign))


def test_without_a_certificate_nobody_comes_in(visitor: Visitor) -> None:
    refused(visitor, sslcert=str(visitor.folder / "none"), sslkey=str(visitor.folder / "none"))


def test_with_a_certificate_of_another_authority_nobody_comes_in(visitor: Visitor) -> None:
    _, certificate, key = certificates.for_desk(visitor.server.papers.parent / "other", visitor.new.role)
    visitor.keep("certificate", certificate)
    visitor.keep("key", key)

    refused(visitor)


def test_with_the_certificate_of_another_desk_nobody_comes_in(visitor: Visitor) -> None:
    _, certificate, key = certificates.for_desk(visitor.server.papers, "tessera_desk_another")
    visitor.keep("certificate", certificate)
    visitor.keep("key", key)

    with pytest.raises(Trouble, match=r"centre\.(refused|away)"):
        visitor.comes()


def test_the_servers_own_certificate_is_no_desks(visitor: Visitor) -> None:
    for paper, name in (("certificate", "server.crt"), ("key", "server.key")):
        visitor.keep(paper, (visitor.server.papers / name).read_text(encoding="ascii"))

    with pytest.raises(Trouble, match=r"centre\.(refused|away)"):
        visitor.comes()


def test_with_the_wrong_password_nobody_comes_in(visitor: Visitor) -> None:
    refused(visitor, password="another")
    # none at all is asked of nobody: a desk has no terminal
    with pytest.raises(Trouble, match=r"centre\.refused"):
        Line(make_conninfo(**visitor.values)).answer(Gate())


def test_without_tls_nobody_comes_in(visitor: Visitor) -> None:
    with pytest.raises(Trouble, match=r"centre\.(refused|away)"):
        visitor.comes(sslmode="disable", sslcert="", sslkey="", sslrootcert="")


def test_a_new_password_holds_and_the_one_before_does_not(visitor: Visitor) -> None:
    line = Line(make_conninfo(**visitor.values), visitor.password)
    line.change_password("another one entirely")
    line.close()

    assert visitor.comes(password="another one entirely") == 0
    refused(visitor)


def test_a_desk_that_was_revoked_hears_it_with_all_papers_in_order(visitor: Visitor) -> None:
    with admin.opened(of_database(visitor.server.url, "clinic")) as keeper:
        admin.revoke(keeper, visitor.folder.name)

    with pytest.raises(Trouble, match=r"centre\.revoked"):
        visitor.comes()


def test_a_certificate_for_the_server_is_made_anew_by_the_same_authority(visitor: Visitor) -> None:
    before = {name: (visitor.server.papers / name).read_bytes() for name in ("ca.crt", "ca.key", "server.crt")}

    written = certificates.make(visitor.server.papers, ["server.clinic.lan", "10.0.0.5", "::1"])

    assert [path.name for path in written] == ["server.key", "server.crt"]
    after = {name: (visitor.server.papers / name).read_bytes() for name in before}
    assert {name for name in before if before[name] != after[name]} == {"server.crt"}


@pytest.mark.parametrize("host", ["", "a b", "*", "x" * 64 + ".lan", "сервер", "a/b", "-x", "300.1.1.1.1.1.1.1.1.1.1 "])
def test_what_is_no_name_of_a_server_gets_no_certificate(tmp_path: Path, host: str) -> None:
    with pytest.raises(WrongInput, match=r"centre\.host"):
        certificates.make(tmp_path, [host])

    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_an_authority_makes_no_desk(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"centre\.ca"):
        certificates.for_desk(tmp_path, "desk")
    certificates.make(tmp_path, ["server"])
    (tmp_path / "ca.crt").unlink()
    with pytest.raises(Trouble, match=r"centre\.ca"):
        certificates.make(tmp_path, ["server"])


def test_keys_are_for_their_owners_eyes(tmp_path: Path) -> None:
    certificates.make(tmp_path / "papers", ["server"])

    modes = {path.name: path.stat().st_mode & 0o077 for path in (tmp_path / "papers").glob("*.key")}
    assert modes == {"ca.key": 0, "server.key": 0}
