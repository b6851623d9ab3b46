"""How a value is written inside a sentence: sums, days, names from the program, in two languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Final

from desk_app.domain.days import read_period
from desk_app.domain.money import half_up
from desk_app.domain.program import ANY_CATEGORY, Program, Unit
from desk_app.domain.text import Text
from ui import formats
from ui.wording import nouns
from ui.wording.allowed import as_found, in_russian

Params = Mapping[str, Any]
#: More receipts of one name than this are not read through.
_RECEIPTS_TOLD: Final = 6
#: What units are called where no program is at hand.
_UNIT: Final = Unit("points", Text("балл|балла|баллов", "point|points"), 0, 0)


@dataclass(frozen=True, slots=True)
class Speech:
    """A language ("ru" or "en"), the program whose names are said, for whom, and whether the bill is `paid` already.

    `names` are those the program does not know: of services by code, of personal offers by rule ("offer:…").
    """

    language: str
    program: Program | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    patient: bool = False
    paid: bool = False

    def money(self, minor: int | str | Fraction) -> str:
        """A sum of the program's currency; parts of a minor unit are rounded half up."""
        amount = half_up(Fraction(minor))
        currency, decimals = (self.program.currency, self.program.decimals) if self.program else ("RUB", 2)
        return formats.short_money(amount, self.language, currency, decimals)

    @property
    def unit(self) -> Unit:
        """What this program's patients collect."""
        return self.program.unit if self.program and self.program.unit else _UNIT

    def units(self, count: int | str, case: formats.Case = "nominative") -> str:
        """Units with their noun."""
        return formats.units(int(count), self.unit, self.language, case)

    def value(self, kind: str, value: Any, params: Params) -> str:
        """A value as this kind of thing.

        Forms of a noun count ("day|days"); after "~" they agree with a number of units said before ("~lapses|lapse").
        """
        if kind.startswith("~"):
            whole, rest = divmod(int(value), 10**self.unit.precision)
            return self._noun(2 if rest else whole, kind[1:])
        if "|" in kind:
            return f"{formats.number(int(value), 0, self.language)}{formats.SPACE}{self._noun(int(value), kind)}"
        return _KINDS[kind](self, value, params)

    def _noun(self, count: int, forms: str) -> str:
        return formats.plural(count, forms, self.language)

    def category(self, code: str) -> str:
        """The name of a category of services."""
        known = self.program.categories.get(code, ANY_CATEGORY) if self.program else ANY_CATEGORY
        return known.name.plain(self.language) or code

    def level(self, code: str) -> str:
        """The name of a level."""
        steps = self.program.levels.steps if self.program else ()
        return next((step.name.plain(self.language) for step in steps if step.code == code), code)

    def rule(self, rule: str, form: str) -> str:
        """What gave a discount, in the form the sentence needs: "name", "by" (according to), "with"."""
        kind, _, code = rule.partition(":")
        if kind == "level" and self.program and len(self.program.levels.steps) == 1:
            kind = "card"
        if kind == "manual" and self.patient:
            kind = "clinic"
        return nouns.RULES[kind][form][self.language == "en"].format(self.quoted(self._rule_name(kind, code)))

    def _rule_name(self, kind: str, code: str) -> str:
        if self.program is None or kind == "level":
            return self.level(code)
        known: Mapping[str, Any] = {
            "group": self.program.groups, "promotion": self.program.promotions, "reward": self.program.rewards,
        }  # fmt: skip
        found = next((one for one in known.get(kind, ()) if one.code == code), None)
        return found.name.plain(self.language) if found else self.names.get(f"{kind}:{code}", code)

    def quoted(self, name: str) -> str:
        """A name in the quotation marks of the language, its own ones one step inside."""
        if self.language == "ru":
            return f"«{name.replace('«', '„').replace('»', '“')}»"
        return f"“{name.replace('“', '‘').replace('”', '’')}”"


def _names(of: Callable[[Speech, str], str]) -> Callable[[Speech, Any, Params], str]:
    return lambda speech, value, _: ", ".join(of(speech, code) for code in str(value).split(","))


def _missing(speech: Speech, value: Any, params: Params) -> str:
    """What is missing to a level, by the basis of the ladder."""
    match params.get("basis", "spend"):
        case "visits":
            return speech.value(nouns.VISITS[speech.language == "en"], value, params)
        case "units_earned":
            return speech.units(value)
        case _:
            return speech.money(value)


def _nothing_of(speech: Speech, value: Any, _: Params) -> str:
    """Which steps a line takes no part in: "no discount, no points earned"."""
    named = str(value).split("+")
    steps = "+".join(step for step in ("discounts", "redeem", "earn") if step in named)
    return nouns.NOTHING[steps][speech.language == "en"].format(formats.many(speech.unit, speech.language))


def _period(form: int) -> Callable[[Speech, Any, Params], str]:
    """A span of time after "за" (form 0) or "после" (1); whole years from two on are years."""

    def said(speech: Speech, value: Any, params: Params) -> str:
        period = read_period(str(value))
        if period is None:
            return str(value)
        count, kind = period.count, str(period.kind)
        if kind == "months" and count >= 24 and count % 12 == 0:
            count, kind = count // 12, "years"
        return speech.value(nouns.PERIODS[kind][2 if speech.language == "en" else form], count, params)

    return said


