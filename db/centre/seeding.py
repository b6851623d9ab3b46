"""A new desk begins from a seed at the centre: fetched in parts, proven against the centre, put in its file's place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Final

from db import schema, seed
from db.centre import joining
from db.centre.exchanging import only_here
from db.centre.line import Line
from db.engine import connect
from db.part import part_of
from db.trouble import one_door
from desk_app.domain.errors import Trouble
from desk_app.sync.calls import HashesAt, Seed, SeedOffered
from desk_app.sync.state import Network

#: Acts that are fetched one by one as quickly as a whole file is put in place.
_WORTH: Final = 5_000


def begin(home: Path, path: Path, key: bytes | None, tell: Callable[[Network], None]) -> bool:
    """Put the centre's seed in the place of the desk's file, with what the desk has beside it; False: no need.

    Raises `Trouble`: `centre.*`, `centre.seed` for one that does not hold what it should, `db.second` while the desk is
    open, `disk.*`; then the desk is what it was before.
    """
    with only_here(home), closing(joining.line(home)) as line:
        offered: Seed | None = line.answer(SeedOffered())
        if offered is None or offered.revision > schema.REVISION or offered.ops - _held(path, key) < _WORTH:
            return False
        target = home / f"seed-{offered.number}.db"
        try:
            _fetch(line, offered, target, tell)
            _prove(line, target)
            kept = seed.adopt(target, path, key)
        finally:
            target.unlink(missing_ok=True)
        if kept is not None and not _held(kept, key):
            kept.unlink()
    return True


def _held(path: Path, key: bytes | None) -> int:
    """How many acts a desk's file holds."""
    if not path.exists():
        return 0
    with one_door(path.parent), closing(connect(path, key, reader=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM op").fetchone()[0])


def _fetch(line: Line, offered: Seed, target: Path, tell: Callable[[Network], None]) -> None:
    digest = sha256()
    with one_door(target.parent), part_of(target) as part:
        with part.open("wb") as file:
            for number in range(offered.parts):
                content = line.seed_part(offered.number, number)
                digest.update(content)
                file.write(content)
                left = offered.ops * (offered.parts - 1 - number) // offered.parts
                tell(Network("fetching", missing=left))
        if digest.digest() != offered.sha or part.stat().st_size != offered.size:
            raise Trouble("centre.seed")
        part.replace(target)


def _prove(line: Line, target: Path) -> None:
    """Every stream in it must end with what the centre has there: nobody begins from another clinic's past."""
    for stream, (head, digest) in seed.ends(target).items():
        if line.answer(HashesAt(stream, (head,))).get(head) != digest:
            raise Trouble("centre.seed")
