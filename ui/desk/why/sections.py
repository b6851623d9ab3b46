"""The reasons of a quote, gathered under the sum they explain."""

from PySide6.QtCore import QCoreApplication

from desk_app.domain.program import Program
from desk_app.price_list import titles
from ui import formats, language
from ui.desk.state import Asked
from ui.desk.why.view import Section
from ui.wording.explain import Audience, explain
from ui.wording.offline_bound import why_so_many


def sections(asked: Asked, audience: Audience) -> tuple[Section, ...]:
    """One section for each line, then one for the whole bill."""
    quote, program, say = asked.quote, asked.program, language.current()
    told = explain(
        quote, program, asked.bill, say, audience, asked.offers, services=titles(asked.services, say), paid=asked.paid
    )
    pays = {line.id: line.pays for line in quote.lines}
    lines = tuple(Section(one.name, _money(pays[one.about], program), (one.sentence,)) for one in told.lines)
    bound = asked.bound
    why = () if bound is None else (why_so_many(bound, program, say, patient=audience == "patient"),)
    whole = (*(one.sentence for one in told.sums), *why, *told.notes)
    return (*lines, Section(QCoreApplication.translate("Why", "The whole bill"), _money(quote.pays, program), whole))


def _money(minor: int, program: Program) -> str:
    return formats.money(minor, language.current(), program.currency, program.decimals)
