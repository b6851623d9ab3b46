"""What the manager's page says: readiness in figures, faults of the rule, the pulse, objections."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desk_app.training.pulse import BLOCK, QUESTIONS, mean
from desk_app.training.readiness import ENOUGH, Ready, Troublesome, enough
from desk_app.training.records import Objection, Tally
from desk_app.training.standing import Branch
from ui import formats, language
from ui.training.branch.presenter import BranchState
from ui.training.words import topic_words, unread_words
from ui.widgets.lines import Line


def person_words(ready: Ready, word: str) -> str:
    """Where one person stands, in one sentence."""
    return " · ".join(part for part in (left_words(ready), told_words(ready, word)) if part)


def left_words(ready: Ready) -> str:
    """What is left for one person."""
    if ready.ready:
        return QCoreApplication.translate("Training", "ready")
    parts = []
    if ready.lessons_left:
        parts.append(QCoreApplication.translate("Training", "%n lesson(s) to do", "", len(ready.lessons_left)))
    if not ready.knows and ready.since is not None:
        parts.append(QCoreApplication.translate("Training", "questions about what changes to go"))
    elif not ready.knows:
        parts.append(QCoreApplication.translate("Training", "questions about the rules to go"))
    return ", ".join(parts)


def told_words(ready: Ready, word: str) -> str:
    """What she said of the version, "" where nothing is expected yet."""
    return {
        "agreed": QCoreApplication.translate("Training", "read and agreed"),
        "objects": QCoreApplication.translate("Training", "objects"),
    }.get(word, QCoreApplication.translate("Training", "not read yet") if ready.ready else "")


def lines(state: BranchState) -> Iterator[Line]:
    """Everything but the people, sentence by sentence."""
    branch = state.branch
    if branch is None:
        return
    yield Line(QCoreApplication.translate("Training", "Readiness"), "heading")
    yield from _readiness(branch, state.unread)
    yield Line(QCoreApplication.translate("Training", "Answered wrong most often"), "heading")
    yield from _topics(state.topics)
    yield Line(QCoreApplication.translate("Training", "What those at the desks think"), "heading")
    yield from _thought(state.thought, state.thought_before)
    yield Line(QCoreApplication.translate("Training", "Objections"), "heading")
    yield from _objections(state)


def _readiness(branch: Branch, unread: tuple[str, ...]) -> Iterator[Line]:
    ready, people = branch.share
    for file in unread:
        yield Line(unread_words(file), "worse")
    if not people and unread:
        yield Line(QCoreApplication.translate("Training", "So it is not known who is ready."), "quiet")
        return
    if not people:
        yield Line(QCoreApplication.translate("Training", "Nobody has begun to learn yet."), "quiet")
        return
    share = formats.percent(Fraction(ready * 100 // people, 100), language.current())
    goal = formats.percent(ENOUGH, language.current())
    said = QCoreApplication.translate("Training", "{ready} of {people} are ready, {share}; {goal} make a branch ready.")
    if unread:
        said = QCoreApplication.translate(
            "Training", "Of those whose records can be read, {ready} of {people} are ready."
        )
    yield Line(
        said.format(ready=ready, people=people, share=share, goal=goal),
        "better" if enough(ready, people) and not unread else "worse",
    )
    for desk, there, of in branch.desks if len(branch.desks) > 1 else ():
        told = QCoreApplication.translate("Training", "Desk {desk}: {ready} of {people}")
        yield Line(told.format(desk=desk, ready=there, people=of))


def _topics(topics: tuple[Troublesome, ...]) -> Iterator[Line]:
    if not topics:
        yield Line(QCoreApplication.translate("Training", "Nothing was answered wrong so far."), "quiet")
        return
    for one in topics:
        said = QCoreApplication.translate("Training", "{topic}: {wrong} of {all} wrong at first.")
        yield Line(said.format(topic=topic_words(one.topic), wrong=one.wrong, all=one.right + one.wrong), "neutral")
    yield Line(QCoreApplication.translate(
        "Training", "What several people misread is a fault of the rule or of its words, not theirs: make it simpler."
    ), "quiet")  # fmt: skip


def _thought(tally: Tally | None, before: Tally | None) -> Iterator[Line]:
    if tally is None:
        said = QCoreApplication.translate("Training", "Shown once %n answer(s) are there; nobody is named.", "", BLOCK)
        yield Line(said, "quiet")
        return
    names = {
        "know": QCoreApplication.translate("Training", "Know the rules"),
        "understand": QCoreApplication.translate("Training", "Understand them"),
        "believe": QCoreApplication.translate("Training", "Believe in them"),
    }
    for question in QUESTIONS:
        said = QCoreApplication.translate("Training", "{question}: {mark} of 5")
        if before is not None:
            said = QCoreApplication.translate("Training", "{question}: {mark} of 5, with the version before {earlier}")
        counts = " · ".join(f"{mark}: {many}" for mark, many in enumerate(tally.counts.get(question, ()), start=1))
        earlier = _mark(before, question) if before is not None else ""
        yield Line(said.format(question=names[question], mark=_mark(tally, question), earlier=earlier), end=counts)
    answers = QCoreApplication.translate("Training", "%n answer(s) counted", "", tally.total)
    yield Line(answers, "quiet")
    for words in tally.words:
        yield Line(f"“{words}”")


def _mark(tally: Tally, question: str) -> str:
    """The mean mark, to a tenth."""
    total, count = mean(tally, question)
    return formats.number((total * 10 + count // 2) // count if count else 0, 1, language.current())


def _objections(state: BranchState) -> Iterator[Line]:
    if not state.objections:
        yield Line(QCoreApplication.translate("Training", "None."), "quiet")
    for one in state.objections:
        said = objection_words(state, one)
        if one.answer:
            yield Line(said, "neutral")
            yield Line(QCoreApplication.translate("Training", "Answer: {text}").format(text=one.answer), "quiet")
        else:
            yield Line(said, "worse", spoken=QCoreApplication.translate("Training", "Not answered"))


def objection_words(state: BranchState, one: Objection) -> str:
    """Who objects, and with what; the version where it is not the one that is looked at."""
    if one.version not in state.numbers:
        return f"{one.by}: {one.text}"
    said = QCoreApplication.translate("Training", "{name}, of version {number}: {text}")
    return said.format(name=one.by, number=state.numbers[one.version], text=one.text)
