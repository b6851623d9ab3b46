"""A desk that takes payments and exchanges them, killed again and again; it says each receipt once it has it."""

from __future__ import annotations

import sys
from pathlib import Path

from db.centre import exchanging
from desk_app.sync.worker import Told
from tests.stories.till import pay
from ui.compose import open_desk


def main(home: Path, member: str, name: str) -> None:
    """One receipt after another beside the exchange, until somebody pulls the plug."""
    with open_desk(home) as desk:
        worker = exchanging.worker(home, desk.store, Told(), "busy desk")
        worker.begin()
        number = 0
        while True:
            number += 1
            print("paid", pay(desk, member, f"{name}-{number}"), flush=True)
            worker.wake()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
