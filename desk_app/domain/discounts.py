"""Which discounts each line gets: the winner line by line, exclusive and on-top promotions, claimed rewards.

Source: spec: engine, Candidate discounts and Amounts. All sums are minor units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desk_app.domain.candidates import Candidate, Ratio, of_effect, of_manual, of_percents, weigh
from desk_app.domain.conditions import Places, Setting, unmet_by_content, unmet_by_person
from desk_app.domain.discount_lines import DiscountLine, may_be_claimed, open_lines
from desk_app.domain.errors import refuse
from desk_app.domain.money import half_up_ratio
from desk_app.domain.program import Program, Step
from desk_app.domain.promotions import Effect, Promotion, Reward
from desk_app.domain.quote import Reason
from desk_app.domain.reasons import reason
from desk_app.domain.spread import spread
from desk_app.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class OnTop:
    """A rule that needs no winner and applies to what is left."""

    rule: str
    effect: Effect
    maximum: int | None
    eligible: tuple[int, ...]


@dataclass(slots=True)
class Discounted:
    """What discounts did to a bill. `rewards` are (reward, line id or "", cost in smallest parts)."""

    lines: list[DiscountLine]
    rewards: tuple[tuple[str, str, int], ...] = ()
    reasons: list[Reason] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All that was taken off the bill."""
        return sum([opened.discount for opened in self.lines])

    @property
    def reward_units(self) -> int:
        """What the claimed rewards cost."""
        return sum(cost for _, _, cost in self.rewards)


def discount_lines(program: Program, setting: Setting, step: Step | None, usable: int) -> Discounted:
    """All discounts of a bill at a level; `step` None: no member, so only a discount by hand may apply.

    Raises `reward.unknown`, `reward.stock`, `reward.tried`, `reward.no_piece`, `reward.balance`,
    `reward.offline`, `manual.limit`.
    """
    bill, standing = setting.bill, setting.standing
    out = Discounted(open_lines(program, bill.lines))
    claimed = _claim_rewards(program, bill.rewards, standing, usable, out) if bill.rewards else []
    lines = out.lines
    eligible = tuple([i for i, opened in enumerate(lines) if opened.refusal is None and opened.base > 0])
    plain: list[Candidate] = []
    exclusive: list[Candidate] = []
    on_top: list[OnTop] = []
    if step is not None:
        plain.append(of_percents(f"level:{step.code}", step.discount_for, eligible, lines))
        for group in program.groups:
            if group.code in standing.groups:
                plain.append(of_percents(f"group:{group.code}", group.discount_for, eligible, lines))
        places = Places.of(program, eligible, bill.lines)
        _add_promotions("promotion", program.promotions, setting, places, out, (plain, exclusive, on_top))
        _add_promotions("offer", standing.offers, setting, places, out, (plain, exclusive, on_top))
    if bill.manual is not None:
        plain.append(of_manual(program, bill.manual, eligible, lines))
    for candidate in (*plain, *exclusive):
        weigh(candidate, lines)
    _apply_best(program, plain, exclusive, on_top, out)
    for rule, effect in claimed:
        before = out.total
        _apply([], [OnTop(rule, effect, None, eligible)], lines, out.reasons)
        if out.total == before:  # nobody pays units for nothing
            raise refuse("reward.no_piece", "rewards", reward=rule.partition(":")[2])
    for opened in lines:
        if opened.refusal is None and not opened.given:
            opened.reasons.append(reason("discount.none"))
    return out


def _claim_rewards(
    program: Program, codes: Sequence[str], standing: Standing, usable: int, out: Discounted
) -> list[tuple[str, Effect]]:
    """Frees a piece for each claimed service; answers the claims that act on top of the whole bill."""
    known = {reward.code: reward for reward in program.rewards}
    left = usable
    on_top: list[tuple[str, Effect]] = []
    taken: list[tuple[str, str, int]] = []
    for code in codes:
        reward = known.get(code)
        if reward is None:
            raise refuse("reward.unknown", "rewards", reward=code)
        if reward.stock and standing.given.get(code, 0) + sum(1 for c, _, _ in taken if c == code) >= reward.stock:
            raise refuse("reward.stock", "rewards", reward=code)
        opened = _line_of_reward(program, reward, standing, out.lines)
        if reward.cost > left:
            raise refuse("reward.balance", "rewards", reward=code, cost=reward.cost, usable=left)
        if standing.ceiling is not None and usable - left + reward.cost > standing.ceiling:
            raise refuse("reward.offline", "rewards", reward=code, cost=reward.cost,
                         limit=max(0, standing.ceiling - usable + left))  # fmt: skip
        left -= reward.cost
        rule = f"reward:{code}"
        if opened is not None:
            opened.free_piece(rule, reward.cost)
        else:
            on_top.append((rule, _effect_of(reward)))
            out.reasons.append(reason("reward.spent", rule=rule, cost=reward.cost))
        taken.append((code, opened.line.id if opened is not None else "", reward.cost))
    out.rewards = tuple(taken)
    return on_top


