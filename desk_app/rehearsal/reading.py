"""Reads the past out of the store: whose accounts touch each other, what they had on the eve, what happened then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256
from typing import Final
from zoneinfo import ZoneInfo

from desk_app.accounts import open_receipt, version_on, with_merges
from desk_app.domain.bill import Line, ManualDiscount
from desk_app.domain.days import plus_days
from desk_app.domain.errors import refuse
from desk_app.domain.facts import Accrued, Fact, Redeemed, Returned, Visited
from desk_app.domain.ledger import apply, fold
from desk_app.domain.offline import MADE_GOOD
from desk_app.domain.program import Program
from desk_app.domain.receipts import Recalled
from desk_app.domain.turns import advance
from desk_app.ports import Desk, Json, PaidBill, Reading
from desk_app.rehearsal.living import knowledge, left_by_member, net_lines
from desk_app.rehearsal.opening import opening_of
from desk_app.rehearsal.past import Buyer, Event, Household, Knowledge, LineWas, Past, Sold, TakenBack, Wish
from desk_app.rehearsal.put_aside import put_aside
from desk_app.versions import today
from desk_app.watch import UNWATCHED, Watch

#: So many households are read between two words to whoever waits: some ten milliseconds.
_STEP: Final = 8
#: After so many the collector is told that they are no garbage.
_ASIDE: Final = 200


def past_of(desk: Desk, first: date, last: date, watch: Watch = UNWATCHED) -> Past:
    """The days from `first` to `last`, which ends today at the latest.

    Raises `span.backwards`, `span.bad` for a span that lies ahead, `span.early` for one before the program began,
    `moment.no_version` for a desk without a program, `desk_app.watch.Cancelled`.
    """
    with desk.store.reading() as reading:
        day = today(desk, reading)
        if first > min(last, day):
            raise refuse("span.bad" if first > day else "span.backwards", "from", first=first.isoformat(),
                         last=last.isoformat())  # fmt: skip
        return _Reader(reading, desk, first, min(last, day), watch).past()


@dataclass(slots=True)
class _Reader:
    reading: Reading
    desk: Desk
    first: date
    last: date
    watch: Watch
    begins: int = 0
    ends: int = 0
    programs: dict[tuple[int, str], Program] = field(default_factory=dict)
    places: dict[Line, int] = field(default_factory=dict)
    circles: dict[str, frozenset[str]] = field(default_factory=dict)
    backs: dict[str, list[Json]] = field(default_factory=dict)
    known: dict[str, tuple[Program, Knowledge]] = field(default_factory=dict)  #: of each bill's desk

    def past(self) -> Past:
        """Bills first; then the people they join together, a household at a time."""
        reading = self.reading
        begun = [one.effective_from for one in reading.versions()]
        if begun and self.last < min(begun):
            raise refuse("span.early", "to", last=self.last.isoformat(), day=min(begun).isoformat())
        in_force, record = version_on(reading, self.desk, self.last)
        zone = ZoneInfo(in_force.timezone)
        self.begins, self.ends = _midnight(self.first, zone), _midnight(plus_days(self.last, 1), zone)
        for record in reading.versions():
            self.programs[record.version, record.mark] = self.desk.program_of(record)
            # what was paid before versions had marks names the number alone: the first of it
            self.programs.setdefault((record.version, ""), self.desk.program_of(record))
        parts = reading.returns_of(self.first, self.last)
        for part in parts:
            self.backs.setdefault(part["receipt"], []).append(part)
        digest, bills = sha256(), list[Sold]()
        for number, paid in enumerate(reading.paid_bills(self.first, self.last)):
            if number % _ASIDE == 0:
                self.watch.at(0, 1)
                put_aside()
            bills.append(self._sold(paid))
            digest.update(f"{paid.id} {paid.moment} {bills[-1].buyer.patient}\n".encode())
        people = self._people(bills)
        of_household: dict[str, list[Sold]] = {}
        for sold in bills:
            # a stranger belongs to nobody: a household for each of such bills, behind all others
            key = people[sold.buyer.patient] if sold.buyer.patient else f"~{sold.receipt}"
            of_household.setdefault(key, []).append(sold)
        members: dict[str, list[str]] = {key: [] for key in of_household}
        for member, key in people.items():
            members.setdefault(key, []).append(member)
        total, households = len(members), list[Household]()
        for number, key in enumerate(sorted(members)):
            if number % _STEP == 0:
                self.watch.at(number, total)
            if number % _ASIDE == 0:
                put_aside()
            household = self._household(key, members[key], of_household.get(key, ()))
            digest.update(repr((key, household.before[-1:], [_mark(one) for one in household.events])).encode())
            households.append(household)
        self.watch.at(total, total)
        gives = {name for one in self.programs.values() for name, units in (
            ("welcome", one.events.welcome), ("birthday", one.events.birthday)) if units}  # fmt: skip
        return Past(
            self.first, self.last, tuple(self.places), tuple(households), digest.hexdigest(),
            in_force.unit.worth if in_force.unit else 0, frozenset(gives), record.document,
        )  # fmt: skip

    def _people(self, bills: Iterable[Sold]) -> dict[str, str]:
        """Everybody with the household's key: circles, joined where one paid or held the card for another."""
        parent: dict[str, str] = {}

        def root(one: str) -> str:
            while parent.setdefault(one, one) != one:
                parent[one] = one = parent[parent[one]]
            return one

        def join(one: str, other: str) -> None:
            low, high = sorted((root(one), root(other)))
            parent[high] = low

        for member, _, _ in self.reading.members():
            for other in self._circle(member):
                join(member, other)
        for sold in bills:
            for other in (sold.buyer.payer, sold.buyer.holder) if sold.buyer.patient else ():
                join(sold.buyer.patient, other)
        return {one: root(one) for one in parent}

    def _circle(self, member: str) -> frozenset[str]:
        found = self.circles.get(member)
        if found is None:
            found = self.reading.circle(member)
            for one in found:
                self.circles[one] = found
        return found

    def _household(self, key: str, members: Iterable[str], sold: Iterable[Sold]) -> Household:
        reading = self.reading
        ids = sorted(members)
        recalled: dict[str, Recalled] = {}

        def recall(receipt: str) -> Recalled:
            if receipt not in recalled:
                row = reading.receipt(receipt)
                if row is None:
                    raise LookupError(receipt)
                recalled[receipt] = open_receipt(reading, self.desk, row)
            return recalled[receipt]

        facts = with_merges(reading, ids, reading.facts(ids)) if ids else ()
        # by the moment it was written: a birthday that was noticed later gave nothing to anybody before
        before = tuple(fact for fact in facts if fact.moment < self.begins)
        during = [fact for fact in facts if self.begins <= fact.moment < self.ends]
        bills = self._as_desks_knew(list(sold), before, during, recall)
        ledger = fold(before, recall)
        advance(ledger, self.first)
        owed, opening = left_by_member(ledger), opening_of(ledger)
        kept_receipts = dict(recalled)
        own = {one.receipt for one in bills}
        events: list[Event] = [*bills, *(fact for fact in during if not _of_a_bill(fact, own))]
        for receipt, parts in self.backs.items():
            if receipt in own:
                events += [_taken_back(part) for part in parts]
        for part in self._of_before(during, own):
            recall(part["receipt"])
            kept_receipts[part["receipt"]] = recalled[part["receipt"]]
            events.append(_taken_back(part))
        events.sort(key=_place)
        ended = fold((*before, *during), recall)
        advance(ended, plus_days(self.last, 1))
        groups, births = {}, {}
        for one in ids:
            membership = reading.membership(one)
            if membership is not None and membership.groups:
                groups[one] = membership.groups
            patient = reading.patient(one)
            if patient is not None and patient.birth_date is not None:
                births[one] = patient.birth_date
        return Household.of(key, before, tuple(events), kept_receipts, groups, births, opening, owed,
                         left_by_member(ended))  # fmt: skip

    def _as_desks_knew(
        self, bills: list[Sold], before: tuple[Fact, ...], during: list[Fact], recall: Callable[[str], Recalled]
    ) -> list[Sold]:
        """The bills, each of a desk that was apart with what it had not heard."""
        ledger, facts, unheard = fold(before, recall), iter(during), dict[str, Knowledge]()
        fact = next(facts, None)
        for sold in sorted((one for one in bills if one.buyer.member), key=_place):
            while fact is not None and (fact.moment, fact.id) < _place(sold):
                apply(ledger, fact)
                fact = next(facts, None)
            advance(ledger, sold.day)
            program, known = self.known[sold.receipt]
            buyer = sold.buyer
            redeemer = buyer.holder if program.redeem and program.redeem.owner == "holder" else buyer.patient
            apart = known.less(knowledge(ledger, program, buyer.patient, redeemer, sold.day))
            if any(apart):
                unheard[sold.receipt] = apart
        return [replace(one, unheard=unheard.get(one.receipt)) for one in bills] if unheard else bills

    def _of_before(self, during: Iterable[Fact], own: set[str]) -> Iterator[Json]:
        """Returns in the span of bills that were paid before it."""
        seen = dict.fromkeys(fact.receipt for fact in during if isinstance(fact, Returned))
        for receipt in seen:
            if receipt not in own and not receipt.startswith(MADE_GOOD):
                yield from self.backs.get(receipt, ())

    def _sold(self, paid: PaidBill) -> Sold:
        body = paid.body
        bill, quote, standing = body["bill"], body["quote"], body["standing"]
        program = self.programs.get((body["version"], body["mark"])) or self.programs[body["version"], ""]
        unit = program.unit
        worth = unit.worth if unit is not None else 0
        patient = self._canonical(bill.get("patient", ""))
        money: int | None = None
        if not body["max"] and program.redeem is not None and worth:
            money = bill.get("redeem", 0) * worth
        wish = Wish(money, bill.get("proof", ""), standing.get("ceiling"), tuple(bill.get("rewards", ())),
                    tuple(bill.get("coupons", ())))  # fmt: skip
        birth, joined = standing.get("birth_date"), standing.get("joined")
        buyer = Buyer(
            patient, self._member_or(bill.get("payer", ""), patient),
            self._member_or(bill.get("holder", ""), patient), body["flags"][0], body["flags"][1],
            date.fromisoformat(joined) if joined else None, date.fromisoformat(birth) if birth else None,
            tuple(standing.get("groups", ())), tuple(standing.get("segments", ())), tuple(body["offers"]),
        )  # fmt: skip
        was, kept = self._was(paid)
        self.known[paid.id] = program, Knowledge(
            standing.get("usable", 0), standing.get("counted", 0), standing.get("visits", 0),
            standing.get("visits_counted", 0), standing.get("units_earned", 0),
            program.levels.index(standing.get("level") or program.levels.steps[0].code),
        )  # fmt: skip
        return Sold(
            paid.id, paid.number, paid.moment, paid.day, datetime.fromisoformat(bill["at"]), bill.get("branch", ""),
            buyer, tuple([self._line(line) for line in bill["lines"]]), was, wish, quote["level"],
            quote.get("redeemed_units", 0), quote.get("earns", 0), kept, _manual(bill.get("manual")),
        )  # fmt: skip

    def _canonical(self, member: str) -> str:
        alone = not member or len(self._circle(member)) == 1
        return member if alone else self.reading.canonical(member)

    def _member_or(self, member: str, patient: str) -> str:
        if not member or not patient:
            return patient
        canonical = self._canonical(member)
        return canonical if self.reading.membership(canonical) is not None else patient

    def _line(self, line: Json) -> int:
        """The place of a line among all different ones; whose name and doctor it was makes no price."""
        made = Line(
            line["id"], line.get("price", 0), line["quantity"], line.get("service", ""), "", line.get("category"),
            line.get("payer", "self"), line.get("on_promo", False), line.get("no_discount", False),
            line.get("floor_price", 0),
        )  # fmt: skip
        return self.places.setdefault(made, len(self.places))

    def _was(self, paid: PaidBill) -> tuple[tuple[LineWas, ...], int]:
        parts = self.backs.get(paid.id)
        if parts:
            row = self.reading.receipt(paid.id)
            assert row is not None
            recalled = open_receipt(self.reading, self.desk, row)
            pieces: dict[str, int] = {}
            for part in parts:
                pieces = recalled.capped(pieces, ((line, count) for line, count in part["lines"]))
            return (tuple(LineWas(*one) for one in net_lines(recalled, pieces)),
                    sum(part.get("withheld", 0) for part in parts))  # fmt: skip
        lines = []
        for line in paid.body["quote"]["lines"]:
            discount, gift = line.get("discount", 0), 0
            if discount:
                gift = sum(one["amount"] for one in line.get("discounts", ()) if one["rule"].startswith("reward:"))
            lines.append(LineWas(line.get("list", 0), discount - gift, gift, line.get("redeemed", 0)))
        return tuple(lines), 0


