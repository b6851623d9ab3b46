"""Every plain key of a program document: how it is read, which value is better, and how a value is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desk_app.domain.differences import values as told
from desk_app.domain.differences.signs import (
    Compare,
    absent_best,
    any_change,
    divided,
    fewer,
    higher,
    kept_longer,
    longer,
    looser,
    lower,
    more_uses,
    neutral,
    none_best,
    ranked,
    sooner,
    unlimited,
    wider,
    wider_birthday,
    wider_hours,
    wider_window,
)
from desk_app.domain.differences.values import Value


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table; `name` is its path without codes ("levels.steps.discount")."""

    name: str
    read: Callable[[Any], Any]
    better: Compare
    told: Callable[[Any], Value]


def _key(name: str, better: Compare, said: Callable[[Any], Value], attribute: str = "") -> Key:
    return Key(name, lambda table: getattr(table, attribute or name.rpartition(".")[2]), better, said)


PROGRAM: Final = (
    _key("code", neutral, told.text), _key("name", neutral, told.text), _key("currency", any_change, told.text),
    # a day may end sooner there
    _key("timezone", any_change, told.text),
)  # fmt: skip
ORGANIZER: Final = tuple(
    _key(f"organizer.{name}", neutral, told.text)
    for name in ("name", "tax_id", "registration_id", "licence", "rules_url", "phone", "address")
)
UNIT: Final = (
    _key("unit.kind", neutral, told.choice), _key("unit.name", neutral, told.text),
    # of a whole unit: the worth of its smallest part falls with more decimals, and nobody loses by that
    Key("unit.value", lambda unit: unit.worth * 10**unit.precision, higher, told.money),
    _key("unit.precision", higher, lambda value: ("number", value)),
)  # fmt: skip
CATEGORY: Final = (
    _key("categories.name", neutral, told.text), _key("categories.earns", higher, told.flag),
    _key("categories.redeems", higher, told.flag), _key("categories.discounts", higher, told.flag),
    _key("categories.counts_for_level", higher, told.flag),
    _key("categories.max_discount", none_best, told.percent),
    _key("categories.indicated_only", lower, told.flag),
)  # fmt: skip
LEVELS: Final = (
    _key("levels.basis", any_change, told.choice), _key("levels.window", wider_window, told.spanned("window")),
    _key("levels.counts", ranked("paid", "before_units", "list_price"), told.choice),
    _key("levels.crossing_bill", ranked("before", "bands", "after"), told.choice),
    _key("levels.owner", ranked("patient", "account"), told.choice),
    _key("levels.keep", kept_longer, told.spanned("keep")),
    _key("levels.idle_reset", longer, told.period), _key("levels.drop_notice_days", higher, told.days),
)  # fmt: skip
STEP: Final = (_key("levels.steps.name", neutral, told.text), _key("levels.steps.discount", higher, told.percent))
EARN: Final = (
    _key("earn.on_bill_with_units", ranked("nothing", "money_part", "whole_bill"), told.choice),
    _key("earn.on_discounted_lines", higher, told.flag),
    _key("earn.rounding", ranked("down", "half_up", "up"), told.choice),
    _key("earn.round_per", any_change, told.choice), _key("earn.owner", any_change, told.choice),
    _key("earn.payers", wider, told.listed("payers")), _key("earn.min_bill", lower, told.some_money),
    _key("earn.min_bill_base", ranked("paid", "after_discounts", "list_price"), told.choice),
    _key("earn.usable", sooner, told.usable), _key("earn.max_per_bill", unlimited, told.units),
    _key("earn.excluded_services", fewer, told.listed("services")),
)  # fmt: skip
REDEEM: Final = (
    _key("redeem.owner", any_change, told.choice), _key("redeem.max_share", higher, told.percent),
    _key("redeem.base", ranked("each_line", "eligible_lines", "bill"), told.choice),
    _key("redeem.on_discounted_lines", higher, told.flag), _key("redeem.multiple_of", divided, told.units),
    _key("redeem.min_balance", lower, told.units), _key("redeem.keep_balance", lower, told.units),
    _key("redeem.max_per_bill", unlimited, told.units), _key("redeem.max_per_day", unlimited, told.units),
    _key("redeem.payers", wider, told.listed("payers")),
    _key("redeem.excluded_services", fewer, told.listed("services")),
    _key("redeem.leave_at_least", lower, told.some_money),
)  # fmt: skip
#: What holds whatever the clock of lapse is, and what only under one of them.
LAPSE: Final = (_key("expiry.warn_days", higher, told.days), _key("expiry.grace_days", higher, told.days))
LAPSE_BY_CLOCK: Final[dict[str, tuple[Key, ...]]] = {
    "accrual": (_key("expiry.starts", ranked("receipt", "usable"), told.choice),),
    "activity": (_key("expiry.renewed_by", ranked("paid_visit", "any_visit"), told.choice),),
    "calendar": (
        Key("expiry.calendar_day", lambda one: (one.calendar_month, one.calendar_day), any_change, told.calendar_day),
        _key("expiry.calendar_share", lower, told.percent),
    ),
}
STACKING: Final = (
    _key("stacking.order", ranked("declared", "best_for_patient"), told.choice),
    _key("stacking.max_total_discount", higher, told.percent),
    _key("stacking.excluded_services", fewer, told.listed("services")),
)  # fmt: skip
GROUP: Final = (
    _key("groups.name", neutral, told.text), _key("groups.document", any_change, told.text),
    _key("groups.valid", longer, told.period), _key("groups.discount", higher, told.percent),
)  # fmt: skip
WHEN: Final = (
    _key("promotions.when.from", lambda old, new: lower(old or date.min, new or date.min), told.day, "first_day"),
    _key("promotions.when.to", lambda old, new: higher(old or date.max, new or date.max), told.day, "last_day"),
    _key("promotions.when.weekdays", looser, told.listed("weekdays")),
    _key("promotions.when.hours", wider_hours, told.hours),
    _key("promotions.when.categories", looser, told.listed("categories")),
    _key("promotions.when.services", looser, told.listed("services")),
    _key("promotions.when.branches", looser, told.listed("plain")),
    _key("promotions.when.levels", looser, told.listed("levels")),
    _key("promotions.when.groups", looser, told.listed("groups")),
    _key("promotions.when.segment", absent_best, told.text),
    _key("promotions.when.payers", looser, told.listed("payers")),
    _key("promotions.when.min_bill", lower, told.some_money),
    _key("promotions.when.min_quantity", lower, told.count), _key("promotions.when.coupon", lower, told.flag),
    _key("promotions.when.with_services", looser, told.listed("services")),
    _key("promotions.when.first_visit", lower, told.flag),
    _key("promotions.when.nth_visit", absent_best, told.count),
    _key("promotions.when.birthday", wider_birthday, told.birthday),
    _key("promotions.when.uses_per_patient", unlimited, told.count),
    _key("promotions.when.uses_total", unlimited, told.count),
    _key("promotions.when.uses_per_period", more_uses, told.uses),
)  # fmt: skip
REWARD: Final = (
    _key("rewards.name", neutral, told.text), _key("rewards.cost", lower, told.units),
    _key("rewards.stock", unlimited, told.count), _key("rewards.not_tried_yet", lower, told.flag),
)  # fmt: skip
EVENTS: Final = tuple(
    _key(f"events.{name}", higher, told.units) for name in ("welcome", "birthday", "survey_answered", "plan_completed")
)
REFERRAL: Final = (
    _key("events.referral.referrer", higher, told.units), _key("events.referral.friend", higher, told.units),
    _key("events.referral.min_bill", lower, told.some_money), _key("events.referral.per_year", unlimited, told.count),
)  # fmt: skip
FAMILY: Final = (
    _key("family.min_members", lower, told.count), _key("family.max_members", unlimited, told.count),
    _key("family.balance", any_change, told.choice),
    _key("family.redeem", ranked("owner", "any_adult", "any"), told.choice),
    _key("family.earn_bonus_percent", higher, told.percent),
)  # fmt: skip
RETURNS: Final = (
    _key("returns.shortfall", ranked("withhold", "debt", "forgive"), told.choice),
    _key("returns.used_part", ranked("at_list_price", "at_paid_price"), told.choice),
)
LIMITS: Final = (
    _key("limits.manual_units", neutral, told.units), _key("limits.manual_discount", neutral, told.percent),
    _key("limits.redeem_proof_over", unlimited, told.units), _key("limits.offline_redeem", unlimited, told.units),
    _key("limits.self_service", higher, told.flag), _key("limits.apology.units", neutral, told.units, "apology_units"),
    _key("limits.apology.per_employee_month", neutral, told.count, "apology_per_employee_month"),
)  # fmt: skip
NOTICE: Final = (
    _key("notice.worsening_days", higher, told.days), _key("notice.wind_down_days", higher, told.days),
    _key("notice.leaving_days", higher, told.days), _key("notice.keep_old_terms", higher, told.flag),
)  # fmt: skip
