"""The check-up: what is wrong with a program document, why it hurts in numbers, and what would mend it.

Pure over documents and the engine; words are found at the edge (spec: program check-up).
"""

from desk_app.checkup.check import check_up
from desk_app.checkup.finding import Finding, unanswered
from desk_app.checkup.history import History, Month
from desk_app.checkup.own_past import history_of, known_history

__all__ = ["Finding", "History", "Month", "check_up", "history_of", "known_history", "unanswered"]
