"""A second, small calculator: from reasons and list prices alone to every sum of a quote, without the rules' code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from typing import Any

Params = Mapping[str, Any]
Why = tuple[str, Params]

_GIVES = {"discount.percent", "discount.amount", "discount.price", "discount.cheapest", "discount.free", "discount.buy"}
_EARNS = {"earn.percent", "earn.proportional", "earn.steps"}


@dataclass
class Priced:
    """A line of the bill: what its price tag says, who pays, and why the quote says what it says."""

    id: str
    price: int
    quantity: int
    category: str
    payer: str
    why: Sequence[Why]
    discounts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    redeemed: int = 0
    units: int = 0
    earns: int = 0
    left: int = 0

    @property
    def list(self) -> int:
        """List price of all pieces."""
        return self.price * self.quantity

    @property
    def after(self) -> int:
        """After discounts."""
        return self.list - sum(self.discounts.values())

    @property
    def pays(self) -> int:
        """After discounts and units."""
        return self.after - self.redeemed


@dataclass
class Sums:
    """The sums of the bill."""

    list: int
    discount: int
    redeemed: int
    redeemed_units: int
    pays_by_payer: dict[str, int]
    earns: int
    balance: int | None


def share_out(amount: int, weights: Sequence[Fraction], limits: Sequence[int] | None = None) -> list[int]:
    """In proportion, nobody above the limit, the last units by largest fraction, ties to the earlier."""
    fixed: dict[int, int] = {}
    while True:
        free = [i for i, weight in enumerate(weights) if weight > 0 and i not in fixed]
        whole = sum((weights[i] for i in free), Fraction(0))
        rest = amount - sum(fixed.values())
        exact = {i: rest * weights[i] / whole for i in free}
        over = [i for i in free if limits is not None and exact[i] > limits[i]]
        if not over:
            break
        fixed |= {i: limits[i] for i in over if limits is not None}
    parts = [fixed.get(i, floor(exact.get(i, Fraction(0)))) for i in range(len(weights))]
    behind = sorted(free, key=lambda i: floor(exact[i]) - exact[i])
    for i in behind[: rest - sum(floor(part) for part in exact.values())] if free else ():
        parts[i] += 1
    return parts


def nearest(value: Fraction) -> int:
    """Half up."""
    return floor(value + Fraction(1, 2))


def recompute(lines: Sequence[Priced], bill: Sequence[Why]) -> Sums:
    """Fill in the lines and add them up."""
    _discounts(lines)
    units = _units(lines, bill)
    earned = _earned(lines, bill)
    rewards = (params["cost"] for code, params in _all(lines, bill) if code in ("reward.claimed", "reward.spent"))
    spent = units + sum(rewards)
    payers: dict[str, int] = defaultdict(int)
    for line in lines:
        payers[line.payer] += line.pays
    balance = next((params for code, params in bill if code == "total.balance"), None)
    after = None
    if balance is not None:
        assert balance["spent"] == spent
        assert balance["added"] in (0, earned)
        after = balance["before"] - spent + balance["added"]
    return Sums(
        sum(line.list for line in lines), sum(line.list - line.after for line in lines),
        sum(line.redeemed for line in lines), spent, dict(payers), earned, after,
    )  # fmt: skip


def _all(lines: Sequence[Priced], bill: Sequence[Why]) -> list[Why]:
    return [*bill, *(why for line in lines for why in line.why)]


# discounts


@dataclass
class _Given:
    line: Priced
    params: Params
    cap: int | None
    most: int | None


def _discounts(lines: Sequence[Priced]) -> None:
    together: dict[tuple[Any, ...], list[_Given]] = {}
    for line in lines:
        claimed = [params for code, params in line.why if code == "reward.claimed"]
        for params in claimed:
            assert params["price"] == line.price
            given = max(0, line.price - params["floor"]) * params["pieces"]
            assert given == params["given"]
            if given:
                line.discounts[params["rule"]] += given
        line.left = line.list - sum(params["pieces"] * line.price for params in claimed)
        _collect(line, together)
    for (code, *_), given in together.items():
        parts = _parts(code, given)
        for one, part in zip(given, parts, strict=True):
            assert part == one.params["given"], (code, one.params, part)
            if part:
                one.line.discounts[one.params["rule"]] += part


def _collect(line: Priced, together: dict[tuple[Any, ...], list[_Given]]) -> None:
    cap = most = None
    last: _Given | None = None
    left, times = line.left, defaultdict[tuple[Any, ...], int](int)
    for code, params in line.why:
        if code == "discount.capped":
            cap = params["limit"]
        elif code == "discount.max_amount":
            most = params["max"]
        elif code == "discount.full":
            assert last is not None
            last.cap = params["limit"]
        elif code in _GIVES:
            assert params["base"] == left, "what was left of the line"
            key = (code, params["rule"], params.get("percent"), params.get("over"))
            times[key] += 1
            last = _Given(line, params, cap, most)
            together.setdefault((*key, times[key]), []).append(last)
            left, cap, most = left - params["given"], None, None


def _parts(code: str, given: Sequence[_Given]) -> list[int]:
    bases = [Fraction(one.params["base"]) for one in given]
    first = given[0].params
    if code in ("discount.percent", "discount.amount"):
        assert sum(bases) == first["over"], "the whole group is there"
    if code == "discount.amount":
        limits = [one.params["base"] if one.cap is None else one.cap for one in given]
        return share_out(first["amount"], bases, limits)
    if code == "discount.percent":
        total = nearest(first["over"] * Fraction(first["percent"]))
        assert total == first["total"]
        parts, weights = share_out(total, bases), bases
    else:
        parts = [_part(code, one.params) for one in given]
        weights = [Fraction(part) for part in parts]
    limited = [part if one.cap is None else min(part, one.cap) for part, one in zip(parts, given, strict=True)]
    if given[0].most is not None:
        return share_out(given[0].most, weights, limited)
    return limited


def _part(code: str, params: Params) -> int:
    base, of = params["base"], params["of"]
    match code:
        case "discount.price":
            return int(base - params["price"] * of)
        case "discount.cheapest":
            return nearest(nearest(Fraction(base, of)) * Fraction(params["percent"]))
        case "discount.free":
            return nearest(Fraction(base, of))
        case _:
            return nearest(Fraction(base * params["pieces"], of))


# units


def _units(lines: Sequence[Priced], bill: Sequence[Why]) -> int:
    said = {code: params for code, params in bill if code in ("redeem.given", "redeem.limit")}
    if "redeem.given" not in said:
        return 0
    units, worth = said["redeem.given"]["units"], said["redeem.given"]["worth"]
    pools = [params for code, params in bill if code == "redeem.pool"]
    if "redeem.limit" in said:
        limit = said["redeem.limit"]
        assert units == limit["limit"]
        if limit["by"] == "share":
            assert units == sum(pool["capacity"] for pool in pools) // worth
    over = share_out(units * worth, [Fraction(p["base"]) for p in pools], [p["capacity"] for p in pools])
    for pool, money in zip(pools, over, strict=True):
        assert money == pool["money"]
        members = [
            (line, params) for line in lines for code, params in line.why
            if code == "redeem.line" and params["pool"] == pool["category"]
        ]  # fmt: skip
        weights = [Fraction(line.after) for line, _ in members]
        paid = share_out(money, weights, [params["most"] for _, params in members])
        for (line, params), part in zip(members, paid, strict=True):
            assert (params["price"], params["money"]) == (line.after, part)
            line.redeemed = part
    shares = share_out(units, [Fraction(line.redeemed) for line in lines])
    for line, part in zip(lines, shares, strict=True):
        line.units = part
    return int(units)


# earning

_ROUNDED: dict[str, Callable[[Fraction], int]] = {"down": floor, "up": ceil, "half_up": nearest}


def _earned(lines: Sequence[Priced], bill: Sequence[Why]) -> int:
    said = _all(lines, bill)
    for params in (params for code, params in said if code == "earn.sum"):
        members = [
            line for line in lines
            if params["per"] == "bill" or params["of"] == (line.category if params["per"] == "category" else line.id)
        ]  # fmt: skip
        weights = _exact(members)
        exact = sum(weights, Fraction(0))
        assert exact == Fraction(params["exact"])
        whole = _ROUNDED[params["rounding"]](exact)
        assert whole == params["units"]
        for line, part in zip(members, share_out(whole, weights), strict=True):
            line.earns = part
    bonus = sum(params["units"] for code, params in bill if code == "earn.promotion")
    total = sum(line.earns for line in lines) + bonus
    for params in (params for code, params in bill if code == "earn.capped"):
        assert total == params["before"]
        of_lines = min(sum(line.earns for line in lines), params["limit"])
        for line, part in zip(lines, share_out(of_lines, [Fraction(line.earns) for line in lines]), strict=True):
            line.earns = part
        total = params["limit"]
    return int(total)


def _exact(members: Sequence[Priced]) -> list[Fraction]:
    """Exact units by line; full steps are counted over all lines of one rate."""
    out = [Fraction(0)] * len(members)
    steps: dict[tuple[Any, ...], list[tuple[int, Fraction]]] = defaultdict(list)
    for i, line in enumerate(members):
        for code, params in line.why:
            if code not in _EARNS:
                continue
            base, factor = Fraction(params["base"]), Fraction(params["factor"])
            if code == "earn.percent":
                out[i] += base * Fraction(params["percent"]) * factor / params["worth"]
            elif code == "earn.proportional":
                out[i] += base * params["units"] * factor / params["per"]
            else:
                steps[(params["units"], params["per"], factor)].append((i, base))
    for (units, per, factor), bases in steps.items():
        total = sum((base for _, base in bases), Fraction(0))
        given = floor(total / per) * units * factor
        for i, base in bases:
            out[i] += base * given / total if total else Fraction(0)
    return out
