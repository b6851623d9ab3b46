"""What two desks did of one thing while they did not hear each other: the books are right, but money was given twice.

A bill that is paid at two desks is one receipt, money that is owed is handed over once, and no more pieces come back
than were sold: so it is in the books. What left the tills besides is only known from the acts that gave way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desk_app.case import Case
from desk_app.ports import Json, Reading

#: Bits of a stamp below its milliseconds.
_COUNTER: Final = 16


def cases(reading: Reading) -> Iterator[Case]:
    """Each of them as a case, without the name of whose it is and of who has looked at it."""
    for act in reading.gave_way(("checkout", "handed_over")):
        stands = reading.op_body(act.op_id)
        if stands is None:
            continue
        if act.kind == "checkout":
            yield _paid_twice(act.body, stands, act.moment)
        else:
            yield from _handed_twice(reading, act.body, stands, act.moment)
    for receipt in reading.returned_often():
        yield from _returned_twice(reading, receipt)
    for number, member, stamp in reading.cards_given_twice():
        card = reading.card(number)
        if card is not None and reading.canonical(card.member) != reading.canonical(member):
            owner = reading.patient(reading.canonical(card.member))
            others = (owner.full_name,) if owner is not None else ()
            yield Case("card_twice", member, "", f"card:{number}:{member}", number, "", stamp >> _COUNTER, 0, 0, others)


def stands_for(reading: Reading, number: str) -> str | None:
    """The receipt that stands for one of this number, which gave way to it; None where none did."""
    for act in reading.gave_way(("checkout",)):
        if act.body["receipt"]["number"] == number:
            return act.op_id
    return None


def _paid_twice(body: Json, stands: Json, moment: int) -> Case:
    receipt = body["receipt"]
    return Case(
        "paid_twice", receipt["bill"]["patient"], "", receipt["number"], receipt["number"], body["desk"], moment, 0,
        receipt["quote"]["pays"], (stands["receipt"]["number"],),
    )  # fmt: skip


def _handed_twice(reading: Reading, body: Json, stands: Json, moment: int) -> Iterator[Case]:
    note = body["note"]
    row = reading.receipt(note["receipt"])
    if row is not None:
        yield Case("handed_twice", row.patient, "", row.id, row.number, body["desk"], moment, 0, note["money"],
                   (stands["desk"],))  # fmt: skip


def _returned_twice(reading: Reading, receipt: str) -> Iterator[Case]:
    """Pieces that came back though they had come back before, at what was given for them."""
    row = reading.receipt(receipt)
    if row is None:
        return
    left = {str(line["id"]): int(line.get("quantity", 1)) for line in row.body["bill"]["lines"]}
    first = ""
    for part in reading.returns(receipt):
        desk = str((reading.op_body(part["op_id"]) or {}).get("desk", ""))
        given = {line: sum(quantity * price for quantity, price in positions) for line, positions in part["register"]}
        money = 0
        for line, pieces in part["lines"]:
            had = max(0, left.get(line, 0))
            left[line] = left.get(line, 0) - pieces
            if pieces > had:
                money += given.get(line, 0) * (pieces - had) // pieces
        if money:
            yield Case("returned_twice", row.patient, "", row.id, row.number, desk, part["moment"], 0, money,
                       (first,) if first else ())  # fmt: skip
        first = desk
