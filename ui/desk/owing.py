"""Decides what happens to money owed to the patient at the desk: one key hands it over, and that can be undone."""

from desk_app import making_good
from desk_app.ports import Desk
from ui.desk.happenings import MoneyHanded
from ui.desk.stage import Stage


class Owing:
    """The patient is whoever the desk serves."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        self._desk = desk
        self._stage = stage

    def hand_over(self) -> None:
        """Everything that is owed to the patient is in their hands."""
        shown, program = self._stage.state.patient, self._stage.state.bill.program
        if shown is None or shown.statement is None or program is None:
            return
        receipts = tuple(wish.receipt for wish in shown.statement.wishes if wish.owed)
        given: list[int] = []
        if receipts and self._stage.tried(
            lambda: given.extend(making_good.hand_over(self._desk, receipt) for receipt in receipts)
        ):
            self._stage.load_patient()
            reach = self._desk.reach
            alone = reach is not None and not reach.heard()
            self._stage.tell(MoneyHanded(shown.patient.full_name, sum(given), receipts, program, unheard=alone))

    def take_back(self, handed: MoneyHanded) -> None:
        """It was said by mistake: the money is still owed."""
        if self._stage.tried(
            lambda: [making_good.hand_over(self._desk, receipt, done=False) for receipt in handed.receipts]
        ):
            self._stage.load_patient()
