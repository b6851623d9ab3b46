"""What stands under a line of the bill can be reckoned through: its price less what stands there is what is paid."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desk.conftest import Counter
from ui import formats, language
from ui.desk.bill.rows import LineRow


@pytest.mark.parametrize("say", ["ru", "en"])
def test_what_units_pay_of_a_line_is_told_in_money(counter: Counter, qapp: QApplication, say: str) -> None:
    language.speak(qapp, say)
    counter.open("anna")
    counter.add("B01.047.001", "A04.10.002", "A16.07.051")
    counter.presenter.wish(redeem=None, proof="card")
    bill = counter.state.bill
    assert bill.program is not None
    assert bill.program.unit is not None
    rows = [LineRow(line, bill.priced(line.id), bill.program) for line in bill.bill.lines]
    shares = [row.priced.redeemed for row in rows if row.priced is not None]

    assert any(row.priced is not None and row.priced.redeemed != row.priced.redeemed_units * 100 for row in rows)
    for row, share in zip(rows, shares, strict=True):
        (told,) = row.taken_off
        assert formats.money(-share, say) in told
        assert formats.many(bill.program.unit, say) in told
