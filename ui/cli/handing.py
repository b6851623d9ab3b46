"""What an act of the command line leaves in the hand-over folder, where that is switched on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desk_app import station
from desk_app.domain.errors import Trouble
from desk_app.hand_over import outgoing
from desk_app.ports import Desk
from ui.cli.home import home_of
from ui.wording.problems import problem


@contextmanager
def handing_over(desk: Desk, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Hand over what the act inside wrote; the result gets `hand_over` with the names of the files.

    A disk that is full or may not be written to stops no sale: it is told, and the files are written later.
    """
    told: dict[str, Any] = {}
    home = home_of(options)
    settings = station.load(home).station
    if not settings.hand_over:
        yield told
        return
    outgoing.begin_once(desk)
    yield told
    try:
        handed = outgoing.hand_over(desk, home, settings.fiscal)
    except Trouble as trouble:
        # the act itself is done, whatever became of the database since
        handed = outgoing.Handed(trouble=trouble)
    told["hand_over"] = {"files": list(handed.files), "trouble": handed.trouble.code if handed.trouble else None}
    if handed.trouble is not None:
        print(f"{problem(handed.trouble, options.lang)} ({handed.trouble.code})", file=sys.stderr)
