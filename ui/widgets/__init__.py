"""The window's own words in widgets: small, themed, translated, and named for those who cannot see them."""
