"""What the desk shows of bills that wait."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class AsideRow:
    """A bill that waits: whose ("" for nobody's), its lines, their sum at list price (minor units), since when."""

    op_id: str
    patient: str
    name: str
    services: tuple[str, ...]
    listed: int
    since: datetime


@dataclass(frozen=True)
class AsideState:
    """Bills that wait, the oldest first, and the highlighted one."""

    rows: tuple[AsideRow, ...] = ()
    chosen: int = 0

    @property
    def row(self) -> AsideRow | None:
        """The highlighted bill."""
        return self.rows[self.chosen] if self.rows else None
