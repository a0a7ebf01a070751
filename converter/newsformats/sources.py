"""The opening of an exchange document, alike for all that are XML: parsed, its comments and DOCTYPE noticed."""

from __future__ import annotations

from lxml import etree

from converter.io.xml import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.formats.records import Context


def opened(source: bytes, context: Context) -> _Element:
    """Return the root element without comments and instructions, which are no words of a story.

    Raises what `converter.io.xml.parse` raises. A DOCTYPE is passed over
    with a notice: what it names is never fetched.
    """
    root = parse(source, context.limits, keep_comments=True)
    if root.getroottree().docinfo.doctype:  # type: ignore[attr-defined]
        context.notice("doctype-ignored")
    for kind, what in ((etree.Comment, "comment"), (etree.ProcessingInstruction, "processing instruction")):
        outside = [each for before in (True, False) for each in root.itersiblings(kind, preceding=before)]
        count = len(outside) + sum(1 for _ in root.iter(kind))
        if count:
            context.notice("markup-dropped", what=what, count=count)
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    return root
