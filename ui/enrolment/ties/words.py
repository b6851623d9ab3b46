"""What the bar says of ties: who is bound to whom, what that does to how much, and how it is taken back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desk_app.domain.people import Patient
from desk_app.families import Stake
from ui import formats, language
from ui.enrolment.ties.presenter import Tie, Wish
from ui.notice import Answer, Notice, Tone


def key_caption(tie: Tie) -> str:
    """What the key of saving says while an act waits for it."""
    match tie:
        case Tie.JOIN:
            return QCoreApplication.translate("Ties", "Join the family")
        case Tie.LEAVE:
            return QCoreApplication.translate("Ties", "Leave the family")
        case Tie.MERGE:
            return QCoreApplication.translate("Ties", "Make them one")
        case Tie.PART:
            return QCoreApplication.translate("Ties", "Part them")


def wish_notice(wish: Wish, do: Callable[[], None]) -> Notice:
    """What would be done, before it is."""
    kept = QCoreApplication.translate("Ties", "Nothing is changed yet.")
    advice = QCoreApplication.translate("Ties", "F9 does it, Esc leaves it.")
    return Notice(Tone.TOLD, wish_sentence(wish), kept, advice, Answer(key_caption(wish.tie), "F9", do))


def done_notice(wish: Wish, undo: Callable[[], None]) -> Notice:
    """What was done, with its undoing where there is one."""
    match wish.tie:
        case Tie.JOIN:
            words = QCoreApplication.translate("Ties", "{name} is in one family now with {others}.")
        case Tie.LEAVE:
            words = QCoreApplication.translate("Ties", "{name} is in no family any more.")
        case Tie.MERGE:
            words = QCoreApplication.translate("Ties", "{name}: the two records are one now.")
        case Tie.PART:
            words = QCoreApplication.translate("Ties", "{name}: the records are apart again.")
    said = words.format(name=wish.mine.patient.full_name, others=_others(wish))
    if not wish.undone_by_parting:
        kept = QCoreApplication.translate("Ties", "On leaving, the units stay with the family.")
        return Notice(Tone.DONE, said, kept)
    return Notice(Tone.DONE, said, answer=Answer(QCoreApplication.translate("Ties", "Take it back"), "Ctrl+F8", undo))


def undone_notice(wish: Wish) -> Notice:
    """It was taken back."""
    words = QCoreApplication.translate("Ties", "{name}: everything is as it was.")
    return Notice(Tone.DONE, words.format(name=wish.mine.patient.full_name), seconds=10)


def wish_sentence(wish: Wish) -> str:
    """The act in one sentence, with names and with what happens to how many units."""
    mine, other = wish.mine, wish.other
    told = mine.pooled and mine.unit is not None
    match wish.tie:
        case Tie.JOIN if told and other is not None and not other.family:
            words = QCoreApplication.translate(
                "Ties",
                "One family, one account: {name} brings {units}, {others} brings {theirs}; all of it stays there.",
            )
        case Tie.JOIN if told:
            words = QCoreApplication.translate(
                "Ties", "{name} joins the family of {others}: {units} go to its account and stay there."
            )
        case Tie.JOIN:
            words = QCoreApplication.translate("Ties", "{name} joins the family of {others}; accounts stay apart.")
        case Tie.LEAVE if told:
            words = QCoreApplication.translate(
                "Ties", "{name} leaves the family ({others}) with nothing: {units} stay with it."
            )
        case Tie.LEAVE:
            words = QCoreApplication.translate("Ties", "{name} leaves the family ({others}) and keeps their account.")
        case Tie.MERGE:
            words = QCoreApplication.translate(
                "Ties", "The record {others} goes into {name}: {theirs} come along; it can be parted again."
            )
        case Tie.PART:
            words = QCoreApplication.translate("Ties", "The record {others} is on its own again, with its own account.")
    theirs = _units(other) if other is not None else ""
    return words.format(name=mine.patient.full_name, others=_others(wish), units=_units(mine), theirs=theirs)


def _others(wish: Wish) -> str:
    if wish.other is None:
        return _names(wish.mine.others)
    if wish.tie is Tie.JOIN:
        return _names((wish.other.patient, *wish.other.others))
    # Two records of one person often have one name: the phone tells them apart.
    one = wish.other.patient
    return f"{one.full_name} {formats.phone_tail(one.phones[0])}" if one.phones else one.full_name


def _names(people: Sequence[Patient]) -> str:
    return ", ".join(one.full_name for one in people) or "\N{EM DASH}"


def _units(stake: Stake) -> str:
    if stake.unit is None:
        return formats.number(stake.units, 0, language.current())
    return formats.units(stake.units, stake.unit, language.current())
