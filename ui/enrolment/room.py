"""Joins the form to its presenter and its keys; the desk opens it and hears what was written."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.domain.errors import Refusal, Trouble
from desk_app.forms import Written
from desk_app.ports import Desk
from ui.action import Action, Bound, words
from ui.enrolment.presenter import FormPresenter, FormState
from ui.enrolment.ties.presenter import Tie, TiesPresenter, TiesState, Wish
from ui.enrolment.ties.words import done_notice, key_caption, undone_notice, wish_notice
from ui.enrolment.view import FormView
from ui.enrolment.words import another_notice, block_notice, held_notice, instead_notice
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Notice


@dataclass(frozen=True)
class Heard:
    """Who is told of what: a saved form, a person to open instead, a refusal or a trouble, another card, other ties.

    `carded` hears the number, the name, whether it was scanned (and so is printed), and whether another card stopped;
    `scanned` a code that a slow scanner typed into a field. `say` and `hush` are the bar's.
    """

    written: Callable[[Written, str], None]
    instead: Callable[[str], None]
    problem: Callable[[Refusal | Trouble], None]
    carded: Callable[[str, str, bool, bool], None]
    scanned: Callable[[str], None]
    tied: Callable[[], None]
    say: Callable[[Notice], None]
    hush: Callable[[], None]


class FormRoom:
    """The form in the desk room."""

    def __init__(self, desk: Desk, heard: Heard) -> None:
        self._heard = heard
        self.presenter = FormPresenter(desk, self._show)
        self.ties = TiesPresenter(desk, self._show_ties, self._tied)
        self.view = FormView(self.presenter.find, self.ties.find)
        self.bound = Bound(self.view, self._declared())
        self._saving = self.bound.declared()[0]
        for name in ("save", "new_card", "block_card"):
            # A key held down too long is not a second wish.
            self.bound[name].setAutoRepeat(False)
        self.view.build(self.bound)
        presenter, view = self.presenter, self.view
        view.typed.connect(presenter.type)
        view.left.connect(self._left)
        view.consented.connect(presenter.consent)
        view.grouped.connect(presenter.group)
        view.referred.connect(presenter.refer)
        view.language_chosen.connect(presenter.speak)
        view.double_chosen.connect(self._instead)
        view.family.named.connect(lambda other: self._wish(Tie.JOIN, other))
        view.family.left.connect(lambda: self._wish(Tie.LEAVE))
        view.records.named.connect(lambda other: self._wish(Tie.MERGE, other))
        view.records.parted.connect(lambda other: self._wish(Tie.PART, other))
        for part in (view.family, view.records):
            part.unnamed.connect(self.back)

    def open(self, patient: str, *, surname: str = "", card: str = "") -> None:
        """Show the form of a patient, or of a new one, ready for typing."""
        self.presenter.open(patient, surname=surname, card=card)
        form = self.presenter.state.form
        self.ties.open(form.patient.id if form.member else "")

    def back(self) -> bool:
        """Esc: what waits for its key is not done; False when nothing waits."""
        if not self.ties.drop():
            return False
        self._heard.hush()
        return True

    def take_card(self, number: str) -> None:
        """A card nobody has was scanned: it becomes the card of this form, in place of another only when asked to."""
        presenter = self.presenter
        if not presenter.state.form.member:
            presenter.type("card", number)
            self._heard.say(held_notice(number))
        elif presenter.key and presenter.key != number:
            self._heard.say(instead_notice(number, presenter.key, lambda: self._with_card(number)))
        else:
            self._with_card(number)

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action(
                "save", QT_TRANSLATE_NOOP("Actions", "Save"), "F9", Icon.SAVE, self._save,
                QT_TRANSLATE_NOOP("Actions", "Save the form: everything at once, and only once"),
            ),
            Action(
                "new_card", QT_TRANSLATE_NOOP("Actions", "New card"), "Ctrl+F11", Icon.CARD, self._another_asked,
                QT_TRANSLATE_NOOP("Actions", "Give another card; the one before opens nothing any more"),
            ),
            Action(
                "block_card", QT_TRANSLATE_NOOP("Actions", "Block"), "Shift+F11", Icon.VOID, self._block_asked,
                QT_TRANSLATE_NOOP("Actions", "Block a lost card; the account stays as it is"),
            ),
            Action(
                "confirm", QT_TRANSLATE_NOOP("Actions", "The phone is still theirs"), "F2", Icon.PHONE,
                self.presenter.confirm_contact,
                QT_TRANSLATE_NOOP("Actions", "Note that the patient was asked and the contact holds"),
            ),
        )  # fmt: skip

    def _show(self, state: FormState) -> None:
        self.view.show_state(state)
        member = state.form.member
        active = any(card.state == "active" for card in state.cards)
        for name, shown, alive in (
            ("new_card", member, True),
            ("block_card", member, active),
            ("confirm", member and bool(state.form.patient.phones), True),
        ):
            self.bound[name].setVisible(shown)
            self.bound[name].setEnabled(shown and alive)

    def _save(self) -> None:
        if self.ties.state.wish is not None:
            self._bind()
            return
        name = self.presenter.state.form.patient.full_name
        written = self.presenter.save()
        if written is not None:
            self._heard.written(written, name)
            return
        state = self.presenter.state
        if state.problem is not None and not state.faults:
            self._heard.problem(state.problem)
        self.view.go_to_fault()

    def _wish(self, tie: Tie, other: str = "") -> None:
        wish = self.ties.choose(tie, other)
        if wish is not None:
            self._heard.say(wish_notice(wish, self._bind))

    def _bind(self) -> None:
        wish = self.ties.confirm()
        if wish is None:
            self._heard.hush()
        else:
            self._heard.say(done_notice(wish, lambda: self._take_back(wish)))

    def _take_back(self, wish: Wish) -> None:
        self.ties.take_back(wish)
        state = self.ties.state
        problem = state.family_problem or state.record_problem
        if problem is not None:
            self._heard.problem(problem)
        else:
            self._heard.say(undone_notice(wish))

    def _show_ties(self, state: TiesState) -> None:
        self.bound["save"].setText(key_caption(state.wish.tie) if state.wish else words(self._saving))
        self.view.family.show_state(state)
        self.view.records.show_state(state)

    def _tied(self) -> None:
        self.presenter.cards_again()
        self._heard.tied()

    def _instead(self, patient: str) -> None:
        self.presenter.forget()
        self._heard.instead(patient)

    def _left(self, name: str) -> None:
        number = self.presenter.strayed(name)
        self.presenter.tidy(name)
        if number:
            self._heard.scanned(number)

    def _with_card(self, number: str = "") -> None:
        before = self.presenter.key
        try:
            given = self.presenter.new_card(number)
        except (Refusal, Trouble) as problem:
            self._heard.problem(problem)
            return
        replaced = bool(before) and before != given
        self._heard.carded(given, self.presenter.state.form.patient.full_name, bool(number), replaced)

    def _another_asked(self) -> None:
        """Another card; where it stops one, nothing is done before the clerk says so."""
        if before := self.presenter.key:
            self._heard.say(another_notice(before, self._with_card))
        else:
            self._with_card()

    def _block_asked(self) -> None:
        if number := self.presenter.key:
            self._heard.say(block_notice(number, self._block))

    def _block(self) -> None:
        self._heard.hush()
        try:
            self.presenter.block_card()
        except (Refusal, Trouble) as problem:
            self._heard.problem(problem)
