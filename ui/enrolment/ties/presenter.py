"""Binds a member to a family or to another record of the same person: first said, then done by a key of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desk_app import families, lookup
from desk_app.acts import new_id
from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.people import MemberSummary
from desk_app.families import Stake, Ties
from desk_app.ports import Desk


class Tie(StrEnum):
    """What can be done about ties."""

    JOIN = "join"
    LEAVE = "leave"
    MERGE = "merge"
    PART = "part"


@dataclass(frozen=True)
class Wish:
    """An act that was chosen and is not done yet: whose form it is, who the other is, and what both have."""

    tie: Tie
    mine: Stake
    other: Stake | None = None

    @property
    def parted(self) -> bool:
        """Whether both have accounts of their own after it, or nothing that could stay behind."""
        joining = [self.mine] if self.other is None or self.other.family else [self.mine, self.other]
        return not self.mine.pooled or not any(one.units for one in joining)

    @property
    def undone_by_parting(self) -> bool:
        """Whether it can be taken back: out of a family with one account nobody takes what they brought."""
        return self.tie is not Tie.JOIN or self.parted


@dataclass(frozen=True)
class TiesState:
    """Everything the part shows; `member` is "" for who is no member. A problem stands under the act it belongs to."""

    member: str = ""
    ties: Ties = field(default_factory=Ties)
    family_problem: Refusal | Trouble | None = None
    record_problem: Refusal | Trouble | None = None
    wish: Wish | None = None

    @property
    def others(self) -> tuple[str, ...]:
        """The names of the rest of the family."""
        return tuple(one.full_name for one in self.ties.family if one.id != self.member)


class TiesPresenter:
    """Every act holds once it is confirmed, whether the form is saved or not; `changed` is told after each."""

    def __init__(self, desk: Desk, show: Callable[[TiesState], None], changed: Callable[[], None]) -> None:
        self._desk = desk
        self._show = show
        self._changed = changed
        self.state = TiesState()

    # what is wished for

    def choose(self, tie: Tie, other: str = "") -> Wish | None:
        """Say what would be done, and do nothing; None where a rule refuses it already."""
        stakes: list[Stake] = []
        ids = [self.state.member, other] if other else [self.state.member]
        keep = self._family if tie in (Tie.JOIN, Tie.LEAVE) else self._record
        keep(lambda: stakes.extend(families.stake(self._desk, one) for one in ids), changes=False)
        if not stakes:
            return None
        wish = Wish(tie, stakes[0], stakes[1] if other else None)
        self._become(replace(self.state, wish=wish, family_problem=None, record_problem=None))
        return wish

    def drop(self) -> bool:
        """Nothing is wished for any more; False when nothing was."""
        if self.state.wish is None:
            return False
        self._become(replace(self.state, wish=None))
        return True

    def confirm(self) -> Wish | None:
        """Do what was said; None where nothing was done."""
        wish = self.state.wish
        if wish is None:
            return None
        other = wish.other.patient.id if wish.other is not None else ""
        match wish.tie:
            case Tie.JOIN:
                self.join(other)
            case Tie.LEAVE:
                self.leave()
            case Tie.MERGE:
                self.merge(other)
            case Tie.PART:
                self.part(other)
        done = self.state.family_problem is None and self.state.record_problem is None
        return wish if done else None

    def take_back(self, wish: Wish) -> None:
        """The act that undoes one which was done."""
        mine, other = wish.mine.patient.id, wish.other.patient.id if wish.other is not None else ""
        match wish.tie:
            case Tie.JOIN:
                out = [mine] if wish.other is None or wish.other.family else [mine, other]
                self._family(lambda: [families.leave_family(self._desk, one, new_id()) for one in out])
            case Tie.LEAVE:
                self._family(lambda: families.join_family(self._desk, mine, wish.mine.family, new_id()))
            case Tie.MERGE:
                self._record(lambda: families.unmerge(self._desk, other, new_id()))
            case Tie.PART:
                self._record(lambda: families.merge(self._desk, other, mine, new_id()))

    # what is done

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

    def _family(self, act: Callable[[], object], *, changes: bool = True) -> None:
        problem = self._tried(act, changes=changes)
        if problem is not None:
            self._become(replace(self.state, family_problem=problem, record_problem=None, wish=None))

    def _record(self, act: Callable[[], object], *, changes: bool = True) -> None:
        problem = self._tried(act, changes=changes)
        if problem is not None:
            self._become(replace(self.state, family_problem=None, record_problem=problem, wish=None))

    def _tried(self, act: Callable[[], object], *, changes: bool) -> Refusal | Trouble | None:
        try:
            act()
        except (Refusal, Trouble) as problem:
            return problem
        if changes:
            self.open(self.state.member)
            self._changed()
        return None

    def _become(self, state: TiesState) -> None:
        self.state = state
        self._show(state)
