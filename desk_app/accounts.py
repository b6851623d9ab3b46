"""The account of a member as the tasks see it: its circle of facts folded, and the standing a quote needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.domain.account import Account, Ledger, Visit
from desk_app.domain.days import age_on, plus, plus_days
from desk_app.domain.facts import Accrued, Fact, Merged, Returned, Visited
from desk_app.domain.history import Reached, reached_on
from desk_app.domain.ledger import apply, fold
from desk_app.domain.people import Membership
from desk_app.domain.program import Program
from desk_app.domain.promotions import Promotion
from desk_app.domain.receipts import Recalled, from_json
from desk_app.domain.standing import Standing, VisitLot
from desk_app.domain.turns import advance
from desk_app.ports import Desk, Json, Reading, ReceiptRow, VersionRecord
from desk_app.versions import program_of_version, record_on, today

__all__ = ["Holding", "load", "moment_after", "open_receipt", "standing_for"]


@dataclass(frozen=True, slots=True)
class Holding:
    """A folded circle on a day, seen from one member."""

    ledger: Ledger
    member: str
    membership: Membership | None
    account: Account
    visits: tuple[Visit, ...]
    day: date

    @property
    def usable(self) -> int:
        """Units that may be spent on that day."""
        return self.ledger.usable(self.account, self.day)

    @property
    def pending(self) -> int:
        """Units that are not usable yet."""
        return self.account.left - self.usable

    @property
    def is_member(self) -> bool:
        """Whether the patient joined and did not leave."""
        return self.membership is not None and self.membership.left is None


def moment_after(reading: Reading, now: datetime) -> int:
    """The moment of a new fact: this desk's clock, or the newest moment known + 1 ms (spec: engine, Ledger)."""
    return max(int(now.timestamp() * 1000), reading.newest_moment() + 1)


def load(reading: Reading, desk: Desk, member: str, program: Program, day: date) -> Holding:
    """Fold the circle of a member and let lapse what is due on that day."""
    canonical = reading.canonical(member)
    circle = reading.circle(canonical)
    ledger = _warm_ledger(reading, desk, circle, program, day)
    advance(ledger, day)
    return holding(reading, ledger, canonical, program, day)


@dataclass(slots=True)
class _Warm:
    """A folded circle kept between key presses, with what it was folded from."""

    ledger: Ledger
    mark: int
    day: date
    made_from: object


def _warm_ledger(reading: Reading, desk: Desk, circle: frozenset[str], program: Program, day: date) -> Ledger:
    """The ledger of a circle, folded on from the last look where only newer facts came; else folded anew.

    Inside a transaction that may be undone the kept ledger is only read, and only while nothing was written: what is
    rolled back must not be remembered.
    """
    kept: dict[frozenset[str], _Warm] | None = desk.cache.setdefault("circles", {}) if desk.cache is not None else None
    if kept is None:
        return _folded(reading, desk, circle, program, reading.facts(circle), None, day)
    mark = reading.last_change()
    made_from = (
        reading.withdrawn(),
        _closed_by(reading, day),
        program.version,
        tuple(record.mark for record in reading.versions()),
        tuple(reading.canonical(one) for one in sorted(circle)),
    )
    warm, writing = kept.get(circle), getattr(reading, "undoable", False)
    if warm is not None and warm.made_from == made_from and warm.day <= day:
        fresh = () if warm.mark == mark else reading.facts(circle, after=warm.mark)
        newest, plain = warm.ledger.newest, _with_visits_of_others(reading, fresh) is fresh
        # a fact of an earlier day than the last look may have come before something that has lapsed meanwhile
        follows = all((fact.moment, fact.id) > newest and fact.day >= warm.day for fact in fresh)
        if not fresh or (not writing and plain and follows):
            warm.ledger.recall = recall_from(reading, desk)
            for fact in fresh:
                apply(warm.ledger, fact)
            warm.day = day
            if not writing:
                warm.mark = mark
            return warm.ledger
    ledger = _folded(reading, desk, circle, program, reading.facts(circle), None, day)
    if not writing and not ledger.borrowed:
        kept.pop(circle, None)
        kept[circle] = _Warm(ledger, mark, day, made_from)
        if len(kept) > desk.kept_accounts:
            kept.pop(next(iter(kept)))
    return ledger


def folded(
    reading: Reading, desk: Desk, circle: Iterable[str], program: Program, until: date | None = None
) -> Ledger:  # fmt: skip
    """The ledger of a circle from the facts of the store; `until` is the last local day whose facts are taken."""
    return _folded(reading, desk, circle, program, reading.facts(circle), until, until or today(desk, reading))


def _closed_by(reading: Reading, day: date) -> tuple[date, int] | None:
    """The end of the program, once its day has come: one that is only announced changes nothing yet."""
    closing = reading.closing()
    return closing if closing is not None and closing[0] <= day else None


