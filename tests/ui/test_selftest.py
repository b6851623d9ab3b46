"""The app can prove by itself that nothing of it was forgotten."""

import pytest

from ui.selftest import CHECKS, self_test


def test_every_check_of_the_self_test_passes_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert self_test() == 0

    said = capsys.readouterr().out
    assert [line.split(":")[0] for line in said.splitlines()] == [name for name, _ in CHECKS]
    assert "Настройки" in said
