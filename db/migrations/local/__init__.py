"""Steps for the file of a desk; they import nothing of ours, so they mean the same for ever."""
