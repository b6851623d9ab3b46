"""Reads CSV and XLSX tables as rows of text with the line each stands on, whatever encoding or separator they have."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from desk_app.domain.errors import WrongInput

#: A directory of a million patients as CSV.
LARGEST_TABLE: Final = 500_000_000
LONGEST_CELL: Final = 10_000
_SEPARATORS: Final = (";", "\t", ",")
_ZIP: Final = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file it begins on, counted from 1, and its cells as trimmed text."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its column names, its rows, and how it was written."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    separator: str


def read_table(content: bytes) -> Sheet:
    """A CSV or XLSX file as a table; empty rows are passed over.

    CSV may be UTF-8 (with or without a byte order mark), UTF-16 with one, or Windows-1251; its separator is a comma, a
    semicolon or a tab.
    Raises `table.empty`, `table.bad`, `file.huge`.
    """
    if len(content) > LARGEST_TABLE:
        raise WrongInput("file.huge", found=len(content), allowed=LARGEST_TABLE)
    if content.startswith(_ZIP):
        return _named(_xlsx_rows(content), "xlsx", "")
    text, encoding = _decoded(content)
    separator = _separator(text)
    return _named(_csv_rows(text, separator), encoding, separator)


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            raise WrongInput("table.bad", found="utf-16") from None
    if b"\0" in content[:4096]:
        raise WrongInput("table.bad", found="a file that is no text")
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        # Windows-1251 has one unused byte; a file that holds it keeps a mark where it stood
        return content.decode("cp1251", errors="replace"), "windows-1251"


def _separator(text: str) -> str:
    """The separator of the first line that is not empty: the one that stands there most often outside quotes."""
    for line in text.splitlines()[:20]:
        if line.strip():
            bare = "".join(line.split('"')[::2])
            best = max(_SEPARATORS, key=bare.count)
            return best if bare.count(best) else ";"
    raise WrongInput("table.empty")


def _csv_rows(text: str, separator: str) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL * 10)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple([cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise WrongInput("table.bad", f"line {line}", found=str(error)) from None


def _xlsx_rows(content: bytes) -> Iterator[Row]:
    import zipfile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        # some writers declare a size of one cell
        sheet.reset_dimensions()
        for line, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            yield Row(line, tuple([_cell(value) for value in cells]))
        book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, IndexError, ValueError, EOFError, OSError) as error:
        raise WrongInput("table.bad", found=type(error).__name__) from None


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
        case date():
            return value.isoformat()
        case bool():
            return "1" if value else "0"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).strip()


def _named(rows: Iterator[Row], encoding: str, separator: str) -> Sheet:
    full = (row for row in rows if any(row.cells))
    header = next(full, None)
    if header is None:
        raise WrongInput("table.empty")
    return Sheet(header.cells, tuple(full), encoding, separator)
