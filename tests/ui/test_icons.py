"""Every picture the window names exists, and is drawn in the theme's colour."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui import icons, theme
from ui.icons import Icon


def test_every_name_has_its_drawing(qapp: QApplication) -> None:
    assert [one.name for one in Icon if b"currentColor" not in icons.drawing(one)] == []


def test_a_picture_has_the_colour_of_its_token(qapp: QApplication) -> None:
    image = icons.pixmap(Icon.ADD, 40, "accent").toImage()

    assert image.pixelColor(20, 20).name() == QColor(theme.current().accent).name()


def test_a_picture_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    made = icons.pixmap(Icon.ADD, 20, "text", ratio=2.0)

    assert (made.width(), made.deviceIndependentSize().width()) == (40, 20)
