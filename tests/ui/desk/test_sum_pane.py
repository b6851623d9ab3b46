"""The sum pane at the smallest promised window: amounts are whole, whatever else has to give way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

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

    bar = total.findChildren(QScrollArea)[0].verticalScrollBar()
    assert (desktop.window.width(), desktop.window.height()) == (1024, 600)
    assert bar.maximum() == 0
    assert total.main_buttons[0].isVisible()


def test_the_rarer_keys_come_back_when_there_is_room_again(desktop: Desktop) -> None:
    total = desktop.room.view.total
    named = tuple((f"insurer {row}", "₽2,600.00") for row in range(6))
    shown = []
    for words in (TotalWords(named, sum="₽1.00", sentence=SENTENCE * 3), TotalWords(sum="₽1.00")):
        total.show_words(words)
        for _ in range(5):
            QApplication.processEvents()
        shown.append(total.buttons[-1][0].isVisible())

    assert shown == [False, True]
