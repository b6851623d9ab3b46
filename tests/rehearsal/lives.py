"""Households drawn by lot: what they had before, and a span in which everything happens that a quick life may hold.

Bills with a reward, a discount by hand or a personal offer, pieces that come back, and records merged before, too.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Any, cast

from hypothesis import strategies as st

from desk_app.domain.account import ReceiptTerms
from desk_app.domain.bill import Line, ManualDiscount
from desk_app.domain.days import Period
from desk_app.domain.facts import (
    Accrued,
    Adjusted,
    Fact,
    Joined,
    JoinedFamily,
    Merged,
    Redeemed,
    Visited,
    Warned,
)
from desk_app.domain.ledger import fold
from desk_app.domain.program import Events, Expiry, Keep, Levels, Program, Returns, Usable, Window
from desk_app.domain.promotions import UsesPerPeriod, When
from desk_app.rehearsal.draft import Draft
from desk_app.rehearsal.opening import opening_of
from desk_app.rehearsal.past import Buyer, Event, Household, Knowledge, LineWas, Past, Sold, TakenBack, Wish
from tests.wording import random_bills

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
MEMBERS = ("anna", "boris", "vera")
#: A record of Anna that was merged into hers; events of before still name it.
OLD = "anna-too"
YEAR = Period(12, "months")
OFFERS = (
    {"code": "o0", "name": {"ru": "Подарок", "en": "Gift"}, "effect": {"percent": "15"}, "combine": "best"},
    {"code": "o1", "name": {"ru": "Баллы", "en": "Points"}, "effect": {"units": 20}, "combine": "best",
     "when": {"uses_per_patient": 1}},
)  # fmt: skip
TERMS = (
    Expiry("never", 30), Expiry("accrual", 30, YEAR, grace_days=45),
    Expiry("accrual", 14, Period(90, "days"), "usable"),
    Expiry("activity", 30, Period(6, "months")), Expiry("activity", 30, Period(120, "days"), renewed_by="any_visit"),
    Expiry("joining", 20, YEAR), Expiry("calendar", 30), Expiry("calendar", 30, calendar_month=6, calendar_day=30),
    Expiry("calendar", 30, calendar_share=Fraction(1, 2)),
)  # fmt: skip
WHEN = st.builds(
    When, weekdays=st.sampled_from([frozenset(), frozenset({0, 1, 2, 3})]), hours=st.sampled_from([None, (480, 720)]),
    categories=st.sampled_from([frozenset(), frozenset({"lab"})]), coupon=st.sampled_from([False, False, True]),
    birthday=st.sampled_from([None, None, (20, 20)]), uses_per_patient=st.sampled_from([0, 0, 1]),
    uses_per_period=st.sampled_from([None, None, UsesPerPeriod(1), UsesPerPeriod(1, Period(30, "days"))]),
    nth_visit=st.sampled_from([0, 0, 2]), first_visit=st.sampled_from([False, False, True]),
    levels=st.sampled_from([frozenset(), frozenset({"step0"})]), groups=st.sampled_from([frozenset(), {"old"}]),
    after_services=st.sampled_from([frozenset(), frozenset({"A"})]), after_days=st.just(60),
    min_bill=st.sampled_from([0, 100_000]),
)  # fmt: skip


@st.composite
def programs(draw: st.DrawFn, crossing: str = "") -> Program:
    """A program of any shape, more of them plain than not; `crossing`: what bills that cross a threshold get."""
    found = draw(random_bills.programs())
    plain = draw(st.booleans())
    promotions = tuple(
        replace(one, when=draw(WHEN), combine="best" if plain else one.combine,
                max_amount=None if plain else one.max_amount)
        for one in found.promotions
    )  # fmt: skip
    levels = Levels(
        found.levels.steps if draw(st.booleans()) else found.levels.steps[:1],
        draw(st.sampled_from(("spend", "visits", "units_earned"))),
        draw(st.sampled_from((Window("lifetime"), Window("lifetime"), Window("period", Period(90, "days")),
                              Window("calendar_year"), Window("since_joining")))),
        draw(st.sampled_from(("paid", "before_units", "list_price"))),
        cast("Any", crossing) or found.levels.crossing_bill,
        draw(st.sampled_from(("patient", "account"))),
        draw(st.sampled_from((Keep("forever"), Keep("period", Period(0, "days")), Keep("next_calendar_year")))),
        draw(st.sampled_from((None, None, Period(60, "days")))),
    )  # fmt: skip
    assert found.earn is not None
    usable = draw(st.sampled_from((Usable(), Usable("days", 14), Usable(), Usable("visit", 3))))
    return replace(
        found, promotions=promotions, levels=levels, expiry=draw(st.sampled_from(TERMS)),
        earn=replace(
            found.earn, usable=usable, owner=draw(st.sampled_from(("patient", "payer", "holder"))),
            min_bill_base=draw(st.sampled_from(("list_price", "after_discounts", "paid"))),
        ),
        notice=replace(found.notice, keep_old_terms=draw(st.sampled_from((True, True, True, False)))),
        events=draw(st.sampled_from((Events(), Events(welcome=50, birthday=30, survey_answered=7)))),
        family=draw(st.sampled_from((None, found.family))),
        returns=Returns(draw(st.sampled_from(("debt", "withhold", "forgive"))),
                        draw(st.sampled_from(("at_paid_price", "at_list_price")))),
    )  # fmt: skip


@st.composite
def pasts(draw: st.DrawFn, earning: bool | None = None, whole: bool = False) -> Past:
    """One household with a year of theirs, and the lines they bought; `earning`: whether all or none of them earn.

    `whole`: some bills have what only the whole quote tells, and pieces of some come back.
    """
    lines = tuple(draw(random_bills.lines(i + 1)) for i in range(draw(st.integers(2, 6))))
    family = draw(st.booleans())
    before = _before(draw, family)
    events: list[Event] = []
    for number in range(draw(st.integers(1, 9))):
        day = FIRST + timedelta(draw(st.integers(0, 364)))
        event = _event(draw, number, day, lines, earning)
        events.append(event)
        if whole and isinstance(event, Sold):
            events[-1] = event = _asked(draw, event)
            events += _returns(draw, event, lines)
    events.sort(key=lambda event: event.moment)
    ledger = fold(before, _no_receipt)
    births = {"anna": date(1980, 2, 29), "boris": date(2015, 6, 1)}
    household = Household.of("anna", tuple(before), tuple(events), {}, {"anna": (("old", date(2026, 5, 1)),)}, births,
                             opening_of(ledger), {}, {})  # fmt: skip
    gives = draw(st.sampled_from((frozenset(), frozenset({"birthday", "welcome"}))))
    return Past(FIRST, LAST, lines, (household,), "", 100, gives)


def _before(draw: st.DrawFn, family: bool) -> list[Fact]:
    facts: list[Fact] = []
    for number, member in enumerate(MEMBERS[: draw(st.integers(1, 3))]):
        day = date(2025, 3, 1 + number)
        facts.append(Joined(_moment(day), f"join:{member}", member, day))
        if family:
            facts.append(JoinedFamily(_moment(day) + 1, f"kin:{member}", member, day, "family"))
        for visit in range(draw(st.integers(0, 3))):
            day = date(2025, 4 + 2 * visit, 10 + number)
            spent = draw(st.integers(0, 200_000))
            facts.append(Visited(_moment(day), f"old-{member}-{visit}:0", member, day, f"old-{member}-{visit}", True,
                                 (spent, spent + 5, spent + 10), 40, services=("A",)))  # fmt: skip
            units, waits = draw(st.integers(1, 900)), draw(st.sampled_from((0, 30)))
            facts.append(Accrued(_moment(day), f"old-{member}-{visit}:1", member, day, units, "bill",
                                 Usable("days", waits), draw(st.sampled_from(TERMS)), 1, f"old-{member}-{visit}",
                                 member))  # fmt: skip
    if draw(st.integers(0, 3)) == 0:
        day = date(2025, 12, 1)
        facts.append(Joined(_moment(date(2025, 3, 5)), f"join:{OLD}", OLD, date(2025, 3, 5)))
        facts.append(Accrued(_moment(date(2025, 6, 1)), f"old-{OLD}:1", OLD, date(2025, 6, 1), 70, "bill", Usable(),
                             draw(st.sampled_from(TERMS)), 1, f"old-{OLD}", OLD))  # fmt: skip
        facts.append(Merged(_moment(day), f"merge:{OLD}", OLD, day, "anna"))
    if draw(st.booleans()):
        last = date(2025, 12, 20)
        named = tuple((fact.id, date(2026, 4, 10)) for fact in facts if isinstance(fact, Accrued))
        facts.append(Warned(_moment(last), "warned:0", "anna", last, named, "paper", ""))
    return sorted(facts, key=lambda fact: (fact.moment, fact.id))


def _asked(draw: st.DrawFn, sold: Sold) -> Sold:
    """The bill with what somebody asked for besides."""
    kind = draw(st.sampled_from(("plain", "plain", "reward", "by hand", "offer", "unheard")))
    match kind:
        case "reward":
            claims = tuple(draw(st.lists(st.sampled_from(("gift", "sum", "part", "none")), min_size=1, max_size=3)))
            return replace(sold, wish=replace(sold.wish, rewards=claims))
        case "by hand":
            amount = draw(st.sampled_from((0, 500)))
            percent = None if amount else Fraction(draw(st.integers(1, 10)))
            return replace(sold, manual=ManualDiscount("apology", percent, amount, "chief"))
        case "offer":
            return replace(sold, buyer=replace(sold.buyer, offers=(draw(st.sampled_from(OFFERS)),)))
        case "unheard":
            apart = Knowledge(draw(st.sampled_from((0, -300, 90))), draw(st.sampled_from((0, -50_000, 90_000))),
                              draw(st.integers(-1, 1)), 0, 0, draw(st.integers(-1, 1)))  # fmt: skip
            return replace(sold, unheard=apart)
        case _:
            return sold


def _returns(draw: st.DrawFn, sold: Sold, lines: tuple[Line, ...]) -> list[TakenBack]:
    """Pieces that come back, on the day itself or later, some of them twice."""
    found = []
    for number in range(draw(st.sampled_from((0, 0, 1, 1, 2)))):
        later = draw(st.sampled_from((0, 0, 1, 40, 400)))
        day = sold.day + timedelta(later)
        chosen = draw(st.lists(st.sampled_from(sold.lines), min_size=1, unique=True))
        back = tuple((lines[place].id, draw(st.integers(1, lines[place].quantity))) for place in chosen)
        if draw(st.booleans()):
            back = tuple((lines[place].id, lines[place].quantity) for place in sold.lines)
        found.append(TakenBack(f"back-{sold.receipt}-{number}", _moment(day) + 20 + number, day, sold.receipt, back))
    return found


def _event(draw: st.DrawFn, number: int, day: date, lines: tuple[Line, ...], earning: bool | None) -> Event:
    member = draw(st.sampled_from(MEMBERS))
    moment = _moment(day) + number
    kind = draw(st.sampled_from(("sold",) * 6 + ("event", "warned", "adjusted", "redeemed", "joined")))
    match kind:
        case "event":
            member = draw(st.sampled_from((member, OLD)))
            source = draw(st.sampled_from(("event:birthday", "event:survey_answered", "referral")))
            return Accrued(moment, f"event-{number}:0", member, day, 30, source, Usable(), TERMS[0], 1, "", member)
        case "warned":
            return Warned(moment, f"warned-{number}:0", member, day, (), "paper", "")
        case "adjusted":
            return Adjusted(moment, f"gift-{number}:0", member, day, 25, "apology", "", draw(st.sampled_from(TERMS)), 1)
        case "redeemed":
            return Redeemed(moment, f"spent-{number}:0", member, day, draw(st.integers(1, 60)), "")
        case "joined":
            return Joined(moment, f"joined-{number}:0", member, day)
    places = tuple(draw(st.lists(st.integers(0, len(lines) - 1), min_size=1, max_size=len(lines), unique=True)))
    # a bill has no two lines of one id
    wish = Wish(draw(st.sampled_from((0, 0, None, None, 30_000))), draw(st.sampled_from(("", "card"))),
                draw(st.sampled_from((None, None, 40))), (), draw(st.sampled_from(((), ("p0", "p1")))))  # fmt: skip
    here = datetime.combine(day, time(draw(st.integers(8, 19)), 30), UTC)
    buyer = Buyer(member, draw(st.sampled_from((member, "anna"))), draw(st.sampled_from((member, "boris"))),
                  draw(st.integers(0, 9)) > 0, draw(st.integers(0, 9)) > 0 if earning is None else earning, None,
                  draw(st.sampled_from((None, date(1990, 1, 5)))), draw(st.sampled_from(((), ("old",)))))  # fmt: skip
    was = tuple(LineWas(lines[place].total, 0, 0, 0) for place in places)
    return Sold(f"bill-{number}", f"A-{number}", moment, day, here, "main", buyer, places, was, wish, "step0", 0, 0)


def _moment(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, 9, tzinfo=UTC).timestamp() * 1000)


def _no_receipt(receipt: str) -> ReceiptTerms:
    raise LookupError(receipt)


def draft(program: Program) -> Draft:
    """A program as a draft; no personal offer needs its document."""
    return Draft(program, {})
