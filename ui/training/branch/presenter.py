"""Who is ready for a version, what is answered wrong, what is thought of it, and objections with their answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from desk_app.domain.errors import Refusal, Trouble
from desk_app.station import Station
from desk_app.training import agreeing, pulse
from desk_app.training.course import Taught
from desk_app.training.readiness import Troublesome, troublesome
from desk_app.training.records import Objection, Records, Tally
from desk_app.training.shelf import Shelf
from desk_app.training.standing import Branch, branch_of, call_back, let_go, move, shelf_of
from ui.training.known import Classroom, Known

#: So many topics are named: what is said of ten things is said of none.
_TOPICS = 5


@dataclass(frozen=True)
class BranchState:
    """One version as the manager sees it; `thought` is None below five answers, `thought_before` is of the version
    before it. `asked` is the objection to answer; those to other versions stay until they are answered, `numbers` says
    by the key of a version which it is.

    `folder` is where the records of several desks lie, "" for this computer alone. `unread` are names of files of
    records that cannot be read: whoever learned there is not counted.
    """

    branch: Branch | None = None
    records: Records | None = None
    topics: tuple[Troublesome, ...] = ()
    thought: Tally | None = None
    thought_before: Tally | None = None
    objections: tuple[Objection, ...] = ()
    asked: int = 0
    others: tuple[Taught, ...] = ()
    folder: str = ""
    unread: tuple[str, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)

    @property
    def objection(self) -> Objection | None:
        """The one to answer."""
        return self.objections[self.asked] if self.objections else None


class BranchPresenter:
    """Reads it anew whenever the records changed; a pulse is looked at on a worker, for a look is kept too."""

    def __init__(
        self, room: Classroom, station: Callable[[], Station], home: Path, show: Callable[[BranchState], None],
        tell: Callable[[Refusal | Trouble], None],
    ) -> None:  # fmt: skip
        self._room = room
        self._station = station
        self._home = home
        self._show = show
        self._tell = tell
        self._key = ""
        self.state = BranchState()

    def open(self, key: str = "") -> None:
        """That version, else the one looked at before, else what comes next."""
        self._key = key or self._key
        self.look(self._room.known)

    def turn(self) -> None:
        """The other version that matters."""
        if self.state.others:
            self.open(self.state.others[0].key)

    def look(self, known: Known) -> None:
        """Work it out anew."""
        course = known.course
        # what was looked at before may hold no more
        taught = next((one for one in reversed(course.matters) if one.key == self._key), None)
        taught = taught or (course.matters[-1] if course.matters else None)
        if taught is None:
            self._become(BranchState(folder=self._station().training_folder))
            return
        self._key = taught.key
        shelf, folder = self._room.shelf, self._station().training_folder

        def work() -> BranchState:
            branch = branch_of(course, taught, known.by_desk, known.lessons)
            own = agreeing.objections_of(known.records, taught.key)
            waiting = agreeing.left_behind(known.records, (taught.key,))
            found = (*waiting, *own)
            others = tuple(one for one in course.matters if one.key != taught.key)
            topics = troublesome(known.records, taught.key)[:_TOPICS]
            earlier = course.before(taught)
            return BranchState(
                branch, known.records, topics, _thought(shelf, taught.key),
                _thought(shelf, earlier.key) if earlier is not None else None, found, 0, others, folder,
                known.unread, {one.version: course.number(one.version) for one in waiting},
            )  # fmt: skip

        def done(state: BranchState) -> None:
            if self._key == taught.key:
                asked = min(self.state.asked, max(0, len(state.objections) - 1))
                self._become(replace(state, asked=asked))

        self._room.run(work, done, self._failed)

    def next_objection(self) -> None:
        """The next one to answer; after the last comes the first."""
        if self.state.objections:
            self._become(replace(self.state, asked=(self.state.asked + 1) % len(self.state.objections)))

    def answer(self, text: str, done: Callable[[], None]) -> None:
        """The owner's answer to the objection that is asked."""
        objection = self.state.objection
        if objection is None:
            return
        try:
            agreeing.said(text)
        except Refusal as problem:
            self._tell(problem)
            return
        self._room.keep(lambda shelf: agreeing.reply(shelf, objection, text), done)

    def let_go(self, name: str, done: Callable[[], None]) -> None:
        """Somebody works here no more."""
        self._room.keep(lambda shelf: let_go(shelf, name), done)

    def call_back(self, name: str) -> None:
        """She does work here."""
        self._room.keep(lambda shelf: call_back(shelf, name))

    def share_folder(self, folder: str, settle: Callable[[Station], None]) -> None:
        """Keep the records in that folder from now on, "" for this computer alone; what was kept goes along."""
        before, station = self._room.shelf, replace(self._station(), training_folder=folder)
        to = shelf_of(self._home, station)

        def moved(_: None) -> None:
            settle(station)
            self._room.refresh()

        self._room.run(lambda: move(before, to), moved, self._failed)

    def _failed(self, why: Exception) -> None:
        if not isinstance(why, Refusal | Trouble):
            raise why
        self._tell(why)

    def _become(self, state: BranchState) -> None:
        self.state = state
        self._show(state)


def _thought(shelf: Shelf, version: str) -> Tally | None:
    try:
        return pulse.look(shelf, version)
    except Trouble:
        # a look that cannot be kept would tell too much: nothing is shown
        return None
