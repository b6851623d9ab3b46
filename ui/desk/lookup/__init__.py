"""Finding a patient: what the search field on top finds, and which line is highlighted."""
