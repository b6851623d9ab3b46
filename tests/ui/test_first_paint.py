"""The clerk sees the window almost as soon as any window could be seen: nothing heavy is loaded before it is there."""

from ui.first_paint import measure


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    assert measure(runs=1).heavy() == ()
