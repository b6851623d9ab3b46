"""Where units came from and how long they are good, for people: never the ledger's own mark of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from desk_app.domain.program import Program
from desk_app.statement import LotRow
from ui.wording.saying import Saying, fill, sentence
from ui.wording.speech import Speech

#: The beginning of a lot's source → what is said of it.
SOURCES: Final[Mapping[str, Saying]] = {
    "bill": Saying(
        "начислено по квитанции № {number} от {day:date}",
        "earned with receipt {number} of {day:date}",
    ),
    "bill/unknown": Saying("начислено за оплаченный счёт", "earned with a paid bill"),
    "opening": Saying("перенесено из прежнего учёта", "brought over from the records before"),
    "referral": Saying("за приглашённого пациента", "for a patient who was brought"),
    "event:referral_friend": Saying("за визит по приглашению", "for coming by invitation"),
    "event:birthday": Saying("подарок ко дню рождения", "a birthday gift"),
    "event:survey_answered": Saying("за ответы на опрос", "for answering the survey"),
    "event:plan_completed": Saying("за завершённый план лечения", "for finishing the plan"),
    "event:welcome": Saying("за вступление в программу", "for joining the program"),
    "adjustment:apology": Saying("извинение клиники", "an apology of the clinic"),
    "adjustment": Saying("начислено вручную[: {reason}]", "given by hand[: {reason}]"),
    "other": Saying("начислено программой", "given by the program"),
}
_UNTIL: Final = Saying("{left:units} до {until:date} — {source}", "{left:units} until {until:date}: {source}")
_FOR_EVER: Final = Saying("{left:units} без срока — {source}", "{left:units} without a term: {source}")


def lot_sentence(lot: LotRow, receipt: tuple[str, date] | None, program: Program, language: str) -> str:
    """What is left of a lot, until when, and where it came from; `receipt` is number and day of the bill's receipt."""
    speech = Speech(language, program)
    saying = _FOR_EVER if lot.last_good_day is None else _UNTIL
    params = {"left": lot.left, "until": lot.last_good_day, "source": came_from(lot.source, receipt, speech)}
    return sentence(fill(saying.template(speech), params, speech))


def came_from(source: str, receipt: tuple[str, date] | None, speech: Speech) -> str:
    """A source of the ledger in words."""
    kind, _, rest = source.partition(":")
    params: dict[str, Any] = {"reason": rest}
    if kind == "bill":
        key = "bill" if receipt else "bill/unknown"
        params |= {"number": receipt[0], "day": receipt[1]} if receipt else {}
    else:
        key = next((one for one in (source, kind) if one in SOURCES), "other")
    return fill(SOURCES[key].template(speech), params, speech)
