"""What a member has, in sentences: usable, pending until when, what lapses when, level now and next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from desk_app.domain.program import Program
from desk_app.statement import Statement
from ui.wording.explain import Audience
from ui.wording.reasons import SAYINGS
from ui.wording.saying import Saying, fill, sentence
from ui.wording.speech import Speech

#: So many days of lapse are told one by one; what comes after them is one sentence.
_NEAREST: Final = 3
#: So many days it is told that a wish came to nothing.
_RECENT: Final = 30
ACCOUNT: Final[Mapping[str, Saying]] = {
    "usable": Saying(
        "доступно {units:units}",
        "{units:units} may be spent",
        "вы можете потратить {units:taking}",
        "you have {units:units} to spend",
    ),
    "usable/none": Saying(
        "доступных {unit:many} пока нет",
        "there are no {unit:many} to spend yet",
        "доступных {unit:many} у вас пока нет",
        "you have no {unit:many} to spend yet",
    ),
    "pending/day": Saying(
        "ещё {units:units} — с {day:date}",
        "{units:units} more from {day:date} on",
        "ещё {units:taking} можно будет потратить с {day:date}",
        "{units:units} more {units:~is|are} yours to spend from {day:date} on",
    ),
    "pending/visit": Saying(
        "ещё {units:units} — после следующих визитов",
        "{units:units} more after later visits",
        "ещё {units:taking} можно будет потратить после следующих визитов",
        "{units:units} more {units:~is|are} yours to spend after later visits",
    ),
    "lapse": Saying(
        "{units:units} {units:~сгорит|сгорят|сгорят} {day:date}, если не потратить раньше",
        "{units:units} {units:~lapses|lapse} on {day:date} unless spent before",
        "{units:units} {units:~сгорит|сгорят|сгорят} {day:date}, если не потратите раньше",
        "{units:units} {units:~lapses|lapse} on {day:date} unless you spend {units:~it|them} before",
    ),
    "lapse/later": Saying(
        "ещё {units:units} {units:~сгорит|сгорят|сгорят} позже, последние — {day:date}",
        "{units:units} more {units:~lapses|lapse} later, the last on {day:date}",
    ),
    "debt": Saying(
        "долг {units:units}: его покроют следующие начисления",
        "{units:units} of debt: what is earned next covers it",
        "{units:units} по возвращённым услугам зачтём из следующих начислений",
        "{units:units} of returned services are taken from what you earn next",
    ),
    "wish/open": Saying(
        "без связи не списано {units:units} по квитанции № {number}: спишутся сами, тогда вернём {money:money}",
        "without network {units:units} of receipt {number} were not spent: they will be, then {money:money} are owed",
        "{units:units} по квитанции № {number} спишем, когда появится связь, и вернём вам {money:money}",
        "{units:units} of receipt {number} are spent once the network is back, and you get {money:money}",
    ),
    "wish/owed": Saying(
        "к выдаче {money:money}: по квитанции № {number} позже списано {units:units}",
        "{money:money} to be handed over: {units:units} were spent later on receipt {number}",
        "вам причитается {money:money}: по квитанции № {number} позже списано {units:units}",
        "you are owed {money:money}: {units:units} were spent later on receipt {number}",
    ),
    # on the card at the desk, which has little room
    "wish/open/card": Saying(
        "{units:units} {units:~спишется|спишутся|спишутся}, когда будет связь, тогда к выдаче {money:money}",
        "{units:units} {units:~is|are} spent once the line is back, then {money:money} are owed",
    ),
    "wish/owed/card": Saying(
        "к выдаче {money:money}, квитанция № {number}",
        "{money:money} to be handed over, receipt {number}",
    ),
    "overdraft/card": Saying(
        "{units:units} {units:~потрачен|потрачены|потрачены} дважды: расход клиники",
        "{units:units} {units:~was|were} spent twice: the clinic bears it",
    ),
    "wish/ended": Saying(
        "{units:units} по квитанции № {number} списать не вышло: их успели потратить раньше",
        "{units:units} of receipt {number} could not be spent: they had been spent before",
        "{units:units} по квитанции № {number} списать не вышло: их потратили раньше",
        "{units:units} of receipt {number} could not be spent: they had been spent before",
    ),
    "overdraft": Saying(
        "{units:units} {units:~потрачен|потрачены|потрачены} дважды, пока стойки не слышали друг друга: "
        "это расход клиники, с пациента ничего не возьмут",
        "{units:units} {units:~was|were} spent twice while the desks did not hear each other: "
        "the clinic bears it, nothing is taken from the patient",
    ),
    "kept": Saying(
        "уровень {level:level} сохраняется до {day:date}",
        "the level {level:level} is kept until {day:date}",
        "ваш уровень {level:level} сохраняется до {day:date}",
        "you keep the level {level:level} until {day:date}",
    ),
    "not_member": Saying(
        "участие закончилось[, остаток {unit:many} ещё можно потратить]",
        "membership has ended[, the {unit:many} left may still be spent]",
        "вы вышли из программы[, остаток {unit:many} ещё можно потратить]",
        "you have left the program[, you may still spend your {unit:many}]",
    ),
}


def account(statement: Statement, program: Program, language: str, audience: Audience = "desk") -> tuple[str, ...]:
    """The sentences of a statement, the most useful first; lots that lapse on one day are one sentence."""
    speech = Speech(language, program, patient=audience == "patient")
    parts = [] if statement.is_member else [_say("not_member", speech)]
    if program.unit is not None:
        parts += [*_units(statement, speech)]
    parts += [*_level(statement, program, speech)]
    return tuple(sentence(part) for part in parts)


def _units(statement: Statement, speech: Speech) -> Iterable[str]:
    yield _say("usable", speech, units=statement.usable) if statement.usable else _say("usable/none", speech)
    pending: dict[date | None, int] = {}
    lapsing: dict[date, int] = {}
    for lot in statement.lots:
        if not lot.usable:
            # a day that has come already means that only a visit is missing
            first = lot.usable_from if lot.usable_from and lot.usable_from > statement.day else None
            pending[first] = pending.get(first, 0) + lot.left
        if lot.last_good_day is not None and lot.last_good_day >= statement.day:
            lapsing[lot.last_good_day] = lapsing.get(lot.last_good_day, 0) + lot.left
    for day, units in sorted(pending.items(), key=lambda item: item[0] or date.max):
        yield _say("pending/day" if day else "pending/visit", speech, units=units, day=day)
    days = sorted(lapsing)
    nearest = _nearest(days)
    for day in nearest:
        yield _say("lapse", speech, units=lapsing[day], day=day)
    if len(days) > len(nearest):
        yield _say("lapse/later", speech, units=sum(lapsing[day] for day in days[_NEAREST:]), day=days[-1])
    if statement.debt:
        yield _say("debt", speech, units=statement.debt)
    # it is nothing to the patient
    if statement.overdraft and not speech.patient:
        yield _say("overdraft", speech, units=statement.overdraft)
    yield from _wishes(statement, speech)


def owed_words(statement: Statement, program: Program, language: str) -> tuple[str, ...]:
    """What the clerk must know of wishes, in few words: what is spent later, what is owed, what came to nothing."""
    return tuple(map(sentence, _wishes(statement, Speech(language, program), "/card")))


def overdraft_words(statement: Statement, program: Program, language: str) -> str:
    """What the clerk must know of units that were spent twice, in few words; "" where none were."""
    if not statement.overdraft:
        return ""
    return sentence(_say("overdraft/card", Speech(language, program), units=statement.overdraft))


def _wishes(statement: Statement, speech: Speech, place: str = "") -> Iterable[str]:
    """What could not be spent while the centre was silent, and what is owed for it."""
    for wish in statement.wishes:
        if wish.open:
            yield _say(f"wish/open{place}", speech, units=wish.units, number=wish.number, money=wish.money)
        elif wish.owed:
            yield _say(f"wish/owed{place}", speech, units=wish.made, number=wish.number, money=wish.owed)
        elif wish.ended == "balance" and (statement.day - wish.day).days <= _RECENT:
            yield _say("wish/ended", speech, units=wish.units, number=wish.number)


def told_days(statement: Statement) -> tuple[date, ...]:
    """The days of lapse that the sentences name with their units, the nearest first."""
    ahead = {lot.last_good_day for lot in statement.lots if lot.last_good_day is not None}
    return tuple(_nearest(sorted(day for day in ahead if day >= statement.day)))


def _nearest(days: list[date]) -> list[date]:
    return days if len(days) == _NEAREST + 1 else days[:_NEAREST]


def _level(statement: Statement, program: Program, speech: Speech) -> Iterable[str]:
    if len(program.levels.steps) == 1 or not statement.is_member:
        return
    if statement.next_level is None:
        yield fill(SAYINGS["level.top"].template(speech), {"level": statement.level}, speech)
    else:
        now = fill(SAYINGS["level.is"].template(speech), {"level": statement.level}, speech)
        more = {"level": statement.next_level.code, "missing": statement.next_level.missing,
                "basis": program.levels.basis}  # fmt: skip
        yield f"{now}; {fill(SAYINGS['level.next'].template(speech), more, speech)}"
    if statement.kept_until is not None and statement.kept_until < date.max:
        yield _say("kept", speech, level=statement.level, day=statement.kept_until)


def _say(key: str, speech: Speech, **params: Any) -> str:
    unit = {"unit": 1} if speech.program is None or speech.program.unit else {}
    return fill(ACCOUNT[key].template(speech), {**unit, **params}, speech)
