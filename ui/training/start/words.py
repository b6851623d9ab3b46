"""What the first page says: the next thing in one line, why, and what is left of each version."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.training.records import Objection
from desk_app.training.standing import Left, Next
from ui import language
from ui.icons import Icon
from ui.training.known import Known
from ui.training.words import version_words
from ui.widgets.remarks import Remark
from ui.wording.problems import brief

#: So many files are named beside the lessons: they are not the trainee's.
_FILES = 2


def head(known: Known) -> str:
    """The next thing, as a heading."""
    if known.away:
        return QCoreApplication.translate("Training", "The shared folder is not there")
    step = known.next
    match step.step:
        case "name":
            return QCoreApplication.translate("Training", "Who learns?")
        case "lesson":
            return title(known, step.of)
        case "quiz":
            return QCoreApplication.translate("Training", "%n question(s) about the rules", "", _count(known, step))
        case "read":
            return QCoreApplication.translate("Training", "Read the rules")
        case "pulse":
            return QCoreApplication.translate("Training", "Three questions about what you think")
        case "ready":
            if known.course.now is None:
                return QCoreApplication.translate("Training", "There is no program yet")
            return QCoreApplication.translate("Training", "You are ready")


def why(known: Known) -> str:
    """What it is about, and how long it takes."""
    if known.away:
        return QCoreApplication.translate(
            "Training", "Who learned what lies in {folder}. Nothing is lost: it is here again as soon as the folder is."
        ).format(folder=known.away)
    step = known.next
    match step.step:
        case "name":
            return QCoreApplication.translate(
                "Training", "Type your name above: what you learn is kept under it, beside this desk and not in it."
            )
        case "lesson":
            done = sum(known.done(code) for code in known.lessons) + 1
            said = QCoreApplication.translate(
                "Training", "Lesson {number} of {all}. A desk of your own with invented patients opens: nothing can be "
                "broken there.",
            )  # fmt: skip
            return said.format(number=done, all=len(known.lessons))
        case "quiz":
            return _why_quiz(known, step)
        case "read":
            return QCoreApplication.translate(
                "Training",
                "Do you agree? An objection is as welcome: whoever answers for the program reads it and replies.",
            )
        case "pulse":
            return QCoreApplication.translate("Training", "Anonymous, half a minute, and asked once for each version.")
        case "ready":
            if known.course.now is None:
                return QCoreApplication.translate(
                    "Training", "Lessons and questions are made of its rules: it is begun in the room Program."
                )
            return QCoreApplication.translate("Training", "Lessons can be done again as often as you like.")


def button(known: Known) -> str:
    """What the big button says."""
    return {
        "name": QCoreApplication.translate("Training", "That is me"),
        "lesson": QCoreApplication.translate("Training", "Begin the lesson"),
        "quiz": QCoreApplication.translate("Training", "Begin the questions"),
        "read": QCoreApplication.translate("Training", "Read"),
        "pulse": QCoreApplication.translate("Training", "Answer"),
        "ready": QCoreApplication.translate("Training", "What patients ask"),
    }[known.next.step]


def title(known: Known, code: str) -> str:
    """What a lesson is called."""
    offered = known.lesson(code)
    return offered.lesson.title.plain(language.current()) if offered is not None else ""


def broken(known: Known) -> tuple[str, ...]:
    """Lesson files of the clinic that cannot be read, a line each; whoever mends them asks `tessera train list`."""
    lines = [f"{file}: {brief(why, language.current())}" for file, why in known.broken[:_FILES]]
    if more := len(known.broken) - len(lines):
        lines.append(QCoreApplication.translate("Training", "%n more lesson file(s) cannot be read", "", more))
    return tuple(lines)


def left_remarks(left: Left, answers: tuple[Objection, ...]) -> tuple[Remark, ...]:
    """What is done and what is left of one version, line by line; `answers` are those the owner gave her."""
    ready = left.ready
    lines = [Remark(Icon.PROGRAM, version_words(left.taught), "strong")]
    # lessons are said once, with the rules in force
    if left.taught.status != "announced":
        lines.append(_lessons(len(ready.lessons_left)))
    lines.append(Remark(Icon.GOOD, _known(left), "good") if ready.knows else Remark(Icon.WAITING, _asks(left), "warn"))
    lines.append(_word(left, answers))
    return tuple(lines)


def left_behind_remarks(known: Known, objections: tuple[Objection, ...]) -> tuple[Remark, ...]:
    """Her objections to versions that neither hold nor come, while they wait or the answer was not read."""
    answered = QCoreApplication.translate("Training", "Your objection to version {number} was answered: {text}")
    waits = QCoreApplication.translate("Training", "Your objection to version {number} waits for an answer")
    return tuple(
        Remark(Icon.NOTE, (answered if one.answer else waits).format(
            number=known.course.number(one.version), text=one.answer
        ), "plain", data=bool(one.answer))
        for one in objections
    )  # fmt: skip


def _lessons(left: int) -> Remark:
    if left:
        return Remark(Icon.WAITING, QCoreApplication.translate("Training", "%n lesson(s) to do", "", left), "warn")
    return Remark(Icon.GOOD, QCoreApplication.translate("Training", "All lessons are done"), "good")


def _known(left: Left) -> str:
    if left.ready.since != left.taught.key:
        return QCoreApplication.translate("Training", "No answer is another one than before: you know these rules")
    return QCoreApplication.translate("Training", "The questions about the rules are passed")


def _asks(left: Left) -> str:
    if left.since is not None:
        said = QCoreApplication.translate("Training", "%n question(s) about what changes", "", left.count)
    else:
        said = QCoreApplication.translate("Training", "%n question(s) about the rules", "", left.count)
    if not left.failed:
        return said
    return QCoreApplication.translate("Training", "{questions}, not passed yet").format(questions=said)


def _word(left: Left, answers: tuple[Objection, ...]) -> Remark:
    if left.learned.word == "agreed":
        return Remark(Icon.GOOD, QCoreApplication.translate("Training", "Read and agreed"), "good")
    if left.learned.word == "objects":
        if answers:
            said = QCoreApplication.translate("Training", "Your objection was answered: {text}")
            return Remark(Icon.NOTE, said.format(text=answers[-1].answer), "plain", data=True)
        said = QCoreApplication.translate("Training", "Your objection waits for an answer")
        return Remark(Icon.NOTE, said, "plain")
    return Remark(Icon.WAITING, QCoreApplication.translate("Training", "Not read yet"), "warn")


def _why_quiz(known: Known, step: Next) -> str:
    left = known.left_of(step.of)
    if left is None:
        return ""
    if left.failed:
        return QCoreApplication.translate(
            "Training",
            "Not passed last time: only one answer may be wrong. Nothing is lost, the next questions are others.",
        )
    if left.since is not None:
        return QCoreApplication.translate(
            "Training", "Only about what changes: {version}. Each answer is told at once, with its reason."
        ).format(version=_small(version_words(left.taught)))
    return QCoreApplication.translate(
        "Training", "Two minutes, and nobody looks at the clock. Each answer is told at once, with its reason."
    )


def _count(known: Known, step: Next) -> int:
    left = known.left_of(step.of)
    return left.count if left is not None else 0


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
