"""What is told of the invented clinic's past: bills, returns, warnings, gifts, plans and spells without a network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DemoLine:
    """One service on a bill; `payer` is self, insurer, employer, state, certificate or deposit."""

    service: str
    quantity: int = 1
    payer: str = "self"
    on_promo: bool = False
    doctor: str = ""
    plan_step: str = ""


@dataclass(frozen=True, slots=True)
class DemoVisit:
    """One bill paid at a desk. `at` is local; `redeem` None is "max"; `offline`: the desk had no network then."""

    id: str
    at: datetime
    desk: str
    patient: str
    lines: tuple[DemoLine, ...]
    redeem: int | None = 0
    proof: str = ""
    coupons: tuple[str, ...] = ()
    offline: bool = False


@dataclass(frozen=True, slots=True)
class DemoReturn:
    """Pieces given back, `lines` as (place on the bill from 0, quantity); `void`: the whole bill on its own day."""

    visit: str
    at: datetime
    lines: tuple[tuple[int, int], ...]
    void: bool = False


@dataclass(frozen=True, slots=True)
class DemoWarning:
    """The patient was told what lapses when; `way` is sms, email, paper or screen."""

    patient: str
    at: datetime
    way: str


@dataclass(frozen=True, slots=True)
class DemoGift:
    """Units given by hand for a mistake of the clinic."""

    patient: str
    at: datetime
    units: int
    reason: str = "apology"


@dataclass(frozen=True, slots=True)
class DemoStep:
    """One step of a plan of treatment; `done` is the visit that did it, or empty."""

    service: str
    due: date
    done: str = ""


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """What a doctor and a patient agreed to do."""

    id: str
    patient: str
    made: date
    steps: tuple[DemoStep, ...]

    @property
    def finished(self) -> bool:
        """Whether nothing of it is left to do."""
        return all(step.done for step in self.steps)


@dataclass(frozen=True, slots=True)
class DemoSpell:
    """A desk without a network, from and until, local moments."""

    desk: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class DemoPast:
    """All that happened, each kind in the order of time."""

    visits: tuple[DemoVisit, ...]
    returns: tuple[DemoReturn, ...]
    warnings: tuple[DemoWarning, ...]
    gifts: tuple[DemoGift, ...]
    plans: tuple[DemoPlan, ...]
    spells: tuple[DemoSpell, ...]
