"""Setting a machine up: what is missing is installed as root, and said in one line to anybody else."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import dev


class Machine:
    """A machine that has some programs and libraries, answers every command with a status and remembers it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.programs = {"apt-get", "uv", "Xvfb", "objdump"}
        self.libraries = set(dev.SCREENLESS) | set(dev.WINDOWED)
        self.modules = {"ensurepip", "pip"}
        self.statuses: dict[str, int] = {}
        self.commands: list[list[str]] = []
        monkeypatch.setattr(dev, "VENV", folder)
        monkeypatch.setattr(dev, "PYTHON", folder / "python")
        monkeypatch.setattr(dev, "STAMP", folder / "stamp")
        monkeypatch.setattr(dev, "LINUX", True)
        monkeypatch.setattr(dev, "loads", self.libraries.__contains__)
        monkeypatch.setattr(dev, "has_module", self.modules.__contains__)
        monkeypatch.setattr("shutil.which", lambda program: program if program in self.programs else None)
        monkeypatch.setattr("subprocess.run", self.run)
        monkeypatch.setattr("os.geteuid", lambda: 0)

    def run(self, command: Sequence[str], **_how: Any) -> subprocess.CompletedProcess[str]:
        self.commands.append([Path(command[0]).name, *command[1:]])
        if self.commands[-1][:2] == ["uv", "sync"] or "venv" in command:
            dev.PYTHON.touch()
        status = next((status for part, status in self.statuses.items() if part in command), 0)
        return subprocess.CompletedProcess(list(command), status)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return Machine(tmp_path, monkeypatch)


def test_a_machine_that_has_everything_is_only_looked_at(machine: Machine) -> None:
    dev.set_up("test")
    first = len(machine.commands)

    dev.set_up("test")

    assert first == 1
    assert len(machine.commands) == first


def test_another_lock_sets_the_environment_up_anew(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.set_up("run")
    monkeypatch.setattr(dev, "fingerprint", lambda: "another lock")

    dev.set_up("run")

    assert [command[:2] for command in machine.commands] == [["uv", "sync"], ["uv", "sync"]]


def test_root_gets_the_missing_libraries_installed(machine: Machine) -> None:
    machine.libraries -= {"libGL.so.1", "libxcb-cursor.so.0"}
    machine.programs -= {"Xvfb"}

    dev.set_up("test")

    apt = [command[1:] for command in machine.commands if command[0] == "apt-get"]
    assert apt == [
        ["update", "-q"],
        ["install", "-q", "-y", "--no-install-recommends", "libgl1", "libxcb-cursor0", "xvfb"],
    ]


def test_anyone_else_is_told_the_one_line_to_run(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.libraries -= {"libGL.so.1", "libEGL.so.1"}
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(dev.NotReadyError) as told:
        dev.set_up("demo")

    lines = [line for line in str(told.value).splitlines() if line.startswith("sudo ")]
    assert lines == ["sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 libegl1"]
    assert machine.commands == []


def test_a_system_without_apt_is_told_what_it_lacks(machine: Machine) -> None:
    machine.libraries -= {"libGL.so.1"}
    machine.programs -= {"apt-get"}

    with pytest.raises(dev.NotReadyError, match="libgl1"):
        dev.set_up("demo")


def test_the_tour_needs_no_screen_and_the_demo_on_a_display_does(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.libraries -= set(dev.WINDOWED)

    without_display = dev.missing_packages("demo")
    monkeypatch.setenv("DISPLAY", ":7")
    with_display = dev.missing_packages("demo")

    assert without_display == []
    assert with_display == list(dev.WINDOWED.values())


def test_where_uv_is_set_to_another_index_pip_goes_on_with_the_same_hashes(machine: Machine) -> None:
    machine.statuses["sync"] = 2

    dev.set_up("run")

    assert ["venv" in command for command in machine.commands] == [False, True, False, False]
    assert "--require-hashes" in machine.commands[2]
    assert (dev.VENV / "pins.txt").read_text(encoding="utf-8").count("--hash=sha256:") > 80


def test_debian_without_ensurepip_fills_the_environment_with_its_own_pip(machine: Machine) -> None:
    machine.programs -= {"uv"}
    machine.modules -= {"ensurepip"}

    dev.set_up("run")

    assert "--without-pip" in machine.commands[0]
    assert "--python" in machine.commands[1]


def test_debian_with_nothing_but_python_gets_what_makes_an_environment(machine: Machine) -> None:
    machine.programs -= {"uv"}
    machine.modules.clear()

    assert dev.missing_packages("run") == ["python3-venv"]
    assert dev.missing_packages("lint") == ["python3-venv"]


@pytest.mark.parametrize("failing", ["update", "install"])
def test_a_failure_of_the_system_is_said_and_stops(machine: Machine, failing: str) -> None:
    machine.libraries -= {"libGL.so.1"}
    machine.statuses[failing] = 100

    with pytest.raises(dev.NotReadyError, match=failing):
        dev.set_up("run")

    assert not dev.STAMP.exists()


def test_an_old_python_is_told_so(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 9, 2))

    with pytest.raises(dev.NotReadyError, match=r"3\.11"):
        dev.set_up("demo")


def test_the_verb_hands_its_status_and_its_words_on(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.statuses["pytest"] = 3
    monkeypatch.setattr("sys.argv", ["dev.py", "test", "-k", "card"])

    assert dev.main() == 3
    assert machine.commands[-1][1:] == ["-m", "pytest", "-k", "card"]


def test_the_demo_without_a_display_is_the_tour(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["dev.py", "demo"])

    dev.main()

    looks = ["--look", "ru.light", "--look", "en.light"]
    assert machine.commands[-1][1:] == ["-m", "ui", "tour", "--out", str(dev.PICTURES), *looks]
    assert str(dev.PICTURES) in capsys.readouterr().err


def test_one_failed_check_fails_lint_and_the_others_still_run(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.statuses["--check"] = 1
    monkeypatch.setattr("sys.argv", ["dev.py", "lint"])

    assert dev.main() == 1
    assert [command[0] for command in machine.commands[-4:]] == ["ruff", "ruff", "mypy", "lint-imports"]
