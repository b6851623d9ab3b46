"""Copies that are known to be good, and the way back from one."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from db import backup, keys
from db.store import SqlStore, create, open_store
from db.verify import verify
from desk_app.domain.errors import Trouble, WrongInput
from tests.db import acts
from tests.db.conftest import NewDesk, digest_of


def pay(store: SqlStore, number: int) -> str:
    act = acts.checkout("p", number, acts.NOON + number, lines=10)
    with store.writing() as writing:
        writing.append(act)
    return act.id


def numbers(store: SqlStore) -> list[str]:
    with store.reading() as reading:
        return [row.number for row in reading.last_receipts(1000)]


@pytest.mark.parametrize("key", [None, bytes(range(32))], ids=["plain", "encrypted"])
def test_a_copy_made_while_the_desk_works_is_restored_whole(key: bytes | None, tmp_path: Path) -> None:
    desk = create(tmp_path / "desk.db", key)
    for n in range(30):
        pay(desk, n)
    told: list[tuple[int, int]] = []

    backup.backup(desk, tmp_path / "copies" / "one.db", lambda done, total: told.append((done, total)))
    then = digest_of(desk)
    late = pay(desk, 77)
    desk.close()
    kept = backup.restore(tmp_path / "copies" / "one.db", tmp_path / "desk.db", key)

    assert told[-1][0] == told[-1][1] > 0
    with open_store(tmp_path / "desk.db", key) as again:
        assert digest_of(again) == then
        assert verify(again) == ()
        pay(again, 100)
        # what the copy did not know is not lost: it lies in the file that was replaced
        assert kept is not None
        with open_store(kept, key) as before:
            assert "A-77" in numbers(before)
        with again.reading() as reading:
            assert reading.receipt(late) is None
            assert len(reading.heads()) == 2
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []


def test_writers_go_on_while_a_copy_is_made(new_desk: NewDesk, tmp_path: Path) -> None:
    desk = new_desk()
    for n in range(300):
        pay(desk, n)
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for n in range(1000, 1050):
                pay(desk, n)
        except BaseException as error:  # noqa: BLE001  # told to the test's own thread
            failed.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    for n in range(3):
        backup.backup(desk, tmp_path / f"copy-{n}.db")
    thread.join()

    assert failed == []
    for n in range(3):
        backup.check(tmp_path / f"copy-{n}.db")


def test_a_copy_is_one_file_and_needs_no_log_beside_it(desk: SqlStore, tmp_path: Path) -> None:
    pay(desk, 1)

    backup.backup(desk, tmp_path / "copy" / "desk.db")

    assert [path.name for path in (tmp_path / "copy").iterdir()] == ["desk.db"]


def test_what_a_killed_backup_left_goes_with_the_next_one_and_what_others_keep_there_stays(
    desk: SqlStore, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    for name in ("monday.db.part", "monday.db.part-wal", "monday.db.part.lock", "film.mkv.part", "letter.txt"):
        (folder / name).write_bytes(b"x")

    backup.backup(desk, folder / "tuesday.db")

    assert sorted(path.name for path in folder.iterdir()) == ["film.mkv.part", "letter.txt", "tuesday.db"]


def test_a_backup_somebody_makes_just_now_is_left_to_them(desk: SqlStore, tmp_path: Path) -> None:
    told: list[str] = []

    def beside(_done: int, _total: int) -> None:
        if not told:
            told.append("begun")
            backup.backup(desk, tmp_path / "other.db")
            with pytest.raises(Trouble) as busy:
                backup.backup(desk, tmp_path / "copy.db")
            told.append(busy.value.code)

    backup.backup(desk, tmp_path / "copy.db", beside)

    assert told == ["begun", "part.busy"]
    for name in ("copy.db", "other.db"):
        backup.check(tmp_path / name)


def test_a_damaged_copy_is_refused_and_the_desk_stays(desk: SqlStore, tmp_path: Path) -> None:
    for n in range(50):
        pay(desk, n)
    backup.backup(desk, tmp_path / "copy.db")
    desk.close()
    content = bytearray((tmp_path / "copy.db").read_bytes())
    spoiled = content.replace(b'"units":250', b'"units":950')
    before = desk.path.read_bytes()

    for bad in (spoiled, content[:-9000], b""):
        (tmp_path / "bad.db").write_bytes(bad)
        with pytest.raises(Trouble) as trouble:
            backup.restore(tmp_path / "bad.db", desk.path)
        assert trouble.value.code == "backup.bad"
        assert trouble.value.params["file"] == "bad.db"
        assert desk.path.read_bytes() == before


def test_a_desk_at_work_is_not_replaced(desk: SqlStore, tmp_path: Path) -> None:
    backup.backup(desk, tmp_path / "copy.db")

    with pytest.raises(Trouble) as trouble:
        backup.restore(tmp_path / "copy.db", desk.path)

    assert trouble.value.code == "db.second"


def test_a_desk_that_no_longer_opens_is_restored_and_kept_aside(desk: SqlStore, tmp_path: Path) -> None:
    pay(desk, 1)
    backup.backup(desk, tmp_path / "copy.db")
    desk.close()
    desk.path.write_bytes(b"gone" * 1000)
    desk.path.with_name("desk.db-wal").write_bytes(b"log")

    kept = backup.restore(tmp_path / "copy.db", desk.path)

    assert kept is not None
    assert kept.read_bytes() == b"gone" * 1000
    with open_store(desk.path) as again:
        assert numbers(again) == ["A-1"]
        assert verify(again) == ()


def test_a_copy_is_restored_where_there_was_nothing(desk: SqlStore, tmp_path: Path) -> None:
    pay(desk, 1)
    backup.backup(desk, tmp_path / "copy.db")

    assert backup.restore(tmp_path / "copy.db", tmp_path / "new.db") is None

    with open_store(tmp_path / "new.db") as again:
        assert numbers(again) == ["A-1"]


def test_a_copy_that_fails_leaves_the_one_before(desk: SqlStore, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"the good one")
    with desk.writing() as writing:
        writing.append(acts.checkout("p", 1))
        writing.cursor.execute("UPDATE op SET hash=x'00'")

    with pytest.raises(Trouble) as trouble:
        backup.backup(desk, tmp_path / "copy.db")

    assert trouble.value.code == "backup.bad"
    assert (tmp_path / "copy.db").read_bytes() == b"the good one"


class TestKeys:
    @pytest.fixture(autouse=True)
    def _no_system_store(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        import keyring.backends.fail

        keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]  # keyring has no types here

    def test_without_a_key_store_the_key_lies_beside_the_desk_for_its_owner_alone(self, tmp_path: Path) -> None:
        key, in_system = keys.make_key(tmp_path)

        assert not in_system
        assert keys.read_key(tmp_path) == key
        assert (tmp_path / "desk.key").stat().st_mode & 0o777 == 0o600

    def test_a_desk_without_a_key_has_none(self, tmp_path: Path) -> None:
        assert keys.read_key(tmp_path) is None

    def test_a_second_key_is_never_made(self, tmp_path: Path) -> None:
        keys.make_key(tmp_path)

        with pytest.raises(Trouble) as trouble:
            keys.make_key(tmp_path)

        assert trouble.value.code == "db.exists"

    @pytest.mark.parametrize("text", ["", "raw", "raw 00ff", "raw zz", "keyring desk 1", "\x00\xff"])
    def test_a_broken_key_file_is_a_trouble(self, text: str, tmp_path: Path) -> None:
        (tmp_path / "desk.key").write_text(text, encoding="latin-1")

        with pytest.raises(Trouble) as trouble:
            keys.read_key(tmp_path)

        assert trouble.value.code == "db.key"

    def test_the_key_of_another_desk_takes_the_place_of_this_one_which_is_kept(self, tmp_path: Path) -> None:
        keys.make_key(tmp_path)
        before, key = (tmp_path / "desk.key").read_text("ascii"), bytes(range(32))

        keys.adopt_key(tmp_path, key)
        keys.adopt_key(tmp_path, key)

        assert keys.read_key(tmp_path) == key
        assert [file.read_text("ascii") for file in tmp_path.glob("desk-replaced-*.key")] == [before]

    def test_a_key_on_paper_opens_the_desk_again(self) -> None:
        key = bytes(range(32))

        assert keys.from_paper(keys.on_paper(key)) == key
        assert keys.from_paper(keys.on_paper(key).lower().replace(" ", "-")) == key
        with pytest.raises(WrongInput):
            keys.from_paper("0001 0203")


def test_a_key_store_of_the_system_keeps_the_key(tmp_path: Path) -> None:
    import keyring
    from keyring.backend import KeyringBackend

    class Drawer(KeyringBackend):
        priority = 1
        kept: dict[tuple[str, str], str] = {}  # noqa: RUF012  # one drawer for the whole test

        def get_password(self, service: str, username: str) -> str | None:
            return self.kept.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            self.kept[service, username] = password

        def delete_password(self, service: str, username: str) -> None:
            del self.kept[service, username]

    before = keyring.get_keyring()
    keyring.set_keyring(Drawer())  # type: ignore[no-untyped-call]  # keyring has no types here
    try:
        key, in_system = keys.make_key(tmp_path)
        found = keys.read_key(tmp_path)
    finally:
        keyring.set_keyring(before)

    assert in_system
    assert found == key
    assert key.hex() not in (tmp_path / "desk.key").read_text()
