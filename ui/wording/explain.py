"""A whole quote in words: one plain sentence for each line and each sum, to the desk or to the patient."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from desk_app.domain.bill import Bill, Line
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.promotions import Promotion
from desk_app.domain.quote import Quote, QuoteLine, Reason
from desk_app.price_list import titles
from ui.wording.by_line import RATES, earned_by_line, multiplied_out, spent_by_line
from ui.wording.reasons import SAYINGS, clause, usable_clause
from ui.wording.saying import fill, sentence
from ui.wording.speech import Speech

Audience = Literal["desk", "patient"]

#: Reasons that only say that a line takes no part; those with the same cause are said once.
_NO_PART: Final = ("line.payer", "line.category", "line.excluded", "line.discounted")
_WHOLE_LINE: Final = ("line.on_promo", "line.no_discount")
_LIMITS: Final = ("discount.capped", "discount.full", "discount.max_amount")
#: So many discounts are read aloud in one sentence.
_HEARD_AT_ONCE: Final = 2


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence about one thing: a line (`about` is its id, `name` the service) or a sum ("pays", "earns" …)."""

    about: str
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything a quote has to say, in one language and to one listener."""

    lines: tuple[Explained, ...]
    sums: tuple[Explained, ...]
    notes: tuple[str, ...]

    def line(self, line_id: str) -> str:
        """The sentence of a line."""
        return next((one.sentence for one in self.lines if one.about == line_id), "")

    def sum(self, about: str) -> str:
        """The sentence of a sum, "" when the quote has no such sum."""
        return next((one.sentence for one in self.sums if one.about == about), "")

    def sentences(self) -> tuple[str, ...]:
        """All of it in reading order, each line under its name."""
        lines = (f"{one.name}: {one.sentence[:1].lower()}{one.sentence[1:]}" for one in self.lines)
        return (*lines, *(one.sentence for one in self.sums), *self.notes)


def explain(
    quote: Quote, program: Program, bill: Bill, language: str, audience: Audience = "desk",
    offers: Iterable[Promotion] = (), *, services: Mapping[str, str] | None = None, paid: bool = False,
) -> Explanation:  # fmt: skip
    """The quote in words ("ru" or "en"); `paid`: it is done.

    `offers` are the patient's own and `services` the names of the price list by code, so that they can be named.

    A promotion that does not hold is told to the desk only; one of other people's segments is in no quote at all.
    """
    names = dict(services or {}) | {line.service: line.name for line in bill.lines if line.service and line.name}
    names |= {f"offer:{offer.code}": offer.name.plain(language) for offer in offers}
    speech = Speech(language, program, names, audience == "patient", paid)
    lines = tuple(
        Explained(
            line.id,
            line.name or names.get(line.service) or line.service or line.id,
            _line_sentence(line, quoted, quote, speech),
        )
        for line, quoted in zip(bill.lines, quote.lines, strict=True)
    )
    return Explanation(lines, tuple(_sums(quote, bill, speech)), tuple(_notes(quote, speech)))


def quote_explanation(
    quote: Quote, program: Program, bill: Bill, offers: Sequence[Promotion] = (), *,
    services: Mapping[str, Service] | None = None, paid: bool = False,
) -> dict[str, list[str]]:  # fmt: skip
    """The desk's sentences in both languages, as the command line prints them."""
    return {
        language: list(
            explain(
                quote, program, bill, language, offers=offers, services=titles(services or {}, language), paid=paid
            ).sentences()
        )
        for language in ("ru", "en")
    }


# one line


def _line_sentence(line: Line, quoted: QuoteLine, quote: Quote, speech: Speech) -> str:
    """Price, then units spent, then units earned, in one sentence."""
    about = {"category": line.category or ""}
    parts = _no_part(quoted.reasons, speech, about)
    parts += _price_clauses(quoted, speech, about)
    parts += _spent_clauses(quoted, quote, speech, about)
    parts += _earn_clauses(quoted, speech, told=earned_by_line(quote))
    return _said(list(dict.fromkeys(parts)), speech)


def _of(quoted: QuoteLine, *codes: str) -> list[Reason]:
    return [why for why in quoted.reasons if why.code in codes]


