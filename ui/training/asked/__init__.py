"""What patients really ask, with the answer to say aloud."""
