"""Promotions of a program: the list, the form of the one worked on, and a calendar of when they run and meet."""

from ui.program.calendar.view import PromotionsControl

__all__ = ["PromotionsControl"]
