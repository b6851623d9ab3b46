"""Why no more may be spent while the centre is not heard: the program's limit, how long the silence, what is left."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from desk_app.domain.offline import Bound
from desk_app.domain.program import Program
from ui.wording.saying import Saying, fill, sentence
from ui.wording.speech import Speech

_WHY: Final = Saying(
    "без связи здесь сейчас можно списать до {most:of}: предел программы — {limit:units}, {share}"
    "[, из них с тех пор здесь уже списано {used:units}]; что пациент хотел бы сверх этого, "
    "спишется само, когда связь вернётся, и деньги отдадут",
    "without network up to {most:units} may be spent here now: the program’s limit is {limit:units}, {share}"
    "[, of it {used:units} {used:~was|were} spent here since]; what the patient wants above that is spent by itself "
    "once the line is back, and the money is handed over",
    "без связи сейчас можно потратить до {most:of}; что вы хотели бы сверх этого, "
    "спишется само, когда связь вернётся, и мы отдадим деньги",
    "without network you may spend up to {most:units} now; what you want above that is spent by itself "
    "once the line is back, and we hand over the money",
)
#: Which part of the limit holds, and why: by the part, and by whether both sides ever held the same.
_SHARES: Final = {
    Fraction(1): Saying(
        "последний полный обмен был меньше часа назад, и действует весь",
        "the last complete exchange was less than an hour ago, and all of it holds",
    ),
    Fraction(1, 2): Saying(
        "последний полный обмен был меньше суток назад, и действует половина",
        "the last complete exchange was less than a day ago, and half of it holds",
    ),
    Fraction(1, 4): Saying(
        "последний полный обмен был меньше недели назад, и действует четверть",
        "the last complete exchange was less than a week ago, and a quarter of it holds",
    ),
    Fraction(1, 10): Saying(
        "последний полный обмен был больше недели назад, и действует десятая часть",
        "the last complete exchange was more than a week ago, and a tenth of it holds",
    ),
}
_NEVER: Final = Saying(
    "полного обмена ещё не было, и действует десятая часть",
    "there was no complete exchange yet, and a tenth of it holds",
)
_CLOCK: Final = Saying(
    "часы переведены назад, когда был последний полный обмен, неизвестно, и действует десятая часть",
    "the clock was set back, nobody can say when the last complete exchange was, and a tenth of it holds",
)


def why_so_many(bound: Bound, program: Program, language: str, *, patient: bool = False) -> str:
    """How many units may be spent without the network and why, in one sentence to the desk or to the patient."""
    speech = Speech(language, program, patient=patient)
    was_set_back = bound.age is not None and bound.age < 0 and bound.part != 1
    share = _NEVER if bound.age is None else _CLOCK if was_set_back else _SHARES[bound.part]
    said = {"most": bound.most, "limit": bound.limit, "used": bound.used, "share": share.template(speech)}
    return sentence(fill(_WHY.template(speech), said, speech))
