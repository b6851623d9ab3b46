"""A window over one desk of a real network, and the other desk beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import station as stations
from desk_app.ports import Desk
from desk_app.sync import desks
from tests.sync.conftest import Centre, centre
from ui import compose_network
from ui.app import Sitting, _composition, _first_start, _rooms, make_app
from ui.desk.room import DeskRoom
from ui.first_start import joining
from ui.first_start.tasks import Answers
from ui.main_window import MainWindow
from ui.notice import Notice

__all__ = ["centre"]


@dataclass
class Branch:
    """The window of desk A, and the home of desk B which hears of the same centre."""

    sitting: Sitting
    centre: Centre
    other: Path
    bot: QtBot

    @property
    def window(self) -> MainWindow:
        return self.sitting.window

    @property
    def room(self) -> DeskRoom:
        room = self.window.screen_named("desk").presenter
        assert isinstance(room, DeskRoom)
        return room

    @property
    def desk(self) -> Desk:
        return self.room._desk

    def said(self) -> Notice | None:
        return self.window._work.notices.spoken_notice()

    def cut_off(self) -> None:
        """Nothing is exchanged any more."""
        exchange = self.sitting._exchange
        assert exchange is not None
        exchange.end()

    def is_online(self) -> bool:
        state = self.window.link.state
        if state is None or state.kind != "online" or not self.window.screens():
            return False
        with self.desk.store.reading() as reading:
            # after its first exchange a desk says what the centre calls it: an act more that waits for a moment
            return bool(desks.names(reading, (self.desk.code,))) and not reading.waiting()

    def wait_online(self) -> None:
        self.bot.waitUntil(self.is_online, timeout=15_000)


@pytest.fixture
def branch(centre: Centre, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Branch]:
    home, other = tmp_path / "a", tmp_path / "b"
    compose_network.join(home, centre.desk(tmp_path, "Место A", "A").read_bytes(), "Ким")
    joining.set_up(home, Answers("points-3-5-7-10", {"name": "Здоровье"}, desk="A", employee="Ким"), lambda *_: None)
    compose_network.exchange_once(home)
    compose_network.join(other, centre.desk(tmp_path, "Место B", "B").read_bytes(), "Ли")
    compose_network.exchange_once(other)
    found = stations.load(home).station
    stations.save(home, replace(found, language="en"))
    sitting = Sitting(make_app(), home, demo=False, prepare=_composition, find_rooms=_rooms, first_start=_first_start)
    assert sitting.begin()
    made = Branch(sitting, centre, other, qtbot)
    qtbot.waitUntil(lambda: made.window.link.state is not None, timeout=20_000)
    made.wait_online()
    yield made
    sitting.end()
    sitting.window.before_closing(lambda: True)
    sitting.window.close()
    sitting.window.deleteLater()
