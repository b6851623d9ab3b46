"""What is to be paid, in large type, and the keys of the acts of the desk."""
