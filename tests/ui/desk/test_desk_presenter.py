"""What the desk decides to show, without a window: on a real store, by the names of the trade."""

from __future__ import annotations

from desk_app import cards, checkout, drafts
from desk_app.acts import new_id
from desk_app.audit import audit
from tests.ui.clinic import Clinic
from tests.ui.desk.conftest import Counter
from ui.desk.happenings import (
    CardBlocked,
    CardBound,
    CardUnknown,
    GivenBack,
    Happening,
    LineRemoved,
    Moved,
    NobodyAsked,
    NothingToUndo,
    Opened,
    Paid,
    PaidBefore,
    Refused,
    Restored,
    Undone,
    Warned,
)  # fmt: skip
from ui.desk.receipts.presenter import Fate
from ui.desk.state import Page

THERAPIST = "B01.047.001"
ULTRASOUND = "A04.16.001"


def last(counter: Counter) -> Happening:
    return counter.told[-1]


def editing(counter: Counter) -> bool:
    return counter.state.bill.editing is not None


def receipts(clinic: Clinic) -> int:
    with clinic.desk.store.reading() as reading:
        return len(reading.last_receipts(100))


def test_three_keys_find_price_and_pay(counter: Counter) -> None:
    counter.presenter.search_for("щелок")
    counter.presenter.choose()
    counter.add("терапевта первичный")
    counter.presenter.pay()

    paid = last(counter)
    assert isinstance(paid, Paid)
    assert paid.quote.pays == 220000
    assert not paid.again
    assert counter.state.patient is None
    assert counter.state.done is not None
    assert counter.state.done.name == "Щёлокова Анна Юрьевна"


def test_a_double_press_of_the_key_of_paying_is_one_receipt(counter: Counter, clinic: Clinic) -> None:
    before = receipts(clinic)
    counter.open("anna")
    counter.add(THERAPIST)

    counter.presenter.pay()
    counter.presenter.pay()

    assert receipts(clinic) == before + 1


