"""Two desks that did not hear each other may give one card to two people: who they are is remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

#: Everybody a card was ever given to and whose it is not now, by acts that happened or gave way to another of their id.
_GIVEN = (
    "WITH happened AS (SELECT o.body AS body FROM op o LEFT JOIN quarantine q ON q.pos=o.pos "
    "WHERE o.body LIKE '%\"card%' AND coalesce(q.reason, 'reused')='reused'), one AS ("
    "SELECT json_extract(body, '$.card.number') AS number, json_extract(body, '$.card.member') AS member "
    "FROM happened UNION SELECT json_extract(e.value, '$.number'), json_extract(e.value, '$.member') "
    "FROM happened, json_each(happened.body, '$.cards') e) "
    "SELECT one.number, one.member FROM one JOIN card c ON c.number=one.number "
    "WHERE coalesce(one.member, '')<>'' AND one.member<>c.member"
)


def upgrade() -> None:
    """Make the table, and fill it from the log."""
    op.create_table(
        "card_twice",
        sa.Column("number", sa.Text, primary_key=True, nullable=False),
        sa.Column("member", sa.Text, primary_key=True, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.get_bind().exec_driver_sql(f"INSERT INTO card_twice {_GIVEN}")
