"""Everything between the rail and the status line: search, the open room, the speaking bar."""

from PySide6.QtWidgets import QVBoxLayout

from ui import theme
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.search_field import SearchField
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack


class Work(SpokenWidget):
    """The search field and the bar stay where they are while rooms change between them."""

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField()
        self.rooms = Stack()
        self.notices = NoticeBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID * 2, theme.GRID * 2, theme.GRID * 2, theme.GRID // 2)
        column.setSpacing(theme.GRID)
        column.addWidget(self.search)
        column.addWidget(self.rooms, 1)
        column.addWidget(self.notices)
        self.drawn(self.search.dress)
        self.spoken(self.search.setPlaceholderText, lambda: self.tr("Surname, phone, card number or barcode   (F3)"))
        self.spoken(self.search.setAccessibleName, lambda: self.tr("Find a patient"))
