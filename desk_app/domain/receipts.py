"""A receipt: the whole quote with the bill, the version and the standing it was promised under, kept for ever.

Nothing about a receipt is ever recomputed by newer rules (spec: engine, Receipts). Also what the ledger must know
of it when pieces come back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from operator import attrgetter
from typing import Any

from desk_app.domain.bill import Bill, Line, ManualDiscount
from desk_app.domain.conditions import Setting
from desk_app.domain.earning import EarnLine, earn
from desk_app.domain.levels import bands, counted_value
from desk_app.domain.money import half_up_ratio
from desk_app.domain.pricing import is_discounted, visit_number
from desk_app.domain.program import OWN_PAYERS, Program
from desk_app.domain.promotions import Promotion
from desk_app.domain.quote import Discount, NextLevel, Position, Quote, QuoteLine, Reason
from desk_app.domain.standing import Standing

Json = dict[str, Any]
Pieces = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A paid bill. `redeemer` and `earner` are the members whose accounts it touched ("" where it did not).

    `mark` tells the version from another one of the same number, made at a desk that was apart.
    """

    id: str
    number: str
    day: date
    bill: Bill
    quote: Quote
    standing: Standing
    version: int
    redeemer: str
    earner: str
    mark: str = ""


def plain(value: Any) -> Any:
    """A frozen value as plain JSON values; what is empty (0 too) is left out of dataclasses."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is Reason:
        # most of a receipt are reasons, and their numbers are plain already
        return {"code": value.code, "params": value.params}
    if kind is dict:
        return {str(key): item if type(item) in _PLAIN else plain(item) for key, item in value.items()}
    if kind is tuple or kind is list or kind is frozenset:
        # the same short cut for the reasons of a line: a call for each would take longer than what it does
        return [{"code": item.code, "params": item.params} if type(item) is Reason else plain(item) for item in value]
    if kind is Fraction:
        return str(value)
    if kind is date or kind is datetime:
        return value.isoformat()
    out: Json = {}
    names, values_of = _shape(kind)  # type: ignore[arg-type]  # a class is hashable
    for name, item in zip(names, values_of(value), strict=True):
        of = type(item)
        if of in _PLAIN:
            if item:
                out[name] = item
        elif item or of in _KEPT_EMPTY:
            out[name] = plain(item)
    return out


_PLAIN = frozenset((str, int, bool, type(None)))
_KEPT_EMPTY = frozenset((dict, list, frozenset))


@cache
def _shape(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields of a dataclass or tuple of two fields or more, and how all of a value are taken at once."""
    names = getattr(kind, "_fields", None) or tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)


def to_json(receipt: Receipt, offers: Iterable[Json] = ()) -> Json:
    """A receipt as plain values; `offers` are the personal offers' documents as they were."""
    standing = plain(receipt.standing)
    for name in ("offers", "visit_lots"):  # offers are kept as their documents, lots are the ledger's
        standing.pop(name, None)
    if receipt.standing.ceiling is not None:
        standing["ceiling"] = receipt.standing.ceiling  # 0 is a ceiling too
    standing["usable"] = receipt.quote.balance_before  # with the lots that this very visit made usable
    return {
        "id": receipt.id, "number": receipt.number, "day": receipt.day.isoformat(), "bill": plain(receipt.bill),
        "max": receipt.bill.redeem is None, "quote": plain(receipt.quote), "standing": standing,
        "flags": [receipt.standing.member, receipt.standing.earns], "offers": list(offers),
        "version": receipt.version, "mark": receipt.mark, "redeemer": receipt.redeemer, "earner": receipt.earner,
    }  # fmt: skip


def from_json(data: Json, offer_of: Callable[[Json], Promotion]) -> Receipt:
    """`to_json` undone."""
    standing = dict(data["standing"])
    for name in ("joined", "birth_date"):
        if name in standing:
            standing[name] = date.fromisoformat(standing[name])
    standing["services"] = {code: date.fromisoformat(day) for code, day in standing.get("services", {}).items()}
    standing["groups"] = tuple(standing.get("groups", ()))
    standing["segments"] = tuple(standing.get("segments", ()))
    standing["offers"] = tuple(offer_of(offer) for offer in data["offers"])
    standing["member"], standing["earns"] = data["flags"]
    standing.setdefault("may_redeem", False)
    standing.setdefault("same_account", False)
    return Receipt(
        data["id"], data["number"], date.fromisoformat(data["day"]), _bill(data["bill"], data["max"]),
        quote_from_json(data["quote"]), Standing(**standing), data["version"], data["redeemer"], data["earner"],
        data.get("mark", ""),
    )  # fmt: skip


