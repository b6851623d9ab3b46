"""The first tables of a desk file."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table and index."""
    op.create_table(
        "stream",
        sa.Column("no", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("stream_id", sa.Text, nullable=False),
        sa.Column("mine", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("anchor", sa.LargeBinary, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("sent", sa.Integer, nullable=False, autoincrement=False, server_default=sa.text("0")),
        sa.Column("closed", sa.Integer, nullable=False, autoincrement=False, server_default=sa.text("0")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("stream_id", "stream", ["stream_id"], unique=True)
    op.create_table(
        "op",
        sa.Column("pos", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("stream", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("op_id", sa.Text, nullable=False),
        sa.Column("moment", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("hlc", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("op_moment", "op", ["moment"])
    op.create_index("op_place", "op", ["stream", "seq"], unique=True)
    op.create_table(
        "applied",
        sa.Column("op_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("body_sha", sa.LargeBinary, nullable=False),
        sa.Column("pos", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quarantine",
        sa.Column("pos", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("reason", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "draft",
        sa.Column("key", sa.Text, primary_key=True, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.Text, primary_key=True, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.Text, primary_key=True, nullable=False),
        sa.Column("value", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "patient",
        sa.Column("pid", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("surname", sa.Text, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("patronymic", sa.Text, nullable=False),
        sa.Column("birth_date", sa.Text, nullable=True),
        sa.Column("phones", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("contract", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("contact_confirmed", sa.Text, nullable=True),
        sa.Column("stamp", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("stamped", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("stamps", sa.Text, nullable=False),
        sa.Column("sn", sa.Text, nullable=False),
        sa.Column("gn", sa.Text, nullable=False),
        sa.Column("pn", sa.Text, nullable=False),
        sa.Column("contract_key", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("card", sa.Text, nullable=False),
        sa.Column("member", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("merged", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("patient_birth", "patient", ["birth_date"])
    op.create_index("patient_contract", "patient", ["contract_key"], sqlite_where=sa.text("contract_key <> ''"))
    heads = ["substr(sn, 1, 3)", "substr(gn, 1, 2)", "sn", "gn", "pn", "birth_date"]
    op.create_index("patient_heads", "patient", [sa.text(one) for one in heads])
    op.create_index("patient_id", "patient", ["id"], unique=True)
    op.create_index("patient_name", "patient", ["sn", "gn", "pn", "birth_date"])
    op.create_table(
        "phone",
        sa.Column("number", sa.Text, primary_key=True, nullable=False),
        sa.Column("pid", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "phone_tail",
        sa.Column("tail", sa.Text, primary_key=True, nullable=False),
        sa.Column("pid", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "surname",
        sa.Column("no", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("sn", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("surname_sn", "surname", ["sn"], unique=True)
    op.create_table(
        "misspelling",
        sa.Column("code", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("surname", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "membership",
        sa.Column("member", sa.Text, primary_key=True, nullable=False),
        sa.Column("joined", sa.Text, nullable=True),
        sa.Column("left", sa.Text, nullable=True),
        sa.Column("referred_by", sa.Text, nullable=False),
        sa.Column("stamps", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "card",
        sa.Column("number", sa.Text, primary_key=True, nullable=False),
        sa.Column("card_key", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("hlc", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("issued", sa.Text, nullable=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("card_key", "card", ["card_key"])
    op.create_index("card_member", "card", ["member"])
    op.create_table(
        "consent",
        sa.Column("member", sa.Text, primary_key=True, nullable=False),
        sa.Column("kind", sa.Text, primary_key=True, nullable=False),
        sa.Column("channel", sa.Text, primary_key=True, nullable=False),
        sa.Column("given", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("text_version", sa.Text, nullable=False),
        sa.Column("hlc", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "grp",
        sa.Column("member", sa.Text, primary_key=True, nullable=False),
        sa.Column("code", sa.Text, primary_key=True, nullable=False),
        sa.Column("day", sa.Text, nullable=True),
        sa.Column("hlc", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "segment",
        sa.Column("member", sa.Text, primary_key=True, nullable=False),
        sa.Column("code", sa.Text, primary_key=True, nullable=False),
        sa.Column("is_on", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("hlc", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "edge",
        sa.Column("member", sa.Text, primary_key=True, nullable=False),
        sa.Column("moment", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("op_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("n", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("other", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("edge_other", "edge", ["other", "member"])
    op.create_table(
        "fact",
        sa.Column("member", sa.Text, primary_key=True, nullable=False),
        sa.Column("moment", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("op_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("n", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("pos", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entry",
        sa.Column("op_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("line", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "balance",
        sa.Column("account", sa.Text, primary_key=True, nullable=False),
        sa.Column("units", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("n", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipt",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("bill", sa.Text, nullable=False),
        sa.Column("patient", sa.Text, nullable=False),
        sa.Column("moment", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("pos", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("receipt_bill", "receipt", ["bill"])
    op.create_index("receipt_moment", "receipt", ["moment"])
    op.create_index("receipt_number", "receipt", ["number"])
    op.create_index("receipt_patient", "receipt", ["patient", "moment"])
    op.create_table(
        "return_",
        sa.Column("op_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("receipt", sa.Text, nullable=False),
        sa.Column("moment", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("pos", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("return_receipt", "return_", ["receipt", "moment"])
    op.create_table(
        "use_",
        sa.Column("op_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("n", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "freed",
        sa.Column("receipt", sa.Text, primary_key=True, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tally",
        sa.Column("kind", sa.Text, primary_key=True, nullable=False),
        sa.Column("code", sa.Text, primary_key=True, nullable=False),
        sa.Column("n", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "program_version",
        sa.Column("code", sa.Text, primary_key=True, nullable=False),
        sa.Column("version", sa.Integer, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("effective_from", sa.Text, nullable=True),
        sa.Column("document", sa.Text, nullable=True),
        sa.Column("stamps", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "closing",
        sa.Column("op_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("days", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("hlc", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "offer",
        sa.Column("op_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("moment", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("offer_member", "offer", ["member", "moment"])
    op.create_table(
        "service",
        sa.Column("code", sa.Text, primary_key=True, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("price", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("minutes", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("floor_price", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("hlc", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "service_word",
        sa.Column("word", sa.Text, primary_key=True, nullable=False),
        sa.Column("code", sa.Text, primary_key=True, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
