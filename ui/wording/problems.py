"""Refusals and troubles as sentences: what is wrong, with the numbers, and what to do now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.program import Program
from ui.wording import (
    refusals_centre,
    refusals_input,
    refusals_network,
    refusals_program,
    refusals_rules,
    refusals_training,
    refusals_versions,
    troubles,
)
from ui.wording.saying import fill
from ui.wording.speech import Speech
from ui.wording.told import Told

REFUSALS: Final[Mapping[str, Told]] = {
    **refusals_centre.REFUSALS, **refusals_input.REFUSALS, **refusals_network.REFUSALS,
    **refusals_program.REFUSALS, **refusals_rules.REFUSALS, **refusals_versions.REFUSALS,
    **refusals_training.REFUSALS,
}  # fmt: skip
#: What is allowed is a list to look through where it has more letters.
_A_LIST: Final = 40
#: A code of a newer part of the app that has no words here yet.
_REFUSED: Final = Told("", "Приложение отказало; ничего не записано.", "The app refused; nothing was stored.")
_FAILED: Final = Told(
    "",
    "На этом компьютере что-то не сработало; записанное раньше сохранено. Повторите.",
    "Something on this computer failed; what was stored before is kept. Try again.",
)


def problem(what: Refusal | Trouble, language: str, program: Program | None = None) -> str:
    """A refusal or trouble as a sentence ("ru" or "en"); amounts are the program's where there is one."""
    if isinstance(what, Trouble):
        return trouble_sentence(what.code, what.params, language)
    return refusal_sentence(what.code, what.params, language, program, what.place)


def brief(what: Refusal, language: str) -> str:
    """A refusal with its place for somebody who cannot put it right: without the list of all that is allowed."""
    params = {name: value for name, value in what.params.items() if name != "allowed" or len(str(value)) <= _A_LIST}
    said = refusal_sentence(what.code, params, language, None, what.place)
    return f"{what.place}: {said[:1].lower()}{said[1:]}" if what.place else said


def refusal_sentence(
    code: str, params: Mapping[str, object], language: str, program: Program | None = None, place: str = ""
) -> str:
    """What a refusal says to people."""
    told = REFUSALS.get(f"{code}/{place}") or REFUSALS.get(code, _REFUSED)
    return _say(told, params, Speech(language, program))


def trouble_sentence(code: str, params: Mapping[str, object], language: str) -> str:
    """What happened to disk, database, printer or network, what is kept, what to try."""
    return _say(troubles.TROUBLES.get(code, _FAILED), params, Speech(language))


def _say(told: Told, params: Mapping[str, object], speech: Speech) -> str:
    words = fill(told.ru if speech.language == "ru" else told.en, params, speech)
    return words[:1].upper() + words[1:]
