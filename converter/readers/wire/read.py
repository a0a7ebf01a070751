"""The parts of a wire story, and the article of them."""

from __future__ import annotations

import re

from converter.core.errors import UnreadableInput
from converter.model.checks import matches
from converter.model.head import Date, Property
from converter.model.inline import inlines
from converter.readers.wire.header import Header
from converter.render.whitespace import one_spaced
from converter.text.dates.times import SHORT_MONTHS
from converter.text.decode import decode
from converter.text.layout import layout_of_message
from converter.text.lines import split_lines
from converter.text.options import TextOptions
from converter.text.parse import story_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.readers.wire.options import WireOptions

_STORY = re.compile(rb"\x01([^\x01\x02]*)\x02([^\x01\x03]*)(?:\x03([^\x01\x04]*))?", re.DOTALL)
_SENT = re.compile(r"(\d\d)(\d\d)(\d\d)\s*(GMT|UTC|Z)\s*([A-Za-z]{3})[a-z]*\.?\s*(\d{4}|\d\d)")


def read(source: bytes, options: WireOptions, context: Context) -> Article:
    """Return the article of one wire story.

    Raises UnreadableInput for what has no header between SOH and STX, and for several stories.
    """
    stories = _STORY.findall(source)
    if len(stories) != 1:
        what = f"holds {len(stories)} wire stories, not one" if stories else "is no wire story: no SOH, header and STX"
        raise UnreadableInput(what, hint="part the file at each SOH (01)" if stories else "")
    parts = [re.sub(rb"[\x00\x04\x0c\x16\x7f]", b"", part) for part in stories[0]]
    # One charset for all of it: the header alone is too short to tell.
    text, charset = decode(b"\x0c".join(parts), context, told=options.charset, option="wire.charset")
    opening, words, ending = text.split("\x0c")
    header = Header(opening)
    sent = _sent(ending)
    properties = list(header.properties)
    if sent is None and ending.strip():
        properties.append(Property("wire:post-text", inlines(one_spaced(ending))))
    words = words.replace("\r\r\n", "\n")
    options_of_text = TextOptions(layout=layout_of_message(split_lines(words), is_wire=True))
    story = story_of(words, options_of_text, context, charset=charset, is_wire=True)
    head = story.head.replace(
        slug=header.slug or story.head.slug,
        urgency=header.urgency or story.head.urgency,
        dates=(*((Date("published", sent),) if sent else ()), *story.head.dates),
        properties=(*properties, *story.head.properties),
    )
    return story.replace(head=head)


def _sent(ending: str) -> str | None:
    """Return the day group that ends a story, `221830 GMT May 24`, as a time; None for anything else."""
    found = _SENT.fullmatch(one_spaced(ending))
    if found is None or found[5].lower() not in SHORT_MONTHS:
        return None
    day, hour, minute, _, month, year = found.groups()
    full = year if len(year) == 4 else f"{'19' if int(year) > 69 else '20'}{year}"
    made = f"{full}-{SHORT_MONTHS.index(month.lower()) + 1:02}-{day}T{hour}:{minute}Z"
    return made if matches("date", made) else None
