"""Decides what the list of patients shows: who was told of new rules, page by page, and who can be written to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from desk_app.acts import new_id
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk, ToldRow
from desk_app.rollout.diary import VersionLife, lives_in, note
from desk_app.rollout.retire import Ending, ending_in
from desk_app.rollout.telling import Heard, addressees, everybody, heard, last_to_tell, people, tell, tell_all
from ui.program.versions.presenter import Run

MISSING: Final = "missing"
TOLD: Final = "told"
#: Those not told who agreed to messages by a channel.
CHANNELS: Final = ("sms", "email", "messenger", "call")
SCOPES: Final = (MISSING, TOLD, *CHANNELS)
PAGE: Final = 200
_FOUND: Final = 50
_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class Person:
    """A patient who is to hear of it: `told` and `way` of hearing, None and "" before; `address`: where a message goes,
    the phone unless another one was asked for."""

    member: str
    name: str
    address: str
    joined: date | None = None
    told: date | None = None
    way: str = ""
    by: str = ""


@dataclass(frozen=True)
class TellingState:
    """Of a version (`life`), or of the program's `ending`. `more`: further pages follow; `busy`: they are being read.

    `way` is how somebody who is noted now was told; `agreed`: that all of a list are noted was asked for once.
    """

    mark: str = ""
    life: VersionLife | None = None
    ending: Ending | None = None
    heard: Heard | None = None
    scope: str = MISSING
    text: str = ""
    people: tuple[Person, ...] = ()
    chosen: int = 0
    more: bool = False
    busy: bool = False
    failed: bool = False
    way: str = "desk"
    agreed: bool = False
    shut: bool = False

    @property
    def person(self) -> Person | None:
        """The highlighted one."""
        return self.people[self.chosen] if self.chosen < len(self.people) else None

    @property
    def total(self) -> int | None:
        """How many the list has in all, where that is known."""
        if self.text or self.heard is None or self.scope in CHANNELS:
            return None
        return self.heard.told if self.scope == TOLD else self.heard.not_told


class TellingPresenter:
    """Reads on a worker; an answer to a question that is not asked any more is dropped."""

    def __init__(
        self, desk: Desk, show: Callable[[TellingState], None], tell: Callable[[Refusal | Trouble], None], run: Run
    ) -> None:
        self._desk = desk
        self._show = show
        self._tell = tell
        self._run = run
        self._asked = 0
        self.state = TellingState()

    # what is shown

    def open(self, mark: str) -> None:
        """The patients of a version, or of the end of the program."""
        with self._desk.store.reading() as reading:
            life = next((one for one in lives_in(reading, self._desk) if one.record.mark == mark), None)
            end = ending_in(reading)
        before = self.state if self.state.mark == mark else TellingState()
        ending = end if life is None and end is not None and end.mark == mark else None
        self._become(before, mark=mark, life=life, ending=ending, shut=self._desk.shut is not None, agreed=False)
        self._read()

    def refresh(self) -> None:
        """What is known may have changed; whoever has gone down the list stays where she is."""
        if self.state.mark and len(self.state.people) <= PAGE:
            self.open(self.state.mark)

    def choose_scope(self, scope: str) -> None:
        """One of `SCOPES`."""
        if scope != self.state.scope and scope in SCOPES:
            self._become(self.state, scope=scope, people=(), chosen=0, text="", agreed=False)
            self._read()

    def choose_way(self, way: str) -> None:
        """How somebody who is noted from now on was told."""
        self._become(self.state, way=way)

    def search(self, text: str) -> None:
        """Somebody by name, phone or card, told or not; "" shows the list."""
        if text != self.state.text:
            self._become(self.state, text=text, chosen=0, agreed=False)
            self._read()

    def highlight(self, row: int) -> None:
        """Put the highlight on a row; at the last one the next page is read."""
        state = self.state
        self.state = replace(state, chosen=row)
        if state.more and not state.busy and row >= len(state.people) - 1:
            self._read(after=state.people[-1].member)

    def _read(self, after: str = "") -> None:
        state, desk = self.state, self._desk
        self._asked += 1
        asked = self._asked
        if state.life is None and state.ending is None:
            self._become(state, people=(), heard=None, more=False)
            return
        self._become(state, busy=True)

        def work() -> tuple[Heard, tuple[Person, ...], bool]:
            found, more = _people(desk, state, after)
            return heard(desk, state.mark), found, more

        def done(answer: tuple[Heard, tuple[Person, ...], bool]) -> None:
            if asked != self._asked:
                return
            counts, found, more = answer
            shown = (*self.state.people, *found) if after else found
            chosen = min(self.state.chosen, max(0, len(shown) - 1))
            self._become(self.state, heard=counts, people=shown, more=more, busy=False, failed=False, chosen=chosen)

        self._run(work, done, self._failed)

    def _failed(self, why: Exception) -> None:
        if not isinstance(why, Refusal | Trouble):
            raise why
        self._become(self.state, busy=False, failed=True)
        self._tell(why)

    # what is done

    def note_one(self) -> Person | None:
        """The highlighted patient was told just now; answers whom, None where nobody was noted."""
        state, person = self.state, self.state.person
        if person is None or person.told is not None or state.shut:
            return None
        try:
            tell(self._desk, person.member, state.mark, state.way)
        except (Refusal, Trouble) as problem:
            self._tell(problem)
            return None
        left = state.people if state.text else tuple(one for one in state.people if one is not person)
        self.state = replace(state, people=left, chosen=min(state.chosen, max(0, len(left) - 1)))
        self._read()
        return person

    def note_all(self, done: Callable[[int], None]) -> bool:
        """Messages went out to everybody of the list; `done` is told how many are noted. False where it was asked for
        once only, or there is nobody."""
        state = self.state
        if state.scope not in CHANNELS or not state.people or state.shut or state.busy:
            return False
        if not state.agreed:
            self._become(state, agreed=True)
            return False
        desk, members = self._desk, [one.member for one in state.people]

        def work() -> int:
            fresh = tell_all(desk, members, state.mark, state.scope)
            note(desk, state.mark, "message", state.scope, new_id())
            return fresh

        def noted(fresh: int) -> None:
            self._become(self.state, busy=False)
            self._read()
            done(fresh)

        self._become(state, busy=True, agreed=False)
        self._run(work, noted, self._failed)
        return True

    def all_people(self) -> Iterator[Person]:
        """Everybody of the list that is shown, for a file."""
        state = self.state
        if state.text or state.scope in CHANNELS:
            yield from state.people
            return
        for row in everybody(self._desk, state.mark, told=state.scope == TOLD):
            yield _person(row)

    def _become(self, state: TellingState, **changes: Any) -> None:
        self.state = replace(state, **changes)
        self._show(self.state)


def _people(desk: Desk, state: TellingState, after: str) -> tuple[tuple[Person, ...], bool]:
    if len(state.text.strip()) >= _SHORTEST:
        return _found(desk, state), False
    if state.scope in CHANNELS:
        listed = addressees(desk, state.mark, state.scope)
        return tuple(Person(one.member, one.name, one.address) for one in listed), False
    page = people(desk, state.mark, told=state.scope == TOLD, after=after, limit=PAGE + 1)
    return tuple(_person(row) for row in page[:PAGE]), len(page) > PAGE


def _found(desk: Desk, state: TellingState) -> tuple[Person, ...]:
    """Those of a look-up who are to hear of it, whatever list they are in."""
    found = []
    with desk.store.reading() as reading:
        last = last_to_tell(reading, state.mark)
        for one in reading.find(state.text, _FOUND):
            member = reading.membership(one.id)
            if member is None or member.left is not None or member.joined > last:
                continue
            told = reading.told_of(state.mark, one.id) or (None, "", "")
            found.append(Person(one.id, one.full_name, one.phone, member.joined, told[0], told[1], told[2]))
    return tuple(found)


def _person(row: ToldRow) -> Person:
    return Person(row.member, row.name, row.phone, row.joined, row.day, row.way, row.by)
