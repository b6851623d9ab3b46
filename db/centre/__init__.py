"""The centre: a plain PostgreSQL that every desk sends to and fetches from, its schema, its keeping and the line to it."""
