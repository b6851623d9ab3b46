"""The tables of a desk file, declared once; migrations lead to exactly these, and a test compares.

`stream`, `op`, `applied` and `quarantine` are the log, from which everything else can be rebuilt. `draft`, `setting`
and `counter` belong to this computer. All other tables are projections of the log. Texts of days are ISO, moments
are milliseconds UTC, `hlc` is `ms << 16 | counter`, `pos` is the order of arrival on this desk.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

metadata = MetaData()


def _text(name: str, *, key: bool = False, null: bool = False, default: str | None = None) -> Column[Any]:
    given = None if default is None else text(f"'{default}'")
    return Column(name, Text, primary_key=key, nullable=null, server_default=given)


def _int(name: str, *, key: bool = False, null: bool = False, default: int | None = None) -> Column[Any]:
    given = None if default is None else text(str(default))
    return Column(name, Integer, primary_key=key, nullable=null, server_default=given, autoincrement=False)


def _blob(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, LargeBinary, nullable=null)


def _table(name: str, *columns: Column[Any] | Index, rowid: bool = False) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True, sqlite_with_rowid=rowid)


# the log
_table("stream", _int("no", key=True), _text("stream_id"), _int("mine"), _blob("anchor"), _text("fingerprint"),
       _int("sent", default=0), _int("closed", default=0), Index("stream_id", "stream_id", unique=True),
       rowid=True)  # fmt: skip
_table("op", _int("pos", key=True), _int("stream"), _int("seq"), _text("op_id"), _int("moment"), _int("hlc"),
       _text("body"), _blob("hash"), Index("op_place", "stream", "seq", unique=True), Index("op_moment", "moment"),
       rowid=True)  # fmt: skip
_table("applied", _text("op_id", key=True), _blob("body_sha"), _int("pos"))
_table("quarantine", _int("pos", key=True), _text("reason"), rowid=True)

# this computer
_table("draft", _text("key", key=True), _text("content"))
_table("setting", _text("key", key=True), _text("value"))
_table("counter", _text("name", key=True), _int("value"))

# the clinic
_table("clinic", _text("key", key=True), _text("value"), _int("hlc"))

# people
_table("patient", _int("pid", key=True), _text("id"), _text("surname"), _text("given"), _text("patronymic"),
       _text("birth_date", null=True), _text("phones"), _text("email"), _text("contract"), _text("language"),
       _text("notes"), _text("contact_confirmed", null=True),
       _int("stamp"), _int("stamped"), _text("stamps"),
       _text("sn"), _text("gn"), _text("pn"), _text("contract_key"), _text("phone"), _text("card"), _int("member"),
       _int("merged"),
       Index("patient_id", "id", unique=True), Index("patient_name", "sn", "gn", "pn", "birth_date"),
       # whoever begins so: of thousands of rare surnames under three letters only those with that given name are met
       Index("patient_heads", text("substr(sn, 1, 3)"), text("substr(gn, 1, 2)"), text("sn"), text("gn"), text("pn"),
             text("birth_date")),
       Index("patient_birth", "birth_date"),
       Index("patient_contract", "contract_key", sqlite_where=text("contract_key <> ''")), rowid=True)  # fmt: skip
_table("phone", _text("number", key=True), _int("pid", key=True))
_table("phone_tail", _text("tail", key=True), _int("pid", key=True))
_table("surname", _int("no", key=True), _text("sn"), Index("surname_sn", "sn", unique=True), rowid=True)
_table("misspelling", _int("code", key=True), _int("surname", key=True))
_table("membership", _text("member", key=True), _text("joined", null=True), _text("left", null=True),
       _text("referred_by"), _text("stamps"))  # fmt: skip
_table("card", _text("number", key=True), _text("card_key"), _text("member"), _text("state"), _int("hlc"),
       _text("issued", null=True), Index("card_key", "card_key"), Index("card_member", "member"))  # fmt: skip
#: Everybody a card was given to, where it was given to several.
_table("card_twice", _text("number", key=True), _text("member", key=True))
_table("consent", _text("member", key=True), _text("kind", key=True), _text("channel", key=True), _int("given"),
       _text("day"), _text("text_version"), _int("hlc"))  # fmt: skip
_table("grp", _text("member", key=True), _text("code", key=True), _text("day", null=True), _int("hlc"))
_table("segment", _text("member", key=True), _text("code", key=True), _int("is_on"), _int("hlc"))
_table("edge", _text("member", key=True), _int("moment", key=True), _text("op_id", key=True), _int("n", key=True),
       _text("kind"), _text("other"), Index("edge_other", "other", "member"))  # fmt: skip

# money and units
_table("fact", _text("member", key=True), _int("moment", key=True), _text("op_id", key=True), _int("n", key=True),
       _int("pos"), _text("body"))  # fmt: skip
_table("entry", _text("op_id", key=True), _int("line", key=True), _text("account"), _int("amount"))
_table("balance", _text("account", key=True), _int("units"), _int("n"))
_table("receipt", _text("id", key=True), _text("number"), _text("bill"), _text("patient"), _int("moment"),
       _text("day"), _int("pos"), Index("receipt_bill", "bill"), Index("receipt_number", "number"),
       Index("receipt_patient", "patient", "moment"), Index("receipt_moment", "moment"))  # fmt: skip
_table("return_", _text("op_id", key=True), _text("receipt"), _int("moment"), _text("day"), _int("pos"),
       Index("return_receipt", "receipt", "moment"))  # fmt: skip
_table("use_", _text("op_id", key=True), _int("n", key=True), _text("kind"), _text("code"), _text("member"))
_table("freed", _text("receipt", key=True))
_table("tally", _text("kind", key=True), _text("code", key=True), _int("n"))

# rules and prices
_table("program_version", _text("mark", key=True), _text("code"), _int("version"), _text("status"),
       _text("effective_from", null=True), _text("document", null=True), _int("told", null=True),
       _text("stamps"))  # fmt: skip
_table("diary", _text("op_id", key=True), _int("moment"), _int("pos"))
_table("told", _text("version", key=True), _text("member", key=True), _text("day"), _text("way"), _text("by"),
       _int("hlc"))  # fmt: skip
_table("closing", _text("op_id", key=True), _text("day"), _int("days"), _int("hlc"))
_table("offer", _text("op_id", key=True), _text("member"), _int("moment"), _text("body"),
       Index("offer_member", "member", "moment"))  # fmt: skip
_table("service", _text("code", key=True), _text("name"), _text("name_en"), _text("category"), _int("price"),
       _int("minutes"), _int("floor_price"), _int("hlc"))  # fmt: skip
_table("service_word", _text("word", key=True), _text("code", key=True))


@cache
def statements() -> tuple[str, ...]:
    """What makes all of them, with their indexes."""
    dialect = sqlite.dialect()
    made: list[str] = []
    for table in metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        made += [
            str(CreateIndex(index).compile(dialect=dialect))
            for index in sorted(table.indexes, key=lambda i: str(i.name))
        ]
    return tuple(made)
