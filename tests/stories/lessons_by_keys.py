"""How each lesson is done by keys, and the usual mistake in each: what a pupil presses, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt

from tests.stories.pupil import CTRL, SHIFT, Pupil
from ui import language

Doing = Callable[[Pupil], object]

F1, F4, F7, F8, F9, F11 = Qt.Key.Key_F1, Qt.Key.Key_F4, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F11
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def _english() -> bool:
    """Half of the pupils go the other way, where there are two."""
    return language.current() == "en"


# how it is done


def find_without_card(pupil: Pupil) -> None:
    pupil.find(pupil.told("anna_surname") if _english() else pupil.born("anna"), "anna")
    pupil.add("visit", by="word")
    pupil.pay()


def wrong_layout(pupil: Pupil) -> None:
    pupil.find(pupil.told("pavel_typed"), "pavel")
    pupil.add("test", by="layout")
    pupil.pay()


def _write_down(pupil: Pupil, person: str) -> None:
    """Nobody of that name is found, and the form is opened with it."""
    pupil.search(pupil.told(f"{person}_surname").lower())
    pupil.press(F4)
    pupil.fill_in(person)


def _agree(pupil: Pupil, *channels: str) -> None:
    form = pupil.room.form.view
    pupil.tick(form.program, form.data, *(form.channels[one] for one in channels))


def enrol(pupil: Pupil) -> None:
    _write_down(pupil, "olga")
    _agree(pupil, "sms")
    pupil.save()
    pupil.add("visit")
    pupil.pay()


def insurer(pupil: Pupil) -> None:
    if _english():
        pupil.scan("igor")
    else:
        pupil.find(pupil.told("igor_surname"), "igor")
    pupil.add("visit")
    pupil.add("test")
    pupil.go_to_line("visit")
    pupil.press(Qt.Key.Key_4, CTRL)
    pupil.press(F1)
    pupil.press(ESC)
    pupil.pay()


def spend(pupil: Pupil) -> None:
    pupil.scan("irina")
    pupil.add("visit")
    pupil.add("test")
    pupil.spend_all()
    pupil.press(ENTER)
    pupil.pay()


def why_not(pupil: Pupil) -> None:
    pupil.scan("nina")
    pupil.add("visit")
    pupil.add("test")
    pupil.spend_all()
    _read_why(pupil)
    pupil.pay()


def no_discount(pupil: Pupil) -> None:
    pupil.scan("zoya")
    pupil.add("visit")
    pupil.add("drug")
    _read_why(pupil)
    pupil.pay()


def _read_why(pupil: Pupil) -> None:
    pupil.press(F1)
    to_the_desk = pupil.room.view.why.sentences()
    pupil.press(Qt.Key.Key_Right)
    assert to_the_desk
    assert pupil.room.view.why.sentences() != to_the_desk
    pupil.press(ESC)


def return_one(pupil: Pupil) -> None:
    pupil.scan("maria")
    pupil.open_receipt("before")
    pupil.give_back("test")
    pupil.press(F9)


def undo(pupil: Pupil) -> None:
    if _english():
        pupil.find(pupil.told("dmitry_surname"), "dmitry")
        pupil.press(F8, SHIFT)
        pupil.press(F9, SHIFT)
        pupil.press(F9, SHIFT)
    else:
        pupil.press(F8)
    pupil.go_to_line("wrong")
    pupil.press(Qt.Key.Key_Delete)
    pupil.add("right")
    pupil.pay()


def card_lost(pupil: Pupil) -> None:
    pupil.find(pupil.born("galina") if _english() else pupil.told("galina_surname"), "galina")
    pupil.press(F11)
    pupil.choose_reason("lost")
    pupil.press(F11, CTRL)
    pupil.press(F11, CTRL)


def family(pupil: Pupil) -> None:
    pupil.scan("misha")
    pupil.press(F4)
    view = pupil.room.form.view.family
    pupil.choose_person(view.person.field, view.person.list, "elena")
    pupil.press(F9)
    pupil.press(ESC)


def document(pupil: Pupil) -> None:
    pupil.scan("lidia")
    pupil.show_document("lidia")
    pupil.add("visit")
    pupil.press(F1)
    pupil.press(ESC)
    pupil.pay()


def new_rules(pupil: Pupil) -> None:
    pupil.scan("vera")
    pupil.press(F7, CTRL)
    pupil.add("visit")
    pupil.pay()


def offline(pupil: Pupil) -> None:
    pupil.find(pupil.told("roman_surname") if _english() else pupil.born("roman"), "roman")
    pupil.add("visit")
    pupil.add("test")
    pupil.spend_all()
    pupil.press(F1)
    pupil.press(ESC)
    pupil.pay()


def lapse(pupil: Pupil) -> None:
    pupil.scan("tamara")
    pupil.press(F7, SHIFT)
    pupil.add("visit")
    pupil.pay()


def friend(pupil: Pupil) -> None:
    _write_down(pupil, "daria")
    referrer = pupil.room.form.view.referrer
    pupil.choose_person(referrer.field, referrer.list, "sofia")
    _agree(pupil)
    pupil.save()


RIGHTLY: Final[dict[str, Doing]] = {
    "find-without-card": find_without_card, "wrong-layout": wrong_layout, "enrol": enrol, "insurer": insurer,
    "spend": spend, "why-not": why_not, "no-discount": no_discount, "return-one": return_one, "undo": undo,
    "card-lost": card_lost, "family": family, "document": document, "new-rules": new_rules, "offline": offline,
    "lapse": lapse, "friend": friend,
}  # fmt: skip


# the usual mistake


def _takes_the_namesake(pupil: Pupil) -> None:
    pupil.find(pupil.told("twin_surname"), "twin")
    pupil.add("visit")
    pupil.pay()


def _bills_nobody(pupil: Pupil) -> None:
    pupil.press(Qt.Key.Key_F6)
    pupil.add("test")
    pupil.press(F9)
    pupil.pay()


def _ticks_calls_too(pupil: Pupil) -> None:
    _write_down(pupil, "olga")
    _agree(pupil, "sms", "call")
    pupil.save()
    pupil.add("visit")
    pupil.pay()


def _lets_him_pay_for_all(pupil: Pupil) -> None:
    pupil.scan("igor")
    pupil.add("visit")
    pupil.add("test")
    pupil.pay()


def _pays_without_units(person: str) -> Doing:
    def do(pupil: Pupil) -> None:
        pupil.find(pupil.told(f"{person}_surname"), person)
        pupil.add("visit")
        pupil.add("test")
        pupil.pay()

    return do


def _gives_a_discount(person: str, *services: str) -> Doing:
    def do(pupil: Pupil) -> None:
        pupil.scan(person)
        for one in services:
            pupil.add(one)
        pupil.take_off_by_hand("3", "постоянный пациент")
        pupil.pay()

    return do


def _gives_two_back(pupil: Pupil) -> None:
    pupil.scan("maria")
    pupil.open_receipt("before")
    pupil.give_back("test")
    pupil.give_back("more")
    pupil.press(F9)


def _pays_beside_the_mistake(pupil: Pupil) -> None:
    pupil.find(pupil.told("dmitry_surname"), "dmitry")
    pupil.add("right")
    pupil.pay()


def _only_blocks(pupil: Pupil) -> None:
    pupil.find(pupil.told("galina_surname"), "galina")
    pupil.press(F11)
    pupil.press(F11, SHIFT)
    pupil.press(F11, SHIFT)


def _joins_somebody_else(pupil: Pupil) -> None:
    """The first one found is taken, without a look at the birth date."""
    pupil.scan("misha")
    pupil.press(F4)
    other = pupil.room.form.view.family.person
    pupil.enter_to(other.field)
    pupil.type("Иванов")
    pupil.press(ENTER)
    pupil.press(F9)


def _shows_the_document_too_late(pupil: Pupil) -> None:
    pupil.scan("lidia")
    pupil.add("visit")
    pupil.pay()
    pupil.scan("lidia")
    pupil.show_document("lidia")


def _tells_nobody(pupil: Pupil) -> None:
    pupil.scan("vera")
    pupil.add("visit")
    pupil.pay()


def _takes_the_payment_alone(pupil: Pupil) -> None:
    pupil.scan("tamara")
    pupil.add("visit")
    pupil.pay()


def _forgets_who_brought_her(pupil: Pupil) -> None:
    _write_down(pupil, "daria")
    _agree(pupil)
    pupil.save()


#: What a pupil does wrong, what is missed, and a part of the sentence that says so, with its reason.
MISTAKES: Final[dict[str, tuple[Doing, str, str]]] = {
    "find-without-card": (_takes_the_namesake, "receipt.other", "that is somebody else. Undo it (F8)"),
    "wrong-layout": (_bills_nobody, "receipt.stranger", "the visit is nobody’s, and nothing comes of it"),
    "enrol": (_ticks_calls_too, "consent.extra", "A consent too many: to calls. The patient did not give it"),
    "insurer": (_lets_him_pay_for_all, "line.payer", "it should say “paid by the insurer”. So it came to"),
    "spend": (_pays_without_units("irina"), "units.none", "Nothing was spent, though"),
    "why-not": (_gives_a_discount("nina", "visit", "test"), "receipt.manual", "The program does not promise it"),
    "no-discount": (_gives_a_discount("zoya", "visit", "drug"), "receipt.manual", "The program does not promise it"),
    "return-one": (_gives_two_back, "return.more", "was given back, but it did take place"),
    "undo": (_pays_beside_the_mistake, "void.none", "what did not take place is paid too"),
    "card-lost": (_only_blocks, "card.only_blocked", "there is no new one: give it (Ctrl+F11)"),
    "family": (_joins_somebody_else, "family.missing", "Somebody else is in the family: Иванов"),
    "document": (_shows_the_document_too_late, "receipt.group", "paid before the document was noted"),
    "new-rules": (_tells_nobody, "told.none", "they will be told twice, or never"),
    "offline": (_pays_without_units("roman"), "units.none", "Nothing was spent, though"),
    "lapse": (_takes_the_payment_alone, "warned.none", "lapse soon, and unwarned they stay good"),
    "friend": (_forgets_who_brought_her, "referral.forgotten", "nobody is thanked for it: F4 opens the form again"),
}
#: Keys of two ways that lead to the same: the pupil of one language goes one of them.
OTHER_WAY: Final[dict[str, set[str]]] = {"undo": {"F8", "Shift+F8", "Shift+F9"}}
