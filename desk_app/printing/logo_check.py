"""Whether a file may be a clinic's logo: whole, of a sane size and shape, and asking nobody for anything."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from desk_app.domain.errors import WrongInput

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST: Final = 2 * 1024 * 1024
"""Bytes of a logo at most."""
_SMALLEST_SIDE, _LARGEST_SIDE = 32, 4000
_LONGEST_SHAPE: Final = 10
"""How many times longer than wide a logo may be, or wider than long."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_LENGTH: Final = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(px|pt|mm|cm|in)?\s*")
#: An SVG draws; it neither runs anything nor asks anybody for anything.
_LOADING: Final = (b"<!DOCTYPE", b"<!ENTITY", b"@import", b"url(http", b"url(//")
_FORBIDDEN: Final = frozenset({"script", "foreignObject", "iframe", "audio", "video"})


def kind_of(content: bytes) -> str:
    """ "png" or "svg", once the file is known to be whole, drawable and of a sane size. Raises as `keep` does."""
    if len(content) > LARGEST:
        raise WrongInput("logo.huge", "logo", allowed=LARGEST // (1024 * 1024))
    if content.startswith(_PNG):
        _check_png(content)
        return "png"
    if b"<svg" in content[:4096]:
        _check_svg(content)
        return "svg"
    raise WrongInput("logo.kind", "logo")


def _check_png(content: bytes) -> None:
    """Every chunk with its sum, and as many pixels as it promises."""
    place, data, head, ended = len(_PNG), b"", b"", False
    while place + 12 <= len(content) and not ended:
        length = int.from_bytes(content[place : place + 4], "big")
        kind, body = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        told = content[place + 8 + length : place + 12 + length]
        if len(told) < 4 or zlib.crc32(kind + body) != int.from_bytes(told, "big"):
            raise WrongInput("logo.broken", "logo")
        head = body if kind == b"IHDR" else head
        data += body if kind == b"IDAT" else b""
        ended = kind == b"IEND"
        place += 12 + length
    if not ended or len(head) != 13:
        raise WrongInput("logo.broken", "logo")
    wide, high = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    _check_size(wide, high)
    row = 1 + (wide * _CHANNELS.get(head[9], 0) * head[8] + 7) // 8
    try:
        # An interlaced picture has a little more than its rows; none has far more.
        found = len(zlib.decompressobj().decompress(data, 2 * row * high))
    except zlib.error:
        raise WrongInput("logo.broken", "logo") from None
    if head[9] not in _CHANNELS or found < row * high:
        raise WrongInput("logo.broken", "logo")


def _check_svg(content: bytes) -> None:
    # a megabyte that a desk carries only while its logo is chosen
    from xml.etree import ElementTree as ET

    if any(sign in content for sign in _LOADING):
        raise WrongInput("logo.broken", "logo")
    try:
        root = ET.fromstring(content)
    except (ET.ParseError, ValueError):
        raise WrongInput("logo.broken", "logo") from None
    for one in root.iter():
        name = one.tag.rpartition("}")[2]
        linked = [value for key, value in one.attrib.items() if key.rpartition("}")[2] == "href"]
        elsewhere = any(not value.startswith(("#", "data:image/")) for value in linked)
        if name in _FORBIDDEN or elsewhere or any(key.lower().startswith("on") for key in one.attrib):
            raise WrongInput("logo.broken", "logo")
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        wide, high = (float(box[2]), float(box[3])) if len(box) == 4 else (_side(root, "width"), _side(root, "height"))
    except ValueError:
        raise WrongInput("logo.broken", "logo") from None
    if wide <= 0 or high <= 0:
        raise WrongInput("logo.size", "logo", found=f"{wide:g} × {high:g}")
    _check_shape(wide, high)


def _side(root: Element, name: str) -> float:
    found = _LENGTH.fullmatch(root.get(name, ""))
    if found is None:
        raise ValueError(name)
    return float(found[1])


def _check_size(wide: int, high: int) -> None:
    if not all(_SMALLEST_SIDE <= side <= _LARGEST_SIDE for side in (wide, high)):
        raise WrongInput("logo.size", "logo", found=f"{wide} × {high}")
    _check_shape(wide, high)


def _check_shape(wide: float, high: float) -> None:
    if max(wide, high) > _LONGEST_SHAPE * min(wide, high):
        raise WrongInput("logo.size", "logo", found=f"{wide:g} × {high:g}")
