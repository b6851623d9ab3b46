"""Units for what happens: welcome, birthday, referral, survey, plan, each once, and those by hand.

What happens by itself is an accrual whose operation id is derived from member, event and year, so that two desks
give it once (spec: engine, Ledger). It is usable at once and lapses by the program's clock from its day.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from desk_app.accounts import Holding, load, version_on
from desk_app.acts import derived, done_before, write
from desk_app.domain.days import birthday_in
from desk_app.domain.errors import Refusal, Trouble, refuse
from desk_app.domain.facts import Accrued, Adjusted
from desk_app.domain.program import OWN_PAYERS, Expiry, Program, Usable
from desk_app.domain.receipts import Receipt
from desk_app.ports import Desk, Reading, VersionRecord, Writing
from desk_app.versions import record_on, today

_EVENTS = ("survey_answered", "plan_completed")


def give(
    writing: Writing, desk: Desk, program: Program, record: VersionRecord, member: str, event: str, units: int,
    day: date, year: int | str = "", moment: int | None = None,
) -> int:  # fmt: skip
    """Accrue units of an event once; answers how many were really given."""
    if units <= 0 or program.unit is None:
        return 0
    aliases = sorted(writing.aliases(member))
    if any(writing.op_body(derived(alias, event, year)) is not None for alias in aliases):
        return 0
    fact = Accrued(0, "", member, day, units, f"event:{event}", Usable(), program.expiry or Expiry("never", 0),
                   record.version, "", member)  # fmt: skip
    parts = {"entries": [[member, units]], "note": {"event": event, "units": units}}
    write(writing, desk, derived(member, event, year), "event", day, parts, [fact], moment)
    return units


def settle_due(desk: Desk, member: str, day: date) -> None:
    """Give the birthdays that passed since joining, under the version in force on each.

    Where nothing can be written they are given another time: a price is told and an account shown all the same.
    """
    with desk.store.reading() as reading:
        due = _due_birthdays(reading, desk, member, day)
    if due and desk.shut is None:
        with suppress(Trouble), desk.store.writing() as writing:
            settle_due_in(writing, desk, member, day)


def is_due(reading: Reading, desk: Desk, member: str, day: date) -> bool:
    """Whether `settle_due` would have something to give."""
    return bool(_due_birthdays(reading, desk, member, day))


def settle_due_of_all(desk: Desk) -> None:
    """`settle_due` for the whole directory as of today, before all its balances are read."""
    with desk.store.reading() as reading:
        if not reading.versions():
            return
        day = today(desk, reading)
        if not _gives_birthdays(reading, desk):
            return
        here = {member for member, _, left in reading.members() if left is None}
        born = (one.id for one in reading.patients() if one.birth_date is not None and one.id in here)
        due = [member for member in born if _due_birthdays(reading, desk, member, day)]
    if due and desk.shut is None:
        with suppress(Trouble), desk.store.writing() as writing:
            for member in due:
                settle_due_in(writing, desk, member, day)


def settle_due_in(writing: Writing, desk: Desk, member: str, day: date) -> None:
    """`settle_due` inside an open door."""
    for birthday in _due_birthdays(writing, desk, member, day):
        record = record_on(writing, birthday)
        program = desk.program_of(record)
        give(writing, desk, program, record, writing.canonical(member), "birthday", program.events.birthday, birthday,
             birthday.year)  # fmt: skip


def _due_birthdays(reading: Reading, desk: Desk, member: str, day: date) -> list[date]:
    if not _gives_birthdays(reading, desk):
        return []
    canonical = reading.canonical(member)
    membership, patient = reading.membership(canonical), reading.patient(canonical)
    if membership is None or membership.left is not None or patient is None or patient.birth_date is None:
        return []
    closing = reading.closing()
    out = []
    for year in range(max(membership.joined.year, day.year - 10), day.year + 1):
        birthday = birthday_in(year, patient.birth_date)
        if not membership.joined <= birthday <= day or (closing is not None and birthday >= closing[0]):
            continue
        try:
            record = record_on(reading, birthday)
        except Refusal:
            continue
        if not desk.program_of(record).events.birthday:
            continue
        aliases = reading.aliases(canonical)
        if all(reading.op_body(derived(alias, "birthday", year)) is None for alias in aliases):
            out.append(birthday)
    return out


def _gives_birthdays(reading: Reading, desk: Desk) -> bool:
    return any(desk.program_of(record).events.birthday for record in reading.versions())


def settle_referral(
    writing: Writing, desk: Desk, program: Program, record: VersionRecord, friend: Holding, receipt: Receipt
) -> None:
    """Pay a referral after the friend's very first paid visit, if its paid sum reaches `min_bill`."""
    terms = program.events.referral
    membership = friend.membership
    if terms is None or membership is None or not membership.referred_by:
        return
    if not any(line.counts for line in receipt.quote.lines):
        return
    earlier = friend.ledger.person(friend.member)
    if earlier.visit_count(before=receipt.day):
        return
    own = sum(money for payer, money in receipt.quote.pays_by_payer.items() if payer in OWN_PAYERS)
    paid = own + sum(visit.sums[0] for visit in earlier.visits if visit.day == receipt.day)
    if paid < terms.min_bill:
        return
    referrer = writing.canonical(membership.referred_by)
    host = writing.membership(referrer)
    year = receipt.day.year
    rewarded = terms.per_year == 0 or writing.referrals(referrer, year) < terms.per_year
    if host is not None and host.left is None and terms.referrer and rewarded:
        identifier = derived(friend.member, "referrer")
        if writing.op_body(identifier) is None:
            fact = Accrued(0, "", referrer, receipt.day, terms.referrer, "referral", Usable(),
                           program.expiry or Expiry("never", 0), record.version, "", referrer)  # fmt: skip
            note = {"event": "referrer", "referrer": referrer, "year": year, "friend": friend.member}
            parts = {"entries": [[referrer, terms.referrer]], "note": note}
            write(writing, desk, identifier, "event", receipt.day, parts, [fact])
    give(writing, desk, program, record, friend.member, "referral_friend", terms.friend, receipt.day)


