"""What a desk proves itself with at the centre: kept by the system's key store, or by a file its owner alone can read.

Nothing here is ever part of a log, a report, a setting or a sentence.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from db.trouble import one_door
from desk_app.domain.errors import Trouble
from desk_app.private_folders import make_private

FILE: Final = "centre.secret"
_SERVICE: Final = "Tessera"
_BESIDE: Final = "file"


def keep(home: Path, values: Mapping[str, str], where: str = "") -> str:
    """Keep these values; `where` is the answer of the time before, the answer says where they are from now on.

    Raises `Trouble` of the disk.
    """
    text = json.dumps(dict(values))
    name = where.removeprefix("keyring ") if where.startswith("keyring ") else f"centre {secrets.token_hex(8)}"
    if _give_to_system(name, text):
        return f"keyring {name}"
    write_private(home / FILE, text.encode())
    return _BESIDE


def read(home: Path, where: str) -> dict[str, str]:
    """The values kept there. Raises `Trouble` (`centre.secret`) when they are gone or may not be read."""
    try:
        text = _ask_system(where.removeprefix("keyring ")) if where.startswith("keyring ") else _beside(home)
        found = json.loads(text)
    except (OSError, ValueError):
        raise Trouble("centre.secret") from None
    if not isinstance(found, dict):
        raise Trouble("centre.secret")
    return {name: value for name, value in found.items() if isinstance(value, str)}


def forget(where: str) -> None:
    """Let the system's key store forget what is kept there; a file is written over by what is kept next."""
    if not where.startswith("keyring "):
        return
    import keyring
    from keyring.errors import KeyringError

    with suppress(KeyringError, RuntimeError, OSError):
        keyring.delete_password(_SERVICE, where.removeprefix("keyring "))


def write_private(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, readable by its owner alone from its first byte on. Raises `Trouble`."""
    fresh = path.with_name(path.name + ".new")
    with one_door(path.parent):
        make_private(path.parent)
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        fresh.replace(path)


def _beside(home: Path) -> str:
    return (home / FILE).read_text(encoding="utf-8")


def _give_to_system(name: str, text: str) -> bool:
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, name, text)
        # some stores take a secret and forget it when the session ends; at least it must be there now
        return keyring.get_password(_SERVICE, name) == text
    except (KeyringError, RuntimeError, OSError):
        return False


def _ask_system(name: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, name) or ""
    except (KeyringError, RuntimeError, OSError):
        return ""
