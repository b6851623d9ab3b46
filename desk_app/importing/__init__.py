"""Brings patients and the price list in from the clinic's tables, and writes them out again."""
