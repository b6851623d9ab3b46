"""The words of a bill's lines: payers, rules and what a line costs, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from desk_app.domain.bill import Line
from desk_app.domain.program import PAYERS, Program, Unit
from desk_app.domain.quote import QuoteLine
from desk_app.domain.text import Text
from ui import formats, language
from ui.marking import QT_TRANSLATE_NOOP

_PAYERS = {
    "self": QT_TRANSLATE_NOOP("Payers", "the patient"),
    "certificate": QT_TRANSLATE_NOOP("Payers", "certificate"),
    "deposit": QT_TRANSLATE_NOOP("Payers", "deposit"),
    "insurer": QT_TRANSLATE_NOOP("Payers", "insurer"),
    "state": QT_TRANSLATE_NOOP("Payers", "state insurance"),
    "employer": QT_TRANSLATE_NOOP("Payers", "employer"),
}


def payer_words(payer: str) -> str:
    """Who pays for a line."""
    return QCoreApplication.translate("Payers", _PAYERS[payer]) if payer in _PAYERS else payer


def payer_number(payer: str) -> int:
    """The digit that chooses this payer together with Ctrl."""
    return PAYERS.index(payer) + 1


def rule_words(program: Program, rule: str) -> str:
    """What a rule is called in the program: the level, the group, the promotion."""
    say = language.current()
    kind, _, code = rule.partition(":")
    if kind == "manual":
        return QCoreApplication.translate("Rules", "by hand")
    if kind == "offer":
        return QCoreApplication.translate("Rules", "personal offer")
    names: dict[str, dict[str, Text]] = {
        "level": {one.code: one.name for one in program.levels.steps},
        "group": {one.code: one.name for one in program.groups},
        "promotion": {one.code: one.name for one in program.promotions},
        "reward": {one.code: one.name for one in program.rewards},
    }
    named = names.get(kind, {}).get(code)
    return named.plain(say) if named is not None else code


def line_sentence(line: Line, priced: QuoteLine | None, program: Program | None) -> str:
    """A line of the bill in one sentence, as a screen reader says it."""
    say = language.current()
    parts = [line.name or line.service]
    if line.quantity > 1:
        parts.append(QCoreApplication.translate("Lines", "%n piece(s)", "", line.quantity))
    if program is None:
        return ", ".join(parts)
    if line.payer != "self":
        payer = payer_words(line.payer)
        parts.append(QCoreApplication.translate("Lines", "paid by: {payer}").format(payer=payer))
    if priced is None:
        parts.append(formats.money(line.total, say, program.currency, program.decimals))
        return ", ".join(parts)
    if priced.discount:
        less = formats.money(priced.discount, say, program.currency, program.decimals)
        parts.append(QCoreApplication.translate("Lines", "discount {amount}").format(amount=less))
    if priced.redeemed and program.unit is not None:
        parts.append(paid_by_units(priced.redeemed, program, program.unit))
    pays = formats.money(priced.pays, say, program.currency, program.decimals)
    parts.append(QCoreApplication.translate("Lines", "to pay {amount}").format(amount=pays))
    return ", ".join(parts)


def paid_by_units(amount: int, program: Program, unit: Unit) -> str:
    """Money of a line that units paid, with a minus before it.

    How many units is told for the bill: the share of one line rarely is a whole number of them.
    """
    say = language.current()
    less = formats.money(-amount, say, program.currency, program.decimals)
    words = QCoreApplication.translate("Lines", "{amount} in {units}")
    return words.format(amount=less, units=formats.many(unit, say))
