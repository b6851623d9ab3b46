"""Which letters the window and its paper are set in, and what to take where the fonts cannot be loaded."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "PT Sans"
FACES = ("PT_Sans-Web-Regular.ttf", "PT_Sans-Web-Bold.ttf", "PT_Sans-Web-Italic.ttf", "PT_Sans-Web-BoldItalic.ttf")


def font_files() -> tuple[Path, ...]:
    """The four faces that came with the app, or nothing if their package is gone."""
    # The package is found, not imported: what it imports in turn is not needed before the first paint.
    spec = find_spec("fontpkg_pt_sans")
    if spec is None or spec.origin is None:
        return ()
    folder = Path(spec.origin).parent / "files"
    return tuple(file for name in FACES if (file := folder / name).exists())


@cache
def family() -> str:
    """The family to use, loaded once; the system's own where a policy forbids fonts of ours."""
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in font_files()[:2]]
    if loaded and min(loaded) >= 0:
        return FAMILY
    return fallback()


def fallback() -> str:
    """An installed family with Russian letters; the system's default is the last word."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic)
    for name in ("Segoe UI", "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial"):
        if name in families:
            return name
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def screen_font(points: float, *, bold: bool = False) -> QFont:
    """The font of the window at `points`; its digits are of one width, so columns of money align."""
    font = QFont(family())
    font.setPointSizeF(points)
    font.setBold(bold)
    # PT Sans has tabular digits by itself; a fallback may need to be asked.
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
