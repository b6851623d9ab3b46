"""Leads through the first start: one of three ways, a short form, a progress line, and the desk is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desk_app.clinic import checked
from desk_app.domain.errors import Refusal, Trouble, WrongInput
from desk_app.station import DESK_CODE
from ui.first_start.tasks import Answers, FirstStartTasks, Preset, PriceList, Stopped
from ui.join.presenter import JoinPresenter, JoinState

if TYPE_CHECKING:
    from collections.abc import Mapping

Answer = TypeVar("Answer")
Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]

CURRENCIES = ("RUB", "KZT", "BYN", "EUR", "USD")
TIMEZONES = (
    "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk",
    "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka", "Europe/Minsk",
    "Asia/Almaty", "Europe/Berlin", "Europe/London", "UTC",
)  # fmt: skip
FORM = (
    "name", "phone", "address", "tax_id", "registration_id", "licence", "rules_url", "recipients", "employee", "desk",
    "branch",
)  # fmt: skip
"""The fields, in the order they are read."""
REQUIRED = ("name", "employee", "desk")


#: Typed of the clinic itself, and read as its settings read it.
_CHECKED = ("name", "phone", "address", "rules_url", "recipients")


def _faults(texts: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with which field, in the order of the form."""
    found: dict[str, str] = {}
    for name in FORM:
        text = texts.get(name, "").strip()
        if not text:
            if name in REQUIRED:
                found[name] = "missing"
        elif name in ("desk", "branch"):
            if not DESK_CODE.fullmatch(text):
                found[name] = "code"
        elif name in _CHECKED:
            try:
                checked(name, text)
            except WrongInput as refusal:
                found[name] = refusal.code
    return found


class Page(StrEnum):
    """Where the clerk is."""

    CHOICE = "choice"
    CLINIC = "clinic"
    JOIN = "join"
    WORKING = "working"
    KEY = "key"


@dataclass(frozen=True)
class FirstStartState:
    """Everything the first start shows. `texts` are the fields as typed; `faults` says what is wrong with which.

    A fault is "missing", "code", or the code of a refusal; `tries` counts how often it was tried with faults.
    `joining` while records come from a centre; `joined` when this desk belongs to a network already, and its clinic is
    still to be set up. `key` is the recovery key, shown once. `progress` is done and all, (0, 0) while nobody knows.
    `refusal` is what a task said no with, code and place.
    """

    page: Page = Page.CHOICE
    presets: tuple[Preset, ...] = ()
    preset: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)
    currency: str = "RUB"
    timezone: str = "Europe/Moscow"
    prices: Path | None = None
    price_list: PriceList | None = None
    looking: bool = False
    faults: Mapping[str, str] = field(default_factory=dict)
    tries: int = 0
    making_demo: bool = False
    joining: bool = False
    joined: bool = False
    join: JoinState = field(default_factory=JoinState)
    stopping: bool = False
    progress: tuple[int, int] = (0, 0)
    # Left out of every repr: no report may carry it.
    key: str = field(default="", repr=False)
    refusal: Refusal | None = None
    trouble: Exception | None = None


