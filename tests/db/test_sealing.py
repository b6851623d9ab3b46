"""What lies beside an encrypted desk opens with its key alone, for one purpose and under one name."""

import pytest

from db.sealing import Sealing

KEY, OTHER = bytes(range(32)), bytes(32)


def test_what_was_sealed_opens_again_and_says_nothing_meanwhile() -> None:
    sealed = Sealing(KEY, "papers").close(b"Anna Petrova", "a.sheet")

    assert b"Anna" not in sealed
    assert sealed != Sealing(KEY, "papers").close(b"Anna Petrova", "a.sheet")
    assert Sealing(KEY, "papers").open(sealed, "a.sheet") == b"Anna Petrova"


@pytest.mark.parametrize(
    ("key", "purpose", "name"),
    [(OTHER, "papers", "a.sheet"), (KEY, "letters", "a.sheet"), (KEY, "papers", "b.sheet")],
    ids=["another key", "another purpose", "another name"],
)
def test_nothing_else_opens_it(key: bytes, purpose: str, name: str) -> None:
    sealed = Sealing(KEY, "papers").close(b"Anna Petrova", "a.sheet")

    with pytest.raises(ValueError, match="sealed by"):
        Sealing(key, purpose).open(sealed, name)


@pytest.mark.parametrize("content", [b"", b"TSR1", b"TSR1short", b"%PDF-1.4 nothing of ours at all"])
def test_what_is_no_sealed_content_is_called_so(content: bytes) -> None:
    with pytest.raises(ValueError, match="sealed by"):
        Sealing(KEY, "papers").open(content, "a.sheet")
