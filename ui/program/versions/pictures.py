"""The states of the pages of versions that the tour shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar, cast

from desk_app import program_drafts
from desk_app.acts import new_id
from desk_app.checkup import check_up, unanswered
from desk_app.documents.edits import Edit, edited
from desk_app.rollout.announce import announce
from desk_app.rollout.plan import Plan, plan_from
from desk_app.rollout.telling import tell_all
from desk_app.versions import ahead_of, record_on, today
from ui.picture import Picture
from ui.program.versions.presenter import VersionsState

if TYPE_CHECKING:
    from desk_app.ports import Desk, Json, VersionRecord
    from ui.main_window import MainWindow
    from ui.program.page import Stacked
    from ui.program.versions.announcing.page import AnnouncingPage
    from ui.program.versions.branches.page import BranchesPage
    from ui.program.versions.list_page import VersionsPage
    from ui.program.versions.telling.page import TellingPage

Answer = TypeVar("Answer")
#: Points give more from Silver on, and pay less of a bill: some of it is better, some worse.
_EDITS: Final = (
    Edit("levels.steps[1].earn.percent", "7"), Edit("redeem.max_share", "30"),
    Edit("organizer.phone", "8 800 000-00-00"),
)  # fmt: skip
_BETTER: Final = (Edit("levels.steps[1].earn.percent", "7"),)
_BLOCKED: Final = (
    Edit("redeem.max_share", "30"), Edit("notice.worsening_days", 0), Edit("expiry.warn_days", 3),
)  # fmt: skip
_PLAN: Final[dict[str, object]] = {
    "channels": ["desk", "leaflet", "sms"], "owner": "Старшая регистратуры", "desks": "пятиминутка в понедельник",
    "leaflet": "300 штук печатает Анна Ким",
    "sentence": {"ru": "С нового года правила другие, вот листовка.", "en": "There are new rules from January."},
}  # fmt: skip


def at_once(work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[Exception], None]) -> None:
    """Work that is done when the picture is taken."""
    done(work())


def room_of(window: MainWindow, desk: Desk) -> Stacked:
    """The room with no drafts but those a picture makes."""
    for draft in program_drafts.drafts(desk):
        program_drafts.forget(desk, draft.key)
    window.show_room("program")
    room = cast("Stacked", window.screen_named("program").presenter)
    page = cast("VersionsPage", room.page("versions").presenter)
    page.presenter._run = at_once
    return room


def rules(desk: Desk, edits: Sequence[Edit]) -> Json:
    """The rules in force, changed; the published examples say what comes of them."""
    with desk.store.reading() as reading:
        document = edited(record_on(reading, today(desk, reading)).document, edits)
    untrue = [one for one in check_up(document, now=desk.clock()) if one.id == "C01" and edits is not _BLOCKED]
    return edited(document, [edit for one in untrue for edit in one.fix])


def announced(desk: Desk, edits: Sequence[Edit] = _EDITS) -> VersionRecord:
    """A version that is announced already; announced once, however many pictures show it."""
    with desk.store.reading() as reading:
        ahead = ahead_of(reading.versions(), today(desk, reading))
    if ahead:
        return ahead[-1]
    document = rules(desk, edits)
    reasons = {one.key: "так и задумано" for one in unanswered(check_up(document, now=desk.clock()), {})}
    return announce(desk, document, None, _plan(), reasons, new_id())


def _plan() -> Plan:
    return plan_from(_PLAN)


# the list


def _in_force(window: MainWindow, desk: Desk) -> None:
    """What is drafted and in force, and what is known of the version that holds."""
    room = room_of(window, desk)
    room.open_page("versions")


def _a_draft(window: MainWindow, desk: Desk) -> None:
    """A draft beside the version in force: each difference in a sentence."""
    room = room_of(window, desk)
    draft = program_drafts.begin(desk, rules(desk, _EDITS), "Клуб 2027", 2)
    room.open_draft(draft.key, "versions")


def _an_announced_one(window: MainWindow, desk: Desk) -> None:
    """An announced version: who was told, what it changes, the plan, its diary."""
    made = announced(desk)
    room_of(window, desk).open_version(made.mark, "versions")


def _held(window: MainWindow, desk: Desk) -> VersionsPage:
    """The list, which nothing refreshes any more."""
    room = room_of(window, desk)
    page = cast("VersionsPage", room.page("versions").presenter)
    page.presenter.refresh()
    page.presenter.refresh = lambda key=None: None  # type: ignore[method-assign]  # the picture stays
    return page


def _nothing(window: MainWindow, desk: Desk) -> None:
    """There is no program yet."""
    page = _held(window, desk)
    page.presenter.state = VersionsState()
    page._show(page.presenter.state)


def _looking(window: MainWindow, desk: Desk) -> None:
    """A version is being looked at; the list answers meanwhile."""
    page = _held(window, desk)
    page.presenter._run = lambda work, done, failed: None
    page.presenter.state = replace(page.presenter.state, looked=None)
    page._show(page.presenter.state)


def _failed(window: MainWindow, desk: Desk) -> None:
    """A version could not be looked at; the rest works."""
    page = _held(window, desk)
    page.presenter._run = lambda work, done, failed: None
    page.presenter.state = replace(page.presenter.state, looked=None, failed=True)
    page._show(page.presenter.state)


def _shut(window: MainWindow, desk: Desk) -> None:
    """A desk that can only be read: everything is shown, nothing is done."""
    page = _held(window, desk)
    page.presenter.state = replace(page.presenter.state, shut=True)
    page._show(page.presenter.state)


# announcing


def _announcing(window: MainWindow, desk: Desk, edits: Sequence[Edit], plan: dict[str, object]) -> AnnouncingPage:
    room = room_of(window, desk)
    draft = program_drafts.begin(desk, rules(desk, edits), "Клуб 2027", 2)
    program_drafts.save(desk, program_drafts.Draft(draft.key, draft.name, draft.document, 2, plan=plan))
    room.open_draft(draft.key, "announcing")
    page = cast("AnnouncingPage", room.page("announcing").presenter)
    page.presenter._run = at_once
    page.presenter.refresh()
    return page


def _worse(window: MainWindow, desk: Desk) -> None:
    """Something is taken away: the first lawful day, and how patients will hear of it."""
    _announcing(window, desk, _EDITS, _PLAN)


def _better(window: MainWindow, desk: Desk) -> None:
    """Nothing is taken away: it may begin at once."""
    _announcing(window, desk, _BETTER, {})


def _too_early(window: MainWindow, desk: Desk) -> None:
    """A day before the notice is over is refused at its field."""
    page = _announcing(window, desk, _EDITS, {})
    with desk.store.reading() as reading:
        page.presenter.take_day(today(desk, reading))


def _blocked(window: MainWindow, desk: Desk) -> None:
    """What the check-up found has to be answered first."""
    page = _announcing(window, desk, _BLOCKED, _PLAN)
    page._announce()


def _reasoned(window: MainWindow, desk: Desk) -> None:
    """A warning is looked at: why it may stay is written below it."""
    page = _announcing(window, desk, _BLOCKED, _PLAN)
    page._announce()
    found = page.presenter.state.findings
    page.presenter.look_at(next(i for i, one in enumerate(found) if one.finding.severity == "warning"))
    page.view.reason.setFocus()


def _unplanned(window: MainWindow, desk: Desk) -> None:
    """Nobody said how patients will hear of it: F9 leads to the field that is missing."""
    page = _announcing(window, desk, _EDITS, {"channels": ["desk"]})
    page._announce()


def _unreadable(window: MainWindow, desk: Desk) -> None:
    """A draft with questions that nobody answered: Enter leads to them."""
    _announcing(window, desk, (Edit("expiry.period", "год с небольшим"), Edit("redeem.max_share")), {})


# parting


def _withdrawing(window: MainWindow, desk: Desk) -> None:
    """An announced version is withdrawn: what happens, and why."""
    made = announced(desk)
    room_of(window, desk).open_version(made.mark, "parting")


def _ending(window: MainWindow, desk: Desk) -> None:
    """The program ends: from which day, what becomes of units, how patients hear of it."""
    room_of(window, desk).open_version("", "parting")


# who was told


def _told(window: MainWindow, desk: Desk, scope: str = "missing", text: str = "") -> None:
    made = announced(desk)
    with desk.store.reading() as reading:
        first = reading.audience(made.mark, made.effective_from, False, "", 12)
    tell_all(desk, [one.member for one in first[:7]], made.mark, "desk")
    tell_all(desk, [one.member for one in first[7:]], made.mark, "leaflet")
    room = room_of(window, desk)
    room.open_version(made.mark, "telling")
    page = cast("TellingPage", room.page("telling").presenter)
    page.presenter._run = at_once
    page.presenter.choose_scope(scope)
    page.presenter.search(text)
    page.presenter.refresh()


def _not_told_yet(window: MainWindow, desk: Desk) -> None:
    """Patients who were not told of new rules yet: a page, and how many follow."""
    _told(window, desk)


def _were_told(window: MainWindow, desk: Desk) -> None:
    """Patients who were told: when, how and by whom."""
    _told(window, desk, "told")


def _messages(window: MainWindow, desk: Desk) -> None:
    """Those not told who agreed to messages: to be written to."""
    _told(window, desk, "sms")


def _nobody(window: MainWindow, desk: Desk) -> None:
    """A search that finds nobody."""
    _told(window, desk, "missing", "ъъъ")


# branches


def _branches(window: MainWindow, desk: Desk) -> BranchesPage:
    room = room_of(window, desk)
    room.open_page("branches")
    page = cast("BranchesPage", room.page("branches").presenter)
    page.presenter.refresh()
    return page


def _no_limits(window: MainWindow, desk: Desk) -> None:
    """The network has not said yet what a branch may add."""
    _branches(window, desk)


def _limits(window: MainWindow, desk: Desk) -> None:
    """The limits for every branch."""
    _branches(window, desk)._begin_limits()


def _a_rule(window: MainWindow, desk: Desk) -> None:
    """A rule of a branch that asks for more than the network allows is refused at its field."""
    page = _allowed(window, desk)
    page._begin_rule()
    page.presenter.edit((Edit("promotions[0].effect.percent", "15"),))
    page._do()


def _rules(window: MainWindow, desk: Desk) -> None:
    """What the network allows, and what branches added."""
    page = _allowed(window, desk)
    page._begin_rule()
    page._do()


def _allowed(window: MainWindow, desk: Desk) -> BranchesPage:
    page = _branches(window, desk)
    page._begin_limits()
    page._do()
    return page


PICTURES = (
    Picture("program-versions", _in_force),
    Picture("program-versions-draft", _a_draft),
    Picture("program-versions-none", _nothing),
    Picture("program-versions-looking", _looking),
    Picture("program-versions-failed", _failed),
    Picture("program-versions-shut", _shut),
    Picture("program-announce", _worse),
    Picture("program-announce-better", _better),
    Picture("program-announce-early", _too_early),
    Picture("program-announce-blocked", _blocked),
    Picture("program-announce-reason", _reasoned),
    Picture("program-announce-plan", _unplanned),
    Picture("program-announce-open", _unreadable),
    Picture("program-end", _ending),
    Picture("program-branches-none", _no_limits),
    Picture("program-branches-limits", _limits),
    Picture("program-branches-rule", _a_rule),
    Picture("program-branches", _rules),
    Picture("program-versions-announced", _an_announced_one),
    Picture("program-withdraw", _withdrawing),
    Picture("program-told-missing", _not_told_yet),
    Picture("program-told", _were_told),
    Picture("program-told-messages", _messages),
    Picture("program-told-nobody", _nobody),
)
