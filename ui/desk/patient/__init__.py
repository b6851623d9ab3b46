"""Who is at the desk: everything the clerk should know of the patient in one card."""
