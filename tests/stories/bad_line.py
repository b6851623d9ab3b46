"""A network that breaks: what two sides say to each other goes through here, and is cut after any byte."""

from __future__ import annotations

import random
import socket
import threading
from contextlib import suppress


class BadLine:
    """Listens on this machine and passes on to a server; each connection holds for so many bytes, then is cut."""

    def __init__(self, server: str, seed: int = 1) -> None:
        """`server` is the path of the server's socket."""
        self.good = False
        self.cuts = 0
        self._server = server
        self._luck = random.Random(seed)
        self._open: set[socket.socket] = set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Nobody gets through any more."""
        self._listening.close()
        self.cut()

    def cut(self) -> None:
        """Everything that is open is cut now."""
        for one in list(self._open):
            self._end(one)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                far.connect(self._server)
            except OSError:
                # the server is away as well
                near.close()
                far.close()
                continue
            self._open |= {near, far}
            # a greeting takes some hundreds of bytes, a page of acts some hundred thousands
            left = [self._luck.choice((100, 700, 1500, 4000, 20_000, 300_000))]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(one, other, left), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, left: list[int]) -> None:
        with suppress(OSError):
            while data := one.recv(65_536):
                if not self.good:
                    if left[0] < len(data):
                        other.sendall(data[: left[0]])
                        self.cuts += 1
                        break
                    left[0] -= len(data)
                other.sendall(data)
        self._end(one)
        self._end(other)

    def _end(self, one: socket.socket) -> None:
        self._open.discard(one)
        with suppress(OSError):
            # without a word of farewell, as when a cable is pulled
            one.shutdown(socket.SHUT_RDWR)
        one.close()
