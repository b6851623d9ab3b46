"""New rules at the desk: said calmly from the announcement on, noted with one key, and no bill is paid under others."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt

from desk_app.acts import new_id
from desk_app.checkup import check_up, unanswered
from desk_app.documents.edits import Edit, edited
from desk_app.ports import VersionRecord
from desk_app.rollout import telling
from desk_app.rollout.announce import announce
from desk_app.rollout.diary import diary, note_of_leaflet
from desk_app.rollout.plan import Plan
from tests.ui.clinic import Clinic
from tests.ui.desk.conftest import Counter, Desktop
from ui.desk.happenings import Moved, RulesTold

CTRL = Qt.KeyboardModifier.ControlModifier
LESS = (Edit("levels.steps[0].earn.percent", "1"), Edit("levels.steps[0].discount", "0"))


def announced(clinic: Clinic, *edits: Edit) -> VersionRecord:
    """The program of the clinic with something made otherwise."""
    desk = clinic.desk
    with desk.store.reading() as reading:
        # its published examples were true of the old rates alone
        document = edited(reading.versions()[-1].document, [*(edits or LESS), Edit("examples", None)])
        services = reading.services("", 10_000)
    found = unanswered(check_up(document, now=desk.clock(), services=services), {})
    reasons = {one.key: "так надо" for one in found}
    plan = Plan(("desk",), "Старшая", sentence={"en": "Our rules change.", "ru": "Правила меняются."})
    return announce(desk, document, None, plan, reasons, new_id())


def test_the_card_says_what_changes_and_one_key_notes_that_it_was_said(desktop: Desktop) -> None:
    record = announced(desktop.clinic)
    day = f"{record.effective_from.day}\N{NO-BREAK SPACE}{record.effective_from:%B}"
    desktop.room.presenter.refresh()
    desktop.find("щел")

    title, news = desktop.room.view.news.sentences()
    assert title.startswith(f"New rules from {day}")
    assert news.startswith("Our rules change.")
    assert "1% then, 3% now" in news
    assert title in desktop.room.view.patient.sentences()
    assert desktop.room.bound["tell_rules"].isEnabled()

    desktop.press(Qt.Key.Key_F7, modifier=CTRL)

    assert desktop.notice == "Noted: Щёлокова Анна Юрьевна was told of the new rules."
    assert not desktop.room.bound["tell_rules"].isEnabled()
    assert telling.heard(desktop.clinic.desk, record.mark).by_way == {"desk": 1}
    assert desktop.room.view.news.sentences() == ()
    (news,) = [one for one in desktop.room.view.patient.sentences() if one.startswith("New rules from")]
    assert "told" in news


def test_nobody_at_the_desk_and_staff_know_all_the_same(counter: Counter) -> None:
    announced(counter.clinic)
    counter.presenter.refresh()
    assert [one.kind for one in counter.state.news] == ["ahead"]

    counter.open("anna")
    counter.presenter.new_rules.tell()
    assert [type(one) for one in counter.told][-1] is RulesTold
    counter.open("stranger")
    assert counter.state.patient is not None
    assert counter.state.patient.news == ()


def test_a_bill_open_at_midnight_of_the_change_is_shown_anew_and_then_paid(counter: Counter) -> None:
    record = announced(counter.clinic)
    zone = ZoneInfo("Europe/Moscow")
    midnight = datetime.combine(record.effective_from, datetime.min.time(), zone)
    counter.clinic.clock.now = midnight - timedelta(minutes=2)
    counter.open("anna")
    counter.add("B01.047.001")
    before = counter.state.bill.quote
    assert before is not None
    assert before.version == 1

    counter.clinic.clock.now = midnight + timedelta(minutes=1)
    counter.presenter.pay()

    moved = counter.told[-1]
    assert isinstance(moved, Moved)
    assert (moved.rules, moved.before == moved.now) == (True, True)
    now = counter.state.bill.quote
    assert now is not None
    assert (now.version, now.earns < before.earns) == (2, True)
    assert counter.state.patient is not None
    (news,) = counter.state.patient.news
    assert news.is_first_day
    counter.presenter.pay()
    assert counter.state.done is not None
    assert counter.state.done.quote.version == 2


def test_a_version_that_comes_from_the_centre_moves_the_open_bill(counter: Counter) -> None:
    counter.open("anna")
    counter.add("B01.047.001")
    quote = counter.state.bill.quote
    assert quote is not None

    announced(counter.clinic, Edit("levels.steps[0].earn.percent", "9"))
    counter.presenter.pay()

    assert isinstance(counter.told[-1], Moved)
    now = counter.state.bill.quote
    assert now is not None
    assert now.earns > quote.earns
    counter.presenter.pay()
    assert counter.state.done is not None


def test_the_leaflet_of_what_changes_stands_in_the_diary_once_a_day(counter: Counter) -> None:
    record = announced(counter.clinic)
    for _ in range(2):
        counter.presenter.sheet_out(note_of_leaflet(record.mark))

    assert [one.what for one in diary(counter.clinic.desk, record.mark)] == ["announced", "leaflet"]
    counter.clinic.clock.pass_days(1)
    counter.presenter.sheet_out(note_of_leaflet(record.mark))
    assert [one.what for one in diary(counter.clinic.desk, record.mark)] == ["announced", "leaflet", "leaflet"]


def test_the_bar_says_that_new_rules_hold_and_nothing_was_paid(desktop: Desktop) -> None:
    record = announced(desktop.clinic)
    midnight = datetime.combine(record.effective_from, datetime.min.time(), ZoneInfo("Europe/Moscow"))
    desktop.clinic.clock.now = midnight - timedelta(minutes=2)
    desktop.find("щел")
    desktop.type("B01.047.001")
    desktop.press(Qt.Key.Key_Return)
    desktop.clinic.clock.now = midnight + timedelta(minutes=1)

    desktop.press(Qt.Key.Key_F9)
    assert desktop.notice.startswith(
        "New rules hold now: the sum is the same, what is earned is not. Nothing was paid."
    )
    assert desktop.room.view.news.sentences()[0] == "New rules since today"
    desktop.press(Qt.Key.Key_F9)
    assert desktop.notice.startswith("Paid")
