"""The power goes at any moment: what was said to be kept is there, and the chain is whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.store import open_store
from db.verify import verify
from tests.db.conftest import NewDesk

# a desk that says an op's id only after its commit; the id goes out at once, past any buffer
_LOOP = """
import os, sys
from pathlib import Path
from db.store import open_store
from tests.db import acts
store = open_store(Path(sys.argv[1]))
os.write(1, b"open\\n")
n = 0
while True:
    act = acts.checkout(f"p-{n % 5}", n, acts.NOON + n, lines=8)
    with store.writing() as writing:
        writing.append(act)
        writing.put_draft("bill", {"number": n})
    os.write(1, act.id.encode() + b"\\n")
    n += 1
"""


@pytest.mark.parametrize("seed", range(2))
def test_every_receipt_that_was_shown_is_there_after_a_kill(seed: int, new_desk: NewDesk) -> None:
    store = new_desk(durable=True)
    store.close()
    dice = random.Random(seed)
    shown: list[str] = []

    for _ in range(3):
        shown += run_and_kill(store.path, dice.randrange(1, 60))

    with open_store(store.path) as again:
        with again.reading() as reading:
            kept = {row.id for row in reading.last_receipts(10_000)}
            (last,) = reading.cursor.execute("SELECT number FROM receipt ORDER BY pos DESC LIMIT 1").fetchone()
            drafts = dict(reading.drafts())
        assert set(shown) <= kept
        # at most the one in flight at each kill was kept without having been shown
        assert len(kept) - len(shown) <= 3
        # the draft and the receipt of one transaction are both there or neither is
        assert f"A-{drafts['bill']['number']}" == last
        assert verify(again) == ()


def run_and_kill(path: Path, acts: int) -> list[str]:
    """Let a desk work until it has shown so many acts, then kill it where it stands."""
    process = subprocess.Popen([sys.executable, "-c", _LOOP, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout as said:
        assert said.readline() == "open\n"
        shown = [said.readline().strip() for _ in range(acts)]
        process.send_signal(signal.SIGKILL)
        shown += [line.strip() for line in said if line.endswith("\n")]
    process.wait(timeout=30)
    return shown
