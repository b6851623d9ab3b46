"""A number beside a raw one means something only when both did the same."""

from __future__ import annotations

from pathlib import Path

from db import raw_twin
from db.bulk import load
from db.crowd import crowd
from db.measuring import asked_lines, look_up
from db.store import SqlStore


def test_every_kind_of_look_up_is_timed_beside_its_own_statements(tmp_path: Path) -> None:
    found, lines = look_up(tmp_path, 400, 50, lambda *_: None), asked_lines(400)

    assert set(found) == set(lines)
    for kind, twin in found.items():
        assert len(twin.ours) == len(twin.raw) == len(lines[kind])
        assert all(seconds > 0 for seconds in (*twin.ours, *twin.raw))
    assert not list(tmp_path.glob("*.db"))


def test_two_names_and_a_day_of_birth_take_one_statement(desk: SqlStore) -> None:
    load(desk, crowd(400))
    lines = asked_lines(400)
    for kind in ("name", "two names", "birth date"):
        for line in lines[kind]:
            script = raw_twin.noted_reading(desk, lambda reading, line=line: reading.find(line, 50))  # type: ignore[misc]  # the line of this turn
            assert len(script) == 1, line
