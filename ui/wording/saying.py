"""Sentences with gaps: `{given:money}` is a value as a kind of thing, `[ …]` a part that falls away with its value.

`<before//after>` says one thing while the bill is open and another when it is paid.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ui.wording.speech import Speech

_GAP: Final = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
_TENSE: Final = re.compile(r"<([^<>]*?)//([^<>]*)>")
_ABSENT: Final = (None, "", 0)


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing to say: to the desk, and in other words to the patient where the desk's are not for her ears.

    A saying is a clause: no capital, no full stop; several of them become one sentence.
    """

    ru: str
    en: str
    patient_ru: str = ""
    patient_en: str = ""

    def template(self, speech: Speech) -> str:
        """The words for this language and listener."""
        if speech.language == "ru":
            return self.patient_ru if speech.patient and self.patient_ru else self.ru
        return self.patient_en if speech.patient and self.patient_en else self.en


def gaps(template: str) -> tuple[str, ...]:
    """Names of the values that a template asks for."""
    return tuple(name for name, _ in _GAP.findall(template))


def fill(template: str, params: Mapping[str, Any], speech: Speech) -> str:
    """The template with its values. An optional part goes when a value of it is missing, empty or 0."""

    def keep(part: re.Match[str]) -> str:
        there = all(_is_there(params.get(name)) for name in gaps(part[1]))
        return part[1] if there else ""

    def value(gap: re.Match[str]) -> str:
        name, kind = gap[1], gap[2] or "plain"
        if name not in params and kind != "many":
            return "…"
        return speech.value(kind, params.get(name), params)

    timely = _TENSE.sub(lambda tense: tense[2 if speech.paid else 1], template)
    return _GAP.sub(value, _OPTIONAL.sub(keep, timely))


def _is_there(value: object) -> bool:
    return isinstance(value, bool) or value not in _ABSENT


def sentence(clause: str) -> str:
    """A clause as a sentence: a capital and a full stop."""
    whole = clause[:1].upper() + clause[1:]
    return whole if whole.endswith((".", "!", "?", "…”", ".”")) else f"{whole}."
