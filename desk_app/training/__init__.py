"""What a new receptionist learns with: questions, lessons, and who is ready; nothing of it is an act of the desk."""
