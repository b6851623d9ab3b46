"""F12 sends the slip to the sheet this computer prints on, in the patient's language, with ДЕМО where it is one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest

from desk_app import returning
from desk_app.acts import new_id
from desk_app.ports import Desk, ReceiptRow
from desk_app.station import SheetPrinter, Station
from tests.ui.clinic import Clinic
from ui.desk.slips import print_slip, sheet_of
from ui.screen import Frame


@dataclass
class Paperless:
    """A window that notes what was sent to paper, and draws it."""

    station: Station = field(default_factory=Station)
    demo: bool = False
    sent: list[tuple[str, str, bytes]] = field(default_factory=list)

    def print_sheet(self, sheet: str, title: str, draw: Any) -> None:
        """Note it."""
        self.sent.append((sheet, title, draw()))


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
