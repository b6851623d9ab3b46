"""Whatever a clinic changed in a ready program: a fix takes its finding away, and no sound program is blamed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.checkup import check_up
from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import problems, read_document
from tests.checkup.programs import FOR_THE_CLINIC, NOW, PRICES, SLOW_GROWTH, ready

CASES = Path(__file__).parents[1] / "cases" / "programs"
#: What managers change, with values that make sense and values that do not.
CHANGES: Final[dict[str, tuple[Any, ...]]] = {
    "redeem.max_share": ("0", "10", "100"), "redeem.multiple_of": (100, 500), "redeem.max_per_bill": (50, 300),
    "redeem.min_balance": (500, 5_000), "redeem.keep_balance": (100,), "redeem.on_discounted_lines": (False,),
    "redeem.owner": ("holder",), "earn.rounding": ("up", "half_up"), "earn.max_per_bill": (5, 1_000),
    "earn.on_bill_with_units": ("nothing", "whole_bill"), "earn.usable": ("14 days", "visit 3"),
    "earn.on_discounted_lines": (False,), "expiry.period": ("10 days", "365 days", "6 months"),
    "expiry.warn_days": (0, 20), "expiry.clock": ("never", "calendar"), "stacking.order": ("declared",),
    "stacking.max_total_discount": ("4", "100"), "events.welcome": (100, 3_000), "events.referral.min_bill": ("0",),
    "levels.idle_reset": ("60 days",), "levels.crossing_bill": ("after", "bands"), "notice.worsening_days": (0, 60),
    "notice.leaving_days": (0,), "returns.used_part": ("at_list_price",), "limits.redeem_proof_over": (0,),
    "categories[2].discounts": (False,), "promotions[0].effect": ({"percent": "3"}, {"percent": "95"}),
    "goals.metrics[0].target": ("45", "90"), "levels.steps[1].earn": ({"percent": "1"},),
}  # fmt: skip
CHANGED = st.lists(
    st.sampled_from(sorted(CHANGES)).flatmap(lambda key: st.tuples(st.just(key), st.sampled_from(CHANGES[key]))),
    min_size=1, max_size=5, unique_by=lambda change: change[0],
)  # fmt: skip


@settings(max_examples=25)
@given(name=st.sampled_from(["points-3-5-7-10", "dentistry"]), changes=CHANGED, known=st.booleans())
def test_a_fix_takes_its_finding_away(name: str, changes: list[tuple[str, Any]], known: bool) -> None:
    document = edited(ready(name), [Edit(*change) for change in changes])
    more: dict[str, Any] = {"services": PRICES, "history": SLOW_GROWTH} if known else {}
    before = check_up(document, now=NOW, **more)
    readable = not problems(document)
    wrong = {(one.id, one.place) for one in before if one.severity == "error"}
    for finding in (one for one in before if one.fix):
        mended = edited(document, finding.fix)
        after = check_up(mended, now=NOW, **more)

        assert sum(one.id == finding.id for one in after) < sum(one.id == finding.id for one in before), finding
        # what was hidden behind an error of reading may come to light
        assert not readable or {(one.id, one.place) for one in after if one.severity == "error"} <= wrong, finding
        assert not readable or problems(mended) == (), finding


@pytest.mark.parametrize(
    "name", ["harbour", "kids", "smile", "vita-lab", "health-club", "grove-stamps", "grove-family"]
)
def test_nothing_is_said_against_a_sound_program(name: str) -> None:
    found = check_up(read_document((CASES / f"{name}.toml").read_bytes()), now=NOW)

    told = {one.id for one in found} - FOR_THE_CLINIC
    assert [one for one in found if one.severity != "notice"] == []
    assert told <= {"F12", "goals.cost"}, "where the rules can be read, and what ten per cent may cost"
