"""A file of training records that cannot be read is told where it would be missed, and left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.station import Station
from tests.training.pupil import School, school
from tests.ui.training.classroom import RULES, Place, classroom, learned
from ui.training.branch import words as branch_words
from ui.training.branch.presenter import BranchPresenter
from ui.training.start.view import StartView


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    with school(tmp_path_factory.mktemp("school"), RULES) as made:
        yield made


@pytest.mark.usefixtures("qapp")
def test_a_damaged_file_is_named_and_nobody_seems_to_have_learned_nothing(desk: School, tmp_path: Path) -> None:
    place = Place(tmp_path)
    room, other = classroom(desk.desk, place), classroom(desk.desk, Place(tmp_path, Station(desk="B")))
    assert room.known.course.now is not None
    learned(room, "Ольга Белова", key=room.known.course.now.key)
    learned(other, "Анна Ким")
    torn = other.shelf.file
    torn.write_bytes(torn.read_bytes()[:300])
    left = torn.read_bytes()
    room.refresh()
    page = BranchPresenter(room, lambda: place.station, tmp_path, lambda _: None, lambda _: None)
    start = StartView()

    page.open()
    start.show_known(room.known)

    told = [line.words for line in branch_words.lines(page.state)]
    assert any(torn.name in line and "left as they are" in line for line in told)
    assert "Of those whose records can be read, 1 of 1 are ready." in told
    (said,) = start.unread.sentences()
    assert torn.name in said
    assert torn.read_bytes() == left

    room.shelf.file.write_text("{", encoding="utf-8")
    room.refresh()
    page.open()

    told = [line.words for line in branch_words.lines(page.state)]
    assert "So it is not known who is ready." in told
    assert "Nobody has begun to learn yet." not in told
    start.deleteLater()
