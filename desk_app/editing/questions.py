"""The twelve questions no program may leave open, in their order, and what stands around them (spec: checkup, 3.5)."""

from __future__ import annotations

from typing import Final

from desk_app.documents import scalars
from desk_app.documents.edits import value_at
from desk_app.documents.program_sense import table, tables
from desk_app.documents.scalars import Wrong
from desk_app.editing.items import Asked, Control, Field, Part, Question, Rows
from desk_app.ports import Json

#: Kinds of payer that may take part.
OWN: Final = "self certificate deposit"
#: What an example may promise, with the kind of each figure.
CLAIMS: Final = {
    "pays": "money", "earns": "units", "level": "code", "level_after": "code", "discount": "money", "list": "money",
    "redeemed_units": "units", "redeemed": "money", "balance_after": "units",
}  # fmt: skip


def has_units(document: Json) -> bool:
    """Whether patients collect anything."""
    return "unit" in document


def has_worth(document: Json) -> bool:
    """Whether what they collect may pay: a unit of value 0 is a stamp."""
    if not has_units(document):
        return False
    try:
        return scalars.money(table(document["unit"]).get("value", "1.00"), 9) > 0
    except Wrong:
        return True


def pays(document: Json) -> bool:
    """Whether units may pay for services."""
    return has_units(document) and "redeem" in document


def has_family(document: Json) -> bool:
    """Whether there are family accounts."""
    return "family" in document


def has_ladder(document: Json) -> bool:
    """Whether there is more than one level to tell apart."""
    return len(tables(table(document.get("levels")).get("steps"))) > 1


def _clock(*clocks: str) -> Asked:
    return lambda document: has_units(document) and table(document.get("expiry")).get("clock") in clocks


def _kept(key: str, asked: Asked) -> Asked:
    """Also where it was answered already: nothing that the document says is out of sight."""
    return lambda document: asked(document) or value_at(document, key) is not None


def _field(key: str, kind: str, options: str = "", **more: object) -> Field:
    asked = more.pop("asked", None)
    shown = _kept(key, asked) if callable(asked) else lambda _: True
    return Field(key, kind, tuple(options.split()), asked=shown, **more)  # type: ignore[arg-type]  # its own names


ABOUT: Final = Question("about", 0, (
    _field("name", "localized", must=True),
    _field("code", "code", must=True),
    _field("currency", "currency", must=True),
    _field("timezone", "code", must=True),
    Part("unit", ("unit", "earn", "redeem", "expiry"), ("unit", "earn", "redeem", "expiry", "rewards", "events")),
    _field("unit.kind", "choice", "points cashback", default="points", asked=has_units),
    _field("unit.name", "localized", default={"ru": "балл|балла|баллов", "en": "point|points"}, asked=has_units),
    _field("unit.value", "money", default="1.00", asked=has_units),
))  # fmt: skip

TOTAL: Final = Question("total", 1, (
    Control("levels.steps", "ladder"),
    _field("levels.basis", "choice", "spend visits units_earned", must=True, asked=has_ladder),
    _field("levels.window", "or_period", "lifetime calendar_year since_joining", must=True, asked=has_ladder),
    _field("levels.counts", "choice", "paid before_units list_price", must=True, asked=has_ladder),
    _field("levels.keep", "or_period", "forever next_calendar_year", default="12 months", asked=has_ladder),
    _field("levels.idle_reset", "or_period", "never", default="never", asked=has_ladder),
    _field("levels.drop_notice_days", "count", default=30, asked=has_ladder),
    _field("earn.min_bill", "money", default="0", asked=has_units),
    _field("earn.min_bill_base", "choice", "list_price after_discounts paid", default="list_price", asked=has_units),
))  # fmt: skip

CROSSING: Final = Question("crossing", 2, (
    _field("levels.crossing_bill", "choice", "before after bands", must=True, asked=has_ladder),
), has_ladder)  # fmt: skip

ROUNDING: Final = Question("rounding", 3, (
    _field("earn.rounding", "choice", "down half_up up", must=True, asked=has_units),
    _field("earn.round_per", "choice", "bill category line", must=True, asked=has_units),
    _field("unit.precision", "count", default=0, asked=has_units),
), has_units)  # fmt: skip

