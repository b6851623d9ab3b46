"""Two versions of a program differ in exactly what was changed, and it is told for whom that is better."""

import copy
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.differences import Difference, beside_the_rules, differences
from resources import path
from tests.domain.one_key import IDENTITY, changed, leaves, rules, same, wrong

_Place = tuple[tuple[Any, ...], Any]
CASES = Path(__file__).parents[1] / "cases" / "programs"
FILES = (
    *sorted(path("programs").glob("*.toml")),
    *(CASES / f"{name}.toml" for name in (
        "effects-declared", "grove-groups", "grove-rewards", "grove-earned", "grove-events", "health-club",
        "health-club-calendar", "health-club-activity",
    )),
)  # fmt: skip
#: What is told as a whole, whichever part of it changes.
WHOLE = {
    "effect", "earn", "metrics", "perks", "rewards", "examples", "by_category", "uses_per_period", "birthday", "steps",
}  # fmt: skip


def all_of(old: dict[str, Any], new: dict[str, Any]) -> tuple[Difference, ...]:
    return (*differences(rules(old), rules(new)), *beside_the_rules(old, new))


def half(all_of_them: Iterable[_Place]) -> list[_Place]:
    """As many as a run has time for: another half each time, drawn by the number that the run prints."""
    drawn = list(all_of_them)
    return random.sample(drawn, -(-len(drawn) // 2))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_one_key_that_changes_is_one_difference_that_names_it(file: Path) -> None:
    document = read_document(file.read_bytes())
    # what an example claims depends on every rule
    for example in document.get("examples", ()):
        example["claims"] = {}
    tried = 0
    for place, _ in half(leaves(document)):
        if place[-1] in IDENTITY:
            continue
        other = changed(document, place)
        if other is None:
            continue
        found = all_of(document, other)
        tried += 1
        key = str(place[-1])
        if place[-2:-1] == ("after_services",):
            key = "after_services"
        assert len(found) == 1, (place, other, found)
        # an effect, an earning rate, a thing a reward gives, a metric is told as a whole
        told = found[0].place
        assert key in told or WHOLE & set(map(str, place)), (place, told)
        _mirrored(document, other, found[0])
    assert tried > 7


def _mirrored(old: dict[str, Any], new: dict[str, Any], found: Difference) -> None:
    """What is better one way is worse the other; what nobody feels, nobody feels either way."""
    (back,) = all_of(new, old)
    assert (back.before, back.after) == (found.after, found.before)
    expected = {"better": {"worse"}, "neutral": {"neutral"}, "worse": {"better", "worse"}}
    assert back.kind in expected[found.kind], found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_version_does_not_differ_from_itself(file: Path) -> None:
    document = read_document(file.read_bytes())
    program = read_program(document)

    assert differences(program, read_program(document, 7)) == ()
    assert beside_the_rules(document, document) == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_left_out_of_a_version_is_told_once(file: Path) -> None:
    document = read_document(file.read_bytes())
    for example in document.get("examples", ()):
        example["claims"] = {}
    for place, value in half(_left_out(document)):
        copied = copy.deepcopy(document)
        inner = copied
        for step in place[:-1]:
            inner = inner[step]
        del inner[place[-1]]
        if wrong(copied):
            continue
        found = all_of(document, copied)
        # a table with all its keys is told key by key, unless it is there or not
        assert (not found) == same(document, copied), (place, found)
        assert len(found) <= 1 or isinstance(value, dict | list), (place, found)


def _left_out(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        # the places of later examples would move
        if "examples" not in place or (key == len(value) - 1 and len(place) == 1):
            yield (*place, key), inner
            if not (isinstance(inner, list) and inner and not isinstance(inner[0], dict)):
                yield from _left_out(inner, (*place, key))


def club() -> dict[str, Any]:
    return read_document((CASES / "health-club.toml").read_bytes())


def kind_of(**changes: Any) -> str:
    """How one change of the club is classed; names are paths with double underscores for dots."""
    document = club()
    for name, value in changes.items():
        *way, last = name.split("__")
        inner: Any = document
        for step in way:
            inner = inner[int(step) if step.isdigit() else step]
        inner[last] = value
    (found,) = differences(read_program(club()), read_program(document))
    return found.kind


def test_what_gives_more_is_better_and_what_takes_is_worse() -> None:
    assert kind_of(levels__steps__0__earn={"percent": "4"}) == "better"
    assert kind_of(levels__steps__1__from="30001") == "worse"
    assert kind_of(expiry__period="1 months") == "worse"
    assert kind_of(name="Другое имя") == "neutral"
    assert kind_of(earn__round_per="line") == "worse"
    assert kind_of(unit__value="0.50") == "worse"


def test_more_decimals_of_a_unit_change_nothing_else() -> None:
    document = club()
    document["unit"]["precision"] = 1

    (found,) = differences(read_program(club()), read_program(document))

    assert (found.key, found.kind) == ("unit.precision", "better")


def test_a_ladder_by_visits_does_not_change_the_numbers_on_its_steps() -> None:
    program = read_program(club())
    levels = replace(program.levels, basis="visits",
                     steps=tuple(replace(one, start=one.start // 100) for one in program.levels.steps))  # fmt: skip

    (found,) = differences(program, replace(program, levels=levels))

    assert (found.key, found.kind) == ("levels.basis", "worse")


def test_where_the_first_discount_wins_another_order_of_promotions_may_hurt() -> None:
    document = read_document((CASES / "effects-declared.toml").read_bytes())
    turned = {**document, "promotions": document["promotions"][::-1]}

    (found,) = differences(read_program(document), read_program(turned))

    assert (found.key, found.kind, found.place) == ("promotions.order", "worse", "promotions")