def test_the_same_operation_by_another_way_is_the_same_receipt(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    draft = counter.presenter.bill.draft
    first = checkout.settle(clinic.desk, drafts.dated(clinic.desk, draft.bill), draft.op_id)

    counter.presenter.pay()

    paid = last(counter)
    assert isinstance(paid, Paid)
    assert paid.again
    assert paid.row.id == first.row.id


def test_the_open_bill_is_there_again_after_a_crash(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add(THERAPIST, ULTRASOUND)
    counter.presenter.wish(redeem=None)

    again = Counter(clinic)

    assert again.told == [Restored(2)]
    assert again.presenter.bill.draft == counter.presenter.bill.draft
    assert again.state.bill.quote is not None
    assert again.state.bill.quote.redeemed_units == 276
    assert again.state.patient is not None


def test_a_crash_between_paying_and_telling_does_not_offer_the_bill_again(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    draft = counter.presenter.bill.draft
    row = checkout.settle(clinic.desk, drafts.dated(clinic.desk, draft.bill), draft.op_id).row

    again = Counter(clinic)

    assert again.told == [Restored(1, row)]
    assert again.state.bill.bill.lines == ()


def test_after_a_fall_the_last_payment_is_told(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.pay()
    paid = last(counter)
    assert isinstance(paid, Paid)

    again = Counter(clinic)
    clinic.clock.pass_days(1)
    tomorrow = Counter(clinic)

    assert again.told == [PaidBefore(paid.row, "Щёлокова Анна Юрьевна")]
    assert tomorrow.told == []


def test_undo_gives_units_back_and_opens_the_bill_again(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.wish(redeem=None)
    counter.presenter.pay()

    counter.presenter.undo()

    undone = last(counter)
    assert isinstance(undone, Undone)
    assert undone.result.units_back == 276
    assert undone.reopened
    assert [line.service for line in counter.state.bill.bill.lines] == [THERAPIST]
    assert counter.state.patient is not None
    assert counter.state.patient.statement is not None
    assert counter.state.patient.statement.usable == 276
    counter.presenter.pay()
    assert isinstance(last(counter), Paid)


def test_an_undone_receipt_is_not_undone_again(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.pay()
    counter.presenter.undo()

    counter.presenter.undo()

    assert last(counter) == NothingToUndo()


def test_yesterdays_receipt_is_not_undone_by_one_key(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.pay()
    clinic.clock.pass_days(1)

    counter.presenter.undo()

    refused = last(counter)
    assert isinstance(refused, Refused)
    assert refused.refusal.code == "void.day"


def test_a_price_that_moved_is_shown_anew_before_anything_is_paid(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.wish(redeem=None)
    clinic.visit("anna", ULTRASOUND, redeem=100)
    before = receipts(clinic)

    counter.presenter.pay()

    moved = last(counter)
    assert isinstance(moved, Moved)
    assert moved.before == 220000 - 27600
    assert counter.state.bill.quote is not None
    assert counter.state.bill.quote.pays == moved.now
    assert receipts(clinic) == before
    counter.presenter.pay()
    assert isinstance(last(counter), Paid)


def test_namesakes_are_marked_so_that_birth_date_and_phone_tell_them_apart(counter: Counter) -> None:
    counter.presenter.search_for("иванова")

    assert [row.namesake for row in counter.state.lookup.rows] == [True, True]
    assert len({row.summary.birth_date for row in counter.state.lookup.rows}) == 2


def test_a_wrong_layout_finds_all_the_same(counter: Counter) -> None:
    counter.presenter.search_for("bdfyjdf")

    assert {row.summary.full_name for row in counter.state.lookup.rows} == {"Иванова Мария Петровна"}


def test_a_patient_who_is_no_member_pays_the_list_price(counter: Counter) -> None:
    counter.open("stranger")
    counter.add(THERAPIST)

    assert counter.state.bill.quote is not None
    assert counter.state.bill.quote.pays == 220000
    assert counter.state.bill.quote.earns == 0
    assert counter.state.patient is not None
    assert not counter.state.patient.member
    counter.presenter.pay()
    assert isinstance(last(counter), Paid)


def test_a_stranger_pays_the_list_price_after_the_clerk_was_asked_for_the_name(
    counter: Counter, clinic: Clinic
) -> None:
    before = receipts(clinic)
    counter.add(THERAPIST)
    assert counter.state.bill.quote is not None
    assert counter.state.bill.newcomer is not None
    assert (counter.state.bill.quote.pays, counter.state.bill.newcomer.earns) == (220000, 66)

    counter.presenter.pay()
    assert last(counter) == NobodyAsked()
    assert receipts(clinic) == before
    counter.presenter.pay()

    paid = last(counter)
    assert isinstance(paid, Paid)
    assert (paid.quote.pays, paid.quote.earns, paid.row.patient) == (220000, 0, "")
    assert counter.state.done is not None
    assert not counter.state.done.member


def test_another_act_takes_the_question_about_the_name_back(counter: Counter, clinic: Clinic) -> None:
    before = receipts(clinic)
    counter.add(THERAPIST)
    counter.presenter.pay()
    counter.add(ULTRASOUND)

    counter.presenter.pay()

    assert last(counter) == NobodyAsked()
    assert receipts(clinic) == before


def test_a_strangers_receipt_is_undone_and_given_back_like_any_other(counter: Counter) -> None:
    counter.add("2*" + THERAPIST)
    counter.presenter.pay()
    counter.presenter.pay()
    counter.presenter.turn_to(Page.RECEIPTS)
    counter.presenter.receipts.ask(1)
    counter.presenter.pay()
    given = last(counter)
    assert isinstance(given, GivenBack)
    assert given.result.money_back == 220000
    counter.presenter.turn_to(Page.RECEIPTS)

    counter.presenter.undo()
    counter.presenter.undo()

    undone = last(counter)
    assert isinstance(undone, Undone)
    assert (undone.name, undone.result.money_back) == ("", 220000)
    assert audit(counter.clinic.desk) == ()


def test_an_undone_receipt_is_told_from_one_that_came_back(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.pay()
    counter.presenter.undo()
    undone = last(counter)
    assert isinstance(undone, Undone)
    assert undone.name == "Щёлокова Анна Юрьевна"

    counter.presenter.turn_to(Page.RECEIPTS)

    assert counter.state.receipts.fates == {undone.row.id: Fate.VOIDED}


def test_pieces_before_the_words_and_the_same_service_twice(counter: Counter) -> None:
    counter.open("anna")

    counter.add("3*" + THERAPIST, THERAPIST)

    assert [line.quantity for line in counter.state.bill.bill.lines] == [4]


def test_words_no_service_has_begin_a_line_by_hand(counter: Counter) -> None:
    counter.open("anna")
    counter.add("справка для бассейна")
    counter.presenter.bill.change_line(price=90000, category="consultation")

    line = counter.state.bill.bill.lines[0]
    assert editing(counter)
    assert (line.name, line.price, line.category) == ("справка для бассейна", 90000, "consultation")
    counter.presenter.back()
    assert not editing(counter)
    assert counter.state.bill.bill.lines[0].price == 0


def test_a_line_of_the_insurer_is_not_the_patients_to_pay(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST, ULTRASOUND)

    counter.presenter.bill.pay_line_by(4)

    quote = counter.state.bill.quote
    assert quote is not None
    assert (quote.pays, quote.pays_by_payer["insurer"]) == (220000, 260000)


def test_a_removed_line_can_be_put_back(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST, ULTRASOUND)

    counter.presenter.remove_line()

    removed = last(counter)
    assert isinstance(removed, LineRemoved)
    assert len(counter.state.bill.bill.lines) == 1
    counter.presenter.bill.put_back(removed.line)
    assert {line.service for line in counter.state.bill.bill.lines} == {THERAPIST, ULTRASOUND}


def test_a_card_opens_its_holder_and_is_the_proof(counter: Counter, clinic: Clinic) -> None:
    counter.add(THERAPIST)

    counter.presenter.scanned(clinic.cards["anna"])

    assert last(counter) == Opened("Щёлокова Анна Юрьевна", attached=True, by_card=True)
    assert counter.state.bill.bill.proof == "card"


def test_an_unknown_card_is_offered_to_the_member_on_screen(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.presenter.scanned("2912345678906")
    assert last(counter) == CardUnknown("2912345678906", "Щёлокова Анна Юрьевна", member=True)

    counter.presenter.bind_card("2912345678906")

    assert last(counter) == CardBound("2912345678906", "Щёлокова Анна Юрьевна", replaced=True)
    assert counter.state.patient is not None
    assert counter.state.patient.card is not None
    assert counter.state.patient.card.number == "2912345678906"


def test_a_blocked_card_opens_nobody_but_names_its_holder(counter: Counter, clinic: Clinic) -> None:
    cards.block(clinic.desk, clinic.cards["anna"], new_id())

    counter.presenter.scanned(clinic.cards["anna"])

    assert last(counter) == CardBlocked(clinic.cards["anna"], "Щёлокова Анна Юрьевна")
    assert counter.state.patient is None


def test_pieces_come_back_in_any_order_and_are_shown_before(counter: Counter, clinic: Clinic) -> None:
    counter.open("anna")
    counter.add("2*" + THERAPIST, ULTRASOUND)
    counter.presenter.pay()
    counter.open("anna")
    counter.presenter.turn_to(Page.RECEIPTS)

    counter.presenter.receipts.ask_more(1)

    preview = counter.state.receipts.preview
    assert preview is not None
    assert preview.money_back == 220000
    assert receipts(clinic) == 4
    counter.presenter.pay()
    given = last(counter)
    assert isinstance(given, GivenBack)
    assert given.result.money_back == 220000
    sheet = counter.state.receipts.sheet
    assert sheet is not None
    assert [line.left for line in sheet.lines] == [1, 1]
    assert counter.state.receipts.fates == {given.row.id: Fate.PARTLY}
    counter.presenter.receipts.ask_all()
    counter.presenter.pay()
    assert counter.state.receipts.fates == {given.row.id: Fate.RETURNED}


def test_no_more_pieces_come_back_than_are_left(counter: Counter) -> None:
    counter.open("anna")
    counter.presenter.turn_to(Page.RECEIPTS)

    counter.presenter.receipts.ask(7)

    assert counter.state.receipts.lines == (("1", 1),)


def test_esc_goes_back_step_by_step_and_never_empties_a_bill(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.why()
    assert counter.presenter.back()
    counter.presenter.bill.type_entry("узи")
    assert counter.presenter.back()

    assert not counter.presenter.back()

    assert len(counter.state.bill.bill.lines) == 1


def test_searching_with_an_open_bill_loses_nothing(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)

    counter.presenter.search_for("иван")
    counter.presenter.back()

    assert counter.state.page is Page.BILL
    assert len(counter.state.bill.bill.lines) == 1
    assert counter.state.patient is not None


def test_why_explains_a_receipt_of_long_ago_by_its_own_version(counter: Counter) -> None:
    counter.open("anna")
    counter.presenter.turn_to(Page.RECEIPTS)
    counter.presenter.receipts.step(1)

    counter.presenter.why()

    assert counter.state.asked is not None
    assert counter.state.asked.quote.pays == 520000
    counter.presenter.back()
    assert counter.state.page is Page.RECEIPTS


def test_why_explains_the_receipt_that_was_just_paid(counter: Counter) -> None:
    counter.open("anna")
    counter.add(THERAPIST)
    counter.presenter.pay()

    counter.presenter.why()

    assert counter.state.asked is not None
    assert counter.state.asked.quote.pays == 220000


def test_telling_the_patient_what_lapses_is_noted_once(counter: Counter, clinic: Clinic) -> None:
    clinic.clock.pass_days(180)
    counter.open("anna")
    assert counter.state.patient is not None
    owed = len(counter.state.patient.to_warn)

    counter.presenter.tell_of_lapse()

    warned = last(counter)
    assert isinstance(warned, Warned)
    assert owed > 0
    assert len(warned.lots) == owed
    assert counter.state.patient is not None
    assert counter.state.patient.to_warn == ()
