"""Whatever was done to a document can be undone and done again."""

from __future__ import annotations

from desk_app.editing.history import History


def test_what_is_typed_into_one_field_is_one_step() -> None:
    history = History({})
    history.put({"code": "a"}, "code")
    history.put({"code": "ab"}, "code")
    history.put({"code": "ab", "currency": "RUB"}, "currency")

    assert history.undo()
    assert history.document == {"code": "ab"}
    assert history.undo()
    assert history.document == {}
    assert not history.undo()
    assert history.redo()
    assert history.document == {"code": "ab"}


def test_a_field_that_was_left_begins_a_new_step() -> None:
    history = History({})
    history.put({"code": "a"}, "code")
    history.seal()
    history.put({"code": "b"}, "code")
    history.undo()

    assert history.document == {"code": "a"}


def test_a_change_after_undo_forgets_what_was_undone() -> None:
    history = History({})
    history.put({"code": "a"})
    history.undo()
    history.put({"code": "b"})

    assert not history.can_redo
    assert not history.put({"code": "b"})
