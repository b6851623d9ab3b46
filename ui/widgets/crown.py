"""What lies over every room of a window, as the strip of a lesson does: the window leads the keyboard there, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.spoken import SpokenWidget

if TYPE_CHECKING:
    from ui.action import Action


class Crown(SpokenWidget):
    """Belongs to no room: the key that goes round the parts of the screen, and the page of keys, have it as well."""

    def panes(self) -> Sequence[QWidget]:
        """What the keyboard is led through, as far as it is visible."""
        return ()

    def declared(self) -> Sequence[Action]:
        """The keys it has."""
        return ()
