"""The bench prints every figure beside its raw twin; how long anything takes is no test's business."""

from functools import partial

import pytest

from desk_app import demo_clinic
from tests.cli.conftest import Run


def test_every_figure_is_there_with_its_limit(tessera: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_clinic, "make", partial(demo_clinic.make, patients=60))

    told = tessera("bench", "--patients", 1000, "--no-window")

    rows = {row["what"]: row for row in told.json["rows"]}
    assert {"quote, 20 lines, 10 promotions", "fold of 1,000 facts", "checkout, durable, p50",
            "the demo clinic is made", "a slip as PDF, beside the same ink",
            "ten cards on A4, beside the same ink", "a thousand cards on A4"} <= set(rows)  # fmt: skip
    kinds = ("name", "two names", "phone tail", "card", "birth date", "wrong layout")
    assert {f"look-up, 1,000: {kind}, p99" for kind in kinds} <= set(rows)
    assert all(row["limit_ms"] or row["limit_ratio"] for row in rows.values())
    assert all(row["ours_ms"] > 0 for row in rows.values())
    assert rows["checkout, durable, p50"]["raw_ms"] > 0
    assert told.code == (1 if told.json["over"] else 0)
    assert len(told.json["growth"]) == len(kinds)
