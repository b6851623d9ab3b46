"""Who was told of new rules and who was not, and what staff are shown for the patient at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest

from desk_app import enrolment, lapse
from desk_app.domain.errors import Refusal
from desk_app.domain.people import Patient
from desk_app.rollout.at_desk import news, to_tell
from desk_app.rollout.retire import retire
from desk_app.rollout.telling import addressees, everybody, heard, people, tell, tell_all
from tests.tasks.clinic import Clinic
from tests.tasks.rules import PLAN, Json, announced, document, earning


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """Four members and a stranger, of whom two agreed to messages; 5 % instead of 10 is announced."""
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path_factory.mktemp("clinic"), "harbour")
        for name in ("anna", "boris", "vera", "galina"):
            clinic.enrol(name, phones=("+79120000001",), email=f"{name}@example.org" if name != "vera" else "")
        enrolment.add_patient(clinic.desk, Patient("", "Прохожий"), clinic.op())
        for name in ("anna", "vera"):
            enrolment.record_consent(clinic.desk, member(name), "messages", "email", True, clinic.op())
        announced(clinic, earning("5"))
        yield clinic


def member(name: str) -> str:
    from desk_app import acts

    return acts.op_id(f"member:{name}")


def mark(clinic: Clinic) -> str:
    with clinic.desk.store.reading() as reading:
        return reading.versions()[-1].mark


def test_everybody_is_to_be_told_and_each_is_counted_once(shared: Clinic) -> None:
    version = mark(shared)
    shared.desk.operator = "Анна"
    assert (heard(shared.desk, version).audience, heard(shared.desk, version).told) == (4, 0)

    tell(shared.desk, member("anna"), version, "desk")
    tell(shared.desks["b"], member("anna"), version, "leaflet")
    shared.exchange()
    tell(shared.desk, member("anna"), version, "call")
    tell(shared.desks["b"], member("boris"), version, "leaflet")
    shared.exchange()

    for desk in shared.desks.values():
        counts = heard(desk, version)
        assert (counts.told, counts.not_told, dict(counts.by_way)) == (2, 2, {"desk": 1, "leaflet": 1})
        assert counts.by_day == {shared.now.date(): 2}
        told = {row.name: (row.way, row.by) for row in people(desk, version, told=True)}
        assert told == {"anna": ("desk", "Анна"), "boris": ("leaflet", "e-1")}
        assert {row.name for row in everybody(desk, version, told=False)} == {"vera", "galina"}


def test_the_list_goes_by_pages(shared: Clinic) -> None:
    version = mark(shared)
    pages, after = [], ""
    while page := people(shared.desk, version, told=False, after=after, limit=1):
        pages.append(page)
        after = page[-1].member

    assert [len(page) for page in pages] == [1] * len(pages)
    assert [page[0] for page in pages] == list(people(shared.desk, version, told=False))


def test_messages_go_to_those_alone_who_agreed_and_can_be_reached(shared: Clinic) -> None:
    version = mark(shared)
    before = {one.name for one in addressees(shared.desk, version, "email")}

    assert before <= {"anna"}  # Vera agreed and has no address; Anna may have been told
    assert list(addressees(shared.desk, version, "sms")) == []


def test_many_are_told_at_once_and_only_once(clinic: Clinic) -> None:
    names = [clinic.enrol(f"patient {number}") for number in range(5)]
    record = announced(clinic, earning("5"))
    tell(clinic.desk, names[0], record.mark, "desk")

    assert tell_all(clinic.desk, names, record.mark, "email") == 4
    assert tell_all(clinic.desk, names, record.mark, "sms") == 0
    assert dict(heard(clinic.desk, record.mark).by_way) == {"desk": 1, "email": 4}
    with pytest.raises(Refusal, match=r"plan\.channel"):
        tell(clinic.desk, names[0], record.mark, "pigeon")
    with pytest.raises(Refusal, match=r"version\.unknown"):
        tell(clinic.desk, names[0], "nothing", "desk")


def test_whoever_left_or_joined_under_the_new_rules_is_not_counted(clinic: Clinic) -> None:
    gone = clinic.enrol("gone")
    clinic.enrol("here")
    record = announced(clinic, earning("5"))
    lapse.leave(clinic.desk, gone, clinic.op())
    assert heard(clinic.desk, record.mark).audience == 1

    clinic.later(days=30)
    clinic.enrol("new")
    assert heard(clinic.desk, record.mark).audience == 1


def test_staff_see_news_from_the_announcement_on_until_she_was_told(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    assert news(clinic.desk, ira) == news(clinic.desk) == ()
    record = announced(clinic, earning("5"))

    for desk in clinic.desks.values():
        (one,) = news(desk, ira)
        assert (one.kind, one.day, one.told, one.label) == ("ahead", record.effective_from, None, "2")
        assert [(each.key, each.kind) for each in one.differences] == [("levels.steps.earn", "worse")]
        assert one.sentence["ru"] == PLAN.sentence["ru"]
    assert [one.mark for one in news(clinic.desk)] == [record.mark]

    tell(clinic.desk, ira, record.mark, "desk")
    assert [one.told for one in news(clinic.desk, ira)] == [clinic.now.date()]
    assert to_tell(clinic.desk, ira) is None


def test_on_the_first_day_the_rules_are_new_since_today(clinic: Clinic) -> None:
    ira, oleg = clinic.enrol("ira"), clinic.enrol("oleg")
    record = announced(clinic, earning("5"))
    tell(clinic.desk, ira, record.mark, "desk")

    clinic.later(days=30)
    nina = clinic.enrol("nina")
    assert [(one.kind, one.is_first_day) for one in news(clinic.desk, ira)] == [("since", True)]
    assert news(clinic.desk, nina) == ()  # she joined under them
    clinic.later(days=1)
    assert (news(clinic.desk, ira), [one.kind for one in news(clinic.desk, oleg)]) == ((), ["since"])
    clinic.later(days=31)
    assert news(clinic.desk, oleg) == ()


def test_staff_are_told_what_changes_for_this_patient_alone(clinic: Clinic) -> None:
    """A group she does not belong to and a promotion of another branch are no news to her."""
    ira = clinic.enrol("ira")
    clinic.later(days=1)

    def change(one: Json) -> None:
        one["groups"] = [{"code": "medic", "name": "medic", "document": "card", "discount": "5"}]
        one["promotions"] = [
            {"code": "north", "name": "north", "effect": {"percent": "5"}, "when": {"branches": ["north"]}},
        ]

    record = announced(clinic, document(change=change))
    assert (news(clinic.desk, ira), [one.mark for one in news(clinic.desk)]) == ((), [record.mark])

    enrolment.show_document(clinic.desk, ira, "medic", clinic.op())
    assert [one.key for one in news(clinic.desk, ira)[0].differences] == ["groups"]


def test_the_end_of_the_program_is_news_until_the_last_good_day(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    end = retire(clinic.desk, None, "переезд", PLAN, clinic.op())
    clinic.exchange()

    assert end.day == clinic.now.date() + timedelta(days=30)
    (one,) = news(clinic.desks["b"], ira)
    assert (one.kind, one.day, one.last_good_day) == ("closing", end.day, end.day + timedelta(days=90))
    tell(clinic.desk, ira, end.mark, "desk")
    assert news(clinic.desk, ira)[0].told == clinic.now.date()
    assert heard(clinic.desk, end.mark).told == 1
    clinic.later(days=121)
    assert news(clinic.desk, ira) == ()
