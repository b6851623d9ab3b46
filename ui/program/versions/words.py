"""What the page of versions says of a draft or a version."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_app.rollout.diary import Entry, VersionLife
from desk_app.rollout.plan import Plan
from desk_app.rollout.telling import Heard
from ui import formats, language
from ui.changes import Change
from ui.marking import QT_TRANSLATE_NOOP
from ui.program.draft_words import changed_words
from ui.program.versions.looking import Looked
from ui.program.versions.presenter import Row
from ui.widgets.lines import Line
from ui.wording.rollout import told_way, what_happened

_CLASSES: Final = ("worse", "better", "neutral")
_HEADS: Final = {
    "worse": QT_TRANSLATE_NOOP("Versions", "Worse for patients"),
    "better": QT_TRANSLATE_NOOP("Versions", "Better for patients"),
    "neutral": QT_TRANSLATE_NOOP("Versions", "Neither better nor worse"),
}
_STATUSES: Final = {
    "draft": QT_TRANSLATE_NOOP("Versions", "draft"),
    "announced": QT_TRANSLATE_NOOP("Versions", "announced"),
    "in_force": QT_TRANSLATE_NOOP("Versions", "in force"),
    "retired": QT_TRANSLATE_NOOP("Versions", "retired"),
    "withdrawn": QT_TRANSLATE_NOOP("Versions", "withdrawn"),
}


def say(words: str) -> str:
    """A sentence of this page in the language of the window."""
    return QCoreApplication.translate("Versions", words)


def name_of(row: Row) -> str:
    """What a row is called: the name of its program, and the number of its version."""
    if row.life is not None:
        said = QCoreApplication.translate("Versions", "{name}, version {number}")
        return said.format(name=program_name(row.life.record.document), number=row.life.record.label)
    if row.draft is None:
        return ""
    return row.draft.name or program_name(row.draft.document)


def program_name(document: object) -> str:
    """The name a document says, in the language of the moment where it has one."""
    named = document.get("name") if isinstance(document, dict) else None
    if isinstance(named, dict):
        named = named.get(language.current()) or next(iter(named.values()), "")
    return str(named) if named else QCoreApplication.translate("Versions", "A program without a name")


def status_words(row: Row) -> str:
    """How far it is."""
    return say(_STATUSES[row.status])


def when_words(row: Row) -> str:
    """When a draft was changed last; from when to when a version holds."""
    if row.draft is not None:
        return changed_words(row.draft)
    if row.life is None:
        return ""
    span = span_words(row.life)
    if row.life.branch:
        said = QCoreApplication.translate("Versions", "{span}, by branch {branch}")
        return said.format(span=span, branch=row.life.branch)
    return span


def span_words(life: VersionLife) -> str:
    """From when to when a version holds; one that never began, that it did not."""
    first, last = life.record.effective_from, life.last_day
    if life.status == "withdrawn":
        return QCoreApplication.translate("Versions", "was to begin {day}").format(day=formats.day(first))
    if last is not None and last < first:
        said = QCoreApplication.translate("Versions", "replaced before its first day, {day}")
        return said.format(day=formats.day(first))
    if last is None:
        return QCoreApplication.translate("Versions", "from {day}").format(day=formats.day(first))
    said = QCoreApplication.translate("Versions", "{first} – {last}")
    return said.format(first=formats.day(first), last=formats.day(last))


def change_lines(changes: tuple[Change, ...]) -> list[Line]:
    """The differences under their headings, the worse ones first."""
    lines: list[Line] = []
    for kind in _CLASSES:
        found = [one for one in changes if one.kind == kind]
        if found:
            lines.append(Line(say(_HEADS[kind]), "heading", str(len(found))))
            lines += [Line(one.words, kind, spoken=say(_HEADS[kind])) for one in found]
    return lines


def looked_lines(row: Row, looked: Looked) -> list[Line]:
    """Everything that is said of the highlighted row."""
    if row.draft is not None:
        return _draft_lines(looked)
    life = looked.life
    assert life is not None
    lines: list[Line] = []
    if life.apart:
        said = say(QT_TRANSLATE_NOOP("Versions", "It was announced by a desk that did not know the version before it."))
        lines.append(Line(said, "worse"))
    if looked.heard is not None:
        lines += _heard_lines(looked.heard)
    lines += _changes_lines(looked, say(QT_TRANSLATE_NOOP("Versions", "It is the first version.")))
    lines += plan_lines(life.plan)
    if life.despite:
        said = say(QT_TRANSLATE_NOOP("Versions", "Put in force without its notice, because: {why}"))
        lines.append(Line(said.format(why=life.despite), "worse"))
    lines += _reason_lines(life)
    lines += diary_lines(looked.diary)
    return lines


def _draft_lines(looked: Looked) -> list[Line]:
    if looked.problems:
        said = QCoreApplication.translate("Versions", "%n question(s) still need an answer.", "", looked.problems)
        return [Line(said, "bad"), Line(say(QT_TRANSLATE_NOOP("Versions", "F9 opens it in the editor.")), "quiet")]
    first = say(QT_TRANSLATE_NOOP("Versions", "There is no version yet to compare it with."))
    return _changes_lines(looked, first)


def _changes_lines(looked: Looked, first: str) -> list[Line]:
    if not looked.before:
        return [Line(first, "quiet")]
    if not looked.changes:
        said = say(QT_TRANSLATE_NOOP("Versions", "The same rules as version {number}."))
        return [Line(said.format(number=looked.before), "quiet")]
    said = say(QT_TRANSLATE_NOOP("Versions", "Compared with version {number}:"))
    return [Line(said.format(number=looked.before), "quiet"), *change_lines(looked.changes)]


def _heard_lines(heard: Heard) -> list[Line]:
    said = say(QT_TRANSLATE_NOOP("Versions", "{told} of {all} patients were told, {left} not yet."))
    words = said.format(told=_count(heard.told), all=_count(heard.audience), left=_count(heard.not_told))
    ways = ", ".join(f"{told_way(way, language.current())} {_count(many)}" for way, many in heard.by_way.items())
    return [Line(words, "neutral", ways)]


def plan_lines(plan: Plan) -> list[Line]:
    """How patients hear of it."""
    if not plan.is_made:
        return []
    spoken = language.current()
    ways = ", ".join(told_way(way, spoken) for way in plan.channels)
    lines = [Line(say(QT_TRANSLATE_NOOP("Versions", "How patients hear of it")), "heading"), Line(ways, "plain")]
    for words, value in (
        (QT_TRANSLATE_NOOP("Versions", "{what} sees to it."), plan.owner),
        (QT_TRANSLATE_NOOP("Versions", "Desks: {what}"), plan.desks),
        (QT_TRANSLATE_NOOP("Versions", "Leaflet: {what}"), plan.leaflet),
        (QT_TRANSLATE_NOOP("Versions", "Said at the desk: {what}"), plan.sentence.get(spoken, "")),
    ):
        if value.strip():
            lines.append(Line(say(words).format(what=value), "plain"))
    return lines


def _reason_lines(life: VersionLife) -> list[Line]:
    if not life.reasons:
        return []
    lines = [Line(say(QT_TRANSLATE_NOOP("Versions", "What the check-up warned of may stay, because")), "heading")]
    return lines + [Line(why, "plain", key) for key, why in life.reasons.items()]


def diary_lines(entries: tuple[Entry, ...]) -> list[Line]:
    """What was done when, and by whom, the last first."""
    if not entries:
        return []
    lines = [Line(say(QT_TRANSLATE_NOOP("Versions", "Diary")), "heading")]
    for one in reversed(entries):
        what = what_happened(one.what, language.current())
        who = ", ".join(part for part in (one.by, one.desk) if part)
        text = f": {one.text}" if one.text else ""
        lines.append(Line(f"{formats.day(one.day)}  {what}{text}", "plain", who))
    return lines


def ending_words(day: date, last_good_day: date) -> str:
    """The end of the program in one sentence."""
    said = say(QT_TRANSLATE_NOOP("Versions", "The program ends on {day}; what is left can be spent until {last}."))
    return said.format(day=formats.day(day), last=formats.day(last_good_day))


def _count(many: int) -> str:
    return formats.number(many, 0, language.current())
