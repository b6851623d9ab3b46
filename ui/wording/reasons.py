"""The clause of each reason of the catalogue: which saying fits, and the names and numbers it needs beside its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from desk_app.domain.program import Program
from desk_app.domain.quote import Quote, Reason
from ui.wording import (
    reasons_bill,
    reasons_discounts,
    reasons_earn,
    reasons_line,
    reasons_promotions,
    reasons_redeem,
)  # fmt: skip
from ui.wording.saying import Saying, fill
from ui.wording.speech import Speech

SAYINGS: Final[Mapping[str, Saying]] = {
    **reasons_line.SAYINGS, **reasons_discounts.SAYINGS, **reasons_promotions.SAYINGS, **reasons_redeem.SAYINGS,
    **reasons_earn.SAYINGS, **reasons_bill.SAYINGS,
}  # fmt: skip

#: Which parameter chooses among the sayings of a code.
_CHOSEN_BY: Final[Mapping[str, str]] = {
    "discount.capped": "by", "discount.full": "by", "promotion.not_held": "because", "redeem.limit": "by",
    "redeem.none": "because", "earn.none": "because",
}  # fmt: skip


def saying_of(why: Reason, program: Program | None = None) -> Saying:
    """The saying of a reason; a code of a newer app that has none yet says its code."""
    return SAYINGS.get(key_of(why, program)) or SAYINGS.get(why.code) or Saying(why.code, why.code)


def key_of(why: Reason, program: Program | None = None) -> str:
    """Under which key the saying of a reason stands."""
    params = why.params
    if why.code == "discount.amount" and params["amount"] == params["given"]:
        return "discount.amount/whole"
    if why.code == "discount.percent" and int(params["given"]) < int(params["part"]):
        # a ceiling lowered it: the sum is not that percent of the price
        return "discount.percent/limited"
    if why.code == "redeem.line" and not params["money"]:
        return "redeem.line/none"
    if why.code == "redeem.line" and not params["units"]:
        return "redeem.line/part"
    if why.code == "total.pays" and params["pays"] == params["list"]:
        return "total.pays/list"
    if why.code == "redeem.pool" and params["category"]:
        return "redeem.pool/own"
    if why.code not in _CHOSEN_BY:
        return why.code
    key = f"{why.code}/{params[_CHOSEN_BY[why.code]]}"
    if why.code == "redeem.limit" and params["limit"] == 0 and f"{key}/zero" in SAYINGS:
        return f"{key}/zero"
    if key == "redeem.limit/share" and program and any(c.max_redeem is not None for c in program.categories.values()):
        return f"{key}/mixed"
    return key


def clause(why: Reason, speech: Speech, beside: Mapping[str, Any] | None = None) -> str:
    """A reason as a clause; `beside` are values it does not carry itself (the category of its line)."""
    params = {**_of_program(why, speech.program), **why.params, **(beside or {})}
    if params.get("factor") == "1":
        # a multiplier that changes nothing is not spoken of
        del params["factor"]
    return fill(saying_of(why, speech.program).template(speech), params, speech)


def _of_program(why: Reason, program: Program | None) -> dict[str, Any]:
    """Numbers of the program that a sentence names beside the reason's own."""
    more: dict[str, Any] = {"unit": 1} if program is None or program.unit else {}
    params = why.params
    if why.code == "promotion.not_held" and params["because"] == "min_bill":
        more["missing"] = int(params["need"]) - int(params["have"])
    if why.code == "earn.none":
        more["step"] = "earn"
    redeem = program.redeem if program else None
    if why.code == "redeem.limit" and redeem:
        more |= {"keep": redeem.keep_balance, "min_balance": redeem.min_balance, "share": str(redeem.max_share),
                 "max_per_day": redeem.max_per_day, "multiple_of": redeem.multiple_of}  # fmt: skip
    if why.code == "total.pays":
        more["saved"] = int(params["discount"]) + int(params["redeemed"])
    return more


def usable_clause(quote: Quote, day: date, speech: Speech) -> str:
    """From when what the bill earned may be spent; "" at once."""
    kind, _, rest = quote.usable.partition(" ")
    if kind == "at_once" or quote.usable.startswith("0 "):
        return ""
    if kind == "visit":
        return fill(SAYINGS["total.usable/visit"].template(speech), {"visit": int(rest)}, speech)
    first = day + timedelta(days=int(kind))
    return fill(SAYINGS["total.usable/days"].template(speech), {"day": first}, speech)
