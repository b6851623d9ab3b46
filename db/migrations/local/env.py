"""Lets Alembic run on the connection it is handed; knows nothing of the app, so old revisions never change."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=None, transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
