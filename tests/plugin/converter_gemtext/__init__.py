"""Gemtext, the line-based markup of the Gemini protocol, as a plug-in: two records, found by their entry points.

The records name functions as text, so that listing formats imports neither.
"""

from converter.formats import ReaderRecord, WriterRecord

READER = ReaderRecord(
    name="gemtext",
    extensions=(".gmi",),
    media_type="text/gemini",
    function="converter_gemtext.read:read",
    description="Gemtext",
)

WRITER = WriterRecord(
    name="gemtext",
    extension=".gmi",
    media_type="text/gemini",
    function="converter_gemtext.write:write",
    description="Gemtext, one line a block",
    options="converter_gemtext.options:GemtextOptions",
    losses="converter_gemtext.losses:LOSSES",
)
