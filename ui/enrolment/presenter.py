"""Reads what is typed into a patient's form, says what it lacks and who may be the same person, and saves it once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from desk_app import cards, forms, lookup
from desk_app.acts import new_id
from desk_app.domain.card_numbers import is_card_number
from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.people import Card, MemberSummary, Patient
from desk_app.domain.program import Group
from desk_app.forms import PatientForm, Written
from desk_app.phones import read_phone
from desk_app.ports import Desk
from desk_app.versions import today
from ui import formats
from ui.enrolment.faults import Fault, unread

TYPED = ("surname", "given", "patronymic", "birth_date", "phone", "email", "notes", "card")
_NAMES = ("surname", "given", "patronymic")
_DIGITS = re.compile(r"(\d{8,})\s*$")
"""No name ends like this, a code does."""
_OWN = re.compile(r"(?<!\d)(\d{13})\s*$")


@dataclass(frozen=True)
class FormState:
    """Everything the form shows. `typed` is the text of each field, `unread` the fields that are not understood (yet).

    A field is found fault with once it was `left`, or saving was `tried`; `lacking` only then. `asked`: saving was
    tried while somebody of the same name or phone is known, and trying again writes a second record.
    """

    form: PatientForm = field(default_factory=PatientForm)
    typed: dict[str, str] = field(default_factory=dict)
    unread: Mapping[str, Fault] = field(default_factory=dict)
    left: frozenset[str] = frozenset()
    lacking: tuple[str, ...] = ()
    tried: bool = False
    asked: bool = False
    doubles: tuple[MemberSummary, ...] = ()
    groups: tuple[Group, ...] = ()
    cards: tuple[Card, ...] = ()
    referrer: str = ""
    problem: Refusal | Trouble | None = None

    @property
    def is_new(self) -> bool:
        """Whether nobody of this record existed before."""
        return not self.form.patient.id

    @property
    def faults(self) -> dict[str, Fault]:
        """What is wrong by field, in the order of the form: not understood, lacking, or refused by a rule."""
        found = {name: fault for name, fault in self.unread.items() if self.tried or name in self.left or fault.at_once}
        if self.tried:
            found |= {name: _lacking(name) for name in self.lacking if name not in found}
        if isinstance(self.problem, Refusal) and self.problem.place in TYPED:
            found[self.problem.place] = Fault(self.problem.code, refusal=self.problem)
        return {name: found[name] for name in (*TYPED, *found) if name in found}


def _lacking(name: str) -> Fault:
    return Fault(name if name.startswith("consent.") else f"{name}.missing")


class FormPresenter:
    """One form at a time; going away and coming back to the same patient finds it as it was left."""

    def __init__(self, desk: Desk, show: Callable[[FormState], None]) -> None:
        self._desk = desk
        self._show = show
        self._op_id = new_id()
        self._target: str | None = None
        self.state = FormState()

    def open(self, patient: str, *, surname: str = "", card: str = "") -> None:
        """The form of a patient, or ("") of a new one."""
        if self._target != patient:
            self._target, self._op_id = patient, new_id()
            form, cards = forms.open_form(self._desk, patient) if patient else (PatientForm(), ())
            kept = form.patient
            typed = {
                "surname": kept.surname,
                "given": kept.given,
                "patronymic": kept.patronymic,
                "birth_date": formats.day(kept.birth_date) if kept.birth_date else "",
                "phone": formats.phone(kept.phones[0]) if kept.phones else "",
                "email": kept.email,
                "notes": kept.notes,
                "card": "",
            }
            groups = forms.groups_of(self._desk)
            self.state = FormState(form, typed, groups=groups, cards=cards, referrer=self._name_of(form.referred_by))
        typed = dict(self.state.typed)
        if surname and not typed["surname"]:
            typed["surname"] = surname
        if card:
            typed["card"] = card
        self._read(typed)

    def forget(self) -> None:
        """The next form begins empty."""
        self._target = None

    def type(self, name: str, text: str) -> None:
        """A field changed; what is wrong with it is told when it is left."""
        self._read({**self.state.typed, name: text}, left=self.state.left - {name})

    def tidy(self, name: str) -> None:
        """A field was left: names get their capitals, phones and dates their shape."""
        text = self.state.typed[name].strip()
        patient = self.state.form.patient
        if name in _NAMES and text.islower():
            text = "-".join(part[:1].upper() + part[1:] for part in text.split("-"))
        elif name == "birth_date" and patient.birth_date is not None:
            text = formats.day(patient.birth_date)
        elif name == "phone" and patient.phones and "phone" not in self.state.unread:
            text = formats.phone(patient.phones[0])
        left = self.state.left | {name}
        if text != self.state.typed[name]:
            self._read({**self.state.typed, name: text}, left)
        elif left != self.state.left:
            self._become(left=left)

    def strayed(self, name: str) -> str:
        """The number a scanner typed into a field of something else, slower than it is set for; the field loses it."""
        text = self.state.typed[name]
        found = (_DIGITS if name in _NAMES else _OWN).search(text)
        if name == "card" or found is None or (name not in _NAMES and not is_card_number(found[1])):
            return ""
        self._read({**self.state.typed, name: text[: found.start()].strip()})
        return found[1]

    def consent(self, kind: str, channel: str, given: bool) -> None:
        """A consent was given or not; messages without a contact are of no use, but the wish is kept."""
        one = frozenset({(kind, channel)})
        consents = self.state.form.consents | one if given else self.state.form.consents - one
        self._become(form=replace(self.state.form, consents=consents))

    def group(self, code: str, shown: bool) -> None:
        """A document of a group was shown."""
        rest = tuple(one for one in self.state.form.groups if one != code)
        self._become(form=replace(self.state.form, groups=(*rest, code) if shown else rest))

    def refer(self, member: str, name: str) -> None:
        """Who brought this patient."""
        self._become(form=replace(self.state.form, referred_by=member), referrer=name)

    def speak(self, language: str) -> None:
        """The patient's language, of paper and messages."""
        self._become(form=replace(self.state.form, patient=replace(self.state.form.patient, language=language)))

    def confirm_contact(self) -> None:
        """The patient said the phone is still theirs."""
        with self._desk.store.reading() as reading:
            day = today(self._desk, reading)
        self._become(form=replace(self.state.form, patient=replace(self.state.form.patient, contact_confirmed=day)))

    def save(self) -> Written | None:
        """Save once; None when something is lacking or refused, and the state says what.

        Somebody new who is perhaps here already is saved at the second time of asking only.
        """
        self._become(tried=True, problem=None)
        if self.state.faults:
            return None
        if self.state.is_new and self.state.doubles and not self.state.asked:
            self._become(asked=True)
            return None
        try:
            written = forms.save(self._desk, self.state.form, self._op_id)
        except (Refusal, Trouble) as problem:
            self._become(problem=problem)
            return None
        self.forget()
        return written

    def new_card(self, number: str = "") -> str:
        """Give another card, with a number of its own when none was scanned; the ones before open nothing any more."""
        patient = self.state.form.patient.id
        number = cards.issue(self._desk, patient, new_id(), number=number)
        self.cards_again()
        return number

    def block_card(self) -> str:
        """Block the card that opens the account, when it was lost."""
        active = self.key
        if active:
            cards.block(self._desk, active, new_id())
            self.cards_again()
        return active

    @property
    def key(self) -> str:
        """The card that opens the account now, "" where none does."""
        return next((card.number for card in self.state.cards if card.state == "active"), "")

    def find(self, text: str) -> tuple[MemberSummary, ...]:
        """People who may have brought this one: members only."""
        return tuple(row for row in lookup.find(self._desk, text, limit=10).rows if row.member)

    def cards_again(self) -> None:
        """Show the cards, and who may be the same person, as they are now; what was typed stays."""
        patient = self.state.form.patient
        with self._desk.store.reading() as reading:
            cards = reading.cards(reading.canonical(patient.id))
        self._become(cards=cards, doubles=forms.doubles(self._desk, patient))

    def _read(self, typed: dict[str, str], left: frozenset[str] | None = None) -> None:
        before = self.state.form.patient
        born = formats.read_day(typed["birth_date"])
        phone = read_phone(typed["phone"])
        with self._desk.store.reading() as reading:
            day = today(self._desk, reading)
        faults = unread(typed, day)
        # Further phones of the record are not on this form and stay.
        phones = ((phone,) if phone else ()) + before.phones[1:]
        patient = Patient(
            id=before.id,
            surname=typed["surname"].strip(),
            given=typed["given"].strip(),
            patronymic=typed["patronymic"].strip(),
            birth_date=born,
            phones=phones,
            email=typed["email"].strip(),
            contract=before.contract,
            language=before.language,
            notes=typed["notes"].strip(),
            # A number that was just told is theirs.
            contact_confirmed=day if phone and phone not in before.phones else before.contact_confirmed,
        )
        form = replace(self.state.form, patient=patient, card=typed["card"].replace(" ", ""))
        same = forms.doubles(self._desk, patient) if patient != before or not self.state.doubles else self.state.doubles
        asked = self.state.asked and same == self.state.doubles
        self._become(
            form=form, typed=typed, unread=faults, left=self.state.left if left is None else left, doubles=same,
            asked=asked, problem=None,
        )  # fmt: skip

    def _name_of(self, member: str) -> str:
        if not member:
            return ""
        with self._desk.store.reading() as reading:
            person = reading.patient(reading.canonical(member))
        return person.full_name if person else member

    def _become(self, **changes: object) -> None:
        state = replace(self.state, **changes)  # type: ignore[arg-type]  # the names are those of the fields
        with self._desk.store.reading() as reading:
            day = today(self._desk, reading)
        self.state = replace(state, lacking=forms.lacking(state.form, day))
        self._show(self.state)
