"""What patients really ask, and the answer to say aloud: the words of the leaflets with an example in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.price_list import titles
from desk_app.sheets.questions import Answered, in_words
from desk_app.training.asked import Instance, PatientAsks
from desk_app.training.cases import answer
from ui.wording.saying import Saying, fill
from ui.wording.sheets.sheet_words import SheetWords
from ui.wording.speech import Speech

#: Questions that stand on no leaflet.
_QUESTIONS: Final[Mapping[str, Saying]] = {
    "earn": Saying("Сколько {unit:many} начислят за этот визит?", "How many {unit:many} does this visit earn?"),
    "off": Saying("Сколько мне скинут за этот визит?", "How much is taken off for this visit?"),
    "privilege": Saying(
        "У меня есть удостоверение. Мне положена скидка?", "I have a certificate. Is there a privilege?"
    ),
    "offline": Saying("Интернета нет. Накопленное пропадёт?", "The internet is down. Is what I have lost?"),
    "why_not": Saying("Почему не на все услуги одинаково?", "Why not alike on every service?"),
}
_ANSWERS: Final[Mapping[str, Saying]] = {
    "offline": Saying(
        "Нет, всё записано и здесь. Пока связи нет, можно списать до {limit:of}, остальное зачтём, когда она вернётся.",
        "No, all of it is written down here too. Without the line up to {limit:units} can be spent; the rest is made "
        "good when it is back.",
    ),
}  # fmt: skip
#: An example in numbers, by what is asked of its bill.
_INSTANCES: Final[Mapping[str, Saying]] = {
    "earns": Saying(
        "[{what} за {price:money}][, уровень {level:level}]: {value:units}.",
        "[{what} at {price:money}][, level {level:level}]: {value:units}.",
    ),
    "pays": Saying(
        "[{what} за {price:money}][, уровень {level:level}]: к оплате {value:money}, это на {saved:money} меньше.",
        "[{what} at {price:money}][, level {level:level}]: {value:money} to pay, {saved:money} less.",
    ),
    "pays/group": Saying(
        "«{group:group}» ({document}): [{what} ]вместо {price:money} — {value:money}.",
        "{group:group} ({document}): [{what}, ]{value:money} in place of {price:money}.",
    ),
    "most": Saying(
        "Например, [{what} за ]{price:money}: можно списать до {value:of}, останется заплатить {pays:money}.",
        "For example, [{what} at ]{price:money}: up to {value:units} can be spent, {pays:money} is left to pay.",
    ),
    "most/none": Saying(
        "Например, [{what} за ]{price:money}: только деньгами.", "For example, [{what} at ]{price:money}: money only.",
    ),
    "missing": Saying(
        "От уровня {level:level} до {next:level} — {value:missing}.",
        "From {level:level} to {next:level} it takes {value:missing}.",
    ),
    "lapses": Saying(
        "Начисленное сегодня можно потратить до {value:date} включительно.",
        "What is earned today can be spent until {value:date}, that day included.",
    ),
}  # fmt: skip
_BY_SHEETS: Final = ("have", "use", "lapse", "card", "why_not", "add_up", "insurer", "level", "family", "return",
                     "change")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A question as patients ask it, and the answer to say aloud."""

    question: str
    answer: str


def said(one: PatientAsks, program: Program, services: Mapping[str, Service], language: str) -> Said:
    """A question and its answer in words ("ru" or "en"); `services` names those of the price list."""
    names = titles(services, language)
    speech = Speech(language, program, names, patient=True)
    question, base = "", ""
    if one.key in _BY_SHEETS and (one.label or one.promises):
        words = in_words(Answered(one.key, one.form, one.label, one.promises), SheetWords(program, language, names))
        question, base = words.question, words.answer
    if not question:
        question = fill(_QUESTIONS[one.key].template(speech), {}, speech)
    if one.key in _ANSWERS:
        base = fill(_ANSWERS[one.key].template(speech), {"limit": program.limits.offline_redeem}, speech)
    examples, before = [], ""
    for instance in one.instances:
        examples.append(_instance(instance, speech, named=instance.case.service == before != ""))
        before = instance.case.service
    return Said(question, " ".join(part for part in (base, *examples) if part))


def _instance(one: Instance, speech: Speech, *, named: bool) -> str:
    """An example; a service that was `named` just now is not named again."""
    program, case = speech.program, one.case
    assert program is not None
    several = len(program.levels.steps) > 1
    name = speech.names.get(case.service, "")
    params: dict[str, Any] = {
        "what": "" if named else speech.quoted(name or speech.category(case.category)), "price": case.price,
        "level": case.level if several else "", "value": one.value, "group": case.group,
    }  # fmt: skip
    if one.asked == "pays" and isinstance(one.value, int):
        params["saved"] = case.price - one.value
        if case.group:
            params["document"] = next(
                group.document.plain(speech.language) for group in program.groups if group.code == case.group
            )
            return fill(_INSTANCES["pays/group"].template(speech), params, speech)
    if one.asked == "most":
        if not one.value:
            return fill(_INSTANCES["most/none"].template(speech), params, speech)
        params["pays"] = answer(program, "pays", case)
    if one.asked == "missing":
        steps = program.levels.steps
        params |= {"next": steps[program.levels.index(case.level) + 1].code, "basis": program.levels.basis}
    whole = fill(_INSTANCES[one.asked].template(speech), params, speech).lstrip(", ")
    return whole[:1].upper() + whole[1:]


__all__ = ["Said", "said"]
