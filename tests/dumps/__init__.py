"""Readable dumps of binary formats: one module a writer, each with `dump(output: bytes) -> str`."""
