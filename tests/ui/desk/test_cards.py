"""Cards at the desk: printed, given anew for a reason, blocked, and given by scanning one without a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import cards, stock
from desk_app.acts import new_id
from desk_app.domain.people import Card
from tests.ui.cut import cut
from tests.ui.desk.conftest import Counter, Desktop
from ui import formats, language, theme
from ui.desk.happenings import CardAsked, CardBlocked, CardBound, CardStopped, CardUnknown, Refused
from ui.desk.state import Page


def stock_card(counter: Counter) -> str:
    """A card without a name, from the drawer."""
    desk = counter.clinic.desk
    (number,) = stock.choose(desk, 1)
    batch = stock.register(desk, (number,), new_id())
    stock.finish(desk, batch.id)
    return number


def card(counter: Counter, number: str) -> Card:
    with counter.clinic.desk.store.reading() as reading:
        found = reading.card(number)
    assert found is not None
    return found


def test_another_card_blocks_the_one_before_and_says_why_in_the_journal(counter: Counter) -> None:
    counter.open("anna")
    counter.presenter.turn_to(Page.CARDS)
    counter.presenter.cards.say_why("stolen")
    counter.presenter.cards.give()
    given = counter.told[-1]

    assert isinstance(given, CardBound)
    assert given.replaced
    assert not given.printed
    assert [one.state for one in counter.state.cards.rows] == ["active", "blocked"]
    assert counter.state.cards.rows[0].number == given.number
    with counter.clinic.desk.store.reading() as reading:
        assert reading.journal(1)[0].body["note"] == {"reason": "stolen"}
    counter.presenter.scanned(counter.clinic.cards["anna"])
    assert counter.told[-1] == CardBlocked(counter.clinic.cards["anna"], "Щёлокова Анна Юрьевна", given.number)


def test_a_card_is_blocked_only_when_the_same_key_is_pressed_again(counter: Counter) -> None:
    number = counter.clinic.cards["anna"]
    counter.open("anna")
    counter.presenter.turn_to(Page.CARDS)
    counter.presenter.cards.block_asked()
    asked, held = counter.told[-1], card(counter, number).state
    counter.presenter.cards.say_why("stolen")
    counter.presenter.cards.block_asked()
    again = card(counter, number).state
    counter.presenter.cards.block_asked()

    assert asked == CardAsked(number, "Щёлокова Анна Юрьевна")
    assert (held, again) == ("active", "active"), "another reason was chosen meanwhile"
    assert card(counter, number).state == "blocked"


def test_another_card_is_asked_for_twice_only_where_it_stops_one(counter: Counter) -> None:
    number = counter.clinic.cards["anna"]
    counter.open("anna")
    counter.presenter.turn_to(Page.CARDS)
    counter.presenter.cards.give_asked()
    asked, held = counter.told[-1], card(counter, number).state
    counter.presenter.cards.block_asked()
    counter.presenter.cards.block_asked()
    counter.presenter.cards.give_asked()

    assert asked == CardAsked(number, "Щёлокова Анна Юрьевна", another=True)
    assert held == "active"
    assert isinstance(counter.told[-1], CardBound)


def test_the_list_of_cards_says_when_and_why_one_was_blocked(desktop: Desktop) -> None:
    day = desktop.clinic.clock.now.date()
    desktop.find("щёл")
    desktop.press(Qt.Key.Key_F11)
    desktop.room.presenter.cards.say_why("stolen")
    desktop.press(Qt.Key.Key_F11, modifier=Qt.KeyboardModifier.ShiftModifier)
    asked, before = desktop.notice, desktop.room.view.cards.cards.sentences()
    desktop.press(Qt.Key.Key_F11, modifier=Qt.KeyboardModifier.ShiftModifier)

    assert asked.startswith("Block card ")
    assert "Nothing is changed yet." in asked
    assert "opens the account" in before[0]
    assert f"blocked {formats.day(day)}: stolen" in desktop.room.view.cards.cards.sentences()[0]


def test_a_scanned_card_that_is_blocked_names_the_one_that_holds_now(desktop: Desktop) -> None:
    old = desktop.clinic.cards["anna"]
    new = cards.issue(desktop.clinic.desk, desktop.clinic.people["anna"], new_id(), reason="lost")
    desktop.window.take_scan(old)
    with_new = desktop.notice
    cards.block(desktop.clinic.desk, new, new_id())
    desktop.window.take_scan(old)

    assert f"Card {formats.card(new)} opens the account now: scan that one." in with_new
    assert "give a new card: F11" not in with_new
    assert "give a new card: F11" in desktop.notice


def test_a_blocked_card_opens_nothing_and_the_account_stays(counter: Counter) -> None:
    counter.open("anna")
    before = counter.state.patient
    counter.presenter.turn_to(Page.CARDS)
    counter.presenter.cards.block()

    assert counter.told[-1] == CardStopped(counter.clinic.cards["anna"], "Щёлокова Анна Юрьевна")
    assert counter.state.cards.key is None
    assert before is not None
    assert counter.state.patient is not None
    assert counter.state.patient.patient == before.patient


def test_a_card_from_the_drawer_takes_the_place_of_another_only_when_the_clerk_says_so(counter: Counter) -> None:
    number = stock_card(counter)
    counter.open("anna")
    counter.presenter.turn_to(Page.CARDS)
    counter.presenter.cards.say_why("broken")
    counter.presenter.scanned(number)
    asked, unbound = counter.told[-1], card(counter, number).state
    held = card(counter, counter.clinic.cards["anna"]).state
    counter.presenter.bind_card(number)

    assert asked == CardUnknown(number, "Щёлокова Анна Юрьевна", member=True, stock=True)
    assert (unbound, held) == ("stock", "active")
    assert card(counter, number).member == counter.clinic.people["anna"]
    assert card(counter, number).state == "active"
    assert card(counter, counter.clinic.cards["anna"]).state == "blocked"
    assert counter.state.page is Page.CARDS
    with counter.clinic.desk.store.reading() as reading:
        assert reading.journal(1)[0].body["note"] == {"reason": "broken"}


def test_a_card_from_the_drawer_is_given_at_once_to_whom_has_none(counter: Counter) -> None:
    number = stock_card(counter)
    counter.open("anna")
    counter.presenter.turn_to(Page.CARDS)
    counter.presenter.cards.block()
    counter.presenter.scanned(number)

    assert card(counter, number).member == counter.clinic.people["anna"]
    assert card(counter, number).state == "active"


def test_the_key_of_the_notice_gives_the_card_on_the_page_of_cards(desktop: Desktop) -> None:
    desk = desktop.clinic.desk
    (number,) = stock.choose(desk, 1)
    stock.finish(desk, stock.register(desk, (number,), new_id()).id)
    desktop.find("щёл")
    desktop.press(Qt.Key.Key_F11)
    desktop.window.take_scan(number)
    asked = desktop.notice
    desktop.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)

    assert "nobody’s yet" in asked
    assert "now belongs to" in desktop.notice


def test_a_misread_card_is_called_so_at_once_and_given_to_nobody(counter: Counter) -> None:
    counter.open("anna")
    counter.presenter.scanned("2912345678907")

    told = counter.told[-1]
    assert isinstance(told, Refused)
    assert told.refusal.code == "card.bad"


def test_a_card_from_the_drawer_scanned_elsewhere_is_offered_to_whom_is_at_the_desk(counter: Counter) -> None:
    number = stock_card(counter)
    counter.presenter.scanned(number)
    nobody = counter.told[-1]
    counter.open("anna")
    counter.presenter.scanned(number)
    anna = counter.told[-1]
    unbound = card(counter, number).state
    counter.presenter.bind_card(number)

    assert nobody == CardUnknown(number, stock=True)
    assert anna == CardUnknown(number, "Щёлокова Анна Юрьевна", member=True, stock=True)
    assert unbound == "stock"
    assert card(counter, number).state == "active"
    with counter.clinic.desk.store.reading() as reading:
        assert "note" not in reading.journal(1)[0].body, "nobody was asked why"


def test_f11_shows_the_cards_and_the_keys_print_renew_and_block(desktop: Desktop) -> None:
    drawn: list[str] = []
    desktop.window.print_sheet = lambda sheet, title, draw, note="": drawn.append(f"{sheet}: {title}")  # type: ignore[method-assign]  # heard instead of drawn
    desktop.find("щёл")
    desktop.press(Qt.Key.Key_F11)
    desktop.press(Qt.Key.Key_F12)
    for _ in range(2):
        desktop.press(Qt.Key.Key_F11, modifier=Qt.KeyboardModifier.ControlModifier)
    given = desktop.notice
    for _ in range(2):
        desktop.press(Qt.Key.Key_F11, modifier=Qt.KeyboardModifier.ShiftModifier)

    assert drawn == ["card: Card of Щёлокова Анна Юрьевна"]
    assert "The one before opens nothing any more" in given
    assert "opens nothing any more" in desktop.notice
    assert [one.state for one in desktop.room.presenter.state.cards.rows] == ["blocked", "blocked"]
    assert not desktop.room.bound["print_card"].isEnabled()
    desktop.press(Qt.Key.Key_Escape)
    assert desktop.room.presenter.state.page is Page.BILL


def test_who_has_just_joined_is_offered_the_card_on_paper(desktop: Desktop) -> None:
    drawn: list[str] = []
    desktop.window.print_sheet = lambda sheet, title, draw, note="": drawn.append(title)  # type: ignore[method-assign]  # heard instead of drawn
    desktop.find("кузнецов")
    desktop.press(Qt.Key.Key_F4)
    form = desktop.room.form
    form.presenter.consent("program", "", True)
    form.presenter.consent("data", "", True)
    desktop.press(Qt.Key.Key_F9)
    said = desktop.notice
    desktop.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)

    assert "has joined" in said
    assert drawn == ["Card of Кузнецов Пётр Ильич"]


def test_the_card_is_drawn_in_the_patients_language_and_a_refusal_is_told(desktop: Desktop, qtbot: QtBot) -> None:
    """The preset of the tests has no organizer: what the law asks for is missing, and the desk says so."""
    desktop.find("щёл")
    desktop.press(Qt.Key.Key_F11, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: "cannot be printed" in desktop.notice, timeout=20_000)

    assert "tax" in desktop.notice.lower() or "licence" in desktop.notice


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("say", ["ru", "en"])
def test_the_page_of_cards_is_whole(desktop: Desktop, qtbot: QtBot, say: str, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.speak(app, say)
    theme.apply(app, theme.LIGHT, percent)
    desktop.find("щёл")
    desktop.press(Qt.Key.Key_F11)
    assert desktop.room.presenter.state.page is Page.CARDS

    # A notice that came meanwhile slides in: what is on show when all stands still is whole.
    qtbot.waitUntil(lambda: not theme.dressing() and cut(desktop.window) == [], timeout=20_000)
