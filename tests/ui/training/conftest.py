"""A practice school with rules in force and others announced, and the room Training in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.training.pupil import School, school
from tests.ui.training.classroom import NEXT, RULES, Place, classroom
from ui.training.known import Classroom


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    with school(tmp_path_factory.mktemp("school"), RULES, following=NEXT) as made:
        yield made


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def room(desk: School, place: Place) -> Classroom:
    return classroom(desk.desk, place)
