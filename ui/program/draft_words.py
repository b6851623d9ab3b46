"""When a draft was changed last, in words: of two with one name that tells one from the other."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desk_app.program_drafts import Draft
from ui import formats


def changed_words(draft: Draft) -> str:
    """Day and time by the clock of this computer."""
    at = datetime.fromtimestamp(draft.changed / 1000).astimezone()
    said = QCoreApplication.translate("Versions", "changed {day} {time}")
    return said.format(day=formats.day(at.date()), time=f"{at:%H:%M}")