MIXED: Final = Question("mixed", 4, (
    _field("earn.on_bill_with_units", "choice", "money_part nothing whole_bill", must=True, asked=has_units),
    _field("earn.on_discounted_lines", "flag", must=True, asked=has_units),
    _field("earn.max_per_bill", "units", default=0, asked=has_units),
), has_units)  # fmt: skip

CAP: Final = Question("cap", 5, (
    Part("redeem", ("redeem",), ("redeem",), has_units),
    _field("redeem.max_share", "percent", must=True, asked=pays),
    _field("redeem.base", "choice", "eligible_lines bill each_line", must=True, asked=pays),
    _field("redeem.on_discounted_lines", "flag", must=True, asked=pays),
    _field("redeem.leave_at_least", "money", default="0", asked=pays),
    _field("redeem.multiple_of", "units", default=0, asked=pays),
    _field("redeem.min_balance", "units", default=0, asked=pays),
    _field("redeem.keep_balance", "units", default=0, asked=pays),
    _field("redeem.max_per_bill", "units", default=0, asked=pays),
    _field("redeem.max_per_day", "units", default=0, asked=pays),
), has_units)  # fmt: skip

MEETING: Final = Question("meeting", 6, (
    _field("stacking.order", "choice", "best_for_patient declared", must=True),
    _field("stacking.max_total_discount", "percent", must=True),
))  # fmt: skip

TIME: Final = Question("time", 7, (
    _field("earn.usable", "or_usable", "at_once", must=True, asked=has_units),
    _field("expiry.clock", "choice", "never accrual activity joining calendar", must=True, asked=has_units),
    _field("expiry.period", "period", default="12 months", asked=_clock("accrual", "activity", "joining")),
    _field("expiry.starts", "choice", "receipt usable", must=True, asked=_clock("accrual")),
    _field("expiry.renewed_by", "choice", "paid_visit any_visit", default="paid_visit", asked=_clock("activity")),
    _field("expiry.calendar_day", "month_day", default="12-31", asked=_clock("calendar")),
    _field("expiry.calendar_share", "percent", default="100", asked=_clock("calendar")),
    _field("expiry.warn_days", "count", must=True, asked=has_units),
), has_units)  # fmt: skip

WHOSE: Final = Question("whose", 8, (
    _field("earn.owner", "choice", "patient payer holder", must=True, asked=has_units),
    _field("redeem.owner", "choice", "patient holder", must=True, asked=pays),
    _field("levels.owner", "choice", "patient account", must=True, asked=has_ladder),
    _field("earn.payers", "many", OWN, default=["self"], asked=has_units),
    _field("redeem.payers", "many", OWN, default=["self"], asked=pays),
), lambda document: has_units(document) or has_ladder(document))  # fmt: skip

FAMILY: Final = Question("family", 9, (
    Part("family", ("family",), ("family",)),
    _field("family.min_members", "count", default=2, asked=has_family),
    _field("family.max_members", "count", default=6, asked=has_family),
    _field("family.balance", "choice", "common own", default="common", asked=has_family),
    _field("family.redeem", "choice", "any any_adult owner", default="any_adult", asked=has_family),
    _field("family.earn_bonus_percent", "percent", default="0", asked=has_family),
))  # fmt: skip

RETURNS: Final = Question("returns", 10, (
    _field("returns.shortfall", "choice", "forgive debt withhold", must=True, asked=has_units),
    _field("returns.used_part", "choice", "at_paid_price at_list_price", default="at_paid_price"),
    _field("expiry.grace_days", "count", default=30, asked=has_units),
))  # fmt: skip

CHANGES: Final = Question("changes", 11, (
    _field("notice.worsening_days", "count", must=True),
    _field("notice.wind_down_days", "count", must=True, asked=has_units),
    _field("notice.leaving_days", "count", must=True, asked=has_units),
    _field("notice.keep_old_terms", "flag", must=True, asked=has_units),
))  # fmt: skip

LEFT_OUT: Final = Question("left_out", 12, (
    Control("categories", "categories"),
    Control("stacking.excluded_services", "services"),
    Control("earn.excluded_services", "services", has_units),
    Control("redeem.excluded_services", "services", pays),
))  # fmt: skip

