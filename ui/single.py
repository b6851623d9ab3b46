"""One window per folder: a second start brings the first one forward and leaves."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import time_ns

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject

from desk_app.private_folders import make_private


class Single(QObject):
    """Holds a folder for one window and hears when another start knocks.

    The lock file tells at once whether anybody is there; Qt finds by itself that its owner has died. The one inside
    watches a file beside it, and whoever comes later writes into that: a socket would do the same and take five
    megabytes of Qt's network with it.
    """

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._door = home / "window.knock"
        self._lock: QLockFile | None = None
        self._ear: QFileSystemWatcher | None = None

    def hold(self) -> bool:
        """Take the folder; False when another window has it. A folder that cannot be written to is nobody's."""
        try:
            make_private(self._home)
        except OSError:
            return True
        lock = QLockFile(str(self._home / "window.lock"))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
            return False
        self._lock = lock
        return True

    def knock(self) -> bool:
        """Ask the other window to come forward; False when it does not listen."""
        if not self._door.exists():
            return False
        try:
            self._door.write_text(str(time_ns()), encoding="ascii")
        except OSError:
            return False
        return True

    def listen(self, come_forward: Callable[[], None]) -> bool:
        """From now on call `come_forward` when another start knocks; only the holder of the folder listens."""
        try:
            self._door.write_bytes(b"")
        except OSError:
            return False
        ear = QFileSystemWatcher(self)
        ear.fileChanged.connect(lambda _: come_forward())
        self._ear = ear
        return ear.addPath(str(self._door))

    def release(self) -> None:
        """Let the folder go."""
        if self._ear is not None:
            # what is taken away below is no knock
            self._ear.fileChanged.disconnect()
            self._ear.deleteLater()
            self._ear = None
            with suppress(OSError):
                self._door.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
