"""The centre: a plain PostgreSQL that every desk sends to and fetches from, how it is kept, and the line to it."""
