"""Questions of the quiz in words: what is asked, the answers to choose from, and why the right one is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desk_app.domain.days import NEVER, period_text, plus_days
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.price_list import titles
from desk_app.training.cases import Case, Value, bill_of, quote_of
from desk_app.training.quiz import Question
from ui import formats
from ui.wording import nouns
from ui.wording.by_line import earned_by_line
from ui.wording.explain import explain
from ui.wording.reasons import clause
from ui.wording.saying import fill, sentence
from ui.wording.speech import Speech

Pair = tuple[str, str]

#: What is asked; the basis of the ladder or the clock of the units decides where there are several.
_ASKED: Final[Mapping[str, Pair]] = {
    "earns": ("Сколько {units:many} начислят?", "How many {units:many} are earned?"),
    "pays": ("Сколько останется заплатить?", "How much is left to pay?"),
    "most": ("Сколько {units:many} можно списать самое большее?", "How many {units:many} can be spent at most?"),
    "reaches": ("Какой уровень будет после оплаты?", "Which level is it after paying?"),
    "missing": ("Сколько не хватает до следующего уровня, если этот счёт ещё не оплачен?",
                "How much is missing to the next level while this bill is not paid yet?"),
    "lapses": ("Какой последний день, когда можно потратить то, что за него начислят?",
               "What is the last day on which what it earns can be spent?"),
    "lapses/activity": ("Если больше не приходить, какой последний день, когда можно потратить начисленное?",
                        "What is the last day on which what it earns can be spent if nobody comes again?"),
}  # fmt: skip
_WHO: Final[Pair] = (
    "[Уровень «{level}»][, набрано {counted}][, группа «{group}»][, на балансе {usable:units}]",
    "[Level “{level}”][, {counted} so far][, group “{group}”][, balance {usable:units}]",
)
_BILL: Final[Pair] = (
    "Счёт[ от {day}]: {what}, {price:money}[; {payer}].", "The bill[ of {day}]: {what}, {price:money}[; {payer}].",
)  # fmt: skip
_SPENT: Final[Pair] = (" Списано самое большее.", " As much as possible is spent.")
_NEVER: Final[Pair] = ("не сгорают", "they never lapse")

#: What somebody thought who chose a wrong answer.
_THOUGHT: Final[Mapping[str, Pair]] = {
    "before": ("Так было по прежним правилам[, до {day}].", "So it was by the rules before[, until {day}]."),
    "next_level": ("Так было бы на следующем уровне.", "So it would be on the next level."),
    "level_before": ("Так было бы на уровень ниже.", "So it would be one level lower."),
    "own_payer": ("Так было бы, если бы платил сам пациент.", "So it would be if the patient paid."),
    "nothing_spent": ("Так было бы, если бы ничего не списали.", "So it would be if nothing were spent."),
    "without_group": ("Так было бы без льготы.", "So it would be without the privilege."),
    "category_as_others": ("Так было бы у других услуг: у этой свои правила.",
                           "So it is for other services: this one has rules of its own."),
    "whole_bill_earns": ("Так было бы, если бы начисляли и за списанное.",
                         "So it would be if what is spent earned too."),
    "nothing_earns": ("Так было бы, если бы счёт со списанием ничего не давал.",
                      "So it would be if a bill with units spent gave nothing."),
    "money_earns": ("Так было бы, если бы начисляли только за деньги.", "So it would be if money alone earned."),
    "rounded_up": ("Здесь округлили вверх.", "This one is rounded up."),
    "rounded_down": ("Здесь округлили вниз.", "This one is rounded down."),
    "discounted_earns": ("Так было бы, если бы начисляли и за услуги со скидкой.",
                         "So it would be if discounted services earned."),
    "share_of_bill": ("Так было бы без кратности и остатка.", "So it would be without steps and a rest."),
    "whole_bill_in_units": ("Так было бы, если бы можно было оплатить всё.",
                            "So it would be if everything could be paid so."),
    "without_promotions": ("Так было бы без акции.", "So it would be without the promotion."),
    "promotions_always": ("Так было бы, если бы акция шла всегда.", "So it would be if the promotion always held."),
    "everything_adds_up": ("Здесь скидки сложены.", "Here discounts are added up."),
    "list_price": ("Это цена по прейскуранту.", "This is the list price."),
    "whole_balance": ("Это весь баланс.", "This is the whole balance."),
    "whole_price": ("Это вся цена услуги.", "This is the whole price."),
    "threshold": ("Это порог уровня целиком.", "This is the whole threshold of the level."),
    "counted": ("Это то, что уже набрано.", "This is what is counted so far."),
    "price_taken_off": ("Этот счёт ещё не оплачен и пока не считается.",
                        "This bill is not paid yet and does not count."),
    "other_level": ("Это другой уровень.", "This is another level."),
    "day_before": ("Последний день годен целиком.", "The last day is good to its end."),
    "warning": ("В этот день предупреждают.", "This is the day of the warning."),
    "year_end": ("Срок считают не до конца года.", "The term is not counted to the end of the year."),
    "twice": ("Это двойной срок.", "This is twice the term."),
    "never": ("У начисленного есть срок.", "What is earned has a term."),
    "near": ("Столько не выходит.", "It does not come to that."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is read: `text`, `options` in their order, `why` the right one is right.

    `thought` says for each option how one comes to it, "" for the right one.
    """

    text: str
    options: tuple[str, ...]
    why: str
    thought: tuple[str, ...]


