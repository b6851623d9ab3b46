"""The shape of a program document: every key with its kind of value, in the order a document is written in.

Only the shape: what keys mean for each other is asked by `program_sense`, what they mean for the rules is said by
`program_compile`. Importing this module imports pydantic, so nobody does before a document has to be checked
(spec: program).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from desk_app.documents.program_values import (
    Code,
    Codes,
    Count,
    Day,
    Days,
    Factor,
    Flag,
    HalfYear,
    Hours,
    Keep,
    Localized,
    LongPeriod,
    Money,
    MonthDay,
    Number,
    Percent,
    Period,
    Plain,
    Positive,
    Precision,
    Reset,
    Start,
    Units,
    UsableText,
    UsesIn,
    Weekday,
    Window,
)
from desk_app.documents.scalars import Wrong


class Table(BaseModel):
    """A table of the document: an unknown key is an error, nothing is converted, nothing can be changed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, validate_by_alias=True, defer_build=True)


class Organizer(Table):
    name: Plain = Field("", description="Legal name of the clinic, as leaflets and cards show it.")
    tax_id: Plain = Field("", description="Tax number.")
    registration_id: Plain = Field("", description="Number of the state registration.")
    licence: Plain = Field("", description="Medical licence.")
    rules_url: Plain = Field("", description="Where the full rules can be read.")
    phone: Plain = Field("", description="Telephone for questions about the program.")
    address: Plain = Field("", description="Postal address.")


class Unit(Table):
    kind: Literal["points", "cashback"] = Field("points", description="Cashback is shown as money.")
    name: Localized = Field(
        {"ru": "балл|балла|баллов", "en": "point|points"}, description="Plural forms of the word, parted by |."
    )
    value: Money = Field("1.00", description='Money that one unit pays; "0" for stamps.')
    precision: Precision = Field(0, description="Decimals of a unit; cashback has those of the currency.")


class Category(Table):
    code: Code = Field(description="Code that the price list maps services to.")
    name: Localized = Field(description="Name of this kind of service.")
    earns: Flag = Field(True, description="Do these lines earn units?")
    redeems: Flag = Field(True, description="May units pay for these lines?")
    discounts: Flag = Field(True, description="May these lines get a discount?")
    counts_for_level: Flag = Field(True, description="Do these lines count for levels and visits?")
    max_discount: Percent | None = Field(None, description="Ceiling of the total discount in percent.")
    max_redeem: Percent | None = Field(
        None, description="Share of these lines that units may pay, instead of redeem.max_share."
    )
    indicated_only: Flag = Field(False, description="Urgent care, prescribed medicines: no promotion may target it.")


_EARN_KEYS = ({"percent"}, {"units", "per_full"}, {"units", "per"})


class EarnRate(Table):
    percent: Percent | None = Field(None, description="Percent of the base.")
    units: Units | None = Field(None, description="Units for each full or proportional sum.")
    per_full: Money | None = Field(None, description="Sum that earns `units`; the rest is lost.")
    per: Money | None = Field(None, description="Sum that earns `units`, proportionally.")

    @model_validator(mode="before")
    @classmethod
    def one_shape(cls, value: object) -> object:
        """A percent, or units per sum, and never both."""
        known = isinstance(value, dict) and set(value) <= set(cls.model_fields)
        if known and isinstance(value, dict) and set(value) not in _EARN_KEYS:
            raise Wrong("value.bad", "percent; or units and per_full; or units and per")
        return value


class CategoryRates(Table):
    earn: EarnRate | None = Field(None, description="How lines of this category earn at this level.")
    discount: Percent | None = Field(None, description="Discount of this category at this level.")


class Perk(Table):
    code: Code = Field(description="Code of the right.")
    name: Localized = Field(description="What the patient may do.")
    per_year: Count = Field(0, description="How often a year; 0: no limit.")


class Step(Table):
    code: Code = Field(description="Code of the level.")
    name: Localized = Field(description="Name of the level.")
    start: Start = Field(alias="from", description='Where the level begins; the first begins at "0".')
    earn: EarnRate | None = Field(None, description="How bills earn; left out: nothing.")
    discount: Percent = Field("0", description="Discount in percent.")
    perks: list[Perk] = Field([], description="Rights without money.")
    by_category: dict[Code, CategoryRates] = Field({}, description="Other rates for a category.")


