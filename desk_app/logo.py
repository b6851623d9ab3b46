"""The clinic's logo: a PNG or SVG file, drawn once before it is kept, copied beside the records."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from desk_app import clinic
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.ports import Desk
from desk_app.printing.logo_check import LARGEST, kind_of

_NAMES: Final = {"png": "logo.png", "svg": "logo.svg"}


def keep(desk: Desk, home: Path, file: Path) -> str:
    """Copy a file into the desk's folder as the logo; answers its name there. Raises what `read` and `put` raise."""
    name, content = read(file)
    put(desk, home, name, content)
    return name


def read(file: Path) -> tuple[str, bytes]:
    """A file that may be the logo: the name it will have, and its content. A large picture takes its time.

    Raises `WrongInput` (`file.unreadable`, `logo.kind`, `logo.huge`, `logo.size`, `logo.broken`).
    """
    try:
        if file.stat().st_size > LARGEST:
            raise WrongInput("logo.huge", "logo", allowed=LARGEST // (1024 * 1024))
        content = file.read_bytes()
    except OSError as error:
        raise WrongInput("file.unreadable", "logo", found=type(error).__name__) from None
    name = _NAMES[kind_of(content)]
    from desk_app.printing.logo import read_logo

    try:
        # what paper cannot draw is told now, while somebody looks at the file
        read_logo(content)
    except Trouble:
        raise WrongInput("logo.broken", "logo") from None
    return name, content


def put(desk: Desk, home: Path, name: str, content: bytes) -> None:
    """Have what was `read` as the logo from now on. Raises `Trouble`; then the one before stays."""
    part = home / f".{name}.part"
    try:
        with part.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.replace(home / name)
    except OSError as error:
        raise Trouble("disk.failed", found=error.strerror or "") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    clinic.keep_logo(desk, name)
    _forget_others(home, name)


def drop(desk: Desk, home: Path) -> None:
    """Have no logo any more."""
    clinic.keep_logo(desk, "")
    _forget_others(home, "")


def path_of(home: Path, name: str) -> Path | None:
    """Where the logo lies; None where there is none, or its file went away."""
    file = home / name
    return file if name in _NAMES.values() and file.is_file() else None


def content_of(home: Path, name: str) -> bytes:
    """The logo's file as it lies there today, b"" where there is none; no more of it than tells that it is huge."""
    file = path_of(home, name)
    if file is None:
        return b""
    try:
        with file.open("rb") as source:
            return source.read(LARGEST + 1)
    except OSError:
        return b""


def _forget_others(home: Path, name: str) -> None:
    for other in _NAMES.values():
        if other != name:
            with suppress(OSError):
                (home / other).unlink(missing_ok=True)