def asked(
    question: Question, program: Program, language: str, services: Mapping[str, Service] | None = None,
    since: date | None = None,
) -> Asked:  # fmt: skip
    """The question in words ("ru" or "en"); `services` names those of the price list.

    `since` is the first day of the rules where those asked about as the ones before held right until then.
    """
    english = language == "en"
    speech = Speech(language, program, titles(services or {}, language))
    by_activity = question.asked == "lapses" and program.expiry is not None and program.expiry.clock == "activity"
    words = _ASKED["lapses/activity" if by_activity else question.asked][english]
    text = f"{_situation(question, speech)} {fill(words, {}, speech)}"
    options = tuple(_option(question, value, speech) for value in question.options)
    day = {"day": formats.day(since) if since else ""}
    thought = tuple(fill(_THOUGHT[name][english], day, speech) if name else "" for name in question.mistakes)
    return Asked(text, options, _why(question, program, speech), thought)


def _situation(question: Question, speech: Speech) -> str:
    case, program, english = question.case, speech.program, speech.language == "en"
    assert program is not None
    step = program.levels.step(case.level)
    category = speech.category(case.category)
    what = speech.names.get(case.service, "")
    named: dict[str, Any] = {
        "level": step.name.plain(speech.language) if len(program.levels.steps) > 1 else "",
        "counted": _measured(case.counted, speech) if question.asked in ("reaches", "missing") else "",
        "group": next((one.name.plain(speech.language) for one in program.groups if one.code == case.group), ""),
        "usable": case.usable,
        "day": _moment(case, program, english, whole=question.asked == "lapses"),
        "what": f"{what} ({category})" if what else category,
        "price": case.price,
        "payer": nouns.PAYERS[case.payer][english] if case.payer != "self" else "",
    }
    who = fill(_WHO[english], named, speech).lstrip(", ")
    bill = fill(_BILL[english], named, speech)
    said = f"{who[:1].upper()}{who[1:]}. {bill}" if who else bill
    return said + (_SPENT[english] if case.redeem is None and question.asked != "most" else "")


def _measured(value: int, speech: Speech) -> str:
    """What the ladder counts: a sum, visits or units."""
    assert speech.program is not None
    match speech.program.levels.basis:
        case "spend":
            return speech.money(value)
        case "visits":
            return speech.value(nouns.VISITS[speech.language == "en"], value, {})
        case "units_earned":
            return speech.units(value)


def _moment(case: Case, program: Program, english: bool, *, whole: bool) -> str:
    """Day and hour where the program asks for them, the day where its last good day is asked for."""
    day = formats.day(case.at.date())
    if any(one.when.weekdays or one.when.hours or one.when.first_day for one in program.promotions) and not whole:
        return f"{day} ({nouns.WEEKDAYS[case.at.weekday()][english]}, {case.at:%H:%M})"
    return day if whole else ""


