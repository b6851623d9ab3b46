"""Why every sum is what it is, and why not otherwise: for the desk, and to read aloud to the patient."""
