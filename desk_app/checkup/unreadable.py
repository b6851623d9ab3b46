"""Errors of a document that cannot be read, with what mends those that have one answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desk_app.checkup.finding import Finding
from desk_app.documents.edits import Edit, edited, value_at
from desk_app.documents.program_file import problems
from desk_app.documents.program_sense import Problem
from desk_app.domain.program import OWN_PAYERS
from desk_app.ports import Json


def unreadable(document: Json, wrong: tuple[Problem, ...]) -> Iterator[Finding]:
    """Every problem as an error; a fix is offered where trying it makes it go and nothing worse."""
    for one in wrong:
        edits = _fix(document, one)
        yield Finding(one.code, "error", one.place, {"found": one.found, "allowed": one.allowed},
                      edits if edits and _mends(document, wrong, one, edits) else ())  # fmt: skip


def _fix(document: Json, problem: Problem) -> tuple[Edit, ...]:
    """What would mend a problem; nothing where only the clinic knows the answer."""
    place = problem.place
    match problem.code:
        case "key.unknown" | "redeem.without_value":
            return (Edit(place),)
        case "levels.order" if place == "levels.steps[0].from":
            return (Edit(place, "0"),)
        case "expiry.starts_visit":
            return (Edit(place, "receipt"),)
        case "payers.forbidden":
            kept = [one for one in _listed(document, place) if one in OWN_PAYERS]
            return (Edit(place, kept or ["self"]),)
        case "promotion.indicated":
            marked = {one["code"] for one in document["categories"] if one.get("indicated_only") is True}
            kept = [one for one in _listed(document, place) if one not in marked]
            # a promotion for no kind of service at all would be one for every kind
            return (Edit(place, kept) if kept else Edit(place.partition(".")[0]),)
    return ()


def _listed(document: Json, place: str) -> list[Any]:
    value = value_at(document, place)
    return value if isinstance(value, list) else []


def _mends(document: Json, wrong: tuple[Problem, ...], one: Problem, edits: tuple[Edit, ...]) -> bool:
    try:
        after = problems(edited(document, edits))
    except (LookupError, ValueError):
        return False
    known = {(problem.code, problem.place) for problem in wrong}
    left = {(problem.code, problem.place) for problem in after}
    return (one.code, one.place) not in left and (left <= known or len(left) < len(known))
