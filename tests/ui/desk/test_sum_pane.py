"""The sum pane at the smallest promised window: amounts and keys are whole, whatever else has to give way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.cut import cut
from tests.ui.desk.conftest import Desktop
from ui.desk.total.view import TotalWords

SENTENCE = "That is ₽2,090.00. You save ₽386.00."


@pytest.mark.parametrize(("rows", "said"), [(3, 1), (3, 4), (4, 3), (5, 3)])
def test_the_amounts_never_scroll_in_the_smallest_window(desktop: Desktop, rows: int, said: int) -> None:
    total = desktop.room.view.total
    named = tuple((f"insurer {row}", "₽2,600.00") for row in range(rows))
    sentence = " ".join([SENTENCE] * said)

    total.show_words(TotalWords(named, "To pay", "₽2,090.00", under=("earns 54 · 54 after it",), sentence=sentence))
    for _ in range(5):
        QApplication.processEvents()

    assert (desktop.window.width(), desktop.window.height()) == (1024, 600)
    assert cut(total) == []
    assert total.main_buttons[0].isVisible()


def test_the_sentence_gives_way_to_the_amounts_and_the_keys(desktop: Desktop) -> None:
    total = desktop.room.view.total
    named = tuple((f"insurer {row}", "₽2,600.00") for row in range(6))

    total.show_words(TotalWords(named, "To pay", "₽1.00", under=("earns 54",), sentence=SENTENCE * 9))
    for _ in range(5):
        QApplication.processEvents()

    assert total.area.verticalScrollBar().maximum() > 0
    assert [told for told in cut(desktop.window) if "You save" not in told] == []
    assert all(key.isVisible() for place in desktop.room.view.keys.places for key in place[:1])
