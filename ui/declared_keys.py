"""The keys of the window as they are declared there, for paper: in the language of the sheet."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import resources


def declared_keys(language: str) -> tuple[tuple[str, str, str], ...]:
    """Each key with the words of its button and what it does, the window's own first; acts without keys are left out.

    Words come from the catalogue of the language; no window needs to be open.
    """
    from PySide6.QtCore import QTranslator

    from ui.desk.actions import Intents, declared
    from ui.frame_actions import frame_actions

    def nothing(*_: Any) -> None:
        """What is printed is not done."""

    translator = QTranslator()
    translator.load(f"tessera_{language}", str(resources.path("translations")))

    def said(source: str) -> str:
        return (translator.translate("Actions", source) if source else "") or source

    intents = Intents(**{field.name: nothing for field in fields(Intents)})
    frame = frame_actions(
        search=nothing, sync=nothing, network=nothing, pane=nothing, lock=nothing, keys=nothing, practise=nothing
    )
    # what a button need not explain says all in its words
    return tuple(
        (one.key, said(one.words) if one.help else "", said(one.help or one.words))
        for one in (*frame, *declared(intents)) if one.key
    )  # fmt: skip
