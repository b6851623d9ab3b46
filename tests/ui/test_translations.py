"""Every sentence has its Russian, and the catalogues are those of the sources."""

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

import resources
from ui import translate

RUSSIAN = resources.path("translations/tessera_ru.ts")
PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n|%\d")


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
