"""The hand-over folder: what goes out is exact and never forgotten, what comes in is one bill or a plain sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desk_app import aside, checkout, returning
from desk_app.domain.errors import Refusal
from desk_app.hand_over import folder, incoming, outgoing
from desk_app.station import FiscalSettings
from tests.tasks.clinic import Clinic, treatment

PLAIN = FiscalSettings()


@pytest.fixture
def home(tmp_path: Path, clinic: Clinic) -> Path:
    """A desk's folder whose hand-over has just been switched on."""
    folder.make(tmp_path / "home")
    outgoing.begin(clinic.desk)
    return tmp_path / "home"


def out(home: Path) -> dict[str, Any]:
    return {
        file.name: json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.receipts_out(home).iterdir())
    }


def drop(home: Path, name: str, content: object) -> Path:
    path = folder.bills_in(home) / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def take_all(clinic: Clinic, home: Path, *, patient: bool = False) -> list[incoming.Taken]:
    return [incoming.take(clinic.desk, one, lambda problem: f"no: {problem.code}", patient=patient)
            for one in incoming.look(home)]  # fmt: skip


def bill_of(member: str, **keys: Any) -> dict[str, Any]:
    return {"id": "MIS-1", "patient": member, "lines": [treatment("1000.00", name="Приём")], **keys}


# in, for nobody


def test_a_bill_that_names_no_patient_waits_like_any_other(clinic: Clinic, home: Path) -> None:
    drop(home, "walk-in.json", {"id": "MIS-1", "lines": [treatment("1000.00", name="Приём")]})

    (taken,) = take_all(clinic, home)

    (kept,) = aside.waiting(clinic.desk)
    assert (taken.fate, kept.draft.bill.patient, len(kept.draft.bill.lines)) == ("waits", "", 1)


# out


def test_a_paid_receipt_and_its_task_for_the_register_lie_in_the_folder(clinic: Clinic, home: Path) -> None:
    anna = clinic.enrol("anna")
    paid = clinic.pay(anna, treatment("100.00", name="Приём", quantity=3))

    outgoing.hand_over(clinic.desk, home, PLAIN)

    written = out(home)
    number = paid.row.number
    assert list(written) == [f"{number}.atol.json", f"{number}.json"]
    paper, task = written[f"{number}.json"], written[f"{number}.atol.json"]
    assert (paper["kind"], paper["id"], paper["bill"], paper["pays"]) == (
        "receipt",
        paid.row.id,
        paid.row.bill,
        "300.00",
    )
    assert paper["lines"][0]["register"] == [{"quantity": 3, "price": "100.00", "sum": "300.00"}]
    assert task["type"] == "sell"
    assert task["items"] == [
        {"type": "position", "name": "Приём", "price": 100.0, "quantity": 3, "amount": 300.0,
         "paymentMethod": "fullPayment", "paymentObject": "service"}
    ]  # fmt: skip
    assert (task["payments"], task["total"]) == ([{"type": "electronically", "sum": 300.0}], 300.0)


def test_every_position_of_a_task_is_price_times_quantity_and_together_they_are_what_was_paid(
    clinic: Clinic, home: Path
) -> None:
    anna = clinic.enrol("anna")
    clinic.pay(anna, treatment("10000.00"))
    paid = clinic.pay(anna, treatment("333.33", quantity=7), treatment("99.99", quantity=3), redeem="max")

    outgoing.hand_over(clinic.desk, home, PLAIN)

    assert paid.quote.redeemed_units
    task = out(home)[f"{paid.row.number}.atol.json"]
    amounts = [Decimal(str(item["amount"])) for item in task["items"]]
    assert all(Decimal(str(item["price"])) * item["quantity"] == Decimal(str(item["amount"])) for item in task["items"])
    assert sum(amounts) == Decimal(str(task["total"])) == Decimal(paid.quote.pays) / 100


def test_the_register_is_told_of_nobody_elses_money(clinic: Clinic, home: Path) -> None:
    anna = clinic.enrol("anna")
    mixed = clinic.pay(anna, treatment("500.00"), treatment("700.00", payer="insurer"),
                       treatment("200.00", payer="certificate"))  # fmt: skip
    insured = clinic.pay(anna, treatment("700.00", payer="insurer"))

    outgoing.hand_over(clinic.desk, home, PLAIN)

    written = out(home)
    task = written[f"{mixed.row.number}.atol.json"]
    assert task["payments"] == [{"type": "electronically", "sum": 500.0}, {"type": "prepaid", "sum": 200.0}]
    assert f"{insured.row.number}.json" in written
    assert f"{insured.row.number}.atol.json" not in written


