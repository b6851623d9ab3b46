"""F12 at the desk: the slip of a receipt, or of what came back of it, on the way to the printer of this computer."""

from functools import partial

from desk_app import returning
from desk_app.ports import Desk, ReceiptRow
from desk_app.printing.slip import Size, draw
from desk_app.station import Station
from ui.screen import Frame
from ui.slip import return_slip_of, slip_of


def print_slip(frame: Frame, desk: Desk, row: ReceiptRow) -> None:
    """Compose the slip now, draw it on the worker. Paper speaks the patient's language, not the clerk's."""
    with desk.store.reading() as reading:
        patient = reading.patient(row.patient)
    language = patient.language if patient is not None else frame.station.language
    of = return_slip_of if returning.returned(desk, row.id) else slip_of
    slip = of(desk, row.id, language, demo=frame.demo)
    sheet, size = sheet_of(frame.station)
    note = slip.announced.text() if slip.announced is not None else ""
    frame.print_sheet(sheet, slip.title, partial(draw, slip, size), note)


def sheet_of(station: Station) -> tuple[str, Size]:
    """The kind of sheet this computer prints slips on: A5 where only that has a printer, else the roll."""
    if station.printer("slip-a5").printer and not station.printer("slip").printer:
        return "slip-a5", "a5"
    return "slip", "roll"
