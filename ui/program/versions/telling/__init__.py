"""Which patients were told of a version, or of the program's end, and which were not: pages, search, files."""
