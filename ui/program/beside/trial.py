"""A bill to try the rules on: what is on it, who brings it, and what it comes to under a program, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from desk_app.documents import program_sense, scalars
from desk_app.documents.scalars import Wrong
from desk_app.domain.bill import Bill, Line
from desk_app.domain.people import Service
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing
from desk_app.ports import Json

#: Visits of a patient who is no stranger.
_VISITS = 3


@dataclass(frozen=True, slots=True)
class TrialLine:
    """A service on the bill; `price` of one piece in minor units."""

    service: str
    name: str
    category: str
    price: int
    quantity: int = 1
    payer: str = "self"


@dataclass(frozen=True, slots=True)
class Trial:
    """The bill and its patient.

    `level` and `group` are codes of the draft, "" for the first level and no group; `units` are smallest parts, `spend`
    is None for as many as may be spent. `counted` is the sum the level rests on where an example tells it (minor
    units), None for just as much as the level takes. `day` None: today, then `minute` of the day is now.
    """

    lines: tuple[TrialLine, ...] = ()
    level: str = ""
    counted: int | None = None
    group: str = ""
    units: int = 0
    spend: int | None = 0
    first_visit: bool = False
    day: date | None = None
    minute: int = 12 * 60


@dataclass(frozen=True, slots=True)
class Worked:
    """What a trial comes to: the bill as the rules read it, its quote, and the program that priced it."""

    program: Program
    bill: Bill
    quote: Quote


def begun(document: Json, services: Mapping[str, Service], language: str) -> Trial:
    """An example of the document, so that one sees what it promises; without one, a dear service and a usual one."""
    found = _of_example(document, services, language)
    if found is not None:
        return found
    known = [one for one in services.values() if one.price]
    if not known:
        return Trial((TrialLine("", "…", "", 5000 * 10 ** program_sense.currency_of(document)),))
    dearest = max(known, key=lambda one: one.price)
    usual = sorted(known, key=lambda one: one.price)[(len(known) - 1) // 2]
    chosen = dict.fromkeys((usual, dearest))
    return Trial(tuple(line_of(one, language) for one in chosen))


def line_of(service: Service, language: str) -> TrialLine:
    """A service of the price list on a bill."""
    name = service.name_en if language == "en" and service.name_en else service.name
    return TrialLine(service.code, name, service.category, service.price)


def priced(program: Program, trial: Trial, now: datetime, levels: Program | None = None) -> Worked:
    """The trial under a program; `now` is aware. `levels` is the program whose level the patient has reached, else it.

    Where another ladder looks at the same figure, the patient has that figure; else the level of the same name.
    Raises `Refusal`.
    """
    zone = ZoneInfo(program.timezone)
    at = now.astimezone(zone)
    if trial.day is not None:
        at = datetime.combine(trial.day, time(trial.minute // 60, trial.minute % 60), zone)
    lines = tuple(
        Line(str(number), one.price, one.quantity, one.service, one.name,
             one.category if one.category in program.categories else None, one.payer)
        for number, one in enumerate(trial.lines, 1)
    )  # fmt: skip
    # What units are worth may have been changed: the patient has the same number of them.
    spend = trial.spend if program.redeem else 0
    bill = Bill("trial", "trial", at, lines, "trial", "trial", redeem=spend, proof="card")
    standing = _standing(program, trial, at.date(), levels or program)
    return Worked(program, bill, price_bill(program, bill, standing))


def _standing(program: Program, trial: Trial, day: date, levels: Program) -> Standing:
    reached = next((step for step in levels.levels.steps if step.code == trial.level), levels.levels.steps[0])
    visits = 0 if trial.first_visit else _VISITS
    groups = tuple(group.code for group in program.groups if group.code == trial.group)
    usable = trial.units if program.unit else 0
    standing = Standing(joined=day, visits=visits, visits_counted=visits, usable=usable, groups=groups)
    if program.levels.basis != levels.levels.basis:
        known = any(step.code == reached.code for step in program.levels.steps)
        return replace(standing, level=reached.code if known else None)
    match levels.levels.basis:
        case "visits":
            return replace(standing, visits=max(visits, reached.start), visits_counted=max(visits, reached.start))
        case "units_earned":
            return replace(standing, units_earned=reached.start)
        case _:
            return replace(standing, counted=reached.start if trial.counted is None else trial.counted)


def _of_example(document: Json, services: Mapping[str, Service], language: str) -> Trial | None:
    decimals, precision = program_sense.currency_of(document), program_sense.precision_of(document)
    told = program_sense.tables(document.get("examples"))
    # One on which units are spent shows more of the rules.
    for raw in sorted(told, key=lambda one: one.get("redeem", "0") == "0"):
        try:
            lines = tuple(_line(item, services, decimals, language) for item in program_sense.tables(raw.get("bill")))
            state = program_sense.table(raw.get("state"))
            units = scalars.units(state.get("units", 0), precision)
            redeem = raw.get("redeem", "0")
            spend = None if redeem == "max" else scalars.units(redeem, precision)
            spent = scalars.money(state.get("spent", "0"), decimals)
        except Wrong:
            continue
        if lines:
            return Trial(lines, _level(document, state, spent), spent, "", units, spend)
    return None


def _level(document: Json, state: Json, spent: int) -> str:
    """The level a patient of an example has reached, by code."""
    if isinstance(state.get("level"), str):
        return str(state["level"])
    levels = program_sense.table(document.get("levels"))
    reached = ""
    for step in program_sense.tables(levels.get("steps")):
        start = program_sense.level_start(document, step.get("from"))
        if levels.get("basis", "spend") == "spend" and start is not None and start <= spent:
            reached = str(step.get("code", ""))
    return reached


def _line(item: Json, services: Mapping[str, Service], decimals: int, language: str) -> TrialLine:
    code = str(item.get("service", ""))
    service = services.get(code)
    name = str(item.get("name", "")) or (line_of(service, language).name if service else code)
    category = str(item.get("category", "")) or (service.category if service else "")
    quantity = item.get("quantity", 1)
    return TrialLine(
        code, name, category, scalars.money(item.get("price"), decimals),
        quantity if isinstance(quantity, int) and quantity > 0 else 1, str(item.get("payer", "self")),
    )  # fmt: skip
