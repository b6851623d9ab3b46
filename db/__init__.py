"""How the desk remembers: the encrypted local database, its op log and everything read back from it."""
