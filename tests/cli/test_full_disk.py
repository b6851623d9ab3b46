"""On a disk with no room left the records can still be checked, and copied to another disk."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db.trouble import trouble_of
from tests.cli.conftest import CASES, Run
from tests.cli.test_desk_acts import enrolled
from ui import compose

PROGRAM = CASES / "programs" / "harbour.toml"
#: As the system numbers them.
MS_RDONLY, MS_REMOUNT = 1, 32
#: Leaves no room for anything any more.
Fill = Callable[[], None]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A disk of three megabytes, None where none may be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield None
        return
    libc = ctypes.CDLL(None, use_errno=True)
    where = tmp_path / "small"
    where.mkdir()
    mounted = libc.mount(b"tmpfs", str(where).encode(), b"tmpfs", 0, b"size=3m") == 0
    yield where if mounted else None
    if mounted:
        libc.umount2(str(where).encode(), 2)


@pytest.fixture
def full(tessera: Run, tmp_path: Path, small_disk: Path | None, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Fill]:
    """A real desk with a member, and what takes away the last room; where no disk can be mounted, what keeps the
    database library from making its files, which is all that it sees of a full disk."""
    home = (small_disk or tmp_path) / "clinic"
    monkeypatch.setenv("TESSERA_HOME", str(home))
    assert tessera("program", "publish", PROGRAM).code == 0
    enrolled(tessera)

    def fill() -> None:
        if small_disk is None:
            _stand_in_the_way(home)
            return
        handle = os.open(small_disk / "letters", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        try:
            while True:
                os.write(handle, b"x" * 512)
        except OSError:
            os.close(handle)
        assert shutil.disk_usage(small_disk).free == 0

    return home, fill


def _stand_in_the_way(home: Path) -> None:
    if not (home / "desk.db-shm").is_dir():
        compose.verify(home)  # closes the log, so that the file holds everything
        (home / "desk.db-shm").unlink(missing_ok=True)
        (home / "desk.db-shm").mkdir()


def test_the_records_are_checked_and_copied_to_another_disk(
    full: tuple[Path, Fill], tessera: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, fill = full
    key = compose.recovery_key(home)
    fill()

    for turn in range(2):
        checked = tessera("verify")
        fill()
        copied = tessera("backup", "--out", tmp_path / f"copy-{turn}.db")
        fill()
        assert (checked.code, checked.json) == (0, {"findings": [], "sound": True})
        assert (copied.code, copied.json["backup"]) == (0, str(tmp_path / f"copy-{turn}.db"))

    monkeypatch.setenv("TESSERA_HOME", str(tmp_path / "new"))
    assert tessera("restore", tmp_path / "copy-1.db", "--key", key).code == 0
    assert len(tessera("find", "иванова").json["patients"]) == 1


def test_what_is_copied_to_look_at_it_does_not_stay(
    full: tuple[Path, Fill], tessera: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, fill = full
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    fill()

    assert tessera("verify").code == 0

    assert list(elsewhere.iterdir()) == []
    assert not list(home.glob("*verify-*"))


@pytest.mark.parametrize(
    ("said", "code"),
    [("database or disk is full", "disk.full"), ("disk I/O error", "disk.io"), ("no such table", None)],
)
def test_a_disk_that_fills_up_while_a_backup_is_made_is_no_bug(said: str, code: str | None) -> None:
    trouble = trouble_of(dbapi2.OperationalError(said))

    assert (trouble and trouble.code) == code


@pytest.mark.usefixtures("desk")
def test_a_full_disk_that_a_file_was_asked_for_on_is_not_the_desks(
    tessera: Run, tmp_path: Path, small_disk: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = small_disk or tmp_path / "stick"
    stick.mkdir(exist_ok=True)
    if small_disk is None:
        monkeypatch.setattr(Path, "write_bytes", _no_room)
    else:
        with pytest.raises(OSError, match="No space"):
            (stick / "letters").write_bytes(bytes(4 << 20))

    said = tessera("export", "patients", stick / "base.csv", "--lang", "en")

    assert (said.code, said.json["error"]) == (3, "out.full")
    assert "no room on its disk for the file “base.csv”: it was not written" in said.err
    assert not (stick / "base.csv").exists()
    if small_disk is not None:
        copied = tessera("backup", "--out", stick / "copy.db", "--lang", "en")
        assert (copied.code, copied.json["error"]) == (3, "out.full")
        assert "“copy.db”" in copied.err


@pytest.mark.usefixtures("desk")
def test_a_disk_nothing_may_be_written_to_is_named_by_the_file_that_was_asked_for(
    tessera: Run, tmp_path: Path, small_disk: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = small_disk or tmp_path / "stick"
    stick.mkdir(exist_ok=True)
    if small_disk is None:
        monkeypatch.setattr(Path, "write_bytes", _read_only)
    else:
        assert ctypes.CDLL(None).mount(b"tmpfs", str(stick).encode(), b"tmpfs", MS_REMOUNT | MS_RDONLY, b"") == 0

    said = [tessera("export", "patients", stick / "base.csv", "--lang", "en")]
    if small_disk is not None:
        said.append(tessera("backup", "--out", stick / "copy.db", "--lang", "en"))

    assert {(one.code, one.json["error"]) for one in said} == {(3, "out.readonly")}
    assert all("Nothing may be written where" in one.err and "folder" not in one.err for one in said)


def _no_room(*_: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _read_only(*_: object) -> int:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))
