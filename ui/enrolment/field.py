"""One field of the form: its name above it, what is wrong with it below it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.fault import FaultLine
from ui.widgets.spoken import SpokenWidget


class CaptionedField(SpokenWidget):
    """`caption` says the short name; the accessible name of the input is `name`, or the caption itself.

    With `wide_fault` the owner lays the fault out itself, over more room than the field has.
    """

    def __init__(
        self,
        input_: QWidget,
        caption: Callable[[], str] | None,
        name: Callable[[], str] | None = None,
        *,
        wide_fault: bool = False,
    ) -> None:
        super().__init__()
        self.input = input_
        self.fault = FaultLine(input_)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if caption is not None:
            label = QLabel()
            label.setProperty("role", "small")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(input_)
            column.addWidget(label)
            self.spoken(label.setText, caption)
        column.addWidget(input_)
        if not wide_fault:
            column.addWidget(self.fault)
        if said := name or caption:
            self.spoken(input_.setAccessibleName, said)


def bring(widget: QWidget) -> None:
    """Give a widget the keyboard, and scroll to it where it is out of sight."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    scroll_to(widget)


def scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(widget)
