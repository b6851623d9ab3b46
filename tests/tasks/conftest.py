"""A clinic for tests of the tasks: real throw-away stores, a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.tasks.clinic import Clinic


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    """Two desks that hear each other, under the program "harbour" since 10 January 2025."""
    with ExitStack() as stack:
        yield Clinic.open(stack, tmp_path, "harbour")
