"""Who the clinic is, on one card: the names, the phone and the logo that patients see."""
