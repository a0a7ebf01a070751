"""HTML: one accessible file in the house style, light and dark, that needs nothing and does nothing.

write   the page from its parts      data   what machines read in it: JSON-LD, and the canonical XML in base64
"""

from converter.writers.html.write import write

__all__ = ["write"]
