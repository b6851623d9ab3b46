"""How long the window ever keeps a key waiting: the most it does between two beats of its event loop, act by act."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from desk_app import station

LIMIT = 50.0
"""Milliseconds no act may hold the event loop."""

# The beat is a timer of one millisecond: in what lies between two beats no key is heard. It is told in the time the
# window's own thread has worked, so that a neighbour on the machine is not taken for a stall of the window.
WATCHED = """
import json, sys, time
from dataclasses import replace
from pathlib import Path
from ui.plain_import import load_qt
load_qt()
from PySide6 import QtCore
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import open_window
from ui.main_window import MainWindow

BILL = ("B01.047.001", "A16.07.051")
longest, acts, before = {}, [], time.thread_time()
now = "the clinic opens behind the shell"

def beat():
    global before
    worked, before = time.thread_time() - before, time.thread_time()
    longest[now] = max(longest.get(now, 0.0), worked * 1000)

def step():
    global now
    if not acts:
        print(json.dumps(longest), flush=True)
        QApplication.quit()
        return
    now, act = acts.pop(0)
    act()
    QTimer.singleShot(700, step)

def look(window, **changes):
    return lambda: window.keep_station(replace(window.station, **changes))

def another_sheet(window):
    room = next((one.presenter for one in window.screens() if one.name == "paper"), None)
    if room is None:  # it is still being put together, slice by slice
        QTimer.singleShot(50, lambda: another_sheet(window))
    else:
        room.presenter.choose_kind("poster")

def opened(window, clinic):
    ready(window, clinic)
    QTimer.singleShot(1500, lambda: begin(window))

def begin(window):
    from desk_app import lookup
    desk = window.screen_named("desk").presenter
    who = next(one.id for one in lookup.find(desk._desk, "ив", 40).rows if one.member)
    def add(code):
        return lambda: (desk.presenter.bill.type_entry(code), desk.presenter.bill.take_entry())
    acts.extend((
        ("a surname is typed", lambda: window._work.search.setText("ива")),
        ("a patient is opened", lambda: desk.presenter.open_patient(who)),
        ("a service is added", add(BILL[0])),
        ("another service is added", add(BILL[1])),
        ("the first why", desk._why),
        ("the first units", desk._units),
        ("the first returns", lambda: desk._turn_to(type(desk.presenter.state.page).RECEIPTS)),
        ("the first form", desk.joining.join),
        ("back at the bill", desk.joining.leave),
        ("other colours", look(window, theme="dark")),
        ("larger text", look(window, text_size=150)),
        ("the other language", look(window, language="en")),
        ("the first Paper room", lambda: window.show_room("paper")),
        ("another sheet is drawn", lambda: another_sheet(window)),
        ("the first settings", lambda: window.show_room("settings")),
        ("the desk again", lambda: window.show_room("desk")),
    ))
    step()

painted, ready = MainWindow._after_first_paint, MainWindow.ready

def began(window):
    global before
    painted(window)
    before = time.thread_time()
    beats = QTimer(window, interval=1, timerType=QtCore.Qt.TimerType.PreciseTimer)
    beats.timeout.connect(beat)
    beats.start()

MainWindow._after_first_paint, MainWindow.ready = began, opened
open_window(Path(sys.argv[1]), demo=True)
"""


def measure(home: Path, runs: int = 3) -> dict[str, float]:
    """Milliseconds by act, on the demo clinic in `home`: of several runs the one least disturbed by others."""
    found: dict[str, float] = {}
    with TemporaryDirectory(prefix="tessera-compiled-") as compiled:
        for _ in range(runs):
            for act, took in _run(home, compiled).items():
                found[act] = min(took, found.get(act, took))
    return found


def _run(home: Path, compiled: str) -> dict[str, float]:
    # The settings as a new computer has them: a run changes them.
    station.save(home, station.Station(language="ru"))
    # A computer compiles a module once, at the first start; here the first run does.
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(home)],
        check=True,
        capture_output=True,
        text=True,
        env=surroundings,
        timeout=120,
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told
