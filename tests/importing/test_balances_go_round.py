"""A clinic moves: balances taken out as a table come in on an empty desk, units, last days, spent and visits alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from db.store import create
from db.verify import verify
from desk_app import demo_clinic, programs, statement
from desk_app.acts import op_id
from desk_app.documents.columns import match_columns
from desk_app.documents.tables import read_table
from desk_app.importing import cells
from desk_app.importing.bring_in import Outcome, import_patients
from desk_app.importing.cells import BadCell
from desk_app.importing.patients import Terms, parse_patients
from desk_app.importing.take_out import csv_bytes, patients_table, xlsx_bytes
from desk_app.ports import Desk
from ui import compose_records

DAY = date(2027, 3, 15)
NOON = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)
Write = Callable[[Iterable[Sequence[str]]], bytes]


def bring_in(desk: Desk, content: bytes) -> Outcome:
    sheet = read_table(content)
    parsed = parse_patients(sheet.rows, match_columns("patients", sheet.header), Terms(DAY, 2, 0))
    with desk.store.reading() as reading:
        program = desk.program_of(reading.versions()[-1])
    outcome = import_patients(desk, parsed.rows, program, dry_run=False)
    outcome.refused += parsed.refused
    return outcome


def accounts_of(desk: Desk) -> dict[str, dict[str, Any]]:
    """By card: units by last good day (unwarned ones that are overdue: today), spent, visits; families as one."""
    found: dict[str, dict[str, Any]] = {}
    with desk.store.reading() as reading:
        known = [
            (one.id, cards[0].number)
            for one in reading.patients()
            if reading.membership(one.id) and (cards := [c for c in reading.cards(one.id) if c.state == "active"])
        ]
    for member, card in known:
        told = statement.statement(desk, member, DAY)
        units = defaultdict[date | None, int](int)
        for lot in told.lots:
            units[max(lot.declared, DAY) if lot.declared and lot.last_good_day is None else lot.last_good_day] += (
                lot.left
            )
        alone = len(told.family) < 2
        found[card] = {"units": dict(units), "spent": told.spent, "visits": told.visits} if alone else {}
    return found


def units_of(desk: Desk, cards: Iterable[str]) -> int:
    """Units of the bearers of these cards, those of a family once."""
    with desk.store.reading() as reading:
        members = [card.member for one in cards if (card := reading.card(one)) is not None]
    told = [statement.statement(desk, member, DAY) for member in members]
    return sum(one.usable + one.pending for one in told if len(one.family) < 2 or one.family[0] == one.member)


@pytest.mark.parametrize("write", [csv_bytes, xlsx_bytes])
def test_balances_of_a_whole_clinic_come_in_as_they_went_out(write: Write, tmp_path: Path) -> None:
    known = compose_records.programs()
    with create(tmp_path / "old.db", durable=False) as old, create(tmp_path / "new.db", durable=False) as new:
        left, entered = (Desk(store, lambda: NOON, known, cache={}) for store in (old, new))
        demo_clinic.make(left, DAY, patients=200)
        programs.publish(entered, demo_clinic.demo_program(2), DAY, op_id("rules"))

        outcome = bring_in(entered, write(list(patients_table(left, "ru", balances=True))))
        before, after = accounts_of(left), accounts_of(entered)
        again = bring_in(entered, write(list(patients_table(entered, "ru", balances=True))))

        # who stands in the directory twice is told, and left to the clinic
        assert {one.code for one in outcome.refused} <= {"row.repeated"}
        assert len(before) - len(after) == len(outcome.refused) < 4
        alone = {card for card in after if before[card]}
        assert {card: after[card] for card in alone} == {card: before[card] for card in alone}
        assert any(len(before[card]["units"]) > 2 for card in alone)
        assert units_of(entered, after) == units_of(left, after) > 0
        assert (again.new, again.completed, again.refused) == (0, 0, [])
        assert verify(new) == ()


def test_parts_of_a_balance_have_a_last_good_day_each() -> None:
    days = cells.read_days("2027-03-20 + 01.05.2027 + —")

    assert cells.read_lots("300 + 1 200 + 50", days, 0) == [
        (300, date(2027, 3, 20)), (1200, date(2027, 5, 1)), (50, None),
    ]  # fmt: skip
    assert cells.read_lots("300 + 50", cells.read_days("2027-03-20"), 0) == [
        (300, date(2027, 3, 20)), (50, date(2027, 3, 20)),
    ]  # fmt: skip
    assert cells.read_lots("", cells.read_days(""), 0) == []


@pytest.mark.parametrize(
    ("units", "days", "code"),
    [("300 + ", "2027-03-20", "units.bad"), ("+300", "", "units.bad"), ("300 + 50 + 1", "2027-03-20 + —", "date.bad")],
)
def test_parts_that_do_not_meet_are_refused(units: str, days: str, code: str) -> None:
    with pytest.raises(BadCell) as bad:
        cells.read_lots(units, cells.read_days(days), 0)

    assert bad.value.code == code
