"""Bills that wait while somebody else is served: set aside, listed, taken up again."""
