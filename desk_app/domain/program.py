"""One version of a loyalty program as the rules read it: every key of the document, compiled to exact numbers.

Money and thresholds are minor units, unit amounts are smallest parts of a unit, percents are fractions (7.5 % is
`Fraction(75, 1000)`). Made only by `desk_app.documents.program_file`; a `Program` that exists is valid.
Source: spec: program.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from desk_app.domain.days import Period
from desk_app.domain.errors import refuse
from desk_app.domain.promotions import Promotion, Reward
from desk_app.domain.text import Text

Rounding = Literal["down", "half_up", "up"]
RoundPer = Literal["bill", "category", "line"]

#: Who may pay for a line. Only the first three may ever earn, redeem or be discounted.
PAYERS = ("self", "certificate", "deposit", "insurer", "state", "employer")
OWN_PAYERS = frozenset(("self", "certificate", "deposit"))


@dataclass(frozen=True, slots=True)
class Unit:
    """What patients collect. `name` holds plural forms separated by "|"."""

    kind: Literal["points", "cashback"]
    name: Text
    precision: int
    worth: int  #: minor units of money that the smallest part pays; 0 for stamps


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of service and what may happen to it."""

    code: str
    name: Text
    earns: bool = True
    redeems: bool = True
    discounts: bool = True
    counts_for_level: bool = True
    max_discount: Fraction | None = None
    max_redeem: Fraction | None = None
    indicated_only: bool = False


@dataclass(frozen=True, slots=True)
class EarnRate:
    """How a line earns: a percent, or `units` for each `per` (minor units), whole ones only if `full`."""

    percent: Fraction | None = None
    units: int = 0
    per: int = 0
    full: bool = False


@dataclass(frozen=True, slots=True)
class Perk:
    """A right without money, counted by year."""

    code: str
    name: Text
    per_year: int = 0


@dataclass(frozen=True, slots=True)
class CategoryRates:
    """What a level gives in one category; None: as for all."""

    earn: EarnRate | None = None
    discount: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One level. `start` in minor units (spend), visits, or smallest parts (units earned)."""

    code: str
    name: Text
    start: int
    earn: EarnRate | None = None
    discount: Fraction = Fraction(0)
    by_category: dict[str, CategoryRates] = field(default_factory=dict)
    perks: tuple[Perk, ...] = ()

    def rate(self, category: str | None) -> EarnRate | None:
        """The earning rate for a line of that category."""
        own = self.by_category.get(category) if category else None
        return own.earn if own is not None and own.earn is not None else self.earn

    def discount_for(self, category: str | None) -> Fraction:
        """The discount for a line of that category."""
        own = self.by_category.get(category) if category else None
        return own.discount if own is not None and own.discount is not None else self.discount


@dataclass(frozen=True, slots=True)
class Window:
    """Which counted bills a level looks at; `period` only for kind "period"."""

    kind: Literal["lifetime", "period", "calendar_year", "since_joining"]
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Keep:
    """How long a reached level is kept once the window forgets it."""

    kind: Literal["period", "forever", "next_calendar_year"]
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Levels:
    """The ladder."""

    steps: tuple[Step, ...]
    basis: Literal["spend", "visits", "units_earned"] = "spend"
    window: Window = Window("lifetime")
    counts: Literal["paid", "before_units", "list_price"] = "paid"
    crossing_bill: Literal["before", "after", "bands"] = "before"
    owner: Literal["patient", "account"] = "patient"
    keep: Keep = Keep("period", Period(12, "months"))
    idle_reset: Period | None = None
    drop_notice_days: int = 30

    def step(self, code: str) -> Step:
        """The step with that code."""
        return next(step for step in self.steps if step.code == code)

    def index(self, code: str) -> int:
        """Its place on the ladder."""
        return next(i for i, step in enumerate(self.steps) if step.code == code)


@dataclass(frozen=True, slots=True)
class Usable:
    """When earned units may be spent; `count` days or visits."""

    kind: Literal["at_once", "days", "visit"] = "at_once"
    count: int = 0

    def text(self) -> str:
        """As written in documents."""
        return {"at_once": "at_once", "days": f"{self.count} days", "visit": f"visit {self.count}"}[self.kind]


@dataclass(frozen=True, slots=True)
class Earn:
    """How bills earn. Counts of 0 mean no limit."""

    on_bill_with_units: Literal["money_part", "nothing", "whole_bill"]
    on_discounted_lines: bool
    rounding: Rounding
    round_per: RoundPer
    owner: Literal["patient", "payer", "holder"]
    usable: Usable
    payers: frozenset[str] = frozenset(("self",))
    min_bill: int = 0
    min_bill_base: Literal["list_price", "after_discounts", "paid"] = "list_price"
    max_per_bill: int = 0
    excluded_services: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Redeem:
    """How units pay. Unit amounts in smallest parts; 0 means no limit."""

    owner: Literal["patient", "holder"]
    max_share: Fraction
    base: Literal["eligible_lines", "bill", "each_line"]
    on_discounted_lines: bool
    multiple_of: int = 0
    min_balance: int = 0
    keep_balance: int = 0
    max_per_bill: int = 0
    max_per_day: int = 0
    payers: frozenset[str] = frozenset(("self",))
    excluded_services: frozenset[str] = frozenset()
    leave_at_least: int = 0


@dataclass(frozen=True, slots=True)
class Expiry:
    """When units lapse."""

    clock: Literal["never", "accrual", "activity", "joining", "calendar"]
    warn_days: int
    period: Period | None = None
    starts: Literal["receipt", "usable"] = "receipt"
    renewed_by: Literal["paid_visit", "any_visit"] = "paid_visit"
    calendar_month: int = 12
    calendar_day: int = 31
    calendar_share: Fraction = Fraction(1)
    grace_days: int = 30


@dataclass(frozen=True, slots=True)
class Stacking:
    """How discounts meet."""

    order: Literal["best_for_patient", "declared"]
    max_total_discount: Fraction
    excluded_services: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """People with a document."""

    code: str
    name: Text
    document: Text
    valid: Period | None
    discount: Fraction
    by_category: dict[str, Fraction] = field(default_factory=dict)

    def discount_for(self, category: str | None) -> Fraction:
        """The discount for a line of that category."""
        return self.by_category.get(category, self.discount) if category else self.discount


@dataclass(frozen=True, slots=True)
class Referral:
    """Units for bringing a friend."""

    referrer: int = 0
    friend: int = 0
    min_bill: int = 0
    per_year: int = 0


@dataclass(frozen=True, slots=True)
class Events:
    """Units for what happens, in smallest parts; 0 gives nothing."""

    welcome: int = 0
    birthday: int = 0
    survey_answered: int = 0
    plan_completed: int = 0
    referral: Referral | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Family accounts."""

    min_members: int = 0
    max_members: int = 0
    balance: Literal["common", "own"] = "common"
    redeem: Literal["any", "any_adult", "owner"] = "any_adult"
    earn_bonus_percent: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Returns:
    """What a return does."""

    shortfall: Literal["forgive", "debt", "withhold"] = "forgive"
    used_part: Literal["at_paid_price", "at_list_price"] = "at_paid_price"


