"""What is said of acts that a desk put aside: which, why, and what the centre makes of them."""

from __future__ import annotations

from typing import Final

from desk_app.domain.program import Program
from ui.wording.network import act
from ui.wording.saying import Saying, fill, sentence
from ui.wording.speech import Speech

_WHY: Final = {
    "body": Saying("её нельзя прочитать", "it cannot be read"),
    "IntegrityError": Saying("она противоречит другим", "it contradicts others"),
    "KeyError": Saying("в ней чего-то недостаёт", "something is missing in it"),
}
_ELSE: Final = Saying("в ней сказано то, чего нельзя учесть", "it says what cannot be counted")
_TOLD: Final = Saying(
    "операция «{act}»[ места {desk}] отложена: {why}", "the act “{act}”[ of desk {desk}] was put aside: {why}"
)
_KEPT: Final = Saying(
    "она хранится вместе со всеми и ничего не меняет",
    "it is kept with all others, and changes nothing",
)
_BOOKED: Final = Saying(
    "учёт центра считает её: {units:units}; здесь они не считаются",
    "the books of the centre count it, {units:units}; here they do not count",
)


def aside_words(kind: str, desk: str, reason: str, language: str) -> str:
    """Which act it is and why it was put aside, in one sentence."""
    speech = Speech(language)
    why = _WHY.get(reason, _ELSE).template(speech)
    return sentence(fill(_TOLD.template(speech), {"act": act(kind, language), "desk": desk, "why": why}, speech))


def booked_words(units: int, program: Program | None, language: str) -> str:
    """What the centre books of it, where it books anything."""
    speech = Speech(language, program)
    return sentence(fill((_BOOKED if units else _KEPT).template(speech), {"units": units}, speech))
