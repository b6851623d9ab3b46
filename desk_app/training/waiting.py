"""Where answers of the pulse wait on their desk's own computer, sealed, until there are enough to hide each of them.

A file that was copied before and after an answer would show it; one that is sealed, always as long and rewritten
whoever was asked shows nothing. It is closed with the key of the desk's own records: whoever opens it could open
those. Only a desk whose records lie open, a demo clinic, keeps a key of its own beside it. Neither is ever in a folder
that desks share.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from desk_app.domain.errors import Trouble
from desk_app.ports import Json
from desk_app.seal import Seal

_ANSWERS: Final = "pulse.sealed"
_KEY: Final = "pulse.key"
#: Every file is a multiple of so many bytes: more than four answers of the greatest length.
_PAGE: Final = 32_768


def waiting(folder: Path, seal: Seal | None = None) -> dict[str, Json]:
    """What waits, by version. Raises `Trouble` (`training.broken`) where it is there and cannot be opened."""
    file = folder / _ANSWERS
    try:
        sealed = file.read_bytes()
        found = json.loads((seal or _BesideIt(folder)).open(sealed, _ANSWERS))
    except FileNotFoundError:
        if file.exists():
            raise Trouble("training.broken", file=str(file)) from None
        return {}
    except (OSError, ValueError) as why:
        raise Trouble("training.broken", file=str(file)) from why
    return dict(found)


def keep_waiting(folder: Path, answers: Mapping[str, Json], seal: Seal | None = None) -> None:
    """Seal what waits from now on, all of it. Raises `Trouble` (`training.folder`)."""
    content = json.dumps(answers, ensure_ascii=False, sort_keys=True).encode()
    content += b" " * (-len(content) % _PAGE)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / _ANSWERS, (seal or _BesideIt(folder)).close(content, _ANSWERS))
    except OSError as why:
        raise Trouble("training.folder", folder=str(folder)) from why


class _BesideIt:
    """The seal of a desk that has no key: its own lies beside the file, made when something is first sealed."""

    def __init__(self, folder: Path) -> None:
        self._key = folder / _KEY

    def close(self, content: bytes, name: str) -> bytes:
        from cryptography.fernet import Fernet

        if not self._key.exists():
            _write(self._key, Fernet.generate_key())
        return Fernet(self._key.read_bytes()).encrypt(content)

    def open(self, sealed: bytes, name: str) -> bytes:
        from cryptography.fernet import Fernet, InvalidToken

        try:
            return Fernet(self._key.read_bytes()).decrypt(sealed)
        except InvalidToken as why:
            raise ValueError("sealed by another") from why


def _write(file: Path, content: bytes) -> None:
    """Replace a file, for nobody else's eyes."""
    making = file.with_name(file.name + ".part")
    try:
        with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        making.replace(file)
    except OSError:
        with suppress(OSError):
            making.unlink(missing_ok=True)
        raise
