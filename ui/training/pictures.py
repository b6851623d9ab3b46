"""The room of training as the tour shows it: each page in each of its states, with people who learned this and that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar, cast

from desk_app.domain.errors import WrongInput
from desk_app.training import agreeing, pulse, readiness
from desk_app.training.records import Learned, Objection, with_learned, with_person
from desk_app.training.shelf import Shelf
from ui.picture import Picture
from ui.training.known import Known
from ui.training.strip.pictures import PICTURES as STRIP

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_app.ports import Desk
    from ui.main_window import MainWindow
    from ui.training.asked.page import AskedPage
    from ui.training.branch.page import BranchPage
    from ui.training.pulse.page import PulsePage
    from ui.training.quiz.page import QuizPage
    from ui.training.room import TrainingRoom
    from ui.training.start.page import StartPage
    from ui.training.version.page import VersionPage

Answer = TypeVar("Answer")
_HER: Final = "Ольга Белова"
_OTHERS: Final = ("Анна Ким", "Мария Орлова", "Пётр Зимин", "Елена Юрьева")
_SEED: Final = "2f71c4"


def at_once(work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[Exception], None]) -> None:
    """Work that is done when the picture is taken."""
    done(work())


def room_of(window: MainWindow, name: str = _HER) -> TrainingRoom:
    """The room, with somebody in it."""
    window.show_room("training")
    room = cast("TrainingRoom", window.screen_named("training").presenter)
    room.classroom.run = at_once
    room.classroom.known = Known(name=name)
    room.classroom.refresh()
    return room


def _learned(room: TrainingRoom, *, also: bool = True) -> None:
    """She has done some lessons and passed the questions; others have done this and that."""
    known, shelf = room.classroom.known, room.classroom.shelf
    now = known.course.now
    if now is None:
        return
    topics = [("earn.level", True)] * 6 + [("redeem.most", False), ("level.reached", True)]
    person = known.records.person(_HER)
    for code in known.lessons[:5]:
        person = readiness.lesson_done(person, code)
    if also:
        for code in known.lessons:
            person = readiness.lesson_done(person, code)
        person = readiness.answered(person, now.key, topics)
    shelf.keep(lambda records: with_person(records, person))
    room.classroom.refresh()


def _others(room: TrainingRoom) -> None:
    """The desk beside, in the same folder."""
    known = room.classroom.known
    now = known.course.now
    if now is None:
        return
    shelf = Shelf(room.classroom.shelf.folder, "B")
    for place, name in enumerate(_OTHERS):
        person = known.records.person(name)
        for code in known.lessons[: len(known.lessons) if place < 3 else 2]:
            person = readiness.lesson_done(person, code)
        person = readiness.answered(person, now.key, [("earn.payer", False), ("redeem.most", place > 1)])
        if place < 2:
            learned = person.of(now.key)
            person = with_learned(person, now.key, replace(learned, passed=True, word="agreed"))
        shelf.keep(lambda records, person=person: with_person(records, person))  # type: ignore[misc]  # bound now
    for mark in (3, 4, 4, 5, 2):
        marks = {"know": mark, "understand": max(1, mark - 1), "believe": mark}
        pulse.give(shelf, now.key, marks, "Пациенты спрашивают про анализы" if mark == 2 else "")
    agreeing.object_to(shelf, _OTHERS[2], now.key, "Порог второго уровня слишком высокий: пациенты не верят")
    room.classroom.refresh()


# the first page


def _first_day(window: MainWindow, _: Desk) -> None:
    """Nobody has said who she is."""
    room_of(window, "").open_page("start")


def _no_program(window: MainWindow, _: Desk) -> None:
    """A clinic without a program has nothing to learn yet."""
    room = room_of(window)
    room.classroom.run = lambda work, done, failed: None
    room.open_page("start")
    cast("StartPage", room.page("start").presenter)._show(Known(name=_HER, looked=True))


def _away(window: MainWindow, _: Desk) -> None:
    """The folder that the branch shares cannot be reached."""
    room = room_of(window)
    known = room.classroom.known
    room.classroom.run = lambda work, done, failed: None
    room.open_page("start")
    away = Known(_HER, known.course, known.offered, looked=True, away="/mnt/branch/training")
    cast("StartPage", room.page("start").presenter)._show(away)


def _begun(window: MainWindow, _: Desk) -> None:
    """Some lessons are done: the next one waits."""
    room = room_of(window)
    _learned(room, also=False)


def _ready(window: MainWindow, _: Desk) -> None:
    """Everything is done but reading."""
    _learned(room_of(window))


def _reminded(window: MainWindow, desk: Desk) -> None:
    """The desk says at its foot what whoever works at it has still to learn."""
    room_of(window, desk.operator)
    window.show_room("desk")


# the quiz


def _quiz(window: MainWindow) -> QuizPage:
    room = room_of(window)
    room.open_page("quiz")
    page = cast("QuizPage", room.page("quiz").presenter)
    page.presenter._seeds = lambda: _SEED
    page.presenter.begin("")
    return page


def _question(window: MainWindow, _: Desk) -> None:
    """A question, and four answers."""
    _quiz(window)


def _right(window: MainWindow, _: Desk) -> None:
    """Right, with the reason."""
    page = _quiz(window)
    question = page.presenter.state.question
    if question is not None:
        page.presenter.choose(question.right)


def _wrong(window: MainWindow, _: Desk) -> None:
    """Wrong: what is right, what she thought, and why."""
    page = _quiz(window)
    question = page.presenter.state.question
    if question is not None:
        page.presenter.choose((question.right + 1) % len(question.options))


def _result(window: MainWindow, _: Desk, wrong: int = 1) -> None:
    """The result."""
    page = _quiz(window)
    presenter = page.presenter
    while (question := presenter.state.question) is not None:
        miss = presenter.state.place < wrong
        presenter.choose((question.right + 1) % len(question.options) if miss else question.right)
        presenter.go_on()


def _not_passed(window: MainWindow, desk: Desk) -> None:
    """Not passed: what was wrong, and that nothing is lost."""
    _result(window, desk, wrong=3)


# what patients ask, a version, the pulse


def _asked(window: MainWindow, _: Desk) -> None:
    """A question, and what to say."""
    room = room_of(window)
    room.open_page("asked")
    page = cast("AskedPage", room.page("asked").presenter)
    page.presenter.leaf(2)


def _version(window: MainWindow, _: Desk) -> None:
    """What is other than before."""
    room = room_of(window)
    room.open_page("version")


def _objects(window: MainWindow, _: Desk) -> None:
    """An objection with its answer."""
    room = room_of(window)
    room.open_page("version")
    page = cast("VersionPage", room.page("version").presenter)
    taught = page.presenter.state.taught
    if taught is None:
        return
    shelf = room.classroom.shelf
    agreeing.object_to(shelf, _HER, taught.key, "Пенсионерам трудно объяснить, когда баллы сгорают")
    (objection,) = agreeing.objections_of(shelf.own(), taught.key)
    agreeing.reply(shelf, objection, "Верно: со следующей редакции предупреждаем за 30 дней, а не за 7")
    room.classroom.refresh()


def _pulse(window: MainWindow, _: Desk) -> None:
    """Three questions."""
    room = room_of(window)
    room.open_page("pulse")
    page = cast("PulsePage", room.page("pulse").presenter)
    page.presenter.mark(4)


def _thanks(window: MainWindow, _: Desk) -> None:
    """Counted."""
    room = room_of(window)
    room.open_page("pulse")
    page = cast("PulsePage", room.page("pulse").presenter)
    for mark in (4, 4, 5):
        page.presenter.mark(mark)
    page.presenter.give("")


# the branch


def _branch(room: TrainingRoom) -> BranchPage:
    room.open_page("branch")
    return cast("BranchPage", room.page("branch").presenter)


def _nobody(window: MainWindow, _: Desk) -> None:
    """Nobody has begun to learn."""
    _branch(room_of(window, ""))


def _several(window: MainWindow, _: Desk) -> None:
    """Two desks: who is ready, what is misread, what is thought, an objection to answer."""
    room = room_of(window)
    _learned(room)
    _others(room)
    _branch(room)


def _behind(room: TrainingRoom) -> None:
    """Objections of hers to a version that holds no more: one was answered, one waits."""
    earlier = "clinic/1/0123abcd"
    said = ("Порог второго уровня слишком высокий", "Баллы за анализы обещать рано")
    waits, answered = (Objection(earlier, _HER, words) for words in said)
    room.classroom.shelf.keep(lambda records: replace(records, objections=(*records.objections, waits)))
    agreeing.reply(room.classroom.shelf, answered, "С марта их нет: правило исправлено")


def _left_behind(window: MainWindow, _: Desk) -> None:
    """The questions were not passed, two objections are older than the rules, and lessons of the clinic are broken."""
    room = room_of(window)
    _learned(room)
    _behind(room)
    now = room.classroom.known.course.now
    if now is not None:
        failed = replace(
            room.classroom.known.records.person(_HER), learned={now.key: Learned(answers={"earn.level": (1, 7)})}
        )
        room.classroom.shelf.keep(lambda records: with_person(records, failed))
    room.classroom.refresh()
    wrong = WrongInput("value.bad", "goals[0].text.ru", found="{patient}", allowed=", ".join(_OTHERS * 5))
    broken = tuple((f"ours-{number}.toml", wrong) for number in range(4))
    cast("StartPage", room.page("start").presenter)._show(replace(room.classroom.known, broken=broken))


def _branch_behind(window: MainWindow, _: Desk) -> None:
    """The owner answers what was said of a version that holds no more."""
    room = room_of(window)
    _learned(room)
    _behind(room)
    _branch(room)


def _torn(room: TrainingRoom) -> None:
    """The file of the desk beside is cut off in the middle."""
    _learned(room)
    Shelf(room.classroom.shelf.folder, "B").file.write_text('{"format": 1, "people"', encoding="utf-8")
    room.classroom.refresh()


def _unread(window: MainWindow, _: Desk) -> None:
    """What was learned at another desk cannot be read: the first page says so."""
    room = room_of(window)
    _torn(room)
    room.open_page("start")


def _branch_unread(window: MainWindow, _: Desk) -> None:
    """The same on the manager's page."""
    room = room_of(window)
    _torn(room)
    _branch(room)


PICTURES = (
    Picture("training-first-day", _first_day),
    Picture("training-no-program", _no_program),
    Picture("training-folder-away", _away),
    Picture("training-begun", _begun),
    Picture("training-lessons-done", _ready),
    Picture("training-reminder", _reminded),
    Picture("training-quiz", _question),
    Picture("training-quiz-right", _right),
    Picture("training-quiz-wrong", _wrong),
    Picture("training-quiz-passed", _result),
    Picture("training-quiz-failed", _not_passed),
    Picture("training-asked", _asked),
    Picture("training-version", _version),
    Picture("training-objection", _objects),
    Picture("training-pulse", _pulse),
    Picture("training-pulse-given", _thanks),
    Picture("training-branch-nobody", _nobody),
    Picture("training-branch", _several),
    Picture("training-left-behind", _left_behind),
    Picture("training-branch-left-behind", _branch_behind),
    Picture("training-unread", _unread),
    Picture("training-branch-unread", _branch_unread),
    *STRIP,
)
