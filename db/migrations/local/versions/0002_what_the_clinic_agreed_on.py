"""What the clinic is called travels between its desks; what a desk was told before is marked to be told to them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; the values stay where they are until the desk tells the others of them."""
    op.create_table(
        "clinic",
        sa.Column("key", sa.Text, primary_key=True, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("hlc", sa.Integer, nullable=False, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO setting SELECT 'clinic to tell', '1' WHERE EXISTS (SELECT 1 FROM setting "
        "WHERE key='clinic' OR key LIKE 'clinic.%' OR key LIKE 'branch.%')"
    )
