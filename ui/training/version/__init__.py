"""A version to be read: what it changes, and whether she agrees."""
