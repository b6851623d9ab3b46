"""A desk killed in the middle of payments, again and again: what was shown is there, and once."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import resources
from desk_app import enrolment, programs
from desk_app.acts import op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.people import Patient
from tests.stories.till import pay
from ui import compose, compose_records

KILLS = 32
#: However slow the machine, the test ends; fewer kills are then enough.
SECONDS = 12.0
ROOT = Path(__file__).parents[2]


def clinic(home: Path) -> str:
    """A desk with one member on a real, durable file; the member's id."""
    compose_records.make_desk(home, encrypted=False)
    with compose.open_desk(home) as desk:
        preset = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
        programs.publish(desk, preset, datetime.now(UTC).date(), op_id("rules"))
        form = enrolment.EnrolmentForm(Patient(op_id("anna"), "Ким", "Анна"))
        return enrolment.enrol(desk, form, op_id("enrol")).member


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor SIGKILL")
def test_every_receipt_that_was_shown_is_there_after_the_power_went(tmp_path: Path) -> None:
    home = tmp_path / "clinic"
    member = clinic(home)

    told = subprocess.run(
        [sys.executable, "-m", "tests.stories.till", str(home), member, str(KILLS), str(SECONDS)],
        check=True, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip

    lines = [line.split() for line in told.stdout.splitlines()]
    begun = [words[1] for words in lines if words[0] == "begun" and len(words) == 2]
    shown = {words[1]: words[2] for words in lines if words[0] == "paid" and len(words) == 3}
    rounds = sum(words[0] == "killed" for words in lines)
    assert rounds >= 5
    assert len(shown) > rounds // 2
    assert compose.verify(home) == ()
    with compose.open_desk(home) as desk:
        with desk.store.reading() as reading:
            kept = {row.bill: row.number for row in reading.last_receipts(1_000_000)}
        again = {name: pay(desk, member, name) for name in begun[-40:]}
        with desk.store.reading() as reading:
            after = [row.bill for row in reading.last_receipts(1_000_000)]
    # every receipt that was shown is kept, under its own number
    assert shown.items() <= kept.items()
    assert set(kept) <= set(begun)
    # asked for once more under the same operation, a payment is the receipt it was, or is made now; never two
    assert {name: number for name, number in again.items() if name in kept}.items() <= kept.items()
    assert sorted(after) == sorted({*kept, *again})