def _folded(
    reading: Reading, desk: Desk, circle: Iterable[str], program: Program, facts: tuple[Fact, ...], until: date | None,
    day: date,
) -> Ledger:  # fmt: skip
    closing = _closed_by(reading, day)
    override = program.expiry if not program.notice.keep_old_terms else None
    if until is not None:
        facts = tuple(fact for fact in facts if fact.day <= until)
    every = _with_visits_of_others(reading, facts)
    ledger = fold(
        with_merges(reading, circle, every), recall_from(reading, desk),
        None if closing is None else (_start_of(closing[0], program), *closing), override,
    )  # fmt: skip
    ledger.borrowed = every is not facts
    return ledger


def folded_over(
    reading: Reading, desk: Desk, circle: Iterable[str], program: Program, eve: date, last: date
) -> Iterator[Ledger]:
    """The ledger of a circle at the end of two local days, what was due to lapse by then gone.

    Where only newer facts lie between the two days, the first ledger is folded on into the second one: it is to be
    read before the second is asked for. Else (a desk that was long offline, a merge, the end of the program) each is
    folded anew.
    """
    facts = reading.facts(circle)
    ledger = _folded(reading, desk, circle, program, facts, eve, eve)
    advance(ledger, plus_days(eve, 1))
    newest, borrowed = ledger.newest, ledger.borrowed
    yield ledger
    late = tuple(fact for fact in facts if eve < fact.day <= last)
    closing = reading.closing()
    follows = not late or (late[0].moment, late[0].id) > newest
    if (
        follows
        and not borrowed
        and _with_visits_of_others(reading, late) is late
        and all(reading.merge(one) is None for one in circle)
        and not (closing is not None and eve < closing[0] <= last)
    ):
        for fact in late:
            apply(ledger, fact)
    else:
        ledger = _folded(reading, desk, circle, program, facts, last, last)
    advance(ledger, plus_days(last, 1))
    yield ledger


def _with_visits_of_others(reading: Reading, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Units may wait for a visit of a patient whose account is another one (a payer earns): those visits too."""
    waiting = {fact.patient for fact in facts if isinstance(fact, Accrued) and fact.usable.kind == "visit"}
    others = waiting - {fact.member for fact in facts}
    if not others:
        return facts
    patients = {alias for patient in others for alias in reading.aliases(patient)}
    visits = [
        fact for fact in reading.facts(patients)
        if isinstance(fact, Visited) or (isinstance(fact, Returned) and fact.role == "visit")
    ]  # fmt: skip
    return tuple(sorted((*facts, *visits), key=lambda fact: (fact.moment, fact.id)))


def with_merges(reading: Reading, circle: Iterable[str], facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts with the merges that hold now, each at its moment."""
    merges = [
        Merged(moment, op_id, member, day, into)
        for one in sorted(circle) if (merge := reading.merge(one)) is not None
        for moment, op_id, member, day, into in (merge,)
    ]  # fmt: skip
    return tuple(sorted((*facts, *merges), key=lambda fact: (fact.moment, fact.id))) if merges else facts


def _start_of(day: date, program: Program) -> int:
    from zoneinfo import ZoneInfo

    return int(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(program.timezone)).timestamp() * 1000)


def recall_from(reading: Reading, desk: Desk) -> Callable[[str], Recalled]:
    """Receipts by id, each with the version it was paid under; LookupError for one that is not known here."""
    known: dict[str, Recalled] = {}

    def recall(receipt: str) -> Recalled:
        found = known.get(receipt)
        if found is None:
            row = reading.receipt(receipt)
            if row is None:
                raise LookupError(receipt)
            found = known[receipt] = open_receipt(reading, desk, row)
        return found

    return recall


def open_receipt(reading: Reading, desk: Desk, row: ReceiptRow) -> Recalled:
    """A stored receipt as a value, with its program."""
    record = program_of_version(reading, row.body["version"], row.body.get("mark", ""))

    def offer_of(document: Json) -> Promotion:
        return _kept_offer(record.document, document)

    return Recalled(from_json(row.body, offer_of), desk.program_of(record))


def _kept_offer(document: Json, offer: Json) -> Promotion:
    from desk_app.documents.offer_file import kept_offer

    return kept_offer(document, offer)


def holding(reading: Reading, ledger: Ledger, member: str, program: Program, day: date) -> Holding:
    """One member's view of a folded circle."""
    person = ledger.person(member)
    visits = list(person.visits)
    if program.levels.owner == "account" and person.family:
        visits = [visit for one in ledger.families.get(person.family, ()) for visit in ledger.person(one).visits]
    return Holding(ledger, person.id, reading.membership(member), ledger.account_of(member), tuple(visits), day)


