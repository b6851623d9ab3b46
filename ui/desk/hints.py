"""What the bar says while nothing has happened: what the keys do on this page, or why nothing can be written."""

from PySide6.QtCore import QCoreApplication

from ui.desk.shut import shut_words
from ui.desk.state import DeskState, Page


def hint(state: DeskState, *, on_form: bool) -> str:
    """The hint of the page, or of the form of a patient that covers it."""
    if state.shut is not None:
        return shut_words(state.shut, state.bill.program)
    if on_form:
        return QCoreApplication.translate("DeskRoom", "Enter goes to the next field, F9 saves, Esc keeps it for later.")
    if state.page is Page.FOUND and not (state.lookup.rows or state.lookup.receipts):
        return QCoreApplication.translate("DeskRoom", "F4 writes down a new patient, Esc goes back.")
    return _hints()[state.page] if state.page is not Page.BILL or state.bill.bill.lines else ""


def _hints() -> dict[Page, str]:
    return {
        Page.BILL: QCoreApplication.translate(
            "DeskRoom", "Enter adds; + and − count pieces, Del takes off, Ctrl+1…6 who pays; Shift+F1 shows all keys."
        ),
        Page.FOUND: QCoreApplication.translate("DeskRoom", "Enter opens the highlighted patient, Esc goes back."),
        Page.WHY: QCoreApplication.translate("DeskRoom", "Arrows scroll, ← and → change the voice, Esc goes back."),
        Page.WISHES: QCoreApplication.translate(
            "DeskRoom", "F7 takes all units possible; Enter goes back to the bill."
        ),
        Page.ASIDE: QCoreApplication.translate("DeskRoom", "Enter opens the bill, Del forgets it; Esc goes back."),
        Page.CARDS: QCoreApplication.translate(
            "DeskRoom", "F12 prints the card, Ctrl+F11 gives another one, Shift+F11 blocks it; a scanned one is given."
        ),
        Page.RECEIPTS: QCoreApplication.translate(
            "DeskRoom", "Arrows choose a receipt, Enter its lines; Esc goes back."
        ),
    }
