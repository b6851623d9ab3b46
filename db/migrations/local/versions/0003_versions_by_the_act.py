"""A version is known by the act that made it, for two desks may give one number; and who was told of which version."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

#: Acts that happened; of those that gave way only what they say of a version counts.
_PUBLISHED = (
    "SELECT o.op_id, o.hlc, o.body FROM op o LEFT JOIN applied a ON a.op_id=o.op_id AND a.pos=o.pos "
    "LEFT JOIN quarantine q ON q.pos=o.pos WHERE o.body LIKE '%\"program\":{%' "
    "AND (a.pos IS NOT NULL OR q.reason='reused') ORDER BY o.hlc DESC, o.body DESC"
)


def upgrade() -> None:
    """Make the tables; versions are read anew from the log, so that none of one number is missing."""
    connection = op.get_bind()
    made = {}
    for mark, hlc, body in connection.exec_driver_sql(_PUBLISHED).fetchall():
        part = json.loads(body).get("program")
        if not isinstance(part, dict) or "document" not in part:
            continue
        if mark not in made:
            made[mark] = (part, hlc, hlc)
        else:
            kept, latest, _ = made[mark]
            made[mark] = (kept, latest, hlc)
    op.drop_table("program_version")
    op.create_table(
        "program_version",
        sa.Column("mark", sa.Text, primary_key=True, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("effective_from", sa.Text),
        sa.Column("document", sa.Text),
        sa.Column("told", sa.Integer, autoincrement=False),
        sa.Column("stamps", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "diary",
        sa.Column("op_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("moment", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("pos", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "told",
        sa.Column("version", sa.Text, primary_key=True, nullable=False),
        sa.Column("member", sa.Text, primary_key=True, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("way", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("hlc", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    for mark, (part, hlc, first) in made.items():
        document = json.dumps(part["document"], ensure_ascii=False, separators=(",", ":"))
        stamps = {name: hlc for name in ("code", "document", "effective_from", "status", "version") if name in part}
        connection.exec_driver_sql(
            "INSERT INTO program_version VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (mark, part["code"], part["version"], part.get("status", "draft"), part.get("effective_from"), document,
             first, json.dumps(stamps, separators=(",", ":"))),
        )  # fmt: skip
