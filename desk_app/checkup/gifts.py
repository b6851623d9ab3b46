"""Units given before money came in: a welcome that pays a whole bill, a friend brought for nothing, a review bought.

Patterns P10, P11, P12 (spec: program check-up, Points).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, warning
from desk_app.checkup.worked import money_text, priced, units_value, worth
from desk_app.documents.edits import Edit
from desk_app.domain.standing import Standing

#: A review for others to read; feedback to the clinic is another thing.
_REVIEW: Final = re.compile(
    r"\bотзыв\w*|\b(?:for|leave|write|post|online|google|yandex) (?:(?:a|an|your|the) )?reviews?\b|\btestimonials?\b",
    re.IGNORECASE,
)
_FEEDBACK: Final = re.compile(r"\bклинике\b|\bto (?:us|the clinic)\b|\bfeedback\b|\bанкет\w*|\bопрос\w*", re.IGNORECASE)


def welcome_before_payment(checked: Checked) -> Iterator[Finding]:
    """P10: units for joining pay a whole first bill, before the patient has paid anything."""
    program = checked.program
    given = program.events.welcome
    money = worth(program, given)
    if not money or not program.redeem:
        return
    standing = Standing(joined=checked.now.date(), usable=given)
    quote = priced(checked, money, redeem=None, standing=standing)
    if quote.redeemed and not quote.pays:
        params = {"units": given, "bill": money, "pays": quote.pays}
        yield warning("P10", "events.welcome", Edit("redeem.max_share", "50"), **params)


def friends_pay_first(checked: Checked) -> Iterator[Finding]:
    """P12: the reward for a friend is above what the friend has to pay."""
    program, referral = checked.program, checked.program.events.referral
    if referral is None:
        return
    given = worth(program, referral.referrer + referral.friend)
    if given > referral.min_bill:
        params = {"referrer": referral.referrer, "friend": referral.friend, "given": given,
                  "min_bill": referral.min_bill, "asked": 2 * given}  # fmt: skip
        yield warning(
            "P12",
            "events.referral.min_bill",
            Edit("events.referral.min_bill", money_text(program, 2 * given)),
            **params,
        )


def reviews_are_not_bought(checked: Checked) -> Iterator[Finding]:
    """P11: units for a public review, which review sites forbid."""
    program = checked.program
    for i, promotion in enumerate(program.promotions):
        names = (promotion.name.ru, promotion.name.en)
        if not any(_REVIEW.search(name) and not _FEEDBACK.search(name) for name in names):
            continue
        fix = [Edit(f"promotions[{i}]")]
        if promotion.effect.kind == "units":
            units = max(promotion.effect.units, program.events.survey_answered)
            fix.insert(0, Edit("events.survey_answered", units_value(program, units)))
        yield warning(
            "P11",
            f"promotions[{i}]",
            *tuple(fix),
            promotion=f"promotion:{promotion.code}",
            units=promotion.effect.units,
        )
