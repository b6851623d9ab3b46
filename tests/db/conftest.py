"""Desks for the tests of the store: real files, copied from one that was made once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import schema
from db.store import SqlStore, create, open_store
from db.verify import digest

NewDesk = Callable[..., SqlStore]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty desk file without a log beside it."""
    path = tmp_path_factory.mktemp("template") / "desk.db"
    create(path).close()
    return path


@pytest.fixture
def new_desk(template: Path, tmp_path: Path) -> Iterator[NewDesk]:
    """Makes desks, each with a stream of its own."""
    desks: list[SqlStore] = []

    def make(name: str = "desk", *, durable: bool = False) -> SqlStore:
        path = tmp_path / f"{name}.db"
        shutil.copyfile(template, path)
        store = open_store(path, durable=durable)
        desks.append(store)
        with store.writing() as writing:
            schema.begin_stream(writing.cursor)
        return store

    yield make
    for store in desks:
        store.close()


@pytest.fixture
def desk(new_desk: NewDesk) -> SqlStore:
    """One desk."""
    return new_desk()


def digest_of(store: SqlStore) -> str:
    """The digest of a desk's projections."""
    with store.reading() as reading:
        return digest(reading.cursor)
