"""Where the centre is, for whoever keeps it: its address in the desk's folder, without any password."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from desk_app.private_folders import make_private

FILE: Final = "centre-keeper.json"
_SECRET: Final = ("password", "sslpassword")


def without_secrets(url: str) -> str:
    """The same address without passwords. Raises ValueError for what is no URL at all."""
    parts = urlsplit(url)
    who, at, where = parts.netloc.rpartition("@")
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name not in _SECRET], safe="/")
    return urlunsplit((parts.scheme, who.partition(":")[0] + at + where, parts.path, query, ""))


def remember(home: Path, url: str) -> None:
    """Keep the address. Raises OSError where the folder cannot be written to."""
    make_private(home)
    fresh = home / f"{FILE}.new"
    fresh.write_text(json.dumps({"url": without_secrets(url)}) + "\n", encoding="utf-8")
    fresh.replace(home / FILE)


def recall(home: Path) -> str:
    """The address that was kept, "" when none was."""
    try:
        found = json.loads((home / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    url = found.get("url") if isinstance(found, dict) else None
    return url if isinstance(url, str) else ""
