"""Whoever gives no name is served too: list price, a receipt, and one sentence of what joining would have given."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def nobodys(tmp_path: Path, **keys: object) -> Path:
    file = tmp_path / "nobodys.json"
    line = {"category": "treatment", "price": "1000.00", "quantity": 2}
    file.write_text(json.dumps({"lines": [line], **keys}), encoding="utf-8")
    return file


def test_a_bill_without_a_patient_is_paid_at_list_price_and_returned(desk: Path, tmp_path: Path, tessera: Run) -> None:
    paid = tessera("checkout", "--bill", nobodys(tmp_path, id="MIS-9")).json
    again = tessera("checkout", "--bill", nobodys(tmp_path, id="MIS-9")).json
    back = tessera("return", paid["receipt"]["number"], "--line", "1=1").json
    slip = tessera("print", "slip", paid["receipt"]["number"], "--out", tmp_path / "slip.pdf")

    assert (paid["pays"], paid["earns"], paid["balance_after"]) == ("2000.00", 0, 0)
    assert (again["receipt"]["repeated"], again["receipt"]["number"]) == (True, paid["receipt"]["number"])
    assert (back["money_back"], slip.code) == ("1000.00", 0)
    assert tessera("verify").json["sound"]


def test_the_sentence_says_what_joining_would_have_given(desk: Path, tmp_path: Path, tessera: Run) -> None:
    told = tessera("checkout", "--bill", nobodys(tmp_path), "--draft", "--lang", "en", as_json=False).out

    assert told.splitlines()[-1] == "With our program this visit would bring you 200\N{NO-BREAK SPACE}points."


def test_a_price_asked_without_a_desk_still_wants_the_patient(tmp_path: Path, desk: Path, tessera: Run) -> None:
    from tests.cli.conftest import CASES

    said = tessera("quote", "--program", CASES / "programs" / "harbour.toml", "--bill", nobodys(tmp_path))

    assert (said.code, said.json["error"], said.json["place"]) == (2, "key.missing", "patient")
