"""Where nothing can be written the desk still finds, prices and explains; it says so, and nothing is half-done."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

import resources
from db.engine import connect
from desk_app import checkout, drafts, enrolment, lookup, programs, statement
from desk_app.acts import op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.bill import Bill, Line
from desk_app.domain.errors import Trouble
from desk_app.domain.people import Patient
from desk_app.ports import Desk
from desk_app.station import Station
from ui import compose, compose_records
from ui.desk.happenings import Happening, Paid, Reopened, Shut
from ui.desk.presenter import DeskPresenter
from ui.desk.state import DeskState, Page
from ui.slices import at_once

Mount = Callable[[str], Path]
REMOUNT, READ_ONLY = 32, 1


def a_clinic(home: Path) -> str:
    """A desk with one member who has points; the member's id."""
    compose_records.make_desk(home, encrypted=False)
    with compose.open_desk(home) as desk:
        preset = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
        programs.publish(desk, preset, datetime.now(UTC).date(), op_id("rules"))
        form = enrolment.EnrolmentForm(Patient(op_id("anna"), "Ким", "Анна"))
        member = enrolment.enrol(desk, form, op_id("enrol")).member
        checkout.settle(desk, bill(desk, member), op_id("first"))
    return member


def bill(desk: Desk, member: str) -> Bill:
    line = Line("1", 180_000, service="B01.047.001", category="consultation")
    return drafts.dated(desk, Bill("bill", member, desk.clock(), (line,)))


class Counter:
    """The desk of the window without a window: what it showed and told."""

    def __init__(self, desk: Desk) -> None:
        self.shown: list[DeskState] = []
        self.told: list[Happening] = []
        self.presenter = DeskPresenter(desk, self.shown.append, self.told.append)
        at_once(self.presenter.begin())

    def serve(self, member: str) -> None:
        """Open somebody and put a line on the bill."""
        self.presenter.open_patient(member)
        self.presenter.bill.add_lines((Line("1", 180_000, service="B01.047.001", category="consultation"),))

    @property
    def state(self) -> DeskState:
        """What is shown now."""
        return self.presenter.state

    def last(self) -> Happening:
        """What was told last."""
        return self.told[-1]


def looks(desk: Desk, member: str, code: str) -> None:
    """Everything that asks works, everything that writes says why not, and nothing is left behind."""
    counter = Counter(desk)
    shut = counter.last()
    assert isinstance(shut, Shut)
    assert (shut.trouble.code, shut.lasting) == (code, True)
    assert [one.id for one in lookup.find(desk, "ким", 5).rows] == [member]
    assert statement.statement(desk, member).usable > 0
    counter.serve(member)
    quote = counter.state.bill.quote
    assert quote is not None
    assert quote.pays == 180_000
    counter.presenter.why()
    assert counter.state.page is Page.WHY
    counter.presenter.turn_to(Page.RECEIPTS)
    assert len(counter.state.receipts.rows) == 1
    assert counter.state.read_only
    with pytest.raises(Trouble) as trouble:
        checkout.settle(desk, bill(desk, member), op_id("second"))
    assert trouble.value.code == code


def test_an_older_app_looks_at_the_records_of_a_newer_one(tmp_path: Path) -> None:
    home = tmp_path / "clinic"
    member = a_clinic(home)
    with closing(connect(home / compose_records.DATABASE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")

    opened = compose.prepare(home, Station(), demo=False)
    looks(opened.desk(), member, "db.newer")
    opened.close()
    with compose.open_desk(home) as desk:
        looks(desk, member, "db.newer")


def test_records_with_tables_an_older_app_does_not_know_are_not_opened(tmp_path: Path) -> None:
    home = tmp_path / "clinic"
    a_clinic(home)
    with closing(connect(home / compose_records.DATABASE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
        connection.execute("ALTER TABLE receipt RENAME TO paid")

    with pytest.raises(Trouble) as trouble:
        compose.prepare(home, Station(), demo=False)

    assert trouble.value.code == "db.newer"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Mount]:
    """A disk of its own; asked again with other options it is mounted anew."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the root of a Linux may mount a disk")
    libc = ctypes.CDLL(None, use_errno=True)
    where = tmp_path / "disk"
    where.mkdir()
    flags = 0

    def mount(options: str) -> Path:
        nonlocal flags
        how = flags | (READ_ONLY if "ro" in options.split(",") else 0)
        size = next((one for one in options.split(",") if one.startswith("size=")), "")
        if libc.mount(b"tmpfs", str(where).encode(), b"tmpfs", how, size.encode()) != 0:
            pytest.skip("no disk may be mounted here")
        flags = REMOUNT
        return where

    yield mount
    libc.umount2(str(where).encode(), 2)


def test_a_disk_that_may_only_be_read_is_looked_at(disk: Mount) -> None:
    home = disk("size=20m") / "clinic"
    member = a_clinic(home)
    disk("ro,size=20m")

    opened = compose.prepare(home, Station(), demo=False)

    looks(opened.desk(), member, "disk.readonly")
    opened.close()


def test_a_disk_that_fills_up_stops_paying_and_goes_on_when_there_is_room(disk: Mount) -> None:
    home = disk("size=8m") / "clinic"
    member = a_clinic(home)
    opened = compose.prepare(home, Station(), demo=False)
    counter = Counter(opened.desk())
    counter.serve(member)
    filler = fill(home.parent)

    for _ in range(200):
        counter.presenter.bill.add_pieces(1)
        if counter.state.shut is not None:
            break
    shut = counter.last()
    assert isinstance(shut, Shut)
    assert (shut.trouble.code, shut.lasting) == ("disk.full", False)
    assert counter.state.bill.quote is not None
    pieces = counter.state.bill.bill.lines[0].quantity
    counter.presenter.try_again()
    assert counter.last() == shut
    assert [one.id for one in lookup.find(opened.desk(), "ким", 5).rows] == [member]
    filler.unlink()
    counter.presenter.try_again()
    assert counter.last() == Reopened()
    counter.presenter.pay()

    paid = counter.last()
    assert isinstance(paid, Paid)
    assert paid.quote.list == 180_000 * pieces
    opened.close()
    assert compose.verify(home) == ()


def fill(disk: Path) -> Path:
    """Leave no room; the file that takes it."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    return filler
