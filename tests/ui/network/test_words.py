"""What people read of the network: every state in words, in both languages, with its numbers and its days."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import get_args

import pytest

from desk_app.sync.state import Kind, Network
from ui.wording import network as words

ZONE = timezone(timedelta(hours=3))
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=ZONE)
MORNING = int(datetime(2026, 11, 22, 10, 15, tzinfo=ZONE).timestamp() * 1000)
FRIDAY = int(datetime(2026, 11, 20, 18, 5, tzinfo=ZONE).timestamp() * 1000)
MINUTE = 60_000


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_state_has_words_and_advice_of_its_own(language: str) -> None:
    said = {kind: words.head(Network(kind, 3, MORNING), language) for kind in get_args(Kind)}
    assert len(set(said.values())) == len(said)
    for kind in get_args(Kind):
        assert words.advice(Network(kind), language).endswith(".")


def test_acts_that_wait_are_counted_and_dated() -> None:
    today = Network("away", 3, MORNING)
    assert words.waits(today, "ru", NOW) == "ждут отправки: 3 операции, с 10:15"
    assert words.waits(today, "en", NOW) == "waiting to be sent: 3 acts, since 10:15"
    assert words.waits(Network("away", 1, FRIDAY), "ru", NOW) == "ждут отправки: 1 операция, с 20.11.2026 18:05"
    assert words.waits(Network("online"), "ru", NOW) == ""


def test_what_moves_is_told_with_how_much() -> None:
    assert words.head(Network("sending", 21), "ru") == "Отправляет: 21 операция"
    assert words.head(Network("fetching", missing=4211), "en") == "Fetching: still 4211 acts"


def test_a_wrong_clock_is_told_with_its_way_and_its_length() -> None:
    assert "отстают на 7 минут" in words.clock(Network("online", offset=7 * MINUTE), "ru")
    assert "3 hours fast" in words.clock(Network("online", offset=-185 * MINUTE), "en")
    assert "366 дней" in words.clock(Network("online", offset=366 * 1440 * MINUTE), "ru")
    assert words.clock(Network("online"), "ru") == ""


def test_a_trouble_is_named_before_what_to_do() -> None:
    said = words.advice(Network("trouble", code="disk.full"), "ru")
    assert said.startswith("На диске нет места")
    assert "повторится" in said


def test_the_end_of_a_shift_says_that_all_of_it_is_safe() -> None:
    said = words.shift(Network("away", 12, MORNING), "ru", NOW)
    assert (
        said
        == "Не отправлено: 12 операций с 10:15. Всё сохранено на этом диске и уйдёт само, когда приложение откроют."
    )


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_copy_of_another_desk_is_told_as_one_with_what_to_do(language: str) -> None:
    said = words.copied(FRIDAY, language)

    assert "18:05" in said or "20" in said
    assert said.count(".") >= 3
    assert words.copied(None, language) == ""
