"""A program in one sentence, for whoever chooses one: what comes back, how it grows, what units pay."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desk_app.domain.program import Program
from ui import formats


def summary(program: Program, language: str) -> str:
    """One sentence in the language of the window, computed from the rules themselves."""
    told = (_earning(program, language), _paying(program, language), _discount(program, language), _family(program))
    parts = [part for part in told if part]
    if not parts:
        return program.name.plain(language)
    what = "; ".join(parts)
    return QCoreApplication.translate("Presets", "{what}.").format(what=what[:1].upper() + what[1:])


def _earning(program: Program, language: str) -> str:
    rates = [step.earn.percent for step in program.levels.steps if step.earn and step.earn.percent]
    if program.unit is None or not rates:
        return ""
    if len(set(rates)) == 1:
        words = QCoreApplication.translate("Presets", "{percent} of every visit comes back")
    else:
        words = QCoreApplication.translate("Presets", "{percent} of every visit comes back, more with each level")
    return words.format(percent=_span(rates, language))


def _paying(program: Program, language: str) -> str:
    share = program.redeem.max_share if program.redeem is not None else Fraction(0)
    if program.unit is None or not share:
        return ""
    words = QCoreApplication.translate("Presets", "up to {percent} of a bill may be paid with {units}")
    return words.format(percent=formats.percent(share, language), units=formats.many(program.unit, language))


def _discount(program: Program, language: str) -> str:
    rates = [step.discount for step in program.levels.steps if step.discount]
    if not rates:
        return ""
    if len(set(rates)) == 1:
        words = QCoreApplication.translate("Presets", "a discount of {percent}")
    else:
        words = QCoreApplication.translate("Presets", "a discount that grows: {percent}")
    return words.format(percent=_span(rates, language))


def _family(program: Program) -> str:
    if program.family is None or not program.family.max_members:
        return ""
    return QCoreApplication.translate(
        "Presets", "a family of up to %n shares one account", "", program.family.max_members
    )


def _span(rates: Sequence[Fraction], language: str) -> str:
    """One rate, or the least and the most of them: 3–10 %."""
    least, most = formats.percent(min(rates), language), formats.percent(max(rates), language)
    return most if least == most else f"{least.rstrip('%').rstrip()}–{most}"
