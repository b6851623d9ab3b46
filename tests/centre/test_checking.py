"""The page of the centre: sound where all is well, and each thing that can be wrong is found."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from db.centre import admin
from db.centre.line import Line
from desk_app.domain.errors import Trouble
from desk_app.sync.calls import Gate, Hello
from tests.centre.conftest import Centre, Stream, now_ms, of_database
from tests.postgres import programs as postgres_programs


@pytest.fixture
def busy(centre: Centre, desk: Line, stream: Stream) -> Centre:
    """A centre to which a desk sent a little of everything."""
    identifier = str(uuid4())
    stream.fill(20)
    stream.add(("p-1", 5), op_id=identifier, moment=now_ms())
    stream.add(("p-2", 5), op_id=identifier, moment=now_ms() + 10)
    desk.answer(stream.push())
    again = Stream()
    for op in stream.ops[3:6]:
        again.add_text(op.body, op.op_id, op.moment)
    desk.answer(again.push())
    desk.answer(Hello("1", "computer", ()))
    return centre


def test_a_centre_where_all_is_well_is_sound(busy: Centre) -> None:
    report = busy.report()

    assert report.sound
    assert (report.streams, report.ops, report.put_aside, report.reused) == (2, 25, 0, 1)
    assert [(one.name, one.ops, one.computers, one.revoked) for one in report.desks] == [("Reception", 25, 1, False)]
    assert now_ms() - (report.desks[0].last_seen or 0) < 60_000


@pytest.mark.parametrize(
    ("harm", "checks"),
    [
        ("UPDATE tessera.op_log SET body = body || ' ' WHERE stream = 1 AND seq = 7", {"chain"}),
        ("UPDATE tessera.op_log SET hash = sha256('x') WHERE stream = 1 AND seq = 22", {"chain", "head"}),
        ("UPDATE tessera.stream SET anchor = sha256('x') WHERE no = 2", {"chain"}),
        ("DELETE FROM tessera.op_log WHERE stream = 1 AND seq = 5", {"chain", "effect", "books"}),
        ("UPDATE tessera.stream SET head = head - 1 WHERE no = 1", {"head"}),
        ("DELETE FROM tessera.op_log WHERE stream = 2 AND seq = 3", {"head"}),
        ("DELETE FROM tessera.applied WHERE seq = 9", {"effect", "books"}),
        ("DELETE FROM tessera.quarantine", None),
        ("INSERT INTO tessera.quarantine SELECT stream, seq, op_id, 'body' FROM tessera.applied WHERE seq = 2",
         {"effect"}),
        ("UPDATE tessera.op_log SET eff = eff + 1 WHERE stream = 2 AND seq = 1", {"effect"}),
        ("DELETE FROM tessera.entry WHERE line = 0 AND op_id = (SELECT op_id FROM tessera.applied WHERE seq = 2)",
         {"sum", "balance", "books"}),
        ("UPDATE tessera.entry SET amount = amount * 2 WHERE op_id = (SELECT op_id FROM tessera.applied WHERE seq = 2)",
         {"balance", "books"}),
        ("INSERT INTO tessera.entry VALUES (gen_random_uuid(), 0, 'p-1', 5)", {"sum", "balance", "books"}),
        ("UPDATE tessera.balance SET units = units + 1 WHERE account = 'p-1'", {"balance"}),
        ("UPDATE tessera.balance SET n = n + 1 WHERE account = 'p-1'", {"balance"}),
        ("DELETE FROM tessera.balance WHERE account = 'p-1'", {"balance"}),
        ("INSERT INTO tessera.balance VALUES ('nobody', 0, 0)", {"balance"}),
        ("INSERT INTO tessera.safe (stream, seq) VALUES (1, 23)", {"safe"}),
        ("UPDATE tessera.desk SET revoked_at = now()", {"role"}),
        ("INSERT INTO tessera.desk (name, role) VALUES ('lost', 'nowhere')", {"role"}),
        ("INSERT INTO tessera.seen (desk, fingerprint, app) SELECT no, 'another', '1' FROM tessera.desk", {"copied"}),
    ],
    ids=range(21),
)  # fmt: skip
def test_whatever_is_wrong_is_found(busy: Centre, harm: str, checks: set[str] | None) -> None:
    busy.keeper.execute(harm.encode())

    found = {one.check for one in busy.report().breaches}

    # an act whose id happened with other content is a second position of it, whether it was noted or not
    assert found == (checks or set())


@pytest.fixture
def copy(busy: Centre, postgres: str) -> Iterator[str]:
    """The URL of a database that was restored from a backup of the centre."""
    name, programs = f"copy_{uuid4().hex[:12]}", postgres_programs()
    url = of_database(postgres, name)
    with psycopg.connect(postgres, autocommit=True) as server:
        server.execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(name)))
        dumped = subprocess.run([str(programs / "pg_dump"), busy.url], check=True, capture_output=True)
        subprocess.run([str(programs / "psql"), "-q", "-v", "ON_ERROR_STOP=1", url], input=dumped.stdout, check=True,
                       capture_output=True)  # fmt: skip
        yield url
        server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def test_a_copy_of_the_centre_proves_what_is_in_it(busy: Centre, copy: str, desk: Line, stream: Stream) -> None:
    stream.fill(3)
    desk.answer(stream.push(23))

    with admin.opened(copy) as restored:
        assert admin.prove_backup(busy.keeper, restored) == 25

    report = busy.report()
    assert (report.safe, report.ops) == (25, 28)
    assert dict(desk.answer(Hello("1", "computer", (stream.name,))).safe) == {stream.name: 22}


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE tessera.balance SET units = units + 1 WHERE account = 'p-1'",
        "UPDATE tessera.op_log SET body = body || ' ' WHERE stream = 1 AND seq = 7",
        "UPDATE tessera.central SET generation = gen_random_uuid()",
    ],
)
def test_a_copy_that_does_not_hold_or_is_of_another_centre_proves_nothing(busy: Centre, copy: str, harm: str) -> None:
    with admin.opened(copy) as restored:
        restored.execute(harm.encode())
        with pytest.raises(Trouble, match=r"centre\.proof"):
            admin.prove_backup(busy.keeper, restored)

    assert busy.report().safe == 0


def test_the_centre_is_no_proof_of_itself(busy: Centre) -> None:
    with admin.opened(busy.url) as again, pytest.raises(Trouble, match=r"centre\.proof"):
        admin.prove_backup(busy.keeper, again)


def test_after_a_restore_every_desk_hears_of_another_centre(busy: Centre, desk: Line) -> None:
    before = desk.answer(Hello("1", "computer", ())).generation
    busy.keeper.execute("INSERT INTO tessera.safe (stream, seq) VALUES (1, 99)")

    admin.after_restore(busy.keeper)

    assert desk.answer(Hello("1", "computer", ())).generation != before
    assert desk.answer(Gate()).generation != before
    # no place is called safe that the centre does not have
    assert busy.rows("SELECT seq FROM tessera.safe") == [(22,)]
