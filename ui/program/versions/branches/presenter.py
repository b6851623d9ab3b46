"""Decides what the rules of branches show: the network's limits, the list, and what is being added or ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final

from desk_app.acts import new_id
from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import problems
from desk_app.documents.program_sense import Problem, table, tables
from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.local_rules import EFFECTS
from desk_app.domain.program import Program
from desk_app.ports import Desk, Json
from desk_app.rollout import rule_draft
from desk_app.rollout.local_rules import LocalRule, add, limits_document, remove, rules, set_limits
from desk_app.versions import record_on, today
from ui.program.refused import Refused

LIST: Final = "list"
RULE: Final = "rule"
LIMITS: Final = "limits"
ENDING: Final = "ending"
PLACE: Final = "promotions[0]"
_BEGUN: Final[Mapping[str, Any]] = {
    "percent": "5", "amount": "500.00", "effects": ["percent"], "at_once": 1, "days": 31,
}  # fmt: skip
_DAYS: Final = 30


@dataclass(frozen=True)
class BranchesState:
    """`mode` is "list", "rule" (one is being added: the only promotion of `document`), "limits" or "ending".

    `limits` is the network's document as it is kept, None where branches may add nothing; `wanted` the one being typed.
    `problems` are what is wrong with what is typed; `program` is the one in force, None before there is one.
    """

    branch: str = ""
    program: Program | None = None
    base: Json = field(default_factory=dict)
    now: date = date.min
    limits: Json | None = None
    rules: tuple[LocalRule, ...] = ()
    chosen: int = 0
    mode: str = LIST
    document: Json = field(default_factory=dict)
    wanted: Json = field(default_factory=dict)
    reason: str = ""
    problems: tuple[Problem, ...] = ()
    agreed: bool = False
    shut: bool = False

    @property
    def rule(self) -> LocalRule | None:
        """The highlighted one."""
        return self.rules[self.chosen] if self.chosen < len(self.rules) else None

    @property
    def own(self) -> bool:
        """Whether the highlighted rule is of this desk's branch."""
        return self.rule is not None and self.rule.branch == self.branch


