"""The desk worked by keys alone, in a real window on a real store; the mouse is never touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QPushButton, QWidget

from desk_app.domain.errors import Trouble
from tests.ui.clinic import Clinic
from tests.ui.desk.conftest import Desktop
from ui import language
from ui.desk.room import DeskRoom
from ui.desk.state import Page
from ui.main_window import MainWindow

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_name_a_service_and_f9(desktop: Desktop) -> None:
    desktop.type("щел")
    desktop.press(ENTER)
    desktop.type("терапевта перв")
    desktop.press(ENTER)
    assert desktop.sum == "₽2,200.00"

    desktop.press(Qt.Key.Key_F9)

    assert desktop.notice.startswith("Paid ₽2,200.00, receipt A-000004.")
    assert desktop.search.hasFocus()
    assert desktop.search.text() == ""


def test_enter_in_an_empty_field_goes_to_the_act_and_enter_does_it(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, ENTER)
    assert desktop.focus is desktop.room.view.total.main_buttons[0]

    desktop.press(Qt.Key.Key_Space)

    assert desktop.notice.startswith("Paid")


def test_f8_takes_it_back_and_the_bill_is_open_again(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F9)

    desktop.press(Qt.Key.Key_F8)

    assert "is undone" in desktop.notice
    assert desktop.room.view.bill.lines.sentences() == ["Physician, first visit, to pay ₽2,200.00"]
    assert desktop.room.view.patient.sentences()[0] == "Щёлокова Анна Юрьевна"


def test_f7_asks_for_units_and_f7_again_for_all_that_is_possible(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F7)
    desktop.type("100")
    assert desktop.sum == "₽2,100.00"

    desktop.press(Qt.Key.Key_F7)

    assert desktop.sum == "₽1,924.00"
    desktop.press(ENTER)
    assert desktop.room.presenter.state.page is Page.BILL
    assert desktop.focus is desktop.room.view.bill.entry


def test_f1_says_why_in_two_voices(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F1)
    view = desktop.room.view.why
    to_the_desk = view.sentences()

    desktop.press(Qt.Key.Key_Right)

    assert view.for_patient.isChecked()
    assert to_the_desk
    assert view.sentences() != to_the_desk
    desktop.press(ESC)
    assert desktop.room.presenter.state.page is Page.BILL


def test_plus_minus_delete_and_the_payers_by_digit(desktop: Desktop) -> None:
    desktop.find("щел")
    for code in ("B01.047.001", "A04.16.001"):
        desktop.type(code)
        desktop.press(ENTER)

    desktop.press(Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
    desktop.press(Qt.Key.Key_4, modifier=CTRL)
    assert desktop.room.view.bill.lines.sentences()[1] == (
        "Abdominal ultrasound, 2 pieces, paid by: insurer, to pay ₽5,200.00"
    )
    assert desktop.sum == "₽2,200.00"
    desktop.press(Qt.Key.Key_Delete)

    assert len(desktop.room.view.bill.lines.sentences()) == 1
    assert desktop.notice == "Taken off: Abdominal ultrasound."
    desktop.press(Qt.Key.Key_F8, modifier=CTRL)
    assert len(desktop.room.view.bill.lines.sentences()) == 2


def test_the_open_line_counts_at_every_keystroke_and_esc_puts_it_back(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F2)
    form = desktop.room.view.bill.open_line
    assert form.pieces.hasFocus()
    form.price.setFocus()
    form.price.selectAll()

    desktop.type("1000,50")
    assert desktop.sum == "₽1,000.50"
    desktop.press(ESC)

    assert desktop.sum == "₽2,200.00"
    assert form.isHidden()


def test_a_line_by_hand_asks_for_its_price(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("справка")
    desktop.press(Qt.Key.Key_Down, ENTER)
    form = desktop.room.view.bill.open_line
    assert form.price.hasFocus()

    desktop.type("900")
    desktop.press(ENTER)

    assert desktop.sum == "₽900.00"
    assert desktop.focus is desktop.room.view.bill.entry


def test_enter_on_a_button_of_a_form_presses_it_and_the_form_stays(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F2)
    line = desktop.room.view.bill.open_line
    line.no_discount.setFocus()
    desktop.press(ENTER)
    assert line.no_discount.isChecked()
    assert line.isVisible()
    desktop.press(ESC, Qt.Key.Key_F7)
    wishes = desktop.room.view.wishes

    wishes.proofs["pin"].setFocus()
    desktop.press(ENTER)

    assert desktop.room.presenter.state.bill.bill.proof == "pin"
    assert desktop.room.presenter.state.page is Page.WISHES
    wishes.coupon.setFocus()
    desktop.type("HYG")
    desktop.press(ENTER)
    assert "HYG" in desktop.room.presenter.state.bill.bill.coupons
    QApplication.processEvents()
    taken_back = next(one for one in wishes.findChildren(QPushButton) if one.text().startswith("HYG"))
    taken_back.setFocus()
    desktop.press(ENTER)
    assert not desktop.room.presenter.state.bill.bill.coupons
    assert desktop.focus is wishes.coupon


def test_after_paying_the_units_are_there_and_no_longer_promised(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER)
    assert desktop.room.view.total.words().under == ("earns 66 · 342\N{NO-BREAK SPACE}points after it",)

    desktop.press(Qt.Key.Key_F9)

    assert desktop.room.view.total.words().under == ("66 earned · 342\N{NO-BREAK SPACE}points on the account",)


def test_a_return_is_shown_before_it_is_confirmed(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F8, modifier=SHIFT)
    receipts = desktop.room.view.receipts
    assert receipts.receipts.hasFocus()
    assert len(receipts.receipts.sentences()) == 3

    desktop.press(ENTER, Qt.Key.Key_Plus)
    assert desktop.sum == "₽1,800.00"
    desktop.press(Qt.Key.Key_F9)

    assert desktop.notice.startswith("Given back to Щёлокова Анна Юрьевна: ₽1,800.00")


@pytest.mark.parametrize("way", ["return", "undo"])
def test_a_sum_that_changes_twice_takes_the_keyboard_from_nobody(desktop: Desktop, way: str) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F9)
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F8, modifier=SHIFT)

    if way == "return":
        desktop.press(ENTER, Qt.Key.Key_Plus, Qt.Key.Key_F9)
    else:
        for _ in range(2):
            desktop.press(Qt.Key.Key_F9, modifier=SHIFT)
    QApplication.processEvents()

    assert QApplication.activeWindow() is desktop.window
    view = desktop.room.view
    assert desktop.focus is (view.receipts.lines if way == "return" else view.bill.entry)


def test_esc_leads_home_and_an_empty_search_waits(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("терап")

    desktop.press(ESC, ESC, ESC)

    assert desktop.room.presenter.state.patient is None
    assert desktop.search.hasFocus()


def test_a_scan_attaches_the_open_bill(desktop: Desktop) -> None:
    desktop.press(Qt.Key.Key_Tab)
    desktop.room.view.bill.entry.setFocus()
    desktop.type("B01.047.001")
    desktop.press(ENTER)

    desktop.window.take_scan(desktop.clinic.cards["anna"])

    assert "the open bill is theirs now" in desktop.notice
    assert desktop.room.view.patient.sentences()[0] == "Щёлокова Анна Юрьевна"
    assert desktop.sum == "₽2,200.00"


def test_everything_that_can_be_operated_has_a_name(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F2)
    nameless: list[QWidget] = []
    for page in (None, Page.WISHES, Page.WHY, Page.RECEIPTS):
        if page is not None:
            desktop.room.presenter.turn_to(page)
        nameless += _nameless(desktop.room.view)
    desktop.room.presenter.turn_to(Page.BILL)
    desktop.press(Qt.Key.Key_F4)
    nameless += _nameless(desktop.room.form.view)

    assert nameless == []


def _nameless(part: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QListView)
    shown = [one for kind in kinds for one in part.findChildren(kind) if one.isVisible()]
    return [one for one in shown if not one.accessibleName() and not getattr(one, "text", lambda: "")()
            and not _inside_another(one)]  # fmt: skip


def _inside_another(widget: QWidget) -> bool:
    # Qt's own parts of a spin box or a combo box carry no name of their own.
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, (QComboBox, QLineEdit))


def test_tab_follows_the_reading_order(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER)
    view = desktop.room.view
    passed = []
    for _ in range(4):
        passed.append(QApplication.focusWidget())
        desktop.press(Qt.Key.Key_Tab)

    assert passed == [view.bill.entry, view.bill.lines, view.strip.keys[0], view.total.main_buttons[0]]


def test_f6_walks_through_the_parts(desktop: Desktop) -> None:
    desktop.find("щел")
    view = desktop.room.view

    desktop.type("B01.047.001")
    desktop.press(ENTER)
    passed = []
    for _ in range(4):
        passed.append(desktop.focus)
        desktop.press(Qt.Key.Key_F6)

    assert passed == [view.bill.entry, view.bill.lines, view.total.main_buttons[0], desktop.search]


def test_an_unknown_card_is_given_to_the_member_on_screen_by_one_key(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.window.take_scan("2912345678906")
    assert "Nobody has the card" in desktop.notice

    desktop.press(ENTER, modifier=CTRL)

    assert desktop.notice.startswith("Card 2912")


def test_a_search_and_a_new_sum_are_read_aloud_once(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(desktop.window, "announce", said.append)

    desktop.type("иван")
    desktop.press(ENTER)
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_Plus)

    assert said[0] == "2 patients found."
    assert said[-2:] == ["To pay: ₽2,200.00", "To pay: ₽4,400.00"]


def test_the_desk_changes_its_language_while_it_is_open(desktop: Desktop, qapp: QApplication) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER)

    language.speak(qapp, "ru")
    qapp.processEvents()

    view = desktop.room.view
    plain = [text.replace("\N{NO-BREAK SPACE}", " ") for text in (desktop.sum, *view.bill.lines.sentences())]
    assert plain == ["2 200,00 ₽", "Physician, first visit, к оплате 2 200,00 ₽"]
    assert view.total.words().caption == "К оплате"
    assert any("40 лет" in line for line in view.patient.sentences())


def test_nothing_is_paid_while_the_list_of_patients_covers_the_bill(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F3)
    desktop.type("иван")
    assert not desktop.room.view.total.main_buttons[0].isEnabled()

    desktop.press(Qt.Key.Key_F9)

    assert desktop.notice.startswith("Nothing is paid while the list of patients covers the bill.")
    desktop.press(ESC)
    assert desktop.sum == "₽2,200.00"
    desktop.press(Qt.Key.Key_F9)
    assert desktop.notice.startswith("Paid ₽2,200.00")


def test_f11_twice_leaves_the_card_as_it_is(desktop: Desktop) -> None:
    desktop.find("щел")

    desktop.press(Qt.Key.Key_F11, Qt.Key.Key_F11)

    cards = desktop.room.presenter.state.cards.rows
    assert [(card.number, card.state) for card in cards] == [(desktop.clinic.cards["anna"], "active")]


def test_f8_among_receipts_undoes_nothing_and_shift_f9_asks_first(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F9)
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F8, modifier=SHIFT)

    desktop.press(Qt.Key.Key_F8)
    assert desktop.notice.startswith("F8 undoes nothing among receipts.")
    desktop.press(Qt.Key.Key_F9, modifier=SHIFT)
    assert desktop.notice.startswith("Undo receipt A-000004 of Щёлокова Анна Юрьевна, ₽2,200.00 back?")
    desktop.room.view.receipts.reason.setFocus()
    desktop.type("Другой врач")
    desktop.press(Qt.Key.Key_F9, modifier=SHIFT)

    assert "is undone" in desktop.notice
    with desktop.clinic.desk.store.reading() as reading:
        assert reading.journal(1)[0].body["return"]["reason"] == "Другой врач"


def test_f8_during_the_next_bill_says_whose_receipt_it_is_and_waits(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER, Qt.Key.Key_F9)
    desktop.find("иван")
    desktop.type("A04.16.001")
    desktop.press(ENTER, Qt.Key.Key_F8)
    assert desktop.notice.startswith("Undo receipt A-000004 of Щёлокова Анна Юрьевна, ₽2,200.00 back?")

    desktop.press(ESC, Qt.Key.Key_F8)
    assert desktop.notice.startswith("Undo receipt A-000004")
    desktop.press(Qt.Key.Key_F8)

    assert "is undone" in desktop.notice
    assert len(desktop.room.view.bill.lines.sentences()) == 1


def test_a_line_without_a_price_is_asked_for_before_it_is_paid(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("справка")
    desktop.press(Qt.Key.Key_Down, ENTER, ENTER)

    desktop.press(Qt.Key.Key_F9)

    price = desktop.room.view.bill.open_line.price
    assert desktop.notice.startswith("What does “справка” cost?")
    assert price.hasFocus()
    desktop.press(Qt.Key.Key_F9)
    assert desktop.notice.startswith("What does")
    desktop.type("0")
    desktop.press(Qt.Key.Key_F9)
    assert desktop.notice.startswith("Paid ₽0.00")


def test_on_a_full_disk_dead_keys_say_why_and_the_bill_is_still_explained(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(ENTER)
    desktop.room.presenter.problem_came(Trouble("disk.full"))
    assert desktop.notice.startswith("The disk is full: nothing was stored")
    assert "Finding, pricing and explaining work" in desktop.notice
    pay = desktop.room.bound["pay"]
    assert not pay.isEnabled()
    assert pay.toolTip().startswith("The disk is full")
    desktop.window.hush()

    desktop.press(Qt.Key.Key_F9)
    assert desktop.notice.startswith("The disk is full")
    desktop.press(Qt.Key.Key_F1)
    assert desktop.room.presenter.state.page is Page.WHY
    desktop.press(ENTER, modifier=CTRL)

    assert desktop.notice.startswith("The disk takes everything again")
    assert pay.isEnabled()
    assert not pay.toolTip().startswith("The disk")


def test_enter_goes_on_to_the_bill_once_the_payer_is_chosen(desktop: Desktop) -> None:
    desktop.find("иванова")
    desktop.press(Qt.Key.Key_F7)
    desktop.room.view.wishes.payer.field.setFocus()
    desktop.type("щел")
    desktop.press(Qt.Key.Key_Return)
    chosen, page = desktop.room.presenter.bill.draft.bill.payer, desktop.room.presenter.state.page
    desktop.press(Qt.Key.Key_Return)

    assert chosen
    assert (page, desktop.room.presenter.state.page) == (Page.WISHES, Page.BILL)


def test_a_key_means_one_act_before_anything_is_shown(shell: Callable[..., MainWindow], clinic: Clinic) -> None:
    room = DeskRoom(shell(), clinic.desk, lambda _: None)
    live = [action.shortcut().toString() for action in room.view.actions() if action.isVisible() and action.isEnabled()]

    assert [key for key, times in Counter(filter(None, live)).items() if times > 1] == []
