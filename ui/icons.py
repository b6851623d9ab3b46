"""Every picture of the window by name: Heroicons drawings, read from their package and tinted by the theme."""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap
    from PySide6.QtWidgets import QAbstractButton


class Icon(Enum):
    """What a picture means at the desk, and the drawing that says it."""

    SEARCH = "magnifying-glass"
    DESK = "computer-desktop"
    SETTINGS = "cog-6-tooth"
    MEMBERS = "users"
    PROGRAM = "document-text"
    PAPER = "newspaper"
    PRINT = "printer"
    CARE = "heart"
    COCKPIT = "chart-bar"
    TRAINING = "academic-cap"
    PATIENT = "user"
    NEW_PATIENT = "user-plus"
    FAMILY = "user-group"
    CARD = "credit-card"
    SCAN = "qr-code"
    UNITS = "gift"
    LEVEL = "star"
    PAY = "banknotes"
    UNDO = "arrow-uturn-left"
    RETURN = "receipt-refund"
    VOID = "no-symbol"
    WHY = "question-mark-circle"
    SYNC = "arrow-path"
    SLIP = "receipt-percent"
    ADD = "plus"
    REMOVE = "trash"
    EDIT = "pencil-square"
    CLOSE = "x-mark"
    BACK = "arrow-left"
    NEXT = "arrow-right"
    UP = "chevron-up"
    DOWN = "chevron-down"
    CHECK = "check"
    GOOD = "check-circle"
    INFO = "information-circle"
    WARNING = "exclamation-triangle"
    TROUBLE = "exclamation-circle"
    WAITING = "clock"
    OFFLINE = "signal-slash"
    ONLINE = "signal"
    LOCK = "lock-closed"
    KEY = "key"
    DEMO = "sparkles"
    CLINIC = "building-office-2"
    JOIN = "link"
    IMPORT = "arrow-down-tray"
    SAVE = "arrow-down-on-square"
    FOLDER = "folder-open"
    COPY = "clipboard-document"
    PHONE = "phone"
    MAIL = "envelope"
    BIRTHDAY = "cake"
    CALENDAR = "calendar-days"
    CONSENT = "shield-check"
    NOTE = "chat-bubble-left-ellipsis"
    LIST = "list-bullet"
    LANGUAGE = "language"
    LOOK = "swatch"
    DRAFT = "inbox"


SIZES = (20, 40)
_BESIDE = 18
"""Pixels of a picture in a plain button."""
_GAP = 6
"""Pixels between it and the words, beside the few that a style leaves."""


@cache
def _drawings() -> dict[str, bytes]:
    """Our few of the thousand drawings, all at once: an open archive would keep the list of all of them."""
    spec = find_spec("heroicons")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the heroicons package is not installed")
    with ZipFile(Path(spec.origin).parent / "heroicons.zip") as archive:
        return {which.value: archive.read(f"outline/{which.value}.svg") for which in Icon}


def drawing(which: Icon) -> bytes:
    """The SVG of `which`, with `currentColor` where the colour goes."""
    return _drawings()[which.value]


@cache
def _tinted(name: str, colour: str, side: int) -> QPixmap:
    # Pictures come after the first paint, and so does what draws them.
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtGui import QColor, QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    svg = drawing(Icon(name)).replace(b"currentColor", colour.encode())
    # A little heavier than drawn, to stand beside PT Sans.
    svg = svg.replace(b'stroke-width="1.5"', b'stroke-width="1.7"')
    made = QPixmap(side, side)
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return made


def pixmap(which: Icon, side: int = 20, token: str = "text", ratio: float = 1.0) -> QPixmap:
    """`which`, `side` logical pixels wide, in the theme's colour for `token`, sharp at the screen's `ratio`."""
    from PySide6.QtGui import QPixmap

    made = QPixmap(_tinted(which.value, getattr(theme.current(), token), round(side * ratio)))
    made.setDevicePixelRatio(ratio)
    return made


def icon(which: Icon, token: str = "text") -> QIcon:
    """`which` for a button or a list, in the colour of `token`, and quiet where the button is dead."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for side in SIZES:
        made.addPixmap(pixmap(which, side, token))
        made.addPixmap(pixmap(which, side, "quiet"), QIcon.Mode.Disabled)
    return made


def beside_words(button: QAbstractButton, which: Icon, token: str = "text") -> None:
    """Put `which` before the words of a plain button; styles leave hardly any room between the two."""
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QIcon, QPainter, QPixmap

    made = QIcon()
    for times in (1, 2):
        for mode, colour in ((QIcon.Mode.Normal, token), (QIcon.Mode.Disabled, "quiet")):
            wide = QPixmap((_BESIDE + _GAP) * times, _BESIDE * times)
            wide.fill(Qt.GlobalColor.transparent)
            painter = QPainter(wide)
            painter.drawPixmap(0, 0, pixmap(which, _BESIDE * times, colour))
            painter.end()
            made.addPixmap(wide, mode)
    button.setIconSize(QSize(_BESIDE + _GAP, _BESIDE))
    button.setIcon(made)
