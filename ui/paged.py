"""A room of several pages: each is made when it is first needed, one of them is seen, and its keys stand below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.action import Bound
from ui.screen import Frame, Screen
from ui.widgets.flow import Flow
from ui.widgets.key_button import KeyButton
from ui.widgets.stack import Stack


@dataclass
class Page:
    """One page; the room stacks them, holds their presenters and draws their actions below.

    `opened` is called each time it comes forward, `refreshed` when what it shows may not be true any more, `ended`
    once when the window goes. `back` is Esc: False where there is nothing to go back from. `hint` answers the speaking
    line. `panes` are what F6 walks through. `primary` names the act of the page, or those of which one is there at a
    time, parted by spaces. `reveal` brings the keyboard to a place of the document.
    """

    name: str
    view: QWidget
    presenter: object
    actions: Bound
    opened: Callable[[], None] = lambda: None
    refreshed: Callable[[], None] = lambda: None
    back: Callable[[], bool] = lambda: False
    ended: Callable[[], None] = lambda: None
    hint: Callable[[], str] = lambda: ""
    panes: Sequence[QWidget] = field(default=())
    primary: str = ""
    reveal: Callable[[str], None] = lambda _: None


class PagedView(QWidget):
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


class PagedRoom:
    """Turns the pages and answers the window for the one that is seen; Esc leads back to the first."""

    def __init__(
        self, name: str, frame: Frame, pages: Mapping[str, Callable[[], Page]], first: str, hint: Callable[[], str]
    ) -> None:
        """`pages` makes each by its name; `hint` is said where a page has none of its own."""
        self._frame = frame
        self._makers = pages
        self._first = first
        self._usual_hint = hint
        self._pages: dict[str, Page] = {}
        self.view = PagedView()
        self._screen = Screen(
            name, self.view, self, Bound(self.view, ()), hint=self._hint, back=self._back, opened=self._opened,
            ended=self._ended, refreshed=self._refreshed,
        )  # fmt: skip
        self._now = first
        self._bring(first)

    def screen(self) -> Screen:
        """What the window holds."""
        return self._screen

    @property
    def frame(self) -> Frame:
        """The window."""
        return self._frame

    def open_page(self, name: str) -> None:
        """Bring a page forward."""
        if name not in self._makers:
            return
        self._bring(name)
        self._pages[name].opened()
        self._frame.hint_changed()

    def page(self, name: str) -> Page:
        """A page that was opened by now."""
        return self._pages[name]

    def _bring(self, name: str) -> None:
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._makers[name]()
            self.view.add(page)
        self._now = name
        self._screen.actions, self._screen.panes = page.actions, page.panes
        self.view.show_page(page)

    def _opened(self) -> None:
        self._pages[self._now].opened()

    def _refreshed(self) -> None:
        if self.view.isVisible():
            self._pages[self._now].refreshed()

    def _back(self) -> bool:
        if self._pages[self._now].back():
            return True
        if self._now == self._first:
            return False
        self.open_page(self._first)
        return True

    def first_again(self) -> bool:
        """To the first page, whatever is open; False where that is."""
        if self._now == self._first:
            return False
        self.open_page(self._first)
        return True

    def _ended(self) -> None:
        for page in self._pages.values():
            page.ended()

    def _hint(self) -> str:
        return self._pages[self._now].hint() or self._usual_hint()
