"""What lies over the practice desk during a lesson: the story, its steps, hints, and what was missed."""
