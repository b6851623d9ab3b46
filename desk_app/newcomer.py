"""What a bill would cost and bring had its patient just joined: for the one sentence that invites a stranger."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.bill import Bill
from desk_app.domain.errors import Refusal
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing


def as_newcomer(program: Program, bill: Bill) -> Quote | None:
    """The bill for a new patient with nothing (spec: interfaces, State); None where a rule refuses it."""
    asked = replace(bill, payer="", holder="", redeem=0, proof="", rewards=())
    try:
        return price_bill(program, asked, Standing(joined=bill.at.date()))
    except Refusal:
        return None
