"""A valid program document compiled to the exact numbers the rules read, with every default of the format.

Rests on the standard library alone: a desk opens with the documents of its database, checked long ago, and need not
load the machinery that checks new ones (spec: program).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from desk_app.documents import scalars
from desk_app.documents.program_sense import currency_of, level_start, precision_of
from desk_app.domain.days import Period
from desk_app.domain.program import (
    Category,
    CategoryRates,
    Earn,
    EarnRate,
    Events,
    Expiry,
    Family,
    Group,
    Keep,
    Levels,
    Limits,
    Notice,
    Organizer,
    Perk,
    Program,
    Redeem,
    Referral,
    Returns,
    Stacking,
    Step,
    Unit,
    Window,
)
from desk_app.domain.promotions import Effect, Promotion, Reward, UsesPerPeriod, When
from desk_app.domain.text import Text

Json = dict[str, Any]


class _Reader:
    """Reads sums and units of one document by its currency and its unit."""

    def __init__(self, document: Json) -> None:
        self.document = document
        self.decimals = currency_of(document)
        self.precision = precision_of(document)

    def money(self, table: Json, key: str, default: str = "0") -> int:
        return scalars.money(table.get(key, default), self.decimals)

    def money_or_none(self, table: Json, key: str) -> int | None:
        return self.money(table, key) if key in table else None

    def units(self, table: Json, key: str) -> int:
        return scalars.units(table.get(key, 0), self.precision)


def compile_program(document: Json, version: int | None = None) -> Program:
    """The rules of a document that has no problems; `version` is None for a bare file."""
    read = _Reader(document)
    return Program(
        code=document["code"],
        name=scalars.localized(document["name"]),
        currency=document["currency"],
        decimals=read.decimals,
        timezone=document["timezone"],
        categories={item["code"]: _category(item) for item in document.get("categories", [])},
        levels=_levels(read, document["levels"]),
        stacking=_stacking(document["stacking"]),
        returns=Returns(**document.get("returns", {})),
        limits=_limits(read, document.get("limits", {})),
        notice=_notice(document["notice"]),
        version=version,
        organizer=Organizer(**document.get("organizer", {})),
        unit=_unit(read, document["unit"]) if "unit" in document else None,
        earn=_earn(read, document["earn"]) if "earn" in document else None,
        redeem=_redeem(read, document["redeem"]) if "redeem" in document else None,
        expiry=_expiry(document["expiry"]) if "expiry" in document else None,
        groups=tuple(_group(item) for item in document.get("groups", [])),
        promotions=tuple(compile_promotion(document, item) for item in document.get("promotions", [])),
        rewards=tuple(_reward(read, item) for item in document.get("rewards", [])),
        events=_events(read, document.get("events", {})),
        family=_family(document["family"]) if "family" in document else None,
    )


def _unit(read: _Reader, table: Json) -> Unit:
    value = read.money(table, "value", "1")
    name = table.get("name", {"ru": "балл|балла|баллов", "en": "point|points"})
    return Unit(table.get("kind", "points"), scalars.localized(name), read.precision, value // 10**read.precision)


def _category(table: Json) -> Category:
    return Category(
        code=table["code"],
        name=scalars.localized(table["name"]),
        earns=table.get("earns", True),
        redeems=table.get("redeems", True),
        discounts=table.get("discounts", True),
        counts_for_level=table.get("counts_for_level", True),
        max_discount=scalars.percent(table["max_discount"]) if "max_discount" in table else None,
        max_redeem=scalars.percent(table["max_redeem"]) if "max_redeem" in table else None,
        indicated_only=table.get("indicated_only", False),
    )


def _rate(read: _Reader, table: Json | None) -> EarnRate | None:
    if table is None:
        return None
    if "percent" in table:
        return EarnRate(percent=scalars.percent(table["percent"]))
    full = "per_full" in table
    return EarnRate(units=read.units(table, "units"), per=read.money(table, "per_full" if full else "per"), full=full)


def _step(read: _Reader, table: Json) -> Step:
    return Step(
        code=table["code"],
        name=scalars.localized(table["name"]),
        start=level_start(read.document, table["from"]) or 0,
        earn=_rate(read, table.get("earn")),
        discount=scalars.percent(table.get("discount", "0")),
        by_category={
            code: CategoryRates(
                _rate(read, own.get("earn")), scalars.percent(own["discount"]) if "discount" in own else None
            )
            for code, own in table.get("by_category", {}).items()
        },
        perks=tuple(
            Perk(perk["code"], scalars.localized(perk["name"]), perk.get("per_year", 0))
            for perk in table.get("perks", [])
        ),
    )


def _levels(read: _Reader, table: Json) -> Levels:
    words = {key: table[key] for key in ("basis", "counts", "crossing_bill", "owner") if key in table}
    window = scalars.period_or(table.get("window", "lifetime"), ("lifetime", "calendar_year", "since_joining"))
    keep = scalars.period_or(table.get("keep", "12 months"), ("forever", "next_calendar_year"))
    reset = scalars.period_or(table.get("idle_reset", "never"), ("never",))
    return Levels(
        steps=tuple(_step(read, step) for step in table["steps"]),
        window=Window("period", window) if isinstance(window, Period) else Window(window),  # type: ignore[arg-type]  # a word of the list above
        keep=Keep("period", keep) if isinstance(keep, Period) else Keep(keep),  # type: ignore[arg-type]  # a word of the list above
        idle_reset=reset if isinstance(reset, Period) else None,
        drop_notice_days=table.get("drop_notice_days", 30),
        **words,
    )


def _earn(read: _Reader, table: Json) -> Earn:
    return Earn(
        on_bill_with_units=table["on_bill_with_units"],
        on_discounted_lines=table["on_discounted_lines"],
        rounding=table["rounding"],
        round_per=table["round_per"],
        owner=table["owner"],
        usable=scalars.usable(table["usable"]),
        payers=frozenset(table.get("payers", ["self"])),
        min_bill=read.money(table, "min_bill"),
        min_bill_base=table.get("min_bill_base", "list_price"),
        max_per_bill=read.units(table, "max_per_bill"),
        excluded_services=frozenset(table.get("excluded_services", [])),
    )


def _redeem(read: _Reader, table: Json) -> Redeem:
    return Redeem(
        owner=table["owner"],
        max_share=scalars.percent(table["max_share"]),
        base=table["base"],
        on_discounted_lines=table["on_discounted_lines"],
        multiple_of=read.units(table, "multiple_of"),
        min_balance=read.units(table, "min_balance"),
        keep_balance=read.units(table, "keep_balance"),
        max_per_bill=read.units(table, "max_per_bill"),
        max_per_day=read.units(table, "max_per_day"),
        payers=frozenset(table.get("payers", ["self"])),
        excluded_services=frozenset(table.get("excluded_services", [])),
        leave_at_least=read.money(table, "leave_at_least"),
    )


def _expiry(table: Json) -> Expiry:
    month, day = scalars.month_day(table.get("calendar_day", "12-31"))
    runs = table["clock"] in ("accrual", "activity", "joining")
    return Expiry(
        clock=table["clock"],
        warn_days=table["warn_days"],
        period=scalars.period(table.get("period", "12 months")) if runs else None,
        starts=table.get("starts", "receipt"),
        renewed_by=table.get("renewed_by", "paid_visit"),
        calendar_month=month,
        calendar_day=day,
        calendar_share=scalars.percent(table.get("calendar_share", "100")),
        grace_days=table.get("grace_days", 30),
    )


def _stacking(table: Json) -> Stacking:
    share = scalars.percent(table["max_total_discount"])
    return Stacking(table["order"], share, frozenset(table.get("excluded_services", [])))


def _group(table: Json) -> Group:
    return Group(
        code=table["code"],
        name=scalars.localized(table["name"]),
        document=scalars.localized(table["document"]) if "document" in table else Text("", ""),
        valid=scalars.period(table["valid"]) if "valid" in table else None,
        discount=scalars.percent(table.get("discount", "0")),
        by_category={code: scalars.percent(share) for code, share in table.get("by_category", {}).items()},
    )


def compile_promotion(document: Json, table: Json) -> Promotion:
    """One promotion, or a personal offer, of a document that has no problems."""
    read = _Reader(document)
    return Promotion(
        code=table["code"],
        name=scalars.localized(table["name"]),
        effect=_effect(read, table["effect"]),
        combine=table.get("combine", "best"),
        max_amount=read.money_or_none(table, "max_amount"),
        when=_when(read, table.get("when", {})),
    )


def _effect(read: _Reader, table: Json) -> Effect:
    ((kind, value),) = table.items()
    match kind:
        case "percent" | "cheapest_percent":
            return Effect(kind, percent=scalars.percent(value))
        case "amount" | "price":
            return Effect(kind, amount=scalars.money(value, read.decimals))
        case "units":
            return Effect(kind, units=scalars.units(value, read.precision))
        case "multiply_units":
            return Effect(kind, factor=scalars.factor(value))
        case "free_service":
            return Effect(kind, service=value)
        case "buy":
            return Effect(kind, paid=value["paid"], free=value["free"])
        case _:
            steps = tuple((read.money(step, "from"), scalars.percent(step["percent"])) for step in value)
            return Effect("steps", steps=steps)


def _day(table: Json, key: str) -> date | None:
    return scalars.day(table[key]) if key in table else None


def _when(read: _Reader, table: Json) -> When:
    after = table.get("after_services", {})
    birthday, period = table.get("birthday"), table.get("uses_per_period")
    return When(
        first_day=_day(table, "from"),
        last_day=_day(table, "to"),
        weekdays=frozenset(scalars.WEEKDAYS.index(day) for day in table.get("weekdays", [])),
        hours=scalars.hours(table["hours"]) if "hours" in table else None,
        categories=frozenset(table.get("categories", [])),
        services=frozenset(table.get("services", [])),
        branches=frozenset(table.get("branches", [])),
        levels=frozenset(table.get("levels", [])),
        groups=frozenset(table.get("groups", [])),
        segment=table.get("segment", ""),
        payers=frozenset(table.get("payers", [])),
        min_bill=read.money(table, "min_bill"),
        min_quantity=table.get("min_quantity", 0),
        coupon=table.get("coupon", False),
        with_services=frozenset(table.get("with_services", [])),
        after_services=frozenset(after.get("services", [])),
        after_days=after.get("days", 0),
        first_visit=table.get("first_visit", False),
        nth_visit=table.get("nth_visit", 0),
        birthday=(birthday.get("before", 0), birthday.get("after", 0)) if birthday is not None else None,
        uses_per_patient=table.get("uses_per_patient", 0),
        uses_total=table.get("uses_total", 0),
        uses_per_period=_uses(period) if period is not None else None,
    )


def _uses(table: Json) -> UsesPerPeriod:
    period = scalars.period_or(table["period"], ("calendar_year",))
    return UsesPerPeriod(table["count"], period if isinstance(period, Period) else None)


def _reward(read: _Reader, table: Json) -> Reward:
    return Reward(
        code=table["code"],
        name=scalars.localized(table["name"]),
        cost=read.units(table, "cost"),
        service=table.get("service", ""),
        amount=read.money(table, "amount"),
        percent=scalars.percent(table.get("percent", "0")),
        stock=table.get("stock", 0),
        not_tried_yet=table.get("not_tried_yet", False),
    )


def _events(read: _Reader, table: Json) -> Events:
    referral = table.get("referral")
    return Events(
        welcome=read.units(table, "welcome"),
        birthday=read.units(table, "birthday"),
        survey_answered=read.units(table, "survey_answered"),
        plan_completed=read.units(table, "plan_completed"),
        referral=None
        if referral is None
        else Referral(
            referrer=read.units(referral, "referrer"),
            friend=read.units(referral, "friend"),
            min_bill=read.money(referral, "min_bill"),
            per_year=referral.get("per_year", 0),
        ),
    )


def _family(table: Json) -> Family:
    return Family(
        min_members=table.get("min_members", 2),
        max_members=table.get("max_members", 6),
        balance=table.get("balance", "common"),
        redeem=table.get("redeem", "any_adult"),
        earn_bonus_percent=scalars.percent(table.get("earn_bonus_percent", "0")),
    )


def _limits(read: _Reader, table: Json) -> Limits:
    apology = table.get("apology", {})
    return Limits(
        manual_units=read.units(table, "manual_units"),
        manual_discount=scalars.percent(table["manual_discount"]) if "manual_discount" in table else None,
        redeem_proof_over=read.units(table, "redeem_proof_over"),
        offline_redeem=read.units(table, "offline_redeem"),
        self_service=table.get("self_service", False),
        apology_units=read.units(apology, "units"),
        apology_per_employee_month=apology.get("per_employee_month", 0),
    )


def _notice(table: Json) -> Notice:
    return Notice(
        worsening_days=table["worsening_days"],
        wind_down_days=table.get("wind_down_days", 0),
        leaving_days=table.get("leaving_days", 0),
        keep_old_terms=table.get("keep_old_terms", True),
    )
