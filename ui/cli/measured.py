"""A figure of a bench: ours, the raw thing in the same run, their ratio, and what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_MS = 1000.0


@dataclass(frozen=True, slots=True)
class Measured:
    """One row: seconds of ours and of the raw thing (0 where there is none), and what is allowed.

    A row in megabytes holds thousandths of them, so that every row prints alike.
    """

    what: str
    ours: float
    raw: float = 0.0
    most_ratio: float = 0.0
    most_ms: float = 0.0
    note: str = ""
    unit: str = "ms"
    patients: int = 0

    @property
    def ratio(self) -> float:
        """How many times as long as the raw thing."""
        return self.ours / self.raw if self.raw else 0.0

    @property
    def within(self) -> bool:
        """Whether every limit of the row is kept."""
        return (not self.most_ratio or self.ratio <= self.most_ratio) and (
            not self.most_ms or self.ours * _MS <= self.most_ms
        )

    def json(self) -> dict[str, Any]:
        """As plain values, in milliseconds (or megabytes, where `unit` says so)."""
        return {
            "what": self.what, "ours_ms": round(self.ours * _MS, 4), "raw_ms": round(self.raw * _MS, 4) or None,
            "ratio": round(self.ratio, 3) or None, "limit_ratio": self.most_ratio or None,
            "limit_ms": self.most_ms or None, "within": self.within, "note": self.note, "unit": self.unit,
        }  # fmt: skip

    def line(self) -> str:
        """As a row of the table."""
        raw = f"{self.raw * _MS:10.3f} ms  {self.ratio:5.2f} ×" if self.raw else " " * 22
        limits = [f"≤ {self.most_ratio:g} ×"] if self.most_ratio else []
        limits += [f"≤ {self.most_ms:g} {self.unit}"] if self.most_ms else []
        mark = "" if self.within else "  OVER"
        return (
            f"{self.what:<44}{self.ours * _MS:10.3f} {self.unit} {raw}  {', '.join(limits)}{mark} {self.note}".rstrip()
        )
