"""The bench prints every figure beside its raw twin; how long anything takes is no test's business."""

from functools import partial

import psycopg
import pytest

from desk_app import demo_clinic
from tests.cli.conftest import Run, example_of
from ui.cli import bench, bench_paper


def test_the_example_of_the_help_tells_every_figure_with_its_limit(
    tessera: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_clinic, "make", partial(demo_clinic.make, patients=60))
    monkeypatch.setattr(bench_paper, "_cards", lambda count, cards=bench_paper._cards: cards(min(count, 20)))
    # Figures are steady when they are taken often, and there are as many of them when each is taken once.
    monkeypatch.setattr(bench, "_best", lambda work, times, best=bench._best: best(work, 1))
    monkeypatch.setattr(bench, "_in_turn", lambda one, other, times, in_turn=bench._in_turn: in_turn(one, other, 1))

    # the example of the help; its own words are read first, and the last ones keep it from taking minutes
    told = tessera(*example_of(tessera, ("bench",)), "--patients", 1000, "--no-window")

    rows = {row["what"]: row for row in told.json["rows"]}
    assert {"quote, 20 lines, 10 promotions", "check-up of a ready program", "fold of 1,000 facts",
            "rehearsal of 2,000 bills", "reading a year for a rehearsal", "checkout, durable, p50",
            "the demo clinic is made", "a slip as PDF, beside the same ink",
            "ten cards on A4, beside the same ink", "a thousand cards on A4"} <= set(rows)  # fmt: skip
    kinds = ("name", "two names", "phone tail", "card", "birth date", "wrong layout")
    assert {f"look-up, 1,000: {kind}, p99" for kind in kinds} <= set(rows)
    assert all(row["limit_ms"] or row["limit_ratio"] for row in rows.values())
    assert all(row["ours_ms"] > 0 for row in rows.values())
    assert rows["checkout, durable, p50"]["raw_ms"] > 0
    assert told.code == (1 if told.json["over"] else 0)
    assert len(told.json["growth"]) == len(kinds)


def on_server(url: str) -> list[tuple[list[str] | None]]:
    """The databases of the bench, and the roles of desks."""
    query = (
        "SELECT array_agg(datname::text ORDER BY 1) FROM pg_database WHERE datname LIKE 'bench_%' UNION ALL "
        "SELECT array_agg(rolname::text ORDER BY 1) FROM pg_roles WHERE rolname LIKE 'tessera_desk_%'"
    )
    with psycopg.connect(url, autocommit=True) as keeper:
        return keeper.execute(query.encode()).fetchall()


def test_every_figure_of_the_network_is_there_and_nothing_of_it_stays(tessera: Run, postgres: str) -> None:
    before = on_server(postgres)

    told = tessera("bench", "sync", "--url", postgres, "--acts", 100, "--seconds", 1, "--desks", 2,
                   "--patients", 300)  # fmt: skip

    rows = {row["what"]: row for row in told.json["rows"]}
    beside = {"push of 100 acts, p50", "push of one act, p99", "pull and apply 100 acts, 100 in a transaction",
              "checkout while acts are fetched, p50", "checkout while acts are fetched, p99",
              "a new desk begins with 300 patients"}  # fmt: skip
    alone = {"an act is seen at another desk, p50", "an act is seen at another desk, p99", "2 desks: acts a second",
             "2 desks: push, p99", "a look at a centre of 2,000 streams", "how far 2,000 streams reach",
             "an act on the line", "an act at the centre", "an act at a desk"}  # fmt: skip
    assert beside | alone <= set(rows)
    assert all(rows[what]["raw_ms"] > 0 and (rows[what]["limit_ratio"] or rows[what]["limit_ms"]) for what in beside)
    assert all(rows[what]["ours_ms"] > 0 for what in beside | alone)
    assert rows["2 desks: what differs at the end"]["ours_ms"] == 0
    assert rows["what does not hold at the centre"]["ours_ms"] == 0
    assert on_server(postgres) == before
    assert told.code == (1 if told.json["over"] else 0)


def test_a_bench_of_a_network_asks_for_a_server(tessera: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TESSERA_TEST_PG", raising=False)

    told = tessera("bench", "sync")

    assert told.json["error"] == "centre.url"
