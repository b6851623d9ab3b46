"""Qt is loaded without its tax, and without wearing out what Python counts."""

import subprocess
import sys


def run(code: str) -> str:
    """What a fresh process prints."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_later_imports_are_pythons_own_again() -> None:
    code = (
        "import builtins; own = builtins.__import__\n"
        "from ui.plain_import import load_qt\n"
        "load_qt(); print(builtins.__import__ is own)"
    )

    assert run(code) == "True"


def test_a_day_of_calls_does_not_end_the_process() -> None:
    code = (
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from ui.plain_import import hold_none, load_qt\n"
        "load_qt(); hold_none()\n"
        "from PySide6.QtCore import QObject\n"
        "one = QObject()\n"
        "for _ in range(300_000): one.setObjectName('x')\n"
        "print('alive')"
    )

    assert run(code) == "alive"
