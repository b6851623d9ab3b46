"""What a command has to say: plain values for programs, lines for people, and an exit code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.domain.errors import Refusal

DONE = 0
NO = 1
WRONG = 2
TROUBLE = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` is printed with --json, `lines` without it; `warnings` are said beside either of them."""

    value: Any
    lines: Sequence[str] = ()
    code: int = DONE
    warnings: Sequence[str] = ()


class InFile(Exception):
    """A refusal and the file it is about."""

    def __init__(self, file: str, refusal: Refusal) -> None:
        super().__init__(file, refusal)
        self.file = file
        self.refusal = refusal


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Whatever is refused inside is about this file."""
    try:
        yield
    except Refusal as refusal:
        raise InFile(Path(file).name, refusal) from None
