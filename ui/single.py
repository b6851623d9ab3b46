"""One window per folder: a second start brings the first one forward and leaves."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject

HEARD = 500
"""Milliseconds to wait for the other window to answer."""


class Single(QObject):
    """Holds a folder for one window and hears when another start knocks.

    The lock file tells at once, without a socket, whether anybody is there; Qt finds by itself that its owner has died.
    The socket is only opened after the first paint, and a left-over one is removed only by the holder of the lock.
    """

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._lock: QLockFile | None = None
        self._server: QObject | None = None

    def hold(self) -> bool:
        """Take the folder; False when another window has it. A folder that cannot be written to is nobody's."""
        try:
            self._home.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        lock = QLockFile(str(self._home / "window.lock"))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
            return False
        self._lock = lock
        return True

    def _name(self) -> str:
        from hashlib import sha256

        return f"tessera-{sha256(str(self._home).encode()).hexdigest()[:20]}"

    def knock(self) -> bool:
        """Ask the other window to come forward; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name())
        if not socket.waitForConnected(HEARD):
            return False
        socket.write(b"show")
        socket.waitForBytesWritten(HEARD)
        socket.disconnectFromServer()
        return True

    def listen(self, come_forward: Callable[[], None]) -> bool:
        """From now on call `come_forward` when another start knocks."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name())
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

        def heard() -> None:
            while (socket := server.nextPendingConnection()) is not None:
                socket.disconnected.connect(socket.deleteLater)
                come_forward()

        server.newConnection.connect(heard)
        self._server = server
        return server.listen(self._name())

    def release(self) -> None:
        """Let the folder go."""
        if self._server is not None:
            self._server.deleteLater()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
