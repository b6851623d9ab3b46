"""A term is typed as people say it, and stands in the document as the format wants it."""

from __future__ import annotations

import pytest

from desk_app.documents import scalars
from ui.program.editor.kinds import read_period, read_usable, write_period, write_usable


@pytest.mark.parametrize(
    ("typed", "read"),
    [("12 мес.", "12 months"), ("12 months", "12 months"), ("1 год", "1 years"), ("3 г", "3 years"),
     ("365 дней", "365 days"), ("14d", "14 days"), ("about a year", "about a year"), ("12", "12"), (" ", None)],
)  # fmt: skip
def test_a_term_is_read_in_both_languages(typed: str, read: str | None) -> None:
    assert read_period(typed) == read
    if read is not None and " " in read and read[0].isdigit():
        scalars.period(read, 1)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("visit 3", "visit 3"), ("с визита 3", "visit 3"), ("3-й визит", "visit 3"), ("14 дней", "14 days")],
)
def test_a_visit_is_read_in_both_languages(typed: str, read: str) -> None:
    assert read_usable(typed) == read
    scalars.usable(read)


def test_what_is_written_for_people_is_read_as_the_same() -> None:
    for value in ("1 months", "12 months", "365 days", "3 years", "5 years"):
        for language in ("ru", "en"):
            assert read_period(write_period(value, language)) == value
    assert read_usable(write_usable("visit 3", "ru")) == "visit 3"
    assert write_period("3 years", "ru") == "3 года"
    assert write_period("a while", "ru") == "a while"
