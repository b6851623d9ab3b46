"""A desk file is made, migrated or refused, and never silently something else."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from db import engine, schema
from db.looking import look_at
from db.store import TAIL, SqlStore, create, open_store
from db.verify import verify
from desk_app.domain.errors import Trouble
from tests.db import acts

NOW, NEXT = schema.REVISION, f"{int(schema.REVISION) + 1:04d}"


def declared(store: SqlStore) -> dict[tuple[str, str], str]:
    with store.reading() as reading:
        rows = reading.cursor.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return {(kind, name): re.sub(r"\s+", "", sql) for kind, name, sql in rows}


def test_migrations_lead_to_the_declared_tables(desk: SqlStore, tmp_path: Path) -> None:
    with closing(engine.connect(tmp_path / "migrated.db", make=True)) as connection:
        schema.migrate(connection)
    migrated = SqlStore(tmp_path / "migrated.db")

    assert declared(migrated) == declared(desk)
    migrated.close()


def test_the_declared_tables_are_the_newest_revision() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.SCRIPTS))

    assert ScriptDirectory.from_config(config).get_current_head() == schema.REVISION


def test_every_table_is_strict(desk: SqlStore) -> None:
    with desk.reading() as reading:
        rows = reading.cursor.execute("SELECT name, strict FROM pragma_table_list WHERE schema='main'").fetchall()

    assert {name for name, strict in rows if not strict} == {"alembic_version", "sqlite_schema"}


def test_a_file_of_a_newer_app_is_refused_and_left_alone(desk: SqlStore) -> None:
    with desk.writing() as writing:
        writing.cursor.execute("UPDATE alembic_version SET version_num='9999'")
    desk.close()
    before = desk.path.read_bytes()

    with pytest.raises(Trouble) as trouble:
        open_store(desk.path)

    assert trouble.value.code == "db.newer"
    assert desk.path.read_bytes() == before


def test_an_older_file_is_copied_and_then_migrated(
    desk: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.writing() as writing:
        writing.append(acts.checkout("p-1", 1))
    desk.close()
    scripts = next_revision(tmp_path / "scripts", "op.add_column('setting', sa.Column('note', sa.Text))")
    monkeypatch.setattr(schema, "SCRIPTS", scripts)
    monkeypatch.setattr(schema, "REVISION", NEXT)

    with open_store(desk.path) as store, store.reading() as reading:
        assert reading.cursor.execute("SELECT note FROM setting").fetchall() == []
        assert reading.balance("p-1") == 240

    monkeypatch.undo()
    (copy,) = tmp_path.glob(f"desk-before-{schema.REVISION}-*.db")
    with open_store(copy) as store, store.reading() as reading:
        assert reading.balance("p-1") == 240


def test_a_migration_that_fails_changes_nothing(
    desk: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.close()
    steps = "op.add_column('setting', sa.Column('note', sa.Text)); op.execute('SELECT * FROM nowhere')"
    monkeypatch.setattr(schema, "SCRIPTS", next_revision(tmp_path / "scripts", steps))
    monkeypatch.setattr(schema, "REVISION", NEXT)

    with pytest.raises(Exception, match="nowhere"):
        open_store(desk.path)

    monkeypatch.undo()
    with open_store(desk.path) as store, store.reading() as reading:
        names = [row[1] for row in reading.cursor.execute("PRAGMA table_info(setting)").fetchall()]
        assert names == ["key", "value"]


def next_revision(folder: Path, steps: str) -> Path:
    """The scripts as they are, and one more."""
    versions = folder / "versions"
    versions.mkdir(parents=True)
    (folder / "env.py").write_text((schema.SCRIPTS / "env.py").read_text())
    for script in (schema.SCRIPTS / "versions").glob("0*.py"):
        (versions / script.name).write_text(script.read_text())
    (versions / f"{NEXT}_next.py").write_text(
        dedent(f"""
        import sqlalchemy as sa
        from alembic import op
        revision, down_revision = "{NEXT}", "{NOW}"
        def upgrade():
            {steps}
        """)
    )
    return folder


def test_a_file_of_the_first_app_keeps_what_the_clinic_is_called_and_is_marked_to_tell_it(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with closing(engine.connect(path, make=True)) as connection:
        first_tables(connection)
        connection.execute("INSERT INTO setting VALUES ('clinic', 'Ромашка'), ('branch.main', 'На Садовой')")
    with open_store(path) as store, store.reading() as reading:
        assert [reading.setting(key) for key in ("clinic", "branch.main")] == ["Ромашка", "На Садовой"]
        assert reading.setting("clinic to tell") == "1"
        assert verify(store) == ()


def test_a_file_of_the_first_app_that_may_not_be_written_to_is_not_half_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with closing(engine.connect(path, make=True)) as connection:
        first_tables(connection)

    with pytest.raises(Trouble) as trouble:
        look_at(path, None, Trouble("disk.readonly"))

    assert trouble.value.code == "disk.readonly"


def first_tables(connection: engine.Connection) -> None:
    """The tables of the first revision, with a stream, as a file of the first app has them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "REVISION", "0001")
        schema.migrate(connection)
    connection.execute("BEGIN")
    schema.begin_stream(connection.cursor())
    connection.execute("COMMIT")


