"""`tessera statement`: what a member has, and what lapses when."""

from __future__ import annotations

import argparse
from typing import Any

from desk_app.domain.program import Program
from ui.cli.answer import Answer
from ui.cli.home import desk_of
from ui.cli.results import statement_json
from ui.cli.rows import rows

EXAMPLE = "tessera statement 2901234567890"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("member", metavar="MEMBER", help="id or card number")


def run(options: argparse.Namespace) -> Answer:
    """The account today; `member.unknown`."""
    from desk_app.accounts import version_on
    from desk_app.lookup import scan
    from desk_app.statement import statement
    from desk_app.versions import today
    from ui.wording.lot_sources import lot_sentence
    from ui.wording.statement import account

    with desk_of(options) as desk:
        told = statement(desk, scan(desk, options.member).member or options.member)
        with desk.store.reading() as reading:
            program = version_on(reading, desk, today(desk, reading))[0]
            bills = {lot.source: reading.receipt_of_bill(lot.source.removeprefix("bill:")) for lot in told.lots}
    value = statement_json(told, program)
    lines = [*account(told, program, options.lang), "", *rows(_named(value, program, options.lang), options.lang)]
    for lot in told.lots:
        row = bills[lot.source]
        lines.append(lot_sentence(lot, (row.number, row.day) if row else None, program, options.lang))
    return Answer(value, lines)


def _named(value: dict[str, Any], program: Program, lang: str) -> dict[str, Any]:
    """The account with names for codes and days as people write them."""
    from datetime import date

    from ui import formats
    from ui.wording.speech import Speech

    days = {key: formats.day(date.fromisoformat(value[key])) for key in ("day", "kept_until") if value[key]}
    owed = value["owed"] if any(wish["made"] for wish in value["wishes"]) else None
    return {**value, **days, "owed": owed, "level": Speech(lang, program).level(value["level"])}
