"""A desk that does nothing but take payments, killed again and again; it says each receipt once it has it."""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

from desk_app import checkout
from desk_app.acts import op_id
from desk_app.domain.bill import Bill, Line
from desk_app.ports import Desk
from ui.compose import open_desk


def pay(desk: Desk, member: str, name: str) -> str:
    """The number of the receipt of this payment; the same name is the same operation."""
    line = Line("1", 180_000, service="B01.047.001", category="consultation")
    bill = Bill(name, member, datetime.now().astimezone(), (line,), redeem=10)
    return checkout.settle(desk, bill, op_id(name)).row.number


def take_payments(home: Path, member: str, round_: int) -> None:
    """One receipt after another, until somebody pulls the plug."""
    with open_desk(home) as desk:
        number = 0
        while True:
            number += 1
            print("begun", f"{round_}-{number}", flush=True)
            print("paid", f"{round_}-{number}", pay(desk, member, f"{round_}-{number}"), flush=True)


def kill_again_and_again(home: Path, member: str, kills: int, seconds: float) -> None:
    """Let a process take payments and kill it at a random moment, as often as was asked or as time allows."""
    with open_desk(home) as desk:
        # so that the processes that follow find everything imported
        print("begun first", "paid first " + pay(desk, member, "first"), sep="\n", flush=True)
    dice, until = random.Random(7), time.monotonic() + seconds
    for round_ in range(kills):
        heard, said = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(said, 1)
            take_payments(home, member, round_)
        os.close(said)
        shown = os.read(heard, 1 << 16)
        while round_ % 2 and b"paid" not in shown:  # every other one dies at its first payment, if chance will have it
            shown += os.read(heard, 1 << 16)
        pause = time.monotonic() + dice.random() * 0.1
        while (left := pause - time.monotonic()) > 0 and select.select([heard], [], [], left)[0]:
            shown += os.read(heard, 1 << 16)
        os.kill(child, signal.SIGKILL)
        while more := os.read(heard, 1 << 16):
            shown += more
        os.close(heard)
        os.waitpid(child, 0)
        print(shown.decode(), end="" if shown.endswith(b"\n") else "\n")
        print("killed", round_, flush=True)
        if time.monotonic() > until:
            break


if __name__ == "__main__":
    kill_again_and_again(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
