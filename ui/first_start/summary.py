"""A program in one sentence, for whoever chooses one: what comes back, how it grows, what units pay."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desk_app.domain.program import Program


def summary(program: Program, language: str) -> str:
    """One sentence in the language of the window, computed from the rules themselves."""
    parts = [part for part in (_earning(program), _paying(program), _discount(program), _family(program)) if part]
    if not parts:
        return program.name.plain(language)
    what = "; ".join(parts)
    return QCoreApplication.translate("Presets", "{what}.").format(what=what[:1].upper() + what[1:])


def _earning(program: Program) -> str:
    rates = [step.earn.percent for step in program.levels.steps if step.earn and step.earn.percent]
    if program.unit is None or not rates:
        return ""
    if len(set(rates)) == 1:
        return QCoreApplication.translate("Presets", "{percent} % of every visit comes back").format(
            percent=_plain(rates[0])
        )
    return QCoreApplication.translate("Presets", "{percents} % of every visit comes back, more with each level").format(
        percents="-".join(_plain(rate) for rate in rates)
    )


def _paying(program: Program) -> str:
    share = program.redeem.max_share if program.redeem is not None else Fraction(0)
    if program.unit is None or not share:
        return ""
    return QCoreApplication.translate("Presets", "it pays up to {percent} % of a bill").format(percent=_plain(share))


def _discount(program: Program) -> str:
    rates = [step.discount for step in program.levels.steps if step.discount]
    if not rates:
        return ""
    if len(set(rates)) == 1:
        return QCoreApplication.translate("Presets", "a discount of {percent} %").format(percent=_plain(rates[0]))
    return QCoreApplication.translate("Presets", "a discount that grows: {percents} %").format(
        percents="-".join(_plain(rate) for rate in rates)
    )


def _family(program: Program) -> str:
    if program.family is None or not program.family.max_members:
        return ""
    return QCoreApplication.translate(
        "Presets", "a family of up to %n shares one account", "", program.family.max_members
    )


def _plain(percent: Fraction) -> str:
    return f"{float(percent * 100):g}".replace(".", ",")
