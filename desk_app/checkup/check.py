"""The check-up of a program document: everything that is wrong with it, or will be complained of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from desk_app.checkup import (
    discounts,
    earning,
    fairness,
    gifts,
    goals,
    ladder,
    life,
    medical,
    prices,
    promotions,
    published,
    spending,
    stated,
)
from desk_app.checkup.checked import Checked
from desk_app.checkup.complexity import not_too_heavy
from desk_app.checkup.finding import Finding
from desk_app.checkup.history import History
from desk_app.checkup.kept_examples import with_examples_kept
from desk_app.checkup.unreadable import unreadable
from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_file import problems, publishable
from desk_app.domain.people import Service
from desk_app.ports import Json

#: In the order of a document, as they are told; what an owner writes for the whole comes last.
_CHECKS: Final[tuple[Callable[[Checked], Iterator[Finding]], ...]] = (
    published.examples_are_true,
    stated.texts_agree_with_the_rules, stated.words_are_plain,
    medical.indicated_care_is_marked, medical.indicated_services_sell_nothing,
    prices.enough_is_covered, prices.exclusions_are_listed, prices.services_are_known, prices.kinds_are_known,
    ladder.steps_rise, ladder.steps_are_in_reach, ladder.groups_get_more,
    earning.spending_costs_units, earning.units_earn_units, earning.rounding_up_adds,
    earning.ceiling_leaves_the_rate,
    spending.limits_hold_together, spending.units_or_discount, spending.first_unit_in_reach,
    spending.rewards_are_worth_their_cost,
    life.usable_before_they_lapse, life.years_are_said_as_years, life.longer_than_between_visits,
    life.lapse_is_warned_of,
    discounts.better_one_wins, discounts.ceiling_leaves_what_is_said, discounts.something_is_left_to_pay,
    promotions.runs_join, promotions.promotions_can_hold, promotions.birthdays_last_more_than_a_day,
    gifts.welcome_before_payment, gifts.friends_pay_first, gifts.reviews_are_not_bought,
    fairness.changes_are_announced, fairness.the_end_is_not_sudden, fairness.used_part_at_the_price_paid,
    fairness.a_found_card_is_no_purse, fairness.rules_can_be_read,
    goals.goals_are_whole, goals.goals_are_ahead, goals.goals_are_believed, goals.goals_are_ones_own,
    goals.cost_has_a_limit,
    not_too_heavy,
    published.texts_are_filled_in,
)  # fmt: skip
_GRAVEST: Final = ("error", "warning", "notice")


def check_up(
    document: Json, *, now: datetime, services: Sequence[Service] = (), history: History | None = None,
    before: Json | None = None,
) -> tuple[Finding, ...]:  # fmt: skip
    """Everything found, the gravest first; of a document that cannot be read, its errors alone.

    `now` is aware. `services` are the price list, where there is one; `history` is the clinic's own past,
    `before` the document of the version in force.
    """
    wrong = problems(document)
    if wrong:
        return tuple(unreadable(document, wrong))
    program = compile_program(document)
    checked = Checked(document, program, now.astimezone(ZoneInfo(program.timezone)), services, history)
    found = [
        Finding(one.code, "warning", one.place, {"found": one.found, "allowed": one.allowed})
        for one in publishable(document)
    ]
    for check in _CHECKS:
        found += check(checked)
    if before is not None:
        found += published.texts_are_kept(checked, before)
    found = list(with_examples_kept(document, found, now))
    return tuple(sorted(found, key=lambda finding: _GRAVEST.index(finding.severity)))
