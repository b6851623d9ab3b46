"""The busiest bill at the smallest promised window: in large letters too sums, keys and every name stay whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.clinic import Clinic
from tests.ui.cut import cut
from tests.ui.desk.conftest import Desktop, open_desktop
from ui import language, theme
from ui.desk.state import Page
from ui.main_window import MainWindow
from ui.tour import settle

TWICE = "test_a_busy_bill_is_whole[en-100]"


@pytest.fixture
def busy(shell: Callable[..., MainWindow], clinic: Clinic, request: pytest.FixtureRequest) -> Desktop:
    """The busiest bill: an insurer, an employer, a discount, units, and a name of two lines."""
    say, percent = getattr(request, "param", ("en", 100))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.speak(app, say)
    theme.apply(app, theme.LIGHT, percent)
    made = open_desktop(shell(), clinic)
    presenter = made.room.presenter
    presenter.open_patient(clinic.people["anna"])
    for code in ("B01.047.001", "A04.10.002", "A16.07.051", "B01.001.001"):
        presenter.bill.type_entry(code)
        presenter.bill.take_entry()
    for line, payer in (("2", "insurer"), ("4", "employer")):
        presenter.bill.select(line)
        presenter.bill.change_line(payer=payer)
    presenter.wish(redeem=None, proof="card")
    settle(app)
    return made


@pytest.mark.parametrize("busy", [(say, size) for say in ("ru", "en") for size in (100, 130, 150, 200)], indirect=True,
                         ids=lambda told: f"{told[0]}-{told[1]}")  # fmt: skip
def test_a_busy_bill_is_whole(qapp: QApplication, busy: Desktop) -> None:
    found = {}
    for page in (Page.BILL, Page.WISHES, Page.WHY, Page.RECEIPTS):
        if page is Page.WHY:
            busy.room.presenter.why()
        else:
            busy.room.presenter.turn_to(page)
        settle(qapp)
        if what := cut(busy.window):
            found[page] = what

    total = busy.room.view.total
    assert (busy.window.width(), busy.window.height()) == (1024, 600)
    assert found == {}
    assert total.area.verticalScrollBar().maximum() == 0
    assert all(any(button.isVisible() for button in place) for place in busy.room.view.keys.places)


def test_a_busy_bill_is_whole_on_a_screen_of_twice_the_dots() -> None:
    """2048×1200 dots at a scale of two are 1024×600 to the window; the scale is asked when a process begins."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", f"{__file__}::{TWICE}", "-q", "-p", "no:cacheprovider", "--no-header"],
        env=os.environ | {"QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-2000:]
