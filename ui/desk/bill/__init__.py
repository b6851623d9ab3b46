"""The bill: services from the price list by keyboard, priced at every keystroke."""
