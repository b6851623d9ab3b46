"""Binds a member to a family or to another record of the same person, each by one act and undone in the same place."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from desk_app import families, lookup
from desk_app.acts import new_id
from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.people import MemberSummary
from desk_app.families import Ties
from desk_app.ports import Desk


@dataclass(frozen=True)
class TiesState:
    """Everything the part shows; `member` is "" for who is no member. A problem stands under the act it belongs to."""

    member: str = ""
    ties: Ties = field(default_factory=Ties)
    family_problem: Refusal | Trouble | None = None
    record_problem: Refusal | Trouble | None = None

    @property
    def others(self) -> tuple[str, ...]:
        """The names of the rest of the family."""
        return tuple(one.full_name for one in self.ties.family if one.id != self.member)


class TiesPresenter:
    """Every act holds at once, whether the form is saved or not; `changed` is told after each."""

    def __init__(self, desk: Desk, show: Callable[[TiesState], None], changed: Callable[[], None]) -> None:
        self._desk = desk
        self._show = show
        self._changed = changed
        self.state = TiesState()

    def open(self, member: str) -> None:
        """The ties of a member, or ("") nobody's."""
        self._become(TiesState(member, families.ties(self._desk, member) if member else Ties()))

    def find(self, text: str) -> tuple[MemberSummary, ...]:
        """Members other than this one."""
        rows = lookup.find(self._desk, text, limit=10).rows
        return tuple(row for row in rows if row.member and row.id != self.state.member)

    def join(self, other: str) -> None:
        """Into the family of another member; where there is none, the two begin one."""
        self._family(lambda: families.join_family_of(self._desk, self.state.member, other, new_id()))

    def leave(self) -> None:
        """Out of the family."""
        self._family(lambda: families.leave_family(self._desk, self.state.member, new_id()))

    def merge(self, other: str) -> None:
        """Another record goes into this one."""
        self._record(lambda: families.merge(self._desk, other, self.state.member, new_id()))

    def part(self, record: str) -> None:
        """A record that went into this one is on its own again."""
        self._record(lambda: families.unmerge(self._desk, record, new_id()))

    def _family(self, act: Callable[[], object]) -> None:
        problem = self._tried(act)
        if problem is not None:
            self._become(replace(self.state, family_problem=problem, record_problem=None))

    def _record(self, act: Callable[[], object]) -> None:
        problem = self._tried(act)
        if problem is not None:
            self._become(replace(self.state, family_problem=None, record_problem=problem))

    def _tried(self, act: Callable[[], object]) -> Refusal | Trouble | None:
        try:
            act()
        except (Refusal, Trouble) as problem:
            return problem
        self.open(self.state.member)
        self._changed()
        return None

    def _become(self, state: TiesState) -> None:
        self.state = state
        self._show(state)
