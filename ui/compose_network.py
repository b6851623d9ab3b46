"""Joins a desk to its network: how it comes in, how it exchanges with its centre, and how a centre is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_app import station as stations
from desk_app.domain.errors import Trouble
from desk_app.ports import Reach
from desk_app.sync.clock import Corrected
from ui.compose_records import DATABASE, desk_on, make_desk, opened, programs

if TYPE_CHECKING:
    from db.store import SqlStore
    from desk_app.sync.courier import Carried
    from desk_app.sync.courtesy import Courtesy
    from desk_app.sync.joined import Joined
    from desk_app.sync.keeping import Centre
    from desk_app.sync.state import Network
    from desk_app.sync.worker import Told, Worker

#: Troubles with a seed after which a desk fetches every act by itself.
_NO_SEED: Final = frozenset({"centre.seed", "backup.bad", "db.newer", "db.second"})


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
        with opened(home / DATABASE, read_key(home), alone=False) as store:
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

    with opened(home / DATABASE, read_key(home), alone=False) as store:
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


def exchange_without_end(home: Path, tell: Callable[[Network], None], wait: Callable[[float], bool]) -> None:
    """Rounds until `wait` raises. Raises `Trouble` of the records alone: a line that is away is tried again."""
    from db.centre import exchanging
    from db.keys import read_key

    with opened(home / DATABASE, read_key(home), alone=False) as store:
        exchanging.without_end(home, store, tell, wait, app())


def give_to_centre(home: Path, streams: Sequence[str]) -> None:
    """Pass acts that were carried here on to the centre; where there is none, or no line, they wait for it here."""
    from db.centre import exchanging
    from db.keys import read_key

    with opened(home / DATABASE, read_key(home), alone=False) as store:
        exchanging.give(home, store, streams, app())


def app() -> str:
    """What this app calls itself at the centre."""
    from importlib.metadata import version

    return f"tessera {version('tessera')}"


def reach(home: Path) -> Reach | None:
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


def exchanger(
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
