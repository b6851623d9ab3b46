"""The work that `tessera bench` measures: a long bill, a long account, and checkouts on a small clinic."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import resources
from desk_app import checkout, enrolment, programs
from desk_app.acts import op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.bill import Bill, Line
from desk_app.domain.days import Period
from desk_app.domain.facts import Accrued, Fact, Redeemed, Visited
from desk_app.domain.ledger import fold
from desk_app.domain.people import Patient
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Expiry, Program, Usable
from desk_app.domain.receipts import Recalled
from desk_app.domain.standing import Standing
from desk_app.ports import Desk

Json = dict[str, Any]


def with_promotions(count: int = 10) -> Json:
    """A preset with so many promotions of different kinds."""
    document = dict(read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes()))
    effects: list[Json] = [{"percent": "10"}, {"amount": "300.00"}, {"cheapest_percent": "50"}, {"multiply_units": 2},
                           {"buy": {"paid": 3, "free": 1}}]  # fmt: skip
    document["promotions"] = [
        {"code": f"p{number}", "name": f"p{number}", "effect": effects[number % 5],
         "when": {"min_bill": f"{number * 500}.00"}}
        for number in range(count)
    ]  # fmt: skip
    return document


def long_bill(program: Program, count: int = 20) -> Callable[[], object]:
    """Pricing a bill of so many lines for a patient with units."""
    categories = [*program.categories, None]
    lines = tuple(
        Line(str(number), 90_000 + number * 1_111, 1 + number % 3, f"S{number}", category=categories[number % 4])
        for number in range(count)
    )
    bill = Bill("b", "p", datetime.now().astimezone(), lines, "p", "p", redeem=None, proof="card")
    standing = Standing(counted=4_000_000, visits=7, visits_counted=7, usable=2_000)
    return lambda: price_bill(program, bill, standing)


def visiting_facts(count: int) -> list[Fact]:
    """An account whose units every visit renews: visits, and units given and spent."""
    terms = Expiry("activity", 30, Period(12, "months"))
    facts: list[Fact] = []
    for number in range(count):
        day, receipt = date(2020, 1, 1) + timedelta(days=number), f"r{number}"
        if number % 3 == 0:
            facts.append(Visited(number + 1, f"f{number}:0", "m", day, receipt, True, (900, 900, 900), 100))
        elif number % 3 == 1:
            facts.append(Accrued(number + 1, f"f{number}:0", "m", day, 100, "bill", Usable(), terms, 1, receipt, "m"))
        else:
            facts.append(Redeemed(number + 1, f"f{number}:0", "m", day, 60, receipt))
    return facts


def account_facts(count: int) -> list[Fact]:
    """An account that earns and spends for years."""
    terms = Expiry("never", 30)
    facts: list[Fact] = []
    for number in range(count):
        day = date(2020, 1, 1) + timedelta(days=number)
        if number % 3 == 2:
            facts.append(Redeemed(number + 1, f"f{number}:0", "m", day, 50, ""))
        else:
            facts.append(
                Accrued(number + 1, f"f{number}:0", "m", day, 100, "event:welcome", Usable(), terms, 1, "", "m")
            )
    return facts


def fold_facts(facts: Sequence[Fact]) -> object:
    """The account from all its facts."""
    return fold(facts, no_receipt)


def no_receipt(receipt: str) -> Recalled:
    """No bill of the account ever came back."""
    raise KeyError(receipt)


def open_clinic(desk: Desk, document: Json, now: datetime) -> tuple[str, ...]:
    """A clinic with fifty members in force since yesterday."""
    programs.publish(desk, document, now.date() - timedelta(days=1), op_id("bench:program"))
    members = []
    for number in range(50):
        form = enrolment.EnrolmentForm(Patient(op_id(f"bench:{number}"), surname=f"Пациент{number}"))
        members.append(enrolment.enrol(desk, form, op_id(f"bench:enrol:{number}")).member)
    return tuple(members)


def checkouts(
    members: Sequence[str], now: datetime, count: int, *, shown: bool, of: str = ""
) -> list[Callable[[Desk], Callable[[], object]]]:
    """Bills of three lines, one after another, each a durable act; `shown`: the price was on show before, as at a desk.

    Otherwise the bill comes from a clinic system and is priced on the way. Desks of one network are named in `of`.
    """
    dice = random.Random(f"{of}5" if of else 5)

    def pay(number: int, member: str, prices: list[int]) -> Callable[[Desk], Callable[[], object]]:
        lines = tuple(Line(str(place), price) for place, price in enumerate(prices, 1))
        bill = Bill(f"bench-{of}{number}", member, now + timedelta(seconds=number), lines, member, member)
        identifier = op_id(f"bench:pay:{shown}:{of}{number}")  # made before the act, as at the desk

        def ready(desk: Desk) -> Callable[[], object]:
            told = checkout.price(desk, replace(bill, at=bill.at - timedelta(seconds=1))).quote if shown else None
            return lambda: checkout.settle(desk, bill, identifier, told)

        return ready

    return [
        pay(number, members[number % len(members)], [dice.randrange(50_000, 500_000) for _ in range(3)])
        for number in range(count)
    ]
