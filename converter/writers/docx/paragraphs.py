"""One paragraph: words in a named style, at a place, with what the place asks of it."""

from __future__ import annotations

from converter.core.values import Value
from converter.model.words import plain_text
from converter.writers.docx.inlines import Setting, language, runs
from converter.writers.docx.markup import twips
from converter.writers.docx.styles import bar_space, colour, eighths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.block import Block
    from converter.model.inline import Direction, Inlines
    from converter.writers.docx.inlines import Letters
    from converter.writers.docx.story import Story

STEP_PT = 18.0
"""How much further in each level of a list stands, as in the template."""


class Place(Value):
    """Where a block stands: Word has no containers, so what they ask goes down to their paragraphs."""

    style: str = "BodyText"
    """The style id of its paragraphs."""
    first_style: str = "FirstParagraph"
    """The same for a paragraph that opens the story, or follows a crosshead, a quote or a figure."""
    indent_pt: float = 0.0
    """How far in it stands."""
    width_pt: float | None = None
    """Of the cell that it stands in; None is the page's measure."""
    level: int = 0
    """How many lists it stands in."""
    is_quoted: bool = False
    """Whether it stands in a quote, so that the bar runs beside it."""
    aligned: str = ""
    """A value of `w:jc`, or empty for the style's own."""
    depth: int = 0
    """How many blocks it stands in."""
    lang: str | None = None
    dir: Direction | None = None

    def room_pt(self, story: Story) -> float:
        """Return the width that is left for a picture or a table."""
        return max((self.width_pt or story.sheet.measure_pt) - self.indent_pt, STEP_PT)

    def deeper(self, story: Story, further_pt: float = 0.0, **changes: object) -> Place:
        """Return the place one block further in; at half of the width, no further."""
        widest = (self.width_pt or story.sheet.measure_pt) / 2
        indent = max(self.indent_pt, min(self.indent_pt + further_pt, widest))
        return self.replace(indent_pt=indent, depth=self.depth + 1, **changes)

    def inside(self, block: Block) -> Place:
        """Return the place inside of a block, which may say its own language and direction."""
        if block.lang is None and block.dir is None:
            return self
        return self.replace(lang=block.lang or self.lang, dir=block.dir or self.dir)


BODY = Place()


class Form(Value):
    """What one paragraph has beside its style; lengths in points, None for the style's own."""

    style: str
    before_pt: float | None = None
    after_pt: float | None = None
    indent: tuple[float, float] | None = None
    """Left edge, and first line from there: positive in, negative out."""
    number: str = ""
    """The finished `w:numPr`."""
    aligned: str = ""
    keeps_next: bool = False
    keeps_lines: bool = False
    """Whether line ends in the text count."""


def paragraph(
    story: Story,
    form: Form,
    content: Inlines,
    place: Place = BODY,
    *,
    block_id: str | None = None,
    opening: str = "",
    letters: Letters | None = None,
) -> str:
    """Return the words as one `w:p`; `opening` is finished runs that stand before them."""
    direction = direction_of(story, content, place)
    words = runs(story, content, letters_of(story, place, letters), Setting(direction, keeps_lines=form.keeps_lines))
    return framed(story, form, story.marked(block_id, opening + words), place, direction)


def letters_of(story: Story, place: Place, letters: Letters | None = None) -> Letters:
    """Return how the words of a place are set: as asked, in the place's language."""
    spoken = {"lang": language(story.language(place.lang))} if place.lang else {}
    return {**spoken, **(letters or {})}


def direction_of(story: Story, content: Inlines, place: Place) -> Direction | None:
    """Return the direction of a paragraph: what is said, the innermost first; else that of its first letter."""
    said = place.dir or story.article.dir
    if said or not story.has_right_to_left:
        return said
    from converter.writers.docx.direction import first_strong

    return first_strong(plain_text(content))


def framed(story: Story, form: Form, inside: str, place: Place = BODY, direction: Direction | None = None) -> str:
    """Return finished runs as one `w:p`, its properties in the order of ECMA-376-1 §17.3.1.26."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{form.style}"/>'
        + ("<w:keepNext/>" if form.keeps_next else "")
        + form.number
        + _bar(story, form, place, direction)
        + ("<w:bidi/>" if direction == "rtl" else "")
        + _spacing(story, form, inside)
        + _indent(story, form, place)
        + (f'<w:jc w:val="{aligned}"/>' if (aligned := form.aligned or place.aligned) else "")
        + f"</w:pPr>{inside}</w:p>"
    )


_BARRED = ("Quote", "Attribution")
"""Styles that have the bar of a quote themselves."""


def _bar(story: Story, form: Form, place: Place, direction: Direction | None) -> str:
    """Return the bar at the side where the lines of a quote begin; the style has it at the left."""
    is_barred = form.style in _BARRED
    if not (is_barred or place.is_quoted) or (is_barred and direction != "rtl"):
        return ""
    rule = story.style.rule("quote")
    space = bar_space(story.style)
    line = f'w:val="single" w:sz="{eighths(rule)}" w:space="{space}" w:color="{colour(rule.colour)}"/>'
    side = f'<w:left w:val="nil"/><w:right {line}' if direction == "rtl" else f"<w:left {line}"
    return f"<w:pBdr>{side}</w:pBdr>"


def _spacing(story: Story, form: Form, inside: str) -> str:
    before = form.before_pt
    if story.gap_pt:
        before = max(story.gap_pt, _own_before(story, form.style) if before is None else before)
        story.gap_pt = 0.0
    said = "" if before is None else f' w:before="{twips(before)}"'
    if form.after_pt is not None:
        said += f' w:after="{twips(form.after_pt)}"'
    if "<w:ruby>" in inside:  # A reading above the words needs a taller line than the exact one of the style.
        said += ' w:line="240" w:lineRule="auto"'
    return f"<w:spacing{said}/>" if said else ""


_ROLES = {
    "Quote": "quote",
    "Figure": "figure",
    "Preformatted": "pre",
    "SourceLine": "source-line",
    "TableTitle": "table",
    **{f"Heading{level}": "crosshead" for level in range(1, 7)},
}
"""Style id → the role that gives it space before."""


def _own_before(story: Story, style: str) -> float:
    role = _ROLES.get(style)
    return story.style.role(role).before_pt if role else 0.0


def _indent(story: Story, form: Form, place: Place) -> str:
    """Return the indent, or nothing where the style or the numbering says the same."""
    if form.indent is not None:
        left, first = form.indent
        name = "firstLine" if first >= 0 else "hanging"
        return f'<w:ind w:left="{twips(left)}" w:{name}="{twips(abs(first))}"/>'
    if form.number:
        return ""
    own = story.style.role("quote").inset_pt if form.style in _BARRED else 0.0
    return "" if place.indent_pt == own else f'<w:ind w:left="{twips(place.indent_pt)}"/>'
