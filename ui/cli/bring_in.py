"""`tessera import`: patients or services from CSV or XLSX, a preview first, every refused row with its reason."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from desk_app.documents.columns import Columns, match_columns
from desk_app.documents.scalars import visible
from desk_app.documents.tables import LARGEST_TABLE, Sheet, read_table
from desk_app.documents.unread_columns import Unread, unread
from desk_app.domain.errors import WrongInput
from desk_app.domain.program import Program
from desk_app.importing.patients import Refused
from desk_app.ports import Desk
from ui.cli import files
from ui.cli.answer import NO, Answer, naming
from ui.cli.garbage import nothing_collected
from ui.cli.home import Bar, desk_of
from ui.cli.sentences import sentence
from ui.wording.problems import refusal_sentence

_LONGEST_TITLE = 60

EXAMPLE = "tessera import patients base.csv --dry-run"
_NEEDED = {"patients": (("surname", "given", "full_name"),), "services": (("code",), ("name",), ("price",))}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("what", choices=("patients", "services"), help="which table")
    parser.add_argument("file", metavar="FILE", help="CSV (UTF-8, Windows-1251; comma, semicolon, tab) or XLSX")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be brought in")
    parser.add_argument("--by", default="", metavar="NAME", help="who does it")


def run(options: argparse.Namespace) -> Answer:
    """Bring the table in, everything or nothing; exit code 1 when not one row could be."""
    with nothing_collected():
        return _bring_in(options)


def _bring_in(options: argparse.Namespace) -> Answer:
    content = files.read(options.file, LARGEST_TABLE)
    with naming(options.file):
        sheet = read_table(content)
        columns = match_columns(options.what, sheet.header)
        for names in _NEEDED[options.what]:
            if not any(name in columns for name in names):
                raise WrongInput("column.missing", found=", ".join(sheet.header)[:200], allowed=" / ".join(names))
        if columns.doubled:
            raise WrongInput("column.repeated", found=", ".join(columns.doubled))
    with desk_of(options) as desk:
        act = _patients if options.what == "patients" else _services
        counts, refused = act(desk, sheet, columns, options)
    return _answer(options, sheet, columns, counts, refused)


def _patients(
    desk: Desk, sheet: Sheet, columns: Columns, options: argparse.Namespace
) -> tuple[dict[str, int], list[Refused]]:
    from desk_app.importing.bring_in import import_patients
    from desk_app.importing.patients import Terms, parse_patients
    from desk_app.versions import today

    program = _program(desk)
    with desk.store.reading() as reading:
        day = today(desk, reading)
    terms = Terms(day, program.decimals, program.precision) if program else Terms(day)
    bars = {name: Bar(sentence(f"import.{name}", options.lang)) for name in ("read", "match", "write")}
    total = len(sheet.rows)
    parsed = parse_patients(sheet.rows, columns, terms, lambda done: bars["read"](done + 1, total))
    done = import_patients(
        desk, parsed.rows, program, dry_run=options.dry_run, progress=lambda what, n, of: bars[what](n, of)
    )
    counts = {"new": done.new, "completed": done.completed, "unchanged": done.unchanged, "members": done.members}
    return counts, [*parsed.refused, *done.refused]


def _services(
    desk: Desk, sheet: Sheet, columns: Columns, options: argparse.Namespace
) -> tuple[dict[str, int], list[Refused]]:
    from desk_app.importing.services import import_services, parse_services

    read, refused = parse_services(sheet.rows, columns, _program(desk))
    done = import_services(desk, [service for _, service in read], dry_run=options.dry_run)
    return {"new": done.new, "changed": done.changed, "unchanged": done.unchanged}, refused


def _program(desk: Desk) -> Program | None:
    from desk_app.accounts import version_on
    from desk_app.versions import today

    with desk.store.reading() as reading:
        if not reading.versions():
            return None
        return version_on(reading, desk, today(desk, reading))[0]


def _answer(
    options: argparse.Namespace, sheet: Sheet, columns: Columns, counts: dict[str, int], refused: Sequence[Refused]
) -> Answer:
    listed = sorted(refused, key=lambda one: one.line)
    told: list[dict[str, Any]] = [
        {
            "line": one.line, "column": one.column, "error": one.code,
            "message": refusal_sentence(one.code, {"found": one.found}, options.lang),
        }
        for one in listed
    ]  # fmt: skip
    named = {field: ", ".join(sheet.header[place] for place in places) for field, places in columns.places.items()}
    dropped = [_unread(one, options.lang) for one in unread(options.what, sheet.header, sheet.rows, columns)]
    value = {
        "dry_run": options.dry_run, "rows": len(sheet.rows), **counts, "refused": told, "columns": named,
        "ignored": list(columns.ignored), "encoding": sheet.encoding, "separator": sheet.separator,
        "warnings": dropped,
    }  # fmt: skip
    lines = [f"{field}: {title}" for field, title in named.items()]
    lines += [f"{options.file}:{one['line']}: {one['column']}: {one['message']} ({one['error']})" for one in told]
    sums = ", ".join(f"{sentence(f'import.{name}', options.lang)} {count}" for name, count in counts.items())
    lines.append(f"{sums}, {sentence('import.refused', options.lang)} {len(told)}")
    if options.dry_run:
        lines.append(sentence("import.dry", options.lang))
    code = NO if told and len(told) == len(sheet.rows) else 0
    return Answer(value, lines, code, [one["message"] for one in dropped])


def _unread(column: Unread, lang: str) -> dict[str, str]:
    """A sentence about a column that is left out, and what to call it where its values are needed."""
    key = f"import.unread.{column.like}" if column.like else "import.unread"
    message = sentence(key, lang).format(column=visible(column.title, _LONGEST_TITLE))
    return {"code": "column.unread", "column": column.title, "like": column.like, "message": message}
