"""The first start: three ways, a form done by keyboard, and nothing half-done."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import resources
from desk_app.documents.program_file import read_program
from desk_app.domain.errors import Trouble, WrongInput
from tests.ui.typing import press, type_text
from ui import compose
from ui.first_start import joining
from ui.first_start.presenter import FirstStartPresenter, FirstStartState, Page
from ui.first_start.room import FirstStart
from ui.first_start.summary import summary
from ui.first_start.tasks import Answers, FirstStartTasks, Preset, PriceList, Progress


def preset(code: str) -> Preset:
    return Preset(code, read_program(resources.path(f"programs/{code}.toml").read_text(encoding="utf-8")))


class Worker:
    """Does at once what the worker does elsewhere."""

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        try:
            answer = work()
        except Exception as trouble:  # noqa: BLE001 - as the worker does
            failed(trouble)
        else:
            done(answer)

    def to_main(self, call: Callable[[], None]) -> None:
        call()


class Clinic:
    """Writes down what it is asked to make."""

    def __init__(self, fails: Exception | None = None) -> None:
        self.made: list[object] = []
        self.opened: list[tuple[bool, Answers | None]] = []
        self.states: list[FirstStartState] = []
        self._fails = fails

    def tasks(self) -> FirstStartTasks:
        return FirstStartTasks(
            lambda: (preset("cashback"), preset("growing-discount")), self.look, self.set_up, self.make_demo
        )

    def look(self, file: Path) -> PriceList:
        if not file.suffix:
            raise WrongInput("file.unknown", str(file))
        return PriceList(127, ("line 9: no price",))

    def set_up(self, home: Path, answers: Answers, progress: Progress) -> None:
        if self._fails is not None:
            raise self._fails
        progress(1, 2)
        self.made.append(answers)

    def make_demo(self, home: Path, progress: Progress) -> None:
        progress(10, 3000)
        self.made.append(home)

    def presenter(self) -> FirstStartPresenter:
        return FirstStartPresenter(
            Path("home"), Path("home/demo"), self.tasks, language=lambda: "ru", run=Worker().run,
            to_main=Worker().to_main, show=self.states.append, opened=lambda demo, it: self.opened.append((demo, it)),
        )  # fmt: skip


def test_the_demo_clinic_is_one_key_away() -> None:
    clinic = Clinic()

    clinic.presenter().try_demo()

    assert clinic.made == [Path("home/demo")]
    assert (10, 3000) in [state.progress for state in clinic.states]
    assert clinic.opened == [(True, None)]


def test_a_clinic_without_a_name_is_not_made_and_the_field_is_shown() -> None:
    clinic = Clinic()
    presenter = clinic.presenter()
    presenter.begin_clinic()

    presenter.set_up()

    assert clinic.made == []
    assert presenter.state.faults == {"name": "missing", "employee": "missing"}


def test_the_answers_reach_the_task_trimmed() -> None:
    clinic = Clinic()
    presenter = clinic.presenter()
    presenter.begin_clinic()
    presenter.type("name", " ООО «Здоровье» ")
    presenter.type("employee", "Петрова М.")
    presenter.choose(preset=1)
    presenter.look_at_prices(Path("prices.csv"))

    presenter.set_up()

    assert clinic.made == [
        Answers("growing-discount", {"name": "ООО «Здоровье»"}, prices=Path("prices.csv"), employee="Петрова М.")
    ]
    assert [demo for demo, _ in clinic.opened] == [False]


def test_a_clinic_that_could_not_be_made_leaves_the_form_as_it_was() -> None:
    clinic = Clinic(fails=Trouble("db.full"))
    presenter = clinic.presenter()
    presenter.begin_clinic()
    presenter.type("name", "Здоровье")
    presenter.type("employee", "Петрова")

    presenter.set_up()

    assert presenter.state.page is Page.CLINIC
    assert presenter.state.texts["name"] == "Здоровье"
    assert isinstance(presenter.state.trouble, Trouble)
    assert clinic.opened == []


def test_a_file_that_is_no_price_list_is_not_taken() -> None:
    presenter = Clinic().presenter()
    presenter.begin_clinic()

    presenter.look_at_prices(Path("nothing"))

    assert presenter.state.prices is None
    assert presenter.state.refusal is not None


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("cashback", "5% of every visit comes back; up to 30% of a bill may be paid with roubles of cashback."),
        ("growing-discount", "A discount that grows: 3–10%."),
    ],
)
def test_a_program_says_itself_in_one_sentence(code: str, sentence: str) -> None:
    assert summary(preset(code).program, "en") == sentence


def test_the_whole_form_is_filled_by_keyboard(qtbot: Any) -> None:
    clinic = Clinic()
    first = FirstStart(Path("home"), clinic.tasks, Worker(), lambda demo, it: clinic.opened.append((demo, it)))  # type: ignore[arg-type]  # a worker that does it at once
    qtbot.addWidget(first.view)
    first.view.show()
    qtbot.waitExposed(first.view)
    first.view.activateWindow()
    press(first.view.choice, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: first.view.clinic._texts["name"].hasFocus())
    type_text(first.view.clinic._texts["name"], "Здоровье")
    for _ in range(3 + 9):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    reached = QApplication.focusWidget()
    type_text(first.view.clinic._texts["employee"], "Петрова")
    press(first.view, Qt.Key.Key_F9)

    assert reached is first.view.clinic._texts["employee"]
    assert [answers.organizer for answers in clinic.made if isinstance(answers, Answers)] == [{"name": "Здоровье"}]


def test_esc_returns_to_the_three_ways_and_keeps_what_was_typed(qtbot: Any) -> None:
    clinic = Clinic()
    first = FirstStart(Path("home"), clinic.tasks, Worker(), lambda demo, it: None)  # type: ignore[arg-type]  # as above
    qtbot.addWidget(first.view)
    first.view.show()
    first.presenter.begin_clinic()
    type_text(first.view.clinic._texts["phone"], "123")
    press(first.view.clinic._texts["phone"], Qt.Key.Key_Escape)

    assert first.presenter.state.page is Page.CHOICE
    assert first.presenter.state.texts["phone"] == "123"


def test_the_recovery_key_of_a_new_clinic_is_shown_once_and_then_forgotten(qtbot: Any, tmp_path: Path) -> None:
    home, told, states = tmp_path / "home", [], []
    tasks = joining.joined(lambda *_: None, lambda: "en")
    first = FirstStart(
        home,
        lambda: tasks,
        Worker(),  # type: ignore[arg-type]  # a worker that does it at once
        lambda demo, it: told.append((demo, it)),
        lambda it: states.append(it.employee),
    )
    qtbot.addWidget(first.view)
    first.view.show()
    qtbot.waitExposed(first.view)
    first.view.activateWindow()
    first.presenter.begin_clinic()
    first.presenter.type("name", "Здоровье")
    first.presenter.type("employee", "Петрова")
    qtbot.waitUntil(lambda: first.view.clinic._texts["name"].hasFocus())

    press(first.view, Qt.Key.Key_F9)
    shown, page = first.view.key.key.shown(), first.presenter.state.page
    said_before, reported = list(told), repr(first.presenter.state)
    press(first.view, Qt.Key.Key_Escape)
    stayed = first.presenter.state.page
    press(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert (page, stayed) == (Page.KEY, Page.KEY)
    assert shown == compose.recovery_key(home) != ""
    assert shown[:9] not in reported
    assert (said_before, states) == ([], ["Петрова"])
    assert [demo for demo, _ in told] == [False]
    assert (first.presenter.state.key, first.view.key.key.shown()) == ("", "")


def shown(qtbot: Any, clinic: Clinic, **more: Any) -> FirstStart:
    first = FirstStart(
        Path("home"),
        clinic.tasks,
        Worker(),  # type: ignore[arg-type]  # a worker that does it at once
        lambda demo, it: clinic.opened.append((demo, it)),
        **more,
    )
    qtbot.addWidget(first.view)
    first.view.show()
    qtbot.waitExposed(first.view)
    first.view.activateWindow()
    return first


def test_finishing_too_early_takes_the_keyboard_to_the_first_field_that_lacks_something(qtbot: Any) -> None:
    clinic = Clinic()
    first = shown(qtbot, clinic)
    press(first.view.choice, Qt.Key.Key_2)
    page = first.view.clinic
    qtbot.waitUntil(lambda: page._texts["name"].hasFocus())
    first.presenter.type("name", "Здоровье")
    first.presenter.type("rules_url", "правила")
    page._texts["desk"].setFocus()

    press(first.view, Qt.Key.Key_F9)

    qtbot.waitUntil(lambda: page._texts["rules_url"].hasFocus())
    said = {name: fault.words() for name, fault in page._faults.items() if fault.isVisibleTo(page)}
    assert said == {
        "rules_url": "This is no address of a page; one looks like https://clinic.com/rules.",
        "employee": "Write who works here: the name stands on every receipt.",
    }
    assert clinic.made == []


@pytest.mark.parametrize(("field", "text", "fault"), [
    ("desk", "A/1", "code"), ("branch", "у вокзала", "code"), ("phone", "звоните", "clinic.phone"),
])  # fmt: skip
def test_what_could_not_be_printed_is_not_set_up(field: str, text: str, fault: str) -> None:
    clinic = Clinic()
    presenter = clinic.presenter()
    presenter.begin_clinic()
    for name, words in (("name", "Здоровье"), ("employee", "Петрова"), (field, text)):
        presenter.type(name, words)

    presenter.set_up()

    assert presenter.state.faults == {field: fault}
    assert clinic.made == []


def test_a_demo_clinic_that_is_stopped_leaves_nothing_behind(qtbot: Any, tmp_path: Path) -> None:
    told: list[str] = []
    seen: list[int] = []
    tasks = FirstStartTasks(lambda: (), lambda _: PriceList(0), lambda *_: None, compose.make_demo)
    first = FirstStart(
        tmp_path,
        lambda: tasks,
        Worker(),  # type: ignore[arg-type]  # a worker that does it at once
        lambda demo, it: told.append("opened"),
        stopped=lambda: told.append("stopped"),
    )
    qtbot.addWidget(first.view)
    presenter = first.presenter
    show = presenter._show

    def stop_at_two(state: FirstStartState) -> None:
        show(state)
        seen.append(state.progress[0])
        if state.progress[0] >= 2 and not state.stopping and state.making_demo:
            press(first.view, Qt.Key.Key_Escape)

    presenter._show = stop_at_two

    presenter.try_demo()

    assert told == ["stopped"]
    assert presenter.state.page is Page.CHOICE
    assert max(seen) < 100
    assert not [file for file in (tmp_path / "demo").rglob("*") if file.is_file()]
