"""What every check of a valid document looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.checkup.history import History
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.ports import Json


@dataclass(frozen=True, slots=True)
class Checked:
    """A valid document with its rules; `now` is local to the program. Without `services` no price list is at hand."""

    document: Json
    program: Program
    now: datetime
    services: Sequence[Service] = ()
    history: History | None = None
