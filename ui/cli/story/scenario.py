"""A scenario file: a program, some desks, and what is done on which day (spec: interfaces, Scenario)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from desk_app.documents import scalars, tree
from desk_app.documents.bill_file import EARLIEST, LATEST, read_moment
from desk_app.documents.keys import Table
from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.errors import WrongInput
from desk_app.domain.program import Program
from ui.cli import files
from ui.cli.answer import naming

Json = dict[str, Any]

_KEYS: Final = ("title", "work", "program", "desks", "start", "steps")
#: Every desk is a database of its own, and each hears all others after every step.
_MOST_DESKS: Final = 50
#: Keys any step may carry beside those of its act.
CONTROL: Final = ("at", "do", "on", "op", "offline", "sync", "expect", "title", "work")


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step: what is done when and where, `values` for the act itself."""

    at: datetime
    do: str
    on: str
    op: str
    offline: tuple[str, ...]
    sync: tuple[str, ...]
    expect: Json | None
    values: Json


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story with its program read; `folder` is where its paths begin."""

    folder: Path
    document: Json
    program: Program
    desks: tuple[str, ...]
    start: date
    steps: tuple[StoryStep, ...]

    @property
    def zone(self) -> ZoneInfo:
        """The time zone its days are local to."""
        return ZoneInfo(self.program.timezone)


def read_scenario(file: str) -> Scenario:
    """The scenario of a file and the program it names. Raises refusals that name the file they are about."""
    content = files.read(file)
    folder = Path(file).resolve().parent
    with naming(file):
        table = Table(tree.json_table(content), "", _KEYS)
        program_file = table.needed("program", scalars.plain)
        desks = table.codes("desks") or ("a",)
        start = table.needed("start", _start)
        if "steps" not in table:
            raise table.refuse("key.missing", "steps")
        if "desks" in table and not table.codes("desks"):
            raise table.refuse("value.bad", "desks", "at least one desk")
        if len(desks) > _MOST_DESKS:
            raise WrongInput("value.bad", "desks", found=len(desks), allowed=f"at most {_MOST_DESKS}")
        if len(set(desks)) != len(desks):
            raise table.refuse("code.repeated", "desks")
    document = program_document(folder, program_file)
    program = read_program(document)
    with naming(file):
        moment = datetime(start.year, start.month, start.day, tzinfo=ZoneInfo(program.timezone))
        steps = []
        for place, item in table.items("steps"):
            step = _step(place, item, program.timezone, moment, desks)
            moment = step.at
            steps.append(step)
    return Scenario(folder, document, program, desks, start, tuple(steps))


def _start(value: object) -> date:
    day = scalars.day(value)
    if not EARLIEST <= day.year <= LATEST:
        raise scalars.Wrong("date.bad", f"{EARLIEST}-{LATEST}")
    return day


def program_document(folder: Path, name: str) -> Json:
    """The program document a scenario names; whatever is wrong with it names its own file."""
    file = str(folder / name)
    content = files.read(file)
    with naming(file):
        document = read_document(content)
        read_program(document)
    return document


def _step(place: str, item: object, timezone: str, moment: datetime, desks: tuple[str, ...]) -> StoryStep:
    if not isinstance(item, dict):
        raise WrongInput("value.bad", place, found=scalars.shown(item), allowed="a table")
    control = Table({key: value for key, value in item.items() if key in CONTROL}, place, CONTROL)
    expect = control.values.get("expect")
    if expect is not None and not isinstance(expect, dict):
        raise control.refuse("value.bad", "expect", "a table")
    on = control.optional("on", desks[0], scalars.code)
    named = {"on": (on,), "offline": control.codes("offline"), "sync": control.codes("sync")}
    for key, listed in named.items():
        for desk in listed:
            if desk not in desks:
                raise WrongInput("desk.unknown", f"{place}.{key}", found=desk, allowed=", ".join(desks))
    at = control.optional("at", moment, read_moment, timezone)
    return StoryStep(
        at=at,
        do=control.needed("do", scalars.plain),
        on=on,
        op=control.optional("op", "", scalars.code),
        offline=named["offline"],
        sync=named["sync"],
        expect=expect,
        values={key: value for key, value in item.items() if key not in CONTROL or key == "at"},
    )
