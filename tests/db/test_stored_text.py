"""What is hashed and sent is one text for one value, whichever encoder wrote it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.projections.place import dumps
from desk_app.domain.quote import Position

PLAIN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
LEAVES = st.none() | st.booleans() | st.integers() | st.text() | st.text(st.characters(max_codepoint=0x2030))
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


@given(TREES)
def test_a_body_is_written_as_python_would_write_it(value: Any) -> None:
    assert dumps(value) == PLAIN.encode(value)


@pytest.mark.parametrize("value", [{1: "a", None: 2}, 2**80, {"sum": -(2**64)}, [Position(2, 50)], "half \ud800"])
def test_what_the_quick_encoder_does_not_take_is_written_by_pythons_own(value: Any) -> None:
    assert dumps(value) == PLAIN.encode(value)