def record_event(desk: Desk, member: str, event: str) -> int:
    """A survey was answered or a plan completed; answers the units given (0 when it was given before)."""
    if event not in _EVENTS:
        raise refuse("value.bad", "event", found=event, allowed=", ".join(_EVENTS))
    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        day = today(desk, writing)
        program, record = version_on(writing, desk, day)
        units = program.events.survey_answered if event == "survey_answered" else program.events.plan_completed
        closing = writing.closing()
        if closing is not None and day >= closing[0]:
            return 0
        return give(writing, desk, program, record, canonical, event, units, day)


def adjust(desk: Desk, member: str, units: int, reason: str, identifier: str) -> Holding:
    """Give or take units by hand. Raises `adjust.limit`, `adjust.below_zero`, and for none at all or without a reason
    `units.bad`, `key.missing`; nothing is stored then.
    """
    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        day = today(desk, writing)
        program, record = version_on(writing, desk, day)
        if done_before(writing, identifier, "adjust") is None:
            if program.unit is None:
                raise refuse("value.bad", "units", found=units, allowed="")
            if not units:
                raise refuse("units.bad", "units", found="0", allowed="a number above or below 0")
            if not reason.strip():
                raise refuse("key.missing", "reason", allowed="a reason in words")
            _within_limits(writing, desk, program, units, reason, day)
            held = load(writing, desk, canonical, program, day)
            if held.usable + units < 0:
                raise refuse("adjust.below_zero", "units", units=units, usable=held.usable)
            fact = Adjusted(0, "", canonical, day, units, reason, desk.operator,
                            program.expiry or Expiry("never", 0), record.version)  # fmt: skip
            parts = {"entries": [[canonical, units]], "note": {"reason": reason, "units": units}}
            write(writing, desk, identifier, "adjust", day, parts, [fact])
        return load(writing, desk, canonical, program, day)


def _within_limits(writing: Writing, desk: Desk, program: Program, units: int, reason: str, day: date) -> None:
    limits = program.limits
    if limits.manual_units and abs(units) > limits.manual_units:
        raise refuse("adjust.limit", "units", units=units, limit=limits.manual_units)
    if reason == "apology":
        if limits.apology_units and units > limits.apology_units:
            raise refuse("adjust.limit", "units", units=units, limit=limits.apology_units)
        month = day.isoformat()[:7]
        made = writing.adjustments_by(desk.operator, reason, month)
        if limits.apology_per_employee_month and made >= limits.apology_per_employee_month:
            raise refuse("adjust.limit", "reason", units=made, limit=limits.apology_per_employee_month)


def member_of(reading: Reading, member: str) -> str:
    """The member behind an id. Raises `member.unknown`."""
    canonical = reading.canonical(member)
    if reading.membership(canonical) is None:
        raise refuse("member.unknown", "member", member=member)
    return canonical
