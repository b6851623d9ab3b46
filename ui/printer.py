"""From PDF bytes to paper: pages drawn on white at the printer's own dots, moved and sized as this desk has learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.domain.errors import Trouble
from desk_app.station import SheetPrinter

if TYPE_CHECKING:
    from pathlib import Path

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
