"""Setting the centre up: once or as often as one likes, by whoever may, on a server that is new enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import Connection
from psycopg.sql import SQL, Identifier

from db.centre import admin, install
from db.centre.line import Line
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.sync.calls import Pushed
from tests.centre.conftest import Centre, Stream, of_database


@pytest.fixture
def server(postgres: str) -> Iterator[Connection]:
    """The server's administrator."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        yield connection


def made(server: Connection, postgres: str, **options: str) -> str:
    """The URL of a new database."""
    name = f"new_{uuid4().hex[:12]}"
    more = " ".join(f"{key} {value}" for key, value in options.items())
    server.execute(SQL("CREATE DATABASE {} TEMPLATE template0 ").format(Identifier(name)) + SQL(more))
    return of_database(postgres, name)


def named(url: str) -> str:
    """The database of a URL."""
    return str(psycopg.conninfo.conninfo_to_dict(url)["dbname"])


@pytest.fixture
def empty(server: Connection, postgres: str) -> Iterator[str]:
    """The URL of an empty database."""
    url = made(server, postgres, ENCODING="'UTF8'")
    yield url
    server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(named(url))))


def test_set_up_twice_is_set_up_once(empty: str, stream: Stream) -> None:
    with admin.opened(empty) as keeper:
        first = install.install(keeper)
        second = install.install(keeper)

    assert (first.before, second.before) == (0, first.after)
    assert first.generation == second.generation


def test_the_owner_of_the_database_may_set_it_up_without_ruling_the_server(
    server: Connection, postgres: str, stream: Stream
) -> None:
    role = f"owner_{uuid4().hex[:8]}"
    server.execute(f"CREATE ROLE {role} LOGIN CREATEROLE".encode())
    url = made(server, postgres, OWNER=role)
    name = named(url)
    try:
        # the groups are the whole server's: one who does not rule it is let into them by whoever made them
        server.execute(f"GRANT tessera_owner, tessera_desk TO {role} WITH ADMIN OPTION".encode())
        with admin.opened(f"{url}&user={role}") as keeper:
            install.install(keeper)
            new = admin.add_desk(keeper, "Reception")
            line = Line(psycopg.conninfo.make_conninfo(url, user=new.role), new.password)
            stream.fill(2)
            assert line.answer(stream.push()) == Pushed(2, "ok")
            assert admin.revoke(keeper, "Reception") == 0
            # the line may not be cut by somebody who does not rule the server; nothing comes over it all the same
            assert line.answer(stream.push()).code == "revoked"
            line.close()
            keeper.execute(SQL("DROP ROLE {}").format(Identifier(new.role)))
    finally:
        server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))
        server.execute(f"DROP ROLE {role}".encode())


def test_somebody_who_may_not_changes_nothing(server: Connection, empty: str) -> None:
    server.execute("CREATE ROLE nobody_much LOGIN")
    try:
        with pytest.raises(Trouble, match=r"centre\.rights"), admin.opened(f"{empty}&user=nobody_much") as keeper:
            install.install(keeper)
    finally:
        server.execute("DROP ROLE nobody_much")
    with psycopg.connect(empty) as connection:
        assert connection.execute("SELECT to_regnamespace('tessera')").fetchone() == (None,)


def test_a_server_that_is_too_old_is_refused(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "LEAST_SERVER", 990_000)

    with pytest.raises(Trouble) as refused, admin.opened(empty) as keeper:
        install.install(keeper)

    assert refused.value.code == "centre.server"
    assert "." in str(refused.value.params["found"])


def test_a_database_of_another_encoding_is_refused(server: Connection, postgres: str) -> None:
    url = made(server, postgres, ENCODING="'LATIN1'", LC_COLLATE="'C'", LC_CTYPE="'C'")
    try:
        with pytest.raises(Trouble, match=r"centre\.encoding"), admin.opened(url) as keeper:
            install.install(keeper)
    finally:
        server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(named(url))))


def test_a_centre_of_a_newer_app_is_left_alone(empty: str) -> None:
    with admin.opened(empty) as keeper:
        install.install(keeper)
        keeper.execute("INSERT INTO tessera.step (no, name) VALUES (9999, 'of the future')")
        for act in (install.install, lambda connection: admin.add_desk(connection, "Reception")):
            with pytest.raises(Trouble, match=r"centre\.newer"):
                act(keeper)


