"""What is read from and written to files: program documents, bills, states and quotes."""
