"""Sheets that no printer took wait on disk until they are printed or put away, for nobody else's eyes."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desk_app.seal import Seal
from ui.printer import Job

_SHEET: Final = ".sheet"
_ABOUT: Final = ".about"
_OPEN_SHEET: Final = ".pdf"
_OPEN_ABOUT: Final = ".json"


@dataclass(frozen=True)
class Kept:
    """A job that could not be printed: its file, kind, title and note."""

    file: Path
    sheet: str
    title: str
    note: str = ""
    copies: int = 1
    seal: Seal | None = field(default=None, compare=False, repr=False)

    def job(self) -> Job:
        """The job, to be tried again. Raises OSError when the file is gone, or is not of this desk any more."""
        return Job(self.sheet, self.title, _read(self.file, self.seal), self.note, self.copies)

    def since(self) -> datetime | None:
        """Since when it waits, on this computer's clock; None where its file was named by somebody else."""
        try:
            return datetime.strptime(self.file.name[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC).astimezone()
        except ValueError:
            return None


class Reprints:
    """Jobs that failed: two files each, one of the sheet and one about it, readable by their owner alone.

    Beside an encrypted desk both are sealed with its key; a demo clinic, which has none, keeps them open.
    """

    def __init__(self, home: Path, seal: Seal | None = None) -> None:
        self._folder = home / "reprint"
        self._seal = seal

    def seal_with(self, seal: Seal | None) -> None:
        """From now on what waits is sealed so."""
        self._seal = seal

    def take_over(self) -> None:
        """Seal what was kept open by an older app, and shut the folder to everybody else; what resists stays."""
        with suppress(OSError):
            self._folder.chmod(0o700)
        for file in [*self._folder.glob("*" + _OPEN_SHEET), *self._folder.glob("*" + _OPEN_ABOUT)]:
            with suppress(OSError):
                if self._seal is None:
                    file.chmod(0o600)
                    continue
                sealed = file.with_suffix(_SHEET if file.suffix == _OPEN_SHEET else _ABOUT)
                _write(sealed, file.read_bytes(), self._seal)
                file.unlink()

    def keep(self, job: Job, now: datetime | None = None) -> Kept:
        """Write a job down. Raises OSError."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        moment = (now or datetime.now(UTC)).strftime("%Y%m%d-%H%M%S-%f")
        file = self._folder / f"{moment}-{job.sheet}{_SHEET if self._seal else _OPEN_SHEET}"
        about = {"sheet": job.sheet, "title": job.title, "note": job.note, "copies": job.copies}
        _write(_about(file), json.dumps(about, ensure_ascii=False).encode(), self._seal)
        _write(file, job.pdf, self._seal)
        return Kept(file, job.sheet, job.title, job.note, job.copies, self._seal)

    def all(self) -> tuple[Kept, ...]:
        """What waits, oldest first."""
        found = []
        for file in sorted(self._folder.glob("*" + (_SHEET if self._seal else _OPEN_SHEET))):
            try:
                about = json.loads(_read(_about(file), self._seal))
                note, copies = str(about.get("note", "")), int(about.get("copies", 1))
                found.append(Kept(file, str(about["sheet"]), str(about["title"]), note, copies, self._seal))
            except (OSError, ValueError, KeyError, TypeError):
                # The sheet is what matters; without its note it is still printable.
                found.append(Kept(file, "slip", file.stem, seal=self._seal))
        return tuple(found)

    def drop(self, kept: Kept) -> None:
        """It is printed, or nobody wants it. Raises OSError where the folder cannot be written to."""
        kept.file.unlink(missing_ok=True)
        _about(kept.file).unlink(missing_ok=True)


def _about(file: Path) -> Path:
    return file.with_suffix(_ABOUT if file.suffix == _SHEET else _OPEN_ABOUT)


def _write(file: Path, content: bytes, seal: Seal | None) -> None:
    """Whole or not at all, and never readable by others, not even while it is written."""
    fresh = file.with_name(file.name + ".new")
    fresh.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content if seal is None else seal.close(content, file.name))
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _read(file: Path, seal: Seal | None) -> bytes:
    content = file.read_bytes()
    if seal is None:
        return content
    try:
        return seal.open(content, file.name)
    except ValueError as why:
        raise OSError(f"{file.name} is not of this desk") from why
