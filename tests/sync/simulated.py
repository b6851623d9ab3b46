"""A simulated network for the tests: a centre that is emptied for each seed, and one seed after another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import resources
from db.simulation.faraway import Faraway
from db.simulation.faults import Faults
from db.simulation.running import far_away
from db.simulation.world import World
from desk_app.documents.program_file import read_document
from desk_app.ports import Json
from ui.compose_records import programs


@pytest.fixture(scope="module")
def faraway(postgres: str) -> Iterator[Faraway]:
    """A centre that is emptied for each seed."""
    with far_away(postgres) as one:
        yield one


def simulate(faraway: Faraway, folder: Path, seed: int, steps: int, faults: Faults | None = None) -> None:
    """One seed; its folder is its own."""
    inside = folder / str(seed)
    inside.mkdir()
    World(seed, inside, faraway, _document(), programs(), faults).run(steps)


@cache
def _document() -> Json:
    return read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
