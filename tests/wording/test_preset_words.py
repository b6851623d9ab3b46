"""The texts of the ready programs: said in both languages, with signs where each language puts them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

import resources

PRESETS = sorted(resources.path("programs").glob("*.toml"))
LONGEST = 20


def texts(value: Any) -> Iterator[dict[str, str]]:
    """Every text in two languages, wherever it stands in a document."""
    match value:
        case {"ru": str(), "en": str()}:
            yield value
        case dict():
            for one in value.values():
                yield from texts(one)
        case list():
            for one in value:
                yield from texts(one)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_a_preset_speaks_both_languages_properly(preset: Any) -> None:
    for text in texts(tomllib.loads(preset.read_text(encoding="utf-8"))):
        for words in text.values():
            assert len(words.split()) <= LONGEST, words
            assert not re.search(r"\d %", words.replace("\N{NO-BREAK SPACE}", "~")), words
        assert re.search("[а-яё]", text["ru"].lower()), text
        assert not re.search("[а-яё]", text["en"].lower()), text
        assert not set("\"'") & set(text["ru"]), text
