"""The check-up of a program document: everything that is wrong with it, or will be complained of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from desk_app.checkup import published, stated
from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding
from desk_app.checkup.history import History
from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_file import problems, publishable
from desk_app.domain.people import Service
from desk_app.ports import Json

#: In the order in which they are told.
_CHECKS: Final[tuple[Callable[[Checked], Iterator[Finding]], ...]] = (
    published.examples_are_true,
    stated.percents_are_known,
    published.texts_are_filled_in,
)
_GRAVEST: Final = ("error", "warning", "notice")


def check_up(
    document: Json, *, now: datetime, services: Sequence[Service] = (), history: History | None = None
) -> tuple[Finding, ...]:
    """Everything found, the gravest first; of a document that cannot be read, its errors alone.

    `now` is aware. `services` are the price list, where there is one; `history` is the clinic's own past.
    """
    wrong = problems(document)
    if wrong:
        return tuple(
            Finding(one.code, "error", one.place, {"found": one.found, "allowed": one.allowed}) for one in wrong
        )
    program = compile_program(document)
    checked = Checked(document, program, now.astimezone(ZoneInfo(program.timezone)), services, history)
    found = [
        Finding(one.code, "warning", one.place, {"found": one.found, "allowed": one.allowed})
        for one in publishable(document)
    ]
    for check in _CHECKS:
        found += check(checked)
    return tuple(sorted(found, key=lambda finding: _GRAVEST.index(finding.severity)))
