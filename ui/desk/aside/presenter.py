"""Decides which bill is at the counter and which ones wait, and moves lines where the patient was the wrong one."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from desk_app import aside
from desk_app.aside import Waiting
from desk_app.drafts import Draft
from desk_app.ports import Desk
from ui.desk.bill.presenter import BillPresenter
from ui.desk.happenings import AsideDropped, AsideTaken, LinesGiven, SetAside
from ui.desk.stage import Stage
from ui.desk.state import Page
from ui.desk.waiting import AsideRow, AsideState


class AsidePresenter:
    """What is open never vanishes: it waits, whichever way another bill comes to the counter."""

    def __init__(self, desk: Desk, stage: Stage, bill: BillPresenter) -> None:
        self._desk = desk
        self._stage = stage
        self._bill = bill

    @property
    def state(self) -> AsideState:
        """What is shown now."""
        return self._stage.state.aside

    def load(self) -> None:
        """Read anew what waits; a bill of whoever is at the desk is highlighted."""
        program = self._bill.state.program
        rows = tuple(self._row(one, program.timezone if program else "UTC") for one in aside.waiting(self._desk))
        here = self._bill.draft.bill.patient
        chosen = next((place for place, row in enumerate(rows) if here and row.patient == here), 0)
        self._stage.become(aside=AsideState(rows, chosen))

    def highlight(self, row: int) -> None:
        """Put the highlight on a bill."""
        last = max(0, len(self.state.rows) - 1)
        self._stage.become(aside=replace(self.state, chosen=max(0, min(row, last))))

    def set_aside(self) -> None:
        """The open bill waits, and the desk is free for whoever is next."""
        said: list[SetAside] = []
        if self._bill.draft.bill.lines and self._stage.tried(lambda: said.append(self.make_room())):
            with self._stage.at_once():
                self._stage.load_patient()
                self._stage.load_people()
                self._stage.become(page=Page.BILL)
            self._stage.tell(said[0])

    def make_room(self) -> SetAside:
        """Set the open bill aside without a word; what is to be said of it. Raises `Trouble`."""
        draft = self._bill.draft
        aside.put(self._desk, draft)
        self._bill.begin_anew()
        self.load()
        return SetAside(draft.op_id, self._stage.name_of(draft.bill.patient), len(draft.bill.lines))

    def take_up(self, op_id: str = "") -> None:
        """Bring a bill back, the highlighted one unless another is named; the open one waits in its place."""
        wanted = op_id or (self.state.row.op_id if self.state.row else "")
        before = self._bill.draft
        found: list[Draft | None] = []
        if not self._stage.tried(lambda: found.append(aside.take_up(self._desk, wanted, before))) or found[0] is None:
            return
        draft = found[0]
        with self._stage.at_once():
            self._bill.take_up(draft)
            self.load()
            self._stage.load_patient()
            self._stage.load_people()
            self._stage.become(page=Page.BILL, done=None)
        swapped = self._stage.name_of(before.bill.patient) if before.bill.lines else None
        self._stage.tell(AsideTaken(self._stage.name_of(draft.bill.patient), len(draft.bill.lines), swapped))

    def drop(self) -> None:
        """Forget the highlighted bill, offering to put it back."""
        row = self.state.row
        found: list[Draft | None] = []
        if row is None or not self._stage.tried(lambda: found.append(aside.drop(self._desk, row.op_id))):
            return
        place = self.state.chosen
        self.load()
        self.highlight(place)
        if found[0] is not None:
            self._stage.tell(AsideDropped(row.name, found[0]))

    def put_back(self, dropped: AsideDropped) -> None:
        """A bill that was forgotten waits again."""
        if self._stage.tried(lambda: aside.put(self._desk, dropped.draft)):
            self.load()

    def give_lines(self, op_id: str) -> None:
        """The lines of a bill that waits belong to whoever is at the desk: the first patient was the wrong one."""
        found: list[Draft | None] = []
        if not self._stage.tried(lambda: found.append(aside.drop(self._desk, op_id))) or found[0] is None:
            return
        lines = found[0].bill.lines
        with self._stage.at_once():
            self._bill.add_lines(lines)
            self.load()
            self._stage.become(page=Page.BILL)
        self._stage.tell(LinesGiven(self._stage.name_of(self._bill.draft.bill.patient), len(lines)))

    def waits(self, patient: str) -> bool:
        """Whether a bill of this patient waits."""
        return any(row.patient == patient for row in self.state.rows)

    def _row(self, one: Waiting, timezone: str) -> AsideRow:
        bill = one.draft.bill
        return AsideRow(
            one.draft.op_id,
            bill.patient,
            self._stage.name_of(bill.patient),
            tuple(line.name or line.service for line in bill.lines),
            sum(line.total for line in bill.lines),
            one.since.astimezone(ZoneInfo(timezone)),
        )