def test_a_centre_of_an_older_app_asks_to_be_brought_up_to_date(empty: str) -> None:
    with admin.opened(empty) as keeper:
        install.install(keeper)
        keeper.execute("DELETE FROM tessera.step WHERE no = (SELECT max(no) FROM tessera.step)")
        with pytest.raises(Trouble, match=r"centre\.outdated"):
            admin.add_desk(keeper, "Reception")


def test_a_step_that_fails_leaves_everything_as_it_was(
    empty: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    known = install.steps()
    broken = tmp_path / "9000_broken.sql"
    broken.write_text("CREATE TABLE tessera.half (x int); SELECT nonsense", encoding="utf-8")
    monkeypatch.setattr(install, "steps", lambda: {**known, 9000: broken})

    with admin.opened(empty) as keeper:
        with pytest.raises(psycopg.Error):
            install.install(keeper)
        assert keeper.execute("SELECT to_regnamespace('tessera')").fetchone() == (None,)
        monkeypatch.undo()
        assert install.install(keeper).before == 0


def test_a_database_without_a_centre_says_so(empty: str) -> None:
    with admin.opened(empty) as keeper, pytest.raises(Trouble, match=r"centre\.missing"):
        admin.after_restore(keeper)


@pytest.mark.parametrize("url", ["", "clinic", "http://x/y", "postgresql://a b@/c", "postgresql://x?nonsense=1"])
def test_what_is_no_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(WrongInput, match=r"centre\.url") as refused, admin.opened(url):
        pass

    assert not refused.value.params


def test_a_database_that_is_not_there_and_a_server_that_is_not_there(postgres: str) -> None:
    with pytest.raises(Trouble, match=r"centre\.missing"), admin.opened(of_database(postgres, "nowhere")):
        pass
    with pytest.raises(Trouble, match=r"centre\.away"), admin.opened("postgresql://postgres@127.0.0.1:1/clinic"):
        pass
    with pytest.raises(Trouble, match=r"centre\.away"), admin.opened("postgresql://postgres@no-such-host.invalid/x"):
        pass


def test_a_desk_that_is_known_is_let_in_anew_only_when_that_is_meant(centre: Centre) -> None:
    first = admin.add_desk(centre.keeper, "Reception", "A", "north")
    with pytest.raises(WrongInput, match=r"desk\.known"):
        admin.add_desk(centre.keeper, "Reception")
    admin.revoke(centre.keeper, "Reception")

    again = admin.add_desk(centre.keeper, "Reception", again=True)

    assert (again.role, again.code) == (first.role, "A")
    assert again.password != first.password
    assert centre.rows("SELECT code, branch, revoked_at FROM tessera.desk") == [("A", "north", None)]
    old, new = (Line(psycopg.conninfo.make_conninfo(centre.url, user=one.role), one.password) for one in (first, again))
    centre.lines += [old, new]
    stream = Stream().fill(1)
    assert new.answer(stream.push()) == Pushed(1, "ok")


def test_every_desk_has_a_code_of_its_own(centre: Centre) -> None:
    codes = [admin.add_desk(centre.keeper, f"desk {number}").code for number in range(25)]

    assert codes[:3] == ["B", "C", "D"]
    assert len(set(codes)) == 25
    assert codes[23:] == ["B1", "C1"]
    with pytest.raises(WrongInput, match=r"desk\.code_taken"):
        admin.add_desk(centre.keeper, "one more", "C")


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\nb", "a\x00b"])
def test_a_name_nobody_can_read_is_no_name(centre: Centre, name: str) -> None:
    with pytest.raises(WrongInput, match=r"desk\.name"):
        admin.add_desk(centre.keeper, name)


def test_names_and_codes_are_never_part_of_a_statement(centre: Centre) -> None:
    wild = "'; DROP TABLE tessera.desk; --\""
    admin.add_desk(centre.keeper, wild, "A", wild)

    assert centre.rows("SELECT name, branch FROM tessera.desk") == [(wild, wild)]
    admin.revoke(centre.keeper, wild)
    with pytest.raises(WrongInput, match=r"desk\.not_listed"):
        admin.revoke(centre.keeper, "'; --")