def _effect_of(reward: Reward) -> Effect:
    if reward.amount:
        return Effect("amount", amount=reward.amount)
    return Effect("percent", percent=reward.percent)


def _line_of_reward(
    program: Program, reward: Reward, standing: Standing, lines: Sequence[DiscountLine]
) -> DiscountLine | None:
    if not reward.service:
        return None
    if reward.not_tried_yet and reward.service in standing.services:
        raise refuse("reward.tried", "rewards", reward=reward.code, service=reward.service)
    for opened in lines:
        if opened.line.service == reward.service and may_be_claimed(program, opened):
            return opened
    raise refuse("reward.no_piece", "rewards", reward=reward.code, service=reward.service)


def _add_promotions(
    kind: str,
    promotions: Sequence[Promotion],
    setting: Setting,
    places: Places,
    out: Discounted,
    into: tuple[list[Candidate], list[Candidate], list[OnTop]],
) -> None:
    """Sort the promotions that hold into those that compete, exclusive ones and those on top."""
    plain, exclusive, on_top = into
    lines = out.lines
    for promotion in promotions:
        if not promotion.effect.is_discount:
            continue
        rule = f"{kind}:{promotion.code}"
        unmet = unmet_by_person(promotion.when, promotion.code, setting)
        eligible: tuple[int, ...] = ()
        if unmet is None:
            eligible = places.targets(promotion.when)
            unmet = unmet_by_content(promotion.when, setting, (lines[i].pieces for i in eligible))
        if unmet is not None:
            if not unmet.secret:
                out.reasons.append(unmet.reason(rule))
            continue
        if promotion.combine == "on_top":
            on_top.append(OnTop(rule, promotion.effect, promotion.max_amount, eligible))
        else:
            candidate = of_effect(rule, promotion.effect, promotion.max_amount, eligible, lines)
            (exclusive if promotion.combine == "exclusive" else plain).append(candidate)


_Won = list[tuple[Candidate, list[int]]]


def _apply_best(
    program: Program,
    plain: Sequence[Candidate],
    exclusive: Sequence[Candidate],
    on_top: Sequence[OnTop],
    out: Discounted,
) -> None:
    """The best set without exclusive promotions, or one exclusive alone if it takes off strictly more."""
    won = _winners(program, plain, out.lines)
    alone: tuple[int, Candidate] | None = None
    if exclusive:
        best_set = _apply(won, on_top, [opened.to_try() for opened in out.lines], [])
        for candidate in exclusive:
            amount = _apply([(candidate, list(candidate.worths))], (), [opened.to_try() for opened in out.lines], [])
            if alone is None or amount > alone[0]:
                alone = (amount, candidate)
        assert alone is not None
        wins = alone[0] > best_set
        code = "exclusive.won" if wins else "exclusive.lost"
        out.reasons.append(reason(code, rule=alone[1].rule, amount=alone[0], other=best_set))
        if wins:
            won, on_top = [(alone[1], list(alone[1].worths))], ()
    winner_of = {i: candidate.rule for candidate, lines_won in won for i in lines_won}
    lines = out.lines
    for candidate in plain:
        rule = candidate.rule
        lost_to: dict[str, Reason] = {}  # one reason for all lines: on a long bill most reasons are these
        for i in candidate.worths:
            winner = winner_of.get(i, rule)
            if winner != rule:
                why = lost_to.get(winner)
                if why is None:
                    why = lost_to[winner] = reason("discount.not_combined", rule=rule, winner=winner)
                lines[i].reasons.append(why)
    _apply(won, on_top, lines, out.reasons)
    for candidate, lines_won in won:
        for i in lines_won:
            lines[i].win(candidate.rule)


def _winners(program: Program, plain: Sequence[Candidate], lines: Sequence[DiscountLine]) -> _Won:
    """Line by line the candidate worth most (ties to the earlier), or the first that applies if so declared."""
    best: dict[int, Candidate] = {}
    declared = program.stacking.order == "declared"
    for candidate in plain:
        for i, (numerator, denominator) in candidate.worths.items():
            holder = best.get(i)
            if holder is None:
                best[i] = candidate
            elif not declared:
                held, under = holder.worths[i]
                if numerator * under > held * denominator:
                    best[i] = candidate
    return [(c, won) for c in plain if (won := [i for i in sorted(c.worths) if best[i] is c])]


def _apply(won: _Won, on_top: Sequence[OnTop], lines: Sequence[DiscountLine], bill_reasons: list[Reason]) -> int:
    """Take the amounts off; answers all that was taken off these lines."""
    for candidate, lines_won in won:
        _give(candidate, lines_won, lines, bill_reasons)
    for top in on_top:
        candidate = of_effect(top.rule, top.effect, top.maximum, top.eligible, lines)
        reach = candidate.percents or candidate.parts or candidate.amount_lines
        _give(candidate, [i for i in reach if lines[i].limit(candidate.unbound) > 0], lines, bill_reasons)
    return sum([opened.taken for opened in lines])


