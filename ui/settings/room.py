"""Puts the settings room together: what the view tells goes to the presenter, and its states come back."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desk_app import logo
from desk_app.hand_over import folder
from desk_app.ports import Desk
from desk_app.station import Station
from ui.action import Bound
from ui.lock import pin_hash
from ui.notice import Notice, Tone
from ui.printer import printer_names
from ui.scanner import Burst
from ui.screen import Frame, Screen
from ui.settings.clinic.presenter import ClinicPresenter
from ui.settings.presenter import SettingsPresenter
from ui.settings.view import SettingsView

NAME = "settings"


class SettingsRoom:
    """Joins the two, and asks the system for its printers without making anybody wait."""

    def __init__(self, frame: Frame, desk: Desk) -> None:
        self._frame = frame
        self._desk = desk
        self.view = SettingsView(frame.home / folder.NAME)
        self.presenter = SettingsPresenter(self._station, self._keep, self.view.show_state, pin_hash)

    def join(self) -> None:
        """Once the view is built: what it tells goes to the presenter."""
        view, presenter, frame = self.view, self.presenter, self._frame
        view.look_chosen.connect(lambda name, value: presenter.set_look(**{name: value}))
        view.place_typed.connect(presenter.set_place)
        view.pin_typed.connect(presenter.set_pin)
        view.idle_chosen.connect(presenter.set_idle)
        view.hand_over.switched.connect(presenter.set_hand_over)
        view.hand_over.told.connect(lambda name, value: presenter.set_fiscal(**{name: value}))
        self.clinic = ClinicPresenter(
            self._desk, frame.home, lambda: frame.station.branch, view.clinic.show_state, frame.name_clinic
        )
        view.clinic.typed.connect(self.clinic.keep)
        view.clinic.logo_chosen.connect(self._look_at_logo)
        view.clinic.logo_dropped.connect(self.clinic.drop_logo)
        view.scanner_set.connect(lambda name, value: presenter.set_scanner(**{name: value}))
        view.listen_wanted.connect(self._listen)
        view.printer_set.connect(lambda sheet, name, value: presenter.set_printer(sheet, **{name: value}))
        view.reprint_wanted.connect(self._show_waiting)
        view.network_wanted.connect(lambda: self._frame.show_room("network"))
        view.key_wanted.connect(self._ask_key)
        view.key_written.connect(presenter.hide_key)
        self._bound = Bound(view, ())
        view.show_state(presenter.state)

    def screen(self) -> Screen:
        """What the window holds."""
        view = self.view
        return Screen(
            NAME, view, self, self._bound, hint=self._hint, panes=view.panes, opened=self._opened, parts=view.parts
        )

    def _station(self) -> Station:
        return self._frame.station

    def _keep(self, station: Station) -> None:
        self._frame.keep_station(station)
        # The open desk writes these on its acts from now on.
        self._desk.operator, self._desk.branch = station.employee, station.branch
        self._desk.code = station.desk or self._desk.code
        self.clinic.refresh()

    def _hint(self) -> str:
        return QCoreApplication.translate("SettingsView", "Every change holds at once.")

    def _opened(self) -> None:
        self.presenter.refresh()
        self.clinic.refresh()
        self._frame.press.run(printer_names, self.presenter.found_printers, self._no_printers)
        self._count_waiting()
        # nobody is looked for here; Tab goes on from the first of it
        self.view.panes[0].setFocus()

    def _ask_key(self) -> None:
        from ui import compose

        home = self._frame.home
        self._frame.press.run(lambda: compose.recovery_key(home), self.presenter.show_key, self.presenter.no_key)

    def _look_at_logo(self, file: Path) -> None:
        # A large picture takes its time.
        self._frame.press.run(lambda: logo.read(file), self.clinic.read_logo, self.clinic.no_logo)

    def _no_printers(self, _: Exception) -> None:
        self.presenter.found_printers(())

    def _count_waiting(self) -> None:
        self.presenter.waiting([kept.title for kept in self._frame.paper.reprints.all()])

    def _show_waiting(self) -> None:
        waiting = self._frame.paper.reprints.all()
        if waiting:
            self._frame.paper.show_kept(waiting[0])

    def _listen(self) -> None:
        scanner = self._frame.scanner
        if scanner is None:
            return
        self.presenter.listen()
        scanner.calibrate(self._heard)

    def _heard(self, burst: Burst) -> None:
        self.presenter.heard(burst.text, burst.longest_gap)
        if self.presenter.state.trial is not None:
            said = QCoreApplication.translate("SettingsView", "The scanner is set.")
            self._frame.say(Notice(Tone.DONE, said, seconds=6))
        self._frame.announce(self.view.trial_words())
