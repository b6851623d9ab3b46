"""A pupil of a lesson at the practice desk: reads what the story tells, and works the real window by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desk_app.cards import REASONS
from desk_app.domain.lookup_keys import other_layout
from desk_app.domain.people import Service
from desk_app.training.lessons import Stage
from tests.ui.program.until import until
from tests.ui.typing import Keyboard, press, type_text
from ui import formats, language
from ui.desk.room import DeskRoom
from ui.desk.state import Page
from ui.hour import Hour
from ui.main_window import MainWindow
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.rows import RowList
from ui.widgets.wrapping_check import WrappingCheck

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN: Final = Qt.KeyboardModifier.NoModifier
#: Fields of the longest form, with some to spare.
_WALK: Final = 60


@dataclass
class Pupil:
    """Hands on the keyboard of a practice window; `pressed` are the keys by the names the hints give them."""

    hour: Hour
    stage: Stage
    pressed: set[str] = field(default_factory=set)

    @property
    def window(self) -> MainWindow:
        """The practice window."""
        return cast("MainWindow", self.hour.frame)

    @property
    def room(self) -> DeskRoom:
        """The desk in it."""
        return cast("DeskRoom", self.window.screen_named("desk").presenter)

    @property
    def focus(self) -> QWidget:
        """Who has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        assert widget.window() is self.window
        return widget

    @property
    def page(self) -> Page:
        """What is open in the middle of the desk."""
        return self.room.presenter.state.page

    @property
    def notice(self) -> str:
        """What the bar says."""
        said = self.window.findChildren(NoticeBar)[0].spoken_notice()
        return said.sentence() if said is not None else ""

    # what the story tells

    def told(self, name: str) -> str:
        """A name, a card, a phone of the story."""
        return str(self.stage.values[name])

    def born(self, person: str) -> str:
        """Somebody's birth date as one types it."""
        return f"{date.fromisoformat(self.told(f'{person}_born')):%d.%m.%Y}"

    def shown_day(self, person: str) -> str:
        """Somebody's birth date as the window writes it."""
        return formats.day(date.fromisoformat(self.told(f"{person}_born")))

    # keys

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """One key where the keyboard is."""
        self.pressed.add(_name(key, modifier))
        press(self.focus, key, modifier)

    def keys(self, *keys: Qt.Key) -> None:
        """One after the other."""
        for key in keys:
            self.press(key)

    def type(self, text: str) -> None:
        """Letters and digits where the keyboard is."""
        type_text(self.focus, text)

    def type_until(self, text: str, rows: Callable[[], RowList], words: str) -> None:
        """Letters until the row with these words stands first, then the arrows if it never did."""
        for letter in text:
            self.type(letter)
            if words in _highlighted(rows()):
                return
        self._go_to(rows(), words)

    def clear(self) -> None:
        """Empty the field the keyboard is in."""
        self.press(Qt.Key.Key_A, CTRL)
        self.press(Qt.Key.Key_Delete)

    def scan(self, person: str) -> None:
        """Her card under the scanner."""
        Keyboard(self.window).type(self.told(f"{person}_card"), 5, Qt.Key.Key_Return)
        self._stands(person)

    # the desk

    def search(self, text: str) -> None:
        """F3 and some letters."""
        self.press(Qt.Key.Key_F3)
        self.type(text)

    def find(self, text: str, person: str) -> None:
        """Search, go with the arrows to the one who was born that day, and open her."""
        self.press(Qt.Key.Key_F3)
        self.type_until(text, lambda: self.room.view.lookup.list, self.shown_day(person))
        self.press(Qt.Key.Key_Return)
        self._stands(person)

    def add(self, service: str, *, by: str = "code") -> None:
        """A service of the story onto the bill: by its "code", a "word" of its name, or one in the other "layout"."""
        code = self.told(service)
        name = next(one.name for one in self._offered() if one.code == code)
        word = max(name.replace("-", " ").replace(",", " ").split(), key=len).lower()
        lines = len(self.room.presenter.state.bill.bill.lines)
        found = self.room.view.bill.services
        if by == "code":
            QGuiApplication.clipboard().setText(code)
            self.press(Qt.Key.Key_V, CTRL)
            self._go_to(found, f", {code}")
        else:
            self.type_until(word if by == "word" else other_layout(word), lambda: found, f", {code}")
        self.press(Qt.Key.Key_Return)
        assert len(self.room.presenter.state.bill.bill.lines) == lines + 1, self.notice

    def go_to_line(self, service: str) -> None:
        """With the arrows to a line of the bill."""
        lines = self.room.presenter.state.bill.bill.lines
        wanted = next(one.id for one in lines if one.service == self.told(service))
        for _ in lines:
            if self.room.presenter.state.bill.selected != wanted:
                self.press(Qt.Key.Key_Up)
        assert self.room.presenter.state.bill.selected == wanted

    def pay(self) -> None:
        """The patient has paid."""
        self.press(Qt.Key.Key_F9)
        assert self.room.presenter.state.done is not None, self.notice

    def spend_all(self) -> None:
        """Everything the program lets go, and back to the bill; the holder is asked for what the story told of her."""
        self.keys(Qt.Key.Key_F7, Qt.Key.Key_F7)
        assert self.room.view.wishes.most.isChecked()

    def take_off_by_hand(self, percent: str, reason: str) -> None:
        """A discount of one's own."""
        self.press(Qt.Key.Key_F7)
        wishes = self.room.view.wishes
        self.walk_to(wishes.amount)
        self.type(percent)
        self.walk_to(wishes.reason)
        self.type(reason)
        self.press(Qt.Key.Key_Return)

    # forms

    def walk_to(self, widget: QWidget) -> None:
        """From field to field: Tab, as everywhere."""
        for _ in range(_WALK):
            if widget.hasFocus() or widget.focusProxy() is self.focus:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {widget.accessibleName()}")

    def enter_to(self, widget: QWidget) -> None:
        """From field to field: Enter, as the hints say."""
        for _ in range(_WALK):
            if widget.hasFocus() or widget.focusProxy() is self.focus:
                return
            self.press(Qt.Key.Key_Tab if isinstance(self.focus, QPlainTextEdit) else Qt.Key.Key_Return)
        raise AssertionError(f"no Enter leads to {widget.accessibleName()}")

    def fill_in(self, person: str) -> None:
        """Who she is, from field to field; the surname is taken along from the search."""
        form = self.room.form.view
        given, _, patronymic = self.told(f"{person}_given").partition(" ")
        texts = {"surname": self.told(f"{person}_surname"), "given": given, "patronymic": patronymic,
                 "birth_date": self.born(person), "phone": self.told(f"{person}_phone").removeprefix("+7")}  # fmt: skip
        for name, text in texts.items():
            if text and form.fields[name].text().lower() != text.lower():
                self.enter_to(form.fields[name])
                self.type(text)

    def tick(self, *boxes: WrappingCheck) -> None:
        """Go to each box and tick it."""
        for box in boxes:
            self.enter_to(box.box)
            self.press(Qt.Key.Key_Space)
            assert box.box.isChecked()

    def choose_person(self, field_: QWidget, rows: RowList, person: str) -> None:
        """In a field that names somebody: the surname, the arrows to her birth date, Enter."""
        self.enter_to(field_)
        self.type_until(self.told(f"{person}_surname"), lambda: rows, self.shown_day(person))
        self.press(Qt.Key.Key_Return)
        assert isinstance(field_, QLineEdit)
        assert field_.text() == self.told(person)

    def save(self) -> None:
        """F9 in a form."""
        self.press(Qt.Key.Key_F9)
        assert not self.room.joining.is_open, self.room.form.presenter.state.faults

    # receipts, cards, groups

    def open_receipt(self, bill: str) -> None:
        """The patient's receipts, and the lines of the one the story names."""
        self.press(Qt.Key.Key_F8, SHIFT)
        self._go_to(self.room.view.receipts.receipts, self.told(f"{bill}_number"))
        self.press(Qt.Key.Key_Return)

    def give_back(self, service: str) -> None:
        """One piece of a line of that receipt."""
        lines = self.room.view.receipts.lines
        for _ in lines.sentences():
            self.press(Qt.Key.Key_Up)
        self._go_to(lines, self._name_of(service))
        self.press(Qt.Key.Key_Plus)

    def choose_reason(self, reason: str) -> None:
        """Why there is to be another card."""
        self.walk_to(self.room.view.cards.reason)
        for _ in REASONS:
            self.press(Qt.Key.Key_Up)
        for _ in range(REASONS.index(reason)):
            self.press(Qt.Key.Key_Down)
        assert self.room.presenter.state.cards.reason == reason

    def show_document(self, person: str) -> None:
        """Note in her form that the document was shown."""
        self.press(Qt.Key.Key_F4)
        self.tick(self.room.form.view._groups[self.told(f"{person}_group")])
        self.save()

    # inside

    def _name_of(self, service: str) -> str:
        code = self.told(service)
        one = next(one for one in self._offered() if one.code == code)
        return one.name_en if language.current() == "en" and one.name_en else one.name

    def _offered(self) -> tuple[Service, ...]:
        with self.hour.desk.store.reading() as reading:
            return reading.services("", 100_000)

    def _go_to(self, rows: RowList, words: str) -> None:
        for _ in range(len(rows.sentences())):
            if words in _highlighted(rows):
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{words} is not among {rows.sentences()}")

    def _stands(self, person: str) -> None:
        until(lambda: self.room.presenter.state.patient is not None)
        shown = self.room.presenter.state.patient
        assert shown is not None
        assert shown.patient.full_name == self.told(person)
        assert shown.patient.birth_date == date.fromisoformat(self.told(f"{person}_born"))


def _highlighted(rows: RowList) -> str:
    """What a screen reader says of the highlighted row."""
    return str(rows.currentIndex().data() or "")


def _name(key: Qt.Key, modifier: Qt.KeyboardModifier) -> str:
    """A key as a hint writes it: "Shift+F8"."""
    before = "Ctrl+" if modifier & CTRL else "Shift+" if modifier & SHIFT else ""
    return before + _WRITTEN.get(key, key.name.removeprefix("Key_"))


_WRITTEN: Final = {Qt.Key.Key_Return: "Enter", Qt.Key.Key_Delete: "Del", Qt.Key.Key_Escape: "Esc", Qt.Key.Key_Plus: "+",
                   Qt.Key.Key_Right: "→"}  # fmt: skip
