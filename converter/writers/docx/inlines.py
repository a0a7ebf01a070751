"""Inlines → runs, each with its own letters, language and direction."""

from __future__ import annotations

from converter.core.values import Value, assert_never
from converter.model.inline import (
    Abbreviation,
    Char,
    Code,
    Emphasis,
    LineBreak,
    Link,
    Mention,
    Quotation,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Time,
    Underline,
)
from converter.model.traversal import walk
from converter.writers.docx.markup import escape_value, run
from converter.writers.docx.story import UNKNOWN_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from converter.model.inline import Direction, Inline, Inlines
    from converter.writers.docx.story import Story

    Letters: TypeAlias = dict[str, str]
    """Name of a run property → its markup."""

# The order of ECMA-376-1 §17.3.2; Word complains of another.
_ORDER = ("rStyle", "b", "i", "strike", "sz", "u", "vertAlign", "rtl", "lang")

DEEPEST = 32
"""Inlines or blocks inside each other that are still set as such; Python's stack and Word's have an end."""
_MOST_ADDRESS = 2_079
"""Characters of an address that Word opens."""
_MOST_TITLE = 255
"""Characters of a hyperlink's tip."""


class Setting(Value):
    """How the inlines of one block are set."""

    direction: Direction | None = None
    keeps_lines: bool = False
    """Whether line ends in the text count."""
    is_flat: bool = False
    """Whether only runs may stand here, no links: inside of ruby."""
    depth: int = 0
    """How many inlines these stand in."""

    def turned(self, direction: Direction | None) -> Setting:
        """Return the setting of words in another direction, if one is said."""
        return self.replace(direction=direction) if direction else self

    def deeper(self) -> Setting:
        """Return the setting one level further in."""
        return Setting(self.direction, self.keeps_lines, self.is_flat, self.depth + 1)


def language(lang: str) -> str:
    """Return `w:lang` for all three kinds of script, as the words decide which of them counts."""
    return f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="{lang}"/>'


def properties(letters: Letters) -> str:
    """Return `w:rPr`, or nothing when the style says it all."""
    return "<w:rPr>" + "".join(letters[name] for name in _ORDER if name in letters) + "</w:rPr>" if letters else ""


def runs(story: Story, content: Inlines, letters: Letters, setting: Setting) -> str:
    """Return the inlines as runs and hyperlinks."""
    if len(content) == 1 and isinstance(content[0], str):  # As most paragraphs are.
        return _text(story, content[0], letters, setting)
    out: list[str] = []
    for item in _spliced(content):
        match item:
            case str():
                out.append(_text(story, item, letters, setting))
            case LineBreak():
                out.append(f"<w:r>{properties(letters)}<w:br/></w:r>")
            case Char():
                out.append(run("\N{REPLACEMENT CHARACTER}", properties(letters)))
            case Link():
                out.append(_link(story, item, letters, setting))
            case Ref():
                out.append(_reference(story, item, letters, setting))
            case Ruby():
                out.append(_ruby(story, item, letters, setting))
            case Span(inner, lang, direction):
                spoken = {**letters, "lang": language(story.language(lang))} if lang else letters
                out.append(_inner(story, inner, spoken, setting.turned(direction)))
            case Quotation() | Mention() | Time() | Abbreviation():
                pass  # Their words are spliced in.
            case Emphasis() | Strong() | Underline() | Strike() | Subscript() | Superscript() | Code():
                name, markup = _MARKS[type(item)]
                out.append(_inner(story, item.content, {**letters, name: markup}, setting))
            case _:
                assert_never(item)
    return "".join(out)


def _spliced(content: Inlines) -> list[Inline]:
    """Return the inlines with the words of those that nobody sees in their place, so that a sentence is one run."""
    out: list[Inline] = []
    stack = [*reversed(content)]
    while stack:
        item = stack.pop()
        if isinstance(item, Quotation | Mention | Time | Abbreviation):
            stack += reversed(item.content)
        elif isinstance(item, str) and out and isinstance(last := out[-1], str):
            out[-1] = last + item
        else:
            out.append(item)
    return out


