"""Networks of desks where everything fails that can: nothing is lost, nothing is doubled, and all agree in the end."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
from db.simulation.faraway import Faraway
from db.simulation.faults import Faults
from db.simulation.running import far_away
from db.simulation.world import World
from desk_app.documents.program_file import read_document
from ui.compose import programs

pytestmark = pytest.mark.postgres

#: Fresh seeds of every run, and the steps of each.
SEEDS, STEPS = 200, 60
#: Seeds that once broke a law, with the steps it took; they are tried again for ever.
BROKE_A_LAW: tuple[tuple[int, int], ...] = (
    (8, 150), (124, 250), (2067, 300), (2182, 300), (5032, 300), (5058, 300), (6195, 300), (6261, 300), (6312, 300),
)  # fmt: skip
#: Where one check is missing, what it was there for must happen often.
HARSH = Faults(copied=0.03, rolled_back=0.03, restored=0.0, snapshot=0.05, same_id=0.08, clock=0.04, revoked=0.0,
               refused=0.0, poison=0.01, centre_saved=0.04, centre_restored=0.0, centre_lost_tail=0.03)  # fmt: skip
#: Checks of the centre's functions: the function, what is taken out of it, and what stands there then.
CHECKS = {
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


@pytest.fixture(scope="module")
def faraway(postgres: str) -> Iterator[Faraway]:
    """A centre that is emptied for each seed."""
    with far_away(postgres) as one:
        yield one


def simulate(faraway: Faraway, folder: Path, seed: int, steps: int, faults: Faults | None = None) -> None:
    """One seed; its folder is its own."""
    inside = folder / str(seed)
    inside.mkdir()
    document = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
    World(seed, inside, faraway, document, programs(), faults).run(steps)


@pytest.mark.timeout(280)
@pytest.mark.parametrize("tenth", range(10))
def test_no_network_of_desks_loses_or_doubles_anything(faraway: Faraway, tmp_path: Path, tenth: int) -> None:
    first = random.SystemRandom().randrange(1 << 32)
    for seed in range(first, first + SEEDS // 10):
        simulate(faraway, tmp_path, seed, STEPS)


@pytest.mark.parametrize(("seed", "steps"), BROKE_A_LAW)
def test_what_once_broke_a_law_does_so_no_more(faraway: Faraway, tmp_path: Path, seed: int, steps: int) -> None:
    simulate(faraway, tmp_path, seed, steps)


@pytest.mark.timeout(280)
@pytest.mark.parametrize("check", CHECKS)
def test_a_centre_without_one_of_its_checks_breaks_a_law(faraway: Faraway, tmp_path: Path, check: str) -> None:
    def many_seeds() -> None:
        for seed in range(60):
            simulate(faraway, tmp_path, seed, 150, HARSH)

    with faraway.without(*CHECKS[check]), pytest.raises(AssertionError) as broken:
        many_seeds()
    print(check, "→", broken.value)
