"""What people at a desk call services: "узи" and "оак" stand in no price list and are asked for all day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import resources
from desk_app.domain.lookup_keys import name_key

Phrases = tuple[tuple[str, ...], ...]


def meanings(word: str) -> Phrases:
    """What a word as it is searched may stand for: phrases of beginnings of words, none for an ordinary word."""
    return _table().get(word, ())


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Phrases]:
    import tomllib

    read = tomllib.loads(resources.path("service_words.toml").read_text(encoding="utf-8"))
    return {
        name_key(short): tuple(tuple(map(name_key, re.split(r"\s+", phrase))) for phrase in phrases)
        for short, phrases in read.items()
    }
