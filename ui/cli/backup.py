"""`tessera backup`: a checked copy of the records, made while the desk works."""

from __future__ import annotations

import argparse

from ui import compose
from ui.cli.answer import Answer
from ui.cli.home import Bar, home_of
from ui.cli.output import target_of

EXAMPLE = "tessera backup --out /media/usb/clinic-2027-01-20.db"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", metavar="F", help="a new file for the copy; left out: backups in the desk's folder")


def run(options: argparse.Namespace) -> Answer:
    """Make the copy, never over another file; `Trouble` when it cannot be made or is not good."""
    target = target_of(options, options.out, lambda _: False) if options.out else None
    bar = Bar("backup")
    made = compose.back_up(home_of(options), target, bar)
    bar.clear()
    return Answer({"backup": str(made), "bytes": made.stat().st_size}, [str(made)])
