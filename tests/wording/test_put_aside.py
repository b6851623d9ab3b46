"""An act that was put aside is told in words of the desk, whatever was the matter with it."""

from __future__ import annotations

import re

import pytest

from db.arriving import UNSOUND
from ui.wording.put_aside import aside_words


@pytest.mark.parametrize("reason", ["body", "ValidationError", *(error.__name__ for error in UNSOUND)])
def test_why_an_act_was_put_aside_is_said_without_a_word_of_the_machine(reason: str) -> None:
    russian, english = (aside_words("checkout", "C", reason, language) for language in ("ru", "en"))

    assert re.findall(r"[A-Za-z]{2,}", russian) == []
    assert "отложена: " in russian
    assert "Error" not in english
    assert "was put aside: " in english
