"""Every word on the screen has its Russian, the catalogues are those of the sources, and nothing is left in English."""

import re
import shutil
from collections.abc import Iterator
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
from ui import translate
from ui.picture import Picture
from ui.tour import Look, pictures, posed

RUSSIAN = resources.path("translations/tessera_ru.ts")
PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n|%\d")
MARK = "⟦"
# What is nobody's sentence: figures, keys, codes, and names of languages in themselves.
NOT_WORDS = re.compile(
    r"[\d\s\W]*|(Shift\+|Ctrl\+|Alt\+|⇧)?[A-Z]?\d*|Русский|English|Tessera|[A-Z]{3}|[A-Z][a-z]+/[A-Z][a-z]+"
)


def sentences(catalogue: Path) -> list[tuple[str, list[str]]]:
    """Each source with its translations: one, or one for each plural form."""
    found = []
    for _, message in translate.messages(catalogue):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")]
        found.append((message.findtext("source", ""), forms or [translation.text or ""]))
    return found


def test_the_catalogues_hold_exactly_the_sentences_of_the_sources(tmp_path: Path) -> None:
    for file in resources.path("translations").glob("*.ts"):
        shutil.copy(file, tmp_path)

    translate.take_in(tmp_path)

    for language in translate.CATALOGUES:
        name = f"tessera_{language}.ts"
        fresh = {(context, message.findtext("source")) for context, message in translate.messages(tmp_path / name)}
        kept = {
            (context, message.findtext("source"))
            for context, message in translate.messages(resources.path(f"translations/{name}"))
        }
        assert kept == fresh, "run: python -m ui.translate"


def test_every_sentence_has_its_russian() -> None:
    assert translate.missing(RUSSIAN) == {}, "run: python -m ui.translate --missing"


def test_what_is_compiled_is_what_is_written(tmp_path: Path) -> None:
    translate.compile_all(resources.path("translations"), tmp_path)

    for language in translate.CATALOGUES:
        name = f"tessera_{language}.qm"
        assert (tmp_path / name).read_bytes() == resources.path(f"translations/{name}").read_bytes()


def test_a_translation_keeps_every_place_for_a_value() -> None:
    lost = {
        source: form
        for source, forms in sentences(RUSSIAN)
        for form in forms
        if form and sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(form))
    }

    assert lost == {}


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 операция хранится"),
        (2, "2 операции хранятся"),
        (5, "5 операций хранятся"),
        (11, "11 операций хранятся"),
        (21, "21 операция хранится"),
        (104, "104 операции хранятся"),
    ],
)
def test_russian_counts_as_russians_do(qapp: QApplication, count: int, words: str) -> None:
    russian = QTranslator()
    russian.load(str(resources.path("translations/tessera_ru.qm")))

    said = russian.translate("StatusLine", "%n operation(s) kept on this computer", "", count) or ""

    assert said.replace("%n", str(count)).startswith(words)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    clock = Clock()
    with open_clinic(tmp_path_factory.mktemp("clinic"), clock=clock) as made:
        fill(made, clock)
        yield made


@pytest.fixture
def pseudo(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """A language made of the sources: each sentence longer by a third, and marked."""
    catalogue = tmp_path / "tessera_xa.ts"
    shutil.copy(RUSSIAN, catalogue)
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
    translate.compile_one(catalogue, tmp_path / "tessera_xa.qm")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "tessera_xa.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


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


@pytest.mark.parametrize("picture", pictures(), ids=lambda picture: picture.name)
@pytest.mark.usefixtures("pseudo")
def test_no_screen_says_a_word_that_was_not_translated(qapp: QApplication, desk: Desk, picture: Picture) -> None:
    clinics_own = _own_words(desk)
    with posed(qapp, picture, desk, Look("en"), "Clinic") as window:
        bare = {
            f"{type(widget).__name__}: {words}"
            for widget, words in visible_words(window)
            if MARK not in words
            and not all(NOT_WORDS.fullmatch(part) for part in words.split(" / "))
            and not any(own in words for own in clinics_own)
        }

    assert bare == set()


def _own_words(desk: Desk) -> set[str]:
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
    return words | found | {text.en for text in texts} | {"Clinic", "Петрова", "points-3-5-7-10"}
