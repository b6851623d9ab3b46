"""`tessera print` makes the statement, the consents, the desk card and the report; each says what it cannot make."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, Run
from tests.cli.test_desk_acts import enrolled
from tests.printing.paper_eye import all_text, codes, squeezed
from ui.printer import opened

Bill = Callable[..., Path]
_ORGANIZER = """
[organizer]
name = "Harbour"
tax_id = "7700000000"
registration_id = "1020000000000"
licence = "L-1"
address = "1 Pier Street"
rules_url = "https://harbour.test/rules"
"""


@pytest.mark.usefixtures("desk", "qapp")
def test_a_printed_statement_says_what_the_command_says(tessera: Run, bill: Bill, tmp_path: Path) -> None:
    member, file = enrolled(tessera), tmp_path / "statement.pdf"
    tessera("checkout", "--bill", bill(member, "5000.00"))

    printed = tessera("print", "statement", member, "--out", file, "--lang", "en")

    told = tessera("statement", member).json
    written = all_text(file.read_bytes())
    assert printed.code == 0
    assert squeezed(f"{told['usable']} points") in written
    assert squeezed("Statement of your account") in written


@pytest.mark.usefixtures("desk", "qapp")
def test_paper_of_a_patient_speaks_the_patients_language(tessera: Run, tmp_path: Path) -> None:
    member, file = enrolled(tessera), tmp_path / "consent.pdf"

    said = tessera("print", "consent", "messages", member, "--out", file)
    asked = tessera("print", "consent", "data", "--out", tmp_path / "empty.pdf", "--lang", "en")

    assert (said.code, asked.code) == (0, 0)
    assert squeezed("Согласие на сообщения") in all_text(file.read_bytes())
    assert squeezed("Consent to the use of personal data") in all_text((tmp_path / "empty.pdf").read_bytes())


@pytest.mark.usefixtures("desk")
def test_what_cannot_be_printed_is_told(tessera: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"

    assert tessera("print", "changes", "--out", file).json["error"] == "sheet.first"
    assert tessera("print", "statement", "nobody", "--out", file).json["error"] == "member.unknown"
    assert tessera("print", "consent", "program", "nobody", "--out", file).json["error"] == "member.unknown"
    ahead = tessera("print", "report", "--from", "2040-01-01", "--to", "2040-01-31", "--out", file)
    assert ahead.json["error"] == "span.bad"
    backwards = tessera("print", "report", "--from", "2026-01-31", "--to", "2026-01-01", "--out", file)
    assert backwards.json["error"] == "span.backwards"
    assert "swap its days" in backwards.json["message"]
    assert not file.exists()


@pytest.mark.usefixtures("desk", "qapp")
def test_what_changes_is_that_of_the_version_announced(tessera: Run, tmp_path: Path) -> None:
    document, ahead = tmp_path / "next.toml", datetime.now(UTC).date() + timedelta(days=60)
    written = (CASES / "programs" / "harbour-v2.toml").read_text(encoding="utf-8")
    document.write_text(written + _ORGANIZER, encoding="utf-8")
    assert tessera("program", "publish", document, "--from", ahead).code == 0

    usual = tessera("print", "changes", "--out", tmp_path / "usual.pdf")
    second = tessera("print", "changes", "--version", "2", "--out", tmp_path / "second.pdf")

    assert (usual.code, second.code) == (0, 0)
    assert all_text((tmp_path / "usual.pdf").read_bytes()) == all_text((tmp_path / "second.pdf").read_bytes())
    assert tessera("print", "changes", "--version", "1", "--out", tmp_path / "x.pdf").json["error"] == "sheet.first"


@pytest.mark.usefixtures("desk", "qapp")
def test_all_three_consents_come_as_three_pages_of_one_file(tessera: Run, tmp_path: Path) -> None:
    member = enrolled(tessera)

    empty = tessera("print", "consent", "--out", tmp_path / "empty.pdf")
    named = tessera("print", "consent", member, "--out", tmp_path / "named.pdf")

    assert (empty.json["pages"], named.json["pages"]) == (3, 3)
    assert empty.json["bytes"] != named.json["bytes"]
    assert tessera("print", "consent", "nobody", "--out", tmp_path / "no.pdf").json["error"] == "member.unknown"


@pytest.mark.usefixtures("qapp")
def test_each_of_three_consents_in_one_file_has_its_head_its_code_and_its_own_page_number(
    tessera: Run, tmp_path: Path
) -> None:
    document = tmp_path / "club.toml"
    document.write_text(
        (CASES / "programs" / "harbour.toml").read_text(encoding="utf-8") + _ORGANIZER, encoding="utf-8"
    )
    assert tessera("program", "publish", document).code == 0
    together, single = tmp_path / "all.pdf", tmp_path / "one.pdf"

    said = tessera("print", "consent", "--out", together, "--lang", "en")
    tessera("print", "consent", "--kind", "data", "--out", single, "--lang", "en")

    whole, alone = opened(together.read_bytes()), opened(single.read_bytes())
    pages = [whole.getAllText(page).text() for page in range(whole.pageCount())]
    assert said.json["pages"] == len(pages) == 3
    assert [codes(whole, page, black=False) for page in range(3)] == [{"https://harbour.test/rules"}] * 3
    assert pages[1] == alone.getAllText(0).text()
    assert not any(" / 3" in page for page in pages)


@pytest.mark.usefixtures("desk", "qapp")
def test_a_consent_promises_no_code_where_nobody_filled_in_the_address_of_the_rules(
    tessera: Run, tmp_path: Path
) -> None:
    tessera("print", "consent", "--kind", "program", "--out", tmp_path / "one.pdf", "--lang", "en")

    assert squeezed("they are kept at the desk.") in all_text((tmp_path / "one.pdf").read_bytes())
    assert squeezed("the code below") not in all_text((tmp_path / "one.pdf").read_bytes())


@pytest.mark.usefixtures("desk", "qapp")
def test_days_of_a_report_are_taken_as_the_clinic_writes_them(tessera: Run, tmp_path: Path) -> None:
    day = datetime.now(UTC).date() - timedelta(days=1)
    dotted, plain = tmp_path / "dotted.pdf", tmp_path / "plain.pdf"

    first = tessera("print", "report", "--from", f"{day:%d.%m.%Y}", "--to", f"{day:%d.%m.%Y}", "--out", dotted)
    second = tessera("print", "report", "--from", day, "--to", day, "--out", plain)
    wrong = tessera("print", "report", "--from", "31.02.2026", "--out", tmp_path / "x.pdf")

    assert (first.code, second.code) == (0, 0)
    assert dotted.read_bytes() == plain.read_bytes()
    assert (wrong.code, wrong.json["error"], wrong.json["place"]) == (2, "date.bad", "--from")


@pytest.mark.usefixtures("desk", "qapp")
@pytest.mark.parametrize(
    ("kind", "title"),
    [("program", "Consent to joining the program"), ("data", "Consent to the use of personal data"),
     ("messages", "Consent to messages")],
)  # fmt: skip
def test_one_form_of_consent_is_chosen_by_its_kind(tessera: Run, tmp_path: Path, kind: str, title: str) -> None:
    member = enrolled(tessera)

    empty = tessera("print", "consent", "--kind", kind, "--out", tmp_path / "empty.pdf", "--lang", "en")
    named = tessera("print", "consent", member, "--kind", kind, "--out", tmp_path / "named.pdf", "--lang", "en")
    first = tessera("print", "consent", kind, member, "--out", tmp_path / "first.pdf", "--lang", "en")

    assert [said.json["pages"] for said in (empty, named, first)] == [1, 1, 1]
    assert squeezed(title) in all_text((tmp_path / "empty.pdf").read_bytes())
    assert (tmp_path / "named.pdf").read_bytes() == (tmp_path / "first.pdf").read_bytes()
    assert tessera("print", "consent", "--kind", "all", "--out", tmp_path / "x.pdf").json["error"] == "arguments.bad"
