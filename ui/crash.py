"""What nobody foresaw: written down without a word about people, told in one sentence, and the desk stays open."""

import faulthandler
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from desk_app.private_folders import make_private

LOG = "crashes.log"
LARGEST = 1_000_000
"""Bytes after which the log begins anew; the one before is kept."""


class Reporter:
    """Writes reports to `home/logs` and has `tell` say the code of each, on whatever thread it happened."""

    def __init__(self, home: Path, tell: Callable[[str], None]) -> None:
        self._folder = home / "logs"
        self._tell = tell
        self._faults: IO[str] | None = None
        self._before = sys.__excepthook__, threading.__excepthook__

    def install(self) -> None:
        """From now on every exception that reached nobody comes here; Qt hands over those of slots as well."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._unforeseen
        threading.excepthook = lambda told: self._unforeseen(
            told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
        )

    def watch_faults(self) -> None:
        """Have the interpreter write where it stood if it is killed by a fault."""
        try:
            make_private(self._folder)
            self._faults = (self._folder / "faults.log").open("a", encoding="utf-8")
            faulthandler.enable(self._faults)
        except OSError:
            self._faults = None

    def remove(self) -> None:
        """Give the hooks back to whom they belonged."""
        sys.excepthook, threading.excepthook = self._before
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def report(self, trouble: BaseException) -> str:
        """Write down where `trouble` happened and give the code under which it is found."""
        import secrets

        code = secrets.token_hex(2).upper()
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        lines = [f"{moment} report {code}", *_without_people(trouble), ""]
        try:
            make_private(self._folder)
            log = self._folder / LOG
            if log.exists() and log.stat().st_size > LARGEST:
                log.replace(self._folder / f"{LOG}.before")
            with log.open("a", encoding="utf-8") as out:
                out.write("\n".join(lines) + "\n")
        except OSError:
            # With no log to write to, the sentence on the screen is what is left.
            pass
        return code

    def _unforeseen(self, kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, trouble, trace)
            return
        self._tell(self.report(trouble))


def _without_people(trouble: BaseException) -> list[str]:
    """Kinds and places only: a message may carry a name, a phone or a sum."""
    import traceback

    lines: list[str] = []
    link: BaseException | None = trouble
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        lines += [
            f"  {place.filename}:{place.lineno} {place.name}" for place in traceback.extract_tb(link.__traceback__)
        ]
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return lines