def reached(program: Program, held: Holding) -> Reached:
    """What the history of a holding says on its day."""
    joined = held.ledger.person(held.member).joined
    return reached_on(program.levels, held.visits, joined, held.day)


def standing_for(
    reading: Reading, desk: Desk, program: Program, record: VersionRecord, held: Holding, redeemer: Holding,
    same_account: bool,
) -> tuple[Standing, tuple[Json, ...]]:  # fmt: skip
    """What a quote needs to know, and the raw documents of the patient's offers."""
    person, day, member = held.ledger.person(held.member), held.day, held.is_member
    state = reached(program, held)
    patient = reading.patient(held.member)
    membership = held.membership
    closing = reading.closing()
    closed = closing is not None and day >= closing[0]
    # once the last units may have been spent, nobody is a member of anything
    member = member and not (closing is not None and day > plus_days(*closing))
    offers = reading.offers(held.member) if member else ()
    promotions: tuple[Promotion, ...] = ()
    if offers:
        promotions = tuple(_kept_offer(record.document, offer) for offer in offers)
    families = held.ledger.families.get(person.family, ()) if person.family else ()
    account = redeemer.account
    waiting = [lot for lot in account.open_lots() if lot.usable.kind == "visit" and lot.left
               and not redeemer.ledger.can_spend(lot, day)]  # fmt: skip
    spent_today = sum(spent.units - spent.back for spent in account.redemptions if spent.day == day)
    limited = any(reward.stock for reward in program.rewards)
    totals = any(promotion.when.uses_total for promotion in program.promotions)
    standing = Standing(
        member=member, earns=member and not closed, joined=person.joined,
        birth_date=patient.birth_date if patient else None,
        level=program.levels.steps[state.kept].code, counted=state.spent,
        visits=person.visit_count(before=day), visits_counted=state.visits, units_earned=state.units_earned,
        visited_today=any(visit.counts and visit.receipt and visit.day == day for visit in person.visits),
        usable=redeemer.usable,
        visit_lots=tuple(VisitLot(lot.left, lot.usable.count) for lot in waiting if lot.patient == held.member),
        may_redeem=_may_redeem(reading, program, redeemer), same_account=same_account,
        redeemed_today=spent_today, groups=groups_on(program, membership, day) if member else (),
        segments=membership.segments if membership else (), family_members=len(families),
        uses=uses_by(program, promotions, person.visits, day),
        uses_total=reading.uses_total("promotion") if totals else {}, services=last_services(person.visits),
        offers=promotions, given=reading.uses_total("reward") if limited else {},
    )  # fmt: skip
    return standing, offers


def groups_on(program: Program, membership: Membership | None, day: date) -> tuple[str, ...]:
    """Groups whose document is still valid on that day."""
    if membership is None:
        return ()
    known = {group.code: group for group in program.groups}
    return tuple(
        code for code, shown in membership.groups
        if code in known and ((valid := known[code].valid) is None or day <= plus(shown, valid))
    )  # fmt: skip


def uses_by(program: Program, offers: Iterable[Promotion], visits: Iterable[Visit], day: date) -> dict[str, int]:
    """The patient's uses of each promotion, inside its period where it has one; freed uses are gone already."""
    periods = {promotion.code: promotion.when.uses_per_period for promotion in (*program.promotions, *offers)}
    out: dict[str, int] = {}
    for visit in visits:
        for rule in visit.used:
            kind, _, code = rule.partition(":")
            if kind == "reward":
                continue
            limit = periods.get(code)
            if limit is not None:
                over = day >= plus(visit.day, limit.period) if limit.period else day.year != visit.day.year
                if over:
                    continue
            out[code] = out.get(code, 0) + 1
    return out


def last_services(visits: Iterable[Visit]) -> dict[str, date]:
    """The last day of each service."""
    last: dict[str, date] = {}
    for visit in visits:
        for service in visit.services:
            if service not in last or visit.day > last[service]:
                last[service] = visit.day
    return last


def _may_redeem(reading: Reading, program: Program, redeemer: Holding) -> bool:
    """Who may spend from a family's account: any, any adult, or the owner (who founded it)."""
    person = redeemer.ledger.person(redeemer.member)
    if program.family is None or not person.family or program.family.redeem == "any":
        return True
    if program.family.redeem == "owner":
        members = redeemer.ledger.families.get(person.family, [])
        return bool(members) and members[0] == person.id
    patient = reading.patient(person.id)
    return patient is None or patient.birth_date is None or age_on(redeemer.day, patient.birth_date) >= 18


def version_on(reading: Reading, desk: Desk, day: date) -> tuple[Program, VersionRecord]:
    """The program in force on a day. Raises `moment.no_version`."""
    record = record_on(reading, day)
    return desk.program_of(record), record
