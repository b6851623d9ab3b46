"""What the first start asks to be done, as callables that the composition joins to programs and records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_app.domain.program import Program

Progress = Callable[[int, int], None]
"""Told now and then: how much is done, of how much; 0 of 0 while nobody knows."""


class Stopped(Exception):
    """Whoever asked for the work does not want it any more; raised out of its progress, so that nothing of it stays."""


@dataclass(frozen=True)
class Preset:
    """A program to begin with, as `resources/programs/<code>.toml` says it."""

    code: str
    program: Program


@dataclass(frozen=True)
class PriceList:
    """What a price list file would bring: how many services, and the rows left out, each with its line and reason."""

    services: int
    refused: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """Everything asked of a clinic that sets itself up; texts are trimmed.

    `organizer` has the keys of the program document: name, tax_id, registration_id, licence, rules_url, phone, address;
    those left empty are left as the preset has them. `recipients` are those to whom data of patients are handed over,
    "" for nobody. `prices` is a CSV or XLSX file, or None to begin without one.
    """

    preset: str
    organizer: Mapping[str, str] = field(default_factory=dict)
    currency: str = "RUB"
    timezone: str = "Europe/Moscow"
    prices: Path | None = None
    desk: str = "A"
    branch: str = "main"
    employee: str = ""
    recipients: str = ""
    language: str = "ru"


@dataclass(frozen=True)
class FirstStartTasks:
    """Each runs on a worker and may raise `Refusal` or `Trouble`; nothing half-done is left behind.

    `look_at_prices` reads a file without keeping anything. `set_up` makes the records in a home folder, publishes the
    preset with the clinic's own name in it, and brings the price list in. `make_demo` makes the demo clinic in its own
    folder, or leaves it as it is when it is there already. `recovery_key` is what opens the backups of a home folder on
    another computer, as it is written down; "" where nothing is encrypted. `join` makes a home folder one desk of a
    network, with the content of its join file or the digits of its squares, fetches what the centre has, and answers
    whether a program is in force there.
    """

    presets: Callable[[], tuple[Preset, ...]]
    look_at_prices: Callable[[Path], PriceList]
    set_up: Callable[[Path, Answers, Progress], None]
    make_demo: Callable[[Path, Progress], None]
    recovery_key: Callable[[Path], str] = lambda _: ""
    join: Callable[[Path, bytes | str, str, Progress], bool] = lambda *_: False
