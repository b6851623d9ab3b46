"""One true sentence for each difference of two versions, with what holds now and what held before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from desk_app.domain.differences import Difference
from desk_app.domain.differences.values import Value
from desk_app.domain.program import Program
from desk_app.domain.text import Text
from ui import formats
from ui.wording.nouns import Pair
from ui.wording.saying import sentence
from ui.wording.sheets.change_words import CAME_OR_WENT, CHANGED, CHOICES, NOTHING, SUBJECTS, WILL_CHANGE
from ui.wording.speech import Speech

_COUNTED_ANEW: Final[Pair] = ("пример {number} посчитан заново", "example {number} is worked out anew")
_MANY: Final[Pair] = ("накопленное", "units")
_FLAGS: Final[tuple[Pair, Pair]] = (("нет", "no"), ("да", "yes"))
#: Payments; of the last three no rule may speak well, and none does.
_PAYERS: Final[Mapping[str, Pair]] = {
    "self": ("деньги пациента", "the patient’s money"),
    "certificate": ("сертификат", "a certificate"),
    "deposit": ("депозит", "a deposit"),
    "insurer": ("страховая компания", "an insurer"),
    "state": ("государство", "the state"),
    "employer": ("работодатель", "an employer"),
}
#: Days of lapse by clock, and effects of promotions; `{0}` is the value.
_CLOCKS: Final[Mapping[str, Pair]] = {
    "accrual": ("через {0} после начисления", "{0} after it is earned"),
    "activity": ("через {0} без визитов", "after {0} without a visit"),
    "joining": ("через {0} после вступления", "{0} after joining"),
    "calendar": ("каждый год {0}", "every year on {0}"),
}
_EFFECTS: Final[Mapping[str, tuple[str, Pair]]] = {
    "percent": ("percent", ("скидка {0}", "{0} off")),
    "cheapest_percent": ("percent", ("скидка {0} на самую дешёвую услугу", "{0} off the cheapest service")),
    "amount": ("money", ("скидка {0}", "{0} off")),
    "price": ("money", ("цена {0}", "a price of {0}")),
    "units": ("units", ("{0} в подарок", "{0} as a gift")),
    "multiply_units": ("times", ("начисление {0}", "{0} as much earned")),
    "free_service": ("services", ("бесплатно {0}", "{0} free")),
}


@dataclass(frozen=True, slots=True)
class Changes:
    """The words for differences of two versions in one language ("ru" or "en"); `services` are names by code."""

    old: Speech
    new: Speech
    ahead: bool = False  #: the new version does not hold yet

    @classmethod
    def of(cls, old: Program, new: Program, language: str, services: Mapping[str, str] | None = None) -> Changes:
        """The words for two versions; units are told in the smallest parts of the finer one."""
        finer = max(old.precision, new.precision)
        first, second = (
            Speech(language, replace(one, unit=one.unit and replace(one.unit, precision=finer)), services or {})
            for one in (old, new)
        )
        return cls(first, second)

    def say(self, difference: Difference) -> str:
        """The sentence, with a capital and a full stop."""
        words = CAME_OR_WENT.get(difference.key)
        if words:
            came = difference.before in (("none", ""), ("flag", 0))
            speech = self.new if came else self.old
            value = difference.after if came else difference.before
            name = speech.quoted(self._value(value, difference.key, speech)) if value[0] != "flag" else ""
            names = self._names(difference)
            return sentence(self._one(words[0 if came else 1]).format(name=name, **names))
        told = {"before": self._value(difference.before, difference.key, self.old),
                "after": self._value(difference.after, difference.key, self.new)}  # fmt: skip
        if difference.key == "examples" and difference.before == difference.after:
            return sentence(self._one(_COUNTED_ANEW).format(**self._names(difference)))
        if told["before"] == told["after"] and difference.before[0] == difference.after[0] == "text":
            # only the text in the other language is another
            other = 0 if self.new.language == "en" else -1
            told = {"before": str(difference.before[1]).split("\n")[other],
                    "after": str(difference.after[1]).split("\n")[other]}  # fmt: skip
        subject = self._one(SUBJECTS[difference.key]).format(**self._names(difference))
        return sentence(self._one(WILL_CHANGE if self.ahead else CHANGED).format(subject=subject, **told))

    def _one(self, pair: Pair) -> str:
        return pair[self.new.language == "en"]

    def _names(self, difference: Difference) -> dict[str, str]:
        """Names of what the key belongs to: as they are now, or as they were where they are gone."""
        names = {kind: self._name(kind, code) for kind, code in difference.of}
        speech = self.new if self.new.program and self.new.program.unit else self.old
        known = speech.program is not None and speech.program.unit is not None
        many = formats.many(speech.unit, speech.language) if known else self._one(_MANY)
        return {"many": many, "one": speech.units(10**speech.unit.precision), **names}

    def _name(self, kind: str, code: str) -> str:
        for speech in (self.new, self.old):
            found = _named(speech, kind, code)
            if found:
                return speech.quoted(found)
        return code

    def _value(self, value: Value, key: str, speech: Speech) -> str:
        kind, _, form = value[0].partition("/")
        given = value[1]
        text = str(given)
        match kind:
            case "none":
                return self._one(NOTHING.get(key, NOTHING[""]))
            case "flag":
                return self._one(_FLAGS[bool(given)])
            case "choice":
                return self._one(CHOICES[f"{key}/{text}"])
            case "text":
                ru, _, en = text.partition("\n")
                return en if speech.language == "en" else ru
            case "plain":
                return self._one(CHOICES[f"review/{text}"]) if key == "goals.review" else text
            case "period" | "percent" | "units" | "money" | "number" | "date" | "weekdays" | "services":
                return speech.value(kind, given, {})
            case "categories" | "levels" | "groups":
                return speech.value(kind, given, {})
            case "promotions":
                return ", ".join(self._name("promotion", code) for code in text.split(","))
            case "payers":
                return ", ".join(self._one(_PAYERS[one]) for one in text.split(","))
            case "days":
                return speech.value("день|дня|дней" if speech.language == "ru" else "day|days", given, {})
            case _:
                return _SAID[kind](self, form, text, speech)

    def _rate(self, form: str, text: str, speech: Speech) -> str:
        units, _, per = text.partition("/")
        pair = ("{0} за каждые полные {1}", "{0} for every full {1}") if form else ("{0} за {1}", "{0} for {1}")
        return self._one(pair).format(speech.units(units), speech.money(per))

    def _usable(self, form: str, text: str, speech: Speech) -> str:
        if form == "at_once":
            return self._one(CHOICES["usable/at_once"])
        if form == "visit":
            return self._one(("с визита номер {0}", "from visit number {0} on")).format(text)
        days = speech.value("день|дня|дней" if speech.language == "ru" else "day|days", text, {})
        return self._one(("через {0}", "after {0}")).format(days)

    def _clock(self, form: str, text: str, speech: Speech) -> str:
        if form == "never":
            return self._one(CHOICES["clock/never"])
        given = text if form == "calendar" else speech.value("period", text, {})
        return self._one(_CLOCKS[form]).format(given)

    def _kept(self, form: str, text: str, speech: Speech) -> str:
        return self._one(CHOICES[f"keep/{form}"])

    def _window(self, form: str, text: str, speech: Speech) -> str:
        return self._one(CHOICES[f"window/{form}"])

    def _effect(self, form: str, text: str, speech: Speech) -> str:
        if form == "buy":
            paid, _, free = text.partition("/")
            return self._one(("{0} платно, {1} бесплатно", "{0} paid, {1} free")).format(paid, free)
        if form == "steps":
            pair = ("{1} от {0}", "{1} from {0}")
            steps = (one.split(":") for one in text.split(","))
            return ", ".join(
                self._one(pair).format(speech.money(start), speech.value("percent", share, {}))
                for start, share in steps
            )  # fmt: skip
        kind, pair = _EFFECTS[form]
        return self._one(pair).format(speech.value(kind, text, {}))

    def _perk(self, form: str, text: str, speech: Speech) -> str:
        count, ru, en = text.split("\n")
        name = speech.quoted(en if speech.language == "en" else ru)
        if count == "0":
            return name
        times = speech.value("раз|раза|раз" if speech.language == "ru" else "time|times", count, {})
        return f"{name}, {times} {self._one(('в год', 'a year'))}"

    def _hours(self, form: str, text: str, speech: Speech) -> str:
        return "–".join(speech.value("clock", minute, {}) for minute in text.split("-"))

    def _after(self, form: str, text: str, speech: Speech) -> str:
        days, _, services = text.partition(":")
        said = speech.value("день|дня|дней" if speech.language == "ru" else "day|days", days, {})
        named = speech.value("services", services, {})
        return self._one(("{0}, ещё {1}", "{0}, for {1}")).format(named, said)

    def _birthday(self, form: str, text: str, speech: Speech) -> str:
        before, _, after = text.partition("/")
        return self._one(("{0} до и {1} после", "{0} before and {1} after")).format(before, after)

    def _uses(self, form: str, text: str, speech: Speech) -> str:
        count, _, period = text.partition(":")
        times = speech.value("раз|раза|раз" if speech.language == "ru" else "time|times", count, {})
        if not period:
            return f"{times} {self._one(('в год', 'a year'))}"
        return self._one(("{0} за {1}", "{0} in {1}")).format(times, speech.value("period", period, {}))

    def _metric(self, form: str, text: str, speech: Speech) -> str:
        baseline, target, by, cost = text.split("\n")
        pair = ("с {0} до {1} к {2}, расходы до {3}", "from {0} to {1} by {2}, costs up to {3}")
        return self._one(pair).format(baseline or "—", target or "—", by or "—", cost or "—")


_SAID: Final[Mapping[str, Callable[[Changes, str, str, Speech], str]]] = {
    "rate": Changes._rate, "usable": Changes._usable, "clock": Changes._clock, "keep": Changes._kept,
    "window": Changes._window, "effect": Changes._effect, "perk": Changes._perk, "hours": Changes._hours,
    "after": Changes._after, "birthday": Changes._birthday, "uses": Changes._uses, "metric": Changes._metric,
}  # fmt: skip


def _named(speech: Speech, kind: str, code: str) -> str:
    """What a program calls something of its own, "" where it has none such."""
    program = speech.program
    if program is None:
        return ""
    if kind == "category":
        known = program.categories.get(code)
        return known.name.plain(speech.language) if known else ""
    items: dict[str, dict[str, Text]] = {
        "level": {one.code: one.name for one in program.levels.steps},
        "group": {one.code: one.name for one in program.groups},
        "promotion": {one.code: one.name for one in program.promotions},
        "reward": {one.code: one.name for one in program.rewards},
    }
    found = items.get(kind, {}).get(code)
    return found.plain(speech.language) if found else ""
