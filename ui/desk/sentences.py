"""The sentences of the desk about a quote: what to say to the patient, and what keeps a bill from being priced."""

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from ui import formats, language
from ui.desk.bill.presenter import BillState
from ui.wording.invitation import invitation
from ui.wording.problems import problem as sentence_of
from ui.wording.reasons import clause
from ui.wording.saying import sentence
from ui.wording.speech import Speech


def problem_sentence(problem: Refusal | Trouble, program: Program | None) -> str:
    """A refusal or a trouble as one sentence in the language of the window."""
    return sentence_of(problem, language.current(), program)


def sentence_for_patient(quote: Quote, program: Program, bill: BillState) -> str:
    """What the clerk says aloud: the sum, what was saved, what is earned; or what joining would give."""
    say = language.current()
    parts = [QCoreApplication.translate("Say", "That is {amount}.").format(amount=_money(quote.pays, program))]
    saved = quote.discount + quote.redeemed
    if saved:
        parts.append(QCoreApplication.translate("Say", "You save {amount}.").format(amount=_money(saved, program)))
    unit = program.unit
    if not bill.member:
        parts.append(invitation(quote, bill.newcomer, program, say))
    elif quote.earns and unit is not None:
        words = QCoreApplication.translate("Say", "We add {units} to your account.")
        parts.append(words.format(units=formats.units(quote.earns, unit, say, "accusative")))
    parts += [
        sentence(clause(why, Speech(say, program, patient=True)))
        for why in quote.reasons if why.code == "redeem.limit" and why.params["by"] == "offline"
    ]  # fmt: skip
    if bill.member and quote.level_after != quote.level:
        level = next((step.name.plain(say) for step in program.levels.steps if step.code == quote.level_after), "")
        parts.append(QCoreApplication.translate("Say", "With it you reach “{level}”.").format(level=level))
    return " ".join(part for part in parts if part)


def _money(minor: int, program: Program) -> str:
    # as it is spoken: nobody says "zero kopecks"
    return formats.short_money(minor, language.current(), program.currency, program.decimals)
