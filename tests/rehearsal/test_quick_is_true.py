"""The quick way of living a span through says what the engine says, bill by bill, of any life under any program."""

from __future__ import annotations

from hypothesis import event, given, settings

from desk_app.domain.program import Program
from desk_app.rehearsal.life import Life
from desk_app.rehearsal.living import live
from desk_app.rehearsal.past import Past
from desk_app.rehearsal.quick import Quick
from desk_app.rehearsal.quick import lived as lived_quickly
from desk_app.rehearsal.rows import Lived
from desk_app.rehearsal.rules import Rules
from desk_app.rehearsal.run import draft_of
from tests.rehearsal import lives
from tests.rehearsal.year import preset
from ui.cli.bench_rehearsal import invented_past


def told(life: Lived) -> object:
    """All numbers of a life, whatever sequence holds them."""
    rows = [tuple(tuple(part) if isinstance(part, list | tuple) else part for part in row) for row in life.rows]
    return life.key, rows, dict(life.ended), life.lapsed, life.overdue, life.changed


@settings(max_examples=100)
@given(lives.programs(), lives.pasts())
def test_every_bill_lived_quickly_is_the_engines_quote(program: Program, past: Past) -> None:
    draft = lives.draft(program)
    (household,) = past.households
    quick = Quick(past, draft)
    event("quick" if quick.rules.possible and household.plain else "by the engine")

    assert told(quick.live(household)) == told(live(past, household, draft))


@settings(max_examples=100)
@given(lives.programs(), lives.pasts(whole=True))
def test_rewards_discounts_by_hand_offers_and_returns_are_what_the_engine_makes_of_them(
    program: Program, past: Past
) -> None:
    draft = lives.draft(program)
    (household,) = past.households
    quick = Quick(past, draft)
    event("quick" if quick.rules.possible and household.plain else "by the engine")

    assert told(quick.live(household)) == told(live(past, household, draft))


def test_a_life_in_which_a_bill_comes_back_is_lived_quickly_for_all_that() -> None:
    draft = draft_of(preset())
    past = invented_past(draft, 400)
    with_returns = [one for one in past.households if one.returned]

    lived = [lived_quickly(Life(Rules(past, draft), one, one.opening)) for one in with_returns]

    assert len(lived) > 2
    assert [told(life) for life in lived] == [told(live(past, household, draft)) for household in with_returns]


@settings(max_examples=30)
@given(lives.programs(), lives.pasts())
def test_what_was_met_before_changes_nothing(program: Program, past: Past) -> None:
    draft = lives.draft(program)
    (household,) = past.households
    quick = Quick(past, draft)

    assert told(quick.live(household)) == told(quick.live(household))


@settings(max_examples=60)
@given(lives.programs(crossing="bands"), lives.pasts(earning=False))
def test_who_may_not_earn_earns_nothing_on_a_bill_that_crosses_a_threshold(program: Program, past: Past) -> None:
    draft = lives.draft(program)
    (household,) = past.households

    assert all(row.earned == 0 for row in Quick(past, draft).live(household).rows)
