"""Services and kinds of service picked from the price list: by search, by a tick, with what they are of the whole."""

from ui.program.picking.categories import CategoriesControl
from ui.program.picking.services import ServicesControl

__all__ = ["CategoriesControl", "ServicesControl"]
