"""Two values in one text, for a format that has one place: `Ann Example <https://example.com/ann>`, `scheme: value`.

The words that `--meta` takes. A writer asks whether its text reads back, and
says so when it does not; a reader asks what it means.
"""

from __future__ import annotations

import re


def with_address(words: str, address: str | None) -> str:
    """Return words and an address as one text."""
    return f"{words} <{address}>".strip(" ") if address else words


def and_address(text: str) -> tuple[str, str | None]:
    """Return words and address of a text; one that ends in no address is words alone."""
    found = re.fullmatch(r"(?:(.*) )?<([^\s<>]*:[^\s<>]*)>", text, re.DOTALL)
    return (found[1] or "", found[2]) if found else (text, None)


def with_name(name: str | None, value: str) -> str:
    """Return a value behind its name."""
    return f"{name}: {value}" if name else value


def and_name(text: str) -> tuple[str | None, str]:
    """Return name and value of a text; one without a name is the value alone."""
    found = re.fullmatch(r"(\S+): (.*)", text, re.DOTALL)
    return (found[1], found[2]) if found else (None, text)


def terms_of(text: str) -> tuple[str, str | None]:
    """Return the words of terms of use and the address where they stand, which ends them."""
    found = re.fullmatch(r"(?:(.*\S)\s+)?((?:https?|mailto|tel):\S+)", text, re.DOTALL)
    return (found[1] or "", found[2]) if found else (text, None)
