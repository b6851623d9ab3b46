"""Many desks at the same instant: whatever the order, each act once, and nobody waits for ever."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from threading import Barrier
from typing import Any
from uuid import uuid4

from db.centre.line import Line
from desk_app.domain.errors import Trouble
from desk_app.sync.calls import Gate, Push, Pushed
from tests.centre.conftest import Centre, Stream, now_ms


def together(acts: list[Callable[[], Any]]) -> list[Any]:
    """Do all of it at the same instant."""
    start = Barrier(len(acts))

    def one(act: Callable[[], Any]) -> Any:
        start.wait(30)
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


@contextmanager
def rolled_back() -> Iterator[None]:
    """Two that wait for each other: the server lets one of them go, who tries again."""
    try:
        yield
    except Trouble as trouble:
        if trouble.code != "centre.away":
            raise


def sent_until_taken(line: Line, call: Push) -> Pushed:
    """As the engine does: what was rolled back is sent again."""
    for _ in range(20):
        with rolled_back():
            pushed: Pushed = line.answer(call)
            if pushed.code != "gap":
                return pushed
    raise AssertionError("never taken")


def test_one_call_that_arrives_several_times_at_once_counts_once(centre: Centre, desk: Line, stream: Stream) -> None:
    desk.answer(stream.fill(80).push(1, 1))
    call = stream.push()
    lines = [Line(desk._conninfo, desk._password) for _ in range(3)]
    centre.lines += lines

    answers = together([partial(sent_until_taken, line, call) for line in [desk, *lines]])

    assert set(map(str, answers)) == {str(Pushed(80, "ok"))}
    assert desk.answer(Gate()).ops == 80
    assert centre.is_sound()


def test_desks_that_make_the_same_acts_at_once_agree_in_the_end(centre: Centre) -> None:
    dice, begin = random.Random(7), now_ms() - 60_000
    shared = [str(uuid4()) for _ in range(30)]
    streams = [Stream() for _ in range(4)]
    for number, one in enumerate(streams):
        for op_id in dice.sample(shared, len(shared)):
            # some alike at all desks, some of other content, some later than others
            units = 5 if op_id < "8" else number + 1
            moment = begin + (0 if op_id < "8" else dice.randrange(3))
            one.add((f"p-{dice.randrange(5) if op_id >= '8' else 0}", units), op_id=op_id, moment=moment)
    lines = [centre.desk(f"desk {number}") for number in range(4)]

    def all_of(line: Line, stream: Stream) -> None:
        for first in (1, 11, 21):
            sent_until_taken(line, stream.push(first, first + 9))

    together([partial(all_of, line, one) for line, one in zip(lines, streams, strict=True)])

    assert centre.rows("SELECT count(*) FROM tessera.applied") == [(30,)]
    assert centre.rows("SELECT count(*) FROM tessera.op_log") == [(120,)]
    report = centre.report()
    assert report.breaches == ()
    assert report.put_aside == 0
    # the earlier holds, whoever was there first
    wrong = centre.rows(
        "SELECT l.op_id FROM tessera.op_log l JOIN tessera.applied a USING (op_id) JOIN tessera.op_log h "
        "ON h.stream = a.stream AND h.seq = a.seq WHERE (tessera.stamp_of(l.body), sha256(convert_to(l.body, 'UTF8'))) "
        "< (tessera.stamp_of(h.body), sha256(convert_to(h.body, 'UTF8')))"
    )
    assert wrong == []


def test_a_stream_that_two_begin_at_once_has_one_owner(centre: Centre, stream: Stream) -> None:
    stream.fill(5)
    lines = [centre.desk("one"), centre.desk("two")]

    answers = together([partial(sent_until_taken, line, stream.push()) for line in lines])

    # the same acts: whoever came second finds them there
    assert [answer.code for answer in answers] == ["ok", "ok"]
    assert centre.rows("SELECT count(DISTINCT desk), count(*) FROM tessera.stream") == [(1, 1)]
    assert centre.is_sound()
