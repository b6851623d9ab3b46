"""A version is known by its act: none of one number is lost, and an older file is read anew from its log."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from db import engine, schema
from db.store import SqlStore, create, open_store
from db.verify import verify
from desk_app.ports import Json, Op
from tests.db import acts

_OLD_TABLE = (
    "CREATE TABLE program_version (code TEXT NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL, "
    "effective_from TEXT, document TEXT, stamps TEXT NOT NULL, PRIMARY KEY (code, version)) STRICT, WITHOUT ROWID"
)
_AS_IT_WAS = (
    "DROP TABLE told", "DROP TABLE diary", "DROP TABLE program_version", "DROP TABLE card_twice", _OLD_TABLE,
    "INSERT INTO program_version VALUES ('club', 1, 'in_force', '2026-01-01', '{\"a\":1}', '{}')",
    "UPDATE alembic_version SET version_num='0002'",
)  # fmt: skip


def published(number: int, document: Json, **more: object) -> Op:
    part = {"code": "club", "version": number, "document": document, "status": "in_force",
            "effective_from": "2026-01-01", **more}  # fmt: skip
    return acts.op(program=part)


def told(store: SqlStore) -> list[tuple[str, str, Json]]:
    with store.reading() as reading:
        return [(one.label, one.status, one.document) for one in reading.versions()]


def test_two_versions_of_one_number_are_both_kept_on_every_desk(desk: SqlStore, tmp_path: Path) -> None:
    with create(tmp_path / "other.db") as other:
        for store, document in ((desk, {"a": 1}), (other, {"b": "ё", "c": None})):
            with store.writing() as writing:
                writing.append(published(1, document))
        for taker, giver in ((desk, other), (other, desk)):
            with taker.reading() as reading:
                heads = reading.heads()
            with giver.reading() as reading:
                ops = reading.ops_after(heads)
            with taker.writing() as writing:
                writing.take_foreign(ops)

        assert told(desk) == told(other)
        assert [label for label, _, _ in told(desk)] == ["1", "1b"]
        assert verify(desk) == verify(other) == ()


def test_a_later_word_names_the_version_by_its_mark(desk: SqlStore) -> None:
    made = published(1, {"a": 1})
    with desk.writing() as writing:
        writing.append(made)
        writing.append(published(1, {"b": 2}))
        writing.append(acts.op(program={"code": "club", "version": 1, "mark": made.id, "status": "withdrawn"}))

    assert sorted(told(desk)) == [("1", "withdrawn", {"a": 1}), ("1b", "in_force", {"b": 2})]


def test_an_older_file_is_read_anew_from_its_log(desk: SqlStore) -> None:
    with desk.writing() as writing:
        writing.append(published(1, {"b": "«ё»", "a": [1, "2\u2028\x7f"]}))
        writing.append(published(1, {"a": 1}))
        writing.append(acts.op(note={"program": "club"}))
        for who in "ab":
            writing.append(acts.op(card={"number": "700000000001", "member": who, "state": "active"}))
            writing.append(acts.op(cards=[{"number": "700000000002", "member": "a", "state": "active"}]))
    now = told(desk)
    with desk.reading() as reading:
        twice = reading.cards_given_twice()
    assert [(number, member) for number, member, _ in twice] == [("700000000001", "a")]
    desk.close()
    with closing(engine.connect(desk.path)) as connection:
        for statement in _AS_IT_WAS:
            connection.execute(statement)
    assert schema.REVISION >= "0003"

    with open_store(desk.path) as store:
        assert told(store) == now
        with store.reading() as reading:
            assert reading.cards_given_twice() == twice
        assert verify(store) == ()
