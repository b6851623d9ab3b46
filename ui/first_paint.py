"""How long the window takes to its first paint, beside the least any PySide6 window can take, in fresh processes."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from desk_app import station

BARE = """
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        print(json.dumps({"at": time.monotonic(), "modules": sorted(sys.modules)}), flush=True)
        QTimer.singleShot(0, app.quit)

app = QApplication([])
window = Bare()
window.resize(1180, 720)
window.show()
app.exec()
"""

SHELL = """
import json, sys, time
from pathlib import Path
from ui.plain_import import load_qt
load_qt()
from ui.app import Sitting, make_app
from ui.main_window import MainWindow

def painted(window):
    print(json.dumps({"at": time.monotonic(), "modules": sorted(sys.modules)}), flush=True)
    app.quit()

MainWindow._after_first_paint = painted
app = make_app()
sitting = Sitting(app, Path(sys.argv[1]), demo=False, prepare=None, find_rooms=tuple, first_start=None)
sitting.begin()
app.exec()
sitting.end()
"""

HEAVY = ("sqlalchemy", "alembic", "reportlab", "openpyxl", "pydantic", "sqlcipher3", "phonenumbers", "keyring")
"""Packages that have no business in the process before the first paint."""


@dataclass(frozen=True)
class FirstPaint:
    """The best of several runs, in seconds from the start of the process, and what was loaded by then."""

    bare: float
    shell: float
    modules: tuple[str, ...]

    @property
    def ratio(self) -> float:
        """How many times as long as the bare window the shell takes."""
        return self.shell / self.bare

    def heavy(self) -> tuple[str, ...]:
        """Packages the shell loaded too early."""
        return tuple(name for name in HEAVY if name in self.modules)


def measure(runs: int = 7) -> FirstPaint:
    """Start the bare window and the shell in turn; the best run of each is the one least disturbed by others."""
    bare: list[float] = []
    shell: list[float] = []
    modules: tuple[str, ...] = ()
    with tempfile.TemporaryDirectory() as home:
        # The settings of a clinic at work: without them the first start would be shown.
        station.save(Path(home), station.Station())
        for code in (BARE, SHELL):
            _run(code, home)
        for _ in range(runs):
            bare.append(_run(BARE, home)[0])
            taken, modules = _run(SHELL, home)
            shell.append(taken)
    return FirstPaint(min(bare), min(shell), modules)


def _run(code: str, home: str) -> tuple[float, tuple[str, ...]]:
    # Compiled modules are read as they are on a desk that was started before, whatever the surroundings say.
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": str(Path(home) / "compiled")}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, home], check=True, capture_output=True, text=True, env=surroundings
    )
    told = json.loads(done.stdout.splitlines()[0])
    return told["at"] - start, tuple(told["modules"])
