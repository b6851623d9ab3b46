"""The sheet of joining: every code on it is read by a scanner from the paper, and together they are the file."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.sync.join_file import JoinFile, from_squares
from tests.printing.paper_eye import all_text, codes
from ui.cli.join_paper import on_paper
from ui.printer import opened

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
CA = "-----BEGIN CERTIFICATE-----\n" + "".join(random.Random(3).choices(LETTERS, k=1400))
JOIN = JoinFile("centre.clinic.ru", "clinic", "desk", "secret", "Регистратура 2", clinic="Здоровье", ca=CA)


@pytest.mark.parametrize("black", [True, False])
def test_the_codes_of_the_sheet_are_read_from_paper_and_are_the_join_file(qapp: QApplication, *, black: bool) -> None:
    pages = opened(on_paper(JOIN, "ru"))
    read = [code for number in range(pages.pageCount()) for code in codes(pages, number, black=black)]
    assert from_squares(read) == JOIN


def test_the_sheet_is_the_same_bytes_every_time_and_holds_no_secret_in_words(qapp: QApplication) -> None:
    assert on_paper(JOIN, "en") == on_paper(JOIN, "en")
    text = all_text(on_paper(JOIN, "en"))
    assert JOIN.password not in text
    assert "Регистратура2" in text
