"""The first page: who learns, what is left for her, and one thing to do next."""
