"""What whoever keeps the centre is told about it: desks, streams, what was put aside, and whether the books hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

#: Why a position in the log has no effect though nothing is wrong with it: its id happened with other content.
REUSED: Final = "reused"


@dataclass(frozen=True, slots=True)
class DeskSeen:
    """A desk as the centre knows it. `last_seen` is milliseconds UTC, None when it never came; `computers` are those
    it was seen on in the last 30 days: more than one is a desk that was copied."""

    name: str
    code: str
    branch: str
    role: str
    revoked: bool
    can_log_in: bool
    last_seen: int | None
    computers: int
    app: str
    ops: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A position without an effect: the desk whose stream it is in, and why ("reused", "body", "entries", …)."""

    desk: str
    stream: str
    seq: int
    op_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that does not hold; `check` is one of `chain`, `head`, `effect`, `sum`, `balance`, `books`, `safe`,
    `role`, `copied`."""

    check: str
    place: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SeedHeld:
    """The newest seed: how many ops are in it and when it was made, milliseconds UTC."""

    ops: int
    size: int
    at: int


@dataclass(frozen=True, slots=True)
class CentreReport:
    """The centre on one page. `safe` counts the ops a proven backup holds, `safe_at` says when that was proven.

    `asides` are the first of `put_aside`; positions whose id happened with other content are `reused` and no fault.
    """

    server: str
    schema: int
    generation: str
    desks: tuple[DeskSeen, ...]
    streams: int
    ops: int
    entries: int
    put_aside: int
    reused: int
    asides: tuple[Aside, ...]
    safe: int
    safe_at: int | None
    seed: SeedHeld | None
    breaches: tuple[Breach, ...]

    @property
    def sound(self) -> bool:
        """Whether nobody has to look after anything."""
        return not self.breaches and not self.put_aside


@dataclass(frozen=True, slots=True)
class NewDesk:
    """What a desk proves itself with the first time, and the code it has on receipts."""

    no: int
    role: str
    code: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Installed:
    """What setting up did: the schema's number before (0: there was none) and after, and the centre's generation."""

    before: int
    after: int
    generation: str


class Centre(Protocol):
    """The centre in the hands of whoever keeps it. Everything raises `Trouble` (`centre.*`)."""

    def install(self, *, beside: bool = False) -> Installed:
        """Set it up, or bring it up to date; `beside`: the database may hold something else, too.

        Raises `WrongInput` (`centre.full`), `Trouble` (`centre.server`, `centre.encoding`, `centre.newer`,
        `central.taken`).
        """

    def add_desk(self, name: str, code: str, branch: str, *, again: bool) -> NewDesk:
        """Let a desk come. Raises `WrongInput`: `desk.name`, `desk.known`, `desk.code_taken`."""

    def revoke(self, name: str) -> int:
        """Take a desk off the list; how many of its lines were cut. Raises `WrongInput` (`desk.not_listed`)."""

    def check(self) -> CentreReport:
        """All of it on one page."""

    def after_restore(self) -> str:
        """Say that it was restored; answers its new generation."""

    def reapply(self) -> tuple[int, int]:
        """Try what was put aside again; how many were tried, and how many are applied now."""

    def offer_seed(self, file: Path, heads: Mapping[str, tuple[int, bytes]], revision: str) -> int:
        """Give new desks a desk file to begin from; its number. Raises `centre.seed` where it does not fit."""

    def prove_backup(self, copy: Centre) -> int:
        """Publish what a restored copy holds as safe; how many ops. Raises `Trouble` (`centre.proof`)."""
