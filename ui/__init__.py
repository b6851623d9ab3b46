"""What the clerk sees: the window and the command line, two front ends over the same tasks."""
