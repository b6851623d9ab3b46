"""The demo clinic as `tessera demo` makes it: whole, to the last act, in its own file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from desk_app import demo_clinic
from tests.cli.conftest import Run
from ui.compose import open_desk


def test_the_last_acts_of_the_demo_clinic_are_in_its_file(
    tessera: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_clinic, "make", partial(demo_clinic.make, patients=60))

    assert tessera("demo", "--no-window", "--home", str(tmp_path)).code == 0

    with open_desk(tmp_path / "demo") as desk:
        with desk.store.reading() as reading:
            assert reading.setting("clinic") == demo_clinic.CLINIC
            given = [row.number for row in reading.last_receipts(10_000) if row.number.startswith("A-")]
        with desk.store.writing() as writing:
            following = writing.next_number()
    assert given
    assert following == max(int(number.rpartition("-")[2]) for number in given) + 1