def _bill(data: Json, redeem_max: bool) -> Bill:
    values = {"patient": "", **data}
    values["at"] = datetime.fromisoformat(values["at"])
    values["lines"] = tuple(Line(**{"price": 0, **line}) for line in values.get("lines", ()))
    values["redeem"] = None if redeem_max else values.get("redeem", 0)
    values["coupons"], values["rewards"] = tuple(values.get("coupons", ())), tuple(values.get("rewards", ()))
    if "manual" in values:
        manual = dict(values["manual"])
        if "percent" in manual:
            manual["percent"] = Fraction(manual["percent"])
        values["manual"] = ManualDiscount(**{"reason": "", **manual})
    return Bill(**values)


def quote_from_json(data: Json) -> Quote:
    """A stored quote."""
    values: Json = {"version": None, "discount": 0, "redeemed": 0, "redeemed_units": 0, "reward_units": 0, "list": 0,
                    "pays": 0, "earns": 0, "bill_units": 0, "balance_before": 0, "balance_after": 0, "counted": 0,
                    "next_level": None, **data}  # fmt: skip
    values["lines"] = tuple(_line(line) for line in data.get("lines", ()))
    if values["next_level"] is not None:
        values["next_level"] = NextLevel(**{"missing": 0, **values["next_level"]})
    values["used"] = tuple(data.get("used", ()))
    values["rewards"] = tuple((code, line, cost) for code, line, cost in data.get("rewards", ()))
    for name in ("reasons", "warnings"):
        values[name] = tuple(_reason(item) for item in data.get(name, ()))
    return Quote(**values)


def _line(data: Json) -> QuoteLine:
    values: Json = {"list": 0, "discount": 0, "rule": None, "redeemed": 0, "redeemed_units": 0, "pays": 0,
                    "earns_base": 0, "earns": 0, "counts": False, "free": 0, **data}  # fmt: skip
    values["discounts"] = tuple(Discount(**item) for item in data.get("discounts", ()))
    values["register"] = tuple(Position(**{"price": 0, **item}) for item in data.get("register", ()))
    values["reasons"] = tuple(_reason(item) for item in data.get("reasons", ()))
    return QuoteLine(**values)


def _reason(data: Json) -> Reason:
    return Reason(data["code"], data.get("params", {}))


@dataclass(frozen=True, slots=True)
class LineBack:
    """What has come back of one line in all: money, units' money and units."""

    money: int
    redeemed: int
    units: int


