"""A version to be read: its changes or its promises in sentences, and what she says to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from desk_app.domain.errors import Refusal, Trouble
from desk_app.price_list import titles
from desk_app.sheets.promises import promises
from desk_app.training import agreeing
from desk_app.training.course import Course, Taught
from desk_app.training.records import Objection
from ui.changes import Change, changes_of
from ui.training.known import Classroom, Known
from ui.wording.sheets.sheet_words import SheetWords


@dataclass(frozen=True)
class VersionState:
    """`changes` since the version `before`, and the `promises` of all its rules; `word` is "", "agreed" or "objects".

    `objections` are hers, with the owner's answers; `left_behind` are hers to versions that neither hold nor come, each
    with the number of its version. `which` of the versions that matter is read.
    """

    taught: Taught | None = None
    before: Taught | None = None
    changes: tuple[Change, ...] = ()
    promises: tuple[str, ...] = ()
    name: str = ""
    word: str = ""
    objections: tuple[Objection, ...] = ()
    left_behind: tuple[tuple[str, Objection], ...] = ()
    others: tuple[Taught, ...] = field(default=())
    looked: bool = False


class VersionPresenter:
    """Reads one version on a worker; writes down what is said to it."""

    def __init__(
        self, room: Classroom, show: Callable[[VersionState], None], tell: Callable[[Refusal | Trouble], None],
        language: Callable[[], str],
    ) -> None:  # fmt: skip
        self._room = room
        self._show = show
        self._tell = tell
        self._language = language
        self._read: set[str] = set()
        self.state = VersionState()
        room.listen(self._follow)

    def open(self, key: str) -> None:
        """Read that version, else the newest that matters."""
        course = self._room.known.course
        taught = course.of(key) or (course.matters[-1] if course.matters else None)
        same = self.state.taught is not None and taught is not None and self.state.taught.key == taught.key
        before = course.before(taught) if taught is not None else None
        self._read = set()
        self.state = replace(self.state if same else VersionState(), taught=taught, before=before)
        self._follow(self._room.known)
        self._look()
        self._note_read()

    def turn(self) -> None:
        """The other version that matters."""
        matters = self._room.known.course.matters
        if self.state.taught is not None and len(matters) > 1:
            place = next((n for n, one in enumerate(matters) if one.key == self.state.taught.key), 0)
            self.open(matters[(place + 1) % len(matters)].key)

    def retell(self) -> None:
        """In another language."""
        self._look()

    def agree(self, done: Callable[[], None] = lambda: None) -> None:
        """Read and agreed."""
        name, taught = self.state.name, self.state.taught
        if name and taught is not None:
            self._room.keep(lambda shelf: agreeing.agree(shelf, name, taught.key), done)

    def object_to(self, text: str, done: Callable[[], None] = lambda: None) -> bool:
        """What is wrong with it; False where nothing is said."""
        name, taught = self.state.name, self.state.taught
        if not name or taught is None:
            return False
        try:
            agreeing.said(text)
        except Refusal as problem:
            self._tell(problem)
            return False
        self._room.keep(lambda shelf: agreeing.object_to(shelf, name, taught.key, text), done)
        return True

    def _follow(self, known: Known) -> None:
        """What is known of her."""
        taught = self.state.taught
        if taught is None:
            return
        learned = known.records.person(known.name).of(taught.key)
        hers = agreeing.objections_of(known.records, taught.key, known.name) if known.name else ()
        others = tuple(one for one in known.course.matters if one.key != taught.key)
        self._become(replace(
            self.state, name=known.name, word=learned.word if known.name else "", objections=hers, others=others,
            left_behind=self._left_behind(known) if known.name else (),
        ))  # fmt: skip

    def _note_read(self) -> None:
        """Answers that stand here now are read; they go once the page is opened again."""
        read = [one for _, one in self.state.left_behind if one.answer]
        if read:
            self._read = {one.id for one in read}
            self._room.keep(lambda shelf: agreeing.saw(shelf, read))

    def _left_behind(self, known: Known) -> tuple[tuple[str, Objection], ...]:
        course = known.course
        found = agreeing.left_behind(known.records, [one.key for one in course.matters], known.name)
        kept = (one for one in known.records.objections if one.id in self._read and one not in found)
        return tuple((course.number(one.version), one) for one in (*found, *kept) if one.by == known.name)

    def _look(self) -> None:
        taught, before, language = self.state.taught, self.state.before, self._language()
        if taught is None:
            return
        course, desk = self._room.known.course, self._room.desk

        def work() -> tuple[tuple[Change, ...], tuple[str, ...]]:
            told = _promises(taught, course, language)
            if before is None:
                return (), told
            with desk.store.reading() as reading:
                return changes_of(desk, reading, before.record, taught.record, language), told

        def done(found: tuple[tuple[Change, ...], tuple[str, ...]]) -> None:
            if self.state.taught is taught:
                changes, told = found
                self._become(replace(self.state, changes=changes, promises=told, looked=True))

        self._room.run(work, done, _raise)

    def _become(self, state: VersionState) -> None:
        self.state = state
        self._show(state)


def _promises(taught: Taught, course: Course, language: str) -> tuple[str, ...]:
    """Every promise of a version, a sentence each, as its leaflet makes them."""
    words = SheetWords(taught.program, language, titles({one.code: one for one in course.services}, language))
    told = promises(taught.program, course.day)
    everything = (*told.gives, *told.uses, *told.limits, *told.lapses, *told.levels, *told.extras, *told.changes)
    return tuple(words.promise(one) for one in everything)


def _raise(why: Exception) -> None:
    raise why
