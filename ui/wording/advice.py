"""The shape of what is said about a finding of the check-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Pair = tuple[str, str]
_NOTHING: Final[Pair] = ("", "")


@dataclass(frozen=True, slots=True)
class Advice:
    """(Russian, English) with gaps (see `saying.fill`): `what` stands there, `why` it hurts whom, an `example` in
    numbers of the engine, and the label of the key that applies the `fix`."""

    what: Pair
    why: Pair
    example: Pair = _NOTHING
    fix: Pair = _NOTHING
