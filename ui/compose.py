"""Puts a desk together: the one module that joins tasks, rules and database, for the window and the command line."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_app import station as stations
from desk_app.documents.program_compile import compile_program
from desk_app.domain.errors import Trouble
from desk_app.domain.program import Program
from desk_app.ports import Desk, Reach, Store, VersionRecord
from desk_app.sync.clock import Corrected
from ui.opening import Opened

if TYPE_CHECKING:
    from db.anchor import Anchor
    from db.soundness import Finding
    from db.store import SqlStore
    from desk_app.sync.courier import Carried
    from desk_app.sync.courtesy import Courtesy
    from desk_app.sync.joined import Joined
    from desk_app.sync.keeping import Centre
    from desk_app.sync.state import Network
    from desk_app.sync.worker import Told, Worker
    from ui.reprints import Seal

DATABASE: Final = "desk.db"
BACKUPS: Final = "backups"
#: Troubles with a seed after which a desk fetches every act by itself.
_NO_SEED: Final = frozenset({"centre.seed", "backup.bad", "db.newer", "db.second"})
#: The letter of a desk that nobody named: the only one of its clinic.
FIRST_DESK: Final = "A"

Progress = Callable[[int, int], None]


def prepare(home: Path, station: stations.Station, *, demo: bool) -> Opened:
    """Open the records of `home` for the window; where there are none, they are made: empty, or the demo clinic's.

    Raises `Trouble`.
    """
    if demo:
        make_demo(home)
    from desk_app.sync.desk_store import DeskStore

    records = _open_or_create(home, encrypted=not demo)
    store, clock, program_of = DeskStore(records), Corrected(), programs()

    def desk() -> Desk:
        return desk_on(store, station, program_of, clock)

    def exchanger(told: Told) -> Worker | None:
        return None if demo else _exchanger(home, records, told, clock, store.courtesy)

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

    station = stations.load(home).station
    with _opened(home / DATABASE, read_key(home), alone=False) as records:
        desk = desk_on(DeskStore(records), station, programs())
        desk.operator, desk.reach = operator or desk.operator, _reach(home)
        _settle(desk, home)
        yield desk


def make_desk(home: Path, *, encrypted: bool = True) -> None:
    """Make the records of `home`, empty, unless they are there already. Raises `Trouble`."""
    _open_or_create(home, encrypted=encrypted).close()


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


ProgramOf = Callable[[VersionRecord], Program]


def programs() -> ProgramOf:
    """Compiled programs by version; a published document never changes, so each is compiled once."""
    known: dict[tuple[str, int, str], Program] = {}

    def program_of(record: VersionRecord) -> Program:
        key = (record.code, record.version, record.mark)
        if key not in known:
            known[key] = compile_program(record.document, record.version)
        return known[key]

    return program_of


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
    home.mkdir(parents=True, exist_ok=True)
    kept = backup.restore(copy, home / DATABASE, given or read_key(home))
    if given is not None:
        adopt_key(home, given)
    return kept


def unsent_of(kept: Path, home: Path) -> Carried | None:
    """Write what the replaced records had not sent into a courier's file beside them; None where nothing waited.

    None too where they cannot be read, or the disk has no room, or they belong to no network.
    """
    from db.keys import read_key
    from db.rescue import open_to_look
    from desk_app.sync import courier
    from desk_app.sync.joined import has_joined

    if not has_joined(home):
        return None
    with suppress(Trouble), open_to_look(kept, read_key(home)) as store:
        with store.reading() as reading:
            waits = reading.waiting()
        if waits:
            return courier.write(desk_on(store, stations.load(home).station, programs()),
                                 kept.with_suffix(courier.ENDING))  # fmt: skip
    return None


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


# --- the network ---


def join(home: Path, content: str | bytes, employee: str = "") -> Joined:
    """Join the network of a join file, or of its squares' digits; where there are no records, they are made, empty.

    Taken once more it changes nothing. A copy of another desk becomes one of its own with a file of the same centre:
    its acts stay, sent or not. Raises `WrongInput` (`join.*`) and `Trouble`.
    """
    from db.centre import joining
    from db.keys import read_key
    from db.trouble import one_door
    from desk_app.sync import copied, join_file

    given = join_file.read(content)
    if not (home / DATABASE).exists():
        place = joining.join(home, given, anew=True)
        make_desk(home)
    else:
        with _opened(home / DATABASE, read_key(home), alone=False) as store:
            with store.reading() as reading:
                anew = copied.may_be_another(reading)
            place = joining.join(home, given, anew=anew)
            copied.forget(store)
    station = stations.load(home).station
    named = replace(station, desk=given.code or station.desk, branch=given.branch or station.branch,
                    employee=employee or station.employee)  # fmt: skip
    if named != station or not stations.load(home).found:
        with one_door(home):
            stations.save(home, named)
    return place


def fetch_all(home: Path, tell: Callable[[Network], None] = lambda _: None) -> Network:
    """What a desk that has just joined does first: everything that is new, from a seed where there is one.

    Raises `Trouble`; what is here already is kept.
    """
    from db.centre import seeding
    from db.keys import read_key

    try:
        seeding.begin(home, home / DATABASE, read_key(home), tell)
    except Trouble as trouble:
        if trouble.code not in _NO_SEED:
            raise
    return exchange_once(home, tell)


def offer_seed(home: Path, centre: Centre) -> tuple[int, int]:
    """Make a seed of the desk in `home`, all of whose acts are at the centre, and give it there: acts, bytes in it.

    Raises `Trouble` (`centre.*`, `disk.*`).
    """
    import tempfile

    from db import seed
    from db.keys import read_key
    from db.rescue import open_to_look
    from db.schema import REVISION

    exchange_once(home)
    with tempfile.TemporaryDirectory(prefix="seed-", dir=home) as folder:
        file = Path(folder) / "seed.db"
        with open_to_look(home / DATABASE, read_key(home)) as store:
            ends = seed.make(store, file)
        centre.offer_seed(file, ends, REVISION)
        return sum(head for head, _ in ends.values()), file.stat().st_size


def exchange_once(
    home: Path, tell: Callable[[Network], None] = lambda _: None,
    cut: Callable[[Callable[[], None]], None] = lambda _: None,
) -> Network:  # fmt: skip
    """One complete round with the centre, beside an open window too, and what follows from it: wishes are made good.

    Raises `Trouble` (`sync.second`, `centre.*`). `cut` is given what ends a call that takes too long. Where the centre
    still lacks acts of others that are known here, the state is "sending".
    """
    from db.centre import exchanging
    from db.keys import read_key
    from desk_app import cases

    told: list[Network] = []

    def heard(network: Network) -> None:
        told.append(network)
        tell(network)

    with _opened(home / DATABASE, read_key(home), alone=False) as store:
        whole = exchanging.once(home, store, heard, app(), cut=cut)
        desk = desk_on(store, stations.load(home).station, programs())
        if desk.shut is None and told[-1].kind == "online":
            while cases.after_exchange(desk):
                pass
            with store.reading() as reading:
                more = reading.waiting()
            if more:
                whole = exchanging.once(home, store, heard, app(), cut=cut)
    return told[-1] if whole else replace(told[-1], kind="sending")


def _reach(home: Path) -> Reach | None:
    """How a desk opened for one command asks its centre before units are spent; None for a desk alone."""
    from desk_app.sync.joined import has_joined

    return Reach(lambda: True, lambda seconds: _asked(home, seconds)) if has_joined(home) else None


def _asked(home: Path, seconds: float) -> bool:
    """Whether both sides hold the same after one round that takes no longer; beside an open window, what that knows."""
    cuts: list[Callable[[], None]] = []
    complete: list[bool] = []

    def ask() -> None:
        try:
            complete.append(exchange_once(home, cut=cuts.append).kind == "online")
        except Trouble as trouble:
            complete.append(trouble.code == "sync.second")

    asking = threading.Thread(target=ask, name="asking", daemon=True)
    asking.start()
    asking.join(seconds)
    if asking.is_alive():
        for cut in cuts:
            cut()
    return complete == [True]


def exchange_without_end(home: Path, tell: Callable[[Network], None], wait: Callable[[float], bool]) -> None:
    """Rounds until `wait` raises. Raises `Trouble` of the records alone: a line that is away is tried again."""
    from db.centre import exchanging
    from db.keys import read_key

    with _opened(home / DATABASE, read_key(home), alone=False) as store:
        exchanging.without_end(home, store, tell, wait, app())


def give_to_centre(home: Path, streams: Sequence[str]) -> None:
    """Pass acts that were carried here on to the centre; where there is none, or no line, they wait for it here."""
    from db.centre import exchanging
    from db.keys import read_key

    with _opened(home / DATABASE, read_key(home), alone=False) as store:
        exchanging.give(home, store, streams, app())


def app() -> str:
    """What this app calls itself at the centre."""
    from importlib.metadata import version

    return f"tessera {version('tessera')}"


def _exchanger(
    home: Path, store: SqlStore, told: Told, clock: Corrected, courtesy: Courtesy
) -> Worker | None:  # fmt: skip
    """The thread of the exchange, not begun yet; None for a desk alone. Raises `Trouble` (`centre.secret`)."""
    from desk_app.sync.joined import has_joined

    if not has_joined(home) or getattr(store, "shut", None) is not None:
        return None
    from db.centre import exchanging

    say = told.state

    def state(network: Network) -> None:
        clock.correct(network.offset)
        say(network)

    told.state = state
    return exchanging.worker(home, store, told, app(), courtesy)


@contextmanager
def open_centre(url: str, password: str = "") -> Iterator[Centre]:
    """The centre in the database of `url`, to be kept. Raises `WrongInput` (`centre.url`), `Trouble` (`centre.*`)."""
    from db.centre.admin import opened
    from db.centre.kept import SqlCentre

    with opened(url, password) as connection:
        yield SqlCentre(connection)


def make_certificates(folder: Path, hosts: Sequence[str], clinic: str = "") -> tuple[Path, ...]:
    """A clinic's authority and its server's certificate; see `db.centre.certificates`."""
    from db.centre.certificates import make

    return make(folder, hosts, clinic)


def certificates_for(folder: Path, role: str) -> tuple[str, str, str]:
    """The authority's certificate, and that of a desk with its key, as PEM texts. Raises `Trouble` (`centre.ca`)."""
    from db.centre.certificates import for_desk

    return for_desk(folder, role)


