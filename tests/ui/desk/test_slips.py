"""F12 sends the slip to the sheet this computer prints on, in the patient's language, with ДЕМО where it is one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest

from desk_app import returning
from desk_app.acts import new_id
from desk_app.announcing import record
from desk_app.ports import Desk, ReceiptRow
from desk_app.slips import Paragraph
from desk_app.statement import statement
from desk_app.station import SheetPrinter, Station
from tests.ui.clinic import Clinic
from tests.ui.desk.conftest import Counter
from ui import formats
from ui.desk.patient.presenter import PatientState
from ui.desk.slips import print_slip, sheet_of
from ui.screen import Frame
from ui.slip import slip_of


@dataclass
class Paperless:
    """A window that notes what was sent to paper, and draws it."""

    station: Station = field(default_factory=Station)
    demo: bool = False
    sent: list[tuple[str, str, bytes]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def print_sheet(self, sheet: str, title: str, draw: Any, note: str = "") -> None:
        """Note it."""
        self.sent.append((sheet, title, draw()))
        self.notes.append(note)


def row_of(desk: Desk, receipt: str) -> ReceiptRow:
    """A receipt as stored."""
    with desk.store.reading() as reading:
        row = reading.receipt(receipt)
    assert row is not None
    return row


@pytest.mark.usefixtures("qapp")
def test_the_slip_of_a_payment_and_then_of_its_return(clinic: Clinic) -> None:
    window = Paperless(demo=True)
    receipt = clinic.visit("anna", "B01.047.001")
    row = row_of(clinic.desk, receipt)

    print_slip(cast(Frame, window), clinic.desk, row)
    returning.give_back(clinic.desk, receipt, [("1", 1)], new_id())
    print_slip(cast(Frame, window), clinic.desk, row)

    assert [(sheet, title) for sheet, title, _ in window.sent] == [
        ("slip", f"Квитанция № {row.number}"), ("slip", f"Возврат по квитанции № {row.number}"),
    ]  # fmt: skip
    assert all(pdf.startswith(b"%PDF") for *_, pdf in window.sent)


def test_a_computer_that_has_a5_alone_prints_on_it() -> None:
    bare = Station()
    office = replace(bare, printers={"slip-a5": SheetPrinter("Office")})
    counter = replace(bare, printers={"slip-a5": SheetPrinter("Office"), "slip": SheetPrinter("Roll")})

    assert sheet_of(bare) == ("slip", "roll")
    assert sheet_of(office) == ("slip-a5", "a5")
    assert sheet_of(counter) == ("slip", "roll")


@pytest.mark.usefixtures("qapp")
def test_a_slip_that_came_out_is_the_warning_of_what_it_names_and_only_once(counter: Counter) -> None:
    clinic = counter.clinic
    clinic.clock.pass_days(150)
    receipt = clinic.visit("anna", "B01.047.001")
    row = row_of(clinic.desk, receipt)
    counter.open("anna")
    owed = [lot.id for lot in patient(counter).to_warn]
    window = Paperless()

    print_slip(cast(Frame, window), clinic.desk, row)
    assert [lot.id for lot in patient(counter).to_warn] == owed
    counter.presenter.sheet_out(window.notes[0])

    assert owed
    assert patient(counter).to_warn == ()
    acts = warnings(clinic.desk)
    assert len(acts) == 1
    print_slip(cast(Frame, window), clinic.desk, row)
    counter.presenter.sheet_out(window.notes[0])
    counter.presenter.sheet_out(window.notes[1])
    assert warnings(clinic.desk) == acts


@pytest.mark.usefixtures("qapp")
def test_a_slip_does_not_warn_of_what_it_earned_itself(clinic: Clinic) -> None:
    receipt = clinic.visit("younger", "B01.047.001")
    clinic.clock.pass_days(200)
    window = Paperless()

    print_slip(cast(Frame, window), clinic.desk, row_of(clinic.desk, receipt))

    assert window.notes == [""]


@pytest.mark.usefixtures("qapp")
def test_a_slip_promises_the_day_that_its_own_warning_gives(clinic: Clinic) -> None:
    clinic.visit("younger", "B01.047.001")
    clinic.clock.pass_days(364)
    second = clinic.visit("younger", "B01.047.001")
    declared = statement(clinic.desk, clinic.people["younger"]).next_lapse
    assert declared is not None
    slip = slip_of(clinic.desk, second, "en")
    assert slip.announced is not None
    assert record(clinic.desk, slip.announced, "slip") == len(slip.announced.lots) > 0

    promised = statement(clinic.desk, clinic.people["younger"]).next_lapse

    assert promised is not None
    assert promised[1] > declared[1]
    said = " ".join(block.text for block in slip.blocks if isinstance(block, Paragraph)).replace(formats.SPACE, " ")
    assert formats.said_day(promised[1], "en").replace(formats.SPACE, " ") in said


def patient(counter: Counter) -> PatientState:
    counter.presenter.refresh()
    assert counter.state.patient is not None
    return counter.state.patient


def warnings(desk: Desk) -> list[str]:
    with desk.store.reading() as reading:
        return [act.op_id for act in reading.journal(200) if act.kind == "warn"]
