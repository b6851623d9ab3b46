"""What a quote needs to know of a member at one moment: the account state, without names and without history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk_app.domain.promotions import Promotion


@dataclass(frozen=True, slots=True)
class VisitLot:
    """Units that become usable with the patient's `visit`-th visit."""

    units: int
    visit: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A new patient with nothing, unless said. Units in smallest parts, money in minor units, local dates.

    `counted` is the sum of the program's window in the program's basis and count (spend), `visits` of a lifetime
    and not counting today, `visited_today` whether a counted visit of today exists. `level` is a kept or manual
    level: the higher of it and the computed one holds. `usable` is what may be spent at this moment,
    of it `ceiling` at most while the centre is not heard (None: without a ceiling; `offline.ceiling`);
    `visit_lots` become usable with the visit that this bill makes. `uses` are the patient's uses of a promotion,
    inside its period where it has one; `uses_total` those of all patients. `redeemed_today` is net of units given
    back. `family_members` is 0 without a family. `given` holds how often a reward of limited stock was given.
    """

    member: bool = True
    earns: bool = True
    joined: date | None = None
    birth_date: date | None = None
    level: str | None = None
    counted: int = 0
    visits: int = 0
    visits_counted: int = 0
    units_earned: int = 0
    visited_today: bool = False
    usable: int = 0
    visit_lots: tuple[VisitLot, ...] = ()
    ceiling: int | None = None
    may_redeem: bool = True
    same_account: bool = True
    redeemed_today: int = 0
    groups: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    family_members: int = 0
    uses: Mapping[str, int] = field(default_factory=dict)
    uses_total: Mapping[str, int] = field(default_factory=dict)
    services: Mapping[str, date] = field(default_factory=dict)
    offers: tuple[Promotion, ...] = ()
    given: Mapping[str, int] = field(default_factory=dict)
