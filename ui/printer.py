"""From PDF bytes to paper: pages drawn on white at the printer's own dots, moved and sized as this desk has learned."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.domain.errors import Trouble
from desk_app.station import SheetPrinter

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF, QSizeF
    from PySide6.QtGui import QImage
    from PySide6.QtPdf import QPdfDocument

MOST_DOTS = 600
"""Dots per inch beyond which a raster only costs time."""
POINT = 1 / 72


@dataclass(frozen=True)
class Job:
    """One document to be printed: `sheet` is one of `desk_app.station.SHEETS`, `title` tells the clerk what it is.

    `note` is for whoever must know when the sheet is in the patient's hand (`Frame.when_out`).
    """

    sheet: str
    title: str
    pdf: bytes
    note: str = ""
    copies: int = 1


def printer_names() -> tuple[str, ...]:
    """The printers this system knows; asking may take seconds where they are on a network."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(QPrinterInfo.availablePrinterNames())


def page_image(document: QPdfDocument, page: int, dots: float) -> QImage:
    """One page at `dots` per inch. QtPdf leaves the ground transparent, which prints black: it is laid on white."""
    from PySide6.QtCore import QPointF, QSize
    from PySide6.QtGui import QColor, QImage, QPainter

    points = document.pagePointSize(page)
    size = QSize(round(points.width() * POINT * dots), round(points.height() * POINT * dots))
    drawn = document.render(page, size)
    made = QImage(size, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.drawImage(QPointF(0, 0), drawn)
    painter.end()
    return made


def opened(pdf: bytes) -> QPdfDocument:
    """The document of `pdf`, usable on the thread that opens it. Raises `Trouble` "print.unreadable"."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready:
        raise Trouble("print.unreadable")
    return document


def print_job(job: Job, settings: SheetPrinter, *, to_file: Path | None = None) -> None:
    """Print on the printer of `settings`, or, for a trial, into a PDF file. Runs on a worker.

    Raises `Trouble`: "print.no_printer" when none is chosen or it is gone, "print.failed" when it takes no job.
    """
    from PySide6.QtCore import QMarginsF, QRectF
    from PySide6.QtGui import QPageLayout, QPageSize, QPainter
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    document = opened(job.pdf)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if to_file is not None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(to_file))
    else:
        if not settings.printer or QPrinterInfo.printerInfo(settings.printer).isNull():
            raise Trouble("print.no_printer")
        printer.setPrinterName(settings.printer)
    printer.setDocName(job.title)
    printer.setCopyCount(job.copies)
    # Without the full page the driver's margins shrink the drawing, and cards come out a tenth too small.
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    for page in range(document.pageCount()):
        points = document.pagePointSize(page)
        printer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
        if points.width() > points.height():
            printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        if page == 0:
            if not painter.begin(printer):
                raise Trouble("print.failed")
        else:
            printer.newPage()
        dots = printer.resolution()
        image = page_image(document, page, min(dots, MOST_DOTS))
        painter.drawImage(_place(points, dots, settings), image, QRectF(image.rect()))
    if not painter.end():
        raise Trouble("print.failed")


def _place(points: QSizeF, dots: int, settings: SheetPrinter) -> QRectF:
    """Where the page lies on the paper, in dots: by its true size in points, not by what the driver rounded it to."""
    from PySide6.QtCore import QRectF

    scale = settings.scale / 1000
    millimetre = dots / 25.4
    return QRectF(
        settings.offset_x / 10 * millimetre,
        settings.offset_y / 10 * millimetre,
        points.width() * POINT * dots * scale,
        points.height() * POINT * dots * scale,
    )


@dataclass(frozen=True)
class Kept:
    """A job that could not be printed: its file, kind, title and note."""

    file: Path
    sheet: str
    title: str
    note: str = ""
    copies: int = 1

    def job(self) -> Job:
        """The job, to be tried again. Raises OSError when the file is gone."""
        return Job(self.sheet, self.title, self.file.read_bytes(), self.note, self.copies)

    def since(self) -> datetime | None:
        """Since when it waits, on this computer's clock; None where its file was named by somebody else."""
        try:
            return datetime.strptime(self.file.name[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC).astimezone()
        except ValueError:
            return None


class Reprints:
    """Jobs that failed wait on disk, as plain PDF files, until they are printed or put away."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "reprint"

    def keep(self, job: Job, now: datetime | None = None) -> Kept:
        """Write a job down. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        moment = (now or datetime.now(UTC)).strftime("%Y%m%d-%H%M%S-%f")
        file = self._folder / f"{moment}-{job.sheet}.pdf"
        file.with_suffix(".json").write_text(
            json.dumps(
                {"sheet": job.sheet, "title": job.title, "note": job.note, "copies": job.copies}, ensure_ascii=False
            ),
            encoding="utf-8",
        )
        file.write_bytes(job.pdf)
        return Kept(file, job.sheet, job.title, job.note, job.copies)

    def all(self) -> tuple[Kept, ...]:
        """What waits, oldest first."""
        found = []
        for file in sorted(self._folder.glob("*.pdf")):
            try:
                about = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
                note, copies = str(about.get("note", "")), int(about.get("copies", 1))
                found.append(Kept(file, str(about["sheet"]), str(about["title"]), note, copies))
            except (OSError, ValueError, KeyError, TypeError):
                # The PDF is what matters; without its note it is still printable.
                found.append(Kept(file, "slip", file.stem))
        return tuple(found)

    def drop(self, kept: Kept) -> None:
        """It is printed, or nobody wants it. Raises OSError where the folder cannot be written to."""
        kept.file.unlink(missing_ok=True)
        kept.file.with_suffix(".json").unlink(missing_ok=True)
