"""Holds what the desk shows: acts change it piece by piece, and the room sees each act once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.rollout.at_desk import news
from ui.desk.happenings import CardAsked, Happening, Refused, Shut, Troubled, UndoAsked
from ui.desk.patient.presenter import patient_state
from ui.desk.state import DeskState

#: Troubles after which every act that writes would fail as this one did.
SHUTTING = frozenset({"disk.full", "disk.readonly", "centre.revoked"})


class Stage:
    """The state of the room, and the voice that tells what happened.

    `asked` is the receipt whose undoing, the bill whose payment or the card whose blocking was asked about just now:
    any other act, or sentence, takes the question back.
    """

    def __init__(
        self, desk: Desk, state: DeskState, show: Callable[[DeskState], None], tell: Callable[[Happening], None]
    ) -> None:
        self._desk = desk
        self._show = show
        self._speak = tell
        self._quiet = True
        self.state = state
        self.asked = ""

    def open(self) -> None:
        """Show what is there, and from now on what changes."""
        self._quiet = False
        self.become()

    def become(self, **changes: object) -> None:
        """Change parts of the state by their names."""
        self.asked = ""
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # the names are those of the fields
        if not self._quiet:
            self._show(self.state)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Several changes of one act are shown together."""
        outer, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = outer
            self.become()

    def tell(self, happening: Happening) -> None:
        """Say what happened."""
        match happening:
            case UndoAsked():
                self.asked = happening.row.id
            case CardAsked():
                self.asked = f"card:{happening.number}:{happening.another}"
            case _:
                self.asked = ""
        self._speak(happening)

    def tell_problem(self, problem: Refusal | Trouble) -> None:
        """Say what kept an act from being done; in short, where the sum says it at length."""
        if isinstance(problem, Trouble):
            self._tell_trouble(problem)
            return
        state = self.state
        shown = state.receipts.problem if state.returning else state.bill.problem
        self.tell(Refused(problem, beside=isinstance(shown, Refusal) and _plain(shown) == _plain(problem)))

    def _tell_trouble(self, trouble: Trouble) -> None:
        if trouble.code not in SHUTTING:
            self.tell(Troubled(trouble))
        elif self.state.shut is None:
            self.become(shut=trouble)
            self.tell(Shut(trouble, lasting=False))

    def tried(self, act: Callable[[], object]) -> bool:
        """Do it; where that fails, say why: False."""
        try:
            act()
        except (Refusal, Trouble) as problem:
            self.tell_problem(problem)
            return False
        return True

    def load_patient(self) -> None:
        """Read anew who is at the desk."""
        bill = self.state.bill
        patient = bill.bill.patient
        shown = patient_state(self._desk, patient, bill.program) if patient else None
        self.become(patient=shown, news=() if shown is not None else news(self._desk))

    def load_people(self) -> None:
        """Read anew who pays and whose card it is, where that is somebody else."""
        bill = self.state.bill.bill
        names = {one: self.name_of(one) for one in {bill.payer, bill.holder} - {"", bill.patient}}
        self.become(payer=names.get(bill.payer, ""), holder=names.get(bill.holder, ""))

    def name_of(self, member: str) -> str:
        """The full name behind an id; "" for nobody, the id itself when nobody has it."""
        if not member:
            return ""
        with self._desk.store.reading() as reading:
            person = reading.patient(reading.canonical(member))
        return person.full_name if person else member


def _plain(refusal: Refusal) -> tuple[str, str, dict[str, object]]:
    return refusal.code, refusal.place, dict(refusal.params)
