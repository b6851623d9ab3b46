"""Every picture of the tour in large letters and in both languages: whole, and without a word left in English."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

import resources
from desk_app.ports import Desk
from tests.ui.clinic import Clock, fill, open_clinic
from tests.ui.cut import cut, placeholders
from ui import language, translate
from ui.main_window import MainWindow
from ui.picture import Picture
from ui.tour import Look, dress, pictures, posed, settle
from ui.widgets.notice_bar import NoticeBar

CLINIC = "Клиника"
MARK = "⟦"
# What is nobody's sentence: figures, keys, codes, and names of languages in themselves.
NOT_WORDS = re.compile(
    r"[\d\s\W]*|(Shift\+|Ctrl\+|Alt\+|⇧)?[A-Z↑↓]?\d*|Русский|English|Tessera|[A-Z]{3}|[A-Z][a-z]+/[A-Z][a-z]+"
)
SHEETS = ("paper-slow", "paper-report", "paper-member-cards", "paper-refused")
"""States of the room of paper that have the same parts as its others, and wait for a sheet to be drawn."""
WITH_FIELDS = ("desk", "enrolment", "first-start")
"""Beginnings of the names of pictures in which somebody types."""
EACH_FIELD = {
    "desk", "desk-wishes", "desk-receipts", "enrolment", "enrolment-faults", "enrolment-member", "first-start-clinic",
    "first-start-join",
}  # fmt: skip
"""Of those, the pictures that have every such field at least once in each of its widths."""
TOLD_ONCE = ("network-shift",)
"""Pictures with a sentence of its moment that the next second says anew."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    clock = Clock()
    with open_clinic(tmp_path_factory.mktemp("clinic"), clock=clock) as made:
        fill(made, clock)
        yield made


@pytest.fixture(scope="module")
def clinics_own(desk: Desk) -> set[str]:
    """Words that come from the clinic and not from the app: its name, services, people, its program."""
    with desk.store.reading() as reading:
        words = {service.name for service in reading.services("", 1000)}
        program = desk.program_of(reading.versions()[-1])
    texts = [program.name, *(step.name for step in program.levels.steps)]
    presets = resources.path("programs").glob("*.toml")
    named = [
        line for file in presets for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("name")
    ]
    found = {word for line in named for word in re.findall(r'en = "([^"]+)"', line)}
    return words | found | {text.en for text in texts} | {CLINIC, "Петрова", "points-3-5-7-10"}


@pytest.fixture(scope="module")
def marked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> QTranslator:
    """A language made of the sources: each sentence longer by a third, and marked."""
    folder = tmp_path_factory.mktemp("marked")
    catalogue = Path(shutil.copy(resources.path("translations/tessera_ru.ts"), folder / "tessera_xa.ts"))
    tree = ET.parse(catalogue)
    for context in tree.getroot().findall("context"):
        for message in context.findall("message"):
            source = message.findtext("source", "")
            words = f"{MARK}{source}{'·' * (len(source) // 3)}⟧"
            translation = message.find("translation")
            assert translation is not None
            for place in translation.findall("numerusform") or [translation]:
                place.text = words
    tree.write(catalogue, encoding="utf-8")
    translate.compile_one(catalogue, folder / "tessera_xa.qm")
    translator = QTranslator()
    assert translator.load(str(folder / "tessera_xa.qm"))
    return translator


@pytest.fixture
def clean(qapp: QApplication, marked: QTranslator) -> Iterator[None]:
    """The marked language is gone when the test is over."""
    yield
    qapp.removeTranslator(marked)


@pytest.mark.parametrize("picture", pictures(), ids=lambda picture: picture.name)
@pytest.mark.usefixtures("clean")
def test_a_screen_is_whole_in_large_letters_and_says_no_word_that_was_not_translated(
    qapp: QApplication, desk: Desk, clinics_own: set[str], marked: QTranslator, picture: Picture
) -> None:
    pose = partial(_posed_in, qapp, picture, desk, 150)
    with pose("ru") as window:
        russian = _not_whole(window, picture)
        # What was told stays in the language in which it was.
        if not (said_once := picture.name in TOLD_ONCE or _has_notice(window)):
            _say(qapp, "en")
            english = _not_whole(window, picture)
            _say_marked(qapp, marked)
            bare = _bare(window, clinics_own)
    if said_once:
        language.speak(qapp, "en")
        qapp.installTranslator(marked)
        with posed(qapp, picture, desk, Look("en", "light", 150), CLINIC) as window:
            bare = _bare(window, clinics_own)
            qapp.removeTranslator(marked)
            settle(qapp)
            english = _not_whole(window, picture)
    if said_once and english:
        # What was told is longer by a third there than it is in English.
        with pose("en") as window:
            english = _not_whole(window, picture)

    assert (russian, english) == ([], [])
    assert bare == set()


@pytest.mark.parametrize(
    "picture",
    [picture for picture in pictures() if picture.name in EACH_FIELD],
    ids=lambda picture: picture.name,
)
def test_an_empty_field_says_whole_what_belongs_there(qapp: QApplication, desk: Desk, picture: Picture) -> None:
    with _posed_in(qapp, picture, desk, 100, "ru") as window:
        russian = placeholders(window)
        _say(qapp, "en")
        english = placeholders(window)

    assert (russian, english) == ([], [])


def _posed_in(
    app: QApplication, picture: Picture, desk: Desk, size: int, tongue: str
) -> AbstractContextManager[MainWindow]:
    look = Look(tongue, "light", size)
    dress(app, look)
    return posed(app, picture, desk, look, CLINIC)


def _say(app: QApplication, tongue: str) -> None:
    language.speak(app, tongue)
    settle(app)


def _say_marked(app: QApplication, marked: QTranslator) -> None:
    app.installTranslator(marked)
    settle(app)


def _has_notice(window: MainWindow) -> bool:
    return any(bar.spoken_notice() is not None for bar in window.findChildren(NoticeBar))


def _not_whole(window: MainWindow, picture: Picture) -> list[str]:
    found = [] if picture.name in SHEETS else cut(window)
    return found + (placeholders(window) if picture.name.startswith(WITH_FIELDS) else [])


def _bare(window: QWidget, clinics_own: set[str]) -> set[str]:
    """What is said on a window in no language of ours."""
    return {
        f"{type(widget).__name__}: {words}"
        for widget, words in visible_words(window)
        if MARK not in words
        and not all(NOT_WORDS.fullmatch(part) for part in words.split(" / "))
        and not any(own in words for own in clinics_own)
    }


def visible_words(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every sentence a person reads or hears on a window."""
    for widget in window.findChildren(QWidget):
        # What is marked as data are names and sums of the clinic, or sentences with two languages of their own.
        if not widget.isVisible() or widget.property("data"):
            continue
        said = [widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, (QLabel, QAbstractButton)):
            said.append(widget.text())
        if isinstance(widget, (QLineEdit, QPlainTextEdit)):
            said.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            said += [widget.itemText(row) for row in range(widget.count())]
        yield from ((widget, words) for words in said if words)
