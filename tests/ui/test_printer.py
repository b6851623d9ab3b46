"""Sheets come out where and as large as they were drawn, and a printer that is gone never holds up a sale."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import Trouble
from desk_app.station import SheetPrinter, Station
from tests.ui.typing import press
from ui.main_window import MainWindow
from ui.notice import Notice, Tone
from ui.printer import Job, opened, page_image, print_job
from ui.reprints import Reprints

Shell = Callable[..., MainWindow]


@pytest.fixture
def sheet(qapp: QApplication) -> bytes:
    """A page of 80 × 100 mm with a black square of 20 mm whose corner lies 10 mm from the left and the top."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(254)
    writer.setPageSize(QPageSize(QSizeF(80, 100), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.fillRect(100, 100, 200, 200, Qt.GlobalColor.black)
    painter.end()
    buffer.close()
    return bytes(content.data())


def square(image: QImage, dots: float) -> tuple[float, float, float]:
    """Left edge, top edge and width of what is black, in millimetres."""
    black = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).lightness() < 128
    ]
    left, right = min(x for x, _ in black), max(x for x, _ in black)
    millimetre = dots / 25.4
    return left / millimetre, min(y for _, y in black) / millimetre, (right - left + 1) / millimetre


def printed(sheet: bytes, settings: SheetPrinter, folder: Path) -> tuple[float, float, float]:
    file = folder / "out.pdf"
    print_job(Job("slip", "Slip", sheet), settings, to_file=file)
    return square(page_image(opened(file.read_bytes()), 0, 101.6), 101.6)


def test_the_preview_is_on_white(sheet: bytes) -> None:
    image = page_image(opened(sheet), 0, 72)

    assert image.pixelColor(0, 0).name() == "#ffffff"


def test_a_sheet_is_printed_where_and_as_large_as_it_was_drawn(sheet: bytes, tmp_path: Path) -> None:
    assert printed(sheet, SheetPrinter(), tmp_path) == pytest.approx((10, 10, 20), abs=0.6)


def test_the_offset_and_the_size_of_a_printer_are_kept(sheet: bytes, tmp_path: Path) -> None:
    settings = SheetPrinter(offset_x=50, offset_y=-30, scale=1100)

    assert printed(sheet, settings, tmp_path) == pytest.approx((16, 8, 22), abs=0.6)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Trouble, match=r"print\.unreadable"):
        opened(b"no pdf")


def test_a_sheet_without_a_printer_is_not_printed(sheet: bytes) -> None:
    with pytest.raises(Trouble, match=r"print\.no_printer"):
        print_job(Job("slip", "Slip", sheet), SheetPrinter())


def test_what_failed_waits_on_disk_in_order(tmp_path: Path) -> None:
    waiting = Reprints(tmp_path)
    first, second = waiting.keep(Job("slip", "Slip 1", b"1")), waiting.keep(Job("slip-a5", "Slip 2", b"2"))
    waiting.drop(first)

    assert Reprints(tmp_path).all() == (second,)
    assert second.job() == Job("slip-a5", "Slip 2", b"2")


def test_a_sheet_whose_note_is_gone_can_still_be_printed(tmp_path: Path) -> None:
    kept = Reprints(tmp_path).keep(Job("slip", "Slip 1", b"1"))
    kept.file.with_suffix(".json").write_text("{", encoding="utf-8")

    assert [one.job().pdf for one in Reprints(tmp_path).all()] == [b"1"]


def test_without_a_printer_the_sheet_is_shown_and_can_be_saved(
    shell: Shell, sheet: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    window = shell()
    window.print_sheet("slip", "Slip A-1", lambda: sheet)
    qtbot.waitUntil(lambda: window._pages.preview is not None and window._pages.preview.isVisible())
    assert window._pages.preview is not None
    window._pages.preview.save_to(str(tmp_path / "slip.pdf"))

    assert (tmp_path / "slip.pdf").read_bytes() == sheet
    assert not window._pages.preview.isVisible()


def test_a_printer_that_is_gone_is_told_and_the_sheet_waits(shell: Shell, sheet: bytes, qtbot: QtBot) -> None:
    window = shell(station=Station(printers={"slip": SheetPrinter("a printer that was sold")}))
    said: list[Notice] = []
    window._work.notices.say = said.append  # type: ignore[method-assign, assignment]  # heard instead of shown
    window.print_sheet("slip", "Slip A-1", lambda: sheet)
    qtbot.waitUntil(lambda: bool(said))

    assert said[0].tone is Tone.TROUBLE
    assert "The sale is done" in said[0].sentence()
    assert [kept.title for kept in window.paper.reprints.all()] == ["Slip A-1"]


def test_esc_before_the_sheet_is_drawn_keeps_it_away(shell: Shell, sheet: bytes, qtbot: QtBot) -> None:
    window, go_on, drawn = shell(), Event(), list[bool]()

    def draw() -> bytes:
        go_on.wait(10)
        return sheet

    window._work.search.setFocus()
    window.print_sheet("slip", "Slip A-1", draw)
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    window.press.run(lambda: True, drawn.append, lambda _: None)
    go_on.set()
    qtbot.waitUntil(lambda: bool(drawn))

    assert window._pages.preview is None
    window.print_sheet("slip", "Slip A-1", lambda: sheet)
    qtbot.waitUntil(lambda: window._pages.preview is not None and window._pages.preview.isVisible())


def test_esc_keeps_no_sheet_from_a_printer_that_prints_at_once(shell: Shell, sheet: bytes, qtbot: QtBot) -> None:
    window = shell(station=Station(printers={"slip": SheetPrinter("a printer that was sold", at_once=True)}))
    go_on = Event()

    def draw() -> bytes:
        go_on.wait(10)
        return sheet

    window.print_sheet("slip", "Slip A-1", draw)
    press(window._work.search, Qt.Key.Key_Escape)
    go_on.set()

    qtbot.waitUntil(lambda: [kept.title for kept in window.paper.reprints.all()] == ["Slip A-1"])


def test_esc_leaves_the_preview(shell: Shell, sheet: bytes, qtbot: QtBot) -> None:
    window = shell()
    window.print_sheet("slip", "Slip A-1", lambda: sheet)
    qtbot.waitUntil(lambda: window._pages.preview is not None and window._pages.preview.isVisible())
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert window._pages.preview is not None
    assert not window._pages.preview.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_of_the_preview_that_has_the_keyboard(
    shell: Shell, sheet: bytes, qtbot: QtBot, key: Qt.Key
) -> None:
    window = shell()
    window.print_sheet("slip", "Slip A-1", lambda: sheet)
    qtbot.waitUntil(lambda: window._pages.preview is not None and window._pages.preview.isVisible())
    view, printed = window._pages.preview, []
    assert view is not None
    view.print_wanted.disconnect()
    view.print_wanted.connect(lambda: printed.append(view.job()))
    press(QApplication.focusWidget(), key)
    view._back.setFocus()
    press(view._back, key)

    assert printed == [view.job()]
    assert not view.isVisible()


def test_a_sheet_that_could_not_be_drawn_is_told(shell: Shell, qtbot: QtBot) -> None:
    window = shell()

    def draw() -> bytes:
        raise ValueError("no letters")

    window.print_sheet("slip", "Slip A-1", draw)
    qtbot.waitUntil(lambda: window._work.notices.spoken_notice() is not None)
    notice = window._work.notices.spoken_notice()

    assert notice is not None
    assert "could not be drawn" in notice.happened
