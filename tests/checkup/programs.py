"""Programs as clinics write them: ready ones, changed in a few keys, with the faults a careful reader would mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import resources
from desk_app.checkup import Finding, History, Month, check_up
from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import read_document
from desk_app.domain.people import Service
from desk_app.ports import Json

NOW = datetime(2027, 3, 10, 9, 0, tzinfo=UTC)
#: What ready programs leave to the clinic, and what is told of every one of them.
FOR_THE_CLINIC = frozenset(("publish.placeholder", "goals.ready"))

#: Two years in which regulars grew by five a month, seven and a half per cent in the best half year.
SLOW_GROWTH = History(
    interval=270, bill=350_000, cost=Fraction(4, 100),
    months=tuple(Month(date(2025 + i // 12, i % 12 + 1, 1), 1000, 400 + 5 * i) for i in range(24)),
)  # fmt: skip
PRICES = (
    Service("B01", "Приём терапевта", "consultation", 250_000),
    Service("B02", "Приём кардиолога", "consultation", 270_000),
    Service("A16.07.051", "Гигиена полости рта", "dental_hygiene", 550_000),
    Service("V1", "Вакцинация от гриппа", "medicines", 145_000),
)


@dataclass(frozen=True, slots=True)
class Planted:
    """A program, what else is known, and the faults in it: (id, key path), in any order."""

    document: Json
    faults: frozenset[tuple[str, str]]
    services: Sequence[Service] = ()
    history: History | None = None

    def found(self, document: Json | None = None) -> tuple[Finding, ...]:
        """What the check-up finds in it, or in the document as it became."""
        return check_up(document or self.document, now=NOW, services=self.services, history=self.history)


def ready(name: str, **changes: Any) -> Json:
    """A ready program; `redeem__max_share="40"` sets a key, None takes it away."""
    document = read_document(resources.path(f"programs/{name}.toml").read_bytes())
    return changed(document, *(Edit(key.replace("__", "."), value) for key, value in changes.items()))


def changed(document: Json, *edits: Edit) -> Json:
    """The document with edits; its examples, which would have to be reckoned anew, are left out."""
    return edited(document, (*edits, Edit("examples")))


def _planted(document: Json, *faults: str, services: Sequence[Service] = (), history: History | None = None) -> Planted:
    """Faults are written "P02 earn.on_bill_with_units"."""
    pairs = ((identifier, place) for identifier, _, place in (fault.partition(" ") for fault in faults))
    return Planted(document, frozenset(pairs), services, history)


def promotion(code: str, effect: Json, **when: Any) -> Json:
    """A promotion with conditions."""
    return {"code": code, "name": {"ru": "Скидка дня", "en": "Offer of the day"}, "effect": effect, "when": when}


def _spending_is_punished() -> Planted:
    """A chain of six clinics: any point spent and the bill earns nothing; a card in any hand pays."""
    document = changed(
        ready("points-3-5-7-10"),
        Edit("earn.on_bill_with_units", "nothing"), Edit("earn.rounding", "up"),
        Edit("redeem.owner", "holder"), Edit("limits.redeem_proof_over", 0),
        Edit("levels.steps[1].name", {"ru": "Свыше 30 000", "en": "Silver"}),
    )  # fmt: skip
    return _planted(
        document, "P02 earn.on_bill_with_units", "P15 earn.rounding", "F10 limits.redeem_proof_over",
        "C04 levels.steps[1].name.ru",
    )  # fmt: skip


def _points_out_of_reach() -> Planted:
    """A hospital where ten thousand points open the account and five thousand of them must stay on it."""
    document = ready("points-3-5-7-10", redeem__min_balance=10_000, redeem__keep_balance=5_000)
    return _planted(document, "P09 redeem.keep_balance", "P09 redeem.min_balance")


def _a_balance_to_start_with() -> Planted:
    """A laboratory with points: nothing can be spent below three thousand."""
    return _planted(ready("dentistry", redeem__min_balance=3_000), "P09 redeem.min_balance")


def _gifts_before_money() -> Planted:
    """An app of a diagnostic centre: points for registering pay a whole bill, friends and reviews are bought."""
    document = changed(
        ready("cashback"),
        Edit("events.welcome", "500.00"), Edit("redeem.max_share", "100"), Edit("events.referral.min_bill", "0"),
        Edit("promotions[1]", promotion("review", {"units": "150.00"}) | {
            "name": {"ru": "Награда за отзыв на карте города", "en": "Thanks for a review"}}),
    )  # fmt: skip
    return _planted(document, "P10 events.welcome", "P12 events.referral.min_bill", "P11 promotions[1]")


def _at_any_time_without_notice() -> Planted:
    """A family clinic that may change all at any time, voids everything at the end, and reminds the day before."""
    document = ready(
        "family", notice__worsening_days=0, notice__wind_down_days=0, notice__leaving_days=7,
        notice__keep_old_terms=False, expiry__warn_days=1, organizer__rules_url=None,
    )  # fmt: skip
    return _planted(
        document, "F01 notice.worsening_days", "F01 notice.keep_old_terms", "F02 notice.wind_down_days",
        "F02 notice.leaving_days", "F04 expiry.warn_days", "F12 organizer.rules_url",
    )  # fmt: skip


def _ladder_that_falls() -> Planted:
    """A medical centre whose third level gives less than the second, and whose ceiling cuts what is printed."""
    document = changed(
        ready("growing-discount"),
        Edit("levels.steps[2].discount", "2"), Edit("levels.steps[4].from", "2000000.00"),
        Edit("stacking.max_total_discount", "8"),
        Edit("levels.window", "730 days"), Edit("stacking.order", "declared"),
        Edit("promotions[0].when.birthday", {"before": 0, "after": 0}),
    )  # fmt: skip
    return _planted(
        document, "level.falls levels.steps[2]", "level.far levels.steps[4].from",
        "C09 levels.steps[4].discount", "C09 groups[1].discount",
        "C09 promotions[0].effect.percent", "P08 levels.window", "D01 stacking.order",
        "D04 promotions[0].when.birthday",
    )  # fmt: skip


def _names_that_promise_more() -> Planted:
    """A cosmetology whose texts were not changed when the figures were."""
    document = changed(
        ready("cashback"),
        Edit("levels.steps[0].earn.percent", "3"), Edit("goals.metrics[0].cost_limit_percent", "5"),
        Edit("rewards", [{"code": "gift", "name": {"ru": "Сертификат на 1 000 рублей", "en": "A voucher"},
                          "cost": "1000.00", "amount": "900.00"}]),
        Edit("promotions[1]", promotion("week", {"percent": "10"}) | {
            "name": {"ru": "Неделя красоты: минус 20 %", "en": "A week of beauty"}}),
    )  # fmt: skip
    return _planted(
        document, "text.percent name.ru", "text.percent name.en", "C10 rewards[0].name.ru", "P05 rewards[0].cost",
        "C10 promotions[1].name.ru",
    )  # fmt: skip


def _promotions_that_never_come() -> Planted:
    """A dentistry with promotions nobody ever got."""
    document = changed(
        ready("growing-discount", levels__steps=[
            {"code": "all", "name": {"ru": "Карта", "en": "Card"}, "from": "0", "discount": "5"}]),
        Edit("groups[1]"), Edit("groups[1]"),
        Edit("promotions", [
            promotion("april", {"percent": "10"}, **{"from": "2027-04-01", "to": "2027-04-20"}),
            promotion("may", {"percent": "15"}, **{"from": "2027-04-25", "to": "2027-05-20"}),
            promotion("three", {"percent": "3"}, categories=["lab"]),
            promotion("winter", {"percent": "10"}, to="2027-02-28"),
            promotion("sunday", {"percent": "10"}, **{"from": "2027-04-05", "to": "2027-04-07", "weekdays": ["sun"]}),
            promotion("first", {"percent": "10"}, first_visit=True, nth_visit=5),
            promotion("none", {"percent": "10"}, categories=["pills"]),
        ]),
        Edit("categories[15]", {"code": "pills", "name": {"ru": "Товары", "en": "Goods"}, "discounts": False}),
    )  # fmt: skip
    return _planted(
        document, "C11 promotions[0].when.to", "group.nothing groups[0].discount",
        "promotion.never promotions[2]", "promotion.over promotions[3]",
        "promotion.never promotions[4]", "promotion.never promotions[5]", "promotion.never promotions[6]",
    )  # fmt: skip


def _courses_at_full_price() -> Planted:
    """A massage studio: a course left early is reckoned at full price, and 99.99 % is a discount."""
    document = changed(
        ready("growing-discount", returns__used_part="at_list_price", stacking__max_total_discount="100"),
        Edit("promotions[0]", promotion("almost", {"percent": "99.99"}, coupon=True)),
    )
    return _planted(document, "F06 returns.used_part", "D07 promotions[0].effect.percent")


def _points_that_lapse_first() -> Planted:
    """A clinic whose patients come every nine months: points live six, a level is lost after sixty days."""
    document = ready("points-3-5-7-10", expiry__period="6 months", levels__idle_reset="60 days")
    return _planted(
        document, "lapse.interval expiry.period", "level.interval levels.idle_reset",
        "goals.baseline goals.metrics[0].baseline", history=SLOW_GROWTH,
    )  # fmt: skip


def _fourteen_days_twice() -> Planted:
    """Points that may be used after fourteen days and live thirty from the receipt; spent ones earn again."""
    document = ready(
        "points-3-5-7-10", earn__usable="14 days", expiry__period="30 days", earn__on_bill_with_units="whole_bill",
        earn__max_per_bill=20,
    )  # fmt: skip
    return _planted(document, "P06 expiry.starts", "P13 earn.on_bill_with_units", "C09 earn.max_per_bill")


def _limits_against_each_other() -> Planted:
    """Points go by five hundred, and no more than three hundred a bill; promotions bar points altogether."""
    document = changed(
        ready("points-3-5-7-10", redeem__multiple_of=500, redeem__max_per_bill=300, earn__on_discounted_lines=False),
        Edit("promotions[2]", promotion("two", {"percent": "2"}, categories=["lab"])),
    )
    return _planted(
        document, "P04 redeem.max_per_bill", "P05 earn.on_discounted_lines", "P09 redeem.multiple_of",
    )  # fmt: skip


def _twice_the_regulars() -> Planted:
    """A network that wants twice the regulars in six months, a figure of a survey, and says no limit of cost."""
    document = changed(
        ready("growing-discount"),
        Edit("goals.metrics", [
            {"metric": "regulars", "baseline": "500", "target": "1000", "by": "2027-09-10"},
            {"metric": "satisfaction_rate", "baseline": "70", "target": "78.6", "by": "2027-12-31"},
            {"metric": "calls", "baseline": "10"},
        ]),
        Edit("goals.owner", ""), Edit("goals.review"),
    )  # fmt: skip
    return _planted(
        document, "goals.unrealistic goals.metrics[0].target", "goals.survey goals.metrics[1].target",
        "goals.key goals.owner", "goals.review goals.review", "goals.key goals.metrics[2].target",
        "goals.key goals.metrics[2].by", "goals.cost_limit goals.metrics[0].cost_limit_percent", history=SLOW_GROWTH,
    )  # fmt: skip


def _sells_what_a_doctor_orders() -> Planted:
    """A hospital that sells vaccines with points and hides what its exclusions are."""
    document = changed(
        ready("points-3-5-7-10"),
        Edit("categories[12].indicated_only"),
        Edit("categories[10].name", {"ru": "Отдельные сложные услуги", "en": "Implants"}),
        Edit("rewards[0].service", "V1"), Edit("rewards[0].cost", 1_400),
        Edit("redeem.excluded_services", ["X-9", "B01"]),
        Edit("promotions[1].when.services", ["Z-1"]),
    )  # fmt: skip
    return _planted(
        document, "F11 categories[12].indicated_only", "F11 rewards[0].service", "D05 categories[10].name",
        "D05 redeem.excluded_services", "services.unknown promotions[1].when.services", services=PRICES,
    )  # fmt: skip


def _twelve_rules() -> Planted:
    """A program with a rule for everybody, most of it for one kind of service."""
    document = changed(
        ready("growing-discount"),
        Edit("promotions", [
            promotion(f"p{i}", {"percent": str(11 + i % 4)}, weekdays=["mon"], categories=["lab"]) for i in range(8)]),
        Edit("stacking.excluded_services", ["B01", "B02"]),
    )  # fmt: skip
    return _planted(document, "complexity promotions", "coverage categories", services=PRICES)


PROGRAMS = {
    one.__name__.strip("_").replace("_", " "): one
    for one in (
        _spending_is_punished, _points_out_of_reach, _a_balance_to_start_with, _gifts_before_money,
        _at_any_time_without_notice, _ladder_that_falls, _names_that_promise_more, _promotions_that_never_come,
        _courses_at_full_price, _points_that_lapse_first, _fourteen_days_twice, _limits_against_each_other,
        _twice_the_regulars, _sells_what_a_doctor_orders, _twelve_rules,
    )
}  # fmt: skip
