"""The states of the desk room that the tour shows: found, priced, explained, paid, undone, given back, joining."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from desk_app import lookup, statement
from desk_app.domain.differences import differences
from desk_app.domain.errors import Trouble
from desk_app.making_good import WishRow
from desk_app.printing.slip import draw
from desk_app.rollout.at_desk import News
from desk_app.versions import record_on, today
from ui.desk.presenter import DeskPresenter
from ui.desk.state import Page
from ui.picture import Picture
from ui.printer import Job
from ui.slip import return_slip_of, slip_of
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.desk.room import DeskRoom
    from ui.main_window import MainWindow

_BILL = ("B01.047.001", "A04.10.002", "A16.07.051")


def empty(window: MainWindow, desk: Desk) -> None:
    """Nothing yet: the room says what to do."""
    _at_desk(window)


def found(window: MainWindow, desk: Desk) -> None:
    """Two words half typed, and too many of that name."""
    _type(window, "ива")


def found_by_layout(window: MainWindow, desk: Desk) -> None:
    """The surname under the wrong keyboard layout."""
    _type(window, "bdfyjd")


def nobody(window: MainWindow, desk: Desk) -> None:
    """Nobody of that name, and what to do now."""
    _type(window, "щукарьский")


def patient(window: MainWindow, desk: Desk) -> None:
    """Who this is: level, units, what lapses, comfort notes, family."""
    _at_desk(window).open_patient(_faithful(desk))


def owed(window: MainWindow, desk: Desk) -> None:
    """Desks did not hear each other: money is owed, units were spent twice, and a consent is missing besides."""
    presenter = _at_desk(window)
    presenter.open_patient(_faithful(desk))
    shown = presenter.state.patient
    assert shown is not None
    assert shown.statement is not None
    wish = WishRow("r", "A-000012", shown.today, 600, 60_000, 600, 60_000, open=False, ended="", handed=False)
    # shown without having happened: nothing of it shall stand in the pictures after this one
    presenter.show_patient(
        replace(shown, statement=replace(shown.statement, wishes=(wish,), overdraft=50), consents=())
    )


def services(window: MainWindow, desk: Desk) -> None:
    """The price list answers while a service is typed."""
    presenter = _at_desk(window)
    presenter.open_patient(_faithful(desk))
    presenter.bill.type_entry("приём")


def bill(window: MainWindow, desk: Desk) -> None:
    """A bill of three lines, one of them paid by the insurer."""
    _billed(window, desk)


def units(window: MainWindow, desk: Desk) -> None:
    """The same bill with as many units as may be spent."""
    _billed(window, desk).wish(redeem=None, proof="card")


def wishes(window: MainWindow, desk: Desk) -> None:
    """What may be asked of a bill: units, coupons, rewards, a discount by hand."""
    _billed(window, desk).turn_to(Page.WISHES)


def why(window: MainWindow, desk: Desk) -> None:
    """Why, line by line."""
    presenter = _billed(window, desk)
    presenter.wish(redeem=None, proof="card")
    presenter.why()


def refused(window: MainWindow, desk: Desk) -> None:
    """A discount by hand above what an employee may give."""
    from fractions import Fraction

    from desk_app.domain.bill import ManualDiscount

    presenter = _billed(window, desk)
    presenter.bill.discount_by_hand(ManualDiscount("apology", Fraction(1, 2)))
    presenter.pay()


def paid(window: MainWindow, desk: Desk) -> None:
    """Paid: the sum, the receipt, and the way back."""
    _billed(window, desk).pay()


def stranger(window: MainWindow, desk: Desk) -> None:
    """A bill of nobody: the list price, what joining would have given, and the question before it is paid."""
    presenter = _at_desk(window)
    for code in _BILL[:2]:
        presenter.bill.type_entry(code)
        presenter.bill.take_entry()
    presenter.pay()


def shut(window: MainWindow, desk: Desk) -> None:
    """The disk is full: the bill is priced and explained, and the keys that write are dead."""
    _billed(window, desk).problem_came(Trouble("disk.full"))


def undone(window: MainWindow, desk: Desk) -> None:
    """Undone: the bill is open again."""
    presenter = _billed(window, desk)
    presenter.pay()
    presenter.undo()


def handed_over(window: MainWindow, desk: Desk) -> None:
    """Another card was scanned: the open bill waits, and the bar says how it comes back."""
    presenter = _billed(window, desk)
    other = next(one.id for one in lookup.find(desk, "ив", 40).rows if one.member and one.id != _faithful(desk))
    presenter.open_patient(other, proof="card")


def waiting(window: MainWindow, desk: Desk) -> None:
    """Bills that wait, to be taken up again."""
    presenter = _billed(window, desk)
    presenter.aside.set_aside()
    presenter.bill.type_entry(_BILL[0])
    presenter.bill.take_entry()
    presenter.aside.set_aside()
    window.hush()
    presenter.turn_to(Page.ASIDE)


def cards(window: MainWindow, desk: Desk) -> None:
    """The cards of a patient: one that opens the account, one that was lost."""
    presenter = _at_desk(window)
    presenter.open_patient(_faithful(desk))
    presenter.turn_to(Page.CARDS)
    presenter.cards.give()


def receipts(window: MainWindow, desk: Desk) -> None:
    """The receipts of a patient: one undone, one that came back in part."""
    presenter = _billed(window, desk)
    presenter.pay()
    presenter.undo()
    presenter.pay()
    presenter.open_patient(_faithful(desk))
    presenter.turn_to(Page.RECEIPTS)
    presenter.receipts.ask(1)
    presenter.pay()
    presenter = _at_desk(window)
    presenter.open_patient(_faithful(desk))
    presenter.turn_to(Page.RECEIPTS)


def returning(window: MainWindow, desk: Desk) -> None:
    """A piece comes back: what is given, before anything is done."""
    receipts(window, desk)
    shown = _room(window).presenter.receipts
    for row in range(len(shown.state.rows)):
        shown.choose(row)
        left = [place for place, line in enumerate(shown.state.sheet.lines) if line.left] if shown.state.sheet else []
        if left:
            shown.highlight_line(left[-1])
            break
    shown.ask(1)


def void_asked(window: MainWindow, desk: Desk) -> None:
    """A receipt of today undone whole: whose it is and what goes back is asked before it is done."""
    _billed(window, desk).pay()
    presenter = _at_desk(window)
    presenter.open_patient(_faithful(desk))
    presenter.turn_to(Page.RECEIPTS)
    presenter.void()


def open_line(window: MainWindow, desk: Desk) -> None:
    """A line open for changes: pieces, price, who pays."""
    _billed(window, desk).bill.edit_line()


def for_patient(window: MainWindow, desk: Desk) -> None:
    """The same reasons in the words to read to the patient."""
    presenter = _billed(window, desk)
    presenter.wish(redeem=None, proof="card")
    presenter.why()
    _room(window).view.why.for_patient.setChecked(True)


def slip(window: MainWindow, desk: Desk) -> None:
    """The slip before it is printed."""
    _paper_of(window, desk, "slip")


def void_slip(window: MainWindow, desk: Desk) -> None:
    """The slip of an undoing: it can never be taken for a receipt that was paid."""
    _paper_of(window, desk, "slip-a5", undone=True)


def joining(window: MainWindow, desk: Desk) -> None:
    """The form of a new patient."""
    _type(window, "новиков-вольский")
    _room(window).joining.join()


def faulty(window: MainWindow, desk: Desk) -> None:
    """A form saved too early: what is wrong stands under its field."""
    joining(window, desk)
    form = _room(window).form
    for name, text in (("birth_date", "31.02.1980"), ("phone", "8 912"), ("email", "olga@"), ("card", "2957766913954")):
        form.presenter.type(name, text)
    form.presenter.consent("program", "", True)
    form.presenter.save()
    form.view.go_to_fault()


def doubled(window: MainWindow, desk: Desk) -> None:
    """Somebody who is perhaps here already."""
    joining(window, desk)
    form = _room(window).form
    with desk.store.reading() as reading:
        known = reading.patient(_faithful(desk))
    assert known is not None
    assert known.birth_date is not None
    typed = {"surname": known.surname, "given": known.given, "birth_date": f"{known.birth_date:%d.%m.%Y}"}
    for name, text in typed.items():
        form.presenter.type(name, text)
    form.presenter.save()
    form.view.go_to_fault()


def changing(window: MainWindow, desk: Desk) -> None:
    """The form of a member: what is kept, the family, and who is the same person."""
    _at_desk(window).open_patient(_faithful(desk))
    _room(window).joining.join()


def new_rules(window: MainWindow, desk: Desk) -> None:
    """Other rules were announced: what changes for this patient, and the key that notes it was said."""
    presenter = _at_desk(window)
    presenter.open_patient(_faithful(desk))
    # shown without being announced: nothing of it shall stand in the pictures after this one
    presenter.show_news(_less(desk))


PICTURES = (
    Picture("desk", empty),
    Picture("desk-found", found),
    Picture("desk-found-layout", found_by_layout),
    Picture("desk-nobody", nobody),
    Picture("desk-patient", patient),
    Picture("desk-owed", owed),
    Picture("desk-new-rules", new_rules),
    Picture("desk-services", services),
    Picture("desk-bill", bill),
    Picture("desk-line", open_line),
    Picture("desk-units", units),
    Picture("desk-wishes", wishes),
    Picture("desk-why", why),
    Picture("desk-why-patient", for_patient),
    Picture("desk-refused", refused),
    Picture("desk-paid", paid),
    Picture("desk-stranger", stranger),
    Picture("desk-shut", shut),
    Picture("desk-undone", undone),
    Picture("desk-handed-over", handed_over),
    Picture("desk-waiting", waiting),
    Picture("desk-cards", cards),
    Picture("desk-receipts", receipts),
    Picture("desk-return", returning),
    Picture("desk-void", void_asked),
    Picture("slip", slip),
    Picture("slip-void", void_slip),
    Picture("enrolment", joining),
    Picture("enrolment-faults", faulty),
    Picture("enrolment-doubles", doubled),
    Picture("enrolment-member", changing),
)


def _less(desk: Desk) -> News:
    """The rules in force with a smaller share to be paid with units and a shorter life of them, from next month on."""
    from desk_app.documents.edits import Edit, edited
    from desk_app.documents.program_compile import compile_program

    with desk.store.reading() as reading:
        day = today(desk, reading)
        record = record_on(reading, day)
    after = edited(record.document, [Edit("redeem.max_share", "30"), Edit("expiry.warn_days", 45)])
    old, new = desk.program_of(record), compile_program(after, record.version + 1)
    return News("ahead", "picture", str(record.version + 1), day + timedelta(days=30), day, old, new,
                differences(old, new))  # fmt: skip


def _room(window: MainWindow) -> DeskRoom:
    return cast("DeskRoom", window.screen_named("desk").presenter)


def _at_desk(window: MainWindow) -> DeskPresenter:
    """The desk with an empty bill, whatever the picture before left open."""
    presenter = _room(window).presenter
    presenter.try_again()
    for one in presenter.state.aside.rows:
        presenter.aside.take_up(one.op_id)
        presenter.bill.renew()
    presenter.bill.renew()
    presenter.refresh()
    window.hush()
    return presenter


def _type(window: MainWindow, text: str) -> None:
    _at_desk(window)
    field = window.findChild(SearchField)
    assert isinstance(field, SearchField)
    field.setText(text)


def _billed(window: MainWindow, desk: Desk) -> DeskPresenter:
    presenter = _at_desk(window)
    presenter.open_patient(_faithful(desk))
    for code in _BILL:
        presenter.bill.type_entry(code)
        presenter.bill.take_entry()
    presenter.bill.select("2")
    presenter.bill.change_line(payer="insurer")
    return presenter


def _paper_of(window: MainWindow, desk: Desk, sheet: str, *, undone: bool = False) -> None:
    presenter = _billed(window, desk)
    presenter.pay()
    row = presenter.slip_receipt()
    assert row is not None
    if undone:
        presenter.undo()
    made = (return_slip_of if undone else slip_of)(desk, row.id, window.station.language, demo=True)
    window.paper.shown.emit(Job(sheet, made.title, draw(made, "a5" if sheet == "slip-a5" else "roll")))


def _faithful(desk: Desk) -> str:
    """The member of a common surname who has most to spend."""
    cache = desk.cache if desk.cache is not None else {}
    if "faithful" not in cache:
        known = [one.id for one in lookup.find(desk, "ив", 40).rows if one.member]
        cache["faithful"] = max(known, key=lambda one: (statement.statement(desk, one).usable, one))
    return str(cache["faithful"])
