"""The PostgreSQL of the tests is a real one: it starts wherever the suite runs, and talks."""

import psycopg


def test_the_server_takes_a_fact_once_however_often_it_is_sent(postgres: str) -> None:
    with psycopg.connect(postgres) as connection:
        connection.execute("CREATE TEMPORARY TABLE facts (id uuid PRIMARY KEY, said text)")
        for _attempt in range(2):
            connection.execute(
                "INSERT INTO facts VALUES ('018f6d1e-0000-7000-8000-000000000001', 'ёлка') ON CONFLICT DO NOTHING"
            )

        kept = connection.execute("SELECT said FROM facts").fetchall()

    assert kept == [("ёлка",)]


def test_the_server_is_new_enough_for_what_the_centre_asks_of_it(postgres: str) -> None:
    with psycopg.connect(postgres) as connection:
        assert connection.info.server_version >= 150000
