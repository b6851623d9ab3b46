"""Networks of desks where everything fails that can: nothing is lost, nothing is doubled, and all agree in the end."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from db.simulation.faraway import Faraway
from tests.sync.simulated import faraway, simulate

__all__ = ["faraway"]  # a fixture, found by its name

pytestmark = pytest.mark.postgres

#: Fresh seeds of every run, and the steps of each.
SEEDS, STEPS = 200, 36
#: Seeds that once broke a law, with the steps it took; they are tried again for ever.
BROKE_A_LAW: tuple[tuple[int, int], ...] = (
    (8, 150), (124, 250), (2067, 300), (2182, 300), (5032, 300), (5058, 300), (6195, 300), (6261, 300), (6312, 300),
)  # fmt: skip


@pytest.mark.timeout(280)
@pytest.mark.parametrize("tenth", range(10))
def test_no_network_of_desks_loses_or_doubles_anything(faraway: Faraway, tmp_path: Path, tenth: int) -> None:
    first = random.SystemRandom().randrange(1 << 32)
    for seed in range(first, first + SEEDS // 10):
        simulate(faraway, tmp_path, seed, STEPS)


@pytest.mark.parametrize(("seed", "steps"), BROKE_A_LAW)
def test_what_once_broke_a_law_does_so_no_more(faraway: Faraway, tmp_path: Path, seed: int, steps: int) -> None:
    simulate(faraway, tmp_path, seed, steps)
