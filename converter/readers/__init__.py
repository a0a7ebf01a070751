"""Readers: one module or package a format, each with one function `read`: bytes → `Article`.

Their records are in `converter.formats`, which names them as strings; nothing
is imported before it is used. A reader gets options and a `Context` and
nothing else, and imports no other reader.
"""
