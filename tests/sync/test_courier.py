"""Acts that are carried by hand: whole or not at all, taken in once, answered, and given to the centre by the other."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.acts import new_id
from desk_app.domain.errors import Refusal, Trouble, WrongInput
from desk_app.domain.people import Patient
from desk_app.enrolment import EnrolmentForm, enrol
from desk_app.ports import Desk
from desk_app.programs import publish
from desk_app.sync import courier
from tests.ui.clinic import Clock
from ui import compose, compose_records
from ui.first_start.joining import program_document
from ui.first_start.tasks import Answers

RANDOM = random.Random(5)


@dataclass
class Two:
    """A desk without a line, and one that has one."""

    far: Desk
    near: Desk
    folder: Path

    def carry(self, name: str = "far.courier") -> Path:
        return courier.write(self.far, self.folder / name).file


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with ExitStack() as stack:
        desks = [
            stack.enter_context(compose.throw_away_desk(tmp_path, code, Clock(), compose_records.programs()))
            for code in ("F", "N")
        ]
        document = program_document(Answers("cashback", {"name": "Здоровье"}))
        publish(desks[1], document, datetime(2026, 1, 1, tzinfo=UTC).date(), new_id())
        compose.exchange(desks)
        yield Two(desks[0], desks[1], tmp_path)


def join(desk: Desk, surname: str) -> str:
    return enrol(desk, EnrolmentForm(Patient("", surname, "Анна")), new_id()).member


def state(desk: Desk) -> tuple[object, ...]:
    with desk.store.reading() as reading:
        return reading.last_change(), dict(reading.heads()), reading.waiting()


def knows(desk: Desk, member: str) -> bool:
    with desk.store.reading() as reading:
        return reading.patient(member) is not None


def test_what_waits_is_carried_and_taken_in_once(two: Two) -> None:
    member = join(two.far, "Иванова")
    file = two.carry()

    head, new = courier.take(two.near, file)
    again = courier.take(two.near, file)

    assert (head.desk, new, again[1]) == ("F", 1, 0)
    assert knows(two.near, member)


def test_the_answer_brings_what_the_far_desk_lacks(two: Two) -> None:
    member = join(two.near, "Петрова")
    join(two.far, "Иванова")
    head, _ = courier.take(two.near, two.carry())
    answer = courier.answer(two.near, head, two.folder / "near.answer")

    taken, new = courier.take(two.far, answer.file)

    assert (answer.ops, new) == (1, 1)
    assert knows(two.far, member)
    assert courier.confirm(two.far, taken) == 0  # nobody has been to the centre yet
    with two.far.store.reading() as reading:
        assert reading.waiting() == 1


def test_what_comes_later_follows_what_came_before(two: Two) -> None:
    join(two.far, "Иванова")
    courier.take(two.near, two.carry("first.courier"))
    later = join(two.far, "Смирнова")

    assert courier.take(two.near, two.carry("second.courier"))[1] == 1
    assert knows(two.near, later)


@pytest.mark.parametrize("keep", [0, 1, 9, 20, 60, -1, -9])
def test_a_file_cut_short_changes_nothing(two: Two, keep: int) -> None:
    for number in range(5):
        join(two.far, f"Иванова-{'абвгд'[number]}")
    file = two.carry()
    file.write_bytes(file.read_bytes()[:keep])
    before = state(two.near)

    with pytest.raises(WrongInput) as refused:
        courier.take(two.near, file)

    assert refused.value.code in ("courier.file", "courier.damaged")
    assert state(two.near) == before


def test_a_file_with_one_byte_altered_changes_nothing(two: Two) -> None:
    join(two.far, "Иванова")
    file = two.carry()
    good, before = file.read_bytes(), state(two.near)
    for place in RANDOM.sample(range(10, len(good)), 40):
        file.write_bytes(good[:place] + bytes([good[place] ^ 1 << RANDOM.randrange(8)]) + good[place + 1 :])
        with pytest.raises((Refusal, Trouble)):
            courier.take(two.near, file)
    assert state(two.near) == before


def altered(file: Path, change: object) -> Path:
    """The file with its unpacked text changed by somebody who knows how it is packed."""
    text = gzip.decompress(file.read_bytes()).decode()
    assert callable(change)
    file.write_bytes(gzip.compress(change(text).encode()))
    return file


def test_an_act_changed_by_hand_is_noticed(two: Two) -> None:
    join(two.far, "Иванова")
    file = altered(two.carry(), lambda text: text.replace("Иванова", "Сидорова"))
    before = state(two.near)
    with pytest.raises(WrongInput) as refused:
        courier.take(two.near, file)
    assert refused.value.code == "courier.damaged"
    assert state(two.near) == before


def test_a_file_of_a_newer_app_is_told_in_one_sentence(two: Two) -> None:
    join(two.far, "Иванова")
    file = altered(two.carry(), lambda text: text.replace('"v": 1', '"v": 2', 1))
    with pytest.raises(WrongInput) as refused:
        courier.take(two.near, file)
    assert refused.value.code == "courier.newer"


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", gzip.compress(b"hello"), gzip.compress(b'{"tessera": "join"}\n')],
    ids=["empty", "a word", "a packed word", "a file of another kind"],
)
def test_what_is_no_courier_file_is_refused(two: Two, content: bytes) -> None:
    file = two.folder / "file"
    file.write_bytes(content)
    with pytest.raises(WrongInput) as refused:
        courier.take(two.near, file)
    assert refused.value.code == "courier.file"


def test_a_file_that_begins_too_late_is_refused(two: Two) -> None:
    join(two.far, "Иванова")
    with two.far.store.writing() as writing:
        own = writing.own_streams()[0]
        writing.mark_sent(own.stream, own.head, {})
    join(two.far, "Смирнова")
    with pytest.raises(WrongInput) as refused:
        courier.take(two.near, two.carry())
    assert refused.value.code == "courier.gap"


def test_a_file_brought_back_to_its_own_desk_says_so(two: Two) -> None:
    join(two.far, "Иванова")
    with pytest.raises(WrongInput) as refused:
        courier.take(two.far, two.carry())
    assert refused.value.code == "courier.own"


def test_an_answer_for_another_desk_is_not_taken(two: Two, tmp_path: Path) -> None:
    join(two.far, "Иванова")
    head, _ = courier.take(two.near, two.carry())
    answer = courier.answer(two.near, head, two.folder / "near.answer")
    (tmp_path / "other").mkdir()
    with (
        compose.throw_away_desk(tmp_path / "other", "O", Clock(), compose_records.programs()) as other,
        pytest.raises(WrongInput) as refused,
    ):
        courier.take(other, answer.file)
    assert refused.value.code == "courier.answer"


def test_a_desk_that_went_another_way_is_told_and_nothing_is_stored(two: Two) -> None:
    join(two.far, "Иванова")
    file = two.carry()
    head = courier.read_head(file)
    text = json.loads(gzip.decompress(file.read_bytes()).splitlines()[1])
    courier.take(two.near, file)
    # another act under the same place, chained as it should be: a copy of the desk worked on
    stream = head.parts[0]
    body = text[3].replace("Иванова", "Сидорова")
    digest = sha256(stream.before + UUID(text[0]).bytes + body.encode()).digest()
    lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)[:1]
    lines.append(json.dumps([text[0], text[1], digest.hex(), body], ensure_ascii=False).encode() + b"\n")
    whole = b"".join(lines)
    file.write_bytes(gzip.compress(whole + json.dumps({"sha": sha256(whole).hexdigest()}).encode() + b"\n"))
    before = state(two.near)

    with pytest.raises(Trouble) as trouble:
        courier.take(two.near, file)

    assert trouble.value.code == "chain.fork"
    assert state(two.near) == before


def test_a_file_is_there_whole_or_not_at_all(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    join(two.far, "Иванова")
    good = two.carry().read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("desk_app.sync.courier.os.fsync", full)
    with pytest.raises(Trouble) as trouble:
        two.carry()

    assert trouble.value.code == "out.full"
    assert [path.name for path in two.folder.glob("*courier*")] == ["far.courier"]
    assert (two.folder / "far.courier").read_bytes() == good
