"""A draft is announced: what it changes, when it may begin, what still blocks it, and how patients will hear of it."""
