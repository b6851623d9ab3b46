"""Where a word too long for its line may be parted: at a hyphen it has, or after a syllable, with a hyphen added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_VOWELS: Final = frozenset("аеёиоуыэюяaeiouy")
#: Letters that belong to the one before them.
_CLING: Final = frozenset("ьъй")
#: Two letters that are one sound.
_PAIRS: Final = frozenset(("th", "ph", "ch", "sh", "ck", "wh", "gh"))
_LETTERS: Final = re.compile(r"[^\W\d_]+")
#: An address or a number is copied sign by sign: a hyphen that is not in it would be copied too.
_COPIED: Final = re.compile(r"[\d@/_]")
#: So many letters at least stay on each side.
_FEWEST: Final = 2
SOFT: Final = "\N{SOFT HYPHEN}"
#: Words up to this length find a line of their own on every paper.
_ORDINARY: Final = 24


def is_copied(word: str) -> bool:
    """Whether no sign may be added to a word: an address, a number."""
    return _COPIED.search(word) is not None


def syllables(word: str) -> Iterator[int]:
    """Places inside a word, counted in letters, before which a line may end with a hyphen; Russian and English."""
    if is_copied(word):
        return
    for run in _LETTERS.finditer(word):
        low = run[0].lower()
        for place in range(_FEWEST, len(low) - _FEWEST + 1):
            if _begins(low, place) and _spoken(low[:place]) and _spoken(low[place:]):
                yield run.start() + place


def _begins(low: str, place: int) -> bool:
    """Whether a syllable may begin there: one consonant goes with the vowel after it."""
    before, letter = low[place - 1], low[place]
    if letter in _CLING or before + letter in _PAIRS:
        return False
    if letter in _VOWELS:
        # two vowels of Russian are two syllables; in English they are mostly one
        return before in _CLING or (before in _VOWELS and letter > "z")
    onset = 2 if low[place : place + 2] in _PAIRS else 1
    return low[place + onset : place + onset + 1] in _VOWELS


def _spoken(part: str) -> bool:
    return not _VOWELS.isdisjoint(part)


def softened(text: str) -> str:
    """The text with soft hyphens in words so long that a line may be too narrow for them."""
    return " ".join(_soft(word) if len(word) > _ORDINARY else word for word in text.split(" "))


def _soft(word: str) -> str:
    places = [0, *syllables(word), len(word)]
    return SOFT.join(word[one:other] for one, other in pairwise(places))