def _no_part(reasons: Sequence[Reason], speech: Speech, about: dict[str, Any]) -> list[str]:
    """What the line takes no part in; one cause of several steps is one clause."""
    steps: dict[tuple[str, Any], list[str]] = {}
    for why in reasons:
        if why.code in _NO_PART:
            cause = why.params.get("payer") or why.params.get("category") or why.params.get("service") or ""
            steps.setdefault((why.code, cause), []).append(str(why.params["step"]))
    first = {(why.code, cause): why for why in reversed(reasons) for cause in [
        why.params.get("payer") or why.params.get("category") or why.params.get("service") or ""]}  # fmt: skip
    said = [clause(first[key], speech, {**about, "step": "+".join(which)}) for key, which in steps.items()]
    whole = [clause(why, speech, about) for why in reasons if why.code in _WHOLE_LINE]
    return whole + said


def _price_clauses(quoted: QuoteLine, speech: Speech, about: dict[str, Any]) -> list[str]:
    given = [why for why in quoted.reasons if why.params.get("given") and why.code.startswith(("discount.", "reward."))]
    parts = [clause(why, speech, about) for why in given]
    limits = _of(quoted, *_LIMITS)
    if speech.patient:
        # one ceiling is enough to hear
        parts += [clause(why, speech, about) for why in limits[:1]]
    else:
        parts += [clause(why, speech, about) for why in limits]
        parts += [clause(why, speech, about) for why in _of(quoted, "discount.not_combined")]
    return parts or [clause(why, speech, about) for why in _of(quoted, "discount.none")]


def _worth_telling(why: Reason, quote: Quote) -> bool:
    """A line that gave nothing is told only when its price kept it from giving."""
    return bool(why.params["money"]) or (why.params["most"] == 0 and quote.redeemed > 0)


def _spent_clauses(quoted: QuoteLine, quote: Quote, speech: Speech, about: dict[str, Any]) -> list[str]:
    """What the units paid here; how many they were only where that can be reckoned anew line by line."""
    units = {} if speech.program and spent_by_line(quote, speech.program) else {"units": 0}
    return [
        clause(Reason(why.code, {**why.params, **units}), speech, about)
        for why in _of(quoted, "redeem.line")
        if _worth_telling(why, quote)
    ]


def _earn_clauses(quoted: QuoteLine, speech: Speech, *, told: bool) -> list[str]:
    """Rate and base; the units of a line only where they are `told`, else the whole bill says the sum."""
    rates = _of(quoted, *RATES)
    if speech.patient:
        rates = [once for why in rates if (once := multiplied_out(why)) is not None]
    parts = [clause(why, speech) for why in _of(quoted, "earn.none")]
    if rates and speech.patient and told:
        parts += [_say("total.earns", speech, earns=quoted.earns)] if quoted.earns else []
    elif any(str(why.params["base"]) != "0" for why in rates):
        words = [clause(rates[0], speech)]
        words += [_say(f"{why.code}/more", speech, **why.params) for why in rates[1:]]
        parts += [f"{', '.join(words)}: {speech.units(quoted.earns)}" if told else ", ".join(words)]
        parts += [] if speech.patient else [clause(why, speech) for why in _of(quoted, "earn.multiplied")]
    return parts


# sums of the bill


def _sums(quote: Quote, bill: Bill, speech: Speech) -> Iterable[Explained]:
    yield _sum("list", _say("total.list", speech, list=quote.list))
    yield Explained("discount", "", _said(_discount_sum(quote, speech), speech))
    if speech.program and speech.program.unit:
        yield Explained("redeemed", "", _said(_redeemed_sum(quote, speech), speech))
    for why in quote.reasons:
        if why.code == "total.pays":
            yield _sum("pays", clause(why, speech))
        elif why.code == "total.other_payers":
            yield _sum(f"pays.{why.params['payer']}", clause(why, speech))
    if speech.program and speech.program.unit:
        yield Explained("earns", "", _said(_earns_sum(quote, bill, speech), speech))
        yield from (_sum("balance", clause(why, speech)) for why in quote.reasons if why.code == "total.balance")
    level = [_level_clause(why, quote, speech) for why in quote.reasons if why.code in _level_codes(quote, speech)]
    if level:
        yield Explained("level", "", _said(level, speech))


