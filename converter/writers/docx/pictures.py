"""Figures: the picture itself where its bytes are kept, else what it shows in words; then caption and credit."""

from __future__ import annotations

from converter.core.values import Value
from converter.model.words import plain_text
from converter.writers.docx.inlines import Setting, runs
from converter.writers.docx.markup import escape_value
from converter.writers.docx.paragraphs import Form, Place, direction_of, framed, letters_of, paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.block import Figure, MediaReference
    from converter.writers.docx.story import Story

_MOST_OF_PAGE = 0.6
"""Share of the page's depth that a picture may take."""
_LEAST_PIXELS_PER_INCH = 72
"""A picture is not enlarged beyond this."""
_EMU_PER_POINT = 12_700


class Picture(Value):
    """A picture that Word shows."""

    extension: str
    width: int
    """In pixels."""
    height: int
    """In pixels."""


def figure(story: Story, block: Figure, place: Place) -> str:
    """Return the paragraphs of the figure."""
    words = bool(block.caption or block.credit)
    out: list[str] = [story.marked(block.id, "")]
    if (found := _find(story, block)) is not None:
        picture, content, reference = found
        drawing = _drawing(story, block, picture, content, reference, place.room_pt(story))
        out.append(framed(story, Form("Figure", keeps_next=words), drawing, place))
    elif block.media:
        story.context.notice("image-not-carried", src=block.media[0].src, writer="docx")
        if block.alt:
            out.append(paragraph(story, Form("FigureDescription", keeps_next=words), (block.alt,), place))
    if words:
        out.append(_caption(story, block, place))
    return "".join(out) if len(out) > 1 else ""


def _caption(story: Story, block: Figure, place: Place) -> str:
    direction = direction_of(story, (*block.caption, *block.credit), place)
    setting = Setting(direction)
    inside = runs(story, block.caption, letters_of(story, place), setting)
    if block.caption and block.credit:
        inside += '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    credit = letters_of(story, place, {"rStyle": '<w:rStyle w:val="Credit"/>'})
    inside += runs(story, block.credit, credit, setting)
    return framed(story, Form("Caption"), inside, place, direction)


def _find(story: Story, block: Figure) -> tuple[Picture, bytes, MediaReference] | None:
    """Return the first rendition whose bytes are kept and are a picture that Word shows, within the limits."""
    limits = story.context.limits
    for reference in block.media:
        content = story.context.media.get(reference)
        if content is None or len(content) > limits.image_bytes:
            continue
        picture = measured(content)
        if picture is not None and picture.width * picture.height <= limits.image_pixels:
            return picture, content, reference
    return None


def measured(content: bytes) -> Picture | None:
    """Return kind and size of a PNG, JPEG or GIF from its header, or None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        width, height = _number(content[16:20]), _number(content[20:24])
        return Picture("png", width, height) if width and height else None
    if content.startswith((b"GIF87a", b"GIF89a")) and len(content) >= 10:
        width, height = int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
        return Picture("gif", width, height) if width and height else None
    if content.startswith(b"\xff\xd8\xff"):
        return _measured_jpeg(content)
    return None


def _number(content: bytes) -> int:
    return int.from_bytes(content, "big")


def _measured_jpeg(content: bytes) -> Picture | None:
    """Walk the segments to the frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # Fill before a marker (B.1.1.2).
            at += 1
            continue
        # SOF0 to SOF15, but DHT, JPG and DAC, which stand between them.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = _number(content[at + 5 : at + 7]), _number(content[at + 7 : at + 9])
            return Picture("jpeg", width, height) if width and height else None
        length = _number(content[at + 2 : at + 4])
        if length < 2:
            return None
        at += 2 + length
    return None


def _drawing(
    story: Story, block: Figure, picture: Picture, content: bytes, reference: MediaReference, room_pt: float
) -> str:
    width_pt = min(room_pt, picture.width * 72 / _LEAST_PIXELS_PER_INCH)
    height_pt = width_pt * picture.height / picture.width
    deepest = story.sheet.depth_pt * _MOST_OF_PAGE
    if height_pt > deepest:
        width_pt, height_pt = width_pt * deepest / height_pt, deepest
    wide = max(1, round(width_pt * _EMU_PER_POINT))
    high = max(1, round(height_pt * _EMU_PER_POINT))
    number = story.next_drawing()
    name, _ = story.pictures.setdefault(
        reference.sha256 or "", (f"media/image{len(story.pictures) + 1}.{picture.extension}", content)
    )
    relationship = story.relationships.add("image", name)
    named = f'id="{number}" name="Picture {number}" descr="{escape_value(_description(story, block))}"'
    return (
        "<w:r><w:drawing>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f"<wp:docPr {named}/>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _description(story: Story, block: Figure) -> str:
    """Return the alternative text; without one, the caption, and a notice when there is neither."""
    for words in (block.alt or "", plain_text(block.caption)):
        if words.strip():
            return words
    story.context.notice("alternative-text-missing", src=block.media[0].src)
    return "Picture"
