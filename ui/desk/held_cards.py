"""What the desk shows of a patient's cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk_app.domain.people import Card


@dataclass(frozen=True)
class CardsState:
    """Cards of a patient, the one that opens the account first; `reason` is why another one is given or one blocked.

    `stopped` are the local day and the reason ("" where nobody said) of every one that is blocked, by its number.
    """

    name: str = ""
    rows: tuple[Card, ...] = ()
    chosen: int = 0
    reason: str = "lost"
    stopped: Mapping[str, tuple[date, str]] = field(default_factory=dict)

    @property
    def row(self) -> Card | None:
        """The highlighted card."""
        return self.rows[self.chosen] if self.chosen < len(self.rows) else None

    @property
    def key(self) -> Card | None:
        """The card that opens the account."""
        return next((card for card in self.rows if card.state == "active"), None)