def _times(speech: Speech, value: Any, _: Params) -> str:
    factor = Fraction(value)
    count = _decimal(speech, factor)
    if speech.language == "en":
        return f"{count} times"
    noun = formats.plural(2 if factor.denominator > 1 else int(factor), "раз|раза|раз", "ru")
    return f"в{formats.SPACE}{count}{formats.SPACE}{noun}"


def _group(speech: Speech, code: str) -> str:
    groups = speech.program.groups if speech.program else ()
    return next((one.name.plain(speech.language) for one in groups if one.code == code), code)


def _plain(speech: Speech, value: object) -> str:
    """A value of no particular kind, never as Python writes it."""
    match value:
        case None:
            return ""
        case bool():
            return nouns.YES_OR_NO[not value][speech.language == "en"]
        case str():
            return as_found(value) if speech.language == "ru" else value
        case float() | Fraction():
            return _decimal(speech, Fraction(value))
        case date():
            return formats.said_day(value, speech.language)
        case Mapping():
            return ", ".join(f"{key}: {_plain(speech, one)}" for key, one in value.items())
        case Iterable():
            return ", ".join(_plain(speech, one) for one in value)
        case _:
            return str(value)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _receipts(speech: Speech, value: Any, _: Params) -> str:
    """Receipts told apart: number, day and sum; those of one number by their ids as well."""
    numbers = [number for number, *_ in value]
    told = []
    for number, day, pays, identifier in value[:_RECEIPTS_TOLD]:
        told.append(f"№ {number} — {formats.said_day(date.fromisoformat(day), speech.language)}, {speech.money(pays)}")
        if numbers.count(number) > 1:
            told[-1] += f" ({'код' if speech.language == 'ru' else 'id'} {identifier})"
    return "; ".join(told) + ("; …" if len(value) > _RECEIPTS_TOLD else "")


_KINDS: Final[Mapping[str, Callable[[Speech, Any, Params], str]]] = {
    "plain": lambda speech, value, _: _plain(speech, value),
    "number": lambda speech, value, _: formats.number(int(value), 0, speech.language),
    "money": lambda speech, value, _: speech.money(value),
    "units": lambda speech, value, _: speech.units(value),
    "of": lambda speech, value, _: speech.units(value, "genitive"),
    "taking": lambda speech, value, _: speech.units(value, "accusative"),
    "allowed": lambda speech, value, _: in_russian(_plain(speech, value)) if speech.language == "ru"
    else _plain(speech, value),
    "many": lambda speech, _, __: formats.many(speech.unit, speech.language),
    "exact": lambda speech, value, _: _exact(speech, Fraction(value)),
    "percent": lambda speech, value, _: formats.percent(Fraction(value), speech.language),
    "factor": lambda speech, value, _: _decimal(speech, Fraction(value)),
    "date": lambda speech, value, _: formats.said_day(
        value if isinstance(value, date) else date.fromisoformat(str(value)), speech.language),
    "clock": lambda _, value, __: _clock(int(value)),
    "hours": lambda _, value, __: str(value).replace("-", "–"),
    "weekdays": _names(lambda speech, code: nouns.WEEKDAYS[int(code)][speech.language == "en"]),
    "payer": lambda speech, value, _: nouns.PAYERS.get(value, (value, value))[speech.language == "en"],
    "rounding": lambda speech, value, _: nouns.ROUNDINGS[value][speech.language == "en"],
    "per": lambda speech, value, _: nouns.ROUNDED_PER[value][speech.language == "en"],
    "rule": lambda speech, value, _: speech.rule(value, "name"),
    "by": lambda speech, value, _: speech.rule(value, "by"),
    "with": lambda speech, value, _: speech.rule(value, "with"),
    "level": lambda speech, value, _: speech.quoted(speech.level(value)),
    "levels": _names(lambda speech, code: speech.quoted(speech.level(code))),
    "category": lambda speech, value, _: speech.quoted(speech.category(value)),
    "service": lambda speech, value, _: speech.quoted(speech.names.get(value, value)),
    "services": _names(lambda speech, code: speech.quoted(speech.names.get(code, code))),
    "categories": _names(lambda speech, code: speech.quoted(speech.category(code))),
    "group": lambda speech, value, _: _group(speech, value),
    "groups": _names(_group),
    "receipts": _receipts,
    "organizer": lambda speech, value, _: ", ".join(
        nouns.ORGANIZER.get(key, (key, key))[speech.language == "en"] for key in str(value).split(",")),
    "period": _period(0),
    "of_period": _period(1),
    "times": _times,
    "nothing": _nothing_of,
    "missing": _missing,
}  # fmt: skip


def _exact(speech: Speech, value: Fraction) -> str:
    """Units before rounding, at most two decimals more than they have."""
    return _decimal(speech, value / 10**speech.unit.precision)


def _decimal(speech: Speech, value: Fraction) -> str:
    whole, rest = divmod(round(value * 100), 100)
    text = formats.number(whole * 100 + rest, 2, speech.language)
    return text.rstrip("0").rstrip(",.") if rest else formats.number(whole, 0, speech.language)
