"""A command whose plug is pulled: the process kills itself at its n-th touch of the disk, on a copy of the desk."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import FrameType
from typing import Final

from db import appending, backup
from ui.__main__ import main

#: What touches a disk, by the names of the calls below Python.
TOUCHES: Final = frozenset({
    "execute", "executemany", "fetchall", "close", "backup", "open", "write", "sendfile", "fsync", "replace", "rename",
    "link", "unlink", "mkdir",
})  # fmt: skip


class Plug:
    """Counts the touches of this process; at the given one nothing of it goes on."""

    def __init__(self, pulled_at: int) -> None:
        self.pulled_at = pulled_at
        self.touches = 0

    def __call__(self, frame: FrameType, event: str, called: object) -> None:
        """What `sys.setprofile` calls; a look of a long copy at its progress is a touch too."""
        looked = event == "call" and frame.f_code.co_filename == backup.__file__ and frame.f_code.co_name == "<lambda>"
        named = event == "c_call" and getattr(called, "__name__", "") in TOUCHES
        if looked or (named and not isinstance(getattr(called, "__self__", ""), str)):
            self.touches += 1
            if self.touches == self.pulled_at:
                os.kill(os.getpid(), signal.SIGKILL)


def run(home: Path, words: list[str], pulled_at: int) -> tuple[bool, int]:
    """Run a command on a desk in a process of its own; whether it came to its end, and the touches it took."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        # pieces so small that a plug can be pulled between two of them
        appending._TOGETHER, backup._PAGES = 20, 20
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        plug = Plug(pulled_at)
        sys.setprofile(plug)
        code = main(["--home", str(home), *words])
        sys.setprofile(None)
        os.write(tell, str(plug.touches).encode())
        os._exit(code)
    os.close(tell)
    with os.fdopen(told, "rb") as heard:
        touches = heard.read()
    _, status = os.waitpid(child, 0)
    assert touches or os.WIFSIGNALED(status), status
    assert not touches or status == 0, status
    return bool(touches), int(touches or pulled_at)


def pull_again_and_again(home: Path, words: list[str], times: int) -> None:
    """Say "whole" for the desk of a run that was let be, and "killed" for those at as many moments as asked, evenly."""
    # what is imported here is found by the processes that follow: they touch the disk for their work alone
    shutil.copytree(home, warm := home.with_name("warm"))
    with redirect_stdout(StringIO()):
        main(["--home", str(warm), *(word.format(home=warm) for word in words)])
    whole = home.with_name("whole")
    shutil.copytree(home, whole)
    _, touches = run(whole, [word.format(home=whole) for word in words], 0)
    print("whole", touches, whole, flush=True)
    for time in range(times):
        copy = home.with_name(f"killed-{time}")
        shutil.copytree(home, copy)
        ended, _ = run(copy, [word.format(home=copy) for word in words], 1 + time * (touches - 1) // (times - 1))
        print("ended" if ended else "killed", copy, flush=True)


if __name__ == "__main__":
    pull_again_and_again(Path(sys.argv[1]), sys.argv[3:], int(sys.argv[2]))
