"""Joins what the first start asks for to presets, price lists and the records of a clinic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from desk_app import clinic, programs
from desk_app.acts import new_id
from desk_app.documents.columns import match_columns
from desk_app.documents.program_file import read_document, read_program
from desk_app.documents.tables import read_table
from desk_app.domain.errors import Refusal, WrongInput
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.importing.services import import_services, parse_services
from ui import compose, compose_network, compose_records
from ui.first_start.tasks import Answers, FirstStartTasks, Preset, PriceList, Progress
from ui.wording.problems import refusal_sentence

if TYPE_CHECKING:
    from desk_app.importing.patients import Refused
    from desk_app.ports import Json
    from desk_app.sync.state import Network

NEEDED = ("code", "name", "price")


def joined(make_demo: Callable[[Path, Progress], None], language: Callable[[], str]) -> FirstStartTasks:
    """The tasks of the first start; refused rows are told in the language of the moment."""
    return FirstStartTasks(
        presets, lambda file: look_at_prices(file, language()), set_up, make_demo, compose.recovery_key, join
    )


def join(home: Path, content: bytes | str, employee: str, progress: Progress) -> bool:
    """Become one desk of a network and fetch what the centre has; whether a program came.

    Raises `Refusal` and `Trouble`; done again, with the same file, it goes on where it stopped.
    """
    compose_network.join(home, content, employee)
    most = [0]

    def tell(network: Network) -> None:
        most[0] = max(most[0], network.missing)
        progress(most[0] - network.missing, most[0])

    compose_network.fetch_all(home, tell)
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        return bool(reading.versions())


def presets() -> tuple[Preset, ...]:
    """The programs that come with the app, points first: most clinics that have a program have that one."""
    files = sorted(
        resources.path("programs").glob("*.toml"), key=lambda file: (not file.stem.startswith("points"), file)
    )
    return tuple(Preset(file.stem, read_program(file.read_bytes())) for file in files)


def look_at_prices(file: Path, language: str) -> PriceList:
    """What a price list would bring. Raises `WrongInput` when it is none."""
    found = _read_prices(file, None)
    told = tuple(
        f"{one.line}: {refusal_sentence(one.code, {'found': one.found}, language)}"
        for one in sorted(found.refused, key=lambda one: one.line)
    )
    return PriceList(len(found.services), told)


def set_up(home: Path, answers: Answers, progress: Progress) -> None:
    """Make the records of `home`, bring the price list in, and publish the program last: until then there is no clinic.

    Raises `Refusal` and `Trouble`; done again after a failure, it begins where it stopped.
    """
    document = program_document(answers)
    program = read_program(document)
    listed = _read_prices(answers.prices, program).services if answers.prices is not None else []
    compose_records.make_desk(home)
    progress(1, 3)
    with compose.open_desk(home, answers.employee) as desk:
        desk.code, desk.branch = answers.desk, answers.branch
        if listed:
            import_services(desk, listed, dry_run=False)
        progress(2, 3)
        for field, text in (("name", answers.organizer.get("name")), ("recipients", answers.recipients)):
            if text:
                clinic.keep(desk, field, text)
        programs.publish(desk, document, None, new_id())
    progress(3, 3)


def program_document(answers: Answers) -> Json:
    """The chosen preset with the clinic's own name, currency and hours in it. Raises its first problem."""
    source = resources.path(f"programs/{answers.preset}.toml").read_bytes()
    document = dict(read_document(source))
    document["currency"], document["timezone"] = answers.currency, answers.timezone
    document["organizer"] = {**document.get("organizer", {}), **answers.organizer}
    return document


@dataclass(frozen=True)
class _Prices:
    services: list[Service]
    refused: list[Refused]


def _read_prices(file: Path, program: Program | None) -> _Prices:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise WrongInput("file.unreadable", str(file)) from error
    sheet = read_table(content)
    columns = match_columns("services", sheet.header)
    for name in NEEDED:
        if name not in columns:
            raise WrongInput("column.missing", found=", ".join(sheet.header)[:200], allowed=name)
    read, refused = parse_services(sheet.rows, columns, program)
    if not read:
        raise Refusal("column.missing", found=", ".join(sheet.header)[:200], allowed="price")
    return _Prices([service for _, service in read], refused)