def test_tax_is_said_only_as_the_settings_say_it(clinic: Clinic, home: Path) -> None:
    paid = clinic.pay(clinic.enrol("anna"), treatment("500.00"))

    outgoing.hand_over(clinic.desk, home, FiscalSettings("cash", "none", "usnIncome"))

    task = out(home)[f"{paid.row.number}.atol.json"]
    assert (task["taxationType"], task["items"][0]["tax"]) == ("usnIncome", {"type": "none"})
    assert task["payments"] == [{"type": "cash", "sum": 500.0}]


def test_what_comes_back_is_a_return_for_the_register_too(clinic: Clinic, home: Path) -> None:
    paid = clinic.pay(clinic.enrol("anna"), treatment("100.00", quantity=3))
    clinic.later(days=2)
    returning.give_back(clinic.desk, paid.row.id, [("1", 1)], clinic.op())

    outgoing.hand_over(clinic.desk, home, PLAIN)

    back = [paper for name, paper in out(home).items() if "-return-" in name]
    task, paper = back
    assert (task["type"], task["total"], task["items"][0]["quantity"]) == ("sellReturn", 100.0, 1)
    assert (paper["kind"], paper["receipt"], paper["money_back"]) == ("return", paid.row.id, "100.00")


def test_nothing_from_before_the_switching_on_is_handed_over(clinic: Clinic, tmp_path: Path) -> None:
    anna = clinic.enrol("anna")
    clinic.pay(anna, treatment("100.00"))
    outgoing.begin(clinic.desk)
    after = clinic.pay(anna, treatment("200.00"))

    handed = outgoing.hand_over(clinic.desk, tmp_path, PLAIN)

    assert handed.files == (f"{after.row.number}.json", f"{after.row.number}.atol.json")


def test_what_was_handed_over_is_not_handed_over_again(clinic: Clinic, home: Path) -> None:
    clinic.pay(clinic.enrol("anna"), treatment("100.00"))
    outgoing.hand_over(clinic.desk, home, PLAIN)

    assert not outgoing.is_due(clinic.desk)
    assert outgoing.hand_over(clinic.desk, home, PLAIN) == outgoing.Handed()


def test_what_the_disk_did_not_take_is_written_as_soon_as_it_does(clinic: Clinic, home: Path) -> None:
    anna = clinic.enrol("anna")
    first = clinic.pay(anna, treatment("100.00"))
    place = folder.receipts_out(home)
    place.rmdir()
    place.write_text("a file where the folder should be")
    failed = outgoing.hand_over(clinic.desk, home, PLAIN)
    second = clinic.pay(anna, treatment("200.00"))
    place.unlink()

    handed = outgoing.hand_over(replace(clinic.desk, cache={}), home, PLAIN)

    assert failed.trouble is not None
    assert failed.files == ()
    assert {f"{first.row.number}.json", f"{second.row.number}.json"} <= set(handed.files)


def test_receipts_of_another_desk_are_its_own_to_hand_over(clinic: Clinic, home: Path) -> None:
    anna = clinic.enrol("anna")
    clinic.pay(anna, treatment("100.00"), on="b")

    assert outgoing.hand_over(clinic.desk, home, PLAIN).files == ()


def test_many_receipts_are_handed_over_in_portions(clinic: Clinic, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "_AT_ONCE", 2)
    anna = clinic.enrol("anna")
    for _ in range(5):
        clinic.pay(anna, treatment("100.00"))

    handed = [outgoing.hand_over(clinic.desk, home, PLAIN) for _ in range(3)]

    assert [(len(one.files), one.more) for one in handed] == [(4, True), (4, True), (2, False)]
    assert not outgoing.is_due(clinic.desk)


# in


def test_a_dropped_bill_waits_at_the_desk_and_its_file_is_gone(clinic: Clinic, home: Path) -> None:
    anna = clinic.enrol("anna")
    file = drop(home, "bill.json", bill_of(anna, redeem="max"))

    (taken,) = take_all(clinic, home)

    (waiting,) = aside.waiting(clinic.desk)
    assert (taken.fate, taken.op_id) == ("waits", waiting.draft.op_id)
    assert (waiting.draft.bill.id, waiting.draft.bill.patient, waiting.draft.bill.redeem) == ("MIS-1", anna, None)
    assert not file.exists()


