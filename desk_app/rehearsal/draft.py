"""A draft as a rehearsal tries it: what it gives for events, and how a bill of the past would be asked under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from desk_app.accounts import groups_on
from desk_app.domain.bill import Bill, Line
from desk_app.domain.days import birthday_in
from desk_app.domain.facts import Accrued, Adjusted, Joined, JoinedFamily
from desk_app.domain.people import Membership
from desk_app.domain.program import Expiry, Program, Usable
from desk_app.domain.promotions import Promotion
from desk_app.ports import Json
from desk_app.rehearsal.past import Event, Household, Past, Sold

_AT_ONCE = Usable()
_BIRTHDAY = "birthday"


@dataclass(frozen=True)
class Draft:
    """The rules to be tried, and their document (personal offers are read against it)."""

    program: Program
    document: Json

    @cached_property
    def terms(self) -> Expiry:
        """When units that it gives lapse."""
        return self.program.expiry or Expiry("never", 0)

    @cached_property
    def pools(self) -> bool:
        """Whether a family has one account."""
        return self.program.family is not None and self.program.family.balance == "common"

    @property
    def override(self) -> Expiry | None:
        """Terms it puts on units given earlier, None where those keep their own."""
        return None if self.program.notice.keep_old_terms else self.program.expiry

    def line(self, line: Line) -> Line:
        """A line as the draft sees it: a kind of service it does not name is none."""
        return line if line.category in self.program.categories else replace(line, category=None)

    def event_units(self, source: str) -> int | None:
        """What the draft gives for an event by the source of its accrual; None for what is no event of a program."""
        events = self.program.events
        if not self.program.unit:
            return 0
        if source == "referral":
            return events.referral.referrer if events.referral else 0
        name = source.removeprefix("event:")
        if name == "referral_friend":
            return events.referral.friend if events.referral else 0
        given = {"welcome": events.welcome, _BIRTHDAY: events.birthday, "survey_answered": events.survey_answered,
                 "plan_completed": events.plan_completed}  # fmt: skip
        return given.get(name) if name != source else None


def events_of(past: Past, household: Household, draft: Draft) -> Iterator[Event]:
    """What happens to a household under the draft, in order: events give what the draft says, new ones are added."""
    added = added_units(past, household, draft)
    for event in household.events:
        while added and (added[0].moment, added[0].id) < (event.moment, ""):
            yield added.pop(0)
        if isinstance(event, Accrued):
            units = draft.event_units(event.source)
            if units is not None:
                if units:
                    yield replace(event, units=units, usable=_AT_ONCE, terms=draft.terms)
                continue
        elif isinstance(event, JoinedFamily):
            yield replace(event, pooled=draft.pools)
            continue
        elif isinstance(event, Adjusted) and not draft.program.unit:
            continue
        yield event
    yield from added


def added_units(past: Past, household: Household, draft: Draft) -> list[Accrued]:
    """Units for joining and for birthdays, where the draft gives them and the rules of then did not."""
    events = draft.program.events
    welcome = events.welcome and "welcome" not in past.gives
    birthday = events.birthday and _BIRTHDAY not in past.gives
    if draft.program.unit is None or not (welcome or birthday):
        return []
    joined = {fact.member: fact.day for fact in (*household.before, *household.events) if isinstance(fact, Joined)}
    out = []
    if welcome:
        out += [
            _gift(fact.member, fact.day, "welcome", events.welcome, draft, fact.moment)
            for fact in household.events if isinstance(fact, Joined)
        ]  # fmt: skip
    if birthday:
        for member, since in joined.items():
            birth = household.births.get(member)
            for year in range(past.first.year, past.last.year + 1) if birth else ():
                assert birth is not None
                day = birthday_in(year, birth)
                if max(since, past.first) <= day <= past.last:
                    out.append(_gift(member, day, _BIRTHDAY, events.birthday, draft, _morning(day)))
    return sorted(out, key=lambda fact: (fact.moment, fact.id))


def _morning(day: date) -> int:
    return (day.toordinal() - date(1970, 1, 1).toordinal()) * 86_400_000


def _gift(member: str, day: date, event: str, units: int, draft: Draft, moment: int) -> Accrued:
    return Accrued(moment, f"rehearsed:{event}:{member}:{day}", member, day, units, f"event:{event}", _AT_ONCE,
                   draft.terms, 0, "", member)  # fmt: skip


def bill_under(draft: Draft, past: Past, sold: Sold) -> Bill:
    """The bill as it would be asked under the draft: the same lines and wishes; a wish to spend keeps its money."""
    lines = tuple(draft.line(past.lines[place]) for place in sold.lines)
    wish, unit = sold.wish, draft.program.unit
    redeem = wish.money
    if redeem and unit is not None:
        redeem = redeem // unit.worth if unit.worth else 0
    manual = sold.manual
    if manual is not None and not manual.second_person:
        manual = replace(manual, second_person="-")  # it was given then, whoever had to agree
    return Bill(sold.receipt, sold.buyer.patient, sold.at, lines, branch=sold.branch, redeem=redeem, proof=wish.proof,
                coupons=wish.coupons, rewards=wish.rewards, manual=manual)  # fmt: skip


def groups_under(program: Program, household: Household, sold: Sold) -> tuple[str, ...]:
    """Groups the buyer was in then, and those of the draft whose document had been shown and was still valid."""
    buyer = sold.buyer
    if not buyer.member:
        return ()
    shown = tuple((code, day) for code, day in household.groups.get(buyer.patient, ()) if day <= sold.day)
    if not shown and not buyer.groups:
        return ()
    also = groups_on(program, Membership(buyer.patient, sold.day, groups=shown), sold.day)
    return tuple(group.code for group in program.groups if group.code in buyer.groups or group.code in also)


def offers_under(draft: Draft, sold: Sold) -> tuple[Promotion, ...]:
    """The personal offers the buyer had."""
    if not sold.buyer.offers or not sold.buyer.member:
        return ()
    from desk_app.documents.offer_file import kept_offer

    return tuple(kept_offer(draft.document, offer) for offer in sold.buyer.offers)