class Levels(Table):
    basis: Literal["spend", "visits", "units_earned"] | None = Field(None, description="What opens a level.")
    window: Window | None = Field(None, description="Which counted bills are looked at.")
    counts: Literal["paid", "before_units", "list_price"] | None = Field(None, description="Which sum of a bill.")
    crossing_bill: Literal["before", "after", "bands"] | None = Field(
        None, description="Which level the bill that crosses a threshold gets."
    )
    owner: Literal["patient", "account"] | None = Field(None, description="Whose sum: the patient's or the family's.")
    keep: Keep = Field("12 months", description="How long a reached level is kept when the window forgets it.")
    idle_reset: Reset = Field("never", description="So long without a counted visit, and the level falls to the first.")
    drop_notice_days: Days = Field(30, description="How early the desk warns of a falling level.")
    steps: Annotated[list[Step], Field(min_length=1)] = Field(description="The levels, lowest first.")


class Earn(Table):
    on_bill_with_units: Literal["money_part", "nothing", "whole_bill"] = Field(
        description="What a bill partly paid with units earns."
    )
    on_discounted_lines: Flag = Field(description="Do lines that got a promotion or manual discount earn?")
    rounding: Literal["down", "half_up", "up"] = Field(description="How earned units are rounded.")
    round_per: Literal["bill", "category", "line"] = Field(description="Once per what they are rounded.")
    owner: Literal["patient", "payer", "holder"] = Field(description="Who gets the units.")
    payers: Codes = Field(["self"], description="Kinds of payer that earn: self, certificate, deposit.")
    min_bill: Money = Field("0", description="Smallest bill that earns.")
    min_bill_base: Literal["list_price", "after_discounts", "paid"] = Field(
        "list_price", description="Which sum of the bill is compared with min_bill."
    )
    usable: UsableText = Field(description="When earned units may be spent.")
    max_per_bill: Units = Field(0, description="Most units a bill earns; 0: no limit.")
    excluded_services: Codes = Field([], description="Services that never earn.")


class Redeem(Table):
    owner: Literal["patient", "holder"] = Field(description="Whose units may pay.")
    max_share: Percent = Field(description="Percent of the base that units may pay.")
    base: Literal["eligible_lines", "bill", "each_line"] = Field(description="What the share is taken of.")
    on_discounted_lines: Flag = Field(description="May units pay for lines with a promotion or manual discount?")
    multiple_of: Units = Field(0, description="Units are spent in multiples of this; 0: any number.")
    min_balance: Units = Field(0, description="Smallest balance that may be spent; 0: any.")
    keep_balance: Units = Field(0, description="Units that must stay on the account.")
    max_per_bill: Units = Field(0, description="Most units a bill may take; 0: no limit.")
    max_per_day: Units = Field(0, description="Most units a day may take; 0: no limit.")
    payers: Codes = Field(["self"], description="Kinds of payer whose lines units may pay.")
    excluded_services: Codes = Field([], description="Services that units never pay.")
    leave_at_least: Money = Field("0", description="Money that stays to pay on every line.")


class Expiry(Table):
    clock: Literal["never", "accrual", "activity", "joining", "calendar"] = Field(description="What starts the clock.")
    period: LongPeriod = Field("12 months", description="How long units are good (accrual, activity, joining).")
    starts: Literal["receipt", "usable"] | None = Field(None, description="For accrual: from when the period runs.")
    renewed_by: Literal["paid_visit", "any_visit"] = Field("paid_visit", description="For activity: what renews.")
    calendar_day: MonthDay = Field("12-31", description="For calendar: the day at whose end units lapse.")
    calendar_share: Percent = Field("100", description="For calendar: what share of the rest lapses.")
    warn_days: Days = Field(description="Nothing lapses unless the patient was warned so many days before.")
    grace_days: Days = Field(30, description="How long units given back by a return are good at least.")


class Stacking(Table):
    order: Literal["best_for_patient", "declared"] = Field(description="Which discount wins.")
    max_total_discount: Percent = Field(description='Ceiling over all discounts of a line; "100": none.')
    excluded_services: Codes = Field([], description="Services without discounts of any kind.")


class Group(Table):
    code: Code = Field(description="Code of the group.")
    name: Localized = Field(description="Who they are.")
    document: Localized | None = Field(None, description="The document they show.")
    valid: Period | None = Field(None, description="How long a shown document is good.")
    discount: Percent = Field("0", description="Discount in percent.")
    by_category: dict[Code, Percent] = Field({}, description="Other discounts for a category.")


class Buy(Table):
    paid: Positive = Field(description="Pieces to pay.")
    free: Positive = Field(description="Pieces given free with them.")


class EffectStep(Table):
    start: Money = Field(alias="from", description="Sum of eligible lines from which the percent holds.")
    percent: Percent = Field(description="Discount in percent.")


