"""What a centre hands to a desk reads the same from a file and from squares, and nothing else is taken for it."""

from __future__ import annotations

import json
import random
import re

import pytest

from desk_app.domain.errors import WrongInput
from desk_app.sync import join_file
from desk_app.sync.join_file import JoinFile, from_squares, missing, read, square, squares, written

RANDOM = random.Random(7)
PEM = "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n"


def pem(length: int) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return PEM.format("\n".join("".join(RANDOM.choices(letters, k=64)) for _ in range(length // 64)))


JOIN = JoinFile(
    "centre.clinic.ru", "clinic", "desk_reception", "s3cret-Of-Once", "Регистратура 2", 5433, "Б", "north",
    "ООО «Здоровье»", ca=pem(600), certificate=pem(640), key=pem(192),
)  # fmt: skip


def test_a_join_file_reads_as_it_was_written() -> None:
    assert read(written(JOIN)) == JOIN
    assert read(written(JOIN).encode("utf-8-sig")) == JOIN


def test_squares_are_digits_that_a_desk_scanner_reads_and_may_come_in_any_order() -> None:
    made = list(squares(JOIN))
    assert all(re.fullmatch("[0-9]{20,600}", one) for one in made)
    assert len(made) <= 7

    RANDOM.shuffle(made)
    assert from_squares(made) == JOIN
    assert from_squares([*made, made[0]]) == JOIN
    assert read("\n".join(made)) == JOIN


def test_a_centre_without_certificates_needs_one_square() -> None:
    plain = JoinFile("192.168.1.5", "clinic", "desk_b", "x" * 32, "Desk B", protection="require")
    assert len(squares(plain)) == 1
    assert from_squares(squares(plain)) == plain


def test_what_is_still_to_be_scanned_is_known() -> None:
    made = [square(one) for one in squares(JOIN)]
    assert missing([]) == ()
    assert missing([made[1], made[0]]) == tuple(range(3, len(made) + 1))
    with pytest.raises(WrongInput) as refused:
        from_squares(squares(JOIN)[1:])
    assert (refused.value.code, refused.value.params["found"]) == ("join.missing", "1")


def test_one_digit_misread_is_noticed() -> None:
    good = squares(JOIN)[0]
    for place in range(0, len(good), 7):
        wrong = good[:place] + str((int(good[place]) + 1) % 10) + good[place + 1 :]
        with pytest.raises(WrongInput) as refused:
            square(wrong)
        assert refused.value.code == "join.digits"


def test_squares_of_two_files_do_not_go_together() -> None:
    other = squares(JoinFile("other", "clinic", "desk_c", "y" * 500, "C"))
    with pytest.raises(WrongInput) as refused:
        from_squares([squares(JOIN)[0], *other])
    assert refused.value.code == "join.digits"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "join.file"),
        ("hello", "join.file"),
        ("[]", "join.file"),
        ('{"tessera": "courier", "v": 1}', "join.file"),
        ('{"tessera": "join", "v": 2}', "join.newer"),
        ('{"tessera": "join", "v": 1, "host": "x"}', "join.file"),
        ("[" * 60000, "join.file"),
        ("2900000000018", "join.digits"),
        (b"\xff\xfe\x00", "join.file"),
    ],
)
def test_what_is_no_join_file_is_refused_with_one_sentence(content: str | bytes, code: str) -> None:
    with pytest.raises(WrongInput) as refused:
        read(content)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "value"),
    [("port", 0), ("port", "5432"), ("port", True), ("protection", "none"), ("host", "a\nb"), ("role", ""),
     ("password", 5), ("desk", "\x00")],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_with_its_place(name: str, value: object) -> None:
    told = {**json.loads(written(JOIN)), name: value}
    with pytest.raises(WrongInput) as refused:
        read(json.dumps(told))
    assert (refused.value.code, refused.value.place) == ("join.file", name)


def test_the_secret_parts_are_in_no_repr() -> None:
    assert JOIN.password not in repr(JOIN)
    assert JOIN.key not in repr(JOIN)
    assert join_file.KIND == "join"
