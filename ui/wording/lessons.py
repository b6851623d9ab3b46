"""Lessons in words: the story and its steps with the names and numbers of the desk, what was missed and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.text import Text
from desk_app.price_list import titles
from desk_app.training.lessons.fitting import Unfit
from desk_app.training.lessons.missed import GoalResult, Missed, Why
from desk_app.training.lessons.stage import Cast, Stage
from ui import formats
from ui.wording.explain import explain
from ui.wording.saying import fill
from ui.wording.speech import Speech

Pair = tuple[str, str]

_MISSED: Final[Mapping[str, Pair]] = {
    "receipt.none": ("На имя «{name}» ещё ничего не оплачено.", "Nothing is paid in the name of {name} yet."),
    "receipt.stranger": (
        "Счёт оплачен без пациента: визит никому не записан, и за него ничего не положено. Отмените (F8), откройте "
        "пациента и проведите ещё раз.",
        "The bill was paid without a patient: the visit is nobody’s, and nothing comes of it. Undo it (F8), open the "
        "patient and pay again.",
    ),
    "receipt.other": (
        "Счёт оплачен на имя «{found}»[, дата рождения {born:date}]: это не тот человек. Отмените (F8) и откройте того, "
        "о ком речь.",
        "The bill was paid in the name of {found}[, born on {born:date}]: that is somebody else. Undo it (F8) and open "
        "the one it is about.",
    ),
    "receipt.manual": (
        "Дана скидка вручную. Её нет в программе: следующему пациенту пришлось бы объяснять, почему ему — нет.",
        "A discount was given by hand. The program does not promise it, and the next patient will ask why not to her.",
    ),
    "receipt.online": (
        "Счёт оплачен, когда связь была. Урок — о работе без неё: повторите шаг.",
        "The bill was paid while the line was up. The lesson is about working without it: repeat the step.",
    ),
    "receipt.group": (
        "Счёт оплачен раньше, чем отмечен документ, и льгота не сработала: вышло {was:money}, а с ней {pays:money}.",
        "The bill was paid before the document was noted, so the privilege did not count: {was:money} in place of "
        "{pays:money}.",
    ),
    "receipt.sum": (
        "К оплате вышло {was:money}, а по программе — {pays:money}.",
        "It came to {was:money}; by the program it is {pays:money}.",
    ),
    "line.missing": ("В счёте нет услуги {service:service}.", "{service:service} is not on the bill."),
    "line.extra": ("В счёте лишнее: {service:service}.", "{service:service} does not belong on the bill."),
    "line.pieces": (
        "{service:service}: в счёте {found:number}, а нужно {count:number}.",
        "{service:service}: {found:number} on the bill, it should be {count:number}.",
    ),
    "line.payer": (
        "{service:service}: в счёте отмечено «{found:payer}», а должно быть «{payer:payer}». Поэтому вышло "
        "{was:money}, а не {pays:money}.",
        "{service:service}: the bill says “{found:payer}”, it should say “{payer:payer}”. So it came to {was:money} "
        "and not to {pays:money}.",
    ),
    "line.price": (
        "{service:service}: цена изменена, {found:money} вместо {price:money} по прейскуранту, или строка помечена как "
        "акционная.",
        "{service:service}: the price was changed, {found:money} in place of {price:money} on the list, or the line is "
        "marked as a sale.",
    ),
    "units.none": (
        "Ничего не списано, а можно было {units:taking}: вышло {was:money} вместо {pays:money}.",
        "Nothing was spent, though {units:units} might have been: {was:money} in place of {pays:money}.",
    ),
    "units.less": (
        "Списано {found:units}, а можно было {units:taking}: вышло {was:money} вместо {pays:money}.",
        "{found:units} spent, though {units:units} might have been: {was:money} in place of {pays:money}.",
    ),
    "units.more": (
        "Списано {found:units}, а об этом не просили.", "{found:units} spent, which nobody asked for.",
    ),
    "return.none": ("По квитанции пока ничего не возвращено.", "Nothing of the receipt is given back yet."),
    "return.more": (
        "{service:service}: возвращено[ больше, чем нужно: {given:number} вместо {due:number}], а эта услуга состоялась.",
        "{service:service} was given back[: {given:number} in place of {due:number}], but it did take place.",
    ),
    "return.less": (
        "{service:service}: возвращено {given:number} из {due:number}.",
        "{service:service}: {given:number} of {due:number} given back.",
    ),
    "void.none": ("Ошибочная квитанция ещё действует.", "The mistaken receipt still stands."),
    "void.part": (
        "Квитанция отменена не вся: осталось {service:service}.",
        "The receipt is not undone whole: {service:service} is left.",
    ),
    "member.none": (
        "Записи «{name}» в базе ещё нет: проверьте фамилию и дату рождения.",
        "There is no record of {name} yet: look at the surname and the birth date.",
    ),
    "member.not": (
        "«{name}»: запись есть, но участия нет — не отмечено согласие на программу.",
        "{name} is written down but has not joined: the consent to the program is not ticked.",
    ),
    "member.name": ("Имя записано как «{found}», а должно быть «{name}».", "The name is written {found}, not {name}."),
    "member.born": (
        "Дата рождения [записана {found:date}, а ]должна быть {day:date}.",
        "The birth date should be {day:date}[, not {found:date}].",
    ),
    "member.phone": (
        "Телефон не тот или не записан: {phone}. По нему находят без карты.",
        "The phone is another one or missing: {phone}. It finds her without a card.",
    ),
    "single.twice": (
        "Записей «{name}» теперь несколько ({count:number}). Человек был в базе: визиты и баланс остались на старой "
        "записи, а на новой пусто.",
        "There are several records of {name} now ({count:number}). The person was there already: visits and balance "
        "stayed with the old record, the new one is empty.",
    ),
    "consent.missing": (
        "Не отмечено согласие: {consent}. Пациент его дал.", "A consent is missing: {consent}. The patient gave it.",
    ),
    "consent.extra": (
        "Отмечено лишнее согласие: {consent}. Пациент его не давал, и писать или звонить по нему нельзя.",
        "A consent too many: {consent}. The patient did not give it, so nobody may use it.",
    ),
    "card.none": ("Потерянная карта ещё открывает счёт.", "The lost card still opens the account."),
    "card.both": (
        "Новая карта есть, но и потерянная открывает счёт: кто найдёт, тот и потратит.",
        "There is a new card, but the lost one opens the account too: whoever finds it may spend.",
    ),
    "card.only_blocked": (
        "Потерянная карта закрыта, а новой нет: дайте её (Ctrl+F11).",
        "The lost card is stopped, but there is no new one: give it (Ctrl+F11).",
    ),
    "card.reason": (
        "Карта закрыта, но не отмечено, что она потеряна: по причине потом ищут найденные карты.",
        "The card is stopped, but not as lost: the reason tells what to do with a card that is found.",
    ),
    "family.none": ("Семьи пока нет: каждый сам по себе.", "There is no family yet: each is alone."),
    "family.missing": ("«{name}» ещё не в семье.", "{name} is not in the family yet."),
    "family.other": ("«{name}» попал в другую семью.", "{name} is in another family."),
    "family.stranger": (
        "В семью попал посторонний: «{found}». Деньги семьи теперь и его.",
        "Somebody else is in the family: {found}. What the family has is theirs too now.",
    ),
    "told.none": (
        "Не отмечено, что «{name}» знает о новых правилах (Ctrl+F7).",
        "It is not noted that {name} knows of the new rules (Ctrl+F7).",
    ),
    "warned.none": (
        "Не отмечено предупреждение: {units:units} сгорают скоро, а без него не сгорят в срок.",
        "The warning is not noted: {units:units} lapse soon, and unwarned they stay good.",
    ),
    "group.none": (
        "Документ не отмечен: льготы «{group:group}» у «{name}» нет.",
        "The document is not noted: {name} has no privilege “{group:group}”.",
    ),
    "group.other": (
        "Отмечена другая льгота: «{found:group}» вместо «{group:group}».",
        "Another privilege is noted: “{found:group}” in place of “{group:group}”.",
    ),
    "referral.none": ("Не отмечено, кто привёл «{name}».", "It is not noted who brought {name}."),
    "referral.other": ("Отмечено, что привёл другой человек: «{found}».", "Somebody else is noted: {found}."),
}  # fmt: skip

_CONSENTS: Final[Mapping[str, Pair]] = {
    "program": ("участие в программе", "to the program"),
    "data": ("хранение данных", "to keeping personal data"),
    "sms": ("сообщения по SMS", "to messages by SMS"),
    "call": ("звонки", "to calls"),
    "email": ("письма по e-mail", "to e-mail"),
    "messenger": ("сообщения в мессенджере", "to messages in a messenger"),
}

_NEEDS: Final[Mapping[str, Pair]] = {
    "units": ("по программе ничего не начисляют", "the program gives no units"),
    "spending": ("по программе нечего списывать", "nothing can be spent under the program"),
    "levels": ("в программе один уровень на всех", "the program has one level for all"),
    "level_discount": ("уровни не дают скидки", "the levels give no discount"),
    "family": ("в программе нет семей", "the program has no families"),
    "groups": ("в программе нет льгот по документу", "the program has no privileges with a document"),
    "lapse": ("в программе ничего не сгорает", "nothing lapses under the program"),
    "announced": ("новых правил не объявлено", "no new rules are announced"),
    "offline": ("без связи программа ничего не ограничивает", "the program limits nothing while the line is down"),
    "referral": ("за рекомендацию программа не благодарит", "the program does not thank for a friend"),
}
_MONEY: Final[Pair] = ("таким счётом ничего не списать", "nothing can be spent on such a bill")
_SERVICE: Final[Pair] = (
    "в прейскуранте нет услуги, какая нужна для урока[: {service}][, из категорий {categories}][, {units}][, {earns}]"
    "[, {discounts}][, {group}][, от {low} до {high}]",
    "the price list has no service the lesson needs[: {service}][, of the categories {categories}][, {units}][, {earns}]"
    "[, {discounts}][, {group}][, from {low} to {high}]",
)
_PROPERTIES: Final[Mapping[str, Pair]] = {
    "units/pay": ("её можно оплатить с баланса", "units may pay for it"),
    "units/less": ("её можно оплатить с баланса меньше других", "units may pay less of it than of others"),
    "units/never": ("её нельзя оплатить с баланса", "no units may pay for it"),
    "earns/yes": ("за неё начисляют", "it earns"),
    "earns/no": ("за неё не начисляют", "it earns nothing"),
    "discounts/yes": ("на неё есть скидка уровня", "the levels discount it"),
    "discounts/no": ("на неё нет скидки уровня", "the levels do not discount it"),
    "group/yes": ("на неё действует льгота", "the privilege discounts it"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A goal in words: what is to be true, and hints from the gentlest to the plainest."""

    code: str
    text: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A lesson as it is read: title, paragraphs of the story, steps."""

    title: str
    story: tuple[str, ...]
    steps: tuple[Step, ...]


def told(stage: Stage, program: Program, services: Mapping[str, Service], language: str) -> Told:
    """The lesson under way in words ("ru" or "en"); `services` names those of the price list.

    The story is of the people set up last; each step is of those it is about.
    """
    speech = Speech(language, program, titles(services, language))

    def said(text: Text, cast: Cast) -> str:
        return _begun(fill(text.plain(language), _values(cast, stage, program, language), speech))

    lesson = stage.lesson
    steps = (
        Step(goal.code, said(goal.text, cast), tuple(said(hint, cast) for hint in goal.hints))
        for goal in lesson.goals for cast in (stage.cast(goal.code),)
    )  # fmt: skip
    story = tuple(said(text, stage.newest) for text in lesson.story)
    return Told(said(lesson.title, stage.newest), story, tuple(steps))


def missed(
    result: GoalResult, stage: Stage, program: Program, services: Mapping[str, Service], language: str, *,
    untouched: bool = False,
) -> tuple[str, ...]:  # fmt: skip
    """What a goal misses and why, in sentences; nothing for one that holds, or that nobody has tried yet.

    `untouched`: what nobody has tried yet is said too.
    """
    if not result.begun and not untouched:
        return ()
    speech = Speech(language, program, titles(services, language))
    return tuple(_missed(one, speech) for one in result.missed)


def unfit(one: Unfit, language: str, program: Program | None = None) -> str:
    """Why a lesson does not apply, as a clause."""
    english, speech = language == "en", Speech(language, program)
    match one.code:
        case "need":
            return _NEEDS[one.params["need"]][english]
        case "service":
            params: dict[str, Any] = dict(one.params)
            for name in ("units", "earns", "discounts", "group"):
                if name in params:
                    params[name] = _PROPERTIES[f"{name}/{params[name]}"][english]
            return fill(_SERVICE[english], params, speech)
        case _:
            return _MONEY[english]


def _values(cast: Cast, stage: Stage, program: Program, language: str) -> dict[str, Any]:
    """The values of a cast with phones and cards as people write them, and documents by their names."""
    values: dict[str, Any] = dict(cast.values)
    documents = {group.code: group.document.plain(language) for group in program.groups}
    for person in stage.lesson.people:
        values[f"{person.code}_phone"] = formats.phone(str(values[f"{person.code}_phone"]))
        values[f"{person.code}_card"] = formats.card(str(values[f"{person.code}_card"]))
        values[f"{person.code}_document"] = documents.get(str(values.get(f"{person.code}_group", "")), "")
    return values


def _missed(one: Missed, speech: Speech) -> str:
    params: dict[str, Any] = dict(one.params)
    if "consent" in params:
        params["consent"] = _CONSENTS[params["consent"]][speech.language == "en"]
    if one.code == "member.phone":
        params["phone"] = formats.phone(params["phone"])
    whole = _begun(fill(_MISSED[one.code][speech.language == "en"], params, speech))
    why = _why(one.why, speech) if one.why is not None else ""
    return f"{whole} {why}" if why else whole


def _why(why: Why, speech: Speech) -> str:
    """The engine's own sentence on the bill as it should have been."""
    explained = explain(why.quote, why.program, why.bill, speech.language, services=speech.names)
    return explained.sum(why.about) or explained.line(why.about)


def _begun(sentence: str) -> str:
    """A sentence may begin with a name or a sum; letters get a capital, quotation marks stay."""
    return sentence[:1].upper() + sentence[1:]
