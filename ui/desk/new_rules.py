"""Notes at the desk that the patient was told of new rules, so that nobody is told twice and nobody is forgotten."""

from desk_app.ports import Desk
from desk_app.rollout import telling
from ui.desk.happenings import RulesTold
from ui.desk.stage import Stage


class NewRules:
    """The patient is whoever the desk serves."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        self._desk = desk
        self._stage = stage

    def tell(self) -> None:
        """The patient heard what the card says of new rules: all of it, whatever waited to be told."""
        shown = self._stage.state.patient
        if shown is None or not shown.to_tell:
            return
        news = shown.to_tell
        if self._stage.tried(lambda: [telling.tell(self._desk, shown.patient.id, one.mark, "desk") for one in news]):
            self._stage.load_patient()
            self._stage.tell(RulesTold(shown.patient.full_name, news[0]))
