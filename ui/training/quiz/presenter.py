"""Asks the questions of a quiz one by one, tells at once whether an answer is right, and asks missed topics again."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from desk_app.training.course import Course, Taught
from desk_app.training.quiz import Question, quiz
from desk_app.training.readiness import Edition, answered, passed, questions
from desk_app.training.records import with_person
from desk_app.training.shelf import Shelf
from ui.training.known import Classroom
from ui.wording.quiz import Asked, asked

#: Questions looked through for another one of a topic.
_PATIENCE: Final = 30
#: A missed topic is asked again so often at most: then the answer that was shown has to do.
_AGAIN: Final = 3


@dataclass(frozen=True)
class QuizState:
    """`questions` with the answers given to them so far, by place; those after `first` repeat missed topics.

    `seed` makes the same quiz again. `since`: only what changed since that version is asked. `over` once the result
    is shown; `nothing`: there is nothing to ask.
    """

    taught: Taught | None = None
    since: Edition | None = None
    seed: str = ""
    questions: tuple[Question, ...] = ()
    first: int = 0
    answers: tuple[int, ...] = ()
    place: int = 0
    over: bool = False
    nothing: bool = False
    words: tuple[Asked, ...] = field(default=(), repr=False)

    @property
    def question(self) -> Question | None:
        """The one that is asked now."""
        return self.questions[self.place] if self.place < len(self.questions) and not self.over else None

    @property
    def said(self) -> Asked | None:
        """The same in words."""
        return self.words[self.place] if self.question is not None else None

    @property
    def given(self) -> int | None:
        """The answer given to it, None before."""
        return self.answers[self.place] if self.place < len(self.answers) else None

    @property
    def firsts(self) -> tuple[tuple[str, bool], ...]:
        """Topic and right or wrong, of first answers alone."""
        return tuple(
            (one.topic, answer == one.right)
            for one, answer in zip(self.questions[: self.first], self.answers, strict=False)
        )

    @property
    def wrong(self) -> tuple[str, ...]:
        """Topics answered wrong at first, in order."""
        return tuple(dict.fromkeys(topic for topic, right in self.firsts if not right))

    @property
    def counted(self) -> bool:
        """Whether every first answer is given: they count, whatever comes after them."""
        return 0 < self.first <= len(self.answers)

    @property
    def halfway(self) -> bool:
        """Whether it was begun and not all of the first answers are given."""
        return bool(self.answers) and not self.counted

    @property
    def passed(self) -> bool:
        """Whether the first answers pass."""
        return passed([right for _, right in self.firsts])


class QuizPresenter:
    """Draws the questions on a worker; first answers are written down as soon as the last of them is given.

    What comes after them only teaches. A quiz that was left goes on where it was.
    """

    def __init__(
        self, room: Classroom, show: Callable[[QuizState], None], language: Callable[[], str],
        seeds: Callable[[], str] = lambda: secrets.token_hex(3),
    ) -> None:  # fmt: skip
        self._room = room
        self._show = show
        self._language = language
        self._seeds = seeds
        self._again: dict[str, int] = {}
        self._drawing = 0
        self._wants_on = False
        self._whose: tuple[str, Shelf] | None = None
        self.state = QuizState()

    def open(self, key: str) -> None:
        """The quiz of that version where it was left, else a fresh one."""
        state, known = self.state, self._room.known
        taught = known.course.of(key) or known.course.now
        same = taught is not None and state.taught is not None and taught.key == state.taught.key
        if same and state.halfway and self._whose == (known.name, self._room.shelf):
            self._show(state)
        else:
            self.begin(key)

    def begin(self, key: str) -> None:
        """A fresh quiz of that version, of what she does not know of it yet."""
        known = self._room.known
        taught = known.course.of(key) or known.course.now
        if taught is None:
            return
        left = known.left_of(taught.key)
        since = left.since if left is not None and not left.ready.knows else None
        seed, course = self._seeds(), known.course
        self._again, self._drawing, self._wants_on = {}, 0, False
        self._whose = known.name, self._room.shelf
        self._become(QuizState(taught, since, seed))

        say = self._saying(taught, course, since)

        def draw() -> tuple[tuple[Question, ...], tuple[Asked, ...]]:
            day, until = course.days(taught)
            found = questions(taught.edition, since, seed, day, course.services, until)
            return found, say(found)

        def drawn(answer: tuple[tuple[Question, ...], tuple[Asked, ...]]) -> None:
            found, words = answer
            if self.state.seed == seed:
                self._become(replace(self.state, questions=found, words=words, first=len(found), nothing=not found))

        self._room.run(draw, drawn, _raise)

    def choose(self, answer: int) -> None:
        """Answer the question; an answer that was given stands."""
        state = self.state
        question = state.question
        if question is None or state.given is not None or not 0 <= answer < len(question.options):
            return
        self.state = replace(state, answers=(*state.answers, answer))
        if self.state.counted and not state.counted:
            self._keep()
        if answer != question.right:
            self._ask_again(question)
        else:
            self._show(self.state)

    def go_on(self) -> None:
        """The next question, or the result."""
        state = self.state
        if state.question is None or state.given is None:
            return
        if state.place + 1 < len(state.questions):
            self._become(replace(state, place=state.place + 1))
            return
        # what was missed last is still being drawn again: it comes before the result
        self._wants_on = self._drawing > 0
        if not self._wants_on:
            self._become(replace(state, over=True))

    def once_more(self) -> None:
        """Another quiz of the same version."""
        if self.state.taught is not None:
            self.begin(self.state.taught.key)

    def retell(self) -> None:
        """In another language."""
        state = self.state
        if state.taught is not None:
            say = self._saying(state.taught, self._room.known.course, state.since)
            self._become(replace(state, words=say(state.questions)))

    def _ask_again(self, missed: Question) -> None:
        """One more question of the topic, at the end; another one where there is any."""
        times = self._again[missed.topic] = self._again.get(missed.topic, 0) + 1
        self._show(self.state)
        taught, course, since = self.state.taught, self._room.known.course, self.state.since
        if times > _AGAIN or taught is None:
            return
        seed, known = self.state.seed, {(one.asked, one.case) for one in self.state.questions}
        say = self._saying(taught, course, since)
        self._drawing += 1

        def draw() -> tuple[Question, tuple[Asked, ...]]:
            stream = _of_topic(taught, course, since, f"{seed} {times}", missed.topic)
            found = next((one for one in stream if (one.asked, one.case) not in known), missed)
            return found, say((found,))

        def drawn(answer: tuple[Question, tuple[Asked, ...]]) -> None:
            found, words = answer
            if self.state.seed != seed:
                return
            self._drawing -= 1
            state = self.state
            self._become(replace(state, questions=(*state.questions, found), words=(*state.words, *words)))
            if self._wants_on:
                self.go_on()

        self._room.run(draw, drawn, _raise)

    def _keep(self) -> None:
        state, name = self.state, self._room.known.name
        taught = state.taught
        if taught is None or not name:
            return
        key, firsts = taught.key, state.firsts

        def write(shelf: Shelf) -> None:
            shelf.keep(lambda records: with_person(records, answered(records.person(name), key, firsts)))

        self._room.keep(write)

    def _saying(
        self, taught: Taught, course: Course, since: Edition | None
    ) -> Callable[[Sequence[Question]], tuple[Asked, ...]]:
        """Questions in words of the moment, for the worker: each is quoted to say why it is so."""
        last = course.before(taught)
        # what she passed longer ago may have ended earlier: then no day is told
        start = taught.edition.start if since and last and last.key == since.key else None
        services, language = {one.code: one for one in course.services}, self._language()
        return lambda found: tuple(asked(one, taught.program, language, services, start) for one in found)

    def _become(self, state: QuizState) -> None:
        self.state = state
        self._show(state)


def _of_topic(taught: Taught, course: Course, since: Edition | None, seed: str, topic: str) -> Iterator[Question]:
    day, until = course.days(taught)
    stream = quiz(taught.program, seed, day, course.services, since.program if since else None, until)
    return (one for one in islice(stream, _PATIENCE) if one.topic == topic)


def _raise(why: Exception) -> None:
    raise why
