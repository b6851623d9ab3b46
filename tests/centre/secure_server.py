"""A PostgreSQL that speaks TLS to desks that prove who they are, with certificates made by the app itself.

Where the server at hand was built without TLS, the same is done before its door: a few lines that take the line over,
ask for the desk's certificate, compare it with the role, and pass on what is said.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import ssl
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db.centre import certificates
from tests.postgres import WINDOWS, Server, programs

HOST = "localhost"


class SecureServer(Server):
    """The administrator comes by `url`; desks come to `port` of `HOST`; the authority lies in `papers`."""

    def __init__(self, found: Path, home: Path) -> None:
        super().__init__(found, home)
        self.papers = home / "papers"
        certificates.make(self.papers, [HOST], "Harbour")
        certificates.make(home / "other", [HOST], "Somebody else")
        self.port = free_port()
        self.speaks_tls = _speaks_tls(found)
        # behind the door of a server without TLS there is another port
        self.inside = self.port if self.speaks_tls else free_port()
        kind, more = ("hostssl", " clientcert=verify-full") if self.speaks_tls else ("host", "")
        rules = f"local all all trust\n{kind} all all 127.0.0.1/32 scram-sha-256{more}\n"
        if WINDOWS:
            rules = f"host all postgres 127.0.0.1/32 trust\n{rules}"
        (self._data / "pg_hba.conf").write_text(rules, encoding="ascii")
        self._options = f"-p {self.inside} -c listen_addresses=127.0.0.1 -c fsync=off -c timezone=UTC"
        if not WINDOWS:
            self._options += f" -c unix_socket_directories={home}"
        self.url = f"postgresql://postgres@/postgres?host={'127.0.0.1' if WINDOWS else home}&port={self.inside}"
        if self.speaks_tls:
            self._options += "".join(f" -c ssl_{name}_file={self._own(file)}" for name, file in _FILES) + " -c ssl=on"

    def _own(self, name: str) -> Path:
        """A paper as the server's own user may read it, and nobody else."""
        copy = Path(shutil.copy(self.papers / name, self._home / name))
        copy.chmod(0o600)
        if "user" in self._run:
            os.chown(copy, self._run["user"], self._run["group"])
        return copy


_FILES = (("cert", "server.crt"), ("key", "server.key"), ("ca", "ca.crt"))


@contextlib.contextmanager
def secure_server() -> Iterator[SecureServer]:
    """Started, and stopped afterwards."""
    with contextlib.ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True))
        server = SecureServer(programs(), Path(home))
        server.start()
        stack.callback(server.stop)
        if not server.speaks_tls:
            stack.enter_context(_door(server))
        yield server


def _speaks_tls(found: Path) -> bool:
    """Whether the server was linked with a library for it."""
    return b"libssl" in Path(shutil.which("postgres", path=str(found)) or found / "postgres").read_bytes()


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


# --- before the door of a server without TLS ---


@contextlib.contextmanager
def _door(server: SecureServer) -> Iterator[None]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(server.papers / "server.crt", server.papers / "server.key")
    context.load_verify_locations(server.papers / "ca.crt")
    context.verify_mode = ssl.CERT_REQUIRED
    listening = socket.create_server(("127.0.0.1", server.port))
    threading.Thread(target=_let_in, args=(listening, server.inside, context), daemon=True).start()
    try:
        yield
    finally:
        listening.close()


def _let_in(listening: socket.socket, inside: int, context: ssl.SSLContext) -> None:
    while True:
        try:
            caller, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_pass_on, args=(caller, inside, context), daemon=True).start()


def _pass_on(caller: socket.socket, inside: int, context: ssl.SSLContext) -> None:
    with contextlib.suppress(OSError, ValueError), caller:
        if caller.recv(8) != b"\x00\x00\x00\x08\x04\xd2\x16\x2f":
            return
        caller.sendall(b"S")
        with context.wrap_socket(caller, server_side=True) as line:
            hello = line.recv(10_000)
            words = hello[8:].split(b"\x00")
            role = words[words.index(b"user") + 1].decode()
            papers: Any = line.getpeercert()
            if dict(pair for group in papers["subject"] for pair in group)["commonName"] != role:
                return
            with socket.create_connection(("127.0.0.1", inside)) as server:
                server.sendall(hello)
                threading.Thread(target=_copy, args=(server, line), daemon=True).start()
                _copy(line, server)


def _copy(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := one.recv(65536):
            other.sendall(piece)
    with contextlib.suppress(OSError):
        other.shutdown(socket.SHUT_WR)
