"""The part of a member's form about others: the family, and records that are the same person."""
