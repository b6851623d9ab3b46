"""A small clinic with the desk room open on it, for the tests of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.ui.clinic import Clinic, Clock, fill, open_clinic
from ui.desk.happenings import Happening
from ui.desk.presenter import DeskPresenter, DeskState


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    """A clinic under the points program; its clock stands."""
    clock = Clock()
    with open_clinic(tmp_path, clock=clock) as desk:
        yield fill(desk, clock)


@dataclass
class Counter:
    """The presenter of the desk, what it showed and what it told."""

    clinic: Clinic
    shown: list[DeskState] = field(default_factory=list)
    told: list[Happening] = field(default_factory=list)
    presenter: DeskPresenter = field(init=False)

    def __post_init__(self) -> None:
        self.presenter = DeskPresenter(self.clinic.desk, self.shown.append, self.told.append)
        self.presenter.begin()

    @property
    def state(self) -> DeskState:
        """What is shown now."""
        return self.presenter.state

    def add(self, *words: str) -> None:
        """Type words of services and press Enter after each."""
        for one in words:
            self.presenter.bill.type_entry(one)
            self.presenter.bill.take_entry()

    def open(self, name: str) -> None:
        """Put somebody at the desk."""
        self.presenter.open_patient(self.clinic.people[name])


@pytest.fixture
def counter(clinic: Clinic) -> Counter:
    """A desk somebody works at."""
    return Counter(clinic)
