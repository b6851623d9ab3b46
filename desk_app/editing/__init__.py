"""Making a program: which questions a document answers, how far the answers are, and what can be undone."""
