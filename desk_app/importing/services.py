"""Brings the price list in: services by code, changed where the table says otherwise, unchanged where it does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from desk_app.acts import new_id, write
from desk_app.documents.columns import Columns, name_of
from desk_app.documents.tables import Row
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.importing import cells
from desk_app.importing.cells import BadCell
from desk_app.importing.patients import Refused
from desk_app.ports import Desk, Reading
from desk_app.versions import today

#: Lines of the price list that travel in one operation.
_TOGETHER: Final = 500


@dataclass(slots=True)
class ServicesOutcome:
    """What an import of the price list did, or would do."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[Refused] = field(default_factory=list)


def parse_services(
    rows: Iterable[Row], columns: Columns, program: Program | None
) -> tuple[list[tuple[int, Service]], list[Refused]]:
    """Services with the lines they stand on, and the rows that are none. A code that stands twice is refused."""
    categories = _categories(program)
    read: list[tuple[int, Service]] = []
    refused: list[Refused] = []
    seen: set[str] = set()
    for row in rows:
        try:
            service = _service(row, columns, program.decimals if program else 2, categories)
            if service.code in seen:
                raise _At("code", "row.repeated")
            seen.add(service.code)
            read.append((row.line, service))
        except _At as at:
            refused.append(Refused(row.line, at.column, at.code, columns.cell(row.cells, at.column)[:60]))
    return read, refused


class _At(Exception):
    def __init__(self, column: str, code: str) -> None:
        super().__init__(column, code)
        self.column = column
        self.code = code


def _categories(program: Program | None) -> dict[str, str] | None:
    """Categories by code and by name in either language, as they are compared; None while there is no program."""
    if program is None:
        return None
    known = {}
    for category in program.categories.values():
        for name in (category.name.ru, category.name.en, category.code):
            known[name_of(name)] = category.code
    return known


def _service(row: Row, columns: Columns, decimals: int, categories: dict[str, str] | None) -> Service:
    def cell(column: str) -> str:
        return cells.unquoted(columns.cell(row.cells, column))

    code, name = cell("code"), cell("name")
    if not code or len(code) > 100:
        raise _At("code", "code.bad")
    if not name or len(name) > 500:
        raise _At("name", "name.missing")
    category = cell("category")
    if category and categories is not None:
        found = categories.get(name_of(category))
        if found is None:
            raise _At("category", "category.unknown")
        category = found
    numbers = {}
    for column, places, bad in (("price", decimals, "money.bad"), ("floor_price", decimals, "money.bad"),
                                ("minutes", 0, "count.bad")):  # fmt: skip
        try:
            numbers[column] = cells.read_amount(cell(column), places, bad)
        except BadCell as error:
            raise _At(column, error.code) from None
    if not cell("price"):
        raise _At("price", "money.bad")
    return Service(code, name, category, numbers["price"], numbers["minutes"], numbers["floor_price"], cell("name_en"))


def import_services(desk: Desk, services: Iterable[Service], *, dry_run: bool) -> ServicesOutcome:
    """Write what is new or different in one transaction; a line that says nothing new is left alone."""
    listed, outcome = list(services), ServicesOutcome()
    if dry_run:
        with desk.store.reading() as reading:
            _different(reading, listed, outcome)
        return outcome
    with desk.store.writing() as writing:
        fresh = _different(writing, listed, outcome)
        day = today(desk, writing)
        for start in range(0, len(fresh), _TOGETHER):
            part = [_line(service) for service in fresh[start : start + _TOGETHER]]
            write(writing, desk, new_id(), "services", day, {"services": part})
    return outcome


def _different(reading: Reading, services: list[Service], outcome: ServicesOutcome) -> list[Service]:
    fresh = []
    for service in services:
        known = reading.service(service.code)
        if known == service:
            outcome.unchanged += 1
            continue
        outcome.new += known is None
        outcome.changed += known is not None
        fresh.append(service)
    return fresh


def _line(service: Service) -> dict[str, Any]:
    return {
        "code": service.code, "name": service.name, "name_en": service.name_en, "category": service.category,
        "price": service.price, "minutes": service.minutes, "floor_price": service.floor_price,
    }  # fmt: skip
