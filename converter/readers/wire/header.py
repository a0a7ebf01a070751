"""The header of a wire story: who sent it, as which, how urgent, in which category.

IPTC 7901 has one line: source, number, priority, category, count of words.
ANPA 1312 has a service level and number, then a line with priority, category,
keyword, version, day and count. What stands there besides is kept.
"""

from __future__ import annotations

import re

from converter.model.checks import is_xml_text
from converter.model.head import Property, Slug, Urgency
from converter.model.inline import inlines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.inline import Inlines

_IPTC = re.compile(r"([A-Z]{2,4})\s?(\d{3,4})\s+([1-9])\s+([A-Za-z0-9]{1,3})\s+(\d{1,5})(?:\s+(.*))?")
_ANPA = re.compile(r"([A-Za-z])\s?(\d{3,4})\b\s*(.*)")
_ANPA_STORY = re.compile(r"([A-Za-z])\s+([A-Za-z])\s+(.*?)(?:\s+(\d\d-\d\d))?(?:\s+(\d{3,5}))?")


class Header:
    """What a header says."""

    def __init__(self, text: str) -> None:
        self.urgency: Urgency | None = None
        self.slug: Slug | None = None
        self.properties: list[Property] = []
        lines = [line for line in (_shown(each) for each in re.split(r"[\r\n]+", text)) if line]
        first = lines.pop(0) if lines else ""
        iptc, anpa = _IPTC.fullmatch(first), _ANPA.fullmatch(first)
        if iptc:
            self._say(source=iptc[1], number=iptc[2], category=iptc[4], words=iptc[5], option=iptc[6])
            self.urgency = Urgency(int(iptc[3]))
        elif anpa:
            self._say(level=anpa[1], number=anpa[2], selector=anpa[3])
            story = _ANPA_STORY.fullmatch(lines[0]) if lines else None
            if story:
                lines.pop(0)
                self._say(priority=story[1], category=story[2], day=story[4], words=story[5])
                self._name(story[3])
        else:
            self._say(header=first)
        for line in lines:
            if self.slug is None:
                self._name(line)
            else:
                self._say(header=line)

    def _name(self, words: str) -> None:
        """Take the keyword by which the desk knows the story."""
        words = words.strip("^& ")
        if words and is_xml_text(words):
            self.slug = Slug(words)
        elif words:
            self._say(header=words)

    def _say(self, **facts: str | None) -> None:
        for name, words in facts.items():
            if words and words.strip():
                content: Inlines = inlines(words.strip())
                self.properties.append(Property(f"wire:{name}", content))


def _shown(line: str) -> str:
    """Return a line of the header with a blank for each control character, which only parts its fields."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", line).split())