def test_the_same_bill_twice_is_one_bill(clinic: Clinic, home: Path) -> None:
    anna = clinic.enrol("anna")
    for name in ("a.json", "b.json"):
        drop(home, name, bill_of(anna))

    fates = [one.fate for one in take_all(clinic, home)]

    assert fates == ["waits", "known"]
    assert len(aside.waiting(clinic.desk)) == 1


def test_a_corrected_bill_takes_the_place_of_the_one_that_waits(clinic: Clinic, home: Path) -> None:
    anna = clinic.enrol("anna")
    drop(home, "a.json", bill_of(anna))
    take_all(clinic, home)
    drop(home, "b.json", bill_of(anna, lines=[treatment("900.00")]))
    take_all(clinic, home)

    (waiting,) = aside.waiting(clinic.desk)
    assert waiting.draft.bill.lines[0].price == 90000


def test_a_bill_that_was_paid_is_not_opened_again(clinic: Clinic, home: Path) -> None:
    anna = clinic.enrol("anna")
    drop(home, "a.json", bill_of(anna))
    take_all(clinic, home)
    draft = aside.waiting(clinic.desk)[0].draft
    aside.drop(clinic.desk, draft.op_id)
    row = checkout.settle(clinic.desk, draft.bill, draft.op_id).row

    drop(home, "again.json", bill_of(anna))
    (taken,) = take_all(clinic, home)

    assert (taken.fate, taken.op_id, taken.number) == ("paid", row.id, row.number)
    assert not aside.waiting(clinic.desk)


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ({"id": "MIS-1", "lines": [{"price": "1.00"}], "patient": "nobody"}, "member.unknown", "patient"),
        ({"id": "MIS-1", "patient": "{anna}", "lines": [{"price": "-1.00"}]}, "price.negative", "lines[0].price"),
        ({"id": "MIS-1", "patient": "{anna}", "lines": []}, "lines.empty", "lines"),
        ("[1, 2]", "json.object", ""),
        ("", "json.bad", ""),
        ('{"id": "MIS-1", "lines": [', "json.bad", ""),
    ],
)  # fmt: skip
def test_a_wrong_file_is_put_away_beside_one_sentence_with_its_place(
    clinic: Clinic, home: Path, content: object, code: str, place: str
) -> None:
    anna = clinic.enrol("anna")
    text = content if isinstance(content, str) else json.dumps(content).replace("{anna}", anna)
    drop(home, "wrong.json", text)

    (taken,) = take_all(clinic, home)

    refused = folder.refused_in(home)
    assert isinstance(taken.problem, Refusal)
    assert (taken.fate, taken.problem.code) == ("refused", code)
    assert sorted(file.name for file in refused.iterdir()) == ["wrong.json", "wrong.txt"]
    named = f"wrong.json: {place}: " if place else "wrong.json: "
    assert (refused / "wrong.txt").read_text(encoding="utf-8") == f"{named}no: {code} ({code})\n"
    assert not aside.waiting(clinic.desk)


def test_a_half_written_file_is_given_time(clinic: Clinic, home: Path) -> None:
    anna = clinic.enrol("anna")
    whole = json.dumps(bill_of(anna))
    drop(home, "bill.json", whole[:40])
    early = take_all(clinic, home, patient=True)
    drop(home, "bill.json", whole)

    now = take_all(clinic, home, patient=True)

    assert ([one.fate for one in early], [one.fate for one in now]) == (["early"], ["waits"])
    assert not any(folder.refused_in(home).iterdir())


def test_a_second_refused_file_of_one_name_does_not_hide_the_first(clinic: Clinic, home: Path) -> None:
    for _ in range(2):
        drop(home, "wrong.json", "[]")
        take_all(clinic, home)

    names = sorted(file.name for file in folder.refused_in(home).iterdir())
    assert names == ["wrong-2.json", "wrong-2.txt", "wrong.json", "wrong.txt"]


def test_what_is_no_bill_in_the_folder_is_left_alone(clinic: Clinic, home: Path) -> None:
    drop(home, ".bill.json", "{}")
    drop(home, "bill.json.part", "{}")
    (folder.bills_in(home) / "old.json").mkdir()
    (folder.bills_in(home) / "link.json").symlink_to(home / "elsewhere.json")

    assert incoming.look(home) == ()
