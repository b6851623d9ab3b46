"""Rows of a table of patients as values, each read whole or refused with its line and reason, doubles too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from desk_app.documents.columns import Columns
from desk_app.documents.tables import Row
from desk_app.domain.lookup_keys import code_key, name_key
from desk_app.enrolment import Opening
from desk_app.importing import cells
from desk_app.importing.cells import BadCell
from desk_app.phones import read_phones

_OPENING: Final = ("opening_units", "opening_spent", "opening_visits", "opening_good_day")
NameKey = tuple[str, str, str, date | None]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not brought in: the line, the column, the code of the reason and what stood there."""

    line: int
    column: str
    code: str
    found: str


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One patient of the table. `consents` are (kind, channel, given); `opening` is None where nothing comes along."""

    line: int
    surname: str
    given: str
    patronymic: str
    birth_date: date | None
    phones: tuple[str, ...]
    email: str
    card: str
    contract: str
    language: str
    consents: tuple[tuple[str, str, bool], ...]
    opening: Opening | None
    name: NameKey
    """Name and birth date as they are compared."""
    contract_key: str
    """The contract as it is compared."""

    @property
    def joins(self) -> bool:
        """Whether the row makes a member: by a card, a balance, or consent to the program."""
        return bool(self.card or self.opening or ("program", "", True) in self.consents)

    @property
    def declined(self) -> bool:
        """Whether the patient said no to the program."""
        return ("program", "", False) in self.consents


@dataclass(frozen=True, slots=True)
class Terms:
    """What the program says about the cells: decimals of its money and its unit, and today."""

    today: date
    decimals: int = 2
    precision: int = 0


@dataclass(slots=True)
class Parsed:
    """All rows of a table."""

    rows: list[PatientRow] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def parse_patients(
    rows: Iterable[Row], columns: Columns, terms: Terms, tick: Callable[[int], None] = lambda _: None
) -> Parsed:
    """Every row read or refused; a second row for the same patient, card or contract is refused too."""
    parsed, seen = Parsed(), _Seen()
    for number, row in enumerate(rows):
        tick(number)
        reader = _RowReader(row, columns, terms)
        try:
            patient = reader.patient()
            column, code = seen.clash(patient)
            if code:
                parsed.refused.append(Refused(row.line, column, code, reader.found(column)))
            else:
                parsed.rows.append(patient)
        except BadCell as bad:
            parsed.refused.append(Refused(row.line, reader.column, bad.code, reader.found(reader.column)))
    return parsed


#: Names repeat: a hundred thousand patients have a few thousand of them.
key_of = lru_cache(maxsize=50_000)(name_key)
_right_name = lru_cache(maxsize=50_000)(cells.read_name)


class _RowReader:
    """Reads the cells of one row and remembers which column it is at."""

    def __init__(self, row: Row, columns: Columns, terms: Terms) -> None:
        self.row = row
        self.columns = columns
        self.terms = terms
        self.column = ""
        self.brings_along = any(columns.cell(row.cells, column) for column in _OPENING)

    def cell(self, column: str) -> str:
        self.column = column
        return cells.unquoted(self.columns.cell(self.row.cells, column))

    def found(self, column: str) -> str:
        text = self.columns.cell(self.row.cells, column)
        return text if len(text) <= 60 else text[:57] + "…"

    def patient(self) -> PatientRow:
        surname, given, patronymic = self._names()
        birth_date = cells.read_birth(self.cell("birth_date"), self.terms.today)
        contract = self._code("contract")
        return PatientRow(
            line=self.row.line,
            surname=surname,
            given=given,
            patronymic=patronymic,
            birth_date=birth_date,
            phones=self._phones(),
            email=cells.read_email(self.cell("email")),
            card=self._code("card"),
            contract=contract,
            language=cells.read_language(self.cell("language")),
            consents=self._consents(),
            opening=self._opening(),
            name=(key_of(surname), key_of(given), key_of(patronymic), birth_date),
            contract_key=code_key(contract) if contract else "",
        )

    def _names(self) -> tuple[str, str, str]:
        if "surname" in self.columns or "given" in self.columns:
            parts = tuple(_right_name(self.cell(part)) for part in ("surname", "given", "patronymic"))
        else:
            parts = tuple(_right_name(part) for part in cells.split_name(self.cell("full_name")))
        if not any(parts):
            self.column = "surname" if "surname" in self.columns else "full_name"
            raise BadCell("name.missing")
        return parts[0], parts[1], parts[2]

    def _phones(self) -> tuple[str, ...]:
        self.column = "phone"
        found: list[str] = []
        for text in self.columns.cells(self.row.cells, "phone"):
            numbers = read_phones(cells.unquoted(text))
            if numbers is None:
                raise BadCell("phone.bad")
            found += numbers
        return tuple(dict.fromkeys(found))

    def _code(self, column: str) -> str:
        text = cells.read_code(self.cell(column))
        # a card is read by a scanner, which knows no spaces; a contract is written as the clinic writes it
        return code_key(text) if column == "card" else text

    def _consents(self) -> tuple[tuple[str, str, bool], ...]:
        found = []
        for column, kind, channel in (
            ("consent_program", "program", ""),
            ("consent_data", "data", ""),
            ("consent_sms", "messages", "sms"),
            ("consent_email", "messages", "email"),
        ):
            given = cells.read_flag(self.cell(column))
            if given is not None:
                found.append((kind, channel, given))
        return tuple(found)

    def _opening(self) -> Opening | None:
        if not self.brings_along:
            return None
        spent = cells.read_amount(self.cell("opening_spent"), self.terms.decimals)
        visits = cells.read_amount(self.cell("opening_visits"), 0, "count.bad")
        days = cells.read_days(self.cell("opening_good_day"))
        if any(day is not None and day < self.terms.today for day in days):
            raise BadCell("date.past")
        lots = cells.read_lots(self.cell("opening_units"), days, self.terms.precision)
        if not (lots or spent or visits):
            return None
        (units, good_day), *more = lots or [(0, None)]
        return Opening(units, spent, visits, good_day, tuple(more))


class _Seen:
    """Who stood in the table before."""

    def __init__(self) -> None:
        self.cards: set[str] = set()
        self.contracts: set[str] = set()
        self.names: dict[NameKey, list[frozenset[str]]] = {}

    def clash(self, patient: PatientRow) -> tuple[str, str]:
        """Column and code of what this row has in common with an earlier one, ("", "") when it has nothing."""
        if patient.card and patient.card in self.cards:
            return "card", "row.repeated"
        if patient.contract_key and patient.contract_key in self.contracts:
            return "contract", "row.repeated"
        phones = frozenset(patient.phones)
        if any(same_person(phones, before) for before in self.names.get(patient.name, ())):
            return ("surname" if patient.surname else "full_name"), "row.repeated"
        if patient.card:
            self.cards.add(patient.card)
        if patient.contract_key:
            self.contracts.add(patient.contract_key)
        self.names.setdefault(patient.name, []).append(phones)
        return "", ""


def same_person(phones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two of one name and birth date are one: they share a phone, or neither has any."""
    return bool(phones & others) or not (phones or others)
