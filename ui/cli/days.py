"""A day typed as an option, read alike by every command: as a form of the clinic writes it, or as a program does."""

from __future__ import annotations

from datetime import date
from typing import Final

from desk_app.domain.errors import WrongInput
from desk_app.importing import cells

_ALLOWED: Final = "31.01.2027, 2027-01-31"


def read_day(place: str, text: str) -> date:
    """17.05.1980 or 1980-05-17. Raises `WrongInput` (`date.bad`) at the option named by `place`."""
    try:
        day = cells.read_day(text.strip())
    except cells.BadCell:
        day = None
    if day is None:
        raise WrongInput("date.bad", place, found=text, allowed=_ALLOWED)
    return day
