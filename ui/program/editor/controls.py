"""The controls that some keys have of their own, made when their question is first opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from desk_app.documents.program_sense import Problem
from desk_app.domain.people import Service
from desk_app.editing.items import Control
from desk_app.ports import Json
from ui import language
from ui.wording.program_form import FIELDS


class SpecialControl(Protocol):
    """What every one of them answers; it tells `edited` with a tuple of `Edit`."""

    edited: Any

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now."""
        ...

    def reveal(self, path: str) -> bool:
        """Bring the keyboard to a place; False where it is none of its own."""
        ...

    def know(self, services: Sequence[Service], sales: Mapping[str, int]) -> None:
        """The price list, and last year's money by service."""
        ...


def control(item: Control) -> SpecialControl:
    """The widget for an item with a control of its own."""
    match item.name:
        case "ladder":
            from ui.program.ladder import LadderControl

            return LadderControl()
        case "categories":
            from ui.program.picking import CategoriesControl

            return CategoriesControl()
        case "promotions":
            from ui.program.calendar import PromotionsControl

            return PromotionsControl()
        case _:
            from ui.program.picking import ServicesControl

            words = FIELDS[item.key].label
            return ServicesControl(item.key, words=lambda: words.said(language.current()))