class FirstStartPresenter:
    """`made` is told as soon as a clinic is set up, `opened(demo)` when one is ready to be opened, `stopped` when the
    demo clinic was not wanted after all.

    `to_main` brings progress to the window's thread.
    """

    def __init__(
        self,
        home: Path,
        demo_home: Path,
        tasks: Callable[[], FirstStartTasks],
        *,
        language: Callable[[], str],
        run: Run,
        to_main: Callable[[Callable[[], None]], None],
        show: Callable[[FirstStartState], None],
        opened: Callable[[bool, Answers | None], None],
        made: Callable[[Answers], None] = lambda _: None,
        stopped: Callable[[], None] = lambda: None,
    ) -> None:
        self._home = home
        self._demo_home = demo_home
        self._tasks = tasks
        self._language = language
        self._run = run
        self._to_main = to_main
        self._show = show
        self._opened = opened
        self._made = made
        self._told_stopped = stopped
        self._unwanted = False
        self._answered: Answers | None = None
        self.state = FirstStartState(texts={"desk": "A", "branch": "main"})
        self.joining = JoinPresenter(self._join, run, lambda state: self._become(join=state), self._joined)

    def try_demo(self) -> None:
        """The first way: the demo clinic, made now if it is not there yet."""
        self._unwanted = False
        self._become(
            page=Page.WORKING, making_demo=True, stopping=False, progress=(0, 0), trouble=None, refusal=None
        )  # fmt: skip
        self._run(
            lambda: self._tasks().make_demo(self._demo_home, self._progress),
            lambda _: self._opened(True, None),
            self._failed,
        )

    def stop(self) -> None:
        """The demo clinic is not wanted after all: what was made of it goes away."""
        if self.state.page is Page.WORKING and self.state.making_demo:
            self._unwanted = True
            self._become(stopping=True)

    def begin_clinic(self) -> None:
        """The second way: the form; presets are read meanwhile."""
        self._become(page=Page.CLINIC, trouble=None, refusal=None)
        if not self.state.presets:
            self._run(lambda: self._tasks().presets(), self._found_presets, self._failed)

    def ask_join(self) -> None:
        """The third way: take the file of a centre, or its squares."""
        self._become(page=Page.JOIN, trouble=None, refusal=None)
        self.joining.begin()

    def scanned(self, digits: str) -> None:
        """Something was scanned: a square, where one is asked for."""
        if self.state.page is Page.JOIN:
            self.joining.take_scan(digits)

    def _join(self, content: bytes | str) -> tuple[bool, str]:
        tasks = self._tasks()
        employee = self.state.texts.get("employee", "").strip()
        return tasks.join(self._home, content, employee, self._progress), tasks.recovery_key(self._home)

    def _joined(self, answer: tuple[bool, str]) -> None:
        has_program, key = answer
        if not has_program:
            # the first desk of its network: the clinic is set up here, and everybody hears of it
            self._become(joined=True)
            self.begin_clinic()
        elif key:
            self._become(page=Page.KEY, joining=True, key=key)
        else:
            self._become(page=Page.WORKING, joining=True)
            self._opened(False, None)

    def back(self) -> bool:
        """Esc: to the three ways; what was typed stays. False where there is nothing to go back from."""
        if self.state.page is Page.WORKING and self.state.making_demo:
            self.stop()
            return True
        if self.state.page in (Page.CHOICE, Page.WORKING, Page.KEY) or self.state.join.busy:
            return False
        self._become(page=Page.CHOICE, faults={})
        return True

    def type(self, name: str, text: str) -> None:
        """A field of the form was typed in."""
        faults = {other: fault for other, fault in self.state.faults.items() if other != name}
        self._become(texts={**self.state.texts, name: text}, faults=faults)

    def choose(self, **changes: Any) -> None:
        """`preset` by its row, `currency` or `timezone`."""
        self._become(**changes)

    def look_at_prices(self, file: Path | None) -> None:
        """A price list was chosen, or taken back."""
        self._become(prices=file, price_list=None, looking=file is not None, refusal=None, trouble=None)
        if file is not None:
            self._run(lambda: self._tasks().look_at_prices(file), self._looked, self._not_read)

    def set_up(self) -> None:
        """Everything is answered: make the clinic."""
        state = self.state
        faults = _faults(state.texts)
        if faults or not state.presets or state.looking:
            self._become(faults=faults, tries=state.tries + 1)
            return
        answers = self._answers()
        self._become(page=Page.WORKING, making_demo=False, progress=(0, 0), trouble=None, refusal=None)
        self._answered = answers
        self._run(lambda: self._set_up(answers), self._set_up_done, self._failed)

    def go_on(self) -> None:
        """The recovery key was written down: open the clinic, and forget the key."""
        if self.state.page is Page.KEY:
            self._become(page=Page.WORKING, key="")
            self._opened(False, self._answered)

    def _set_up(self, answers: Answers) -> str:
        tasks = self._tasks()
        tasks.set_up(self._home, answers, self._progress)
        return tasks.recovery_key(self._home)

    def _set_up_done(self, key: str) -> None:
        if self._answered is not None:
            self._made(self._answered)
        if key:
            self._become(page=Page.KEY, key=key)
        else:
            self._opened(False, self._answered)

    def _answers(self) -> Answers:
        state = self.state
        texts = {name: checked(name, text) if name in _CHECKED else text.strip() for name, text in state.texts.items()}
        ours = ("recipients", "desk", "branch", "employee")
        return Answers(
            preset=state.presets[state.preset].code,
            organizer={name: text for name, text in texts.items() if text and name not in ours},
            currency=state.currency,
            timezone=state.timezone,
            prices=state.prices,
            desk=texts["desk"],
            branch=texts.get("branch") or "main",
            employee=texts["employee"],
            recipients=texts.get("recipients", ""),
            language=self._language(),
        )

    def _found_presets(self, presets: tuple[Preset, ...]) -> None:
        self._become(presets=presets)

    def _looked(self, found: PriceList) -> None:
        self._become(price_list=found, looking=False)

    def _not_read(self, trouble: Exception) -> None:
        self._become(prices=None, looking=False)
        self._told(trouble)

    def _progress(self, done: int, total: int) -> None:
        # Called on the worker.
        if self._unwanted:
            raise Stopped
        self._to_main(lambda: self._become(progress=(done, total)))

    def _failed(self, trouble: Exception) -> None:
        page = Page.CHOICE if self.state.making_demo else Page.CLINIC
        self._become(page=page, making_demo=False, stopping=False)
        if isinstance(trouble, Stopped):
            self._told_stopped()
        else:
            self._told(trouble)

    def _told(self, trouble: Exception) -> None:
        if isinstance(trouble, Refusal):
            self._become(refusal=trouble)
        else:
            self._become(trouble=trouble)
        if not isinstance(trouble, (Refusal, Trouble)):
            # Nobody foresaw it: the report says where it happened.
            raise trouble

    def _become(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
