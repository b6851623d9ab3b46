"""Puts the room of the network together: it follows the state, and joins while the window is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desk_app import station as stations
from desk_app.ports import Desk
from desk_app.sync import courier
from desk_app.sync.courier import Answered, Carried
from desk_app.sync.joined import Joined
from ui.action import Bound
from ui.join.presenter import JoinPresenter
from ui.network.presenter import NetworkPresenter
from ui.network.view import NetworkView
from ui.notice import Notice, Tone
from ui.screen import Frame, Screen

NAME = "network"


class NetworkRoom:
    """What the view wants goes to the presenters; what they say comes back."""

    def __init__(self, frame: Frame, desk: Desk) -> None:
        self._frame = frame
        self._desk = desk
        self.view = NetworkView()
        self.presenter = NetworkPresenter(
            desk, frame.home, lambda: frame.link.state, self.view.show_state, frame.press.run, self._write, self._take
        )
        self.joining = JoinPresenter(self._join, frame.press.run, self.view.join.show_state, self._joined)
        view = self.view
        view.sync_wanted.connect(frame.link.wanted)
        view.shift_wanted.connect(frame.link.shift_wanted)
        view.courier_wanted.connect(self.presenter.write_courier)
        view.taking_wanted.connect(self.presenter.take_courier)
        view.join.file_chosen.connect(self.joining.take_file)
        view.join.scanned.connect(self._scanned)
        frame.link.changed.connect(self._follow)
        self._bound = Bound(view, ())
        self._screen = Screen(
            NAME,
            view,
            self,
            self._bound,
            hint=self._hint,
            panes=view.panes,
            opened=self._opened,
            refreshed=self._follow,
            parts=view.parts,
        )

    def screen(self) -> Screen:
        """What the window holds."""
        return self._screen

    def _opened(self) -> None:
        self.joining.begin()
        self.presenter.refresh()
        self._frame.hint_changed()
        # only where a square may be meant; a card is for the desk
        state = self.presenter.state
        joins = state.place is None or state.copied is not None
        self._screen.scanned = self._scanned if joins else None

    def _follow(self) -> None:
        if self.view.isVisible():
            self.presenter.follow()

    def _hint(self) -> str:
        if self.presenter.state.place is None:
            return QCoreApplication.translate("NetworkView", "A desk alone lacks nothing; a network lets desks share.")
        if self.presenter.state.network.kind == "revoked":
            return QCoreApplication.translate("NetworkView", "Look up and read; with a new file this desk joins again.")
        return QCoreApplication.translate("NetworkView", "F5 exchanges now; the desk works whatever the network does.")

    # joining

    def _join(self, content: bytes | str) -> Joined:
        from ui import compose_network

        return compose_network.join(self._frame.home, content)

    def _scanned(self, text: str) -> None:
        self.joining.take_scan(text)

    def _joined(self, place: Joined) -> None:
        station = stations.load(self._frame.home).station
        self._frame.keep_station(station)
        self._desk.code, self._desk.branch = station.desk or self._desk.code, station.branch
        self._screen.scanned = None
        self.presenter.refresh()
        self._frame.link.joined.emit()
        said = QCoreApplication.translate("NetworkView", "The desk “{desk}” has joined the network.")
        kept = QCoreApplication.translate("NetworkView", "What was written here before is being sent.")
        self._frame.say(Notice(Tone.DONE, said.format(desk=place.desk), kept, seconds=12))

    # the courier, on the worker

    def _write(self, file: Path) -> Carried:
        return courier.write(self._desk, file)

    def _take(self, file: Path, answer: Path) -> Answered:
        return courier.take_and_answer(self._desk, file, answer, self._give)

    def _give(self, streams: Sequence[str]) -> None:
        self._frame.link.give(streams)
