"""What a branch may add to the program, what branches have added, and how one of their rules begins and ends."""
