"""What stands beside the form and follows every keystroke: the check-up, the leaflet's sentences, a worked bill."""

from ui.program.beside.panel import BesidePanel

__all__ = ["BesidePanel"]
