"""What a desk may do at the centre: call the functions of the protocol, and nothing else that leaves a trace."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import Connection, errors

from db.centre import admin
from db.centre.line import Line
from desk_app.domain.errors import Trouble
from desk_app.sync.calls import Gate
from tests.centre.conftest import Centre, Stream

PROTOCOL = {
    "hello", "push", "times", "hashes_at", "gate", "heads", "pull", "seed_offered", "seed_parts", "change_password",
}  # fmt: skip


@pytest.fixture
def intruder(centre: Centre, desk: Line) -> Iterator[Connection]:
    """Somebody with a desk's password and a shell of their own."""
    desk.answer(Stream().fill(3).push())
    with psycopg.connect(desk._conninfo, password=desk._password, autocommit=True) as connection:
        yield connection


def role_of(centre: Centre) -> str:
    """The only desk's role."""
    return str(centre.rows("SELECT role FROM tessera.desk")[0][0])


def test_a_desk_may_call_exactly_the_functions_of_the_protocol(centre: Centre, desk: Line) -> None:
    role = role_of(centre)
    may_call = centre.rows(
        "SELECT n.nspname, p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') "
        f"AND has_schema_privilege('{role}', n.oid, 'USAGE') AND has_function_privilege('{role}', p.oid, 'EXECUTE')"
    )

    assert {(schema, name) for schema, name in may_call} == {("sync_v1", name) for name in PROTOCOL}


def test_a_desk_has_no_right_on_any_table_schema_or_database(centre: Centre, desk: Line) -> None:
    role = role_of(centre)
    tables = centre.rows(
        "SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN "
        "('r', 'v', 'm', 'p', 'f', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') "
        f"AND (has_table_privilege('{role}', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') "
        f"OR has_any_column_privilege('{role}', c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'))"
    )
    schemas = centre.rows(
        f"SELECT nspname FROM pg_namespace WHERE has_schema_privilege('{role}', oid, 'CREATE') "
        f"OR nspname NOT LIKE 'pg\\_%' AND has_schema_privilege('{role}', oid, 'USAGE')"
    )
    database = centre.rows(
        f"SELECT has_database_privilege('{role}', current_database(), 'CREATE'), "
        f"has_database_privilege('{role}', current_database(), 'TEMP'), "
        f"has_database_privilege('{role}', current_database(), 'CONNECT')"
    )
    itself = centre.rows(
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, rolcanlogin, rolconnlimit "
        f"FROM pg_roles WHERE rolname = '{role}'"
    )
    groups = centre.rows(
        "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid "
        f"JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = '{role}'"
    )

    assert tables == []
    assert {name for (name,) in schemas} == {"sync_v1", "information_schema"}
    assert database == [(False, False, True)]
    assert itself == [(False, False, False, False, False, True, 4)]
    assert groups == [("tessera_desk",)]


@pytest.mark.parametrize(
    "wish",
    [
        "SELECT * FROM tessera.op_log", "SELECT * FROM tessera.balance", "SELECT * FROM tessera.desk",
        "INSERT INTO tessera.applied VALUES (gen_random_uuid(), 1, 1)", "DELETE FROM tessera.op_log",
        "UPDATE tessera.balance SET units = 0", "TRUNCATE tessera.op_log",
        "COPY tessera.op_log TO STDOUT", "SELECT tessera.apply_safe(1, 1, 1)", "SELECT tessera.take_back(NULL)",
        "SELECT tessera.now_ms()", "CREATE TEMP TABLE t (x int)", "CREATE TABLE public.t (x int)",
        "CREATE TABLE sync_v1.t (x int)", "CREATE SCHEMA mine",
        "CREATE FUNCTION sync_v1.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION tessera.now_ms() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
        "DROP FUNCTION sync_v1.gate()", "ALTER TABLE tessera.desk DISABLE ROW LEVEL SECURITY",
        "SET ROLE tessera_owner", "GRANT tessera_owner TO CURRENT_USER", "CREATE ROLE friend LOGIN",
        "ALTER ROLE CURRENT_USER SUPERUSER", "ALTER ROLE tessera_owner LOGIN", "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, 'x')", "SELECT pg_read_file('/etc/passwd')", "SELECT * FROM pg_authid",
        "COPY (SELECT 1) TO PROGRAM 'true'", "DROP EXTENSION plpgsql",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
        "ALTER SYSTEM SET fsync = off", "CREATE PUBLICATION p FOR ALL TABLES",
        "SELECT pg_create_logical_replication_slot('s', 'pgoutput')",
    ],
)  # fmt: skip
def test_everything_else_is_refused(centre: Centre, intruder: Connection, wish: str) -> None:
    with pytest.raises((errors.InsufficientPrivilege, errors.InvalidSchemaName)):
        intruder.execute(wish.encode())


