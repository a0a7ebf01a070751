"""Writers: one module or package a format, each with one function `write`: `Article` → bytes.

Their records are in `converter.formats`, which names them as strings; nothing
is imported before it is used. A writer gets options and a `Context` and
nothing else, and imports no other writer.
"""
