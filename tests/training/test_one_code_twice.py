"""Two desks of one code that share a folder keep a file each, and neither loses what was learned at the other."""

from __future__ import annotations

from pathlib import Path

from desk_app.station import Station
from desk_app.training.records import Person, with_person
from desk_app.training.shelf import Shelf
from desk_app.training.standing import move, shelf_of


def learn(shelf: Shelf, name: str) -> None:
    shelf.keep(lambda records: with_person(records, Person(name, frozenset({"find"}))))


def shared(tmp_path: Path) -> tuple[Shelf, Shelf]:
    folder = tmp_path / "branch"
    folder.mkdir()
    settings = Station(desk="A", training_folder=str(folder))
    return shelf_of(tmp_path / "one", settings), shelf_of(tmp_path / "two", settings)


def test_two_desks_of_one_code_write_a_file_each_and_are_told_apart(tmp_path: Path) -> None:
    one, two = shared(tmp_path)

    learn(one, "Ольга")
    learn(two, "Анна")
    learn(one, "Мария")

    assert one.file != two.file
    assert set(one.own().people) == {"Ольга", "Мария"}
    assert set(two.everybody().people) == {"Ольга", "Мария", "Анна"}
    names = [desk for desk, _ in one.by_desk()]
    assert len(set(names)) == 2
    assert all(name.startswith("A (") for name in names)


def test_a_file_from_before_is_taken_over_and_counted_once(tmp_path: Path) -> None:
    one, _ = shared(tmp_path)
    before = Shelf(one.folder, "A")
    learn(before, "Ольга")

    learn(one, "Анна")

    assert set(one.own().people) == {"Ольга", "Анна"}
    assert [file.name for file in one.folder.iterdir()] == [one.file.name]
    assert [desk for desk, _ in one.by_desk()] == ["A"], "one desk of a code is called by it alone"


def test_a_desk_that_comes_to_a_folder_leaves_the_file_of_its_namesake_alone(tmp_path: Path) -> None:
    one, _ = shared(tmp_path)
    namesake = Shelf(one.folder, "A")
    learn(namesake, "Ольга")
    alone = shelf_of(tmp_path / "one", Station(desk="A"))
    learn(alone, "Анна")

    move(alone, one)

    assert list(namesake.own().people) == ["Ольга"]
    assert list(one.own().people) == ["Анна"]
    move(one, alone)
    assert list(alone.own().people) == ["Анна"]
    assert list(namesake.own().people) == ["Ольга"]


def test_a_torn_file_from_before_is_named_and_left(tmp_path: Path) -> None:
    one, _ = shared(tmp_path)
    torn = one.folder / "A.training.json"
    torn.write_text('{"format": 1', encoding="utf-8")

    learn(one, "Анна")

    assert one.unread == (torn.name,)
    assert torn.read_text(encoding="utf-8") == '{"format": 1'
    assert list(one.everybody().people) == ["Анна"]
