"""The frame of the window, by keyboard: it is there before any room, and a room is told what is its own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Heard, room
from tests.ui.typing import Keyboard, press, type_text
from ui import theme
from ui.action import Action
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.notice import Answer, Notice, Tone
from ui.screen import Building
from ui.widgets.demo_frame import DemoFrame
from ui.widgets.search_field import SearchField

Shell = Callable[..., MainWindow]
CARD = "2900000000018"


def search(window: MainWindow) -> SearchField:
    return window.findChildren(SearchField)[0]


def add(window: MainWindow, name: str, heard: Heard, *, listens: bool = True) -> None:
    window.add_room(room(name, heard, listens=listens), lambda: name.title(), Icon.DESK)


def test_the_search_is_live_before_any_room_and_keeps_what_was_typed(shell: Shell) -> None:
    window = shell()
    type_text(search(window), "Ива")

    heard = Heard()
    add(window, "desk", heard)
    window.ready("Клиника")

    assert search(window).hasFocus()
    assert heard.told == ["search 'Ива'"]


def test_a_card_scanned_too_early_opens_when_the_room_is_there(shell: Shell) -> None:
    window = shell()
    Keyboard(window).type(CARD, 2, Qt.Key.Key_Return)

    heard = Heard()
    add(window, "desk", heard)
    window.ready("Клиника")

    assert heard.told == [f"scan {CARD}"]


def test_the_keys_of_a_list_leave_the_search_for_the_room(shell: Shell) -> None:
    window, heard = shell(), Heard()
    add(window, "desk", heard)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Return):
        press(search(window), key)

    assert heard.told == ["step 1", "step 10", "step -1", "choose"]


def test_a_search_or_a_scan_from_another_room_leads_to_the_one_that_listens(shell: Shell) -> None:
    window, heard = shell(), Heard()
    add(window, "desk", heard)
    add(window, "settings", Heard(), listens=False)
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    before = window.current_screen()

    Keyboard(window).type(CARD, 2, Qt.Key.Key_Return)

    assert before is not None
    assert before.name == "settings"
    assert window.current_screen() is window.screen_named("desk")
    assert heard.told == [f"scan {CARD}"]


def test_a_room_that_is_promised_is_built_when_somebody_goes_there(shell: Shell, qtbot: QtBot) -> None:
    window, built = shell(), list[str]()
    add(window, "desk", Heard())

    def build() -> Building:
        yield
        built.append("settings")
        return room("settings", Heard(), listens=False)

    window.add_room_later("settings", build, lambda: "Settings", Icon.SETTINGS)
    assert not built
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(window.screens()) == 2)
    window.show_room("desk")
    window.show_room("settings")

    assert built == ["settings"]
    assert window.current_screen() is window.screen_named("settings")


def test_who_goes_elsewhere_while_a_room_is_built_is_not_taken_there(shell: Shell, qtbot: QtBot) -> None:
    window = shell()
    add(window, "desk", Heard())

    def build() -> Building:
        yield
        return room("settings", Heard(), listens=False)

    window.add_room_later("settings", build, lambda: "Settings", Icon.SETTINGS)
    window.show_room("settings")
    window.show_room("desk")
    qtbot.waitUntil(lambda: len(window.screens()) == 2)

    assert window.current_screen() is window.screen_named("desk")


def test_a_key_belongs_to_the_room_that_is_open(shell: Shell) -> None:
    window, desk, other = shell(), Heard(), Heard()
    add(window, "desk", desk)
    add(window, "training", other)
    press(search(window), Qt.Key.Key_F9)
    window.show_room("training")
    press(search(window), Qt.Key.Key_F9)

    assert (desk.told, other.told) == (["desk pay"], ["training pay"])


def test_f6_goes_round_the_panes_and_f3_returns_to_the_search(shell: Shell) -> None:
    window = shell()
    add(window, "desk", Heard())
    panes = window.screen_named("desk").panes
    seen = []
    for _ in range(3):
        press(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    panes[1].setFocus()
    press(window, Qt.Key.Key_F3)

    assert seen == [*panes, search(window)]
    assert search(window).hasFocus()


def test_esc_empties_the_search_then_hides_the_notice(shell: Shell) -> None:
    window = shell()
    add(window, "desk", Heard())
    window.say(Notice(Tone.DONE, "Paid."))
    search(window).setText("Ива")
    press(search(window), Qt.Key.Key_Escape)
    emptied, still = search(window).text(), window._work.notices.spoken_notice()
    press(search(window), Qt.Key.Key_Escape)

    assert emptied == ""
    assert still is not None
    assert window._work.notices.spoken_notice() is None


def test_a_notice_offers_its_answer_by_its_key(shell: Shell) -> None:
    window, undone = shell(), []
    add(window, "desk", Heard())
    window.say(Notice(Tone.DONE, "Paid.", answer=Answer("Undo", "F8", lambda: undone.append(1))))
    press(search(window), Qt.Key.Key_F8)
    press(search(window), Qt.Key.Key_F8)

    assert undone == [1]


def test_a_key_of_the_room_stays_the_rooms_when_a_notice_prints_it_too(shell: Shell) -> None:
    window, heard = shell(), Heard()
    add(window, "desk", heard)
    window.say(Notice(Tone.DONE, "Paid.", answer=Answer("Pay", "F9", lambda: heard.told.append("notice"))))
    press(search(window), Qt.Key.Key_F9)

    assert heard.told == ["desk pay"]


def test_the_demo_clinic_is_named_and_framed(shell: Shell) -> None:
    window = shell(demo=True)
    window.ready("Клиника")
    frame = window.centralWidget()

    assert window.windowTitle() == "DEMO · Tessera · Клиника"
    assert isinstance(frame, DemoFrame)
    assert frame.grab().toImage().pixelColor(1, 1).name() == theme.LIGHT.demo


def test_the_page_of_keys_shows_those_of_the_room_and_of_the_window(shell: Shell) -> None:
    window = shell()
    add(window, "desk", Heard())
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    shown = [label.text() for label in window._pages.keys.findChildren(type(window._pages.keys._title))]  # type: ignore[union-attr]  # shown just now
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert {"F9", "Paid", "F3", "Search", "Ctrl+L / Shift+F12"} <= set(shown)
    assert search(window).isVisible()


def test_the_page_of_keys_tells_the_way_to_each_room_and_the_key_of_a_message(shell: Shell) -> None:
    window = shell()
    add(window, "desk", Heard())
    add(window, "settings", Heard())
    window.show_keys()
    page = window._pages.keys
    assert page is not None
    told = [label.text() for label in page.findChildren(QLabel)]
    way, label = told.index("Alt+2"), window._rail._buttons["settings"].findChildren(QLabel)

    assert told[way + 1] == "Settings"
    assert "Ctrl+F8 / Ctrl+Enter" in told
    assert "Alt+2" in [one.text() for one in label]


def test_whoever_looks_a_key_up_goes_on_typing_where_she_was(shell: Shell) -> None:
    window = shell()
    add(window, "desk", Heard())
    screen = window.current_screen()
    assert screen is not None
    field = screen.panes[0]
    field.setFocus()

    window.show_keys()
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert window.focusWidget() is field


def test_the_page_of_keys_scrolls_by_keyboard_and_opens_at_its_top(shell: Shell) -> None:
    window = shell()
    add(window, "desk", Heard())
    window.resize(800, 480)
    many = [Action(f"act{n}", "Paid", "F9", Icon.PAY, lambda: None, "What it does") for n in range(60)]
    window._pages.show_keys(many)
    QApplication.processEvents()
    page = window._pages.keys
    assert page is not None
    bar, places = page._bar, []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Up,
        Qt.Key.Key_Home,
    ):
        press(QApplication.focusWidget(), key)
        places.append(bar.value())
    press(QApplication.focusWidget(), Qt.Key.Key_End)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    left = not page.isVisible()
    window._pages.show_keys(many)

    down, page_down, end, page_up, up, home = places
    assert 0 < down < page_down < end == bar.maximum()
    assert end > page_up > up > home == 0
    assert left
    assert bar.value() == 0


def test_where_the_window_stood_is_remembered(shell: Shell) -> None:
    window = shell()
    window.resize(900, 555)
    window.close()

    assert shell().size().height() == 555


def test_every_part_of_the_frame_has_a_name_for_those_who_cannot_see_it(shell: Shell) -> None:
    window = shell()
    add(window, "desk", Heard())

    named = [window._work.search, window._work.notices, window._rail, window._status, *window._rail._buttons.values()]
    assert [part for part in named if not part.accessibleName()] == []
    assert isinstance(search(window), QLineEdit)


def test_a_key_of_a_notice_is_called_as_it_is_on_the_keyboard(shell: Shell) -> None:
    window = shell()
    window.say(Notice(Tone.TOLD, "The bill waits.", answer=Answer("Put back", "Ctrl+Return", lambda: None)))

    assert "Put back   Ctrl+Enter" in [button.text() for button in window.findChildren(QPushButton)]