class Effect(Table):
    percent: Percent | None = Field(None, description="Percent of the eligible lines.")
    amount: Money | None = Field(None, description="A fixed sum, once per bill.")
    price: Money | None = Field(None, description="A price for one piece.")
    cheapest_percent: Percent | None = Field(None, description="Percent of one piece of the cheapest line.")
    units: Units | None = Field(None, description="Units once per bill.")
    multiply_units: Factor | None = Field(None, description="How many times more units.")
    free_service: Code | None = Field(None, description="One piece of this service is free.")
    buy: Buy | None = Field(None, description="So many paid, so many free.")
    steps: Annotated[list[EffectStep], Field(min_length=1)] | None = Field(None, description="Percents by sum.")

    @model_validator(mode="before")
    @classmethod
    def exactly_one(cls, value: object) -> object:
        """Exactly one known effect."""
        if not isinstance(value, dict) or len(value) != 1 or not set(value) <= set(cls.model_fields):
            raise Wrong("promotion.effect", "exactly one of " + ", ".join(cls.model_fields))
        return value


class AfterServices(Table):
    services: Codes = Field(description="Any of these services was received before.")
    days: Days = Field(0, description="At most so many days ago; 0: ever.")


class Birthday(Table):
    before: HalfYear = Field(0, description="Days before.")
    after: HalfYear = Field(0, description="Days after.")


class UsesPerPeriod(Table):
    count: Positive = Field(description="How often.")
    period: UsesIn = Field(description='In the calendar year, or in "30 days".')


class When(Table):
    first_day: Day | None = Field(None, alias="from", description="First day, inclusive.")
    last_day: Day | None = Field(None, alias="to", description="Last day, inclusive.")
    weekdays: list[Weekday] = Field([], description="Days of the week.")
    hours: Hours | None = Field(None, description="Hours of the day, inclusive to the minute; may wrap midnight.")
    categories: Codes = Field([], description="Categories of the eligible lines.")
    services: Codes = Field([], description="Services of the eligible lines.")
    branches: Codes = Field([], description="Branches of the clinic.")
    levels: Codes = Field([], description="Levels of the patient.")
    groups: Codes = Field([], description="Groups of the patient.")
    segment: Plain = Field("", description="Segment of the patient.")
    payers: Codes = Field([], description="Kinds of payer of the eligible lines.")
    min_bill: Money = Field("0", description="Smallest bill at list price.")
    min_quantity: Count = Field(0, description="Pieces of eligible lines at least.")
    coupon: Flag = Field(False, description="The patient has to show the code.")
    with_services: Codes = Field([], description="Any of these services is on the bill.")
    after_services: AfterServices | None = Field(None, description="After these services.")
    first_visit: Flag = Field(False, description="Only on the first visit.")
    nth_visit: Count = Field(0, description="On every n-th visit.")
    birthday: Birthday | None = Field(None, description="Around the birthday, inclusive.")
    uses_per_patient: Count = Field(0, description="How often a patient may use it; 0: no limit.")
    uses_total: Count = Field(0, description="How often all patients together may use it; 0: no limit.")
    uses_per_period: UsesPerPeriod | None = Field(None, description="How often a patient may use it in a period.")


class Promotion(Table):
    code: Code = Field(description="Code of the promotion, also on its coupon.")
    name: Localized = Field(description="Name of the promotion.")
    effect: Effect = Field(description="What it does: exactly one effect.")
    max_amount: Money | None = Field(None, description="Ceiling of the effect per bill.")
    combine: Literal["best", "on_top", "exclusive"] = Field("best", description="How it meets other discounts.")
    when: When | None = Field(None, description="Conditions; all must hold, a missing one does not restrict.")


class Reward(Table):
    code: Code = Field(description="Code of the reward.")
    name: Localized = Field(description="What the patient gets.")
    cost: Units = Field(description="What it costs in units.")
    service: Code | None = Field(None, description="One piece of this service is free.")
    amount: Money | None = Field(None, description="A sum off the bill.")
    percent: Percent | None = Field(None, description="A percent off the bill.")
    stock: Count = Field(0, description="How many there are; 0: no limit.")
    not_tried_yet: Flag = Field(False, description="Only a service the patient has not had.")


class Referral(Table):
    referrer: Units = Field(0, description="Units for who brought the friend.")
    friend: Units = Field(0, description="Units for the friend.")
    after: Literal["first_paid_visit"] = Field("first_paid_visit", description="When they are given.")
    min_bill: Money = Field("0", description="Smallest paid sum of that visit.")
    per_year: Count = Field(0, description="How many friends a calendar year; 0: no limit.")


