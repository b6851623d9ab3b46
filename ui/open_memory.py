"""How much memory the open desk holds beside the least any PySide6 window can hold, in fresh processes."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

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
import os, sys, traceback
from pathlib import Path
from ui.plain_import import load_qt
load_qt()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import Sitting, open_window
from ui.main_window import MainWindow

count = int(sys.argv[2])
joined = Sitting._joined
told = []

def safely(act, *given):
    # the window would write a mistake down and go on
    try:
        act(*given)
    except BaseException:
        traceback.print_exc()
        os._exit(1)

def opened(sitting, found):
    safely(joined, sitting, found)
    QTimer.singleShot(1500, lambda: safely(begin, found.opened.desk()))

def begin(desk):
    told.append(held())
    if count:
        from ui.busy_days import busy_days
        days = busy_days(desk, count)
        work(days)
    else:
        end()

def work(days):
    # one act in each turn of the loop, as keys would ask for it
    for done in days:
        if done in (count // 10, count):
            told.append(held())
        if done == count:
            end()
        else:
            QTimer.singleShot(0, lambda: safely(work, days))
        return

def end():
    print(*told, flush=True)
    QApplication.quit()

Sitting._joined = opened
open_window(Path(sys.argv[1]), demo=True)
"""
)


@dataclass(frozen=True)
class Held:
    """Bytes of a bare window's process, of the open desk's, and of the desk's after a tenth and all checkouts."""

    bare: int
    desk: int
    settled: int
    worked: int


def measure(home: Path, checkouts: int = 0) -> Held | None:
    """All of them, on the demo clinic that lies in `home`, which is paid in; None where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return None
    with TemporaryDirectory(prefix="tessera-compiled-") as compiled:
        (bare,) = _run(BARE, home, 0, compiled)
        # the first start compiles what every later one reads
        _run(DESK, home, 0, compiled)
        desk, *worked = _run(DESK, home, checkouts, compiled)
    return Held(bare, desk, *(worked or (desk, desk)))


def _run(code: str, home: Path, checkouts: int, compiled: str) -> list[int]:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", code, str(home), str(checkouts)],
        check=True,
        capture_output=True,
        text=True,
        env=surroundings,
        timeout=120 + checkouts // 20,
    )
    return [int(figure) for figure in done.stdout.split()]
