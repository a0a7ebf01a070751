"""A PDF as text: its tags with what they say, artifacts, links, fonts."""

from __future__ import annotations

from tests.writers.pdf.reading import dump

__all__ = ["dump"]
