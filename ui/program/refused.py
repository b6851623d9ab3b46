"""What an act was refused with, as a problem of the document at its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desk_app.documents.program_sense import Problem
from desk_app.domain.program import Program


@dataclass(frozen=True, slots=True)
class Refused(Problem):
    """A refusal with its own numbers, at the place it speaks of; amounts are those of `program`."""

    params: Mapping[str, Any] = field(default_factory=dict)
    program: Program | None = None
