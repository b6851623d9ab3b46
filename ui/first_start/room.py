"""Puts the first start together: its pages, its presenter, and the tasks that the composition has joined."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ui import language
from ui.background import Background
from ui.first_start.presenter import FirstStartPresenter
from ui.first_start.tasks import Answers, FirstStartTasks
from ui.first_start.view import FirstStartView
from ui.home import demo_home


class FirstStart:
    """`opened` is told which clinic is ready: the demo clinic, or this one with its answers; `made` a little before.

    `stopped` is told when the demo clinic was not wanted after all.
    """

    def __init__(
        self,
        home: Path,
        tasks: Callable[[], FirstStartTasks],
        worker: Background,
        opened: Callable[[bool, Answers | None], None],
        made: Callable[[Answers], None] = lambda _: None,
        stopped: Callable[[], None] = lambda: None,
    ) -> None:
        self.view = FirstStartView()
        self.presenter = FirstStartPresenter(
            home,
            demo_home(home),
            tasks,
            language=language.current,
            run=worker.run,
            to_main=worker.to_main,
            show=self.view.show_state,
            opened=opened,
            made=made,
            stopped=stopped,
        )
        view, presenter = self.view, self.presenter
        view.choice.demo_wanted.connect(presenter.try_demo)
        view.choice.clinic_wanted.connect(presenter.begin_clinic)
        view.choice.join_wanted.connect(presenter.ask_join)
        view.clinic.typed.connect(presenter.type)
        view.clinic.chosen.connect(lambda name, value: presenter.choose(**{name: value}))
        view.clinic.prices_chosen.connect(presenter.look_at_prices)
        view.clinic.finished.connect(presenter.set_up)
        view.join.typed.connect(presenter.type)
        view.join.join.file_chosen.connect(presenter.joining.take_file)
        view.join.join.scanned.connect(presenter.scanned)
        view.working.stopped.connect(presenter.stop)
        view.key.written.connect(presenter.go_on)
        view.back_wanted.connect(partial(_called, presenter.back))
        view.show_state(presenter.state)


def _called(back: Callable[[], bool]) -> None:
    back()
