"""`tessera restore`: a checked backup takes the place of the records, which are kept beside."""

from __future__ import annotations

import argparse
from typing import Any

from desk_app.domain.errors import Trouble, WrongInput
from ui import compose, compose_network
from ui.cli.answer import Answer, naming
from ui.cli.home import home_of
from ui.cli.output import place_of
from ui.wording.books import said

EXAMPLE = "tessera restore /media/usb/clinic-2027-01-20.db"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="F", help="a backup")
    parser.add_argument(
        "--key", default="", metavar="TEXT", help="the recovery key, on a computer that never had this desk"
    )


def run(options: argparse.Namespace) -> Answer:
    """Put it in place; the desk has to be closed."""
    file = place_of(options.file)
    with naming(options.file):
        if not file.exists():
            raise WrongInput("file.missing")
        if file.is_dir():
            raise WrongInput("file.folder")
        if not file.is_file():
            raise Trouble("backup.bad", file=file.name)
    home = home_of(options)
    kept = compose.restore(file, home, options.key)
    value: dict[str, Any] = {"restored": str(file), "kept": kept and str(kept)}
    carried = compose_network.unsent_of(kept, home) if kept else None
    warnings = []
    if carried is not None:
        value["unsent"] = {"acts": carried.ops, "file": str(carried.file)}
        warnings = [said("unsent", options.lang, count=str(carried.ops), file=str(carried.file))]
    return Answer(value, [str(kept)] if kept else [], warnings=warnings)
