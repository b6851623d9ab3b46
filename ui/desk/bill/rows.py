"""How a line of the bill and a service found are drawn: the whole name in two lines, the sum never cut."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter

from desk_app.domain.bill import Line
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.quote import QuoteLine
from ui import formats, language
from ui.desk.bill.words import paid_by_units, payer_words, rule_words
from ui.widgets.rows import GAP, Pen, broken, line_high, wide_as

NARROW = 18
"""Digits of room beside the sum below which a name has the width to itself, and the sum the line under it."""


@dataclass(frozen=True)
class LineRow:
    """One line of the bill with what the quote says of it."""

    line: Line
    priced: QuoteLine | None
    program: Program | None

    @property
    def name(self) -> str:
        """What the service is called."""
        return self.line.name or self.line.service or QCoreApplication.translate("BillView", "Unnamed service")

    @property
    def pays(self) -> str:
        """What this line costs now."""
        return money(self.program, self.priced.pays if self.priced else self.line.total)

    @property
    def price(self) -> str:
        """Pieces and the price of one."""
        price = money(self.program, self.line.price)
        return f"{self.line.quantity} × {price}" if self.line.quantity > 1 else price

    @property
    def taken_off(self) -> tuple[str, ...]:
        """What was taken off the line, from the right."""
        found = []
        if self.priced is not None and self.priced.redeemed and self.program and self.program.unit:
            found.append(paid_by_units(self.priced.redeemed, self.program, self.program.unit))
        if self.priced is not None and self.priced.discount:
            found.append(money(self.program, -self.priced.discount))
        return tuple(found)

    @property
    def badges(self) -> tuple[str, ...]:
        """What is special about the line."""
        found = [payer_words(self.line.payer)] if self.line.payer != "self" else []
        if self.line.on_promo:
            found.append(QCoreApplication.translate("BillView", "sale price"))
        if self.line.no_discount:
            found.append(QCoreApplication.translate("BillView", "no discounts"))
        return tuple(found)

    @property
    def rule(self) -> str:
        """The rule that gave the discount, or ""."""
        if self.priced is None or not self.priced.rule or self.program is None:
            return ""
        return rule_words(self.program, self.priced.rule)


@dataclass(frozen=True)
class ServiceRow:
    """One service found; without a service it is the offer to write the line by hand."""

    service: Service | None
    words: str
    program: Program | None

    @property
    def name(self) -> str:
        """What the service is called, or the offer."""
        if self.service is None:
            return QCoreApplication.translate("BillView", "Write “{words}” by hand").format(words=self.words)
        english = language.current() == "en" and self.service.name_en
        return self.service.name_en if english else self.service.name

    @property
    def pays(self) -> str:
        """The price in the list."""
        return money(self.program, self.service.price) if self.service is not None else ""

    @property
    def about(self) -> tuple[str, ...]:
        """Code and category."""
        if self.service is None:
            return ()
        category = self.program.categories.get(self.service.category) if self.program else None
        named = (category.name.plain(language.current()),) if category is not None else ()
        return (self.service.code, *named)


def money(program: Program | None, minor: int) -> str:
    """An amount in the program's currency."""
    if program is None:
        return formats.money(minor, language.current())
    return formats.money(minor, language.current(), program.currency, program.decimals)


def line_height(row: LineRow, width: int) -> int:
    """Pixels of the words of a line of the bill."""
    narrow, name = _name(row, width)
    below = line_high() if narrow else line_high("small")
    more = line_high("small") if narrow and (row.taken_off or row.badges or row.rule) else 0
    return len(name) * line_high() + below + more


def draw_line(painter: QPainter, rect: QRect, row: LineRow, highlighted: bool) -> None:
    """The name, what is paid, and below them how it came to that."""
    narrow, name = _name(row, rect.width())
    pen = Pen(painter, _centred(rect, line_height(row, rect.width())))
    # What another pays is not the patient's to find in the sum.
    own = row.line.payer == "self"
    if not narrow:
        _beside(painter, pen.rect).write(row.pays, "text" if own else "quiet", bold=own, end=True)
    pen.lines(name)
    if narrow:
        between = _beside(painter, pen.rect)
        between.write(row.pays, "text" if own else "quiet", bold=own, end=True)
        between.write(row.price, "quiet", "small")
        pen.rect.setTop(pen.rect.top() + line_high())
    for words in row.taken_off:
        pen.write(words, "good", "small", end=True)
    if not narrow:
        pen.write(row.price, "quiet", "small")
    for words in row.badges:
        pen.badge(words, "warn", "warn_soft")
    if row.rule:
        pen.write(row.rule, "quiet", "small")


def service_height(row: ServiceRow, width: int) -> int:
    """Pixels of the words of a service found."""
    narrow, name = _name(row, width)
    below = line_high() if narrow else line_high("small")
    return len(name) * line_high() + (below if row.service is not None else 0)


def draw_service(painter: QPainter, rect: QRect, row: ServiceRow, highlighted: bool) -> None:
    """The name and the price, below them code and category."""
    narrow, name = _name(row, rect.width())
    pen = Pen(painter, _centred(rect, service_height(row, rect.width())))
    if row.service is None:
        pen.lines(name, "accent")
        return
    if not narrow:
        _beside(painter, pen.rect).write(row.pays, bold=highlighted, end=True)
    pen.lines(name)
    if narrow:
        pen.write(row.pays, bold=highlighted, end=True)
    for number, words in enumerate(row.about):
        # The code tells services apart; the category comes where there is room for the whole of it.
        if number == 0 or wide_as(words, "small") <= pen.rect.width():
            pen.write(words, "quiet", "small")


def _name(row: LineRow | ServiceRow, width: int) -> tuple[bool, tuple[str, ...]]:
    """Whether the name has the width to itself, and its lines."""
    beside = width - wide_as(row.pays, bold=True) - GAP if row.pays else width
    narrow = beside < wide_as("0" * NARROW)
    return narrow, broken(row.name, width if narrow else beside)


def _beside(painter: QPainter, rect: QRect) -> Pen:
    """A pen for the first line of `rect`, which leaves `rect` as it is."""
    return Pen(painter, QRect(rect.left(), rect.top(), rect.width(), line_high()))


def _centred(rect: QRect, high: int) -> QRect:
    return QRect(rect.left(), rect.top() + (rect.height() - high) // 2, rect.width(), high)
