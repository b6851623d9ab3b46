"""The page of a patient's cards: printed, given anew, blocked, or given by scanning one without a name."""