def test_what_is_there_is_not_made_again(desk: SqlStore) -> None:
    with pytest.raises(Trouble) as trouble:
        create(desk.path)

    assert trouble.value.code == "db.exists"


def test_a_file_whose_making_was_cut_short_has_no_name_yet_and_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.db"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "REVISION", object())
        with pytest.raises(Exception, match="type"):
            create(path)
    assert not path.exists()
    # the power went: nobody cleared up
    path.with_name("desk.db.part").write_bytes(b"half")
    path.with_name("desk.db.part-wal").write_bytes(b"a log")

    with create(path) as store, store.writing() as writing:
        assert writing.append(acts.checkout("p", 1))
    assert {one.name for one in tmp_path.iterdir()} == {"desk.db", "desk.db.lock"}


def test_a_closed_desk_that_was_also_read_leaves_nothing_beside_its_file(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with create(path, durable=False) as store:
        with store.writing() as writing:
            writing.put_setting("clinic", "Клиника")
        with store.reading() as reading:
            assert reading.setting("clinic") == "Клиника"

    assert {one.name for one in tmp_path.iterdir()} == {"desk.db", "desk.db.lock"}


@pytest.mark.parametrize("key", [None, bytes(range(32))])
def test_a_file_that_became_empty_is_never_made_anew_by_opening_it(tmp_path: Path, key: bytes | None) -> None:
    path, log = tmp_path / "desk.db", tmp_path / "desk.db-wal"
    path.write_bytes(b"")
    log.write_bytes(b"what was paid today")

    for opening in (
        lambda: open_store(path, key),
        lambda: open_store(path, key, alone=False),
        lambda: engine.connect(path, key),
        lambda: engine.connect(path, key, reader=True),
    ):
        with pytest.raises(Trouble) as trouble:
            opening()
        assert trouble.value.code == "db.corrupt"

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {path.name: b"", log.name: log.read_bytes()}
    assert log.read_bytes() == b"what was paid today"


def test_a_file_without_tables_is_not_given_any_by_opening_it(tmp_path: Path) -> None:
    engine.connect(tmp_path / "desk.db", make=True).close()
    before = (tmp_path / "desk.db").read_bytes()

    with pytest.raises(Trouble) as trouble:
        open_store(tmp_path / "desk.db")

    assert trouble.value.code == "db.corrupt"
    assert (tmp_path / "desk.db").read_bytes() == before


def test_a_missing_file_is_not_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        open_store(tmp_path / "none.db")

    assert trouble.value.code == "db.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    other = engine.connect(tmp_path / "other.db", make=True)
    other.execute("CREATE TABLE t (x)")
    other.close()

    with pytest.raises(Trouble) as trouble:
        open_store(tmp_path / "other.db")

    assert trouble.value.code == "db.corrupt"


def test_a_library_that_may_corrupt_files_is_refused() -> None:
    with pytest.raises(Trouble) as trouble:
        engine.check_library((3, 51, 2))

    assert (trouble.value.code, trouble.value.params["found"]) == ("db.sqlite", "3.51.2")


def test_promises_of_durability_are_switched_on(template: Path) -> None:
    writer, reader = engine.connect(template), engine.connect(template, reader=True)

    def pragma(connection: engine.Connection, name: str) -> object:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert [pragma(writer, name) for name in ("journal_mode", "synchronous", "wal_autocheckpoint")] == ["wal", 2, 1000]
    assert [pragma(reader, name) for name in ("query_only", "wal_autocheckpoint")] == [1, 0]
    for name, value in (("foreign_keys", 1), ("trusted_schema", 0), ("cell_size_check", 1), ("mmap_size", 0)):
        assert pragma(writer, name) == pragma(reader, name) == value
    writer.close()
    reader.close()


def test_opening_a_desk_does_not_load_what_only_migrations_need(desk: SqlStore) -> None:
    desk.close()
    late = ("alembic", "keyring", "rapidfuzz", "sqlalchemy")
    loaded = (
        "import pathlib, sys; from db.store import open_store; open_store(pathlib.Path(sys.argv[1])).close(); "
        f"print([name for name in {late} if name in sys.modules])"
    )

    printed = subprocess.run(
        [sys.executable, "-c", loaded, str(desk.path)], capture_output=True, text=True, check=True, timeout=60
    )

    assert printed.stdout.strip() == "[]"


def test_opening_a_desk_takes_no_longer_when_the_log_is_long(desk: SqlStore) -> None:
    with desk.reading() as reading:
        plan = [row[3] for row in reading.cursor.execute(f"EXPLAIN QUERY PLAN {TAIL}").fetchall()]

    # a desk has one or two streams and a million ops
    assert [step for step in plan if "SCAN" in step or "B-TREE" in step] in ([], ["SCAN s"])
