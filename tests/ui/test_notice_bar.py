"""The bar that speaks keeps its place: what is above it stands where it stood, whatever is said and however large."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Heard, room
from tests.ui.cut import cut
from ui import language, theme
from ui.icons import Icon
from ui.main_window import MainWindow
from ui.notice import Answer, Notice, Tone

SHORT = Notice(Tone.DONE, "Оплачено 2 200,00 ₽, квитанция A-000004. Начислено 66 баллов.")
OFFER = Answer("Отменить", "F8", lambda: None)
UNDONE = Notice(Tone.DONE, SHORT.happened, answer=OFFER)
NOBODY = Notice(
    Tone.TOLD,
    "Этот счёт ничей: без имени ничего не начислится.",
    "Ничего не оплачено.",
    "F3 найдёт пациента; F9 ещё раз примет оплату как есть.",
)
STOCK = Notice(
    Tone.TOLD,
    "Карта без имени 29 826 240 001 86 пока ничья.",
    advice="Сначала найдите пациента или запишите нового с этой картой.",
    answer=Answer("Новый пациент", "Ctrl+Return", lambda: None),
)
FULL = Notice(
    Tone.TROUBLE,
    "На диске нет места: ничего не записано, записанное раньше сохранено. Освободите место и повторите.",
    answer=Answer("Попробовать снова", "Ctrl+Return", lambda: None),
)


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


@pytest.mark.parametrize("percent", [100, 115, 130, 150])
def test_nothing_moves_when_something_is_said(shell: Callable[..., MainWindow], percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.speak(app, "ru")
    theme.apply(app, theme.LIGHT, percent)
    window = shell()
    window.resize(1024, 600)
    window.add_room(room("desk", Heard()), lambda: "Desk", Icon.DESK)
    settle()
    quiet, places, clipped = window.current_screen().view.geometry(), [], []  # type: ignore[union-attr]  # opened above

    for notice in (SHORT, UNDONE, NOBODY, STOCK, FULL):
        window.say(notice)
        settle()
        places.append(window.current_screen().view.geometry())  # type: ignore[union-attr]  # opened above
        clipped += cut(window)
    window.hush()
    settle()

    assert places == [quiet] * 5
    assert clipped == []
    assert window.current_screen().view.geometry() == quiet  # type: ignore[union-attr]  # opened above
