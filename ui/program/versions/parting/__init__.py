"""A version is withdrawn before its day, or the program ends, or does not end after all."""
