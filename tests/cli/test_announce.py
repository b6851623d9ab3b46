"""The life of a version from the command line: announced with its notice, withdrawn, told; rules of branches."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_app.station import Station
from desk_app.training.records import Person, with_person
from desk_app.training.standing import shelf_of
from tests.cli.conftest import CASES, Run, Said

Document = Callable[..., Path]
HOW = ("--channel", "desk", "--channel", "leaflet", "--owner", "Анна")


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """ "harbour" that gives back so many percent instead of 10."""

    def write(percent: str) -> Path:
        text = (CASES / "programs" / "harbour.toml").read_text(encoding="utf-8")
        (tmp_path / "new.toml").write_text(text.replace('percent = "10"', f'percent = "{percent}"'), encoding="utf-8")
        return tmp_path / "new.toml"

    return write


def in_days(count: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days=count)).isoformat()


def announce(tessera: Run, file: Path, *words: str) -> Said:
    """With an answer to whatever the check-up asks."""
    asked = tessera("program", "announce", file, "--dry-run").json["unanswered"]
    answers = [word for key in asked for word in ("--answer", f"{key}=так надо")]
    return tessera("program", "announce", file, *HOW, *answers, *words)


@pytest.mark.usefixtures("desk")
def test_a_worse_version_is_announced_with_its_notice(tessera: Run, document: Document) -> None:
    said = announce(tessera, document("5"), "--lang", "ru", "--op", "march", "--by", "Анна")
    again = announce(tessera, document("5"), "--lang", "ru", "--op", "march", "--by", "Анна")

    assert (said.code, said.json["version"], said.json["notice_days"]) == (0, 2, 30)
    assert in_days(29) <= said.json["effective_from"] <= in_days(31)
    assert [one["class"] for one in said.json["differences"]] == ["worse"]
    assert again.json["version"] == 2
    assert [one["status"] for one in tessera("program", "list").json["versions"]] == ["in_force", "announced"]
    told = tessera("program", "diary", "2").json["diary"]
    assert [(one["what"], one["by"]) for one in told] == [("announced", "Анна")]
    assert "объявлена" in tessera("program", "diary", "--lang", "ru", as_json=False).out


@pytest.mark.usefixtures("desk")
def test_too_early_is_refused_with_every_sentence_that_is_worse(tessera: Run, document: Document) -> None:
    said = announce(tessera, document("5"), "--from", in_days(10), "--lang", "en")

    assert (said.code, said.json["error"], said.json["days"]) == (1, "notice.too_early", 30)
    assert in_days(29) <= said.json["earliest"] <= in_days(31)
    (worse,) = said.json["worse"]
    assert "now 5%, before 10%" in worse["sentence"]
    assert worse["sentence"] in said.err
    assert "30\u00a0days" in said.json["message"]


@pytest.mark.usefixtures("desk")
def test_without_a_plan_nothing_is_announced(tessera: Run, document: Document, tmp_path: Path) -> None:
    file = document("20")
    asked = tessera("program", "announce", file, "--dry-run").json["unanswered"]
    answers = [word for key in asked for word in ("--answer", f"{key}=так надо")]
    assert tessera("program", "announce", file, *answers).json["error"] == "plan.missing"

    plan = tmp_path / "plan.json"
    plan.write_text(
        json.dumps({"channels": ["desk"], "owner": "Анна", "sentence": {"ru": "Больше!"}}), encoding="utf-8"
    )
    assert tessera("program", "announce", file, *answers, "--plan", plan).code == 0
    plan.write_text(json.dumps({"channels": ["pigeon"]}), encoding="utf-8")
    wrong = tessera("program", "announce", file, *answers, "--plan", plan)
    assert (wrong.code, wrong.json["error"], wrong.json["place"]) == (2, "plan.channel", "plan.channels")


@pytest.mark.usefixtures("desk")
def test_the_direct_way_does_not_take_from_patients_overnight(tessera: Run, document: Document) -> None:
    """What is worse needs its notice, or a reason that the diary keeps and everybody reads."""
    refused = tessera("program", "publish", document("5"), "--lang", "en")
    assert (refused.code, refused.json["error"]) == (1, "notice.too_early")
    assert ("before 10%" in refused.err, "--now" in refused.err) == (True, True)

    done = tessera("program", "publish", document("5"), "--now", "a slip in the rate", "--op", "slip")
    assert (done.code, done.json["version"]) == (0, 2)
    assert [one["code"] for one in done.json["warnings"]] == ["publish.without_notice"]
    assert tessera("program", "publish", document("5"), "--op", "slip").json["version"] == 2
    assert "a slip in the rate" in [one["text"] for one in tessera("program", "diary").json["diary"]]
    # better, or late enough, needs no reason
    assert tessera("program", "publish", document("7")).code == 0
    assert tessera("program", "publish", document("6"), "--from", in_days(31)).code == 0


@pytest.mark.usefixtures("desk")
def test_nothing_is_put_between_the_rules_of_today_and_those_announced_to_follow_them(
    tessera: Run, document: Document
) -> None:
    assert announce(tessera, document("5")).code == 0

    between = tessera("program", "publish", document("9"), "--lang", "en")

    assert (between.code, between.json["error"]) == (1, "announce.ahead")
    assert tessera("program", "publish", document("9"), "--now", "the law asks for it").code == 0


@pytest.mark.usefixtures("desk")
def test_an_announced_version_is_withdrawn(tessera: Run, document: Document) -> None:
    announce(tessera, document("5"))
    assert tessera("program", "withdraw", "2", "--reason", "no").code == 0

    assert [one["status"] for one in tessera("program", "list").json["versions"]] == ["in_force", "withdrawn"]
    assert tessera("program", "withdraw", "2", "--reason", "no").json["error"] == "version.withdrawn"
    assert tessera("program", "withdraw", "9", "--reason", "no").json["error"] == "version.unknown"
    assert "отозвана" in tessera("program", "list", "--lang", "ru", as_json=False).out


@pytest.mark.usefixtures("desk")
def test_who_was_told_is_counted_listed_and_written_to_a_file(tessera: Run, document: Document, tmp_path: Path) -> None:
    members = [tessera("enroll", "--name", name).json["member"] for name in ("Ким Олег", "Ли Анна")]
    announce(tessera, document("5"))

    assert tessera("program", "told", "2", "--member", members[0], "--way", "leaflet").code == 0
    told = tessera("program", "told", "2").json
    assert (told["audience"], told["told"], told["not_told"], told["by_way"]) == (2, 1, 1, {"leaflet": 1})
    assert [one["name"] for one in told["people"]] == ["Ким Олег"]
    left = tessera("program", "told", "2", "--not", "--out", tmp_path / "left.csv", "--lang", "ru")
    rows = (tmp_path / "left.csv").read_text(encoding="utf-8-sig").splitlines()
    assert (left.code, rows[0].split(";")[1], rows[1].split(";")[1]) == (0, "имя", "Ли Анна")
    assert tessera("program", "told", "2", "--messages", "sms", "--sent").json["noted"] == 0
    assert tessera("program", "told", "7").json["error"] == "version.unknown"


@pytest.mark.usefixtures("desk")
def test_the_program_ends_with_its_notice_and_may_go_on_after_all(tessera: Run) -> None:
    early = tessera("program", "retire", "--reason", "moving", *HOW, "--from", in_days(3))
    assert (early.code, early.json["error"]) == (1, "end.too_early")

    end = tessera("program", "retire", "--reason", "moving", *HOW).json
    assert datetime.fromisoformat(end["last_good_day"]) - datetime.fromisoformat(end["day"]) == timedelta(days=90)
    assert tessera("program", "told", "end").json["audience"] == 0
    assert tessera("program", "retire", "--reason", "again", *HOW).json["error"] == "program.ends"
    assert tessera("program", "retire", "--back", "--reason", "no").code == 0
    assert tessera("program", "retire", "--back", "--reason", "no").json["error"] == "program.not_closed"
    assert tessera("program", "told", "end").json["error"] == "version.unknown"


@pytest.mark.usefixtures("desk")
def test_a_branch_adds_a_rule_within_the_limits(tessera: Run, tmp_path: Path) -> None:
    limits, rule = tmp_path / "limits.json", tmp_path / "spring.toml"
    known = {"percent": "5", "amount": "100.00", "categories": ["treatment"], "effects": ["percent"], "at_once": 1,
             "days": 31}  # fmt: skip
    limits.write_text(json.dumps(known), encoding="utf-8")
    rule.write_text(
        f'code = "spring"\nname = "Весна"\neffect = {{percent = "5"}}\nmax_amount = "50.00"\n'
        f'[when]\nfrom = {in_days(0)}\nto = {in_days(20)}\ncategories = ["treatment"]\n',
        encoding="utf-8",
    )
    assert tessera("program", "local", "add", rule).json["error"] == "local.none_allowed"
    assert tessera("program", "local", "limits", limits).json["limits"] == known

    made = tessera("program", "local", "add", rule, "--op", "spring")
    assert (made.code, made.json["label"]) == (0, "2")
    assert tessera("program", "local", "add", rule, "--op", "spring").json["label"] == "2"
    (one,) = tessera("program", "local", "list").json["rules"]
    assert (one["branch"], one["code"]) == ("main", "spring")
    # it is over before a notice would be
    late = tessera("program", "local", "remove", "spring", "--reason", "no", "--lang", "en")
    assert (late.code, late.json.get("error")) == (0, None)
    rule.write_text(rule.read_text(encoding="utf-8").replace('"5"', '"6"').replace("spring", "june"), encoding="utf-8")
    refused = tessera("program", "local", "add", rule, "--lang", "en")
    assert (refused.code, refused.json["error"], refused.json["place"]) == (1, "local.percent", "effect.percent")
    assert "at most 5%" in refused.err


@pytest.mark.usefixtures("desk")
def test_a_trial_says_the_first_lawful_day_and_refuses_what_the_act_refuses(tessera: Run, document: Document) -> None:
    file = document("5")

    good = tessera("program", "announce", file, *HOW, "--dry-run", "--lang", "en", as_json=False)
    assert good.code == 0
    first = good.out.splitlines()[0]
    assert first.startswith("The first lawful day: ")

    def refused(*words: str) -> tuple[int, str]:
        said = tessera("program", "announce", file, *words, "--dry-run")
        assert said.json["differences"]
        assert said.json["earliest"]
        return said.code, said.json["error"]

    assert refused() == (1, "plan.missing")
    assert refused(*HOW, "--from", in_days(10)) == (1, "notice.too_early")
    assert tessera("program", "announce", document("10"), *HOW, "--dry-run").json["error"] == "announce.same"
    assert len(tessera("program", "list").json["versions"]) == 1


@pytest.mark.usefixtures("desk")
def test_what_the_check_up_asks_is_told_in_sentences(tessera: Run, tmp_path: Path) -> None:
    text = (CASES / "programs" / "harbour.toml").read_text(encoding="utf-8")
    (tmp_path / "new.toml").write_text(text.replace("worsening_days = 30", "worsening_days = 3"), encoding="utf-8")

    for words in ((), ("--dry-run",)):
        said = tessera("program", "announce", tmp_path / "new.toml", *HOW, *words, "--lang", "en")

        assert (said.code, said.json["error"]) == (1, "checkup.unanswered")
        assert [one["id"] for one in said.json["findings"]] == ["F01"]
        assert said.json["findings"][0]["message"] in said.err


@pytest.mark.usefixtures("desk")
def test_a_day_of_another_century_is_a_slip_of_the_finger(tessera: Run, document: Document) -> None:
    for words in (
        ("announce", document("20"), *HOW), ("publish", document("20")), ("retire", "--reason", "moving", *HOW),
    ):  # fmt: skip
        said = tessera("program", *words, "--from", "2127-01-01")

        assert (said.code, said.json["error"]) == (1, "publish.far")
    assert len(tessera("program", "list").json["versions"]) == 1


@pytest.mark.usefixtures("desk")
def test_the_list_tells_the_end_and_show_what_holds(tessera: Run, document: Document) -> None:
    announce(tessera, document("5"))
    assert tessera("program", "list").json["ends"] is None
    assert tessera("program", "show").json == tessera("program", "show", "1").json
    tessera("program", "withdraw", "2", "--reason", "no")

    end = tessera("program", "retire", "--reason", "moving", *HOW).json

    assert tessera("program", "list").json["ends"] == end
    assert "The program ends on" in tessera("program", "list", "--lang", "en", as_json=False).out


@pytest.mark.usefixtures("desk")
def test_a_ready_programs_gaps_do_not_replace_the_clinics_name_unseen(tessera: Run, tmp_path: Path) -> None:
    def named(name: str, percent: str) -> Path:
        text = (CASES / "programs" / "harbour.toml").read_text(encoding="utf-8")
        text = text.replace('percent = "10"', f'percent = "{percent}"')
        (tmp_path / "named.toml").write_text(f'{text}\n[organizer]\nname = "{name}"\n', encoding="utf-8")
        return tmp_path / "named.toml"

    assert announce(tessera, named("Harbour Clinic", "12"), "--from", in_days(0)).code == 0

    said = tessera("program", "announce", named("Clinic (fill in)", "20"), *HOW)
    (found,) = said.json["findings"]

    assert (said.json["error"], found["id"]) == ("checkup.unanswered", "publish.text_lost")
    assert found["fix"]["edits"] == [{"path": "organizer.name", "value": "Harbour Clinic"}]
    file = tmp_path / "named.toml"
    assert tessera("program", "announce", file, *HOW, "--answer", f"{found['key']}=our new name").code == 0


def test_announcing_says_how_few_know_the_rules_to_come(tessera: Run, document: Document, desk: Path) -> None:
    shelf_of(desk, Station()).keep(lambda records: with_person(records, Person("Ольга")))

    tried = tessera("program", "announce", document("5"), *HOW, "--dry-run", "--lang", "en", as_json=False)
    made = announce(tessera, document("5"))

    assert "Only 0 of 1 at the desks know the new rules; four of five should know them by then." in tried.out
    assert (made.code, made.json["ready"], made.json["staff"]) == (0, 0, 1)
