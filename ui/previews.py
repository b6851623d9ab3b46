"""How soon a change in the paper room is seen: from the choice to the painted preview, beside the drawing alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from desk_app import station

LIMIT = 300.0
"""Milliseconds in which a change is seen."""
RATIO = 2.5
"""How many times as long as the drawing alone a change may take: the way to the worker and back, and the painting."""

# In one window on the demo clinic, a patient at the desk, each kind of sheet warm: the language is changed to and fro,
# and after each change the very same sheet is drawn alone. What is shown is seen when the pages were painted.
WATCHED = """
import json, sys, time
from dataclasses import replace
from pathlib import Path
from ui.plain_import import load_qt
load_qt()
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from ui.app import open_window
from ui.main_window import MainWindow

TIMES = 6

class Eye(QObject):
    def __init__(self, room):
        super().__init__()
        self.room, self.before, self.at = room, None, 0.0
        room.view.pages.installEventFilter(self)

    def eventFilter(self, watched, event):
        state = self.room.presenter.state
        if event.type() == QEvent.Type.Paint and state.ready and state.proof is not self.before and not self.at:
            # Once this event is done the pages are painted.
            self.at = -1.0
            QTimer.singleShot(0, self.seen)
        return False

    def seen(self):
        self.at = time.perf_counter()

def wait(until):
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

def opened(window, clinic):
    ready(window, clinic)
    QTimer.singleShot(1000, lambda: begin(window))

def begin(window):
    from desk_app import lookup
    from ui.paper_room.proofs import proof_of
    from ui.sheets import KINDS
    desk = window.screen_named("desk").presenter
    who = next(one.id for one in lookup.find(desk._desk, "ив", 40).rows if one.member)
    desk.presenter.open_patient(who)
    window.show_room("paper")
    wait(lambda: any(one.name == "paper" for one in window.screens()))
    room = window.screen_named("paper").presenter
    wait(lambda: room.presenter.state.ready)
    told, eye = {}, Eye(room)
    for kind in KINDS:
        room.presenter.choose_kind(kind)
        wait(lambda: not room.presenter.state.drawing)
        seen, alone = [], []
        for turn in range(TIMES):
            eye.before, eye.at, began = room.presenter.state.proof, 0.0, time.perf_counter()
            room.presenter.choose_language(("en", "ru")[turn % 2])
            wait(lambda: eye.at > 0)
            seen.append(eye.at - began)
            asked = replace(room.presenter.wanted(), keys=room._keys)
            began = time.perf_counter()
            proof_of(room._desk, asked, window.home, room._width, demo=True)
            alone.append(time.perf_counter() - began)
        told[kind] = (min(seen) * 1000, min(alone) * 1000)
    print(json.dumps(told), flush=True)
    QApplication.quit()

ready = MainWindow.ready
MainWindow.ready = opened
open_window(Path(sys.argv[1]), demo=True)
"""


@dataclass(frozen=True)
class Preview:
    """Milliseconds of a kind of sheet, of several changes the one least disturbed by others."""

    seen: float
    alone: float


def measure(home: Path) -> dict[str, Preview]:
    """By kind of sheet, on the demo clinic in `home`."""
    station.save(home, station.Station(language="ru"))
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(home)],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=600,
    )
    told: dict[str, tuple[float, float]] = json.loads(done.stdout.splitlines()[-1])
    return {kind: Preview(*took) for kind, took in told.items()}
