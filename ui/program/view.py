"""Draws one page of the program room and, below it, what can be done there, each with its key."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.program.page import Page
from ui.widgets.flow import Flow
from ui.widgets.key_button import KeyButton
from ui.widgets.stack import Stack


class ProgramView(QWidget):
    """A stack of pages over a bar of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = Stack()
        self._bar_of: dict[str, Flow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._pages, 1)
        self._column = column

    def add(self, page: Page) -> None:
        """Put one more page into the room."""
        bar = Flow()
        for action in page.actions.declared():
            bound = page.actions[action.name]
            bar.add(KeyButton(bound, "primary" if action.name in page.primary.split() else "plain"))
        self._bar_of[page.name] = bar
        self._pages.addWidget(page.view)
        self._column.addWidget(bar)

    def show_page(self, page: Page) -> None:
        """Bring one of them forward, with its keys."""
        self._pages.setCurrentWidget(page.view)
        for name, bar in self._bar_of.items():
            bar.setVisible(name == page.name)