def _midnight(day: date, zone: ZoneInfo) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp() * 1000)


def _mark(event: Event) -> object:
    if isinstance(event, Sold):
        return (event.receipt, event.moment, *(event.unheard or ()))
    return event


def _place(event: Event) -> tuple[int, str]:
    match event:
        case Sold():
            return event.moment, event.receipt
        case TakenBack():
            return event.moment, event.op
        case _:
            return event.moment, event.id


def _of_a_bill(fact: Fact, own: set[str]) -> bool:
    """What a bill of the span wrote, or a return of a receipt: these are made anew."""
    if isinstance(fact, Returned):
        return not fact.receipt.startswith(MADE_GOOD)
    return isinstance(fact, Visited | Accrued | Redeemed) and fact.receipt in own


def _taken_back(part: Json) -> TakenBack:
    day = part["day"] if isinstance(part["day"], date) else date.fromisoformat(part["day"])
    lines = tuple((line, pieces) for line, pieces in part["lines"])
    return TakenBack(part["op_id"], part["moment"], day, part["receipt"], lines)


def _manual(data: Mapping[str, object] | None) -> ManualDiscount | None:
    if not data:
        return None
    percent = data.get("percent")
    amount = data.get("amount", 0)
    return ManualDiscount(
        str(data.get("reason", "")), Fraction(str(percent)) if percent is not None else None,
        amount if isinstance(amount, int) else 0, str(data.get("second_person", "")),
    )  # fmt: skip