class BranchesPresenter:
    """The rule being typed is kept on the disk, the rest while the window is open; nothing is promised before F9."""

    def __init__(
        self, desk: Desk, show: Callable[[BranchesState], None], tell: Callable[[Refusal | Trouble], None],
        typed: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """`typed` has `keep` called soon."""
        self._desk = desk
        self._show = show
        self._tell = tell
        self._typed = typed
        self._kept: Json | None = None
        self.state = BranchesState()

    def refresh(self) -> None:
        """What is known may have changed; what is typed stays."""
        with self._desk.store.reading() as reading:
            if not reading.versions():
                self._become(branch=self._desk.branch, shut=True)
                return
            now = today(self._desk, reading)
            record = record_on(reading, now)
        found = rules(self._desk)
        chosen = min(self.state.chosen, max(0, len(found) - 1))
        self._become(
            branch=self._desk.branch, program=self._desk.program_of(record), base=record.document, now=now,
            limits=limits_document(self._desk), rules=found, chosen=chosen, shut=self._desk.shut is not None,
        )  # fmt: skip

    def highlight(self, row: int) -> None:
        """Put the highlight on a rule."""
        self._become(chosen=row, agreed=False)

    # where one is

    def begin_rule(self) -> None:
        """A rule of this branch, within the limits to begin with; one begun before goes on."""
        document = self.state.document
        if not tables(document.get("promotions")):
            self._kept = rule_draft.kept(self._desk)
            document = {**self.state.base, "promotions": [self._kept or self._begun()]}
        self._become(mode=RULE, document=document, problems=(), agreed=False)

    def begin_limits(self) -> None:
        """The network's limits, as they are or to begin with."""
        offered = [code for code, one in (self.state.program.categories.items() if self.state.program else ())
                   if not one.indicated_only]  # fmt: skip
        wanted = self.state.limits or {**_BEGUN, "categories": offered}
        self._become(mode=LIMITS, wanted=wanted, problems=(), agreed=False)

    def begin_ending(self) -> None:
        """End the highlighted rule of this branch."""
        if self.state.own:
            self._become(mode=ENDING, reason="", problems=(), agreed=False)

    def back(self) -> bool:
        """To the list; False where one is there already."""
        if self.state.mode == LIST:
            return False
        self.keep()
        self._become(mode=LIST, problems=(), agreed=False)
        return True

    # what is typed

    def edit(self, edits: Sequence[Edit]) -> None:
        """Change the rule being added; the form speaks of it as the only promotion of the program."""
        try:
            document = edited(self.state.document, edits)
        except LookupError:
            return
        wrong = tuple(one for one in problems(document) if one.place.startswith("promotions"))
        self._become(document=document, problems=wrong, agreed=False)
        self._typed()

    def keep(self) -> None:
        """Keep the rule being typed on the disk as it is now."""
        rule = next(iter(tables(self.state.document.get("promotions"))), None)
        if rule is None or rule == self._kept or self.state.shut:
            return
        self._store(dict(rule))

    def _store(self, rule: Json | None) -> None:
        try:
            rule_draft.keep(self._desk, rule)
            self._kept = rule
        except (Refusal, Trouble) as problem:
            self._tell(problem)

    def take_limit(self, key: str, value: Any) -> None:
        """One of the limits."""
        wanted = {**self.state.wanted, key: value}
        self._become(wanted={name: one for name, one in wanted.items() if one not in (None, "")}, problems=(),
                     agreed=False)  # fmt: skip

    def take_reason(self, reason: str) -> None:
        """Why the rule ends."""
        self._become(reason=reason, problems=(), agreed=False)

    # the acts

    def do(self) -> bool:
        """Add the rule, keep the limits, or end the rule when it is asked for twice; True when it is done."""
        state = self.state
        if state.shut or state.mode == LIST:
            return False
        if state.mode == ENDING and state.reason.strip() and not state.agreed:
            self._become(agreed=True)
            return False
        try:
            self._act(state)
        except Refusal as refusal:
            self._refuse(refusal)
            return False
        except Trouble as trouble:
            self._tell(trouble)
            return False
        if state.mode == RULE:
            self._store(None)
        self.state = replace(state, mode=LIST, problems=(), agreed=False, document={}, wanted={}, reason="")
        self.refresh()
        return True

    def allow_nothing(self) -> bool:
        """Branches may add nothing from now on; what they added stays to its last day."""
        try:
            set_limits(self._desk, None, new_id())
        except (Refusal, Trouble) as problem:
            self._tell(problem)
            return False
        self.state = replace(self.state, mode=LIST, problems=(), wanted={})
        self.refresh()
        return True

    def _act(self, state: BranchesState) -> None:
        if state.mode == RULE:
            add(self._desk, dict(tables(state.document.get("promotions"))[0]), new_id())
        elif state.mode == LIMITS:
            set_limits(self._desk, state.wanted, new_id())
        elif state.rule is not None:
            remove(self._desk, state.rule.code, None, state.reason, new_id())

    def _refuse(self, refusal: Refusal) -> None:
        place = refusal.place
        if self.state.mode == RULE and not place.startswith("promotions"):
            place = f"{PLACE}.{place}" if place else PLACE
        if place.startswith("promotions[") and self.state.mode == RULE:
            place = f"{PLACE}{place[place.index(']') + 1 :]}"
        found = Refused(refusal.code, place, params=refusal.params, program=self.state.program)
        self._become(problems=(found,), agreed=False)

    def _begun(self) -> Json:
        limits, now = self.state.limits or {}, self.state.now
        effects = [kind for kind in EFFECTS if kind in limits.get("effects", ())] or ["percent"]
        days = limits.get("days", _DAYS)
        last = now + timedelta(days=min(days, _DAYS) - 1) if isinstance(days, int) and days > 0 else now
        made: Json = {
            "code": self._code(), "name": {"ru": "Акция филиала", "en": "Promotion of the branch"},
            "effect": _effect(effects[0], limits), "combine": "best",
            "when": {"from": now.isoformat(), "to": last.isoformat(), "categories": list(limits.get("categories", ()))},
        }  # fmt: skip
        if "amount" in limits and effects[0] in ("percent", "cheapest_percent", "steps"):
            made["max_amount"] = limits["amount"]
        return made

    def _code(self) -> str:
        with self._desk.store.reading() as reading:
            known = [tables(record.document.get("promotions")) for record in reading.versions()]
        taken = {one.get("code") for promotions in known for one in promotions}
        stem = f"{self.state.branch}-{self.state.now:%y%m}"
        return next(code for n in range(1, 10_000) if (code := f"{stem}-{n}") not in taken)

    def _become(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)


def _effect(kind: str, limits: Json) -> Json:
    percent = limits.get("percent", "5")
    values: dict[str, Any] = {
        "percent": percent, "cheapest_percent": percent, "amount": limits.get("amount", "100.00"),
        "steps": [{"from": "0", "percent": percent}], "units": table(limits).get("units", 100),
        "multiply_units": limits.get("factor", "2"),
    }  # fmt: skip
    return {kind: values[kind]}
