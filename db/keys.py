"""The key a desk is encrypted with: kept by the system's key store, or beside the desk where there is none.

`desk.key` in the desk's folder says which: "keyring NAME" or "raw HEX" (readable by its owner alone). Without the key
neither the desk nor its backups open, so it is also shown once to be kept on paper (`on_paper`).
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from db.trouble import one_door
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.private_folders import make_private

_NAME = "desk.key"
_SERVICE = "Tessera"
_BYTES = 32


def make_key(folder: Path) -> tuple[bytes, bool]:
    """A new key for the desk in `folder`, and whether the system's key store keeps it (False: a file does).

    Raises `Trouble` (`db.exists`) when the folder has a key already: a second one would lock the desk for ever.
    """
    key = secrets.token_bytes(_BYTES)
    return key, keep_key(folder, key)


def keep_key(folder: Path, key: bytes) -> bool:
    """Keep a known key (a desk that moved to this computer); see `make_key`."""
    path = folder / _NAME
    if path.exists():
        raise Trouble("db.exists", detail=_NAME)
    name = f"desk {secrets.token_hex(8)}"
    stored = _give_to_system(name, key)
    text = f"keyring {name}\n" if stored else f"raw {key.hex()}\n"
    with one_door():
        make_private(folder)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            # somebody makes a desk here at this instant
            raise Trouble("db.exists", detail=_NAME) from error
        try:
            os.write(handle, text.encode("ascii"))
            os.fsync(handle)
        finally:
            os.close(handle)
    return stored


def adopt_key(folder: Path, key: bytes) -> None:
    """Keep the key of a desk that was put in the place of another; the key file of that one is kept beside."""
    path = folder / _NAME
    with suppress(Trouble):
        if read_key(folder) == key:
            return
    if path.exists():
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        with one_door():
            path.replace(path.with_name(f"desk-replaced-{stamp}.key"))
    keep_key(folder, key)


def read_key(folder: Path) -> bytes | None:
    """The key of the desk in `folder`, None for a desk without one. Raises `Trouble` (`db.key`)."""
    path = folder / _NAME
    if not path.exists():
        return None
    with one_door():
        words = path.read_text(encoding="ascii", errors="replace").split(maxsplit=1)
    kind, value = words if len(words) == 2 else ("", "")
    text = _ask_system(value.strip()) if kind == "keyring" else value.strip() if kind == "raw" else ""
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise Trouble("db.key")
    return key


def on_paper(key: bytes) -> str:
    """A key as groups of four signs, to be written down and typed in again."""
    text = key.hex().upper()
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))


def from_paper(text: str) -> bytes:
    """`on_paper` undone, however it was typed. Raises `WrongInput` (`key.paper`)."""
    try:
        key = bytes.fromhex("".join(text.replace("-", " ").split()))
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise WrongInput("key.paper")
    return key


def _give_to_system(name: str, key: bytes) -> bool:
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, name, key.hex())
        # some stores take a secret and forget it when the session ends; at least it must be there now
        return keyring.get_password(_SERVICE, name) == key.hex()
    except (KeyringError, RuntimeError, OSError):
        return False


def _ask_system(name: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, name) or ""
    except (KeyringError, RuntimeError, OSError) as error:
        raise Trouble("db.key", detail="keyring") from error
