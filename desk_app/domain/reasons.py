"""Every reason a quote may give, with the parameters it carries: the contract between rules and sentences.

Money and units are integers (minor units, smallest parts), percents and exact sums are fractions as text ("3/40").
A test renders each code in both languages and recomputes sums from these parameters alone.
"""

from __future__ import annotations

from typing import Final

from desk_app.domain.quote import Param, Reason

#: code → names of its parameters, in the order sentences like them.
CATALOGUE: Final[dict[str, tuple[str, ...]]] = {
    # why a line takes no part in a step ("discounts", "redeem", "earn")
    "line.payer": ("step", "payer"),
    "line.category": ("step", "category"),
    "line.excluded": ("step", "service"),
    "line.on_promo": ("step",),
    "line.no_discount": ("step",),
    "line.discounted": ("step",),
    # what took money off a line
    "discount.percent": ("rule", "percent", "base", "over", "total", "part", "given"),
    "discount.amount": ("rule", "amount", "base", "over", "given"),
    # `base` is what the line still cost, `of` how many pieces it had
    "discount.price": ("rule", "price", "list", "base", "of", "given"),
    "discount.cheapest": ("rule", "percent", "price", "base", "of", "given"),
    "discount.free": ("rule", "service", "price", "base", "of", "given"),
    "discount.buy": ("rule", "paid", "free", "pieces", "price", "base", "of", "given"),
    "discount.capped": ("rule", "by", "limit", "percent", "lost"),
    "discount.full": ("rule", "by", "limit", "percent"),
    "discount.max_amount": ("rule", "max", "before"),
    "discount.unplaced": ("rule", "amount", "unplaced"),
    "discount.not_combined": ("rule", "winner"),
    "discount.none": (),
    "exclusive.won": ("rule", "amount", "other"),
    "exclusive.lost": ("rule", "amount", "other"),
    "reward.claimed": ("rule", "cost", "service", "pieces", "price", "floor", "given"),
    "reward.spent": ("rule", "cost"),
    # why a promotion does not hold; `because` names the condition
    "promotion.not_held": ("rule", "because", "need", "have"),
    "coupon.unknown": ("coupon",),
    # spending units
    "redeem.given": ("units", "money", "worth"),
    # `most` is what the line could give, `pool` the category with a share of its own or ""
    "redeem.line": ("units", "money", "price", "most", "pool"),
    "redeem.pool": ("category", "share", "base", "capacity", "money"),
    "redeem.limit": ("by", "limit", "asked"),
    "redeem.none": ("because",),
    # earning
    "earn.percent": ("percent", "base", "factor", "worth"),
    "earn.proportional": ("units", "per", "base", "factor"),
    "earn.steps": ("units", "per", "base", "factor"),
    "earn.none": ("because",),
    "earn.multiplied": ("rule", "factor"),
    # one for the bill, each category or (among the line's own reasons) each line; `of` is the category or line
    "earn.sum": ("exact", "rounding", "per", "of", "units"),
    "earn.promotion": ("rule", "units"),
    "earn.capped": ("limit", "before"),
    "earn.family": ("percent", "members"),
    "earn.band": ("level", "share"),
    "earn.min_bill": ("need", "have"),
    "earn.lost_by_spending": ("units",),
    # levels
    "level.is": ("level",),
    "level.next": ("level", "missing", "basis"),
    "level.top": ("level",),
    "level.reached": ("level",),
    "level.not_member": (),
    "program.closed": (),
    # totals
    "total.pays": ("list", "discount", "redeemed", "pays"),
    "total.other_payers": ("payer", "amount"),
    "total.balance": ("before", "spent", "added", "after"),
}


def reason(code: str, **params: Param) -> Reason:
    """A reason of the catalogue; fractions are given as text."""
    return Reason(code, params)
