"""How much memory the open desk holds beside the least any PySide6 window can hold, in fresh processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_SAY = """
def held():
    import gc, os
    gc.collect()
    pages = int(open("/proc/self/statm").read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
"""

BARE = (
    _SAY
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
window = QWidget()
window.resize(1180, 720)
window.show()
QTimer.singleShot(300, lambda: (print(held(), flush=True), app.quit()))
app.exec()
"""
)

DESK = (
    _SAY
    + """
import sys
from pathlib import Path
from ui.plain_import import load_qt
load_qt()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import open_window
from ui.main_window import MainWindow

ready = MainWindow.ready

def opened(window, clinic):
    ready(window, clinic)
    QTimer.singleShot(1500, lambda: (print(held(), flush=True), QApplication.quit()))

MainWindow.ready = opened
open_window(Path(sys.argv[1]), demo=True)
"""
)


@dataclass(frozen=True)
class Held:
    """Bytes of a bare window's process and of the open desk's."""

    bare: int
    desk: int


def measure(home: Path) -> Held | None:
    """Both, on the demo clinic that lies in `home`; None where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return None
    return Held(_run(BARE, home), _run(DESK, home))


def _run(code: str, home: Path) -> int:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(home)],
        check=True,
        capture_output=True,
        text=True,
        env=surroundings,
        timeout=120,
    )
    told: int = json.loads(done.stdout.split()[0])
    return told
