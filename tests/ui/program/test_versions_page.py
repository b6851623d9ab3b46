"""The pages of versions: what is in force and from when, what announcing takes, who was told, what branches may add."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from desk_app import program_drafts
from desk_app.documents.edits import Edit
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.rollout.diary import diary
from desk_app.rollout.retire import ending
from desk_app.rollout.telling import people
from tests.tasks.clinic import Clinic
from tests.tasks.rules import PLAN, Json, announced, document, earning
from tests.ui.conftest import shell as shell
from ui.program.versions.announcing.presenter import AnnouncingPresenter
from ui.program.versions.announcing.words import ready_words
from ui.program.versions.branches.presenter import BranchesPresenter
from ui.program.versions.parting.presenter import PartingPresenter
from ui.program.versions.presenter import VersionsPresenter
from ui.program.versions.telling.file import table_of
from ui.program.versions.telling.presenter import TellingPresenter

Answer = TypeVar("Answer")


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    with ExitStack() as stack:
        yield Clinic.open(stack, tmp_path, "harbour", "a")


def at_once(work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[Exception], None]) -> None:
    try:
        answer = work()
    except (Refusal, Trouble) as why:
        failed(why)
    else:
        done(answer)


def refused(problem: Refusal | Trouble) -> None:
    raise problem


def listing(desk: Desk) -> VersionsPresenter:
    made = VersionsPresenter(desk, lambda _: None, lambda _: None, refused, at_once, lambda: "en")
    made.refresh()
    return made


def announcing(desk: Desk, given: Json) -> AnnouncingPresenter:
    made = AnnouncingPresenter(desk, lambda _: None, refused, at_once, lambda: "en")
    made.open(program_drafts.begin(desk, given, "").key)
    return made


def parting(desk: Desk, mark: str = "") -> PartingPresenter:
    made = PartingPresenter(desk, lambda _: None, refused)
    made.open(mark)
    return made


def telling(desk: Desk, mark: str) -> TellingPresenter:
    made = TellingPresenter(desk, lambda _: None, refused, at_once)
    made.open(mark)
    return made


# the list


def test_every_version_says_from_when_to_when_it_holds(clinic: Clinic) -> None:
    first = clinic.now.date()
    ahead = announced(clinic, earning("5"))

    rows = [row.life for row in listing(clinic.desk).state.rows if row.life is not None]

    assert [(row.status, row.record.effective_from, row.last_day) for row in rows] == [
        ("announced", ahead.effective_from, None), ("in_force", first, ahead.effective_from - timedelta(days=1)),
    ]  # fmt: skip


def test_what_is_looked_at_stays_in_sight_while_it_is_looked_at_anew(clinic: Clinic) -> None:
    shown: list[bool] = []
    page = VersionsPresenter(clinic.desk, lambda state: shown.append(state.seen is not None), lambda _: None, refused,
                             at_once, lambda: "en")  # fmt: skip
    page.refresh()
    shown.clear()

    page.refresh()

    assert all(shown)


def test_a_deleted_draft_comes_back_as_it_was(clinic: Clinic) -> None:
    kept = program_drafts.begin(clinic.desk, earning("7"), "next year")
    page = listing(clinic.desk)

    assert page.delete() == kept
    assert program_drafts.drafts(clinic.desk) == ()
    page.undo()
    assert [(one.key, one.document) for one in program_drafts.drafts(clinic.desk)] == [(kept.key, kept.document)]


def test_a_version_is_looked_at_with_its_differences_its_diary_and_who_heard_of_it(clinic: Clinic) -> None:
    clinic.enrol("ira")
    made = announced(clinic, earning("5"))
    page = listing(clinic.desk)
    page.refresh(made.mark)

    assert page.desks_informed()

    seen = page.state.seen
    assert seen is not None
    assert seen.heard is not None
    said = "What the level “all” gives back: now 5%, before 10%."
    assert [(one.kind, one.words) for one in seen.changes] == [("worse", said)]
    assert [one.what for one in seen.diary] == ["announced", "desks"]
    assert (seen.heard.told, seen.heard.not_told) == (0, 1)


def test_a_draft_with_open_questions_says_how_many(clinic: Clinic) -> None:
    given = document(change=lambda one: one["expiry"].pop("warn_days"))
    program_drafts.begin(clinic.desk, given, "")

    seen = listing(clinic.desk).state.seen

    assert seen is not None
    assert (seen.problems, seen.changes) == (1, ())


# announcing


def test_what_is_better_holds_at_once_when_it_is_asked_for_twice(clinic: Clinic) -> None:
    page = announcing(clinic.desk, earning("20"))
    page.take_plan(PLAN.to_json())

    assert page.state.start == clinic.now.date()
    assert page.announce() is None
    assert page.state.agreed
    made = page.announce()

    assert made is not None
    assert made.effective_from == clinic.now.date()
    assert program_drafts.drafts(clinic.desk) == ()


def test_a_day_before_the_notice_is_over_is_refused_at_its_field(clinic: Clinic) -> None:
    page = announcing(clinic.desk, earning("5"))
    lawful = clinic.now.date() + timedelta(days=30)
    page.take_plan(PLAN.to_json())
    assert page.state.start == lawful

    page.take_day(lawful - timedelta(days=1))
    assert page.state.faults["day"].code == "notice.too_early"
    assert page.announce() is None

    page.take_day(lawful)
    assert not page.state.faults
    made = page.announce()
    assert made is not None
    assert made.effective_from == lawful


def test_a_plan_that_nobody_made_is_asked_for_at_its_field_and_kept_as_it_is_typed(clinic: Clinic) -> None:
    page = announcing(clinic.desk, earning("5"))

    assert page.announce() is None
    assert list(page.state.faults) == ["channels"]
    page.take_plan({"channels": ["desk"]})
    assert page.announce() is None
    assert list(page.state.faults) == ["owner"]
    page.take_plan({"channels": ["desk"], "owner": "Ирина"})

    (kept,) = program_drafts.drafts(clinic.desk)
    assert kept.plan == {"channels": ["desk"], "owner": "Ирина"}
    assert page.announce() is not None


def test_findings_block_until_they_are_mended_or_explained(clinic: Clinic) -> None:
    bill = [{"service": "A1", "category": "treatment", "price": "1000.00"}]
    given = document(change=lambda one: one.update(
        examples=[{"title": "one", "bill": bill, "claims": {"earns": 150}}],
        notice={**one["notice"], "worsening_days": 0},
    ))  # fmt: skip
    page = announcing(clinic.desk, given)
    page.take_plan(PLAN.to_json())
    assert page.announce() is None
    severities = [one.finding.severity for one in page.state.open]
    assert {"error", "warning"} <= set(severities)

    page.look_at(severities.index("error"))
    page.mend()
    for place, one in enumerate(page.state.findings):
        assert one.finding.severity == "warning"
        page.look_at(place)
        page.explain("так решил собственник")

    assert page.state.open == ()
    (kept,) = program_drafts.drafts(clinic.desk)
    assert set(kept.reasons.values()) == {"так решил собственник"}
    assert page.announce() is not None


def test_the_rules_that_hold_are_nothing_to_announce(clinic: Clinic) -> None:
    page = announcing(clinic.desk, document())

    assert page.state.same


def test_too_few_at_the_desks_who_know_the_new_rules_are_a_warning(clinic: Clinic) -> None:
    page = AnnouncingPresenter(clinic.desk, lambda _: None, refused, at_once, lambda: "en", lambda _: (3, 5))
    page.open(program_drafts.begin(clinic.desk, earning("5"), "").key)
    page.take_plan(PLAN.to_json())

    assert "3 of 5" in ready_words(page.state.ready)
    assert ready_words((4, 5)) == ""
    assert page.announce() is not None, "it warns, and does not forbid"


# withdrawing, and the program's end


def test_a_version_is_withdrawn_with_a_reason_when_it_is_asked_for_twice(clinic: Clinic) -> None:
    made = announced(clinic, earning("5"))
    page = parting(clinic.desk, made.mark)

    assert not page.do()
    assert page.state.faults["reason"].code == "reason.missing"
    page.take_reason("передумали")
    assert not page.do()
    assert page.do()

    assert [row.status for row in listing(clinic.desk).state.rows] == ["withdrawn", "in_force"]
    assert diary(clinic.desk, made.mark)[-1].text == "передумали"


def test_the_program_ends_with_its_notice_and_what_is_left_stays_good(clinic: Clinic) -> None:
    page = parting(clinic.desk)
    lawful = clinic.now.date() + timedelta(days=30)
    assert (page.state.start, page.state.last_good_day) == (lawful, lawful + timedelta(days=page.state.wind_down))

    page.take_day(lawful - timedelta(days=1))
    assert page.state.faults["day"].code == "end.too_early"
    page.take_day(None)
    page.take_reason("клиника переезжает")
    page.take_plan(PLAN.to_json())
    assert not page.do()
    assert page.do()

    end = ending(clinic.desk)
    assert end is not None
    assert (end.day, end.last_good_day) == (lawful, lawful + timedelta(days=90))

    back = parting(clinic.desk)
    assert back.state.mode == "back"
    back.take_reason("не переезжает")
    assert not back.do()
    assert back.do()
    assert ending(clinic.desk) is None


# who was told


def test_patients_are_noted_found_and_written_to_a_file(clinic: Clinic) -> None:
    for name in ("Иванова", "Петрова", "=Сидорова"):
        clinic.enrol(name)
    made = announced(clinic, earning("5"))
    page = telling(clinic.desk, made.mark)
    assert len(page.state.people) == 3

    page.search("петр")
    assert [one.name for one in page.state.people] == ["Петрова"]
    page.choose_way("call")
    assert page.note_one() is not None
    assert page.note_one() is None, "the first time counts"

    page.search("")
    assert {one.name for one in page.state.people} == {"Иванова", "=Сидорова"}
    assert page.state.total == 2
    lines = table_of(page.all_people(), ("name",), "ru").decode("utf-8-sig").splitlines()
    assert {line.split(";")[0] for line in lines[1:]} == {"Иванова", "'=Сидорова"}
    page.choose_scope("told")
    assert [(one.name, one.way, one.told) for one in page.state.people] == [("Петрова", "call", clinic.now.date())]


def test_the_list_goes_on_as_one_goes_down(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.program.versions.telling.presenter.PAGE", 2)
    for name in ("one", "two", "three"):
        clinic.enrol(name)
    page = telling(clinic.desk, announced(clinic, earning("5")).mark)
    assert (len(page.state.people), page.state.more) == (2, True)

    page.highlight(1)

    assert (len(page.state.people), page.state.more, page.state.chosen) == (3, False, 1)
    assert {one.member for one in page.state.people} == {
        one.member for one in people(clinic.desk, page.state.mark, told=False)
    }


# branches


def test_a_branch_adds_a_rule_within_the_limits_and_is_refused_at_the_field(clinic: Clinic) -> None:
    page = BranchesPresenter(clinic.desk, lambda _: None, refused)
    page.refresh()
    assert page.state.limits is None
    page.begin_limits()
    page.take_limit("percent", "10")
    assert page.do()

    page.begin_rule()
    page.edit((Edit("promotions[0].effect.percent", "15"),))
    assert not page.do()
    assert [(one.code, one.place) for one in page.state.problems] == [("local.percent", "promotions[0].effect.percent")]
    page.edit((Edit("promotions[0].effect.percent", "10"),))
    assert page.do()

    assert [(one.branch, one.document["effect"]) for one in page.state.rules] == [
        (clinic.desk.branch, {"percent": "10"})
    ]
    assert page.state.mode == "list"


def test_a_rule_being_typed_is_there_after_the_computer_was_switched_off(clinic: Clinic) -> None:
    page = BranchesPresenter(clinic.desk, lambda _: None, refused, lambda: page.keep())
    page.refresh()
    page.begin_limits()
    assert page.do()
    page.begin_rule()
    page.edit((Edit("promotions[0].name.ru", "Весна на Садовой"),))

    again = BranchesPresenter(clinic.desk, lambda _: None, refused)
    again.refresh()
    again.begin_rule()

    assert again.state.document["promotions"][0]["name"]["ru"] == "Весна на Садовой"
    assert again.do()
    again.begin_rule()
    assert again.state.document["promotions"][0]["name"]["ru"] == "Акция филиала"


def test_a_rule_of_a_branch_ends_with_a_reason_and_no_sooner_than_the_notice(clinic: Clinic) -> None:
    page = BranchesPresenter(clinic.desk, lambda _: None, refused)
    page.refresh()
    page.begin_limits()
    page.take_limit("days", 100)
    assert page.do()
    page.begin_rule()
    page.edit((Edit("promotions[0].when.to", (clinic.now.date() + timedelta(days=90)).isoformat()),))
    assert page.do()

    page.begin_ending()
    assert not page.do()
    assert page.state.problems[0].code == "reason.missing"
    page.take_reason("мало кто приходит")
    assert not page.do()
    assert page.do()

    rows = listing(clinic.desk).state.rows
    assert rows[0].life is not None
    assert rows[0].life.record.effective_from == clinic.now.date() + timedelta(days=30)
