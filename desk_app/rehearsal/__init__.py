"""Rehearsal: a past span of days lived anew under a draft of the program, to see what it would have cost and whom."""
