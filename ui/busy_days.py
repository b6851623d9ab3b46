"""Works an open desk as hard as a clinic does in months, so that what it holds on to can be measured."""

from __future__ import annotations

import random
from collections.abc import Iterator

from desk_app import checkout, drafts
from desk_app.acts import new_id
from desk_app.domain.bill import Bill, Line
from desk_app.ports import Desk

_PATIENTS = 2000


def busy_days(desk: Desk, count: int) -> Iterator[int]:
    """So many checkouts, for any of its members, one after another: looked up, priced, paid. Tells their numbers."""
    dice = random.Random(11)
    with desk.store.reading() as reading:
        people = [(one.id, one.surname) for one in reading.patients() if reading.membership(one.id)]
        services = reading.services("", 200)
    people = dice.sample(people, min(_PATIENTS, len(people)))
    for number in range(1, count + 1):
        member, surname = dice.choice(people)
        with desk.store.reading() as reading:
            reading.find(surname[:4], 50)
        chosen = [dice.choice(services) for _ in range(3)]
        lines = tuple(Line(str(place), one.price, service=one.code) for place, one in enumerate(chosen, 1))
        bill = drafts.dated(desk, Bill(f"busy-{number}", member, desk.clock(), lines, member, member))
        quote = checkout.price(desk, bill).quote
        checkout.settle(desk, bill, new_id(), quote)
        yield number
