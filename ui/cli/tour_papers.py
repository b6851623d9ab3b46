"""One of every sheet of paper for the tour: each kind in each of its sizes, for the patient the tour has served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk_app.ports import Desk
from ui.sheets import KINDS, Asked, print_sheet


def papers(desk: Desk, home: Path, out: Path, lang: str, member: str) -> Iterator[str]:
    """Write every sheet into `out`; says the name and the pages of each."""
    # Qt declares the keys of the window; the tour alone draws them without one.
    from ui.declared_keys import declared_keys

    for kind in KINDS.values():
        for size in kind.sizes:
            patient = member if kind.of == "patient" else ""
            asked = Asked(kind.name, size, lang, patient=patient, keys=declared_keys)
            drawn = print_sheet(desk, asked, home=home, demo=True)
            name = f"{kind.name}-{size}.pdf"
            (out / name).write_bytes(drawn.pdf)
            yield f"{name}: {drawn.pages}"
