"""Every check of the centre's functions is there for something: without it, a network breaks a law before long."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from db.simulation.faraway import Faraway
from db.simulation.faults import Faults
from tests.sync.simulated import faraway, simulate

__all__ = ["faraway"]  # a fixture, found by its name

pytestmark = pytest.mark.postgres

#: Where one check is missing, what it was there for must happen often.
HARSH: Final = Faults(copied=0.03, rolled_back=0.03, restored=0.0, snapshot=0.05, same_id=0.08, clock=0.04, revoked=0.0,
               refused=0.0, poison=0.01, centre_saved=0.04, centre_restored=0.0, centre_lost_tail=0.03)  # fmt: skip
#: Checks of the centre's functions: the function, what is taken out of it, and what stands there then.
CHECKS: Final = {
    "a position holds one op": ("push", "IF wrong > 0 THEN", "IF false THEN"),
    "a hash follows from the one before": ("push", "IF wrong IS NOT NULL THEN", "IF false THEN"),
    "an effect happens once": (
        "apply_range",
        "JOIN first ON first.seq = x.seq",
        "JOIN o AS first ON first.seq = x.seq",
    ),
    "the books are double": ("apply_range", "(-sum(m.amount))::bigint", "(-sum(m.amount) - 1)::bigint"),
    "the earlier of two contents holds": ("apply_range", "PERFORM take_back(one.op_id);", ""),
    "no moment is later than its arrival": ("push", "IF effs[k] > future THEN", "IF false THEN"),
    "no moment goes back": ("push", "IF effs[k] < latest THEN", "IF false THEN"),
    "poison is put aside": ("apply_safe", "IF p_first = p_last THEN", "IF p_first = p_last THEN RETURN;"),
}
#: Seeds that break its law soonest, tried before all others: most lives never come near a rare check.
SOON: Final = {
    "a position holds one op": (37, 78, 62, 18), "a hash follows from the one before": (21, 15, 32, 14),
    "an effect happens once": (21, 47, 26), "the books are double": (5, 59), "no moment goes back": (44, 30),
    "the earlier of two contents holds": (21, 26, 43), "no moment is later than its arrival": (95, 86, 6),
}  # fmt: skip


@pytest.mark.timeout(280)
@pytest.mark.parametrize("check", CHECKS)
def test_a_centre_without_one_of_its_checks_breaks_a_law(faraway: Faraway, tmp_path: Path, check: str) -> None:
    def many_seeds() -> None:
        for seed in dict.fromkeys((*SOON.get(check, ()), *range(60))):
            simulate(faraway, tmp_path, seed, 150, HARSH)

    with faraway.without(*CHECKS[check]), pytest.raises(AssertionError) as broken:
        many_seeds()
    print(check, "→", broken.value)
