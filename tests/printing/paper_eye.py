"""A printed sheet as an eye sees it: where each word stands, which fonts are there, how large the warning's ink is."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from ui.printer import opened, page_image

#: Letters darker than this are ink.
_DARK = 110


def runs(document: QPdfDocument, page: int) -> list[QRectF]:
    """The box of every run of letters on a page, points from the upper left corner."""
    return [polygon.boundingRect() for polygon in document.getAllText(page).bounds()]


def boxes_of(document: QPdfDocument, page: int, words: str) -> list[QRectF]:
    """Where these words stand on a page, however their lines are broken; one box for each time they are there."""
    text = document.getAllText(page).text()
    wanted = r"\s+".join(re.escape(word) for word in words.split())
    return [
        document.getSelectionAtIndex(page, found.start(), found.end() - found.start()).boundingRectangle()
        for found in re.finditer(wanted, text)
    ]


def squeezed(text: str) -> str:
    """A text without its spaces, breaks and hyphens at the ends of lines."""
    return re.sub(r"[\s\N{NO-BREAK SPACE}\-\x02\ufffe\N{SOFT HYPHEN}]+", "", text)


def all_text(pdf: bytes) -> str:
    """Everything written on a PDF, squeezed."""
    document = opened(pdf)
    return squeezed(" ".join(document.getAllText(page).text() for page in range(document.pageCount())))


def sentences(part: Any) -> Iterator[str]:
    """Every text inside blocks of a sheet, whatever they are made of."""
    if isinstance(part, str):
        if part:
            yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from sentences(one)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in ("voice", "accent"):
                yield from sentences(getattr(part, field.name))


def streams(pdf: bytes) -> Iterator[bytes]:
    """What is packed inside a PDF: pages, forms, fonts."""
    for body in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        data = body.strip()
        if data.endswith(b"~>"):
            data = base64.a85decode(data[:-2])
        try:
            yield zlib.decompress(data)
        except zlib.error:
            yield data


def fonts(pdf: bytes) -> set[str]:
    """The names of all fonts of a PDF, without the mark of a subset."""
    return {name.decode() for name in re.findall(rb"/BaseFont\s*/([^\s/<>]+)", b"\n".join((pdf, *streams(pdf))))}


def codes(document: QPdfDocument, page: int, *, black: bool) -> set[str]:
    """What a scanner reads from a page printed at 300 dots, in colour or in pure black and white."""
    image = page_image(document, page, 300)
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    if black:
        rows = bytes(image.constBits()).translate(bytes(0 if shade < 128 else 255 for shade in range(256)))
        image = QImage(rows, image.width(), image.height(), image.bytesPerLine(), QImage.Format.Format_Grayscale8)
    buffer = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    return {code.text for code in zxingcpp.read_barcodes(buffer)}


def ink_share(document: QPdfDocument, page: int, warning: str, faces: int = 1) -> list[float]:
    """The share of a page (or of each of its faces) that the warning's ink takes up, by the picture alone."""
    dots = 120
    image = page_image(document, page, dots).convertToFormat(QImage.Format.Format_Grayscale8)
    whole = image.width() * image.height() / faces
    return [_ink_area(image, box, dots / 72) / whole for box in boxes_of(document, page, warning)]


def _ink_area(image: QImage, around: QRectF, scale: float) -> float:
    """The area of the smallest box around all ink in a part of a picture."""
    left, right = int(around.left() * scale) - 1, int(around.right() * scale) + 2
    top, bottom = int(around.top() * scale) - 1, int(around.bottom() * scale) + 2
    pixels, line = memoryview(image.constBits()), image.bytesPerLine()
    rows = [bytes(pixels[y * line + left : y * line + right]) for y in range(top, bottom)]
    inked = [place for place, row in enumerate(rows) if min(row) < _DARK]
    columns = [place for place in range(right - left) if min(row[place] for row in rows) < _DARK]
    return float((inked[-1] - inked[0] + 1) * (columns[-1] - columns[0] + 1))
