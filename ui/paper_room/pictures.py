"""The states of the paper room that the tour shows: a sheet, one that lacks something, one that speaks of a patient."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from desk_app.domain.errors import refuse
from ui.paper_room.room import NAME
from ui.picture import Picture
from ui.printer import Job

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from ui.main_window import MainWindow
    from ui.paper_room.room import PaperRoom

_PATIENCE = 20_000


def leaflet(window: MainWindow, desk: Desk) -> None:
    """The leaflet of the program in force, as it will come out."""
    _drawn(window)


def poster(window: MainWindow, desk: Desk) -> None:
    """A poster, with sheets that no printer took waiting at the left."""
    room = _drawn(window)
    window.home.mkdir(parents=True, exist_ok=True)
    title = "Receipt A-00000{}" if window.station.language == "en" else "Квитанция № A-00000{}"
    for number in (1, 2):
        window.paper.reprints.keep(Job("slip", title.format(number), b"%PDF-"))
    window.paper.waiting_changed.emit()
    room.presenter.choose_kind("poster")
    _wait(room)


def refused(window: MainWindow, desk: Desk) -> None:
    """What keeps an offer from being printed, and where it is put right."""
    room = _drawn(window)
    presenter = room.presenter
    presenter._refused(presenter._wanted, refuse("sheet.legal", "organizer", missing="licence,address"))


def cards(window: MainWindow, desk: Desk) -> None:
    """Cards without names: an example, and how far a batch is."""
    room = _drawn(window)
    room.presenter.choose_kind("cards")
    _wait(room)
    room.presenter.begin_batch(1000)
    room.presenter.batch_at(370, 1000)


def report(window: MainWindow, desk: Desk) -> None:
    """The report of days that were typed."""
    room = _drawn(window)
    room.presenter.choose_kind("report")
    _wait(room)
    room.presenter.choose_span("days")
    _wait(room)


def member_cards(window: MainWindow, desk: Desk) -> None:
    """Cards of everybody whose card was not printed yet, with the number as a QR code too."""
    room = _drawn(window)
    room.presenter.choose_kind("member-cards")
    _wait(room)
    room.presenter.choose_qr(True)
    _wait(room)


def long(window: MainWindow, desk: Desk) -> None:
    """A sheet that takes its time: the one before stays, and a line says that another is on its way."""
    room = _drawn(window)
    room.presenter.choose_size("a4")
    room.presenter.take_long()


def _drawn(window: MainWindow) -> PaperRoom:
    window.show_room(NAME)
    room = cast("PaperRoom", window.screen_named(NAME).presenter)
    _wait(room)
    return room


def _wait(room: PaperRoom) -> None:
    left = QDeadlineTimer(_PATIENCE)
    while room.presenter.state.drawing and not left.hasExpired():
        QApplication.processEvents()


PICTURES = (
    Picture("paper", leaflet),
    Picture("paper-poster", poster),
    Picture("paper-cards", cards),
    Picture("paper-report", report),
    Picture("paper-member-cards", member_cards),
    Picture("paper-refused", refused),
    Picture("paper-slow", long),
)
