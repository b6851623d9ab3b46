"""The power goes while a manager types: what was typed a blink before is in the draft."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk_app import program_drafts
from tests.stories.typist_at_work import LETTERS
from ui import compose, compose_records

ROOT = Path(__file__).parents[2]
#: Letters typed before the plug may be pulled; then up to half a second more.
AT_LEAST = 40
#: What was typed longer ago than this must be kept; the editor keeps it within 0.3 s, the machine may be busy.
BLINK = 1.0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_was_typed_is_kept_though_the_process_is_killed_while_typing(tmp_path: Path) -> None:
    home = tmp_path / "clinic"
    compose_records.make_desk(home, encrypted=False)
    hand = subprocess.Popen(
        [sys.executable, "-m", "tests.stories.typist_at_work", str(home)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert hand.stdout is not None
    typed: list[float] = []
    pulled = 0.0
    for _ in hand.stdout:
        typed.append(time.monotonic())
        if len(typed) == AT_LEAST:
            pulled = typed[-1] + BLINK + random.Random(5).random() / 2
        if pulled and typed[-1] > pulled:
            break
    hand.send_signal(signal.SIGKILL)
    killed = time.monotonic()
    typed += [killed for _ in hand.stdout]
    hand.wait()
    hand.stdout.close()

    assert compose.verify(home) == ()
    with compose.open_desk(home) as desk:
        (draft,) = program_drafts.drafts(desk)
    kept = str(draft.document["code"])
    due = sum(moment < killed - BLINK for moment in typed)
    assert due >= AT_LEAST
    assert due <= len(kept) <= len(typed) + 1
    assert kept == "".join(LETTERS[number % 26] for number in range(len(kept)))
