"""From a bill to a quote: the one pure function behind the screen, the command line and every receipt.

Same input, same output on every desk and at any later date (spec: engine). No clock, no store, no words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desk_app.domain.bill import Bill
from desk_app.domain.conditions import Setting, is_for
from desk_app.domain.discounts import Discounted, discount_lines
from desk_app.domain.earning import Earned, EarnLine, earn
from desk_app.domain.levels import bands, counted_value, index_of_value, kept_index, level_index
from desk_app.domain.program import OWN_PAYERS, Program
from desk_app.domain.quote import Discount, NextLevel, Quote, QuoteLine, Reason
from desk_app.domain.reasons import reason
from desk_app.domain.redeeming import Redeemed, RedeemLine, redeem
from desk_app.domain.register import split_positions
from desk_app.domain.standing import Standing

_DISCOUNTED_BY = ("promotion:", "offer:", "manual")


@dataclass(slots=True)
class _Priced:
    """One pass at one level."""

    index: int
    discounted: Discounted
    redeemed: Redeemed
    earned: Earned
    after: list[int]
    pays: list[int]
    counts: list[bool]
    usable: int


def price_bill(program: Program, bill: Bill, standing: Standing) -> Quote:
    """Price a bill for a member in that standing under one version of a program.

    Raises the refusals of claims and discounts by hand (spec: engine, What the engine refuses).
    """
    levels = program.levels
    before = level_index(levels, standing)
    priced = _price(program, bill, standing, before)
    if levels.crossing_bill == "after" and standing.member:
        value = counted_value(levels, standing) + _added(program, standing, priced)
        reached = max(before, index_of_value(levels, value))
        if reached != before:
            priced = _price(program, bill, standing, reached)
    return _quote(program, bill, standing, priced)


def visit_number(standing: Standing, counts: bool) -> int | None:
    """The number of the visit this bill belongs to; None when it makes none (spec: engine, Level)."""
    return standing.visits + 1 if counts or standing.visited_today else None


def counting_lines(program: Program, bill: Bill) -> list[bool]:
    """Which lines count for the level: paid by self, certificate or deposit, in categories that count."""
    return [line.payer in OWN_PAYERS and program.category(line.category).counts_for_level for line in bill.lines]


def usable_now(standing: Standing, visit: int | None) -> int:
    """The balance at this moment, with the lots that this very visit makes usable."""
    done = visit if visit is not None else standing.visits
    return standing.usable + sum(lot.units for lot in standing.visit_lots if lot.visit <= done)


def _price(program: Program, bill: Bill, standing: Standing, index: int) -> _Priced:
    levels = program.levels
    step = levels.steps[index]
    counts = counting_lines(program, bill)
    visit = visit_number(standing, any(counts))
    setting = Setting(program, bill, standing, step.code, visit)
    usable = usable_now(standing, visit)
    discounted = discount_lines(program, setting, step if standing.member else None, usable)
    after = [opened.line.price * opened.line.quantity - opened.discount for opened in discounted.lines]
    flags = [is_discounted(opened.line.on_promo, opened.given) for opened in discounted.lines]
    redeem_lines = list(map(RedeemLine, bill.lines, after, flags))
    redeemed = redeem(program, bill, standing, redeem_lines, usable, discounted.reward_units)
    pays = [price - money for price, money in zip(after, redeemed.money, strict=True)]
    earn_lines = list(map(EarnLine, bill.lines, after, pays, flags, counts))
    spent = redeemed.total_units + discounted.reward_units > 0
    whole = [(step, Fraction(1))]
    earned = earn(setting, earn_lines, spent, whole, standing.family_members)
    priced = _Priced(index, discounted, redeemed, earned, after, pays, counts, usable)
    if levels.crossing_bill == "bands" and standing.member:
        cut = bands(levels, counted_value(levels, standing), _added(program, standing, priced), index)
        if len(cut) > 1:
            parts = [(levels.steps[i], share) for i, share in cut]
            priced.earned = earn(setting, earn_lines, spent, parts, standing.family_members)
    return priced


def is_discounted(on_promo: bool, given: Sequence[Discount]) -> bool:
    """A discounted line has a promotion, personal offer or manual discount, or came at a sale price."""
    if on_promo:
        return True
    for part in given:  # noqa: SIM110 (asked of every line: a generator costs more than the answer)
        if part.rule.startswith(_DISCOUNTED_BY):
            return True
    return False


def _added(program: Program, standing: Standing, priced: _Priced) -> int:
    """What this bill adds to the counted value of the ladder."""
    match program.levels.basis:
        case "spend":
            return _counted_sum(program, priced)
        case "visits":
            return int(any(priced.counts) and not standing.visited_today)
        case "units_earned":
            return priced.earned.total


def _counted_sum(program: Program, priced: _Priced) -> int:
    match program.levels.counts:
        case "paid":
            sums = priced.pays
        case "before_units":
            sums = priced.after
        case "list_price":
            sums = [opened.line.total for opened in priced.discounted.lines]
    return sum(amount for amount, counts in zip(sums, priced.counts, strict=True) if counts)


def _quote(program: Program, bill: Bill, standing: Standing, priced: _Priced) -> Quote:
    levels = program.levels
    lines = tuple([_quote_line(priced, i) for i in range(len(bill.lines))])
    value = counted_value(levels, standing)
    reached = max(index_of_value(levels, value + _added(program, standing, priced)), kept_index(levels, standing))
    by_payer: dict[str, int] = {}
    for line, quoted in zip(bill.lines, lines, strict=True):
        by_payer[line.payer] = by_payer.get(line.payer, 0) + quoted.pays
    next_level = None
    if priced.index + 1 < len(levels.steps):
        step = levels.steps[priced.index + 1]
        next_level = NextLevel(step.code, step.start - value)
    earned, redeemed = priced.earned, priced.redeemed
    usable = program.earn.usable if program.earn else None
    visit = visit_number(standing, any(priced.counts))
    at_once = usable is not None and (
        usable.kind == "at_once" or (usable.kind == "visit" and visit is not None and visit >= usable.count)
        or (usable.kind == "days" and usable.count == 0)
    )  # fmt: skip
    reward_units = priced.discounted.reward_units
    spent = redeemed.total_units + reward_units
    added = earned.total if at_once and standing.same_account else 0
    balance = priced.usable - spent + added
    listed, discount = sum([line.list for line in lines]), sum([line.discount for line in lines])
    money = sum(redeemed.money)
    reasons = _bill_reasons(program, standing, priced, next_level, reached)
    reasons += _total_reasons(listed, discount, money, by_payer)
    if program.unit:
        reasons.append(reason("total.balance", before=priced.usable, spent=spent, added=added, after=balance))
    return Quote(
        program=program.code, version=program.version, lines=lines,
        list=listed, discount=discount, redeemed=money, redeemed_units=spent, reward_units=reward_units,
        pays=by_payer.get("self", 0), pays_by_payer=by_payer,
        earns=earned.total, bill_units=earned.bill, usable=usable.text() if usable else "at_once",
        balance_before=priced.usable, balance_after=balance,
        level=levels.steps[priced.index].code, level_after=levels.steps[reached].code, next_level=next_level,
        counted=_counted_sum(program, priced), used=_used(priced),
        reasons=tuple(reasons), warnings=tuple(_warnings(program, bill, standing, priced)),
        rewards=priced.discounted.rewards,
    )  # fmt: skip


def _quote_line(priced: _Priced, i: int) -> QuoteLine:
    opened = priced.discounted.lines[i]
    line, redeemed, earned = opened.line, priced.redeemed, priced.earned
    reasons = (*opened.reasons, *redeemed.line_reasons[i], *earned.line_reasons[i])
    return QuoteLine(
        id=line.id, list=line.price * line.quantity, discount=opened.discount, rule=opened.rule,
        discounts=tuple(opened.given), redeemed=redeemed.money[i], redeemed_units=redeemed.units[i],
        pays=priced.pays[i], earns_base=earned.bases[i], earns=earned.lines[i], counts=priced.counts[i],
        register=split_positions(priced.pays[i], line.quantity, opened.free), reasons=reasons, free=opened.free,
    )  # fmt: skip


def _used(priced: _Priced) -> tuple[str, ...]:
    """Promotions, offers and rewards that did something on this bill."""
    rules = [part.rule for opened in priced.discounted.lines for part in opened.given]
    kept = [rule for rule in rules if rule.startswith(("promotion:", "offer:"))]
    return tuple(dict.fromkeys([*kept, *priced.earned.used, *(f"reward:{c}" for c, _, _ in priced.discounted.rewards)]))


def _bill_reasons(
    program: Program, standing: Standing, priced: _Priced, next_level: NextLevel | None, reached: int
) -> list[Reason]:
    levels = program.levels
    out = list(priced.discounted.reasons)
    out += [why for why in (*priced.redeemed.reasons, *priced.earned.reasons) if why not in out]
    if not standing.member:
        return [*out, reason("level.not_member")]
    current = levels.steps[priced.index].code
    out.append(reason("level.is", level=current))
    if next_level is None:
        out.append(reason("level.top", level=current))
    else:
        out.append(reason("level.next", level=next_level.code, missing=next_level.missing, basis=levels.basis))
    if reached > priced.index:
        out.append(reason("level.reached", level=levels.steps[reached].code))
    return out


def _total_reasons(listed: int, discount: int, redeemed: int, by_payer: Mapping[str, int]) -> list[Reason]:
    own = reason("total.pays", list=listed, discount=discount, redeemed=redeemed, pays=by_payer.get("self", 0))
    others = (reason("total.other_payers", payer=payer, amount=pays) for payer, pays in by_payer.items())
    return [own, *(why for why in others if why.params["payer"] != "self")]


def _warnings(program: Program, bill: Bill, standing: Standing, priced: _Priced) -> list[Reason]:
    """What the patient should know before paying: units lost by spending, coupons that are none here."""
    out: list[Reason] = []
    rules = program.earn
    if rules and rules.on_bill_with_units == "nothing":
        spent = priced.redeemed.total_units + priced.discounted.reward_units
        if spent:
            step = program.levels.steps[priced.index]
            visit = visit_number(standing, any(priced.counts))
            setting = Setting(program, bill, standing, step.code, visit)
            unspent = [
                EarnLine(line, after, after, is_discounted(line.on_promo, opened.given), counts)
                for line, after, opened, counts in zip(
                    bill.lines, priced.after, priced.discounted.lines, priced.counts, strict=True
                )
            ]
            whole = [(step, Fraction(1))]
            lost = earn(setting, unspent, False, whole, standing.family_members).total
            if lost:
                out.append(reason("earn.lost_by_spending", units=lost))
    known = {one.code for one in (*program.promotions, *standing.offers) if is_for(one.when, standing)}
    out += [reason("coupon.unknown", coupon=code) for code in bill.coupons if code not in known]
    return out
