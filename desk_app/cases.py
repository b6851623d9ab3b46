"""What a manager should look at after desks did not hear each other: units spent twice, wishes come to nothing.

After an exchange only the accounts are folded whose units were spent since the last look. Units spent twice are the
clinic's loss and stay so in the fold; the books are settled once nobody can add to the case any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from desk_app import alike, doubled, families
from desk_app.accounts import Holding
from desk_app.acts import derived, new_id, write
from desk_app.case import Case
from desk_app.domain.account import Account, Redemption
from desk_app.domain.offline import DAY, MADE_GOOD
from desk_app.domain.program import Program
from desk_app.making_good import holding_of, settle
from desk_app.ports import AsideRow, Desk, Json, Reading, Writing
from desk_app.sync.unsent import patient_of
from desk_app.versions import record_on, today

#: The account that bears what was spent twice.
LOSS: Final = "clinic:outage_loss"
#: Milliseconds after which the books are settled, whoever was not heard.
_AT_LAST: Final = 30 * DAY
#: Acts looked at in one go: so many accounts are folded at most before somebody else has a turn.
_AT_ONCE: Final = 200
#: Acts put aside that are shown; a desk that writes nonsense writes much of it.
_ASIDE: Final = 50
_MARK, _MEMBERS = "cases.mark", "cases.members"


def after_exchange(desk: Desk) -> bool:
    """All desks hold the same: make wishes good, settle the books, remember whom to look at; whether there is more.

    Raises `Trouble`.
    """
    desk = replace(desk, cache=None)
    with desk.store.reading() as reading:
        if not reading.versions():
            return False
        mark, kept = int(reading.setting(_MARK) or 0), _kept(reading)
        newest, fresh = reading.spending_after(mark, _AT_ONCE)
        more = newest < reading.last_change()
        members = dict.fromkeys(reading.canonical(member) for member in (*kept, *fresh))
        held = {member: holding_of(reading, desk, member) for member in members}
        at_work = [member for member, one in held.items() if _open(one) or list(_overdrawn(one))]
    for member in at_work:
        _work(desk, member)
    if newest != mark or tuple(at_work) != kept:
        with desk.store.writing() as writing:
            writing.put_setting(_MARK, str(newest))
            writing.put_setting(_MEMBERS, json.dumps(at_work))
    return alike.look(desk) or more


def cases(desk: Desk) -> tuple[Case, ...]:
    """All cases this desk knows of, the newest first, those nobody has looked at before the others."""
    desk = replace(desk, cache=None)
    with desk.store.reading() as reading:
        if not reading.versions():
            return ()
        members = dict.fromkeys(reading.canonical(member) for member in _kept(reading))
        found = [case for member in members for case in _cases(reading, desk, holding_of(reading, desk, member))]
        found += [replace(case, name=_name(reading, case.member), seen=_seen(reading, case.receipt, case.kind))
                  for case in doubled.cases(reading)]  # fmt: skip
        found += [replace(case, seen=_seen(reading, case.receipt, case.kind)) for case in alike.cases(reading)]
        found += [_aside(reading, row) for row in reading.put_aside(_ASIDE)]
    return tuple(sorted(found, key=lambda case: (bool(case.seen), -case.moment, case.receipt)))


def mark_seen(desk: Desk, case: Case, name: str = "") -> None:
    """Somebody looked at it: their name is kept with it, on all desks; where nobody is signed in, the desk's."""
    with desk.store.writing() as writing:
        by = name or desk.operator or desk.code
        note = {"note": {"receipt": case.receipt, "number": case.number, "name": by}}
        write(writing, desk, derived(case.receipt, "seen", case.kind), "case_seen", today(desk, writing), note)


def make_one(desk: Desk, case: Case) -> None:
    """Two that are alike are one person: their records become one, and can be parted again. Raises `Refusal`."""
    (other,) = case.others
    families.merge(desk, other, case.member, new_id())


def _kept(reading: Reading) -> tuple[str, ...]:
    return tuple(json.loads(reading.setting(_MEMBERS) or "[]"))


def _open(held: Holding) -> bool:
    return any(not wish.settled or wish.ended for wish in held.ledger.wishes.values())


def _overdrawn(held: Holding) -> Iterator[tuple[Account, Redemption]]:
    for account in held.ledger.accounts.values():
        if account.overdraft:
            for spent in account.redemptions:
                if spent.uncovered:
                    yield account, spent


def _work(desk: Desk, member: str) -> None:
    """Make the wishes of one account good, and settle its overdrafts in the books."""
    with desk.store.writing() as writing:
        held = holding_of(writing, desk, member)
        for wish in [one for one in held.ledger.wishes.values() if not one.settled]:
            if settle(writing, desk, held, wish):
                held = holding_of(writing, desk, member)
        for account, spent in _overdrawn(held):
            _absorb(writing, desk, account, spent)


