"""What a centre hands to a desk that may join: a small file, or the same as squares of digits for a scanner.

Whoever has it first may join under that desk's name, once: the password in it is changed at joining.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from itertools import pairwise
from typing import Any, Final

from desk_app.domain.errors import WrongInput

KIND: Final = "join"
VERSION: Final = 1
#: How the line may be protected, the strongest first; the last two are for a server on the same computer.
PROTECTIONS: Final = ("verify-full", "verify-ca", "require", "prefer", "disable")
#: Bytes of the packed file in one square: with its head fewer than 600 digits, which desk scanners read at once.
_PART: Final = 230
_HEAD: Final = 8
_MOST_PARTS: Final = 40
_LONGEST: Final = 64 * 1024
_REQUIRED: Final = ("host", "dbname", "role", "password", "desk")


@dataclass(frozen=True, slots=True)
class JoinFile:
    """The centre's address, the desk's name there, and what it proves itself with the first time.

    `desk` is the name the centre knows it by, `code` stands on receipts. `ca`, `certificate` and `key` are PEM texts,
    "" where the centre works without them.
    """

    host: str
    dbname: str
    role: str
    password: str = field(repr=False)
    desk: str
    port: int = 5432
    code: str = ""
    branch: str = ""
    clinic: str = ""
    protection: str = "verify-full"
    ca: str = ""
    certificate: str = ""
    key: str = field(default="", repr=False)


def written(join: JoinFile) -> str:
    """The file's content."""
    told = {name: value for name, value in asdict(join).items() if value != ""}
    return json.dumps({"tessera": KIND, "v": VERSION, **told}, ensure_ascii=False, indent=1) + "\n"


def read(content: str | bytes) -> JoinFile:
    """A join file, or the digits of all its squares. Raises `WrongInput`: `join.file`, `join.newer`, `join.digits`."""
    text = content if isinstance(content, str) else content.decode("utf-8-sig", errors="replace")
    if len(text) > _LONGEST:
        raise WrongInput("join.file")
    words = text.split()
    if words and all(word.isdecimal() and word.isascii() for word in words):
        return from_squares(words)
    return _from_json(text)


def _from_json(text: str) -> JoinFile:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise WrongInput("join.file") from None
    if not isinstance(found, dict) or found.get("tessera") != KIND:
        raise WrongInput("join.file")
    version = found.get("v")
    if type(version) is int and version > VERSION:
        raise WrongInput("join.newer")
    return _checked(found)


def _checked(found: Mapping[str, Any]) -> JoinFile:
    known: dict[str, Any] = {}
    for one in fields(JoinFile):
        if one.name in found:
            value = found[one.name]
            if type(value) is not (int if one.name == "port" else str):
                raise WrongInput("join.file", one.name)
            known[one.name] = value
    for name in _REQUIRED:
        if not known.get(name):
            raise WrongInput("join.file", name)
    join = JoinFile(**known)
    if not 0 < join.port < 65536 or join.protection not in PROTECTIONS:
        raise WrongInput("join.file", "port" if not 0 < join.port < 65536 else "protection")
    for name in ("host", "dbname", "role", "password", "desk", "code", "branch", "clinic"):
        value = getattr(join, name)
        if not value.isprintable() or len(value) > 300:
            raise WrongInput("join.file", name)
    return join


# --- squares ---


def squares(join: JoinFile) -> tuple[str, ...]:
    """The file as texts of digits, one for each square: digits are typed alike under every keyboard layout.

    Each begins with four digits that all share, its number and how many there are; they may be scanned in any order.
    """
    told = {name: value for name, value in asdict(join).items() if value != ""}
    plain = json.dumps({"tessera": KIND, "v": VERSION, **told}, ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(plain.encode(), 9)
    mark = zlib.crc32(packed) % 10_000
    parts = [packed[place : place + _PART] for place in range(0, len(packed), _PART)]
    return tuple(_square(mark, number, len(parts), part) for number, part in enumerate(parts, 1))


def _square(mark: int, number: int, count: int, part: bytes) -> str:
    body = str(int.from_bytes(part)).zfill(_digits(len(part)))
    head = f"{mark:04}{number:02}{count:02}"
    return head + body + f"{zlib.crc32((head + body).encode()) % 10_000:04}"


def _digits(size: int) -> int:
    return len(str(256**size - 1))


@dataclass(frozen=True, slots=True)
class Square:
    """One scanned square: which set it belongs to, its number and how many there are."""

    mark: str
    number: int
    count: int
    part: bytes


def square(digits: str) -> Square:
    """One square as it was scanned. Raises `WrongInput` (`join.digits`) when it was misread or is none of ours."""
    body, check = digits[:-4], digits[-4:]
    if not (digits.isdecimal() and digits.isascii() and len(digits) > _HEAD + 4):
        raise WrongInput("join.digits")
    number, count = int(body[4:6]), int(body[6:8])
    size = next((size for size in range(1, _PART + 1) if _digits(size) == len(body) - _HEAD), 0)
    value = int(body[_HEAD:])
    if (
        zlib.crc32(body.encode()) % 10_000 != int(check)
        or not 1 <= number <= count <= _MOST_PARTS
        or not size
        or value >= 256**size
    ):
        raise WrongInput("join.digits")
    return Square(body[:4], number, count, value.to_bytes(size))


def missing(scanned: Iterable[Square]) -> tuple[int, ...]:
    """Numbers of the squares that are still to be scanned, of the set the last one belongs to."""
    found = list(scanned)
    if not found:
        return ()
    last = found[-1]
    here = {one.number for one in found if (one.mark, one.count) == (last.mark, last.count)}
    return tuple(number for number in range(1, last.count + 1) if number not in here)


def from_squares(texts: Iterable[str]) -> JoinFile:
    """All squares of one file, in any order. Raises `WrongInput` (`join.digits`, `join.missing`, `join.newer`)."""
    scanned = [square(text) for text in texts]
    if any((one.mark, one.count) != (two.mark, two.count) for one, two in pairwise(scanned)):
        raise WrongInput("join.digits")
    if lacking := missing(scanned):
        raise WrongInput("join.missing", found=", ".join(map(str, lacking)))
    parts = {one.number: one.part for one in scanned}
    packed = b"".join(parts[number] for number in sorted(parts))
    unpacked = zlib.decompressobj()
    try:
        plain = unpacked.decompress(packed, _LONGEST)
    except zlib.error:
        raise WrongInput("join.digits") from None
    if not unpacked.eof:
        raise WrongInput("join.digits")
    return _from_json(plain.decode("utf-8", errors="replace"))
