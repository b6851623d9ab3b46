"""Opens the records of a desk, or makes them, and puts the desk on them: what everything else is composed of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_app import station as stations
from desk_app.documents.program_compile import compile_program
from desk_app.domain.errors import Trouble
from desk_app.domain.program import Program
from desk_app.ports import Desk, Store, VersionRecord
from ui.home import DATABASE as DATABASE

if TYPE_CHECKING:
    from db.anchor import Anchor
    from db.store import SqlStore

#: The letter of a desk that nobody named: the only one of its clinic.
FIRST_DESK: Final = "A"

ProgramOf = Callable[[VersionRecord], Program]


def make_desk(home: Path, *, encrypted: bool = True) -> None:
    """Make the records of `home`, empty, unless they are there already. Raises `Trouble`."""
    open_or_create(home, encrypted=encrypted).close()


def programs() -> ProgramOf:
    """Compiled programs by version; a published document never changes, so each is compiled once."""
    known: dict[tuple[str, int, str], Program] = {}

    def program_of(record: VersionRecord) -> Program:
        key = (record.code, record.version, record.mark)
        if key not in known:
            known[key] = compile_program(record.document, record.version)
        return known[key]

    return program_of


def desk_on(
    store: Store, station: stations.Station, program_of: ProgramOf, clock: Callable[[], datetime] | None = None
) -> Desk:
    """The working context of a store on this computer; without a clock it goes by this computer's own."""
    return Desk(store, clock or (lambda: datetime.now(UTC)), program_of, code=station.desk or FIRST_DESK,
                branch=station.branch, operator=station.employee, cache={},
                shut=getattr(store, "shut", None))  # fmt: skip


def opened(path: Path, key: bytes | None, *, alone: bool) -> SqlStore:
    """The records, or the records to be looked at alone where they may not be written to. Raises `Trouble`."""
    from db.looking import TO_LOOK_AT, look_at
    from db.store import open_store

    try:
        return open_store(path, key, alone=alone, anchor=_anchor(path, key))
    except Trouble as trouble:
        if trouble.code not in TO_LOOK_AT:
            raise
        return look_at(path, key, trouble)


def open_or_create(home: Path, *, encrypted: bool) -> SqlStore:
    from db.keys import make_key, read_key
    from db.store import create

    path = home / DATABASE
    key = read_key(home)
    if path.exists():
        return opened(path, key, alone=True)
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
