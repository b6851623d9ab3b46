"""`tessera export`: patients or services as CSV or XLSX that come in again unchanged."""

from __future__ import annotations

import argparse

from desk_app.domain.errors import WrongInput
from ui.cli.answer import Answer, naming
from ui.cli.garbage import nothing_collected
from ui.cli.home import Bar, desk_of
from ui.cli.output import target_of, write

EXAMPLE = "tessera export patients base.xlsx --balances"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("what", choices=("patients", "services"), help="which table")
    parser.add_argument("file", metavar="FILE", help="the ending decides: .csv or .xlsx")
    parser.add_argument("--balances", action="store_true", help="with units, their last good day, spent and visits")


def run(options: argparse.Namespace) -> Answer:
    """Write the table; the file has its name only when it is whole."""
    from desk_app.accounts import version_on
    from desk_app.importing.take_out import csv_bytes, patients_table, services_table, xlsx_bytes
    from desk_app.versions import today

    target = target_of(options, options.file)
    with naming(options.file):
        if target.suffix.lower() not in (".csv", ".xlsx"):
            raise WrongInput("value.bad", found=target.suffix or options.file, allowed=".csv, .xlsx")
    bar = Bar("export")
    with nothing_collected(), desk_of(options) as desk:
        if options.what == "patients":
            table = patients_table(desk, options.lang, balances=options.balances, tick=bar)
        else:
            with desk.store.reading() as reading:
                known = bool(reading.versions())
                decimals = version_on(reading, desk, today(desk, reading))[0].decimals if known else 2
            table = services_table(desk, options.lang, decimals)
        rows = list(table)
        bar(1, 1)
        content = (xlsx_bytes if target.suffix.lower() == ".xlsx" else csv_bytes)(rows)
    write(target, content)
    return Answer({"file": str(target), "rows": len(rows) - 1}, [f"{target}: {len(rows) - 1}"])