@dataclass(frozen=True, slots=True)
class Limits:
    """Against fraud and mistakes; 0 or None means no limit."""

    manual_units: int = 0
    manual_discount: Fraction | None = None
    redeem_proof_over: int = 0
    offline_redeem: int = 0
    self_service: bool = False
    apology_units: int = 0
    apology_per_employee_month: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """What is promised about changes, in days."""

    worsening_days: int
    wind_down_days: int = 0
    leaving_days: int = 0
    keep_old_terms: bool = True


@dataclass(frozen=True, slots=True)
class Organizer:
    """The legal face of leaflets and cards."""

    name: str = ""
    tax_id: str = ""
    registration_id: str = ""
    licence: str = ""
    rules_url: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """One version; `version` is None for a bare file."""

    code: str
    name: Text
    currency: str
    decimals: int
    timezone: str
    categories: dict[str, Category]
    levels: Levels
    stacking: Stacking
    returns: Returns
    limits: Limits
    notice: Notice
    version: int | None = None
    organizer: Organizer = Organizer()
    unit: Unit | None = None
    earn: Earn | None = None
    redeem: Redeem | None = None
    expiry: Expiry | None = None
    groups: tuple[Group, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    rewards: tuple[Reward, ...] = ()
    events: Events = Events()
    family: Family | None = None

    def category(self, code: str | None) -> Category:
        """The category of a line; a line without one has every flag true and no overrides.

        Raises `category.unknown`: a price list may still have a kind that a newer version of the program left out.
        """
        if code is None:
            return ANY_CATEGORY
        try:
            return self.categories[code]
        except KeyError:
            raise refuse("category.unknown", "category", found=code, allowed=", ".join(self.categories)) from None

    @property
    def precision(self) -> int:
        """Decimals of a unit."""
        return self.unit.precision if self.unit else 0


ANY_CATEGORY = Category("", Text("", ""))