def _level_clause(why: Reason, quote: Quote, speech: Speech) -> str:
    """A reason counts from before the bill; once that is paid, what is left is told as the account has it then."""
    if why.code != "level.next" or not speech.paid:
        return clause(why, speech)
    added = {"spend": quote.counted, "units_earned": quote.earns}.get(str(why.params["basis"]))
    if added is None:
        # whether a bill was a visit more is no matter of the quote
        return _say("level.next/before", speech, **why.params)
    return _say("level.next/after", speech, **{**why.params, "missing": int(why.params["missing"]) - added})


def _level_codes(quote: Quote, speech: Speech) -> tuple[str, ...]:
    """A ladder of one step has no levels to speak of."""
    if speech.program and len(speech.program.levels.steps) == 1:
        return ("level.not_member",)
    if any(why.code == "level.reached" for why in quote.reasons):
        return ("level.is", "level.reached")
    if any(why.code == "level.top" for why in quote.reasons):
        return ("level.top",)
    return ("level.is", "level.next", "level.not_member")


def _discount_sum(quote: Quote, speech: Speech) -> list[str]:
    by_rule: dict[str, int] = {}
    for line in quote.lines:
        for part in line.discounts:
            by_rule[part.rule] = by_rule.get(part.rule, 0) + part.amount
    if not by_rule:
        return [_say("total.no_discount", speech)]
    rules = [_say("total.rule", speech, rule=rule, amount=amount) for rule, amount in by_rule.items()]
    total = _say("total.discount", speech, discount=quote.discount)
    if speech.patient and len(rules) > _HEARD_AT_ONCE:
        return [total, *rules]
    return [f"{total}: {', '.join(rules)}"]


def _redeemed_sum(quote: Quote, speech: Speech) -> list[str]:
    wanted = ("redeem.given", "redeem.limit", "redeem.none", "reward.spent")
    by_share = any(why.code == "redeem.limit" and why.params["by"] == "share" for why in quote.reasons)
    parts = [clause(why, speech) for code in wanted for why in quote.reasons if why.code == code]
    if by_share and not speech.patient:
        parts += [clause(why, speech) for why in quote.reasons if why.code == "redeem.pool" and why.params["money"]]
    claimed = [why.params for line in quote.lines for why in line.reasons if why.code == "reward.claimed"]
    parts += [_say("reward.spent", speech, rule=params["rule"], cost=params["cost"]) for params in claimed]
    if not parts and quote.balance_before:
        return [_say("total.not_asked", speech, before=quote.balance_before)]
    return list(dict.fromkeys(parts)) or [_say("total.nothing_to_spend", speech)]


def _earns_sum(quote: Quote, bill: Bill, speech: Speech) -> list[str]:
    told = ("earn.promotion", "earn.family", "earn.capped", "earn.min_bill", "earn.none")
    more = [clause(why, speech) for why in quote.reasons if why.code in told]
    if not quote.earns:
        return more or [_say("total.earns_nothing", speech)]
    words = [_say("total.earns", speech, earns=quote.earns)]
    sums = [why for why in quote.reasons if why.code == "earn.sum"]
    if not speech.patient and len(sums) == 1 and "/" in str(sums[0].params["exact"]):
        words.append(clause(sums[0], speech))
    words += more
    usable = usable_clause(quote, bill.at.date(), speech)
    return [*words, usable] if usable else words


def _sum(about: str, words: str) -> Explained:
    return Explained(about, "", sentence(words))


def _said(clauses: Sequence[str], speech: Speech) -> str:
    """One sentence to the desk; to the patient short ones, as they are read aloud."""
    if speech.patient:
        return " ".join(map(sentence, clauses))
    return sentence("; ".join(clauses))


def _say(key: str, speech: Speech, **params: Any) -> str:
    return fill(SAYINGS[key].template(speech), params, speech)


# what did not apply


def _notes(quote: Quote, speech: Speech) -> Iterable[str]:
    # what could still be done otherwise is of no use when it is paid
    for why in () if speech.paid else quote.warnings:
        yield sentence(clause(why, speech))
    desk = ("promotion.not_held", "exclusive.won", "exclusive.lost", "discount.unplaced")
    for why in quote.reasons:
        if why.code in (("exclusive.won",) if speech.patient else desk):
            yield sentence(clause(why, speech))
