"""The form of a patient, over the whole desk room: opened for whom the desk knows, left with what was written."""

from collections.abc import Callable
from functools import cached_property

from desk_app import lookup
from desk_app.domain.errors import Refusal, Trouble
from desk_app.forms import Written
from desk_app.ports import Desk
from ui import theme
from ui.desk.happenings import CardBound, Enrolled, Happening, Saved
from ui.desk.presenter import DeskPresenter
from ui.desk.state import Page
from ui.desk.view import DeskView
from ui.enrolment.room import FormRoom, Heard
from ui.screen import Frame
from ui.widgets.stack import Stack


class FormPage:
    """Holds the form, made when somebody opens it or when nothing else is to do."""

    def __init__(
        self, frame: Frame, desk: Desk, presenter: DeskPresenter, view: DeskView, tell: Callable[[Happening], None]
    ) -> None:
        """`view` is the desk itself, which the form covers."""
        self._frame = frame
        self._desk = desk
        self._presenter = presenter
        self._view = view
        self._tell = tell
        self.rooms = Stack()
        self.rooms.addWidget(view)

    @cached_property
    def made(self) -> FormRoom:
        """The form before it stands in its place."""
        heard = Heard(self._written, self._instead, self._problem, self._carded, self.scanned,
                      self._presenter.refresh, self._frame.say, self._frame.hush)  # fmt: skip
        room = FormRoom(self._desk, heard)
        # Whoever closes the window before the form stands in its place takes it along.
        room.view.setParent(self.rooms)
        return room

    @cached_property
    def form(self) -> FormRoom:
        """The form in its place."""
        self.rooms.addWidget(self.made.view)
        for part in self.made.view.parts:
            theme.wear(part)
        return self.made

    @property
    def is_open(self) -> bool:
        """Whether the form covers the desk."""
        return self.rooms.currentWidget() is not self._view

    def join(self) -> None:
        """The form of whoever is at the desk, or of somebody new under the surname that was searched for."""
        state = self._presenter.state
        parts = state.lookup.text.split("-") if state.page is Page.FOUND else []
        surname = "-".join(part.capitalize() for part in parts) if all(part.isalpha() for part in parts) else ""
        patient = state.patient.patient.id if state.patient and state.page is not Page.FOUND else ""
        self._open(patient, surname=surname)

    def enrol_with_card(self, number: str) -> None:
        """The form for a card nobody has."""
        shown = self._presenter.state.patient
        self._open(shown.patient.id if shown and not shown.member else "", card=number)

    def scanned(self, number: str) -> None:
        """A card was scanned: an open form takes one nobody has; else its holder comes to the desk."""
        if self.is_open and not lookup.scan(self._desk, number).member:
            self.form.take_card(number)
        else:
            self.leave()
            self._presenter.scanned(number)

    def leave(self) -> None:
        """Back to the desk; the form stays as it is, and is found so when it is opened again."""
        if self.is_open:
            self.form.back()
        self.rooms.setCurrentWidget(self._view)
        self._frame.hint_changed()
        self._view.focus_page()

    def put_away(self) -> None:
        """Forget what is written, and show the desk."""
        if "made" in self.__dict__:
            self.made.presenter.forget()
        if self.is_open:
            self.leave()

    def _open(self, patient: str, *, surname: str = "", card: str = "") -> None:
        # What was said of an act before would hide what the keys do here.
        self._frame.hush()
        self.form.open(patient, surname=surname, card=card)
        self._frame.focus_search(emptied=True)
        self.rooms.setCurrentWidget(self.form.view)
        self._frame.hint_changed()
        self.form.view.begin()

    def _written(self, written: Written, name: str) -> None:
        self.leave()
        shown = self._presenter.state.patient
        known = shown is not None and shown.patient.id == written.patient
        self._presenter.enrolled(written.patient)
        if written.joined or not known:
            self._tell(Enrolled(name, written.card, written.joined))
        else:
            self._tell(Saved(name))
        self._view.focus_page()

    def _carded(self, card: str, name: str, printed: bool, replaced: bool) -> None:
        self._tell(CardBound(card, name, printed, replaced))

    def _instead(self, patient: str) -> None:
        self.leave()
        self._presenter.open_patient(patient)

    def _problem(self, problem: Refusal | Trouble) -> None:
        self._presenter.problem_came(problem)
