"""A desk knows when its file was put back from a copy or came from another computer, and no place is written twice."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from db import backup
from db.anchor import Anchor, Last, machine_id
from db.store import SqlStore, create, open_store
from db.verify import verify
from desk_app.ports import Op
from desk_app.sync import copied
from tests.db import acts


class Computer:
    """A computer with a place for what a program remembers, and one desk folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self.state, self.home, self.name = folder / f"state-{name}", folder / f"home-{name}", name
        self.home.mkdir()

    def anchor(self) -> Anchor:
        return Anchor(self.state, self.path, lambda: self.name)

    @property
    def path(self) -> Path:
        return self.home / "desk.db"

    def create(self) -> SqlStore:
        return create(self.path, anchor=self.anchor())

    def open(self) -> SqlStore:
        return open_store(self.path, anchor=self.anchor())


@pytest.fixture
def here(tmp_path: Path) -> Computer:
    return Computer(tmp_path, "here")


@pytest.fixture
def there(tmp_path: Path) -> Computer:
    return Computer(tmp_path, "there")


def pay(store: SqlStore, count: int = 1) -> int:
    """Payments with the desk's next numbers; the last number."""
    number = 0
    for _ in range(count):
        with store.writing() as writing:
            number = writing.next_number()
            writing.append(acts.checkout("p-1", number, acts.NOON + number))
    return number


def streams(store: SqlStore) -> list[tuple[int, bool]]:
    with store.reading() as reading:
        return [(one.head, one.current) for one in reading.own_streams()]


def notice(store: SqlStore) -> bool:
    with store.reading() as reading:
        return reading.setting(copied.SETTING) is not None


def test_a_desk_that_is_closed_and_opened_goes_on_where_it_was(here: Computer) -> None:
    with here.create() as store:
        pay(store, 2)
    for _ in range(3):
        with here.open() as store:
            pay(store)

    with here.open() as store:
        assert (streams(store), notice(store)) == ([(5, True)], False)


def test_a_file_put_back_by_hand_goes_on_in_a_new_stream_and_above_the_numbers_given(here: Computer) -> None:
    with here.create() as store:
        pay(store, 2)
    shutil.copyfile(here.path, here.home / "yesterday.db")
    with here.open() as store:
        pay(store, 3)
    shutil.copyfile(here.home / "yesterday.db", here.path)

    with here.open() as store:
        assert pay(store) == 6
        assert (streams(store), notice(store)) == ([(2, False), (1, True)], False)
        assert verify(store) == ()
    with here.open() as store:
        assert pay(store) == 7
        assert streams(store) == [(2, False), (2, True)]


def test_a_restored_desk_begins_one_new_stream_and_numbers_go_on(here: Computer) -> None:
    with here.create() as store:
        pay(store, 2)
        backup.backup(store, here.home / "copy.db")
        pay(store, 3)
    backup.restore(here.home / "copy.db", here.path)

    with here.open() as store:
        assert pay(store) == 6
        assert (streams(store), notice(store)) == ([(2, False), (1, True)], False)


def test_a_folder_copied_to_another_computer_goes_on_in_a_new_stream_and_says_so(
    here: Computer, there: Computer
) -> None:
    with here.create() as store:
        pay(store, 2)
    shutil.copyfile(here.path, there.path)

    with there.open() as store:
        pay(store)
        assert (streams(store), notice(store)) == ([(2, False), (1, True)], True)
    with here.open() as store:
        pay(store)
        assert (streams(store), notice(store)) == ([(3, True)], False)


def test_two_persons_of_one_computer_are_told_once(here: Computer, there: Computer) -> None:
    """The same file, opened in turn by two accounts of the system: each time safe, and news only once."""
    with here.create() as store:
        pay(store)
    shutil.rmtree(there.home)
    there.home = here.home
    with there.open() as store:
        pay(store)
        assert notice(store)
        with store.writing() as writing:
            writing.cursor.execute("DELETE FROM setting WHERE key=?", (copied.SETTING,))

    for computer in (here, there, here):
        with computer.open() as store:
            pay(store)
            assert not notice(store)
            assert streams(store)[-1] == (1, True)
            assert verify(store) == ()


def test_a_copy_on_the_same_computer_is_another_desk(here: Computer, tmp_path: Path) -> None:
    with here.create() as store:
        pay(store)
    second = Computer(tmp_path, "second")
    second.state, second.name = here.state, here.name
    shutil.copyfile(here.path, second.path)

    with second.open() as store:
        pay(store)
        assert (streams(store), notice(store)) == ([(1, False), (1, True)], True)


def test_a_file_of_before_there_were_notes_stays_what_it_is(here: Computer) -> None:
    with create(here.path) as store:
        pay(store, 2)

    with here.open() as store:
        assert (pay(store), streams(store), notice(store)) == (3, [(3, True)], False)


def test_a_desk_made_anew_in_the_same_folder_begins_from_one(here: Computer) -> None:
    with here.create() as store:
        pay(store, 5)
    here.path.unlink()

    with here.create() as store:
        assert pay(store) == 1
    with here.open() as store:
        assert streams(store) == [(1, True)]


@pytest.mark.parametrize("note", [b"", b"x" * 40, b"0" * 300])
def test_a_note_that_was_spoiled_says_nothing(note: bytes, here: Computer) -> None:
    with here.create() as store:
        pay(store)
    (file,) = here.state.iterdir()
    file.write_bytes(file.read_bytes()[:64] + note)

    with here.open() as store:
        assert (pay(store), streams(store), notice(store)) == (2, [(2, True)], False)


def test_what_was_undone_is_not_remembered(here: Computer) -> None:
    store = here.create()
    with pytest.raises(ValueError, match=r"^ab$"), store.writing() as writing:
        writing.append_many([acts.checkout("p-1", 1), Op("ab", 1, acts.op().body)])
    store.close()

    with here.open() as store:
        assert (streams(store), notice(store)) == ([(0, True)], False)


def test_acts_that_come_many_at_a_time_or_part_are_remembered_too(here: Computer) -> None:
    with here.create() as store:
        with store.writing() as writing:
            writing.append_many([acts.checkout("p-1", n, acts.NOON + n) for n in range(3)])
            name = writing.own_streams()[0].stream
        with store.writing() as writing:
            writing.part_stream(name, 1)

    with here.open() as store:
        assert streams(store) == [(1, False), (2, True)]


def test_the_note_costs_a_checkout_next_to_nothing(here: Computer) -> None:
    anchor = here.anchor()
    times = []
    for number in range(300):
        began = time.perf_counter()
        anchor.write(Last("0" * 36, number, bytes(32), number))
        times.append(time.perf_counter() - began)
    anchor.close()

    # the middle of many: a machine that is busy with something else stretches single ones
    assert sorted(times)[150] < 100e-6
    assert here.anchor().last == Last("0" * 36, 299, bytes(32), 299)
    assert machine_id() == machine_id()