def _option(question: Question, value: Value, speech: Speech) -> str:
    english = speech.language == "en"
    match question.asked, value:
        case "reaches", str():
            return speech.level(value)
        case "lapses", date():
            return _NEVER[english] if value == NEVER else formats.day(value)
        case "missing", int():
            return _measured(value, speech)
        case (("earns" | "most"), int()):
            return speech.units(value)
        case _, int():
            return speech.money(value)
    return str(value)


#: Which sentences of the quote answer the question, the line's own first where they say something.
_ANSWERED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "earns": ("1", "earns"), "pays": ("1", "pays"), "most": ("redeemed", "1"), "reaches": ("level",),
}  # fmt: skip
#: What changes the units of a whole bill beside its rates.
_MORE: Final = ("earn.promotion", "earn.family", "earn.capped", "earn.min_bill")
_MISSING: Final[Pair] = (
    "Уровень «{level}» начинается с {threshold}, набрано {counted}; счёт считается, когда он оплачен.",
    "The level “{level}” begins at {threshold}, {counted} are counted; a bill counts once it is paid.",
)


def _why(question: Question, program: Program, speech: Speech) -> str:
    """One sentence of the engine's own explanation."""
    if question.asked == "lapses":
        return _why_lapses(question, program, speech)
    quote = quote_of(program, question.case)
    if question.asked == "missing" and quote.next_level:
        step = program.levels.step(quote.next_level.code)
        words = {"level": step.name.plain(speech.language), "threshold": _measured(step.start, speech),
                 "counted": _measured(question.case.counted, speech)}  # fmt: skip
        return fill(_MISSING[speech.language == "en"], words, speech)
    told = explain(quote, program, bill_of(question.case), speech.language, services=speech.names)
    found = [told.line("1") if about == "1" else told.sum(about) for about in _ANSWERED_BY[question.asked]]
    said = next((one for one in found if one), "")
    rest = _come_to(quote, speech) if question.asked == "earns" and said == told.line("1") else ()
    return sentence("; ".join((said.rstrip("."), *rest))) if rest else said


def _come_to(quote: Quote, speech: Speech) -> tuple[str, ...]:
    """How a rate comes to the units of the bill where it does not by itself: rounded, added to or capped."""
    reasons = [why for line in quote.lines for why in line.reasons] + list(quote.reasons)
    rounded = [clause(why, speech) for why in reasons if why.code == "earn.sum" and "/" in str(why.params["exact"])]
    more = [clause(why, speech) for why in quote.reasons if why.code in _MORE]
    if earned_by_line(quote) and not more:
        # the line says the units itself
        return tuple(rounded)
    said = [*rounded, *more]
    return (*said[:-1], f"{said[-1]}: {speech.units(quote.earns)}") if said else (speech.units(quote.earns),)


_LAPSE: Final[Mapping[str, Pair]] = {
    "never": ("Начисленное не сгорает.", "What is earned never lapses."),
    "accrual": ("Срок {period:period}, считая от {day}; последний день годен целиком.",
                "The term is {period:period} from {day}, its last day included."),
    "activity": ("Срок {period:period} после последнего визита, {day}; последний день годен целиком.",
                 "The term is {period:period} after the last visit, {day}, its last day included."),
    "calendar": ("Годны до {last} включительно.", "Good until {last}, that day included."),
}  # fmt: skip


def _why_lapses(question: Question, program: Program, speech: Speech) -> str:
    expiry, earn = program.expiry, program.earn
    assert expiry is not None
    assert earn is not None
    day = question.case.at.date()
    if expiry.starts == "usable" and expiry.clock == "accrual":
        day = plus_days(day, earn.usable.count)
    right = question.options[question.right]
    words = {"period": period_text(expiry.period) if expiry.period else "", "day": formats.day(day),
             "last": formats.day(right) if isinstance(right, date) else ""}  # fmt: skip
    return fill(_LAPSE[expiry.clock][speech.language == "en"], words, speech)
