"""Draws the family and the records that are the same person: short lines, a field, and a button that undoes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.people import Patient
from ui import language
from ui.enrolment.field import scroll_to
from ui.enrolment.ties.presenter import Tie, TiesState
from ui.enrolment.ties.words import wish_sentence
from ui.icons import Icon
from ui.widgets.person_field import Find, PersonField
from ui.widgets.remarks import Remark, RemarksView
from ui.widgets.spoken import SpokenWidget
from ui.wording.problems import problem as sentence_of


class _Part(SpokenWidget):
    """A title, lines under it, and a field for a person."""

    named = Signal(str)
    unnamed = Signal()

    def __init__(self, find: Find, title: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TiesState()
        self.person, self.lines = PersonField(find), RemarksView()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        heading = QLabel()
        heading.setProperty("role", "strong")
        self._column.addWidget(heading)
        self.spoken(heading.setText, title)
        self.person.chosen.connect(self._chosen)
        self.person.field.textEdited.connect(lambda: self.unnamed.emit())
        # Whom Enter would take is in sight, on the smallest screen too.
        self.person.field.textEdited.connect(lambda: QTimer.singleShot(0, self, lambda: scroll_to(self.person)))
        self.hide()

    def _begin(self, state: TiesState) -> None:
        before, self._state = self._state, state
        if before.member != state.member or (before.wish and not state.wish and self.person.field.settled):
            self.person.show_person("")
        if state.wish is not None and state.wish != before.wish:
            # What is waiting for its key is in sight, on the smallest screen too.
            QTimer.singleShot(0, self, lambda: scroll_to(self.lines))

    def _chosen(self, member: str, _: str) -> None:
        if member:
            self.named.emit(member)
        else:
            self.unnamed.emit()


class FamilyView(_Part):
    """Who the family is; in one there is the way out, without one the field that joins."""

    left = Signal()

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(find, lambda: self.tr("Family"), parent)
        self.leave = _button()
        for widget in (self.person, self.lines, self.leave):
            self._column.addWidget(widget)
        self.spoken(self.person.name, lambda: self.tr("Join the family of"))
        self.spoken(self.leave.setText, lambda: self.tr("Leave the family"))
        self.leave.clicked.connect(lambda: self.left.emit())

    def show_state(self, state: TiesState) -> None:
        """Draw the family; nothing where the program has none, or for who is no member."""
        self._begin(state)
        related = bool(state.ties.family)
        pressing = self.leave.hasFocus()
        self.setVisible(bool(state.member) and state.ties.declared)
        self.person.setVisible(not related)
        self.leave.setVisible(related)
        # The way out never gets the keyboard by itself: hidden, the field hands it to what comes after the family.
        if pressing and not related:
            self.person.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.lines.show_lines(
            [*_wished(state, Tie.JOIN, Tie.LEAVE), *self._lines_of(state), *_problem(state.family_problem)]
        )

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def _lines_of(self, state: TiesState) -> list[Remark]:
        lines = [Remark(Icon.FAMILY, name, data=True) for name in state.others]
        if state.ties.family and not lines:
            lines.append(Remark(Icon.FAMILY, self.tr("Nobody else is in the family.")))
        if state.ties.pooled and state.ties.family:
            lines.append(Remark(Icon.INFO, self.tr("On leaving, the units stay with the family."), "quiet"))
        elif state.ties.pooled:
            words = self.tr("Name one of its members: the units go to the family's account.")
            lines.append(Remark(Icon.INFO, words, "quiet"))
        return lines


class RecordsView(_Part):
    """Records of the same person: the field takes one in, the button beside its name lets it go."""

    parted = Signal(str)

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(find, lambda: self.tr("The same person as"), parent)
        self.part: dict[str, QPushButton] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(5)
        self._column.addWidget(self.person)
        self._column.addLayout(self._rows)
        self._column.addWidget(self.lines)
        self.spoken(self.person.name, lambda: self.tr("The same person as"))

    def show_state(self, state: TiesState) -> None:
        """Draw the records; nothing for who is no member."""
        self._begin(state)
        self.setVisible(bool(state.member))
        if list(self.part) != [one.id for one in state.ties.merged]:
            self._make_rows(state.ties.merged)
        for one in state.ties.merged:
            self.part[one.id].setText(self.tr("Part again"))
            self.part[one.id].setAccessibleName(self.tr("Part again: {name}").format(name=one.full_name))
        words = self.tr("The record you name goes into this one; every unit and every visit is kept.")
        wished = _wished(state, Tie.MERGE, Tie.PART)
        self.lines.show_lines([*wished, Remark(Icon.INFO, words, "quiet"), *_problem(state.record_problem)])

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def _make_rows(self, merged: tuple[Patient, ...]) -> None:
        if any(button.hasFocus() for button in self.part.values()):
            self.person.field.setFocus(Qt.FocusReason.OtherFocusReason)
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.part = {one.id: _button() for one in merged}
        last: QWidget = self.person.field
        for one in merged:
            button, name = self.part[one.id], QLabel(one.full_name)
            name.setWordWrap(True)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setProperty("data", True)
            button.clicked.connect(lambda _=False, record=one.id: self.parted.emit(record))
            made = QWidget()
            row = QHBoxLayout(made)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(name, 1)
            row.addWidget(button)
            self._rows.addWidget(made)
            # Made late, it would be the last of the window.
            QWidget.setTabOrder(last, button)
            last = button


def _button() -> QPushButton:
    made = QPushButton()
    # Enter presses it as well as Space.
    made.setAutoDefault(True)
    return made


def _wished(state: TiesState, *ties: Tie) -> list[Remark]:
    if state.wish is None or state.wish.tie not in ties:
        return []
    return [Remark(Icon.INFO, wish_sentence(state.wish), "strong", data=True)]


def _problem(problem: Refusal | Trouble | None) -> list[Remark]:
    # The sentence comes in both languages from the app's own words, not from the catalogue of the window.
    if problem is None:
        return []
    return [Remark(Icon.WARNING, sentence_of(problem, language.current()), "bad", data=True)]
