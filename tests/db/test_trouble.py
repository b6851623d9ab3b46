"""When the disk or the file fails: one trouble with a code, nothing half-done, and the desk goes on afterwards."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db import engine
from db.store import SqlStore, create, open_store
from db.trouble import trouble_of
from db.verify import verify
from desk_app.domain.errors import Trouble
from tests.db import acts
from tests.db.conftest import NewDesk


def receipts(store: SqlStore) -> int:
    with store.reading() as reading:
        return len(reading.last_receipts(10_000))


def test_a_full_disk_undoes_the_checkout_and_the_desk_goes_on(desk: SqlStore) -> None:
    with desk.writing() as writing:
        writing.append(acts.checkout("p", 0))
        pages = writing.cursor.execute("PRAGMA page_count").fetchone()[0]
        writing.cursor.execute(f"PRAGMA max_page_count={pages + 8}")

    done, trouble = pay_until_trouble(desk)

    assert trouble.code == "disk.full"
    assert receipts(desk) == done + 1
    with desk.writing() as writing:
        writing.cursor.execute("PRAGMA max_page_count=1000000")
        writing.append(acts.checkout("p", 9000))
    assert receipts(desk) == done + 2
    assert verify(desk) == ()


def pay_until_trouble(store: SqlStore) -> tuple[int, Trouble]:
    """How many bills were paid before the disk said no, and how it said it."""
    done = 0
    try:
        for n in range(1, 5000):
            with store.writing() as writing:
                writing.append(acts.checkout("p", n, lines=20))
            done += 1
    except Trouble as trouble:
        return done, trouble
    raise AssertionError


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the root of a Linux may mount a small disk")
    libc = ctypes.CDLL(None, use_errno=True)
    where = tmp_path / "small"
    where.mkdir()
    if libc.mount(b"tmpfs", str(where).encode(), b"tmpfs", 0, b"size=3m") != 0:
        pytest.skip("no disk may be mounted here")
    yield where
    libc.umount2(str(where).encode(), 2)


def test_on_a_disk_that_is_really_full_every_receipt_that_was_paid_is_there(small_disk: Path) -> None:
    with create(small_disk / "desk.db") as store:
        done, trouble = pay_until_trouble(store)

        assert trouble.code == "disk.full"
        assert done > 10
        assert receipts(store) == done
    # room is made, the next patient is served, and a restart finds everything
    bigger = small_disk.parent / "desk.db"
    for tail in ("", "-wal"):
        if (left := small_disk / f"desk.db{tail}").exists():
            shutil.copyfile(left, bigger.with_name(left.name))
    with open_store(bigger) as again:
        with again.writing() as writing:
            writing.append(acts.checkout("p", 9999))
        assert receipts(again) == done + 1
        assert verify(again) == ()


def test_a_wrong_key_and_a_missing_key_are_told_from_damage(tmp_path: Path) -> None:
    key, other = bytes(range(32)), bytes(32)
    store = create(tmp_path / "desk.db", key)
    with store.writing() as writing:
        writing.append(acts.checkout("p", 1))
    store.close()

    for wrong in (other, None):
        with pytest.raises(Trouble) as trouble:
            open_store(tmp_path / "desk.db", wrong)
        assert trouble.value.code == "db.key"
    with open_store(tmp_path / "desk.db", key) as again:
        assert receipts(again) == 1
        assert verify(again) == ()


def test_an_encrypted_desk_shows_nothing_to_whoever_takes_the_disk(tmp_path: Path) -> None:
    store = create(tmp_path / "desk.db", bytes(range(32)))
    with store.writing() as writing:
        writing.append(acts.op(patient=acts.person("p", "Достоевский Фёдор", phones=("+79123456789",))))

    taken = b"".join(path.read_bytes() for path in tmp_path.glob("desk.db*"))
    store.close()
    taken += (tmp_path / "desk.db").read_bytes()

    assert not engine.is_plain(tmp_path / "desk.db")
    for secret in ("Достоевский".encode(), b"79123456789", b"CREATE TABLE"):
        assert secret not in taken


def test_a_damaged_file_is_a_trouble_and_not_a_crash(new_desk: NewDesk, tmp_path: Path) -> None:
    store = new_desk()
    with store.writing() as writing:
        writing.append_many(acts.checkout("p", n) for n in range(200))
    store.close()
    content = bytearray(store.path.read_bytes())
    for place in range(4096 * 3, len(content), 4096):
        content[place : place + 400] = bytes(400)
    (tmp_path / "bad.db").write_bytes(content)

    assert what_is_wrong_with(tmp_path / "bad.db") & {"db.corrupt", "chain.broken", "file", "chain"}


def what_is_wrong_with(path: Path) -> set[str]:
    try:
        with open_store(path) as store:
            return {finding.check for finding in verify(store)}
    except Trouble as trouble:
        return {trouble.code}


def test_a_file_that_is_no_database_is_a_trouble(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"PNG" * 5000)

    with pytest.raises(Trouble) as trouble:
        open_store(tmp_path / "desk.db")

    assert trouble.value.code in ("db.key", "db.corrupt")


@pytest.mark.parametrize(
    ("free", "may_write", "code"),
    [(0, True, "disk.full"), (0, False, "disk.full"), (10**9, False, "disk.readonly"), (10**9, True, "disk.open")],
)
def test_a_file_that_cannot_be_made_beside_the_desk_is_told_by_its_cause(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, may_write: bool, code: str
) -> None:
    path = tmp_path / "desk.db"
    shutil.copyfile(template, path)
    path.with_name("desk.db-wal").mkdir()
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    monkeypatch.setattr(os, "access", lambda *_: may_write)

    for opening in (lambda: open_store(path), lambda: engine.connect(path, reader=True)):
        with pytest.raises(Trouble) as trouble:
            opening()
        assert trouble.value.code == code


def test_a_wrong_key_is_told_by_us_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    create(path, bytes(32)).close()
    attempt = (
        "import sys; from pathlib import Path; from db.store import open_store\n"
        "from desk_app.domain.errors import Trouble\n"
        "for key in (bytes(range(32)), None):\n"
        "    try: open_store(Path(sys.argv[1]), key)\n"
        "    except Trouble as trouble: print(trouble.code)"
    )

    done = subprocess.run([sys.executable, "-c", attempt, str(path)], capture_output=True, text=True, timeout=60)

    assert (done.stdout.split(), done.stderr) == (["db.key", "db.key"], "")


def test_a_second_process_is_kept_away_until_the_first_one_ends(desk: SqlStore) -> None:
    attempt = (
        "import sys; from pathlib import Path; from db.store import open_store\n"
        "from desk_app.domain.errors import Trouble\n"
        "try: open_store(Path(sys.argv[1])).close(); print('opened')\n"
        "except Trouble as trouble: print(trouble.code)"
    )

    def second() -> str:
        done = subprocess.run(
            [sys.executable, "-c", attempt, str(desk.path)], capture_output=True, text=True, timeout=60
        )
        return done.stdout.strip() or done.stderr

    assert second() == "db.second"
    desk.close()
    assert second() == "opened"


def test_another_writer_that_does_not_let_go_is_a_trouble(desk: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk.writing() as writing:
        writing.cursor.execute("PRAGMA busy_timeout=20")
    other = engine.connect(desk.path)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(Trouble) as trouble, desk.writing() as writing:
        writing.append(acts.checkout("p", 1))

    other.execute("ROLLBACK")
    other.close()
    assert trouble.value.code == "db.locked"
    with desk.writing() as writing:
        assert writing.append(acts.checkout("p", 1))


def test_a_reader_cannot_write(desk: SqlStore) -> None:
    with pytest.raises(Trouble) as trouble, desk.reading() as reading:
        reading.cursor.execute("DELETE FROM op")

    assert trouble.value.code == "disk.readonly"


def test_our_own_mistakes_stay_bugs(desk: SqlStore) -> None:
    with pytest.raises(Exception, match="no such table") as bug, desk.writing() as writing:
        writing.cursor.execute("SELECT * FROM nowhere")

    assert not isinstance(bug.value, Trouble)
    assert trouble_of(ValueError()) is None
    with pytest.raises(RuntimeError), desk.writing(), desk.writing():
        pass
    with desk.writing() as writing:
        assert writing.append(acts.checkout("p", 1))


def test_after_a_failing_disk_the_connection_is_made_anew_and_its_tail_checked(desk: SqlStore) -> None:
    with desk.writing() as writing:
        writing.append(acts.checkout("p", 1))
        before = writing.cursor.connection

    with pytest.raises(Trouble), desk.writing():
        raise io_error()

    with desk.writing() as writing:
        assert writing.cursor.connection is not before
        assert writing.append(acts.checkout("p", 2))


def io_error() -> Exception:
    error = dbapi2.OperationalError("disk I/O error")
    error.sqlite_errorcode = 10 | (4 << 8)
    assert isinstance(error, Exception)
    return error


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit for the size of a file")
def test_a_disk_that_fails_in_the_middle_of_writing_loses_nothing_that_was_paid(new_desk: NewDesk) -> None:
    import resource

    desk = new_desk(durable=True)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, before[1]))
    try:
        done, trouble = pay_until_trouble(desk)
        again, trouble_again = pay_until_trouble(desk)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert (trouble.code, trouble_again.code) == ("disk.io", "disk.io")
    assert done > 3
    assert receipts(desk) == done + again
    with desk.writing() as writing:
        assert writing.append(acts.checkout("p", 9000))
    assert verify(desk) == ()


def test_a_desk_whose_last_op_was_changed_does_not_open(desk: SqlStore) -> None:
    with desk.writing() as writing:
        writing.append(acts.checkout("p", 1))
        writing.cursor.execute("UPDATE op SET body=replace(body, '250', '950')")
    desk.close()

    with pytest.raises(Trouble) as trouble:
        open_store(desk.path)

    assert trouble.value.code == "chain.broken"


def test_readers_in_threads_see_whole_transactions(desk: SqlStore) -> None:
    wrong: list[object] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            with desk.reading() as reading:
                counts = reading.cursor.execute(
                    "SELECT (SELECT count(*) FROM op), (SELECT count(*) FROM receipt)"
                ).fetchone()
                if counts[0] != counts[1] or reading.balance("p") != 240 * counts[0]:
                    wrong.append(counts)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(150):
        with desk.writing() as writing:
            writing.append(acts.checkout("p", n))
    stop.set()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_writers_in_threads_wait_in_line(desk: SqlStore) -> None:
    def write(who: int) -> None:
        for n in range(40):
            with desk.writing() as writing:
                writing.append(acts.checkout(f"p-{who}", n))

    threads = [threading.Thread(target=write, args=(who,)) for who in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert receipts(desk) == 120
    assert verify(desk) == ()
