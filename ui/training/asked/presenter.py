"""What patients really ask of the version in force, each with the answer to say aloud; leafed through by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desk_app.training.asked import asked_by_patients
from desk_app.training.course import Taught
from ui.training.known import Classroom
from ui.wording.asked import Said, said


@dataclass(frozen=True)
class AskedState:
    """`rows` are the questions with their answers; `chosen` is looked at."""

    taught: Taught | None = None
    rows: tuple[Said, ...] = ()
    chosen: int = 0

    @property
    def row(self) -> Said | None:
        """The one that is looked at."""
        return self.rows[self.chosen] if self.rows else None


class AskedPresenter:
    """Computes the answers from the program on a worker."""

    def __init__(self, room: Classroom, show: Callable[[AskedState], None], language: Callable[[], str]) -> None:
        self._room = room
        self._show = show
        self._language = language
        self.state = AskedState()

    def refresh(self, key: str = "") -> None:
        """Of that version, or of the one in force."""
        course, language = self._room.known.course, self._language()
        taught = course.of(key) or course.now or course.ahead
        if taught is None:
            self._become(AskedState())
            return
        services = {one.code: one for one in course.services}

        def work() -> tuple[Said, ...]:
            found = asked_by_patients(taught.program, course.services, course.day)
            return tuple(said(one, taught.program, services, language) for one in found)

        def done(rows: tuple[Said, ...]) -> None:
            chosen = self.state.chosen if self.state.taught == taught else 0
            self._become(AskedState(taught, rows, max(0, min(chosen, len(rows) - 1))))

        self._room.run(work, done, _raise)

    def retell(self) -> None:
        """In another language."""
        if self.state.taught is not None:
            self.refresh(self.state.taught.key)

    def highlight(self, row: int) -> None:
        """Look at another one."""
        self._become(replace(self.state, chosen=max(0, min(row, len(self.state.rows) - 1))))

    def leaf(self, by: int) -> None:
        """On to the next one, or back; after the last comes the first."""
        if self.state.rows:
            self.highlight((self.state.chosen + by) % len(self.state.rows))

    def _become(self, state: AskedState) -> None:
        self.state = state
        self._show(state)


def _raise(why: Exception) -> None:
    raise why
