"""The reasons of a quote, gathered under the sum they explain."""

from PySide6.QtCore import QCoreApplication

from desk_app.domain.program import Program
from ui import formats, language, wording
from ui.desk.bill.presenter import BillState
from ui.desk.why.view import Section


def sections(bill: BillState, voice: str) -> tuple[Section, ...]:
    """One section for each line, one for the whole bill; `voice` is "desk" or "patient"."""
    quote, program = bill.quote, bill.program
    if quote is None or program is None:
        return ()
    say = language.current()
    lines = []
    for line, priced in zip(bill.bill.lines, quote.lines, strict=True):
        sentences = wording.sentences(priced.reasons, program, say, voice)
        lines.append(Section(line.name or line.service, _money(priced.pays, program), sentences))
    whole = wording.sentences((*quote.warnings, *quote.reasons), program, say, voice)
    return (*lines, Section(QCoreApplication.translate("Why", "The whole bill"), _money(quote.pays, program), whole))


def _money(minor: int, program: Program) -> str:
    return formats.money(minor, language.current(), program.currency, program.decimals)
