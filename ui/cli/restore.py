"""`tessera restore`: a checked backup takes the place of the records, which are kept beside."""

from __future__ import annotations

import argparse

from desk_app.domain.errors import Trouble, WrongInput
from ui import compose
from ui.cli.answer import Answer, naming
from ui.cli.home import home_of
from ui.cli.output import place_of

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
    kept = compose.restore(file, home_of(options), options.key)
    return Answer({"restored": str(file), "kept": kept and str(kept)}, [str(kept)] if kept else [])
