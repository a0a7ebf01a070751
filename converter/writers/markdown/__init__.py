"""Markdown: CommonMark 0.31 with GitHub's tables, strikes and footnotes; words that look like marks stay words.

`write` puts the file together: `front` is the YAML before the story, `blocks`
sets paragraphs, lists and tables, `inlines` the text inside them, `escape`
knows what Markdown would take for a mark. What Markdown has no sign for is
HTML, or plain words with `--set markdown.html=no`.
"""

from __future__ import annotations

from converter.writers.markdown.write import write

__all__ = ["write"]
