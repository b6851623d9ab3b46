"""The rule of a branch that is being typed: kept on this computer as it is typed, until it is added."""

from __future__ import annotations

import json
from typing import Final

from desk_app.ports import Desk, Json

_KEY: Final = "program.rule"


def keep(desk: Desk, rule: Json | None) -> None:
    """Keep it as it is now, whether it makes sense or not; None: there is none any more. Raises `Trouble`."""
    with desk.store.writing() as writing:
        writing.put_setting(_KEY, json.dumps(rule, ensure_ascii=False) if rule is not None else "")


def kept(desk: Desk) -> Json | None:
    """The rule that was typed last and never added, shaped like a promotion of the document."""
    with desk.store.reading() as reading:
        found = reading.setting(_KEY)
    return dict(json.loads(found)) if found else None
