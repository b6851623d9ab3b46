"""Two programs at one desk: both serve their patients, one after the other, and nothing is doubled or lost."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import resources
from desk_app import checkout, drafts, enrolment, programs, statement
from desk_app.acts import op_id
from desk_app.documents.program_file import read_document
from desk_app.domain.bill import Bill, Line
from desk_app.domain.errors import Trouble
from desk_app.domain.people import Patient
from desk_app.ports import Desk
from desk_app.station import Station
from ui import compose, compose_records
from ui.desk.happenings import Happening, Moved, Paid
from ui.desk.presenter import DeskPresenter
from ui.slices import at_once

ROOT = Path(__file__).parents[2]
LINE = Line("1", 180_000, service="B01.047.001", category="consultation")
TILL = (
    "import sys; from pathlib import Path; from ui.compose import open_desk; from tests.stories.till import pay\n"
    "with open_desk(Path(sys.argv[1])) as desk:\n"
    "    print('ready', flush=True); sys.stdin.readline()\n"
    "    for name in sys.argv[3:]: print(name, pay(desk, sys.argv[2], name), flush=True)\n"
)


def a_clinic(home: Path) -> str:
    """A desk with one member; the member's id."""
    compose_records.make_desk(home, encrypted=False)
    with compose.open_desk(home) as desk:
        preset = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
        programs.publish(desk, preset, datetime.now(UTC).date(), op_id("rules"))
        form = enrolment.EnrolmentForm(Patient(op_id("anna"), "Ким", "Анна"))
        return enrolment.enrol(desk, form, op_id("enrol")).member


def till(home: Path, member: str, names: list[str]) -> subprocess.Popen[str]:
    """A process that waits for the word and then takes these payments."""
    return subprocess.Popen(
        [sys.executable, "-c", TILL, str(home), member, *names],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


def test_two_processes_that_pay_at_once_serve_everybody_once(tmp_path: Path) -> None:
    home = tmp_path / "clinic"
    member = a_clinic(home)
    own = [[f"{desk}-{n}" for n in range(12)] for desk in ("left", "right")]
    both = [f"same-{n}" for n in range(8)]  # the clinic system sends these to both
    tills = [till(home, member, [*names, *both]) for names in own]
    for one in tills:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"

    for one in tills:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    told = [one.communicate(timeout=60) for one in tills]

    assert [errors for _, errors in told] == ["", ""]
    receipts = [dict(line.split() for line in out.splitlines()) for out, _ in told]
    assert [set(one) for one in receipts] == [{*names, *both} for names in own]
    assert {receipts[0][name] for name in both} == {receipts[1][name] for name in both}
    numbers = {**receipts[0], **receipts[1]}
    assert sorted(numbers.values()) == [f"A-{n:06d}" for n in range(1, 33)]
    assert compose.verify(home) == ()


def bill(desk: Desk, member: str, name: str, redeem: int) -> Bill:
    return drafts.dated(desk, Bill(name, member, desk.clock(), (LINE,), redeem=redeem))


def test_a_command_that_spends_units_while_the_window_shows_them_moves_the_price_and_nothing_is_doubled(
    tmp_path: Path,
) -> None:
    home = tmp_path / "clinic"
    member = a_clinic(home)
    opened = compose.prepare(home, Station(), demo=False)
    told: list[Happening] = []
    window = DeskPresenter(opened.desk(), lambda _: None, told.append)
    at_once(window.begin())
    window.open_patient(member)
    window.bill.add_lines((LINE,))
    window.pay()
    window.open_patient(member)
    window.bill.add_lines((LINE,))
    window.wish(redeem=None, proof="card")

    with compose.open_desk(home) as command:
        spent = checkout.settle(command, bill(command, member, "command", 20), op_id("command")).quote
    window.pay()

    assert spent.redeemed_units == 20
    assert isinstance(told[-1], Moved)
    window.pay()
    paid = told[-1]
    assert isinstance(paid, Paid)
    assert paid.row.number == "A-000003"
    account = statement.statement(opened.desk(), member)
    assert account.overdraft == 0
    assert account.accrued - account.redeemed == account.usable + account.pending
    opened.close()
    assert compose.verify(home) == ()


def test_a_second_window_is_told_to_go_to_the_first(tmp_path: Path) -> None:
    home = tmp_path / "clinic"
    a_clinic(home)
    first = compose.prepare(home, Station(), demo=False)

    with pytest.raises(Trouble) as trouble:
        compose.prepare(home, Station(), demo=False)

    assert trouble.value.code == "db.second"
    first.close()
    compose.prepare(home, Station(), demo=False).close()
