"""The parts of a wire story, and the article of them."""

from __future__ import annotations

import re

from converter.article import Article, Date, Head, Paragraph, Property, inlines, matches
from converter.errors import UnreadableInput
from converter.prose.decode import decode
from converter.prose.language import detect_language
from converter.prose.story import told
from converter.prose.times import SHORT_MONTHS
from converter.readers.wire.header import Header
from converter.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.article import Blocks
    from converter.formats import Context
    from converter.readers.wire.options import WireOptions

_STORY = re.compile(rb"\x01([^\x01\x02]*)\x02([^\x01\x03]*)(?:\x03([^\x01\x04]*))?", re.DOTALL)
_SENT = re.compile(r"(\d\d)(\d\d)(\d\d)\s*(GMT|UTC|Z)\s*([A-Za-z]{3})[a-z]*\.?\s*(\d{4}|\d\d)")
_INDENT = re.compile(r"^[ \t]{2,}(?=\S)")


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
    article = Article(
        _paragraphs(words),
        Head(
            slug=header.slug,
            urgency=header.urgency,
            dates=(Date("published", sent),) if sent else (),
            properties=tuple(properties),
        ),
        lang=context.source.lang,
    )
    article = told(article.replace(lang=article.lang or detect_language(words, context)), is_wire=True)
    return article.replace(provenance=article.provenance.replace(charset=charset))


def _paragraphs(text: str) -> Blocks:
    """Return the paragraphs: each begins with an indent, or after a blank line; without either, each line is one."""
    lines = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_indented = any(_INDENT.match(line) for line in lines)
    is_parted = any(not line.strip() for line in "\n".join(lines).strip("\n").split("\n"))
    pieces: list[str] = []
    begins = True
    for line in lines:
        if not line.strip():
            begins = True
        elif begins or (is_indented and _INDENT.match(line)) or not (is_indented or is_parted):
            pieces.append(line.strip(" \t"))
            begins = False
        else:
            pieces[-1] += " " + line.strip(" \t")
    return tuple(Paragraph(content) for piece in pieces if (content := inlines(piece)))


def _sent(ending: str) -> str | None:
    """Return the day group that ends a story, `221830 GMT May 24`, as a time; None for anything else."""
    found = _SENT.fullmatch(one_spaced(ending))
    if found is None or found[5].lower() not in SHORT_MONTHS:
        return None
    day, hour, minute, _, month, year = found.groups()
    full = year if len(year) == 4 else f"{'19' if int(year) > 69 else '20'}{year}"
    made = f"{full}-{SHORT_MONTHS.index(month.lower()) + 1:02}-{day}T{hour}:{minute}Z"
    return made if matches("date", made) else None
