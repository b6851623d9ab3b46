"""What a desk remembers outside its folder: its last act, its last number, and that it is on this computer.

A folder may be put back from a copy or be copied to another computer. Its file cannot know; this note does: when it is
ahead of the file, or not the one the file was written with, the desk goes on in a stream of its own, so that no act
ever stands in the place of another one. The note is written without waiting for the disk: one that is behind says
nothing, and is no harm.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zlib import crc32

_SECRET = 64
_RECORD = "{:36} {:19d} {:64} {:12d}"
_LENGTH = len(_RECORD.format("", 0, "", 0)) + 9


@dataclass(frozen=True, slots=True)
class Last:
    """The last own act: its stream, place and hash (place 0 and the anchor in an empty stream); the last number."""

    stream: str
    seq: int
    hash: bytes
    number: int


class Anchor:
    """The note on one desk file, by the place it lies at; a file that lies elsewhere has another one."""

    def __init__(self, folder: Path, desk: Path, machine: Callable[[], str] | None = None) -> None:
        """`folder` is the system's place for what a program remembers of this person's computer.

        Raises OSError where nothing can be kept there.
        """
        name = sha256(str(desk.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path = folder / f"{name}.desk"
        self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            content = os.read(self._handle, _SECRET + _LENGTH)
            if len(content) < _SECRET:
                content = secrets.token_hex(_SECRET // 2).encode("ascii")
                self._put(0, content)
                os.fsync(self._handle)
        except OSError:
            os.close(self._handle)
            raise
        computer = (machine or machine_id)()
        self.fingerprint = sha256(f"{computer}:{content[:_SECRET].decode('latin-1')}".encode()).hexdigest()[:32]
        self.last = _read(content[_SECRET:])

    def write(self, last: Last) -> None:
        """Remember the last act, once it is in the file for good; where that fails, the note is behind."""
        text = _RECORD.format(last.stream, last.seq, last.hash.hex(), last.number)
        raw = text.encode("ascii")
        with suppress(OSError):
            self._put(_SECRET, raw + b" %08x" % crc32(raw))
            self.last = last

    def _put(self, place: int, raw: bytes) -> None:
        os.lseek(self._handle, place, os.SEEK_SET)
        os.write(self._handle, raw)

    def close(self) -> None:
        """Let go of the note."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _read(raw: bytes) -> Last | None:
    """A note that was written whole, else None."""
    text, _, check = raw.rpartition(b" ")
    with suppress(ValueError):
        if len(raw) == _LENGTH and int(check, 16) == crc32(text):
            stream, seq, digest, number = text.decode("ascii").split()
            return Last(stream, int(seq), bytes.fromhex(digest), int(number))
    return None


def machine_id() -> str:
    """What the system calls this computer, "" where it has no word for it; a disk that is copied takes it along."""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostid"):
        with suppress(OSError):
            return Path(place).read_text(encoding="ascii", errors="replace").strip()
    return ""
