"""Writing a patient down, joining in under a minute, and changing what is kept: one form, saved by one key."""
