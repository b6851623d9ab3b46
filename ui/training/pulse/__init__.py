"""Three questions that nobody can tie to a name."""
