"""What the desk knows: the nouns and rules of a loyalty program, resting on the standard library alone."""
