"""Something a manager should look at after desks did not hear each other: what it is about, and how much it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """Something to look at. `units` of `member` worth `money` (minor units), on receipt `number` of desk `desk`.

    `kind` is "overdraft" (spent though others had spent them; `others` are those receipts) or "wish" (could not be
    made good; `ended` says why). What two desks did of one thing while they were apart, each not knowing of the other:
    "paid_twice" (a bill; `others` is the receipt that stands), "returned_twice" (pieces of a receipt, `money` was given
    back too much) and "handed_twice" (money owed for a receipt); there `units` is 0 and `others` names what or who did
    it first. "card_twice": card `number` was given to `member` and opens the account of `others` (a name); no desk.
    "alike": `member` and `others` (an id) are perhaps one person; no desk.
    "aside": an act that cannot be counted here, `ended` says why and `units` what the centre books of it; `number` is
    its kind. `settled`: the books bear it. `seen` names who has looked at it, "" for nobody.
    """

    kind: str
    member: str
    name: str
    receipt: str
    number: str
    desk: str
    moment: int
    units: int
    money: int
    others: tuple[str, ...] = ()
    ended: str = ""
    settled: bool = False
    seen: str = ""
