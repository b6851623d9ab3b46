"""Which centre a desk has joined, as it is written in the desk's folder: an address and names, and nothing secret."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from desk_app.sync.join_file import PROTECTIONS, JoinFile

FILE: Final = "centre.json"
#: The folder of certificates, beside it.
PAPERS: Final = "centre"


@dataclass(frozen=True, slots=True)
class Joined:
    """The centre, and who this desk is there. `done` is False while the joining was begun and not finished.

    `secret` says where the password is kept; see `db.centre.secrets`.
    """

    host: str
    port: int
    dbname: str
    role: str
    desk: str
    protection: str = "verify-full"
    clinic: str = ""
    secret: str = ""
    done: bool = False

    def is_centre_of(self, join: JoinFile) -> bool:
        """Whether a join file is for this place in this centre."""
        return (self.host, self.port, self.dbname, self.role) == (join.host, join.port, join.dbname, join.role)

    def is_at(self, join: JoinFile) -> bool:
        """Whether a join file is for this centre, whichever its place there."""
        return (self.host, self.port, self.dbname) == (join.host, join.port, join.dbname)


def read(home: Path) -> Joined | None:
    """What stands in the folder, whole or begun; None for a desk alone, also where the file cannot be read."""
    try:
        found = json.loads((home / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return _joined(found) if isinstance(found, dict) else None


def has_joined(home: Path) -> bool:
    """Whether the desk of this folder belongs to a network."""
    found = read(home)
    return found is not None and found.done


def _joined(found: Mapping[str, Any]) -> Joined | None:
    known: dict[str, Any] = {}
    for one in fields(Joined):
        kind = {"port": int, "done": bool}.get(one.name, str)
        if type(found.get(one.name)) is kind:
            known[one.name] = found[one.name]
    if not {"host", "port", "dbname", "role", "desk"} <= known.keys():
        return None
    joined = Joined(**known)
    return joined if joined.protection in PROTECTIONS else None


def text_of(joined: Joined) -> str:
    """The file's content."""
    return json.dumps(asdict(joined), ensure_ascii=False, indent=1) + "\n"
