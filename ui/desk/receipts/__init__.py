"""What was paid before: receipts of a patient, pieces that come back, and voids."""
