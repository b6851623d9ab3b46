"""What holds for every test: no display, no network, no home of the person running it, and no unexpected warning."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Before Qt is imported anywhere: a test draws into memory.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import hypothesis
import pytest
from pytestqt.qtbot import QtBot

from ui.plain_import import hold_none, load_qt, started

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# As the app does it: an `import` inside a function costs three times as much otherwise, and Hypothesis makes millions.
load_qt()
started()
# Tests make more calls of Qt than a desk does in a week.
hold_none()
# What one process compiled all others read: the tests start hundreds of them.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Deadlines would fail on a busy machine and prove nothing; what is fast is measured by `tessera bench`.
hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.load_profile("house")

#: Milliseconds within which comes what comes at all.
PATIENCE = 30_000

pytest_plugins = ["tests.postgres"]
IN_MEMORY = pytest.StashKey[Path]()

#: Files that take longest begin first, so that no core waits for another at the end; all else is shuffled.
LONGEST = frozenset({
    "centre/test_rights.py", "cli/test_bench.py", "cli/test_examples.py", "domain/test_differences.py",
    "domain/test_money_laws.py", "printing/test_sheets_on_paper.py", "stories/test_desks_and_a_centre.py",
    "stories/test_every_case.py", "stories/test_killed_in_long_work.py", "stories/test_lessons_by_keyboard.py",
    "stories/test_what_befalls_a_network.py",
    "sync/test_a_centre_without_a_check.py", "sync/test_simulation.py", "ui/desk/test_desk_by_keyboard.py",
    "ui/network/test_the_window_exchanges.py", "ui/paper_room/test_choices.py", "ui/paper_room/test_paper_room.py",
    "ui/test_every_picture.py", "wording/test_changes.py", "wording/test_sentences.py",
})  # fmt: skip


#: Where files live in memory, and the bytes that must be free there: hundreds of desks wait for the disk at each act.
MEMORY, ROOM, OURS = Path("/dev/shm"), 3 << 30, "tessera-tests-"


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Files of the tests lie in memory where there is room for them, unless `--basetemp` names another place."""
    config.addinivalue_line("markers", "logs(*fragments): these parts of log warnings are expected, each at least once")
    is_asked_for = config.option.basetemp is None and not hasattr(config, "workerinput")
    if is_asked_for and os.access(MEMORY, os.W_OK):
        _forget_the_dead()
        if shutil.disk_usage(MEMORY).free > ROOM:
            config.option.basetemp = tempfile.mkdtemp(prefix=f"{OURS}{os.getpid()}-", dir=MEMORY)
            config.stash[IN_MEMORY] = Path(config.option.basetemp)


def _forget_the_dead() -> None:
    """What failed, or was killed, can be looked at until the next run."""
    for folder in MEMORY.glob(f"{OURS}*"):
        if not Path("/proc", folder.name.removeprefix(OURS).partition("-")[0]).exists():
            shutil.rmtree(folder, ignore_errors=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where nothing failed, nothing stays."""
    made = session.config.stash.get(IN_MEMORY, None)
    if made is not None and exitstatus == 0:
        shutil.rmtree(made, ignore_errors=True)


#: A walk through one clinic, as the tour takes it: what a picture leaves behind, the next one finds.
WALKS = frozenset({"ui/test_every_picture.py"})


def pytest_collection_finish() -> None:
    """Thousands of tests were collected and stay: nobody needs to look among them for garbage."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """The longest files first, each in the order it was shuffled into, but for walks."""
    here = Path(__file__).parent

    def among(item: pytest.Item, files: frozenset[str]) -> bool:
        return item.path.relative_to(here).as_posix() in files

    walked = iter([item for item in items if among(item, WALKS)])
    yield
    items[:] = [next(walked) if among(item, WALKS) else item for item in items]
    items.sort(key=lambda item: not among(item, LONGEST))


@pytest.fixture(autouse=True)
def desk_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk's folder of the test's own, and what is kept outside it, so that nothing ever touches the real ones."""
    folder = tmp_path / "desk"
    monkeypatch.setenv("TESSERA_HOME", str(folder))
    monkeypatch.setenv("TESSERA_STATE", str(tmp_path / "state of this computer"))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that would leave this machine is an error; servers of the tests listen on it."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


class PatientBot(QtBot):
    """Waits until something is so, on a busy machine too: only what never comes fails."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        """As the library does, but for half a minute at least."""
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The library's own, with patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning nobody foresaw fails the test; a foreseen one is named by `@pytest.mark.logs("part of it")`."""
    yield
    expected = [part for mark in request.node.iter_markers("logs") for part in mark.args]
    said = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    surprising = [message for message in said if not any(part in message for part in expected)]
    missing = [part for part in expected if not any(part in message for message in said)]
    assert not surprising, f"unexpected in the log: {surprising}"
    assert not missing, f"expected in the log, but not there: {missing}"
