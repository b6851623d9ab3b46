"""The power goes while stock cards are made: no card without its number, no number that nobody would ask about."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from desk_app import lookup, stock
from tests.stories.plug import Plug
from ui import compose, compose_records

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor SIGKILL")
TIMES = 14


def make_cards(home: Path, pulled_at: int) -> int:
    """Make six stock cards in a process of its own that dies at that touch of the disk; its touches if it lived."""
    heard, tell = os.pipe()
    child = os.fork()
    if child == 0:
        plug = Plug(pulled_at)
        with compose.open_desk(home) as desk:
            sys.setprofile(plug)
            stock.make(desk, 6, lambda numbers: numbers, lambda numbers: print_sheet(home, numbers))
            sys.setprofile(None)
        os.write(tell, str(plug.touches).encode())
        os._exit(0)
    os.close(tell)
    with os.fdopen(heard, "rb") as told:
        touches = told.read()
    os.waitpid(child, 0)
    return int(touches or 0)


def print_sheet(home: Path, numbers: tuple[str, ...]) -> None:
    """Paper: the whole sheet or none."""
    part = home / "sheet.part"
    part.write_text("\n".join(numbers), encoding="ascii")
    part.replace(home / "sheet.txt")


def test_cards_and_numbers_are_never_parted(tmp_path: Path) -> None:
    home = tmp_path / "clinic"
    compose_records.make_desk(home, encrypted=False)
    whole = tmp_path / "whole"
    shutil.copytree(home, whole)
    touches = make_cards(whole, 0)
    assert (whole / "sheet.txt").exists()
    seen = set()

    for time in range(TIMES):
        copy = tmp_path / f"killed-{time}"
        shutil.copytree(home, copy)
        make_cards(copy, 1 + time * (touches - 1) // (TIMES - 1))
        sheet = copy / "sheet.txt"
        printed = tuple(sheet.read_text(encoding="ascii").split()) if sheet.exists() else ()
        with compose.open_desk(copy) as desk:
            waiting = stock.unfinished(desk)
            # whatever is in somebody's hand is known
            assert all(lookup.scan(desk, number).card is not None for number in printed)
            # what is registered was printed, or a person is asked about it
            assert all(batch.numbers == printed or not printed for batch in waiting)
            with desk.store.reading() as reading:
                registered = [row.body for row in reading.journal(10) if row.kind == "stock"]
            assert len(registered) == (1 if printed or waiting else 0)
            again: list[str] = []
            for batch in waiting:
                stock.make_again(desk, batch, lambda numbers: numbers, again.extend)
            assert stock.unfinished(desk) == ()
            assert all(lookup.scan(desk, number).card is not None for number in again)
        seen.add((bool(printed), bool(waiting)))

    assert {(False, False), (False, True)} <= seen
