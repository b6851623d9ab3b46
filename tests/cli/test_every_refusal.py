"""Wrong input of every kind the formats know: one sentence with the place, the right exit code, and nothing stored.

Bills go through a real checkout; documents, states, stories and tables through the commands that take them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CASES, Run, Said
from ui import compose, compose_records
from ui.home import default_home

Json = dict[str, Any]
LINE: Json = {"category": "visit", "price": "1200.00"}
LONG = "x" * 101


def in_line(**keys: Any) -> Json:
    return {"lines": [LINE, {**LINE, **keys}]}


@pytest.fixture
def member(desk_folder: Path, tessera: Run) -> str:
    """A member of a clinic with stamps and a reward, and a bill that is paid."""
    compose_records.make_desk(desk_folder, encrypted=False)
    assert tessera("program", "publish", CASES / "programs" / "kids.toml", "--from", "2025-01-01").code == 0
    enrolled: str = tessera("enroll", "--name", "Ким Олег", "--birth", "2015-05-17").json["member"]
    return enrolled


def stored() -> int:
    """How many acts the desk knows."""
    with compose.open_desk(default_home()) as desk, desk.store.reading() as reading:
        return reading.last_change()


def refused(said: Said, code: str, place: str, exit_code: int = 2) -> None:
    """One sentence with code and place on the error stream, the same as JSON, and the exit code."""
    assert (said.json.get("error"), said.json.get("place"), said.code) == (code, place, exit_code)
    assert len(said.err.splitlines()) == 1
    assert said.err.rstrip().endswith(f"({code})")
    assert said.json["message"] in said.err
    assert place in said.err


BILLS: list[tuple[Json, str, str]] = [
    # named by the engine
    (in_line(quantity=0), "quantity.bad", "lines[1].quantity"),
    (in_line(quantity=-1), "quantity.bad", "lines[1].quantity"),
    (in_line(quantity=1.5), "quantity.bad", "lines[1].quantity"),
    (in_line(quantity="2"), "quantity.bad", "lines[1].quantity"),
    (in_line(quantity=True), "quantity.bad", "lines[1].quantity"),
    (in_line(quantity=10**9), "quantity.bad", "lines[1].quantity"),
    (in_line(price="-1.00"), "price.negative", "lines[1].price"),
    (in_line(price="-0.00"), "price.negative", "lines[1].price"),
    (in_line(floor_price="-1"), "price.negative", "lines[1].floor_price"),
    (in_line(price="1.005"), "money.decimals", "lines[1].price"),
    (in_line(category="yoga"), "category.unknown", "lines[1].category"),
    ({"currency": "EUR"}, "currency.other", "currency"),
    ({"at": "2024-12-31T10:00:00+03:00"}, "moment.no_version", "at"),
    ({"lines": [{**LINE, "id": "a"}, {**LINE, "id": "a"}]}, "line.repeated", "lines[1]"),
    ({"lines": [LINE, {**LINE, "id": "1"}]}, "line.repeated", "lines[1]"),
    # named by the format of a bill
    ({"patient": ""}, "value.bad", "patient"),
    ({"patient": LONG}, "text.long", "patient"),
    ({"patient": "nobody"}, "member.unknown", "patient"),
    ({"weather": "fine"}, "key.unknown", "weather"),
    (in_line(colour="red"), "key.unknown", "lines[1].colour"),
    (in_line(price=None), "key.missing", "lines[1].price"),
    (in_line(price=10), "money.bad", "lines[1].price"),
    (in_line(price=10.5), "money.bad", "lines[1].price"),
    (in_line(price="1 200,00"), "money.bad", "lines[1].price"),
    (in_line(price="1e3"), "money.bad", "lines[1].price"),
    (in_line(price="٣"), "money.bad", "lines[1].price"),
    (in_line(price=""), "money.bad", "lines[1].price"),
    (in_line(payer="friend"), "payer.unknown", "lines[1].payer"),
    (in_line(on_promo="yes"), "value.bad", "lines[1].on_promo"),
    (in_line(no_discount=1), "value.bad", "lines[1].no_discount"),
    (in_line(name=["a"]), "value.bad", "lines[1].name"),
    (in_line(service=7), "value.bad", "lines[1].service"),
    (in_line(id=1.5), "value.bad", "lines[1].id"),
    (in_line(doctor="\x00"), "value.bad", "lines[1].doctor"),
    ({"lines": []}, "lines.empty", "lines"),
    ({"lines": None}, "key.missing", "lines"),
    ({"lines": "all"}, "value.bad", "lines"),
    ({"lines": [LINE, 5]}, "value.bad", "lines[1]"),
    ({"lines": [LINE] * 1001}, "lines.many", "lines"),
    ({"lines": [{**LINE, "price": "9999999999.00", "quantity": 100_000}]}, "bill.huge", "lines"),
    ({"at": "soon"}, "moment.bad", "at"),
    ({"at": "2027-02-30T10:00:00+03:00"}, "moment.bad", "at"),
    ({"at": 5}, "moment.bad", "at"),
    ({"at": "9999-12-31T23:59:59-12:00"}, "moment.bad", "at"),
    ({"redeem": "all"}, "units.bad", "redeem"),
    ({"redeem": -1}, "units.bad", "redeem"),
    ({"redeem": "1.5"}, "units.decimals", "redeem"),
    ({"redeem": True}, "units.bad", "redeem"),
    ({"proof": "word"}, "value.bad", "proof"),
    ({"coupons": "SPRING"}, "value.bad", "coupons"),
    ({"coupons": [5]}, "value.bad", "coupons"),
    ({"rewards": ["yacht"]}, "reward.unknown", "rewards"),
    ({"manual_discount": "5"}, "value.bad", "manual_discount"),
    ({"manual_discount": {"reason": "r"}}, "value.bad", "manual_discount"),
    ({"manual_discount": {"percent": "5", "amount": "5.00", "reason": "r"}}, "value.bad", "manual_discount"),
    ({"manual_discount": {"percent": "5"}}, "key.missing", "manual_discount.reason"),
    ({"manual_discount": {"percent": 5, "reason": "r"}}, "percent.bad", "manual_discount.percent"),
    ({"manual_discount": {"percent": "101", "reason": "r"}}, "percent.range", "manual_discount.percent"),
    ({"manual_discount": {"amount": "-5", "reason": "r"}}, "money.bad", "manual_discount.amount"),
]


@pytest.mark.parametrize(("keys", "code", "place"), BILLS, ids=range(len(BILLS)))
def test_a_bill_that_cannot_be_is_not_paid(
    member: str, tessera: Run, tmp_path: Path, keys: Json, code: str, place: str
) -> None:
    file, before = tmp_path / "bill.json", stored()
    file.write_text(json.dumps({"patient": member, "lines": [LINE], **keys}), encoding="utf-8")

    refused(tessera("checkout", "--bill", file), code, place)

    assert stored() == before


def test_a_rule_that_says_no_is_exit_code_one(member: str, tessera: Run, tmp_path: Path) -> None:
    file, before = tmp_path / "bill.json", stored()
    for keys, code, place in (
        ({"rewards": ["check"], "lines": [{**LINE, "service": "K-CHECK"}]}, "reward.balance", "rewards"),
        ({"rewards": ["check"]}, "reward.no_piece", "rewards"),
    ):
        file.write_text(json.dumps({"patient": member, "lines": [LINE], **keys}), encoding="utf-8")
        refused(tessera("checkout", "--bill", file), code, place, 1)

    assert stored() == before


FILES: list[tuple[bytes, str, str]] = [
    (b"", "json.bad", ""),
    (b"[]", "json.object", ""),
    (b"\xff\xfe{\x00}\x00", "file.not_utf8", ""),
    ("{}".encode("utf-16-le"), "file.not_utf8", ""),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "file.not_utf8", ""),
    (b'{"patient": "p", "lines": [{"price": "1.00", "price": "2.00"}]}', "key.repeated", "lines[0].price"),
    (b'{"patient": "p", "patient": "q"}', "key.repeated", "patient"),
    (b'{"lines": [{"price": "1"}, {"price": NaN}]}', "json.bad", "lines[1].price"),
    (b'{"lines": [{"price": -Infinity}]}', "json.bad", "lines[0].price"),
    (b'{"lines": [{"quantity": ' + b"9" * 5000 + b"}]}", "json.bad", "lines[0].quantity"),
    (b'{"a": {"b": ' + b"[" * 300 + b"]" * 300 + b"}}", "json.bad", "a.b" + "[0]" * 12 + "["),
    (b'{"a":' * 100_000, "json.bad", ""),
    (b'{"one\\ntwo\\u202e": 1}', "key.unknown", "one\N{REPLACEMENT CHARACTER}two\N{REPLACEMENT CHARACTER}"),
    (b'{"\\ud800": 1}', "key.unknown", "\N{REPLACEMENT CHARACTER}"),
    (b'{"' + b"k" * 5000 + b'": 1}', "key.unknown", "k" * 57 + "…"),
]


@pytest.mark.parametrize(("content", "code", "place"), FILES, ids=range(len(FILES)))
def test_a_file_that_cannot_be_read_is_told_with_the_place(
    member: str, tessera: Run, tmp_path: Path, content: bytes, code: str, place: str
) -> None:
    file = tmp_path / "bill.json"
    file.write_bytes(content)

    said = tessera("checkout", "--bill", file)

    refused(said, code, place)
    assert said.err.startswith("bill.json: ")
    assert len(said.err) < 700


STATES: list[tuple[Any, str, str]] = [
    ({"weather": 1}, "key.unknown", "weather"),
    ({"joined": "yesterday"}, "date.bad", "joined"),
    ({"birth_date": "1980-02-30"}, "date.bad", "birth_date"),
    ({"spent": 28000}, "money.bad", "spent"),
    ({"spent": "1.005"}, "money.decimals", "spent"),
    ({"visits": -1}, "value.bad", "visits"),
    ({"visits": 1.5}, "value.bad", "visits"),
    ({"level": "platinum"}, "level.unknown", "level"),
    ({"units": -1}, "units.bad", "units"),
    ({"units": "1.5"}, "units.decimals", "units"),
    ({"units": 1, "lots": []}, "value.bad", "units"),
    ({"units": 1, "lots": [{"units": 1}]}, "value.bad", "units"),
    ({"units_earned": []}, "units.bad", "units_earned"),
    ({"redeemed_today": "many"}, "units.bad", "redeemed_today"),
    ({"groups": ["wizard"]}, "group.unknown", "groups"),
    ({"segments": "vip"}, "value.bad", "segments"),
    ({"lots": {}}, "value.bad", "lots"),
    ({"lots": [{}]}, "key.missing", "lots[0].units"),
    ({"lots": [{"units": 1, "lapses": "2027-01-01"}]}, "key.unknown", "lots[0].lapses"),
    ({"lots": [{"units": 1}, {"units": 1, "last_good_day": "31.12.2027"}]}, "date.bad", "lots[1].last_good_day"),
    ({"family": {"members": 0}}, "value.bad", "family.members"),
    ({"family": 3}, "value.bad", "family"),
    ({"uses": {"first": -1}}, "value.bad", "uses.first"),
    ({"services": {"A": "soon"}}, "date.bad", "services.A"),
    ({"proof": "word"}, "value.bad", "proof"),
    ({"offers": [{"code": "mine"}]}, "key.missing", "offers[0].name"),
    ([], "json.object", ""),
]


@pytest.mark.parametrize(("state", "code", "place"), STATES, ids=range(len(STATES)))
def test_a_state_that_cannot_be_is_not_priced(tessera: Run, tmp_path: Path, state: Any, code: str, place: str) -> None:
    (tmp_path / "bill.json").write_text(json.dumps({"patient": "p", "lines": [LINE]}), encoding="utf-8")
    (tmp_path / "state.json").write_text(json.dumps(state), encoding="utf-8")
    words = ("quote", "--program", CASES / "programs" / "kids.toml", "--bill", tmp_path / "bill.json")

    said = tessera(*words, "--state", tmp_path / "state.json")

    refused(said, code, place)
    assert said.err.startswith("state.json: ")


#: A part of the document "kids" → what stands there instead; the place is that of the key.
DOCUMENTS: list[tuple[str, str, str, str]] = [
    ('code = "kids"', 'code = "kids"\ncolour = "red"', "key.unknown", "colour"),
    ('code = "kids"', "", "key.missing", "code"),
    ('currency = "RUB"', 'currency = "roubles"', "value.bad", "currency"),
    ('value = "0"', 'value = "0.005"', "money.decimals", "unit.value"),
    ('max_total_discount = "30"', 'max_total_discount = "130"', "percent.range", "stacking.max_total_discount"),
    ('max_total_discount = "30"', "max_total_discount = 30", "percent.bad", "stacking.max_total_discount"),
    (
        'effect = {percent = "20"}',
        'effect = {percent = "20", amount = "5"}',
        "promotion.effect",
        "promotions[1].effect",
    ),
    ('effect = {percent = "20"}', "effect = {luck = 5}", "promotion.effect", "promotions[1].effect"),
    ('service = "K-CHECK"', "", "reward.effect", "rewards[0]"),
    ("worsening_days = 30", "", "key.missing", "notice.worsening_days"),
    ('code = "kids"', 'code = "kids"\ncode = "again"', "toml.bad", ""),
    ('code = "kids"', "code = ", "toml.bad", ""),
    ('code = "kids"', f"code = {'[' * 300}{']' * 300}", "toml.bad", "code" + "[0]" * 12),
]


@pytest.mark.parametrize(("part", "other", "code", "place"), DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_a_document_that_cannot_be_is_not_published(
    member: str, tessera: Run, tmp_path: Path, part: str, other: str, code: str, place: str
) -> None:
    text, before = (CASES / "programs" / "kids.toml").read_text(encoding="utf-8"), stored()
    assert part in text
    (tmp_path / "P.toml").write_text(text.replace(part, other, 1), encoding="utf-8")

    said = tessera("program", "publish", tmp_path / "P.toml")

    refused(said, code, place)
    assert said.err.startswith("P.toml: ")
    assert stored() == before


@pytest.mark.parametrize("name", sorted(path.stem for path in (CASES / "programs").glob("bad-*.toml")))
def test_every_bad_document_is_refused_at_its_place(member: str, tessera: Run, name: str) -> None:
    before = stored()

    said = tessera("program", "publish", CASES / "programs" / f"{name}.toml")

    refused(said, said.json["error"], said.json["place"])
    assert said.json["place"]
    assert stored() == before


@pytest.mark.parametrize(
    ("words", "code", "place", "exit_code"),
    [
        (("return", "b-1", "--line", "1=0"), "quantity.bad", "lines[0].quantity", 2),
        (("return", "b-1", "--line", "1=5"), "return.quantity", "lines[0]", 1),
        (("return", "b-1", "--line", "9"), "return.quantity", "lines[0]", 1),
        (("return", "b-9"), "bill.unknown", "bill", 2),
        (("return", "b-1", "--line", "1", "--void"), "arguments.bad", "", 2),
        (("statement", "nobody"), "member.unknown", "member", 2),
        (("checkout", "--bill", "none.json"), "file.missing", "", 2),
        (("checkout", "--bill", "."), "file.folder", "", 2),
        (("program", "publish", "{program}", "--from", "2020-01-01"), "publish.past", "effective_from", 1),
        (("program", "publish", "{program}", "--from", "31.02.2030"), "date.bad", "--from", 2),
        (("program", "show", "99"), "moment.no_version", "version", 2),
        (("import", "patients", "{program}"), "column.missing", "", 2),
        (("export", "patients", "base.txt"), "value.bad", "", 2),
        (("print", "slip", "b-9", "--out", "slip.pdf"), "bill.unknown", "bill", 2),
    ],
)
def test_a_command_that_asks_for_what_cannot_be_is_refused(
    member: str, tessera: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...], code: str, place: str, exit_code: int,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paid.json").write_text(json.dumps({"id": "b-1", "patient": member, "lines": [LINE]}), "utf-8")
    assert tessera("checkout", "--bill", tmp_path / "paid.json").code == 0
    before = stored()

    said = tessera(*(word.format(program=CASES / "programs" / "kids.toml") for word in words))

    refused(said, code, place, exit_code)
    assert stored() == before


ACTS: list[tuple[Json, str, str]] = [
    ({"do": "enroll"}, "key.missing", "member"),
    ({"do": "enroll", "member": "x" * 101}, "text.long", "member"),
    ({"do": "enroll", "member": "ira"}, "member.exists", "member"),
    ({"do": "enroll", "member": "oleg", "colour": 1}, "key.unknown", "colour"),
    ({"do": "enroll", "member": "oleg", "groups": ["wizard"]}, "group.unknown", "groups[0]"),
    ({"do": "enroll", "member": "oleg", "referred_by": "nobody"}, "member.unknown", "referred_by"),
    ({"do": "enroll", "member": "oleg", "opening": {"units": -5}}, "units.bad", "opening.units"),
    ({"do": "enroll", "member": "oleg", "opening": {"spent": 5}}, "money.bad", "opening.spent"),
    ({"do": "return", "bill": "b1", "lines": 5}, "value.bad", "lines"),
    ({"do": "return", "bill": "b1", "lines": [{"quantity": 1}]}, "key.missing", "lines[0].id"),
    ({"do": "return", "bill": "none", "lines": []}, "bill.unknown", "bill"),
    ({"do": "void"}, "key.missing", "bill"),
    ({"do": "adjust", "member": "ira", "units": "many", "reason": "r"}, "units.bad", "units"),
    ({"do": "adjust", "member": "ira", "units": -1, "reason": "r"}, "adjust.below_zero", "units"),
    ({"do": "warn", "member": "nobody"}, "member.unknown", "member"),
    ({"do": "statement", "member": 7}, "value.bad", "member"),
    ({"do": "event", "member": "ira", "event": "rain"}, "value.bad", "event"),
    ({"do": "reward", "member": "ira", "code": "yacht"}, "reward.unknown", "reward"),
    ({"do": "reward", "member": "ira", "code": "check"}, "reward.balance", "reward"),
    ({"do": "offer", "member": "ira", "offer": {"code": "mine"}}, "key.missing", "offer.name"),
    ({"do": "consent", "member": "ira", "kind": "program", "state": "perhaps"}, "value.bad", "state"),
    ({"do": "refer", "member": "ira", "friend": "ira"}, "referral.self", "referred_by"),
    ({"do": "family_join", "member": "ira", "family": ""}, "value.bad", "family"),
    ({"do": "merge", "member": "ira", "into": "ira"}, "merge.same", "into"),
    ({"do": "leave"}, "key.missing", "member"),
    ({"do": "publish", "program": "none.toml"}, "file.missing", ""),
    ({"do": "publish", "program": "kids.toml", "date": "soon"}, "date.bad", "date"),
    ({"do": "close", "date": "2027-02-30"}, "date.bad", "date"),
    ({"do": "dance"}, "act.unknown", "do"),
]


@pytest.mark.parametrize(("step", "code", "place"), ACTS, ids=range(len(ACTS)))
def test_a_step_that_cannot_be_does_nothing(tessera: Run, tmp_path: Path, step: Json, code: str, place: str) -> None:
    (tmp_path / "kids.toml").write_bytes((CASES / "programs" / "kids.toml").read_bytes())
    same = {"do": "statement", "member": "ira", "expect": {"usable": 0, "spent": "0.00"}}
    steps = [{"do": "enroll", "member": "ira"}, {**step, "expect": {"error": code, "place": place}}, same]
    story = {"program": "kids.toml", "start": "2025-01-10", "steps": steps}
    (tmp_path / "story.json").write_text(json.dumps(story), encoding="utf-8")

    said = tessera("replay", tmp_path / "story.json")

    assert said.code == 0, said.json["steps"][1]
    assert said.json["steps"][1]["gave"]["message"].endswith((".", "…"))


TABLES: list[tuple[str, str, str, str]] = [
    ("patients", "Фамилия;Имя;Дата рождения\nКим;Олег;31.02.1980", "birth_date", "date.bad"),
    ("patients", "Фамилия;Имя;Дата рождения\nКим;Олег;17.05.2980", "birth_date", "date.bad"),
    ("patients", "Фамилия;Имя;Телефон\nКим;Олег;нет", "phone", "phone.bad"),
    ("patients", "Фамилия;Имя;Почта\nКим;Олег;oleg", "email", "email.bad"),
    ("patients", "Фамилия;Имя;Карта\nКим;Олег;**", "card", "code.bad"),
    ("patients", "Фамилия;Имя\nКим 2;Олег", "surname", "name.bad"),
    ("patients", "Фамилия;Имя;Телефон\n;;+79123456789", "surname", "name.missing"),
    ("patients", "Фамилия;Имя;Язык\nКим;Олег;эльфийский", "language", "language.bad"),
    ("patients", "Фамилия;Имя;Согласие на программу\nКим;Олег;может быть", "consent_program", "flag.bad"),
    ("patients", "Фамилия;Имя;Согласие на программу;Карта\nКим;Олег;нет;K-1", "consent_program", "consent.missing"),
    ("patients", "Фамилия;Имя;Баллы\nКим;Олег;-5", "opening_units", "units.bad"),
    ("patients", "Фамилия;Имя;Баллы;Баллы до\nКим;Олег;5;2001-01-01", "opening_good_day", "date.past"),
    ("patients", "Фамилия;Имя;Потрачено\nКим;Олег;1e9", "opening_spent", "money.bad"),
    ("patients", "Фамилия;Имя;Визиты\nКим;Олег;1.5", "opening_visits", "count.bad"),
    ("services", "code;name;price\n;Visit;5", "code", "code.bad"),
    ("services", "code;name;price\nA;;5", "name", "name.missing"),
    ("services", "code;name;price\nA;Visit;", "price", "money.bad"),
    ("services", "code;name;price\nA;Visit;-5", "price", "money.bad"),
    ("services", "code;name;price\nA;Visit;1.005", "price", "money.bad"),
    ("services", "code;name;price;minutes\nA;Visit;5;half", "minutes", "count.bad"),
    ("services", "code;name;price;floor\nA;Visit;5;x", "floor_price", "money.bad"),
    ("services", "code;name;price;category\nA;Visit;5;yoga", "category", "category.unknown"),
]


@pytest.mark.parametrize(("what", "rows", "column", "code"), TABLES, ids=range(len(TABLES)))
def test_a_row_that_cannot_be_is_listed_and_not_brought_in(
    member: str, tessera: Run, tmp_path: Path, what: str, rows: str, column: str, code: str
) -> None:
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    before = stored()

    said = tessera("import", what, tmp_path / "t.csv")

    assert [(one["line"], one["column"], one["error"]) for one in said.json["refused"]] == [(2, column, code)]
    assert (said.code, stored()) == (1, before)