def _give(candidate: Candidate, won: Sequence[int], lines: Sequence[DiscountLine], bill_reasons: list[Reason]) -> None:
    if candidate.amount_lines:
        _give_amount(candidate, won, lines, bill_reasons)
    elif candidate.percents:
        groups: dict[Ratio, list[int]] = {}
        for i in won:
            groups.setdefault(candidate.percents[i], []).append(i)
        for percent, group in groups.items():
            _give_percent(candidate, percent, group, lines)
    else:
        _give_parts(candidate, won, lines)


def _give_amount(
    candidate: Candidate, won: Sequence[int], lines: Sequence[DiscountLine], bill_reasons: list[Reason]
) -> None:
    """A fixed amount once per bill over the lines won; what a full line cannot take goes to the others."""
    bases = [lines[i].left for i in won]
    limits = [lines[i].limit(False) for i in won]
    parts, unplaced = spread(candidate.amount, bases, limits)
    for i, base, part in zip(won, bases, parts, strict=True):
        lines[i].reasons.append(
            reason("discount.amount", rule=candidate.rule, amount=candidate.amount, base=base, over=sum(bases),
                   given=part)
        )  # fmt: skip
        if part == lines[i].limit(False) < base:
            opened = lines[i]
            opened.reasons.append(
                reason("discount.full", rule=candidate.rule, by=_ceiling_of(opened), limit=part,
                       percent=opened.strictest.percent)
            )  # fmt: skip
        lines[i].take(candidate.rule, part)
    if unplaced:
        bill_reasons.append(
            reason("discount.unplaced", rule=candidate.rule, amount=candidate.amount, unplaced=unplaced)
        )


def _give_percent(candidate: Candidate, percent: Ratio, group: Sequence[int], lines: Sequence[DiscountLine]) -> None:
    """One group: one rounding, spread over its lines; what a ceiling cuts is lost, `max_amount` lowers the total."""
    bases = [lines[i].left for i in group]
    over = sum(bases)
    total = half_up_ratio(over * percent[0], percent[1])
    parts, _ = spread(total, bases)
    given = _within_ceilings(candidate, group, parts, bases, lines)
    text = str(percent[0]) if percent[1] == 1 else f"{percent[0]}/{percent[1]}"
    for i, base, part, amount in zip(group, bases, parts, given, strict=True):
        lines[i].reasons.append(
            reason("discount.percent", rule=candidate.rule, percent=text, base=base, over=over, total=total,
                   part=part, given=amount)
        )  # fmt: skip
        lines[i].take(candidate.rule, amount)


def _give_parts(candidate: Candidate, won: Sequence[int], lines: Sequence[DiscountLine]) -> None:
    """Fixed parts by line: a price, the cheapest piece, free pieces."""
    effect = candidate.effect
    assert effect is not None
    parts = [candidate.parts[i] for i in won]
    given = _within_ceilings(candidate, won, parts, parts, lines)
    for i, amount in zip(won, given, strict=True):
        lines[i].reasons.append(_reason_of_part(candidate, effect, lines[i], candidate.free_pieces.get(i, 0), amount))
        lines[i].take(candidate.rule, amount)


def _within_ceilings(
    candidate: Candidate,
    won: Sequence[int],
    parts: Sequence[int],
    weights: Sequence[int],
    lines: Sequence[DiscountLine],
) -> list[int]:
    limits = []
    for i, part in zip(won, parts, strict=True):
        opened = lines[i]
        limit = opened.limit(candidate.unbound)
        if part > limit:
            by = "floor" if candidate.unbound else _ceiling_of(opened)
            opened.reasons.append(
                reason("discount.capped", rule=candidate.rule, by=by, limit=limit, percent=opened.strictest.percent,
                       lost=part - limit)
            )  # fmt: skip
        limits.append(min(part, limit))
    if candidate.maximum is None or sum(limits) <= candidate.maximum:
        return limits
    lowered, _ = spread(candidate.maximum, weights, limits)
    for i in won:
        lines[i].reasons.append(
            reason("discount.max_amount", rule=candidate.rule, max=candidate.maximum, before=sum(limits))
        )
    return lowered


def _ceiling_of(opened: DiscountLine) -> str:
    """The strictest ceiling of a line by name."""
    return "floor" if opened.room < opened.ceiling else opened.strictest.by


def _reason_of_part(candidate: Candidate, effect: Effect, opened: DiscountLine, pieces: int, given: int) -> Reason:
    rule, price, base, of = candidate.rule, opened.line.price, opened.left, opened.pieces
    match effect.kind:
        case "price":
            return reason("discount.price", rule=rule, price=effect.amount, list=price, base=base, of=of,
                          given=given)  # fmt: skip
        case "cheapest_percent":
            return reason("discount.cheapest", rule=rule, percent=str(effect.percent), price=price, base=base,
                          of=of, given=given)  # fmt: skip
        case "free_service":
            return reason("discount.free", rule=rule, service=opened.line.service, price=price, base=base,
                          of=of, given=given)  # fmt: skip
        case _:
            return reason("discount.buy", rule=rule, paid=effect.paid, free=effect.free, pieces=pieces, price=price,
                          base=base, of=of, given=given)  # fmt: skip
