"""Stories from the command line: every act gives what the format promises, and a refusal does not end the story."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CASES, Run

Tell = Callable[..., Any]
ENROL = {"at": "2025-01-10T09:00", "do": "enroll", "member": "ira", "birth_date": "1985-06-15"}
PAY = {"at": "2025-01-10T10:00", "do": "checkout", "as": "b1", "member": "ira",
       "lines": [{"category": "treatment", "price": "1000.00"}]}  # fmt: skip


@pytest.fixture
def story(tessera: Run, tmp_path: Path) -> Tell:
    """Tell a story under the program "harbour-events"; answers what was said, its steps under `json["steps"]`."""

    def tell(*steps: dict[str, Any], **keys: Any) -> Any:
        shutil.copy(CASES / "programs" / "harbour-events.toml", tmp_path / "program.toml")
        shutil.copy(CASES / "programs" / "harbour-v2.toml", tmp_path / "next.toml")
        told = {"program": "program.toml", "start": "2025-01-10", "steps": list(steps), **keys}
        (tmp_path / "a.scenario.json").write_text(json.dumps(told), encoding="utf-8")
        return tessera("replay", tmp_path / "a.scenario.json")

    return tell


def gave(said: Any) -> list[Any]:
    return [step["gave"] for step in said.json["steps"]]


def at(minute: int, do: str, **keys: Any) -> dict[str, Any]:
    return {"at": f"2025-01-11T10:{minute:02}", "do": do, **keys}


def test_every_act_gives_what_is_promised(story: Tell) -> None:
    said = story(
        ENROL, at(0, "enroll", member="oleg", phone="8 912 345-67-89"), at(1, "refer", member="ira", friend="oleg"),
        at(2, "consent", member="ira", kind="messages", state="stopped", channel="sms"),
        at(3, "offer", member="ira", offer={"code": "mine", "name": "Mine", "effect": {"percent": "50"}}),
        at(4, "draft", member="ira", lines=[{"category": "treatment", "price": "100.00"}]),
        at(5, "merge", member="oleg", into="ira"), at(6, "unmerge", member="oleg"),
        at(7, "family_join", member="ira", family="f"), at(8, "family_leave", member="ira"),
        at(9, "publish", program="next.toml", date="2025-02-01"), at(10, "close", date="2025-03-01"),
        at(11, "event", member="ira", event="plan_completed"), at(12, "leave", member="oleg"), at(13, "pass"),
    )  # fmt: skip

    given = gave(said)
    assert said.code == 0
    assert set(given[0]) >= {"card"}
    assert given[2] == {"friend": "oleg", "referred_by": "ira"}
    assert given[3] == {"kind": "messages", "channel": "sms", "state": "stopped"}
    assert given[4] == {"offer": "mine"}
    assert (given[5]["discount"], given[5]["lines"][0]["rule"]) == ("50.00", "offer:mine")
    assert [step["usable"] for step in given[6:10]] == [200, 100, 100, 0]
    assert given[10]["version"] == 2
    assert given[11] == {"last_good_day": "2025-05-30"}
    assert given[12] == {"units": 300}
    assert given[13]["last_good_day"] == "2025-04-11"
    assert given[14] == {}


def test_a_refusal_is_what_the_step_gave_and_the_story_goes_on(story: Tell) -> None:
    said = story(
        ENROL, {**ENROL, "expect": {"error": "member.exists"}}, at(0, "dance", expect={"error": "act.unknown"}),
        at(1, "statement", member="olga", expect={"error": "member.unknown"}),
        at(2, "void", bill="b9", expect={"error": "bill.unknown"}),
        at(3, "checkout", member="ira", lines=[], expect={"error": "lines.empty", "place": "lines"}),
        at(4, "checkout", member="ira", lines=[{"price": "1"}], prise=1, expect={"error": "key.unknown"}),
        at(5, "adjust", member="ira", units=1.5, reason="mistake", expect={"error": "units.bad"}),
        at(6, "reward", member="ira", code="yacht", expect={"error": "reward.unknown"}),
        at(7, "checkout", member="nobody", lines=[{"price": "1"}], expect={"error": "member.unknown"}),
        {"at": "2024-12-31T10:00", "do": "checkout", "member": "ira", "lines": [{"price": "1"}],
         "expect": {"error": "moment.no_version"}},
        at(9, "statement", member="ira", expect={"usable": 100}),
    )  # fmt: skip

    assert (said.code, said.json["passed"], said.json["failed"]) == (0, 12, 0)
    assert all(set(step) == {"error", "place", "message"} for step in gave(said)[1:11])


def test_what_is_not_as_expected_fails_the_story(story: Tell) -> None:
    wrong = story(ENROL, {**PAY, "expect": {"earns": 999}})
    unforeseen = story(ENROL, at(0, "statement", member="olga"))
    unknown = story(ENROL, {**PAY, "expect": {"earns": 100, "colour": "red"}})

    assert (wrong.code, wrong.json["failed"]) == (1, 1)
    assert (unforeseen.code, unforeseen.json["failed"]) == (1, 1)
    assert (unknown.code, unknown.json["failed"]) == (1, 1)


def test_a_desk_that_is_away_hears_the_rest_when_it_is_back(story: Tell) -> None:
    said = story(
        ENROL, {**PAY, "offline": ["b"]}, at(0, "statement", member="ira", on="b", expect={"spent": "0.00"}),
        at(1, "statement", member="ira", on="b", sync=["a", "b"], expect={"spent": "1000.00"}), desks=["a", "b"],
    )  # fmt: skip

    assert said.json["failed"] == 0


def test_a_repeated_act_is_done_once(story: Tell) -> None:
    back = at(1, "return", bill="b1", lines=[{"id": "1", "quantity": 1}], op="back")
    said = story(ENROL, PAY, back, {**back, "at": "2025-01-12T10:00"})

    first, second = gave(said)[2:]
    assert said.code == 0
    assert {**first, "repeated": True} == second


@pytest.mark.parametrize(
    ("keys", "code", "place"),
    [
        ({"program": "none.toml"}, "file.missing", ""), ({"start": "soon"}, "date.bad", "start"),
        ({"desks": ["a", "a"]}, "code.repeated", "desks"), ({"weather": "fine"}, "key.unknown", "weather"),
        ({"steps": "none"}, "value.bad", "steps"), ({"steps": [5]}, "value.bad", "steps[0]"),
        ({"steps": [{"at": "2025-01-10"}]}, "key.missing", "steps[0].do"),
        ({"steps": [{"do": "pass", "on": "z"}]}, "desk.unknown", "steps[0].on"),
        ({"steps": [{"do": "pass", "at": "noon"}]}, "moment.bad", "steps[0].at"),
        ({"steps": [{"do": "pass", "expect": 5}]}, "value.bad", "steps[0].expect"),
    ],
)  # fmt: skip
def test_a_scenario_that_is_none_is_refused(story: Tell, keys: dict[str, Any], code: str, place: str) -> None:
    said = story(**keys)

    assert (said.code, said.json["error"], said.json["place"]) == (2, code, place)


@pytest.mark.parametrize("quantity", [0, -1, 1.5, "1", True])
def test_a_story_returns_whole_pieces_only(story: Tell, quantity: object) -> None:
    said = story(
        ENROL, PAY, at(0, "return", bill="b1", lines=[{"id": "1", "quantity": quantity}],
                       expect={"error": "quantity.bad", "place": "lines[0].quantity"}),
        at(1, "statement", member="ira", expect={"spent": "1000.00"}),
    )  # fmt: skip

    assert said.code == 0, gave(said)


@pytest.mark.parametrize(
    ("given", "kind", "channel"),
    [
        ({"kind": "program"}, "program", ""), ({"kind": "data"}, "data", ""), ({"kind": "messages"}, "messages", ""),
        ({"kind": "messages", "channel": "sms"}, "messages", "sms"), ({"kind": "sms"}, "messages", "sms"),
        ({"kind": "email"}, "messages", "email"), ({"kind": "email", "channel": "email"}, "messages", "email"),
    ],
)  # fmt: skip
def test_a_story_names_consents_as_the_command_line_does(
    story: Tell, given: dict[str, Any], kind: str, channel: str
) -> None:
    said = story(ENROL, at(0, "consent", member="ira", state="stopped", **given))

    assert said.code == 0
    assert gave(said)[1] == {"kind": kind, "channel": channel, "state": "stopped"}


def test_a_consent_nobody_knows_is_refused(story: Tell) -> None:
    said = story(
        ENROL, at(0, "consent", member="ira", kind="telepathy", expect={"error": "value.bad", "place": "kind"}),
        at(1, "consent", member="ira", kind="sms", channel="email", expect={"error": "value.bad"}),
    )  # fmt: skip

    assert said.code == 0, gave(said)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_people_read_a_story_in_words(tessera: Run, story: Tell, tmp_path: Path, lang: str) -> None:
    story(
        ENROL, PAY, at(0, "statement", member="ira"), at(1, "warn", member="ira"),
        at(2, "consent", member="ira", kind="sms"), at(3, "adjust", member="ira", units=5, reason="mistake"),
        at(4, "return", bill="b1", lines=[{"id": "1"}]), at(5, "event", member="ira", event="plan_completed"),
        at(6, "leave", member="ira"), at(7, "close"), at(8, "pass", expect={"error": "none"}),
    )  # fmt: skip

    said = tessera("replay", tmp_path / "a.scenario.json", "--lang", lang, as_json=False)

    told = "\n".join(line for line in said.out.splitlines()[:-1] if "FAIL" not in line)
    raw = ("money_back", "units_back", "level_after", "redeemed_units", "usable", "checkout", "None", "True")
    assert [word for word in raw if word in told] == []
    assert ("счёт оплачен" if lang == "ru" else "bill paid") in told
    assert ("доступно: 205" if lang == "ru" else "may be spent: 205") in told
    assert ("на сообщения (sms): дано" if lang == "ru" else "to messages (sms): given") in told
    assert ("ожидалось" if lang == "ru" else "expected") in said.out
    assert said.out.splitlines()[-1] == "10 passed, 1 failed"


def test_a_story_without_a_desk_is_none(story: Tell) -> None:
    said = story(ENROL, desks=[])

    assert (said.code, said.json["error"], said.json["place"]) == (2, "value.bad", "desks")


@pytest.mark.parametrize(
    ("keys", "code", "place"),
    [
        ({"units": 0, "reason": "mistake"}, "units.bad", "units"), ({"units": 5}, "key.missing", "reason"),
        ({"units": 5, "reason": "  "}, "key.missing", "reason"), ({"reason": "mistake"}, "key.missing", "units"),
    ],
)  # fmt: skip
def test_units_by_hand_take_a_number_and_a_reason(story: Tell, keys: dict[str, Any], code: str, place: str) -> None:
    said = story(
        ENROL, at(0, "adjust", member="ira", **keys, expect={"error": code, "place": place}),
        at(1, "statement", member="ira", expect={"usable": 100}),
    )  # fmt: skip

    assert said.code == 0, gave(said)


def test_a_phone_nobody_could_call_joins_no_program(story: Tell) -> None:
    said = story({**ENROL, "phone": "no", "expect": {"error": "phone.bad", "place": "phone"}})

    assert said.code == 0, gave(said)
