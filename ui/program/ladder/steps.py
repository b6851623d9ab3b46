"""What is done to the ladder of a document, as edits: steps added, taken away and moved, rates of other kinds."""

from __future__ import annotations

from typing import Any, Final

from desk_app.documents.edits import Edit
from desk_app.documents.program_sense import currency_of, level_start, precision_of, table, tables
from desk_app.domain.money import decimal_text
from desk_app.ports import Json
from ui.program.typed import units

PATH: Final = "levels.steps"
#: How a step earns: a percent, units for each full sum, units for a sum in proportion, or nothing.
RATES: Final = ("percent", "per_full", "per", "none")


def steps_of(document: Json) -> list[Json]:
    """The steps as they stand."""
    return tables(table(document.get("levels")).get("steps"))


def added(document: Json, after: int, names: tuple[str, str]) -> tuple[Edit, ...]:
    """A step behind another, that gives the same and begins as far above it as the ladder goes on; with its names."""
    steps = steps_of(document)
    before = steps[after] if steps else {}
    codes = {step.get("code") for step in steps}
    number = next(n for n in range(len(steps) + 1, 10_000) if f"level-{n}" not in codes)
    step = {key: value for key, value in before.items() if key in ("earn", "discount", "by_category")}
    step |= {"code": f"level-{number}", "name": dict(zip(("ru", "en"), names, strict=True))}
    step["from"] = _start_between(document, steps, after) if steps else "0"
    return (Edit(PATH, [*steps[: after + 1], step, *steps[after + 1 :]]),)


def removed(document: Json, index: int) -> tuple[Edit, ...]:
    """A step is gone; the lowest one that is left begins at 0. The last one stays."""
    steps = steps_of(document)
    if len(steps) < 2:
        return ()
    left = [*steps[:index], *steps[index + 1 :]]
    if index == 0:
        left[0] = {**left[0], "from": "0"}
    return (Edit(PATH, left),)


def moved(document: Json, index: int, by: int) -> tuple[Edit, ...]:
    """A step changes places with its neighbour; where each place begins stays as it was."""
    steps, to = steps_of(document), index + by
    if not 0 <= to < len(steps):
        return ()
    places = list(steps)
    places[index] = {**steps[to], "from": steps[index].get("from", "0")}
    places[to] = {**steps[index], "from": steps[to].get("from", "0")}
    return (Edit(PATH, places),)


def kind_of(rate: Any) -> str:
    """Which of `RATES` a rate is."""
    known = table(rate)
    return next((kind for kind in ("percent", "per_full", "per") if kind in known), "none")


def rate_of(kind: str, before: Any) -> Json | None:
    """A rate of another kind, with as much of the one before as it can keep; None for nothing."""
    known = table(before)
    match kind:
        case "percent":
            return {"percent": known.get("percent", "5")}
        case "per_full" | "per":
            of = known.get("per_full", known.get("per", "100.00"))
            return {"units": known.get("units", 1), kind: of}
        case _:
            return None


def with_override(step: Json, category: str, key: str, value: Any) -> Any:
    """The `by_category` of a step with one value of a category put or taken; None where nothing is left of it."""
    own = dict(table(step.get("by_category")))
    rates = {**table(own.get(category)), key: value}
    own[category] = {name: one for name, one in rates.items() if one is not None}
    return own


def without_override(step: Json, category: str) -> Any:
    """The same without a category."""
    own = {code: rates for code, rates in table(step.get("by_category")).items() if code != category}
    return own or None


def _start_between(document: Json, steps: list[Json], after: int) -> Any:
    """Half way to the next step, or behind the last as far again as it is from the one before."""
    starts = [level_start(document, step.get("from")) for step in steps]
    here = starts[after] or 0
    basis = table(document.get("levels")).get("basis", "spend")
    if after + 1 < len(steps):
        following = starts[after + 1]
        start = (here + following) // 2 if following is not None and following - here > 1 else here + 1
    else:
        start = here * 2 or {"visits": 5, "units_earned": 1000 * 10 ** precision_of(document)}.get(basis, 5_000_000)
    if basis == "visits":
        return start
    if basis == "units_earned":
        return units(precision_of(document)).read(decimal_text(start, precision_of(document)))
    return decimal_text(start, currency_of(document))
