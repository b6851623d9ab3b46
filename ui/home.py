"""Where the desk's own folder lies, for the window and the command line alike."""

import os
import sys
from pathlib import Path

DATABASE = "desk.db"
DEMO = "demo"
TRAINING = "training"
PRACTICE_MARK = "practice.json"
"""Lies in the folder of a practice desk and says that it may be emptied."""
_OPEN = b"SQLite format 3\0"
"""How records begin that no key closes: those of a demo clinic, never those of a real desk."""


def default_home() -> Path:
    """TESSERA_HOME, or the place the system gives to an app's data."""
    # Spelled out: importing platformdirs takes a tenth of the time to the first paint.
    given = os.environ.get("TESSERA_HOME")
    if given:
        return Path(given).expanduser().resolve()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "Tessera"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Tessera"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "tessera"


def state_home() -> Path:
    """TESSERA_STATE, or the place the system gives to what an app remembers of this computer: outside every desk."""
    given = os.environ.get("TESSERA_STATE")
    if given:
        return Path(given).expanduser().resolve()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "Tessera State"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Tessera State"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "tessera"


def demo_home(home: Path) -> Path:
    """The demo clinic's folder inside `home`: its own database and settings, never mixed with the real ones."""
    return home / DEMO


def practice_home(home: Path, trainee: str) -> Path:
    """The folder of a trainee's practice desk inside `home`: nothing in it is real, and all of it may go."""
    from desk_app.training.practice import slug

    return home / TRAINING / slug(trainee)


def is_invented(home: Path) -> bool:
    """Whether the people of a desk never lived, so that window and sheets have to say so: the demo clinic's, whichever
    way its folder is named, and a trainee's.
    """
    return (home.name == DEMO and _lies_open(home / DATABASE)) or (home / PRACTICE_MARK).exists()


def _lies_open(file: Path) -> bool:
    try:
        with file.open("rb") as records:
            return records.read(len(_OPEN)) == _OPEN
    except OSError:
        return False


def has_display() -> bool:
    """Whether a window could be seen: on Linux there may be no screen, and Qt would end the process."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)