_MARKS: dict[type, tuple[str, str]] = {
    Emphasis: ("i", "<w:i/><w:iCs/>"),
    Strong: ("b", "<w:b/><w:bCs/>"),
    Underline: ("u", '<w:u w:val="single"/>'),
    Strike: ("strike", "<w:strike/>"),
    Subscript: ("vertAlign", '<w:vertAlign w:val="subscript"/>'),
    Superscript: ("vertAlign", '<w:vertAlign w:val="superscript"/>'),
    Code: ("rStyle", '<w:rStyle w:val="HTMLCode"/>'),
}
"""Mark → the run property that shows it."""


def _inner(story: Story, content: Inlines, letters: Letters, setting: Setting) -> str:
    """Return the inlines one level further in; what is nested beyond reason is its words alone."""
    if setting.depth < DEEPEST:
        return runs(story, content, letters, setting.deeper())
    if any(not isinstance(item, str | LineBreak | Char) for item in content):
        story.flattened_count += 1
        content = tuple(item for item in walk(content) if isinstance(item, str | LineBreak | Char))
    return runs(story, content, letters, setting)


def _text(story: Story, text: str, letters: Letters, setting: Setting) -> str:
    if not story.has_right_to_left:
        return run(text, properties(letters), keeps_lines=setting.keeps_lines)
    from converter.writers.docx.direction import pieces

    return "".join(
        run(
            piece,
            properties({**letters, "rtl": "<w:rtl/>"} if to_the_left else letters),
            keeps_lines=setting.keeps_lines,
        )
        for piece, to_the_left in pieces(text, setting.direction)
    )


def _link(story: Story, link: Link, letters: Letters, setting: Setting) -> str:
    from converter.render.links import live

    address = None if setting.is_flat else live(link.href)
    where = ""
    if address and address.startswith("#"):
        mark = story.bookmark(link.href.strip()[1:])
        where = f'w:anchor="{mark[1]}"' if mark else ""
    elif address and len(address) <= _MOST_ADDRESS:
        where = f'r:id="{story.relationships.add("hyperlink", address, external=True)}"'
    if not where:
        story.context.notice("link-as-text", href=link.href)
        return _inner(story, link.content, letters, setting)
    styled = {"rStyle": '<w:rStyle w:val="Hyperlink"/>', **letters}
    tip = f' w:tooltip="{escape_value(link.title)}"' if link.title and len(link.title) <= _MOST_TITLE else ""
    return f'<w:hyperlink {where}{tip} w:history="1">{_inner(story, link.content, styled, setting)}</w:hyperlink>'


def _reference(story: Story, ref: Ref, letters: Letters, setting: Setting) -> str:
    from converter.writers.docx.notes import reference

    if setting.is_flat:
        return _inner(story, ref.content, letters, setting)
    opened = reference(story, ref)
    if opened is not None:
        return opened
    mark = story.bookmark(ref.target)
    inside = _inner(story, ref.content, letters, setting)
    return f'<w:hyperlink w:anchor="{mark[1]}" w:history="1">{inside}</w:hyperlink>' if mark else inside


def _ruby(story: Story, ruby: Ruby, letters: Letters, setting: Setting) -> str:
    """Return words with their reading above them; a ruby inside of another has its reading in brackets after it."""
    if setting.is_flat:
        return "".join(
            _inner(story, content, letters, setting) for content in (ruby.content, (" (",), ruby.reading, (")",))
        )
    flat = setting.replace(is_flat=True)
    half_points = round(story.style.role("body").size_pt * 2)
    small = {**letters, "sz": f'<w:sz w:val="{half_points // 2}"/><w:szCs w:val="{half_points // 2}"/>'}
    return (
        f'<w:r>{properties(letters)}<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="{half_points // 2}"/>'
        f'<w:hpsRaise w:val="{half_points - 2}"/><w:hpsBaseText w:val="{half_points}"/>'
        f'<w:lid w:val="{story.language(story.article.lang or UNKNOWN_LANGUAGE)}"/></w:rubyPr>'
        f"<w:rt>{_inner(story, ruby.reading, small, flat)}</w:rt>"
        f"<w:rubyBase>{_inner(story, ruby.content, letters, flat)}</w:rubyBase></w:ruby></w:r>"
    )
