"""A sheet as it will come out of the printer, with the three things one can do with it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.file_dialog import ask_new_file
from ui.icons import Icon, beside_words
from ui.printer import Job, opened, page_image
from ui.widgets.elided import ElidedLabel
from ui.widgets.spoken import SpokenWidget

SCREEN_DOTS = 110
GAP = theme.GRID * 2
_TOLD_ALWAYS = 12
"""Letters of a title that are never given up: what sheet it is."""


class Pages(QWidget):
    """The pages of a document under each other, on white whatever the theme is: paper is white."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QPixmap] = []

    def show_document(self, document: QPdfDocument) -> None:
        """Draw all pages anew, as sharp as the screen is."""
        ratio = self.devicePixelRatioF()
        self._pages = []
        for number in range(document.pageCount()):
            page = QPixmap.fromImage(page_image(document, number, SCREEN_DOTS * ratio))
            page.setDevicePixelRatio(ratio)
            self._pages.append(page)
        self.setMinimumSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """As large as all pages and the gaps between them."""
        sizes = [page.deviceIndependentSize().toSize() for page in self._pages]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width + 2 * GAP, sum(size.height() + GAP for size in sizes) + GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the pages on the ground, each with a thin edge."""
        painter = QPainter(self)
        top = GAP
        for page in self._pages:
            size = page.deviceIndependentSize().toSize()
            left = max(GAP, (self.width() - size.width()) // 2)
            painter.drawPixmap(left, top, page)
            painter.setPen(QColor(theme.current().edge))
            painter.drawRect(left - 1, top - 1, size.width() + 1, size.height() + 1)
            top += size.height() + GAP
        painter.end()


class PreviewView(SpokenWidget):
    """One job before it is printed; Esc leaves it, F12 prints, the PDF can always be had."""

    print_wanted = Signal()
    saved = Signal(str)
    not_saved = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="ground")
        self._job: Job | None = None
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        # the sheet's own name, which is there in its two languages, and a patient's
        self._title.setProperty("data", True)
        self._pages = Pages()
        self._print, self._save, self._back = QPushButton(), QPushButton(), QPushButton()
        self._print.setProperty("role", "primary")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(self._pages)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(self._title, 1)
        for button in (self._print, self._save, self._back):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(theme.GRID * 2)
        column.addLayout(head)
        column.addWidget(area, 1)
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self.save)
        self._back.clicked.connect(self.left)
        self.spoken(self._print.setText, lambda: self.tr("Print   F12"))
        self.spoken(self._save.setText, lambda: self.tr("Save as PDF"))
        self.spoken(self._back.setText, lambda: self.tr("Back   Esc"))
        self.spoken(self._pages.setAccessibleName, lambda: self.tr("The sheet as it will be printed"))
        self.drawn(lambda: beside_words(self._save, Icon.SAVE))

    def show_job(self, job: Job) -> None:
        """Show `job`. Raises `Trouble` when it is no PDF."""
        self._job = job
        self._title.say(job.title, job.title[:_TOLD_ALWAYS])
        self._pages.show_document(opened(job.pdf))
        self._print.setFocus()

    def job(self) -> Job | None:
        """What is shown."""
        return self._job

    def save(self) -> None:
        """Ask where to, and write the PDF as it is."""
        if self._job is None:
            return
        file = ask_new_file(self, self.tr("Save as PDF"), f"{self._job.title}.pdf", "PDF (*.pdf)")
        if file is not None:
            self.save_to(str(file))

    def save_to(self, name: str) -> None:
        """Write the PDF to a file; whoever shows this says how it went."""
        if self._job is None:
            return
        try:
            Path(name).write_bytes(self._job.pdf)
        except OSError:
            self.not_saved.emit()
        else:
            self.saved.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F12 prints, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F12:
            self.print_wanted.emit()
        else:
            super().keyPressEvent(event)
