"""Two desks sell while cables break and computers die; when the network is whole again, all hold the same."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

import resources
from db.centre import admin
from db.centre.install import install
from db.verify import digest
from desk_app import enrolment, programs
from desk_app.acts import op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.errors import Trouble
from desk_app.domain.people import Patient
from desk_app.sync.join_file import JoinFile, written
from tests.postgres import Server, server_of_its_own
from tests.stories.bad_line import BadLine
from ui import compose, compose_network

pytestmark = pytest.mark.postgres

#: Seconds in which the desks sell, and for which they may take to find to each other again.
SELLING, HEALING = 14.0, 60.0


@pytest.fixture
def server() -> Iterator[Server]:
    """A centre's computer, to be killed: what it promised it keeps."""
    with server_of_its_own(durable=True) as server:
        with admin.opened(server.url) as connection:
            install(connection)
        yield server


@pytest.fixture
def line(server: Server) -> Iterator[BadLine]:
    """The network between them."""
    with closing(BadLine(server.socket, random.randrange(1 << 32))) as line:
        yield line


def joined(server: Server, line: BadLine, folder: Path, name: str, code: str) -> Path:
    """A desk of the network, which knows the centre by the line only."""
    with admin.opened(server.url) as connection:
        new = admin.add_desk(connection, name, code)
    join = JoinFile("127.0.0.1", "postgres", new.role, new.password, name, line.port, code, "main", "Клиника",
                    protection="disable")  # fmt: skip
    home = folder / code
    compose_network.join(home, written(join))
    return home


def opened_clinic(home: Path) -> str:
    """A program in force since yesterday and one member; who it is."""
    with compose.open_desk(home, "e-1") as desk:
        document = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
        programs.publish(desk, document, None, op_id("publish"))
        form = enrolment.EnrolmentForm(Patient(op_id("member"), surname="Кротова", given="Анна"))
        return enrolment.enrol(desk, form, op_id("enrol")).member


def began(home: Path, member: str, name: str) -> subprocess.Popen[str]:
    """A process that sells at a desk."""
    command = [sys.executable, "-m", "tests.stories.busy_desk", str(home), member, name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def killed(process: subprocess.Popen[str]) -> list[str]:
    """The power goes at that desk; the receipts that had been told by then."""
    process.send_signal(signal.SIGKILL)
    told, _ = process.communicate()
    return [words[1] for said in told.splitlines() if (words := said.split())[:1] == ["paid"] and len(words) == 2]


@pytest.mark.timeout(240)
def test_whatever_dies_both_desks_and_the_centre_agree_in_the_end(
    server: Server, line: BadLine, tmp_path: Path
) -> None:
    line.good = True
    homes = [joined(server, line, tmp_path, name, code) for name, code in (("Первая", "A"), ("Вторая", "B"))]
    member = opened_clinic(homes[0])
    for home in homes:
        compose_network.exchange_once(home)
    line.good = False

    luck, receipts, rounds = random.Random(), set[str](), 0
    selling = {home: began(home, member, f"{home.name}-0") for home in homes}
    until = time.monotonic() + SELLING
    while time.monotonic() < until:
        rounds += 1
        _until(time.monotonic() + luck.uniform(0.7, 2.0))
        one = luck.choice([*homes, None, None])
        if one is None:
            server.kill()
            server.start()
        else:
            receipts.update(killed(selling[one]))
            selling[one] = began(one, member, f"{one.name}-{rounds}")
    for process in selling.values():
        receipts.update(killed(process))

    line.good = True
    line.cut()
    deadline = time.monotonic() + HEALING
    for home in (*homes, *homes):
        _exchanged(home, deadline)

    pictures = set()
    for home in homes:
        assert compose.verify(home) == ()
        with compose.open_desk(home) as desk, desk.store.reading() as reading:
            pictures.add(digest(reading.cursor))  # type: ignore[attr-defined] # the store of a real desk
            assert reading.waiting() == 0
            numbers = {row.number for row in reading.receipts([member], 1_000_000)}
            assert receipts <= numbers, "a receipt that was told is there for ever, on every desk"
    assert len(pictures) == 1, "both desks draw the same from the same acts"
    assert line.cuts > 3
    assert len(receipts) > 20
    with psycopg.connect(server.url) as keeper:
        books = keeper.execute("SELECT coalesce(sum(amount), 0) FROM tessera.entry").fetchone()
        aside = keeper.execute("SELECT count(*) FROM tessera.quarantine").fetchone()
    assert (books, aside) == ((0,), (0,))


def _until(moment: float) -> None:
    """Let the others work meanwhile."""
    import threading

    threading.Event().wait(max(0.0, moment - time.monotonic()))


def _exchanged(home: Path, deadline: float) -> None:
    """As the desk itself does it: again and again until it went through."""
    while True:
        try:
            if not compose_network.exchange_once(home).waiting:
                return
        except Trouble:
            if time.monotonic() > deadline:
                raise