class Events(Table):
    welcome: Units = Field(0, description="Units on joining.")
    birthday: Units = Field(0, description="Units on the birthday.")
    survey_answered: Units = Field(0, description="Units for an answered survey.")
    plan_completed: Units = Field(0, description="Units for a completed treatment plan.")
    referral: Referral | None = Field(None, description="Units for bringing a friend.")


class Family(Table):
    min_members: Count = Field(2, description="Fewest members a family account works with.")
    max_members: Count = Field(6, description="Most members.")
    balance: Literal["common", "own"] = Field("common", description="Is the balance shared?")
    redeem: Literal["any", "any_adult", "owner"] = Field("any_adult", description="Who may spend.")
    earn_bonus_percent: Percent = Field("0", description="Added to the level's percent.")


class Returns(Table):
    shortfall: Literal["forgive", "debt", "withhold"] | None = Field(
        None, description="What happens to units that were already spent."
    )
    used_part: Literal["at_paid_price", "at_list_price"] = Field(
        "at_paid_price", description="How the used part of a course is priced."
    )


class Apology(Table):
    units: Units = Field(0, description="Units of one apology.")
    per_employee_month: Count = Field(0, description="How many a month an employee may give.")


class Limits(Table):
    manual_units: Units = Field(0, description="Most units given or taken by hand; 0: no limit.")
    manual_discount: Percent | None = Field(None, description="Highest manual discount without a second person.")
    redeem_proof_over: Units = Field(0, description="Spending more needs a proof of the holder; 0: never.")
    offline_redeem: Units = Field(0, description="Most units spent on a desk without network; 0: no limit.")
    self_service: Flag = Field(False, description="May patients spend without a receptionist?")
    apology: Apology | None = Field(None, description="Units given as an apology.")


class Notice(Table):
    worsening_days: Days = Field(description="A worse version comes into force no sooner.")
    wind_down_days: Days | None = Field(None, description="How long units stay usable after the program closes.")
    leaving_days: Days | None = Field(None, description="How long they stay usable after a patient leaves.")
    keep_old_terms: Flag | None = Field(None, description="Do units earned earlier keep their lapse date?")


class Example(Table):
    title: Localized = Field(description="What the example shows.")
    state: dict[str, Any] = Field({}, description="The patient, as in a state file.")
    bill: list[dict[str, Any]] = Field(description="Lines, as in a bill file.")
    redeem: Any = Field("0", description='Units to spend: a number or "max".')
    claims: dict[str, Any] = Field({}, description="Figures of the quote that the example promises.")


class Metric(Table):
    metric: Code = Field(description="What is measured.")
    baseline: Number = Field("0", description="Where it stands.")
    target: Number = Field("0", description="Where it should be.")
    by: Day | None = Field(None, description="By when.")
    cost_limit_percent: Percent | None = Field(None, description="What it may cost, in percent of the turnover.")


class Goals(Table):
    company_goal: Localized = Field(description="Which goal of the clinic the program serves.")
    owner: Plain = Field("", description="Who answers for it.")
    review: Plain = Field("", description="How often it is reviewed.")
    metrics: list[Metric] = Field([], description="How it is measured.")


class Document(Table):
    format: Literal[1] = Field(description="Version of this format.")
    code: Code = Field(description="Code of the program.")
    name: Localized = Field(description="Name of the program.")
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] = Field(description="ISO 4217 code.")
    timezone: Code = Field(description="Every date and hour of the rules is local to it.")
    organizer: Organizer | None = Field(None, description="The legal face of leaflets and cards.")
    unit: Unit | None = Field(None, description="What patients collect; left out: a discount-only program.")
    categories: list[Category] = Field([], description="Kinds of service.")
    levels: Levels = Field(description="The ladder; one rate for all is one step.")
    earn: Earn | None = Field(None, description="How bills earn.")
    redeem: Redeem | None = Field(None, description="How units pay.")
    expiry: Expiry | None = Field(None, description="When units lapse.")
    stacking: Stacking = Field(description="How discounts meet.")
    groups: list[Group] = Field([], description="Categories of people, with a document.")
    promotions: list[Promotion] = Field([], description="Dated reasons for a privilege.")
    rewards: list[Reward] = Field([], description="Services and gifts for units.")
    events: Events | None = Field(None, description="Units for what happens.")
    family: Family | None = Field(None, description="Family accounts; left out: none.")
    returns: Returns | None = Field(None, description="What a return does.")
    limits: Limits | None = Field(None, description="Against fraud and mistakes.")
    notice: Notice = Field(description="What is promised about changes.")
    examples: list[Example] = Field([], description="Published with the leaflet and recomputed at every check-up.")
    goals: Goals | None = Field(None, description="Why the program exists.")
