"""What the desk shows of a patient's cards."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.people import Card


@dataclass(frozen=True)
class CardsState:
    """Cards of a patient, the one that opens the account first; `reason` is why another one is given or one blocked."""

    name: str = ""
    rows: tuple[Card, ...] = ()
    chosen: int = 0
    reason: str = "lost"

    @property
    def row(self) -> Card | None:
        """The highlighted card."""
        return self.rows[self.chosen] if self.chosen < len(self.rows) else None

    @property
    def key(self) -> Card | None:
        """The card that opens the account."""
        return next((card for card in self.rows if card.state == "active"), None)
