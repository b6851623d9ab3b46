"""The quiz: eight questions in two minutes, each answer told at once with its reason."""
