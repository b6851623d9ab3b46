"""`--program`: sheets of a program in a file that was never published, marked as a draft on every page."""

from __future__ import annotations

import argparse
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Final

from desk_app.domain.errors import WrongInput
from ui.cli import files
from ui.cli.answer import naming

DRAFT_HELP: Final = "a program never published; sheets say DRAFT"


def draft_file(options: argparse.Namespace) -> Path | None:
    """The file of a draft that is asked for, None where none is.

    Raises what reading it refuses, and `arguments.mixed` beside a version.
    """
    if not getattr(options, "program", None):
        return None
    if getattr(options, "version", None) is not None:
        raise WrongInput("arguments.mixed", found="--version, --program")
    files.read(options.program)
    return Path(options.program)


def naming_draft(options: argparse.Namespace) -> AbstractContextManager[None]:
    """Whatever is refused inside is about the file of the draft, where there is one."""
    file = getattr(options, "program", None)
    return naming(file) if file else nullcontext()
