"""What a receipt is called by: one number, or the id of its bill, and what is said when several answer to it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app import checkout
from desk_app.acts import new_id
from desk_app.documents.bill_file import read_bill
from tests.cli.conftest import Run
from tests.cli.test_desk_acts import enrolled
from tests.printing.test_slip import text_of
from ui import compose

Bill = Callable[..., Path]


def counter_forgets(desk: Path) -> None:
    """What a copy of an older counter does: numbers begin anew."""
    with compose.open_desk(desk) as opened, opened.store.writing() as writing:
        cursor: Any = writing.cursor  # type: ignore[attr-defined]  # the file itself, not what tasks see of it
        cursor.execute("UPDATE counter SET value=0 WHERE name='receipt'")


@pytest.fixture
def doubled(desk: Path, tessera: Run, bill: Bill) -> str:
    """A desk that gave one number twice, before anybody opened it anew."""
    member = enrolled(tessera)
    number: str = tessera("checkout", "--bill", bill(member, "1000.00", id="MIS-1")).json["receipt"]["number"]
    with compose.open_desk(desk) as opened:
        with opened.store.writing() as writing:
            writing.cursor.execute("UPDATE counter SET value=0 WHERE name='receipt'")  # type: ignore[attr-defined]  # as above
        with opened.store.reading() as reading:
            program = opened.program_of(reading.versions()[-1])
        table = json.loads(bill(member, "2500.00", id="MIS-2").read_text(encoding="utf-8"))
        checkout.settle(opened, read_bill(table, program, opened.clock(), nameless=True), new_id())
    return number


def test_a_number_that_was_given_twice_is_told_and_is_no_fault_of_the_books(doubled: str, tessera: Run) -> None:
    told = tessera("verify")

    assert (told.code, told.json["sound"], told.json["findings"]) == (0, True, [])
    assert [(one["check"], one["place"]) for one in told.json["notices"]] == [("receipt.number", doubled)]
    for language, sums in (("ru", ("1 000,00", "2 500,00")), ("en", ("1,000.00", "2,500.00"))):
        said = tessera("verify", "--lang", language, as_json=False).out.replace("\N{NO-BREAK SPACE}", " ")
        assert doubled in said
        assert all(one in said for one in sums)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_of_two_receipts_with_one_number_none_is_guessed(
    doubled: str, tessera: Run, tmp_path: Path, language: str
) -> None:
    slip = tessera("print", "slip", doubled, "--out", tmp_path / "slip.pdf", "--lang", language)
    back = tessera("return", doubled, "--lang", language)

    for said in (slip, back):
        assert (said.code, said.json["error"]) == (1, "bill.ambiguous")
        message = said.json["message"].replace("\N{NO-BREAK SPACE}", " ")
        assert ("1 000" in message and "2 500" in message) or ("1,000" in message and "2,500" in message)
    assert not (tmp_path / "slip.pdf").exists()


def test_the_id_of_a_receipt_tells_it_from_its_double(doubled: str, tessera: Run) -> None:
    ids = [one.split(" ")[0] for one in tessera("verify").json["notices"][0]["detail"].split(", ")]

    back = [tessera("return", one).json["money_back"] for one in ids]

    assert back == ["1000.00", "2500.00"]


def test_a_counter_that_fell_behind_goes_on_above_the_highest_receipt(desk: Path, tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)
    first = [tessera("checkout", "--bill", bill(member, id=f"MIS-{n}")).json["receipt"]["number"] for n in range(3)]
    counter_forgets(desk)

    after = tessera("checkout", "--bill", bill(member, id="MIS-9")).json["receipt"]["number"]

    assert [*first, after] == ["A-000001", "A-000002", "A-000003", "A-000004"]
    assert tessera("verify").json["sound"]


@pytest.mark.parametrize(
    ("language", "void", "whole", "part"),
    [
        ("ru", "ОТМЕНЕНА", "ВОЗВРАЩЕНА ПОЛНОСТЬЮ", "ВОЗВРАЩЕНА ЧАСТЬ"),
        ("en", "VOID", "RETURNED IN FULL", "RETURNED IN PART"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_a_receipt_that_was_undone_or_came_back_never_prints_as_paid(
    desk: Path, tessera: Run, bill: Bill, tmp_path: Path, language: str, void: str, whole: str, part: str
) -> None:
    member = enrolled(tessera)
    paid = [tessera("checkout", "--bill", bill(member, "1000.00", id=f"MIS-{n}")).json["receipt"]["number"]
            for n in range(4)]  # fmt: skip
    two = tmp_path / "two.json"
    lines = [{"id": str(n), "category": "treatment", "price": "700.00"} for n in (1, 2)]
    two.write_text(json.dumps({"patient": member, "lines": lines, "id": "MIS-two"}), encoding="utf-8")
    paid[2] = tessera("checkout", "--bill", two).json["receipt"]["number"]
    tessera("return", paid[0], "--void")
    tessera("return", paid[1])
    tessera("return", paid[2], "--line", "1")

    written = []
    for number in paid:
        file = tmp_path / f"{number}.pdf"
        assert tessera("print", "slip", number, "--out", file, "--lang", language).code == 0
        written.append(text_of(file.read_bytes()))

    assert [word in text for word, text in zip((void, whole, part), written, strict=False)] == [True] * 3
    assert not any(word in written[3] for word in (void, whole, part))
    assert written[2].count("700,00 ₽" if language == "ru" else "₽700.00") > 2


def test_one_bill_paid_under_two_operations_is_told_and_never_returned_by_guess(
    desk: Path, tessera: Run, bill: Bill
) -> None:
    member = enrolled(tessera)
    first = tessera("checkout", "--bill", bill(member, id="MIS-1"), "--op", "one")
    second = tessera("checkout", "--bill", bill(member, id="MIS-1"), "--op", "two")
    told = second.json["warnings"][-1]

    assert (first.json["warnings"], first.err) == ([], "")
    assert (told["code"], told["receipt"]) == ("bill.paid_before", first.json["receipt"]["number"])
    assert second.err.strip() == told["message"]
    back = tessera("return", "MIS-1")
    assert (back.code, back.json["error"]) == (1, "bill.ambiguous")
    assert all(said.json["receipt"]["number"] in back.json["message"] for said in (first, second))


def test_a_bill_that_was_undone_is_paid_anew_without_a_warning(desk: Path, tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)
    number = tessera("checkout", "--bill", bill(member, id="MIS-1"), "--op", "one").json["receipt"]["number"]
    tessera("return", number, "--void")

    assert tessera("checkout", "--bill", bill(member, id="MIS-1"), "--op", "two").json["warnings"] == []


def test_an_operation_that_is_done_says_no_when_it_paid_another_bill(desk: Path, tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)
    first = tessera("checkout", "--bill", bill(member, "1000.00", id="MIS-1"), "--op", "one")
    same = tessera("checkout", "--bill", bill(member, "1000.00", id="MIS-1"), "--op", "one")
    other = tessera("checkout", "--bill", bill(member, "2000.00", id="MIS-1"), "--op", "one")

    assert (same.code, same.json["warnings"], same.err) == (0, [], "")
    assert "another_bill" not in {**first.json, **same.json}
    assert (other.code, next(iter(other.json.items()))) == (1, ("another_bill", True))
    assert other.json["receipt"] == {**first.json["receipt"], "repeated": True}
    assert other.json["pays"] == "1000.00"
    assert [one["code"] for one in other.json["warnings"]] == ["op.other_bill"]
