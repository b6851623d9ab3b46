"""The services of a bill in one narrow line: the first by its name, the others counted, so that no name is torn."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.widgets.rows import GAP, Pen, wide_as


def services_in(names: Sequence[str], width: int) -> tuple[str, str]:
    """What is said of services in `width` pixels of small letters: names, and how many more there are."""
    whole = ", ".join(names)
    if len(names) < 2 or wide_as(whole, "small") <= width:
        return whole, ""
    return names[0], QCoreApplication.translate("Services", "and %n more", "", len(names) - 1)


def write_services(pen: Pen, names: Sequence[str]) -> None:
    """Write them where `pen` stands; a first name that is too long gives way in its middle, the number never."""
    first, more = services_in(names, pen.rect.width())
    if not first:
        return
    beside = pen.rect.width() - (wide_as(more, "small") + GAP if more else 0)
    pen.write(first, "quiet", "small", width=max(1, min(wide_as(first, "small") + 1, beside)))
    if more:
        pen.write(more, "quiet", "small")
