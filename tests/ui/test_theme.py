"""The colours promise what eyes need: every pair that is read or operated is computed, in every theme."""

import re

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from ui import theme
from ui.widgets.search_field import SearchField


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" by WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_text_is_read_on_its_ground(name: str) -> None:
    table = theme.THEMES[name]

    weak = {
        pair: round(found, 2)
        for pair in theme.TEXT_ON
        if (found := contrast(getattr(table, pair[0]), getattr(table, pair[1]))) < 4.5
    }

    assert weak == {}


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_edge_of_what_can_be_operated_is_seen(name: str) -> None:
    table = theme.THEMES[name]

    weak = {
        pair: round(found, 2)
        for pair in theme.EDGE_ON
        if (found := contrast(getattr(table, pair[0]), getattr(table, pair[1]))) < 3
    }

    assert weak == {}


@pytest.mark.parametrize("name", theme.THEMES)
def test_the_sheet_names_only_what_the_table_declares(name: str) -> None:
    filled = theme.sheet(theme.THEMES[name], 150)

    assert "@" not in filled.split("*/", 1)[1]
    assert "45.25pt" in filled  # the sum of 40 pt at 150 %


@pytest.mark.parametrize(("asked", "screen", "shown"), [(100, (1024, 600), 100), (200, (1024, 600), 150),
                                                        (200, (1366, 768), 192), (200, (1920, 1080), 200)])  # fmt: skip
def test_letters_grow_as_far_as_the_screen_shows_everything(asked: int, screen: tuple[int, int], shown: int) -> None:
    assert theme.fitting(asked, *screen) == shown


def test_large_letters_grow_by_as_many_points_as_running_text() -> None:
    gained = {size: theme.grown(size, 150) - theme.SIZES[size] for size in theme.SIZES}

    assert gained == {
        "tight": 3.75, "small": 4.5, "body": 5.25, "lead": 5.25, "heading": 5.25, "title": 5.25, "sum": 5.25,
    }  # fmt: skip
    assert [theme.grown(size, 100) for size in theme.SIZES] == list(theme.SIZES.values())


def test_the_sheet_names_no_colour_of_its_own() -> None:
    text = resources.path("styles/desk.qss").read_text(encoding="utf-8")

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", text) == []


def test_the_glass_of_the_search_follows_the_colours(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.LIGHT)
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    field.dress()

    def ink() -> str:
        image = field.actions()[0].icon().pixmap(16).toImage()
        dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return max(dots, key=lambda dot: dot.alpha()).name()

    light = ink()
    theme.apply(qapp, theme.DARK)

    qtbot.waitUntil(lambda: ink() != light)
    theme.apply(qapp, theme.LIGHT)