def test_a_name_of_its_own_before_ours_changes_nothing(centre: Centre, intruder: Connection) -> None:
    intruder.execute("SET search_path = pg_temp, public, sync_v1, tessera")
    intruder.execute("SET row_security = off")
    intruder.execute("SET standard_conforming_strings = off")

    assert intruder.execute("SELECT streams, ops FROM gate()").fetchone() == (1, 3)


def test_a_desk_speaks_for_itself_whatever_it_sets(centre: Centre, intruder: Connection) -> None:
    other = centre.desk("Other")
    foreign = Stream().fill(1)
    other.answer(foreign.push())
    intruder.execute("SET SESSION AUTHORIZATION DEFAULT")
    intruder.execute("SET application_name = 'Other'")
    foreign.fill(1)

    row = intruder.execute(
        "SELECT code FROM sync_v1.push(%s::uuid, %s, 2, %s::uuid[], %s, %s, %s)",
        (foreign.name, foreign.anchor, [foreign.ops[1].op_id], [1], [foreign.ops[1].body], [foreign.ops[1].hash]),
    ).fetchone()

    assert row == ("not_yours",)


def test_a_role_of_the_server_that_is_no_desk_cannot_even_come_in(centre: Centre) -> None:
    centre.keeper.execute("CREATE ROLE stranger LOGIN")
    try:
        with pytest.raises(Trouble, match=r"centre\.rights"), admin.opened(f"{centre.url}&user=stranger"):
            pass
    finally:
        centre.keeper.execute("DROP ROLE stranger")


def test_a_desk_changes_its_own_password_and_only_what_the_server_keeps_of_it_is_sent(
    centre: Centre, desk: Line, intruder: Connection
) -> None:
    before = centre.rows("SELECT rolpassword FROM pg_authid WHERE rolname LIKE 'tessera_desk_%'")

    desk.change_password("кот на крыше 7")

    after = centre.rows("SELECT rolpassword FROM pg_authid WHERE rolname LIKE 'tessera_desk_%'")
    assert before != after
    assert after[0][0].startswith("SCRAM-SHA-256$")
    for bad in ("plain words", "md5" + "0" * 32, "", "SCRAM-SHA-256$" + "x" * 400):
        with pytest.raises(psycopg.Error):
            intruder.execute("SELECT sync_v1.change_password(%s)", (bad,))
    with pytest.raises(psycopg.Error):
        intruder.execute("SELECT sync_v1.change_password(NULL)")
    assert centre.rows("SELECT rolpassword FROM pg_authid WHERE rolname LIKE 'tessera_desk_%'") == after
    desk.close()
    assert desk.answer(Gate()).streams == 1


def test_every_function_that_lends_rights_looks_names_up_in_places_nobody_can_write_to(centre: Centre) -> None:
    lending = centre.rows(
        "SELECT p.proname, p.prosecdef, p.proconfig FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname = 'sync_v1'"
    )

    assert {name for name, lends, _ in lending if not lends} == {"change_password"}
    for name, _, settings in lending:
        assert any(one.startswith("search_path=pg_catalog") and one.endswith("pg_temp") for one in settings), name


def test_no_row_is_seen_even_with_a_right_given_by_mistake(centre: Centre, intruder: Connection) -> None:
    role = role_of(centre)
    centre.keeper.execute(f"GRANT USAGE ON SCHEMA tessera TO {role}".encode())
    centre.keeper.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA tessera TO {role}".encode())
    try:
        assert intruder.execute("SELECT count(*) FROM tessera.op_log").fetchone() == (0,)
        assert intruder.execute("SELECT count(*) FROM tessera.desk").fetchone() == (0,)
    finally:
        centre.keeper.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA tessera FROM {role}".encode())
        centre.keeper.execute(f"REVOKE ALL ON SCHEMA tessera FROM {role}".encode())


def test_every_table_has_the_second_lock(centre: Centre) -> None:
    open_ones = centre.rows(
        "SELECT relname FROM pg_class WHERE relnamespace = 'tessera'::regnamespace AND relkind = 'r' "
        "AND NOT relrowsecurity"
    )

    # which steps a database has is no secret
    assert open_ones == [("step",)]
