"""Decides what withdrawing a version and ending the program show; neither is done before it was asked for twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from desk_app.acts import new_id
from desk_app.domain.days import plus_days
from desk_app.domain.errors import Refusal, Trouble, refuse
from desk_app.ports import Desk, Json
from desk_app.rollout.announce import too_far, withdraw
from desk_app.rollout.diary import VersionLife, lives_in
from desk_app.rollout.plan import plan_from
from desk_app.rollout.retire import Ending, ending_in, retire, take_back_end
from desk_app.versions import record_on, today

WITHDRAW: Final = "withdraw"
END: Final = "end"
TAKE_BACK: Final = "back"
_FIELDS: Final = {"reason": "reason", "day": "day", "": "reason"}


@dataclass(frozen=True)
class PartingState:
    """`mode` is "withdraw" (of `life`), "end" (of the program) or "back" (the announced `ending` is taken back).

    `earliest` is the first lawful day of an end, `days` the notice owed, `wind_down` for how many days units stay
    usable then; `day` the one typed, None for the first lawful one. `begun`: it is too late. `agreed`: it was asked
    for once. `faults` by field: "reason", "day", "channels", "owner".
    """

    mode: str = END
    life: VersionLife | None = None
    ending: Ending | None = None
    earliest: date = date.min
    today: date = date.min
    days: int = 0
    wind_down: int = 0
    has_units: bool = True
    day: date | None = None
    reason: str = ""
    plan: Json = field(default_factory=dict)
    faults: Mapping[str, Refusal] = field(default_factory=dict)
    begun: bool = False
    agreed: bool = False
    shut: bool = False

    @property
    def start(self) -> date:
        """The day of the end."""
        return self.day or self.earliest

    @property
    def last_good_day(self) -> date:
        """The last day on which units can be spent when the program ends on `start`."""
        return plus_days(self.start, self.wind_down)


class PartingPresenter:
    """What is typed stays while the window is open, whatever page comes forward."""

    def __init__(
        self, desk: Desk, show: Callable[[PartingState], None], tell: Callable[[Refusal | Trouble], None]
    ) -> None:
        self._desk = desk
        self._show = show
        self._tell = tell
        self.state = PartingState()

    def open(self, mark: str) -> None:
        """Withdraw the version of a mark; without one, the end of the program."""
        with self._desk.store.reading() as reading:
            now = today(self._desk, reading)
            known = lives_in(reading, self._desk)
            end = ending_in(reading)
            program = self._desk.program_of(record_on(reading, now)) if known else None
        life = next((one for one in known if one.record.mark == mark), None)
        mode = WITHDRAW if life is not None else TAKE_BACK if end is not None else END
        if mode == WITHDRAW:
            begun = life is not None and life.status != "announced"
        else:
            begun = end is not None and end.day <= now
        before = self.state
        same = before.mode == mode and (before.life is None or life is None or before.life.record == life.record)
        days = program.notice.worsening_days if program is not None else 0
        self._become(
            PartingState() if not same else before, mode=mode, life=life, ending=end, begun=begun, agreed=False,
            earliest=plus_days(now, days), today=now, days=days, faults={}, shut=self._desk.shut is not None,
            wind_down=program.notice.wind_down_days if program is not None else 0,
            has_units=program is not None and program.unit is not None,
        )  # fmt: skip

    # what is typed

    def take_day(self, day: date | None) -> None:
        """The day of the end; None for the first lawful one."""
        faults = {}
        if day is not None and day < self.state.earliest:
            faults = {"day": refuse("end.too_early", "day", days=self.state.days,
                                    day=self.state.earliest.isoformat(), asked=day.isoformat())}  # fmt: skip
        elif day is not None and (why := too_far(self.state.today, day, self.state.earliest)) is not None:
            faults = {"day": why}
        self._become(self.state, day=day, faults=faults, agreed=False)

    def take_reason(self, reason: str) -> None:
        """Why."""
        self._become(self.state, reason=reason, faults=self._without("reason"), agreed=False)

    def take_plan(self, plan: Json) -> None:
        """How patients will hear of the end."""
        self._become(self.state, plan=plan, faults=self._without("channels", "owner"), agreed=False)

    def _without(self, *fields: str) -> dict[str, Refusal]:
        return {key: why for key, why in self.state.faults.items() if key not in fields}

    # the act

    def do(self) -> bool:
        """Do it, the second time it is asked for; False where something is missing, or it was asked for once."""
        state = self.state
        if state.begun or state.shut:
            return False
        faults = dict(state.faults)
        plan = plan_from(state.plan)
        if not state.reason.strip():
            faults["reason"] = refuse("reason.missing", "reason")
        if state.mode == END and not plan.is_made:
            owner = bool(plan.channels)
            faults["owner" if owner else "channels"] = refuse("plan.owner" if owner else "plan.missing", "plan")
        if faults:
            self._become(state, faults=faults, agreed=False)
            return False
        if not state.agreed:
            self._become(state, agreed=True)
            return False
        try:
            self._act(state)
        except Refusal as refusal:
            self._become(state, faults={_FIELDS.get(refusal.place, "reason"): refusal}, agreed=False)
            return False
        except Trouble as trouble:
            self._tell(trouble)
            return False
        self.state = PartingState()
        return True

    def _act(self, state: PartingState) -> None:
        if state.mode == WITHDRAW and state.life is not None:
            withdraw(self._desk, state.life.record.mark, state.reason, new_id())
        elif state.mode == TAKE_BACK:
            take_back_end(self._desk, state.reason, new_id())
        else:
            retire(self._desk, state.start, state.reason, plan_from(state.plan), new_id())

    def _become(self, state: PartingState, **changes: Any) -> None:
        self.state = replace(state, **changes)
        self._show(self.state)
