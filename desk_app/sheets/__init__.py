"""Sheets before ink: what stands on cards, leaflets, posters and forms, as data computed from a program version."""