def _absorb(writing: Writing, desk: Desk, account: Account, spent: Redemption) -> None:
    """Let the books bear what nobody had, or no longer bear what a return has covered since. The fold stays."""
    act = writing.op_body(_act_of(spent.receipt))
    if act is None:
        return
    now, happened = int(desk.clock().timestamp() * 1000), _when(writing, spent)
    number, borne = _borne(writing, spent.receipt)
    if borne == spent.uncovered or now - happened < 0:
        return
    heard = all(newest > happened for newest in writing.heard_until() if newest > happened - _AT_LAST)
    if not (heard and act["desk"] == desk.code) and now - happened < _AT_LAST:
        return
    more = spent.uncovered - borne
    parts: Json = {
        "entries": [[account.id, more], [LOSS, -more]],
        "note": {"receipt": spent.receipt, "units": spent.uncovered},
    }
    identifier = derived(spent.receipt, "absorbed", number)
    write(writing, desk, identifier, "overdraft_absorbed", today(desk, writing), parts)


def _borne(reading: Reading, receipt: str) -> tuple[int, int]:
    """How often the books were settled for a receipt, and the units they bear now."""
    number = units = 0
    while (body := reading.op_body(derived(receipt, "absorbed", number))) is not None:
        number, units = number + 1, int(body["note"]["units"])
    return number, units


def _when(reading: Reading, spent: Redemption) -> int:
    """The moment of what was spent twice; of a reward without a bill the end of its day."""
    row = reading.receipt(spent.receipt.removeprefix(MADE_GOOD))
    if row is not None:
        return row.moment
    return int(datetime(spent.day.year, spent.day.month, spent.day.day, tzinfo=UTC).timestamp() * 1000) + DAY


def _act_of(receipt: str) -> str:
    """The act behind what a redemption calls its receipt: a payment, units spent afterwards, or a reward."""
    if receipt.startswith(MADE_GOOD):
        return derived(receipt.removeprefix(MADE_GOOD), "made_good")
    return receipt.removeprefix("reward:")


def _cases(reading: Reading, desk: Desk, held: Holding) -> Iterable[Case]:
    program = desk.program_of(record_on(reading, held.day))
    for account, spent in _overdrawn(held):
        yield _overdraft(reading, program, held, account, spent)
    for wish in held.ledger.wishes.values():
        row = reading.receipt(wish.receipt)
        if wish.ended and row is not None:
            yield Case("wish", held.member, _name(reading, wish.member), wish.receipt, row.number, _desk(row.number),
                       row.moment, wish.units, wish.money, ended=wish.ended,
                       seen=_seen(reading, wish.receipt, "wish"))  # fmt: skip


def _overdraft(reading: Reading, program: Program, held: Holding, account: Account, spent: Redemption) -> Case:
    row = reading.receipt(spent.receipt.removeprefix(MADE_GOOD))
    number = row.number if row else ""
    before = [one for one in account.redemptions if one.number < spent.number and one.units > one.back]
    others = []
    for one in reversed(before):
        other = reading.receipt(one.receipt.removeprefix(MADE_GOOD))
        if other is not None and _desk(other.number) != _desk(number):
            others.append(other.number)
            break
    worth = program.unit.worth if program.unit else 0
    return Case(
        "overdraft", held.member, _name(reading, row.patient if row else held.member), spent.receipt, number,
        _desk(number), _when(reading, spent), spent.uncovered, spent.uncovered * worth, tuple(others),
        settled=_borne(reading, spent.receipt)[1] == spent.uncovered, seen=_seen(reading, spent.receipt, "overdraft"),
    )  # fmt: skip


def _aside(reading: Reading, row: AsideRow) -> Case:
    who = patient_of(row.body)
    return Case("aside", who, _name(reading, who), row.op_id, row.kind, row.desk, row.moment, row.booked, 0,
                ended=row.reason, seen=_seen(reading, row.op_id, "aside"))  # fmt: skip


def _desk(number: str) -> str:
    """The desk whose receipts are numbered so."""
    return number.rpartition("-")[0]


def _name(reading: Reading, member: str) -> str:
    person = reading.patient(reading.canonical(member))
    return person.full_name if person is not None else ""


def _seen(reading: Reading, receipt: str, kind: str) -> str:
    body = reading.op_body(derived(receipt, "seen", kind))
    return str(body["note"]["name"] or body["desk"]) if body is not None else ""


__all__ = ["LOSS", "Case", "after_exchange", "cases", "make_one", "mark_seen"]
