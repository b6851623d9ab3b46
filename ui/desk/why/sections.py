"""The reasons of a quote, gathered under the sum they explain."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desk_app.domain.bill import Bill
from desk_app.domain.program import Program, Promotion
from desk_app.domain.quote import Quote
from ui import formats, language
from ui.desk.why.view import Section
from ui.wording.explain import Audience, explain


def sections(
    quote: Quote, program: Program, bill: Bill, audience: Audience, offers: Iterable[Promotion] = ()
) -> tuple[Section, ...]:
    """One section for each line, then one for the whole bill."""
    told = explain(quote, program, bill, language.current(), audience, offers)
    pays = {line.id: line.pays for line in quote.lines}
    lines = tuple(Section(one.name, _money(pays[one.about], program), (one.sentence,)) for one in told.lines)
    whole = (*(one.sentence for one in told.sums), *told.notes)
    return (*lines, Section(QCoreApplication.translate("Why", "The whole bill"), _money(quote.pays, program), whole))


def _money(minor: int, program: Program) -> str:
    return formats.money(minor, language.current(), program.currency, program.decimals)
