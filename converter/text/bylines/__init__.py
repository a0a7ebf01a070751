"""Bylines: the lines that say who wrote a story, and the names in them."""
