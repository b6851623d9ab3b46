"""The worker that draws sheets: its own, so that no long sheet keeps a slip from its printer."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.background import Background


class Drawing(Background):
    """Loads what draws as soon as it exists; the first sheet then waits for the drawing alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("proofs", parent)
        self.run(_warm, lambda _: None, _later)


def _warm() -> None:
    import PySide6.QtPdf  # noqa: F401 - the same

    from desk_app.printing import letters, sheet  # noqa: F401 - loaded here, on the worker
    from ui.paper_room import proofs  # noqa: F401 - the same
    from ui.printer import opened  # noqa: F401 - the same

    letters.register()


def _later(why: Exception) -> None:
    """What cannot be loaded is told where it is needed: with the first sheet."""