def desk_on(
    store: Store, station: stations.Station, program_of: ProgramOf, clock: Callable[[], datetime] | None = None
) -> Desk:
    """The working context of a store on this computer; without a clock it goes by this computer's own."""
    return Desk(store, clock or (lambda: datetime.now(UTC)), program_of, code=station.desk or FIRST_DESK,
                branch=station.branch, operator=station.employee, cache={},
                shut=getattr(store, "shut", None))  # fmt: skip


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


def _opened(path: Path, key: bytes | None, *, alone: bool) -> SqlStore:
    """The records, or the records to be looked at alone where they may not be written to. Raises `Trouble`."""
    from db.looking import TO_LOOK_AT, look_at
    from db.store import open_store

    try:
        return open_store(path, key, alone=alone, anchor=_anchor(path, key))
    except Trouble as trouble:
        if trouble.code not in TO_LOOK_AT:
            raise
        return look_at(path, key, trouble)


def _open_or_create(home: Path, *, encrypted: bool) -> SqlStore:
    from db.keys import make_key, read_key
    from db.store import create

    path = home / DATABASE
    key = read_key(home)
    if path.exists():
        return _opened(path, key, alone=True)
    if key is None and encrypted:
        key, _ = make_key(home)
    return create(path, key, anchor=_anchor(path, key))


def _anchor(path: Path, key: bytes | None) -> Anchor | None:
    """What is remembered of a desk outside its folder; nothing of a demo clinic, which alone has no key."""
    from db.anchor import Anchor
    from ui.home import state_home

    if key is None:
        return None
    # where nothing can be kept, the exchange with the centre finds out instead
    with suppress(OSError):
        return Anchor(state_home(), path)
    return None


def clinic_of(store: SqlStore, program_of: ProgramOf, language: str) -> str:
    """What the clinic of these records is called, "" where no program was ever published."""
    from desk_app import clinic

    with store.reading() as reading:
        versions = reading.versions()
        if not versions:
            return clinic.read(reading).name
        program = program_of(versions[-1])
        return clinic.shown(reading, program).name or program.name.plain(language)
