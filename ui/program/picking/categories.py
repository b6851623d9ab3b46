"""Kinds of service: what may happen to each, how much of the price list it is, and what it sold last year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect, QSignalBlocker, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem
from desk_app.domain.people import Service
from desk_app.ports import Json
from ui import language, theme
from ui.icons import Icon
from ui.program.faults import Faults, problem_words
from ui.program.form_rows import FormRows
from ui.program.listed import Listed, ListKeys
from ui.program.picking.presenter import FLAGS, CategoriesPresenter, CategoriesState
from ui.program.typed import PERCENT, said
from ui.program.typed_fields import NameField, ValueField
from ui.widgets.flow import Flow
from ui.widgets.rows import Pen, line_high, two_lines
from ui.widgets.spoken import SpokenWidget

_SHOWN = 6


class CategoriesControl(SpokenWidget):
    """A document in, edits out."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = CategoriesPresenter(self.edited.emit, self._show)
        self._faults = Faults(self)
        self.kinds = Listed(self._say, self._draw, lines=2)
        self.take = QPushButton()
        self.keys = ListKeys(lambda: self.tr("Add a kind   Ins"), self.take)
        self.name = NameField(lambda: self.tr("Name of the kind"))
        self.flags = {flag: QCheckBox() for flag in (*FLAGS, "indicated_only")}
        self.max_discount, self.max_redeem = ValueField(PERCENT, 5), ValueField(PERCENT, 5)
        self.wrong = QLabel()
        self.wrong.setProperty("role", "bad")
        self.wrong.setProperty("data", True)
        self.wrong.setWordWrap(True)
        self.rows = FormRows()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        rows, line = self.rows, self._faults.line
        parts = (self.name.russian, self.name.english)
        rows.row(lambda: self.tr("Name"), self.name, line(lambda: self._at("name"), self.name, parts))
        flags = Flow(*self.flags.values(), gap=theme.GRID, apart=2 * theme.GRID)
        rows.row(lambda: self.tr("These services"), flags)
        fault = line(lambda: self._at("max_discount"), self.max_discount)
        rows.row(lambda: self.tr("Discount at most, %"), self.max_discount, fault)
        fault = line(lambda: self._at("max_redeem"), self.max_redeem)
        rows.row(lambda: self.tr("Units pay at most, %"), self.max_redeem, fault)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.kinds)
        column.addWidget(self.wrong)
        column.addWidget(self.keys)
        column.addWidget(rows)
        self.wrong.hide()

    def _at(self, key: str) -> str:
        return f"{self.presenter.state.place}.{key}"

    def _wire(self) -> None:
        presenter = self.presenter
        self.kinds.moved.connect(presenter.choose)
        self.kinds.chosen.connect(lambda _: self.name.setFocus())
        self.keys.serve(self.kinds, lambda: self._add(""), presenter.remove, presenter.move, self)
        self.take.clicked.connect(lambda: self._add(next(iter(presenter.state.unknown), "")))
        self.name.typed.connect(lambda value: presenter.put("name", value))
        self.max_discount.typed.connect(lambda value: presenter.put("max_discount", value))
        self.max_redeem.typed.connect(lambda value: presenter.put("max_redeem", value))
        said_flags: dict[str, Callable[[], str]] = {
            "earns": lambda: self.tr("earn"), "redeems": lambda: self.tr("may be paid with units"),
            "discounts": lambda: self.tr("may get a discount"),
            "counts_for_level": lambda: self.tr("count for the level"),
            "indicated_only": lambda: self.tr("only as a doctor prescribes: no promotion"),
        }  # fmt: skip
        for flag, box in self.flags.items():
            box.clicked.connect(lambda on, flag=flag: presenter.put(flag, on))
            self.spoken(box.setText, said_flags[flag])
        self.spoken(self.kinds.setAccessibleName, lambda: self.tr("Kinds of service"))

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now."""
        self.presenter.show_document(document, problems)

    def know(self, services: Sequence[Service], sales: Mapping[str, int]) -> None:
        """The price list, and what was sold last year by service code."""
        self.presenter.know(services, sales)

    def reveal(self, path: str) -> bool:
        """Bring the keyboard to a place; False where it is none of the categories'."""
        if not self.presenter.reveal(path):
            return False
        key = path.partition("].")[2].split(".")[0]
        fields: dict[str, QWidget] = {
            "name": self.name, "max_discount": self.max_discount, "max_redeem": self.max_redeem, **self.flags,
        }  # fmt: skip
        fields.get(key, self.kinds).setFocus()
        return True

    def retell(self) -> None:
        """Say again what depends on the document."""
        self._show(self.presenter.state)

    def _add(self, code: str) -> None:
        self.presenter.add(code, ("Новый вид услуг", "New kind of service"))
        self.name.setFocus()
        self.name.russian.selectAll()

    def _show(self, state: CategoriesState) -> None:
        items = state.items
        self.kinds.put(list(range(len(items))), state.chosen)
        self.kinds.setFixedHeight(min(max(1, len(items)), _SHOWN) * (line_high() + line_high("small") + 13) + 2)
        self.rows.setEnabled(bool(items))
        self.keys.show_chosen(state.chosen, len(items))
        unknown = state.unknown
        self.take.setVisible(bool(unknown))
        count = state.counts.get(unknown[0], 0) if unknown else 0
        words = self.tr("Take “{code}” from the price list (%n service(s))", "", count)
        self.take.setText(words.format(code=unknown[0] if unknown else ""))
        item = state.item
        self.name.show_value(item.get("name"))
        for flag, box in self.flags.items():
            with QSignalBlocker(box):
                box.setChecked(item.get(flag, flag != "indicated_only") is True)
        for field, key in ((self.max_discount, "max_discount"), (self.max_redeem, "max_redeem")):
            field.show_value(item.get(key))
        left = self._faults.show(state.problems)
        self.wrong.setText(" ".join(dict.fromkeys(map(problem_words, left))))
        self.wrong.setVisible(bool(left))

    def _name(self, index: int) -> str:
        item = self.presenter.state.items[index]
        return said(item.get("name"), language.current()) or str(item.get("code", "…"))

    def _about(self, index: int) -> tuple[str, str]:
        """What may not happen to it; and how much it is."""
        state = self.presenter.state
        item = state.items[index]
        code = str(item.get("code", ""))
        refused = {
            "earns": self.tr("earn nothing"), "redeems": self.tr("no units"), "discounts": self.tr("no discount"),
            "counts_for_level": self.tr("do not count"),
        }  # fmt: skip
        told = [words for flag, words in refused.items() if item.get(flag, True) is False]
        if item.get("indicated_only") is True:
            told.append(self.tr("no promotions"))
        much = self.tr("%n service(s)", "", state.counts.get(code, 0)) if state.counts else ""
        if code in state.shares:
            much += self.tr(" · {percent} % of last year’s sales").format(percent=state.shares[code])
        return ", ".join(told) or self.tr("take part in everything"), much

    def _say(self, index: int) -> str:
        takes, much = self._about(index)
        return f"{self._name(index)}: {takes}{'; ' if much else ''}{much}"

    def _draw(self, painter: QPainter, rect: QRect, index: int, chosen: bool) -> None:
        if index >= len(self.presenter.state.items):
            return
        first, second = two_lines(rect)
        takes, much = self._about(index)
        pen = Pen(painter, first)
        if self.presenter.state.wrong(index):
            pen.picture(Icon.WARNING, "bad")
        pen.write(much, "quiet", "small", end=True)
        pen.write(self._name(index), bold=chosen)
        Pen(painter, second).write(takes, "quiet", "small")
