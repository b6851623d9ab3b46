"""When a version would begin and why then, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.training.readiness import enough
from ui import formats
from ui.program.versions.announcing.presenter import AnnouncingState


def beginning_words(state: AnnouncingState) -> str:
    """From when on it holds, and why not sooner."""
    seen, start = state.outlook, state.start
    if seen is None or start is None or state.same:
        return ""
    judgement = seen.judgement
    earliest = formats.day(seen.earliest)
    if seen.before is None:
        said = QCoreApplication.translate("Announcing", "The first version may begin at once.")
    elif seen.ahead and seen.earliest > judgement.earliest:
        said = QCoreApplication.translate(
            "Announcing", "Version {number} is announced already; this one replaces it on {day} at the soonest."
        ).format(number=seen.ahead[-1].label, day=earliest)
    elif judgement.days:
        said = QCoreApplication.translate(
            "Announcing", "Something is taken away, so patients hear of it %n day(s) before: {day} at the soonest.", "",
            judgement.days,
        ).format(day=earliest)  # fmt: skip
    elif judgement.worse:
        said = QCoreApplication.translate("Announcing", "It may begin on {day} at the soonest.").format(day=earliest)
    else:
        said = QCoreApplication.translate("Announcing", "Nothing is taken away, so it may begin at once.")
    if "day" in state.faults:
        return said
    if start > state.now:
        until = QCoreApplication.translate("Announcing", "Until then it can be withdrawn, and the old rules hold.")
    else:
        until = QCoreApplication.translate("Announcing", "It holds from today on and cannot be withdrawn then.")
    return f"{said} {until}"


def ready_words(ready: tuple[int, int] | None) -> str:
    """A warning where too few at the desks know the new rules."""
    if ready is None or not ready[1] or enough(*ready):
        return ""
    said = QCoreApplication.translate(
        "Announcing", "Only {ready} of {staff} at the desks know the new rules; four of five should know them by then."
    )
    return said.format(ready=ready[0], staff=ready[1])
