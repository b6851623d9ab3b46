"""Sentences for people as plain data, without Qt: reasons, refusals and troubles in Russian and in English."""

from ui.wording.explain import Explanation, explain, quote_explanation
from ui.wording.problems import problem

__all__ = ["Explanation", "explain", "problem", "quote_explanation"]
