"""Puts a desk together: the one module that joins tasks, rules and database, for the window and the command line."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_app import station as stations
from desk_app.domain.errors import Trouble
from desk_app.ports import Desk
from desk_app.private_folders import make_private
from desk_app.sync.clock import Corrected
from ui.compose_records import DATABASE, ProgramOf, desk_on, open_or_create, opened, programs
from ui.opening import Opened

if TYPE_CHECKING:
    from db.soundness import Finding
    from db.store import SqlStore
    from desk_app.seal import Seal
    from desk_app.sync.worker import Told, Worker

BACKUPS: Final = "backups"

Progress = Callable[[int, int], None]


def prepare(home: Path, station: stations.Station, *, demo: bool) -> Opened:
    """Open the records of `home` for the window; where there are none, they are made: empty, or the demo clinic's.

    Raises `Trouble`.
    """
    if demo:
        make_demo(home)
    from desk_app.sync.desk_store import DeskStore

    records = open_or_create(home, encrypted=not demo)
    store, clock, program_of = DeskStore(records), Corrected(), programs()

    def desk() -> Desk:
        return desk_on(store, station, program_of, clock)

    def exchanger(told: Told) -> Worker | None:
        from ui.compose_network import exchanger

        return None if demo else exchanger(home, records, told, clock, store.courtesy)

    _settle(desk(), home)
    clinic = clinic_of(records, program_of, station.language)
    return Opened(clinic, desk, records.close, store, exchanger, waiting_papers(home))


def waiting_papers(home: Path) -> Seal | None:
    """What seals the papers that wait beside the desk of `home`, None where it has no key; old ones are taken over.

    Raises `Trouble` (`db.key`).
    """
    from db.keys import read_key
    from db.sealing import Sealing
    from ui.reprints import Reprints

    key = read_key(home)
    seal = Sealing(key, "waiting papers") if key is not None else None
    Reprints(home, seal).take_over()
    return seal


@contextmanager
def open_desk(home: Path, operator: str = "") -> Iterator[Desk]:
    """The desk of `home` for one command, beside an open window if there is one. Raises `Trouble` (`db.missing`, …)."""
    from db.keys import read_key
    from desk_app.sync.desk_store import DeskStore
    from ui.compose_network import reach

    station = stations.load(home).station
    with opened(home / DATABASE, read_key(home), alone=False) as records:
        desk = desk_on(DeskStore(records), station, programs())
        desk.operator, desk.reach = operator or desk.operator, reach(home)
        _settle(desk, home)
        yield desk


def make_demo(home: Path, progress: Progress = lambda done, total: None) -> None:
    """Make the demo clinic in its folder, unless it is there already. Raises `Trouble`; then nothing of it stays."""
    path, making = home / DATABASE, home / "making.db"
    if path.exists():
        return
    # the making of a clinic is not carried about by a desk that only opens one
    from db.store import create
    from desk_app.demo_clinic import ZONE, make

    leftovers = [making, *(making.with_name(making.name + tail) for tail in ("-wal", "-shm", ".lock"))]
    for one in leftovers:
        one.unlink(missing_ok=True)
    try:
        with create(making, durable=False) as store:
            desk = desk_on(store, stations.load(home).station, programs())
            make(desk, desk.clock().astimezone(ZONE).date(), progress=progress)
        # its name only when it is whole: a demo that was stopped half-way is made anew
        making.replace(path)
    finally:
        for one in leftovers:
            one.unlink(missing_ok=True)


def forget_demo(home: Path) -> None:
    """Take the demo clinic's folder away. Raises `Trouble` (`db.second`) while a window has it open."""
    from db.engine import DeskLock

    if not home.exists():
        return
    DeskLock(home / DATABASE).close()
    shutil.rmtree(home)


@contextmanager
def throw_away_desk(folder: Path, code: str, clock: Callable[[], datetime], program_of: ProgramOf) -> Iterator[Desk]:
    """A desk on a real store in `folder` that nobody will miss: nothing waits for the disk."""
    from db.store import create
    from desk_app.acts import op_id

    # named by a story, which may call its desks whatever it likes
    with create(folder / f"{op_id(code)}.db", durable=False) as store:
        yield Desk(store, clock, program_of, code=code, operator="e-1", cache={})


def exchange(desks: Sequence[Desk]) -> int:
    """Let desks that hear each other hold the same facts; how many ops travelled."""
    moved = 0
    for taker in desks:
        for giver in desks:
            if taker is giver:
                continue
            with taker.store.reading() as reading:
                heads = reading.heads()
            with giver.store.reading() as reading:
                ops = reading.ops_after(heads)
            if ops:
                with taker.store.writing() as writing:
                    moved += writing.take_foreign(ops)
    return moved


def back_up(home: Path, to: Path | None, progress: Progress | None = None) -> Path:
    """Copy the records of `home`, checked, while the desk works; answers where the copy lies. Raises `Trouble`."""
    from db.backup import backup
    from db.keys import read_key
    from db.rescue import open_to_look

    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = to if to is not None else home / BACKUPS / f"desk-{stamp}.db"
    with open_to_look(home / DATABASE, read_key(home), (target.parent,)) as store:
        backup(store, target, progress)
    return target


def restore(copy: Path, home: Path, paper: str = "") -> Path | None:
    """Put a checked copy in the place of the records; where the records that were there are kept.

    `paper` is the recovery key as it was written down: a computer that never had this desk needs it, and keeps it from
    then on. A desk that was encrypted stays encrypted, whatever the copy is. Raises `WrongInput` (`key.paper`) and
    `Trouble`; then nothing is changed.
    """
    from db import backup
    from db.keys import adopt_key, from_paper, read_key

    given = from_paper(paper) if paper else None
    if not copy.is_file():
        raise Trouble("db.missing")
    make_private(home)
    kept = backup.restore(copy, home / DATABASE, given or read_key(home))
    if given is not None:
        adopt_key(home, given)
    return kept


def recovery_key(home: Path) -> str:
    """The key of the records of `home` as it is written down on paper; "" for records without one. Raises `Trouble`."""
    from db.keys import on_paper, read_key

    key = read_key(home)
    return on_paper(key) if key is not None else ""


def verify(home: Path, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Every check of the records of `home` and of the books in them; nothing found means sound. Raises `Trouble`."""
    from db.keys import read_key
    from db.rescue import open_to_look
    from db.soundness import Finding
    from db.verify import verify as check
    from desk_app.audit import audit

    with open_to_look(home / DATABASE, read_key(home)) as store:
        found = check(store, progress)
        if found:
            return found  # books in a file that is not sound prove nothing
        breaches = audit(desk_on(store, stations.load(home).station, programs()), progress)
    return tuple(Finding(breach.check, breach.place, breach.detail) for breach in breaches)


def _settle(desk: Desk, home: Path) -> None:
    """What a desk that was just opened owes: numbers go on above those given, and what the clinic is called is told.

    A desk to be looked at stays as it is.
    """
    from desk_app import clinic, logo
    from desk_app.receipt_numbers import go_on_above

    if desk.shut is None:
        # on a full disk the next payment says so, and finding goes on
        with suppress(Trouble):
            go_on_above(desk)
            logo.tell_what_was_kept(desk, home)
            clinic.tell_what_was_kept(desk)


def clinic_of(store: SqlStore, program_of: ProgramOf, language: str) -> str:
    """What the clinic of these records is called, "" where no program was ever published."""
    from desk_app import clinic

    with store.reading() as reading:
        versions = reading.versions()
        if not versions:
            return clinic.read(reading).name
        program = program_of(versions[-1])
        return clinic.shown(reading, program).name or program.name.plain(language)
