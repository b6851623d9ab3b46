"""`tessera backup`: a checked copy of the records, made while the desk works."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui import compose
from ui.cli.answer import Answer
from ui.cli.home import Bar, home_of

EXAMPLE = "tessera backup --out /media/usb/desk.db"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", metavar="F", help="where the copy goes; left out: backups in the desk's folder")


def run(options: argparse.Namespace) -> Answer:
    """Make the copy; `Trouble` when it cannot be made or is not good."""
    target = Path(options.out).expanduser().resolve() if options.out else None
    bar = Bar("backup")
    made = compose.back_up(home_of(options), target, bar)
    bar.clear()
    return Answer({"backup": str(made), "bytes": made.stat().st_size}, [str(made)])
