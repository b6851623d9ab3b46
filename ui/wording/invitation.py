"""What joining would have given on this very bill, as one sentence to be said aloud."""

from __future__ import annotations

from typing import Final

from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from ui.wording.saying import Saying, fill, sentence
from ui.wording.speech import Speech

INVITATIONS: Final = {
    "both": Saying(
        "по нашей программе вы заплатили бы {pays:money} и получили бы {earns:taking}",
        "with our program you would pay {pays:money} and get {earns:units}",
    ),
    "less": Saying("по нашей программе вы заплатили бы {pays:money}", "with our program you would pay {pays:money}"),
    "earns": Saying(
        "по нашей программе этот визит принёс бы вам {earns:taking}",
        "with our program this visit would bring you {earns:units}",
    ),
    "counts": Saying("в нашей программе этот визит уже был бы засчитан", "with our program this visit would count"),
}


def invitation(quote: Quote, newcomer: Quote | None, program: Program, language: str) -> str:
    """The sentence for a patient who is no member; "" when joining would change nothing on this bill."""
    if newcomer is None:
        return ""
    less, earns = newcomer.pays < quote.pays, bool(newcomer.earns) and program.unit is not None
    counts = newcomer.counted > 0 and len(program.levels.steps) > 1
    key = "both" if less and earns else "less" if less else "earns" if earns else "counts" if counts else ""
    if not key:
        return ""
    speech = Speech(language, program, patient=True)
    template = INVITATIONS[key].template(speech)
    return sentence(fill(template, {"pays": newcomer.pays, "earns": newcomer.earns}, speech))
