"""A slip printed from the command line is handed over too: what it names is warned of, once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import resources
from desk_app import checkout, drafts, enrolment, programs
from desk_app.acts import op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.bill import Bill, Line
from desk_app.domain.people import Patient
from tests.cli.conftest import Run
from ui import compose, compose_records


def a_member_with_old_points(home: Path) -> str:
    """Somebody who earned ten months ago and today."""
    compose_records.make_desk(home, encrypted=False)
    now = datetime.now(UTC)
    with compose.open_desk(home) as desk:
        preset = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
        programs.publish(desk, preset, (now - timedelta(days=400)).date(), op_id("rules"))
        member = enrolment.enrol(
            desk, enrolment.EnrolmentForm(Patient(op_id("anna"), "Ким", "Анна")), op_id("enrol")
        ).member
        for name, ago in (("first", 300), ("second", 0)):
            bill = drafts.dated(desk, Bill(name, member, now, (Line("1", 180_000, category="consultation"),)))
            checkout.settle(desk, replace(bill, at=bill.at - timedelta(days=ago)), op_id(name))
    return member


def test_a_printed_slip_warns_of_what_it_names_once(tmp_path: Path, tessera: Run) -> None:
    home = tmp_path / "clinic"
    member = a_member_with_old_points(home)

    def print_it() -> int:
        said = tessera("print", "slip", "second", "--out", tmp_path / "slip.pdf", "--home", home)
        warned: int = said.json["warned"]
        return warned

    first, again = print_it(), print_it()

    assert (first, again) == (1, 0)
    lots = tessera("statement", member, "--home", home).json["lots"]
    assert sorted(lot["warned"] for lot in lots) == [False, True]
