"""The form of a patient: who it is, what was agreed to, and the card; three columns, worked from left to right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desk_app.forms import CHANNELS
from desk_app.station import LANGUAGES
from ui import formats, language, theme
from ui.action import Bound
from ui.enrolment.doubles import Doubles
from ui.enrolment.field import CaptionedField, bring
from ui.enrolment.presenter import FormState
from ui.enrolment.ties.view import FamilyView, RecordsView
from ui.enrolment.words import channel_words, fault_words, language_words
from ui.icons import Icon
from ui.widgets.buttons import ActionButton
from ui.widgets.enter import is_enter
from ui.widgets.key_button import KeyButton
from ui.widgets.person_field import Find, PersonField
from ui.widgets.remarks import Remark, RemarksView
from ui.widgets.spoken import SpokenWidget
from ui.widgets.tab_order import walk_as_read
from ui.widgets.wheel import calm
from ui.widgets.wrapping_check import WrappingCheck

FIELDS = ("surname", "given", "patronymic", "birth_date", "phone", "email", "card")


class FormView(SpokenWidget):
    """Enter goes to the next field; the key of saving works everywhere."""

    typed = Signal(str, str)
    left = Signal(str)
    consented = Signal(str, str, bool)
    grouped = Signal(str, bool)
    referred = Signal(str, str)
    language_chosen = Signal(str)
    double_chosen = Signal(str)

    def __init__(self, find: Find, find_other: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family, self.records = FamilyView(find_other), RecordsView(find_other)
        self._state = FormState()
        self._showing = False
        self.fields = {name: QLineEdit() for name in FIELDS}
        self.notes = QPlainTextEdit()
        self.language = QComboBox()
        self.referrer = PersonField(find)
        self.program = WrappingCheck()
        self.data = WrappingCheck()
        self.channels = {channel: WrappingCheck() for channel in CHANNELS}
        self._groups: dict[str, WrappingCheck] = {}
        self.doubles = Doubles()
        self._title = self._label("heading")
        self._remarks = RemarksView()
        self._card_remarks = RemarksView()
        self._whole: dict[str, CaptionedField] = {}
        self._columns: tuple[QWidget, ...] = ()

    def build(self, bound: Bound) -> None:
        """Lay everything out once the actions exist."""
        self._save = ActionButton(bound["save"], "pay")
        self._card_keys = tuple(KeyButton(bound[name]) for name in ("new_card", "block_card", "confirm"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        self._columns = (self._who(), self._more(), self._agreed())
        for column, stretch in zip(self._columns, (11, 9, 9), strict=True):
            row.addWidget(column, stretch)
        # F6 brings the keyboard into a column, to what is filled in most.
        for column, most in zip(self._columns, (self.fields["surname"], self.referrer, self.program), strict=True):
            column.setFocusProxy(most)
        calm(self)
        self._connect()
        self._speak()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What lies beside each other and is dressed one by one."""
        return self._columns

    # building

    def _who(self) -> QWidget:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        # Large letters: half a column would cut a phone number.
        wide = theme.large()
        places = (
            ("surname", 0, 0, 2), ("given", 1, 0, 2), ("patronymic", 2, 0, 2), ("birth_date", 3, 0, 1 + wide),
            *((("phone", 4, 0, 2), ("email", 5, 0, 2)) if wide else (("phone", 3, 1, 1), ("email", 4, 0, 1))),
        )  # fmt: skip
        captions = self._captions()
        for name, line, column, across in places:
            self._whole[name] = whole = CaptionedField(self.fields[name], captions[name], wide_fault=True)
            grid.addWidget(whole, line * 3, column, 1, across)
            # Half a column is too narrow for a sentence: it goes over both, below whatever stands beside the field.
            grid.addWidget(whole.fault, line * 3 + 1 + column, 0, 1, 2)
        spoken = CaptionedField(
            self.language, lambda: self.tr("Their language"), lambda: self.tr("Language of paper and messages")
        )
        grid.addWidget(spoken, 18 if wide else 12, 0 if wide else 1, 1, 1 + wide)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column_ = self._column(self._title)
        column_.addLayout(grid)
        column_.addSpacing(8)
        column_.addWidget(self.family)
        column_.addStretch(1)
        return self._card(column_)

    def _more(self) -> QWidget:
        self._grouped = SpokenWidget()
        self._group_box = self._bare(QVBoxLayout(self._grouped))
        self._group_box.addWidget(self._part_title(lambda: self.tr("Groups: the document was shown")))
        self._group_box.setContentsMargins(0, 0, 0, 8)
        column = self._column(self._grouped)
        column.addWidget(self._part_title(lambda: self.tr("Who brought them")))
        column.addWidget(self.referrer)
        column.addSpacing(8)
        column.addWidget(self.records)
        column.addSpacing(8)
        column.addWidget(self._part_title(lambda: self.tr("For their comfort (nothing medical)")))
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(64)
        column.addWidget(self.notes)
        column.addStretch(1)
        column.addWidget(self._remarks)
        column.addWidget(self.doubles)
        return self._card(column)

    def _agreed(self) -> QWidget:
        column = self._column(self._part_title(lambda: self.tr("Three consents, asked one by one")))
        column.addWidget(self.program)
        self._whole["consent.data"] = CaptionedField(self.data, None)
        column.addWidget(self._whole["consent.data"])
        self._messages = self._label("quiet")
        self._messages.setWordWrap(True)
        column.addSpacing(4)
        column.addWidget(self._messages)
        grid = QGridLayout()
        grid.setSpacing(2)
        across = 2 if theme.text_percent() <= 120 else 1
        for place, box in enumerate(self.channels.values()):
            grid.addWidget(box, place // across, place % across)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(self._part_title(lambda: self.tr("Card")))
        self._whole["card"] = CaptionedField(self.fields["card"], None, lambda: self.tr("Card number"))
        column.addWidget(self._whole["card"])
        column.addWidget(self._card_remarks)
        column.addStretch(1)
        keys = QGridLayout()
        keys.setSpacing(5)
        beside = theme.text_percent() <= 110
        another, block, confirm = self._card_keys
        keys.addWidget(another, 0, 0, 1, 1 if beside else 2)
        keys.addWidget(block, 0 if beside else 1, 1 if beside else 0, 1, 1 if beside else 2)
        keys.addWidget(confirm, 2, 0, 1, 2)
        keys.addWidget(self._save, 3, 0, 1, 2)
        return self._card(column, keys)

    def _column(self, first: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(5)
        column.addWidget(first)
        return column

    def _card(self, layout: QVBoxLayout, keys: QGridLayout | None = None) -> QWidget:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setLayout(layout)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(inside)
        card = SpokenWidget(role="card")
        whole = QVBoxLayout(card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scrolled)
        if keys is not None:
            # The keys stay in sight, whatever has to scroll.
            keys.setContentsMargins(14, 4, 14, 12)
            whole.addLayout(keys)
        return card

    def _bare(self, column: QVBoxLayout) -> QVBoxLayout:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        return column

    def _part_title(self, words: Callable[[], str]) -> QLabel:
        made = self._label("strong")
        made.setWordWrap(True)
        self.spoken(made.setText, words)
        return made

    def _label(self, role: str) -> QLabel:
        made = QLabel()
        made.setProperty("role", role)
        made.setTextFormat(Qt.TextFormat.PlainText)
        return made

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(lambda text, name=name: self.typed.emit(name, text))
            field.editingFinished.connect(lambda name=name: self.left.emit(name))
            field.installEventFilter(self)
        self.notes.installEventFilter(self)
        self.notes.textChanged.connect(self._notes_changed)
        self.language.activated.connect(lambda row: self.language_chosen.emit(LANGUAGES[row]))
        self.referrer.chosen.connect(self.referred)
        self.program.toggled.connect(lambda on: self._consent("program", "", on))
        self.data.toggled.connect(lambda on: self._consent("data", "", on))
        for channel, box in self.channels.items():
            box.toggled.connect(lambda on, channel=channel: self._consent("messages", channel, on))
        self.doubles.chosen.connect(lambda row: self.double_chosen.emit(self._state.doubles[row].id))
        self.doubles.clicked.connect(lambda index: self.double_chosen.emit(self._state.doubles[index.row()].id))

    def _captions(self) -> dict[str, Callable[[], str]]:
        return {
            "surname": lambda: self.tr("Surname"),
            "given": lambda: self.tr("Given name"),
            "patronymic": lambda: self.tr("Patronymic"),
            "birth_date": lambda: self.tr("Birth date"),
            "phone": lambda: self.tr("Phone"),
            "email": lambda: self.tr("E-mail"),
        }

    def _speak(self) -> None:
        self.spoken(self.fields["birth_date"].setPlaceholderText, lambda: self.tr("dd.mm.yyyy"))
        self.spoken(self.notes.setAccessibleName, lambda: self.tr("Comfort notes"))
        self.spoken(self.notes.setPlaceholderText, lambda: self.tr("For example: speak louder"))
        self.spoken(self.referrer.name, lambda: self.tr("Who brought them"))
        self.spoken(self.program.setText, lambda: self.tr("To take part in the program, by its rules"))
        self.spoken(self.data.setText, lambda: self.tr("To have personal data kept for it"))
        self.spoken(self._messages.setText, lambda: self.tr("Messages, only those wanted:"))
        self.spoken(self.doubles.setAccessibleName, lambda: self.tr("Who may be the same person"))
        for channel, box in self.channels.items():
            self.spoken(box.setText, partial(channel_words, channel))

    # state

    def show_state(self, state: FormState) -> None:
        """Draw the form."""
        self._state = state
        self._showing = True
        member, form = state.form.member, state.form
        for name, field in self.fields.items():
            if field.text() != state.typed.get(name, ""):
                field.setText(state.typed.get(name, ""))
                if not field.hasFocus():
                    # What is longer than its field is read from its beginning.
                    field.setCursorPosition(0)
        if self.notes.toPlainText() != state.typed.get("notes", ""):
            self.notes.setPlainText(state.typed.get("notes", ""))
        words = [language_words(one) for one in LANGUAGES]
        if [self.language.itemText(i) for i in range(self.language.count())] != words:
            self.language.clear()
            self.language.addItems(words)
        self.language.setCurrentIndex(
            LANGUAGES.index(form.patient.language) if form.patient.language in LANGUAGES else 0
        )
        self.referrer.show_person(state.referrer)
        self._show_groups(state)
        self.program.setChecked(("program", "") in form.consents)
        self.data.setChecked(("data", "") in form.consents)
        for channel, box in self.channels.items():
            box.setChecked(("messages", channel) in form.consents)
        if state.is_new:
            self._title.setText(self.tr("New patient"))
        else:
            self._title.setText(self.tr("Changes") if member else self.tr("Joining the program"))
        for name, whole in self._whole.items():
            fault = state.faults.get(name)
            whole.fault.say(fault_words(fault) if fault else "", data=bool(fault and fault.refusal))
        self._whole["card"].setVisible(not member)
        scan = self.tr("Scan it") if theme.large() else self.tr("Scan it, or leave it empty")
        self.fields["card"].setPlaceholderText(scan)
        self.doubles.show_people(state.doubles)
        self._show_remarks(state)
        self._showing = False

    def retell(self) -> None:
        """In another language."""
        if self._columns:
            self.show_state(self._state)

    def begin(self) -> None:
        """Put the keyboard where typing begins."""
        self._walk_as_read()
        first = next((field for name, field in self.fields.items() if not field.text()), self.fields["surname"])
        (self.fields["surname"] if self._state.form.member else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_fault(self) -> None:
        """Put the keyboard where saving got stuck: the first wrong field, or who may be the same person."""
        first = next((self._whole[name] for name in self._whole if name in self._state.faults), None)
        if first is not None:
            bring(first.input)
        elif self._state.asked:
            bring(self.doubles)

    def _walk_as_read(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        walk_as_read(self._columns)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field goes on to the next one; in the notes Shift+Enter begins a line."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not is_enter(event) or event.modifiers():
            return False
        self.focusNextChild()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So does Enter in the field of a person, once somebody is chosen, in a choice and on a box: Space ticks it."""
        if is_enter(event) and isinstance(self.focusWidget(), QLineEdit | QComboBox | QCheckBox):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _show_groups(self, state: FormState) -> None:
        say = language.current()
        self._grouped.setVisible(bool(state.groups))
        if list(self._groups) != [group.code for group in state.groups]:
            for old in self._groups.values():
                old.deleteLater()
            self._groups = {}
            for group in state.groups:
                box = WrappingCheck(data=True)
                box.toggled.connect(lambda on, code=group.code: self._group(code, on))
                self._groups[group.code] = box
                self._group_box.addWidget(box)
        for group in state.groups:
            box = self._groups[group.code]
            box.setText(f"{group.name.plain(say)}: {group.document.plain(say)}")
            box.setChecked(group.code in state.form.groups)

    def _show_remarks(self, state: FormState) -> None:
        lines = []
        if state.asked:
            said = self.tr(
                "They are perhaps here already: Enter opens the one below, F9 once more writes a second record."
            )
            lines.append(Remark(Icon.WARNING, said, "warn"))
        elif state.doubles:
            said = self.tr("Perhaps they are here already. Enter opens the one below.")
            lines.append(Remark(Icon.WARNING, said, "warn"))
        self._remarks.show_lines(lines)
        cards = []
        for card in state.cards:
            number = formats.card(card.number)
            if card.state == "active":
                cards.append(Remark(Icon.CARD, number, data=True))
            else:
                cards.append(Remark(Icon.VOID, self.tr("{number}: blocked").format(number=number), "quiet"))
        if not state.form.joins:
            cards.append(Remark(Icon.INFO, self.tr("Without the first consent they are only written down."), "quiet"))
        self._card_remarks.show_lines(cards)

    def _notes_changed(self) -> None:
        if not self._showing:
            self.typed.emit("notes", self.notes.toPlainText())

    def _consent(self, kind: str, channel: str, given: bool) -> None:
        if not self._showing:
            self.consented.emit(kind, channel, given)

    def _group(self, code: str, shown: bool) -> None:
        if not self._showing:
            self.grouped.emit(code, shown)
