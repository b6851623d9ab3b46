"""The clinic's logo: a PNG or SVG file, drawn once before it is kept, copied beside the records of every desk.

Its name follows from its content, and its content travels in pieces, each an act of its own: no act is ever large.
"""

from __future__ import annotations

import os
import re
from base64 import b64decode, b64encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from desk_app import clinic
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.ports import Desk, Reading
from desk_app.printing.logo_check import LARGEST, kind_of

#: The first app called it "logo.png", whatever was in it.
_NAME: Final = re.compile(r"logo(-[0-9a-f]{16})?\.(png|svg)")
#: Bytes of the file in one act; the centre takes no act above one megabyte.
_PIECE: Final = 480 * 1024
_LOGO: Final = "clinic.logo"


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
    name = f"logo-{sha256(content).hexdigest()[:16]}.{kind_of(content)}"
    from desk_app.printing.logo import read_logo

    try:
        # what paper cannot draw is told now, while somebody looks at the file
        read_logo(content)
    except Trouble:
        raise WrongInput("logo.broken", "logo") from None
    return name, content


def put(desk: Desk, home: Path, name: str, content: bytes) -> None:
    """Have what was `read` as the logo from now on, at every desk. Raises `Trouble`; then the one before stays."""
    _write(home, name, content)
    _tell(desk, name, content)
    _forget_others(home, name)


def drop(desk: Desk, home: Path) -> None:
    """Have no logo any more."""
    _tell(desk, "", b"")
    _forget_others(home, "")


def follow(reading: Reading, home: Path) -> None:
    """Have the file of the logo another desk chose, once all of it has come. Raises `Trouble`."""
    name = reading.setting(_LOGO) or ""
    if not _NAME.fullmatch(name) or (home / name).exists():
        return
    content = _told(reading, name)
    if content:
        _write(home, name, content)
        _forget_others(home, name)


def tell_what_was_kept(desk: Desk, home: Path) -> None:
    """The logo that was chosen before desks told each other of it is told once. Raises `Trouble`."""
    with desk.store.reading() as reading:
        name = (reading.setting(_LOGO) or "") if reading.setting(clinic.TO_TELL) == "1" else ""
    content = content_of(home, name)
    if name in ("logo.png", "logo.svg") and 0 < len(content) <= LARGEST:
        put(desk, home, f"logo-{sha256(content).hexdigest()[:16]}{Path(name).suffix}", content)


def path_of(home: Path, name: str) -> Path | None:
    """Where the logo lies; None where there is none, or its file went away."""
    file = home / name
    return file if _NAME.fullmatch(name) and file.is_file() else None


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


def _write(home: Path, name: str, content: bytes) -> None:
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


def _tell(desk: Desk, name: str, content: bytes) -> None:
    """The pieces first and the name last, so that no desk shows half a logo; those of the one before are let go."""
    with desk.store.reading() as reading:
        before = reading.setting(_LOGO) or ""
        gone = {_piece(before, n): "" for n in range(_pieces(reading, before))} if before != name else {}
    pieces = [content[first : first + _PIECE] for first in range(0, len(content), _PIECE)]
    for n, piece in enumerate(pieces):
        clinic.tell(desk, {_piece(name, n): b64encode(piece).decode("ascii")})
    clinic.tell(desk, {**gone, _LOGO: name} | ({f"{name}.pieces": str(len(pieces))} if name else {}))


def _told(reading: Reading, name: str) -> bytes:
    """The content as it was told, b"" while not all of it is here."""
    try:
        content = b"".join(
            b64decode(reading.setting(_piece(name, n)) or "", validate=True) for n in range(_pieces(reading, name))
        )
    except ValueError:
        return b""
    whole = len(content) <= LARGEST and sha256(content).hexdigest().startswith(name[5:21])
    return content if whole else b""


def _pieces(reading: Reading, name: str) -> int:
    told = reading.setting(f"{name}.pieces") or ""
    return min(int(told), -(-LARGEST // _PIECE)) if told.isascii() and told.isdigit() else 0


def _piece(name: str, number: int) -> str:
    return f"{name}.{number}"


def _forget_others(home: Path, name: str) -> None:
    for other in home.glob("logo*.*"):
        if other.name != name and _NAME.fullmatch(other.name):
            with suppress(OSError):
                other.unlink(missing_ok=True)
