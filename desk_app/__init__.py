"""What the desk does: find a patient, price a bill, pay, return, print; it knows neither screens nor SQL."""