@dataclass(slots=True)
class Recalled:
    """A receipt with the version it was paid under, as the ledger asks for it (`ledger.ReceiptTerms`)."""

    receipt: Receipt
    program: Program

    @property
    def shortfall(self) -> str:
        """What happens to units that were already spent."""
        return self.program.returns.shortfall

    @property
    def worth(self) -> int:
        """Minor units that the smallest part of a unit pays."""
        return self.program.unit.worth if self.program.unit else 0

    @property
    def day(self) -> date:
        """The bill's local day."""
        return self.receipt.day

    def capped(self, returned: Pieces, lines: Iterable[tuple[str, int]]) -> dict[str, int]:
        """Pieces returned in all, never more than were bought; of lines that the bill has not, none."""
        bought = {line.id: line.quantity for line in self.receipt.bill.lines}
        out = dict(returned)
        for line_id, pieces in lines:
            if line_id in bought:
                out[line_id] = min(bought[line_id], out.get(line_id, 0) + pieces)
        return out

    def is_whole(self, returned: Pieces) -> bool:
        """Whether everything came back."""
        return all(returned.get(line.id, 0) >= line.quantity for line in self.receipt.bill.lines)

    def line_back(self, line: Line, quoted: QuoteLine, pieces: int) -> LineBack:
        """Money and units given back after so many pieces in all; the last return takes the last kopeck.

        The free piece of a reward is returned last, the line's money is spread over its paid pieces.
        """
        paid_pieces = line.quantity - quoted.free
        if paid_pieces == 0:
            whole = pieces >= line.quantity
            return LineBack(quoted.pays, quoted.redeemed, quoted.redeemed_units) if whole else LineBack(0, 0, 0)
        back = min(pieces, paid_pieces)
        if self.program.returns.used_part == "at_list_price":
            return _at_list_price(line, quoted, paid_pieces, back)
        return LineBack(
            half_up_ratio(quoted.pays * back, paid_pieces), half_up_ratio(quoted.redeemed * back, paid_pieces),
            half_up_ratio(quoted.redeemed_units * back, paid_pieces),
        )  # fmt: skip

    def _backs(self, returned: Pieces) -> list[tuple[Line, QuoteLine, LineBack]]:
        pairs = zip(self.receipt.bill.lines, self.receipt.quote.lines, strict=True)
        return [(line, quoted, self.line_back(line, quoted, returned.get(line.id, 0))) for line, quoted in pairs]

    def money_back(self, returned: Pieces) -> dict[str, int]:
        """Money given back in all, by kind of payer."""
        out: dict[str, int] = {}
        for line, _, back in self._backs(returned):
            out[line.payer] = out.get(line.payer, 0) + back.money
        return out

    def own_money_back(self, returned: Pieces) -> int:
        """Money given back in all to those who paid at the desk."""
        return self.money_back(returned).get("self", 0)

    def units_back(self, returned: Pieces) -> int:
        """Spent units given back in all, claimed rewards included."""
        units = sum(back.units for _, _, back in self._backs(returned))
        return units + self._rewards_back(returned)

    def _rewards_back(self, returned: Pieces) -> int:
        """A reward's cost comes back with its piece; one on the whole bill when everything came back."""
        whole = self.is_whole(returned)
        units = 0
        free_back = {
            line.id: max(0, returned.get(line.id, 0) - (line.quantity - quoted.free))
            for line, quoted in zip(self.receipt.bill.lines, self.receipt.quote.lines, strict=True)
        }
        for _, line_id, cost in reversed(self.receipt.quote.rewards):
            if not line_id:
                units += cost if whole else 0
            elif free_back[line_id]:
                free_back[line_id] -= 1
                units += cost
        return units

    def counts_still(self, returned: Pieces) -> bool:
        """Whether a line that counts is still on the bill."""
        return any(
            quoted.counts and returned.get(line.id, 0) < line.quantity
            for line, quoted in zip(self.receipt.bill.lines, self.receipt.quote.lines, strict=True)
        )

    def sums_left(self, returned: Pieces) -> tuple[int, int, int]:
        """The counted sums that remain: paid, before units, list price."""
        paid = before = listed = 0
        for line, quoted, back in self._backs(returned):
            if quoted.counts:
                money = quoted.pays - back.money
                paid += money
                before += money + quoted.redeemed - back.redeemed
                listed += line.price * (line.quantity - returned.get(line.id, 0))
        return paid, before, listed

    def to_withdraw(self, returned: Pieces) -> int:
        """Units to withdraw in all: what was earned first less what the rest of the bill earns anew."""
        return max(0, self.receipt.quote.earns - self.earned_anew(returned))

    def earned_anew(self, returned: Pieces) -> int:
        """What remains is earned anew under the receipt's own version, terms and level."""
        if not any(returned.values()):
            return self.receipt.quote.earns
        if self.is_whole(returned):
            return 0
        receipt, program = self.receipt, self.program
        standing, quote = receipt.standing, receipt.quote
        lines: list[EarnLine] = []
        for line, quoted, back in self._backs(returned):
            left = line.quantity - returned.get(line.id, 0)
            if left:
                money = quoted.pays - back.money
                after = money + quoted.redeemed - back.redeemed
                flagged = is_discounted(line.on_promo, quoted.discounts)
                lines.append(EarnLine(replace(line, quantity=left), after, money, flagged, quoted.counts))
        levels = program.levels
        index = levels.index(quote.level)
        visit = visit_number(standing, any(quoted.counts for quoted in quote.lines))
        bill = replace(receipt.bill, lines=tuple(item.line for item in lines))
        setting = Setting(program, bill, standing, quote.level, visit)
        spent = quote.redeemed_units - self.units_back(returned) > 0
        parts = [(levels.steps[index], Fraction(1))]
        if levels.crossing_bill == "bands" and standing.member:
            added = self._added_anew(returned, any(item.counts for item in lines))
            cut = bands(levels, counted_value(levels, standing), added, index)
            parts = [(levels.steps[i], share) for i, share in cut]
        return earn(setting, lines, spent, parts, standing.family_members).total

    def _added_anew(self, returned: Pieces, counts: bool) -> int:
        levels = self.program.levels
        match levels.basis:
            case "spend":
                column = {"paid": 0, "before_units": 1, "list_price": 2}[levels.counts]
                return self.sums_left(returned)[column]
            case "visits":
                return int(counts and not self.receipt.standing.visited_today)
            case "units_earned":
                return self.receipt.quote.earns


def counted_sums(bill: Bill, quote: Quote) -> tuple[int, int, int]:
    """The counted sums of a new receipt: paid, before units, list price."""
    counted = [quoted for quoted in quote.lines if quoted.counts]
    paid = sum(quoted.pays for quoted in counted)
    return paid, paid + sum(quoted.redeemed for quoted in counted), sum(quoted.list for quoted in counted)


def _at_list_price(line: Line, quoted: QuoteLine, paid_pieces: int, back: int) -> LineBack:
    """Used pieces are charged at list price: together max(0, paid + redeemed − list × used), split by share."""
    together = quoted.pays + quoted.redeemed
    if back == 0 or together == 0:
        return LineBack(0, 0, 0)
    total = max(0, together - line.price * (paid_pieces - back)) if back < paid_pieces else together
    money = half_up_ratio(total * quoted.pays, together)
    redeemed = total - money
    units = half_up_ratio(quoted.redeemed_units * redeemed, quoted.redeemed) if quoted.redeemed else 0
    return LineBack(money, redeemed, units)


__all__ = ["OWN_PAYERS", "LineBack", "Recalled", "Receipt", "counted_sums", "from_json", "quote_from_json", "to_json"]
