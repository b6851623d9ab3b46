"""A program document given to a command, as rules: the file is named where it is refused."""

from __future__ import annotations

import argparse

from desk_app.documents.program_file import read_program
from desk_app.domain.program import Program
from ui.cli import files
from ui.cli.answer import naming


def add_program(parser: argparse.ArgumentParser, *, required: bool) -> None:
    """The option that names it."""
    words = "the program document" if required else "the program document; left out: the rules in force here"
    parser.add_argument("--program", required=required, default="", metavar="P.toml", help=words)


def rules_of(file: str) -> Program:
    """The rules of a file. Raises what is wrong with it, naming it."""
    content = files.read(file)
    with naming(file):
        return read_program(content, 1)
