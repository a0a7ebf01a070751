"""What each of pandoc's formats does not carry, as tuples by the names of the formats (PEP 562)."""

from __future__ import annotations

from converter.pandoc.family import DAYS_ONLY, find_writing
from converter.pandoc.measured import MEASURED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.losses import Loss
    from converter.pandoc.family import Writing


def __getattr__(name: str) -> tuple[Loss, ...]:
    """Return what the format called `name` does not carry."""
    from converter.formats.losses import folded, lost

    try:
        writing = find_writing(name)
    except KeyError as error:
        raise AttributeError(name) from error
    gone, plain = MEASURED[name]
    made = [lost(gone)] if gone else []
    made += [folded(plain, into="plain words")] if plain else []
    if writing.carries == "reference":
        made += [lost("Char")]
    else:
        made += [folded("Char", into="U+FFFD", code="character-replaced")]
    if writing.carries != "tree":
        made += [lost("Furniture", code="furniture-omitted")]
    if writing.flat:
        made += [folded("Table", into="lines of a paragraph")]
    if writing.slides:
        made += [folded("ThematicBreak", into="a new slide")]
    return (*made, *_sometimes(writing))


def _sometimes(writing: Writing) -> tuple[Loss, ...]:
    """Return what is lost on a condition; the notices of these are the writer's own."""
    from converter.formats.losses import folded, lost

    short = [
        folded("Date.value", into="its day", when="it has a time", code="date-shortened"),
        lost("Date.value", when="it lacks its year", code="value-not-carried"),
    ]
    if writing.carries == "reference":
        return (*short, lost("Paragraph", when="it is of the body", code="body-not-carried"))
    unsafe = "it leads to anything but http, https, mailto, tel or a place in the story"
    marked = "marks stand in it, or its text would act in the format"
    made = [
        folded("Link", into="its words", when=unsafe, code="link-as-text"),
        folded("Preformatted Code Foreign", into="plain words", when=marked, code="markup-folded"),
    ]
    if writing.carries == "tree":
        return tuple(made)
    no_picture = "its address is no path of a file" if writing.local else "its address is not safe"
    if writing.embeds:
        no_picture = "its bytes are not kept, or it is no PNG, JPEG or GIF"
    made.append(lost("Figure.media", when=no_picture, code="image-not-carried"))
    always = MEASURED[writing.name][0].split()
    if "Figure.media" not in always:
        made.append(lost("Figure.media", when="it is a second rendition", code="value-not-carried"))
    tags = " ".join(name for name in ("Block.lang", "Span.lang") if name not in always)
    if tags:
        made.append(lost(tags, when="it is no well-formed language tag", code="value-not-carried"))
    if writing.name in DAYS_ONLY:
        made += short
    if writing.capitals or "title" not in writing.shows:
        made.append(folded("Heading.level", into="level 5", when="it is 6", code="heading-level-folded"))
    return tuple(made)
