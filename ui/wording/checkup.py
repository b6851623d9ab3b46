"""What the check-up found, in words a manager understands: what it is, why it hurts, in numbers, and what mends it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desk_app.checkup import Finding
from desk_app.domain.program import Program
from ui.wording.advice import Advice, Pair
from ui.wording.checkup_rules import RULES
from ui.wording.checkup_texts import TEXTS
from ui.wording.checkup_trust import TRUST, named
from ui.wording.checkup_units import UNITS
from ui.wording.problems import refusal_sentence
from ui.wording.saying import fill, gaps
from ui.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in one language: whole sentences, "" where there is nothing to say; `fix` is the label of a key."""

    what: str
    why: str = ""
    example: str = ""
    fix: str = ""


ADVICE: Final[Mapping[str, Advice]] = {**TEXTS, **UNITS, **RULES, **TRUST}
#: A part of a sentence that falls away with its numbers.
_UNSURE: Final = re.compile(r"\[[^\[\]]*\]")
_MEND: Final = ("Исправить", "Put it right")


def told(finding: Finding, program: Program | None, language: str) -> Said:
    """A finding in words ("ru" or "en"); `program` gives names, units and the currency where the document is valid."""
    speech = Speech(language, program)
    advice, label = _advice(finding), _MEND[language == "en"] if finding.fix else ""
    if advice is None:
        return Said(refusal_sentence(finding.id, finding.params, language, program, finding.place), fix=label)
    params = named(finding.params, language)

    def say(pair: Pair) -> str:
        words = fill(pair[language == "en"], params, speech).strip()
        return words[:1].upper() + words[1:]

    # an example without one of its numbers is none
    example = say(advice.example) if set(gaps(_UNSURE.sub("", advice.example[language == "en"]))) <= set(params) else ""
    mends = say(advice.fix) if finding.fix else ""
    return Said(say(advice.what), say(advice.why), example, mends or label)


def _advice(finding: Finding) -> Advice | None:
    """The words for a finding: some ids have several, by what is the reason, by the step of the bill, or by the key."""
    for variant in (finding.params.get("because"), finding.params.get("step"), finding.place.rpartition(".")[2]):
        if f"{finding.id}/{variant}" in ADVICE:
            return ADVICE[f"{finding.id}/{variant}"]
    return ADVICE.get(finding.id)