PROMOTIONS: Final = Question("promotions", 0, (Control("promotions", "promotions"),))

GROUPS: Final = Question("groups", 0, (
    Rows("groups", (
        Field("code", "code", must=True),
        Field("name", "localized", must=True),
        Field("document", "localized"),
        Field("valid", "period"),
        Field("discount", "percent", default="0"),
        Field("by_category", "category_percents", default={}),
    ), "name"),
))  # fmt: skip

GIFTS: Final = Question("gifts", 0, (
    _field("events.welcome", "units", default=0),
    _field("events.birthday", "units", default=0),
    _field("events.survey_answered", "units", default=0),
    _field("events.plan_completed", "units", default=0),
    _field("events.referral.referrer", "units", default=0),
    _field("events.referral.friend", "units", default=0),
    _field("events.referral.after", "choice", "first_paid_visit", default="first_paid_visit"),
    _field("events.referral.min_bill", "money", default="0"),
    _field("events.referral.per_year", "count", default=0),
    Rows("rewards", (
        Field("code", "code", must=True),
        Field("name", "localized", must=True),
        Field("cost", "units", must=True),
        Field("service", "code"),
        Field("amount", "money"),
        Field("percent", "percent"),
        Field("stock", "count", default=0),
        Field("not_tried_yet", "flag", default=False),
    ), "name"),
), lambda document: has_units(document) or "rewards" in document or "events" in document)  # fmt: skip

LIMITS: Final = Question("limits", 0, (
    _field("limits.manual_units", "units", default=0, asked=has_units),
    _field("limits.manual_discount", "percent"),
    _field("limits.redeem_proof_over", "units", default=0, asked=has_units),
    _field("limits.offline_redeem", "units", default=0, asked=has_units),
    _field("limits.self_service", "flag", default=False, asked=has_units),
    _field("limits.apology.units", "units", default=0, asked=has_units),
    _field("limits.apology.per_employee_month", "count", default=0, asked=has_units),
))  # fmt: skip

ORGANIZER: Final = Question("organizer", 0, tuple(
    _field(f"organizer.{key}", "text", default="")
    for key in ("name", "tax_id", "registration_id", "licence", "rules_url", "phone", "address")
))  # fmt: skip

EXAMPLES: Final = Question("examples", 0, (
    Rows("examples", (
        Field("title", "localized", must=True),
        Field("state.spent", "money"),
        Field("state.visits", "count"),
        Field("state.units", "units"),
        Field("state.level", "code"),
        Field("state.groups", "codes"),
        Field("state.family.members", "count"),
        Field("state.proof", "choice", ("card", "pin", "attributes")),
        Rows("bill", (
            Field("service", "code"),
            Field("category", "code"),
            Field("price", "money", must=True),
            Field("quantity", "count", default=1),
            Field("payer", "choice", ("self", "certificate", "deposit", "insurer", "state", "employer"), "self"),
        ), "service"),
        Field("redeem", "or_units", ("max",), "0"),
        *(Field(f"claims.{key}", kind) for key, kind in CLAIMS.items()),
    ), "title"),
))  # fmt: skip

GOAL: Final = Question("goal", 0, (
    _field("goals.company_goal", "localized", must=True),
    _field("goals.owner", "text", default=""),
    _field("goals.review", "or_text", "monthly quarterly yearly", default=""),
    Rows("goals.metrics", (
        Field("metric", "or_text", ("repeat_visit_rate", "regulars", "plan_completion_rate"), must=True),
        Field("baseline", "number", default="0"),
        Field("target", "number", default="0"),
        Field("by", "day"),
        Field("cost_limit_percent", "percent"),
    ), "metric"),
))  # fmt: skip

QUESTIONS: Final = (
    ABOUT, TOTAL, CROSSING, ROUNDING, MIXED, CAP, MEETING, TIME, WHOSE, FAMILY, RETURNS, CHANGES, LEFT_OUT, PROMOTIONS,
    GROUPS, GIFTS, LIMITS, ORGANIZER, EXAMPLES, GOAL,
)  # fmt: skip

#: What the program of a clinic that begins with nothing has: tables that no program goes without.
EMPTY: Final[Json] = {"format": 1, "levels": {"steps": []}, "stacking": {}, "notice": {}}
