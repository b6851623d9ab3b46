"""The card of the patient at the desk: who this is, what they have, what is missing, and what must be asked of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desk_app.domain.days import NEVER, age_on
from desk_app.domain.program import Program
from desk_app.rollout.at_desk import News
from ui import formats, language, theme
from ui.desk.patient.presenter import PatientState
from ui.enrolment.words import channel_words
from ui.icons import Icon
from ui.widgets.empty import Empty
from ui.widgets.flow import Flow
from ui.widgets.key_button import KeyButton
from ui.widgets.remarks import Remark, RemarksView
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack
from ui.wording.rollout import head, to_say
from ui.wording.statement import overdraft_words, owed_words

LONG = 30
"""Letters of a name that is written smaller."""


class PatientView(SpokenWidget):
    """The left part of the desk."""

    def __init__(self, *keys: QAction, above: tuple[QAction, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state: PatientState | None = None
        self._staff_news: tuple[News, ...] = ()
        self._name = self._label("heading", wrap=True)
        self._born, self._age = self._label("quiet"), self._label("quiet")
        self._level = self._label("badge")
        self._units = self._label("figure")
        for label in (self._name, self._level, self._units):
            # Names of people, of levels and of units are the clinic's own words.
            label.setProperty("data", True)
        self._way = QProgressBar()
        self._way.setTextVisible(False)
        self._way.setRange(0, 1000)
        self._missing = self._label("small", wrap=True)
        self._remarks = RemarksView()
        self._invitation = self._label("quiet", wrap=True)
        self.keys = tuple(KeyButton(action) for action in keys)
        self._nobody = Empty(Icon.PATIENT)
        self._stack = Stack()
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._person())
        self._above = tuple(KeyButton(action) for action in above)
        owed = QVBoxLayout()
        owed.setContentsMargins(10, 0, 10, 2)
        owed.setSpacing(4)
        for key in self._above:
            owed.addWidget(key)
        self._below = below = QHBoxLayout()
        below.setContentsMargins(10, 4, 10, 10)
        below.setSpacing(theme.GRID)
        for key in self.keys:
            below.addWidget(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(owed)
        column.addLayout(below)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.spoken(self.setAccessibleName, lambda: self.tr("Patient"))
        self.retell()

    def stack_keys(self, under_each_other: bool) -> None:
        """Large letters need the whole width for each key, and a smaller name: what there is to spend stands below."""
        directions = QBoxLayout.Direction
        self._below.setDirection(directions.TopToBottom if under_each_other else directions.LeftToRight)
        self._about.setContentsMargins(*((9, 8, 7, 4) if theme.large() else (14, 12, 12, 8)))
        self._size_name()

    def _size_name(self) -> None:
        small = theme.large() or len(self._name.text()) > LONG
        theme.set_role(self._name, "strong" if small else "heading")

    def _person(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._about = column = QVBoxLayout(inside)
        column.setSpacing(4)
        column.addWidget(self._name)
        # side by side where there is room: a low window has little of it
        column.addWidget(Flow(self._born, self._age, self._level, gap=theme.GRID))
        column.addSpacing(4)
        column.addWidget(self._units)
        column.addWidget(self._way)
        column.addWidget(self._missing)
        column.addWidget(self._invitation)
        column.addSpacing(6)
        column.addWidget(self._remarks)
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(inside)
        return scrolled

    def show_state(self, state: PatientState | None, news: tuple[News, ...] = ()) -> None:
        """Draw the patient, or what to do without one, and the `news` staff should know of."""
        if state is self._state and state is not None:
            return
        self._state, self._staff_news = state, news
        if state is None:
            asked = self.tr("Scan the card, or type a name, a phone or a birth date above, and press Enter.")
            heads = [f"{head(one, language.current())}." for one in news]
            self._nobody.say(self.tr("Who is here?"), "\n\n".join([asked, *heads]))
            self._stack.setCurrentIndex(0)
            return
        patient = state.patient
        self._name.setText(patient.full_name)
        self._size_name()
        self._show_birth(state)
        self._show_standing(state)
        self._remarks.show_lines(self._lines(state))
        self._stack.setCurrentIndex(1)

    def retell(self) -> None:
        """In another language."""
        state, self._state = self._state, None
        self.show_state(state, self._staff_news)

    def sentences(self) -> tuple[str, ...]:
        """Everything the card says, from top to bottom."""
        labels = (self._name, self._born, self._age, self._level, self._units, self._missing, self._invitation)
        return (*(label.text() for label in labels if not label.isHidden()), *self._remarks.sentences())

    def _show_standing(self, state: PatientState) -> None:
        program, statement = state.program, state.statement
        member = state.member and statement is not None
        self._invitation.setVisible(not member)
        self._units.setVisible(bool(member and program and program.unit))
        self._way.setVisible(bool(statement and member and statement.next_level))
        self._missing.setVisible(bool(member and program and len(program.levels.steps) > 1))
        self._level.setVisible(not member or bool(program))
        theme.set_role(self._level, "badge" if member else "badge-warn")
        if statement is None or not member:
            left = state.membership is not None
            self._level.setText(self.tr("Left the program") if left else self.tr("Not a member yet"))
            self._invitation.setText(
                self.tr("Prices are at list. Joining takes a minute, and this very bill counts already.")
            )
            return
        if program is None:
            return
        say = language.current()
        self._level.setText(_level_name(program, statement.level, say))
        if program.unit is not None:
            self._units.setText(formats.units(statement.usable, program.unit, say))
        if statement.next_level is not None:
            step = program.levels.step(statement.next_level.code)
            reached = max(0, step.start - statement.next_level.missing)
            self._way.setValue(reached * 1000 // step.start if step.start else 0)
            self._missing.setText(
                self.tr("{missing} more to “{level}”").format(
                    missing=self._amount(program, statement.next_level.missing), level=step.name.plain(say)
                )
            )
            self._way.setAccessibleName(self._missing.text())
        else:
            self._missing.setText(self.tr("The highest level."))

    def _amount(self, program: Program, amount: int) -> str:
        say = language.current()
        if program.levels.basis == "spend":
            return formats.short_money(amount, say, program.currency, program.decimals)
        if program.levels.basis == "visits" or program.unit is None:
            return self.tr("%n visit(s)", "", amount)
        return formats.units(amount, program.unit, say)

    def _show_birth(self, state: PatientState) -> None:
        born = state.patient.birth_date
        self._born.setText(self.tr("no birth date") if born is None else formats.day(born))
        self._age.setText("" if born is None else self.tr("%n year(s) old", "", age_on(state.today, born)))
        self._age.setVisible(born is not None)

    def _lines(self, state: PatientState) -> list[Remark]:
        news, lines = self._news_lines(state), [*self._balance_lines(state), *self._asking_lines(state)]
        patient = state.patient
        phones = ", ".join(formats.phone(one) for one in patient.phones)
        if phones and not state.contact_to_confirm:
            lines.append(Remark(Icon.PHONE, phones, data=True))
        if state.card is not None:
            lines.append(Remark(Icon.CARD, formats.card(state.card.number), data=True))
        lines += self._privilege_lines(state)
        lines += self._consent_lines(state)
        # what must be done or asked comes before what is merely so: a low window shows no more than the first
        return [*news, *sorted(lines, key=_urgency)]

    def _news_lines(self, state: PatientState) -> list[Remark]:
        say = language.current()
        lines = []
        for one in state.news:
            if one.told is None:
                lines.append(Remark(Icon.NOTE, head(one, say), "strong", data=True))
                if theme.large():  # no room for it over the bill
                    lines.append(Remark(Icon.NOTE, to_say(one, say), data=True))
            else:
                told = self.tr("told {day}").format(day=formats.day(one.told))
                lines.append(Remark(Icon.CHECK, f"{head(one, say)} ({told})", "quiet", data=True))
        return lines

    def _balance_lines(self, state: PatientState) -> list[Remark]:
        statement, program, say = state.statement, state.program, language.current()
        if statement is None or program is None or program.unit is None:
            return []
        lines = []
        if statement.next_lapse is not None:
            units, until = statement.next_lapse
            if until < NEVER and units:
                gone = self.tr("{units} until {day}").format(
                    units=formats.units(units, program.unit, say), day=formats.day(until)
                )
                soon = (until - state.today).days <= 60
                lines.append(Remark(Icon.WARNING if soon else Icon.CALENDAR, gone, "warn" if soon else "plain"))
        if statement.pending:
            waiting = self.tr("{units} more are on their way").format(
                units=formats.units(statement.pending, program.unit, say)
            )
            lines.append(Remark(Icon.WAITING, waiting))
        lines += [Remark(Icon.PAY, words, "warn", data=True) for words in owed_words(statement, program, say)]
        if twice := overdraft_words(statement, program, say):
            lines.append(Remark(Icon.INFO, twice, data=True))
        if statement.debt:
            owed = self.tr("{units} will be taken from what is earned next").format(
                units=formats.units(statement.debt, program.unit, say)
            )
            lines.append(Remark(Icon.INFO, owed))
        return lines

    def _asking_lines(self, state: PatientState) -> list[Remark]:
        lines = []
        if state.contact_to_confirm:
            phone = formats.phone(state.patient.phones[0])
            lines.append(Remark(Icon.PHONE, self.tr("Ask: is it still {phone}?").format(phone=phone), "warn"))
        if not state.patient.phones:
            lines.append(Remark(Icon.PHONE, self.tr("No phone: ask for it"), "warn"))
        if state.patient.notes:
            lines.append(Remark(Icon.NOTE, state.patient.notes, data=True))
        return lines

    def _privilege_lines(self, state: PatientState) -> list[Remark]:
        lines = []
        program, say = state.program, language.current()
        if state.membership is not None and program is not None:
            names = {group.code: group.name.plain(say) for group in program.groups}
            groups = ", ".join(names.get(code, code) for code, _ in state.membership.groups)
            if groups:
                lines.append(Remark(Icon.CHECK, groups, data=True))
        family = len(state.statement.family) if state.statement is not None else 0
        if family > 1:
            lines.append(Remark(Icon.FAMILY, self.tr("Family account of %n people", "", family)))
        for offer in state.offers:
            name = offer.get("name", "")
            words = name.get(say, "") if isinstance(name, dict) else str(name)
            lines.append(Remark(Icon.UNITS, self.tr("Only for them: {offer}").format(offer=words), "good"))
        return lines

    def _consent_lines(self, state: PatientState) -> list[Remark]:
        if not state.member:
            return []
        given = {(one.kind, one.channel) for one in state.consents if one.given}
        kinds = {kind for kind, _ in given}
        lines = []
        if "program" not in kinds or "data" not in kinds:
            lines.append(Remark(Icon.CONSENT, self.tr("Consent is missing: press F4 and ask"), "warn"))
        channels = ", ".join(channel_words(channel) for kind, channel in sorted(given) if kind == "messages")
        says = self.tr("Messages: {channels}").format(channels=channels) if channels else self.tr("No messages wanted")
        lines.append(Remark(Icon.CONSENT, says, "quiet"))
        return lines

    def _label(self, role: str, *, wrap: bool = False) -> QLabel:
        made = QLabel()
        made.setProperty("role", role)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(wrap)
        if wrap:
            made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return made


def _urgency(line: Remark) -> int:
    """Money that is owed, a consent that is missing, then whatever else is to be said or asked; smaller is first."""
    if line.role != "warn":
        return 3
    return {Icon.PAY: 0, Icon.CONSENT: 1}.get(line.picture, 2)


def _level_name(program: Program, code: str, say: str) -> str:
    return next((step.name.plain(say) for step in program.levels.steps if step.code == code), code)
