"""Where answers of the pulse wait on their desk's own computer, sealed, until there are enough to hide each of them.

A file that was copied before and after an answer would show it; one that is sealed, always as long and rewritten
whoever was asked shows nothing. Its key lies beside it and never in a folder that desks share.
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

_ANSWERS: Final = "pulse.sealed"
_KEY: Final = "pulse.key"
#: Every file is a multiple of so many bytes: more than four answers of the greatest length.
_PAGE: Final = 32_768


def waiting(folder: Path) -> dict[str, Json]:
    """What waits, by version. Raises `Trouble` (`training.broken`) where it is there and cannot be opened."""
    from cryptography.fernet import Fernet, InvalidToken

    file = folder / _ANSWERS
    try:
        sealed = file.read_bytes()
        found = json.loads(Fernet((folder / _KEY).read_bytes()).decrypt(sealed))
    except FileNotFoundError:
        if file.exists():
            raise Trouble("training.broken", file=str(file)) from None
        return {}
    except (OSError, ValueError, InvalidToken) as why:
        raise Trouble("training.broken", file=str(file)) from why
    return dict(found)


def keep_waiting(folder: Path, answers: Mapping[str, Json]) -> None:
    """Seal what waits from now on, all of it. Raises `Trouble` (`training.folder`)."""
    from cryptography.fernet import Fernet

    content = json.dumps(answers, ensure_ascii=False, sort_keys=True).encode()
    content += b" " * (-len(content) % _PAGE)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        key = folder / _KEY
        if not key.exists():
            _write(key, Fernet.generate_key())
        _write(folder / _ANSWERS, Fernet(key.read_bytes()).encrypt(content))
    except OSError as why:
        raise Trouble("training.folder", folder=str(folder)) from why


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
