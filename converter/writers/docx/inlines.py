"""Inlines → runs, each with its own letters, language and direction."""

from __future__ import annotations

from converter.article import (
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
from converter.values import assert_never
from converter.writers.docx.markup import escape_value, run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from converter.article import Direction, Inlines
    from converter.writers.docx.story import Story

    Letters: TypeAlias = dict[str, str]
    """Name of a run property → its markup."""

# The order of ECMA-376-1 §17.3.2; Word complains of another.
_ORDER = ("rStyle", "b", "i", "strike", "sz", "u", "vertAlign", "rtl", "lang")

_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_MOST_ADDRESS = 2_079
"""Characters of an address that Word opens."""
_MOST_TITLE = 255
"""Characters of a hyperlink's tip."""


class Setting:
    """How the inlines of one block are set."""

    __slots__ = ("direction", "is_flat", "keeps_lines")

    def __init__(self, direction: Direction | None, *, keeps_lines: bool = False, is_flat: bool = False) -> None:
        self.direction = direction
        self.keeps_lines = keeps_lines
        """Whether line ends in the text count."""
        self.is_flat = is_flat
        """Whether only runs may stand here, no links: inside of ruby."""


def language(lang: str) -> str:
    """Return `w:lang` for all three kinds of script, as the words decide which of them counts."""
    return f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="{lang}"/>'


def properties(letters: Letters) -> str:
    """Return `w:rPr`, or nothing when the style says it all."""
    return "<w:rPr>" + "".join(letters[name] for name in _ORDER if name in letters) + "</w:rPr>" if letters else ""


def runs(story: Story, content: Inlines, letters: Letters, setting: Setting) -> str:
    """Return the inlines as runs and hyperlinks."""
    out: list[str] = []
    for item in content:
        match item:
            case str():
                out.append(_text(story, item, letters, setting))
            case Emphasis(inner):
                out.append(runs(story, inner, {**letters, "i": _ITALIC}, setting))
            case Strong(inner):
                out.append(runs(story, inner, {**letters, "b": _BOLD}, setting))
            case Underline(inner):
                out.append(runs(story, inner, {**letters, "u": '<w:u w:val="single"/>'}, setting))
            case Strike(inner):
                out.append(runs(story, inner, {**letters, "strike": "<w:strike/>"}, setting))
            case Subscript(inner):
                out.append(runs(story, inner, {**letters, "vertAlign": '<w:vertAlign w:val="subscript"/>'}, setting))
            case Superscript(inner):
                out.append(runs(story, inner, {**letters, "vertAlign": '<w:vertAlign w:val="superscript"/>'}, setting))
            case Code(inner):
                out.append(runs(story, inner, {**letters, "rStyle": '<w:rStyle w:val="HTMLCode"/>'}, setting))
            case Link():
                out.append(_link(story, item, letters, setting))
            case Ref():
                out.append(_reference(story, item, letters, setting))
            case Quotation(inner) | Mention(inner) | Time(inner) | Abbreviation(inner):
                out.append(runs(story, inner, letters, setting))
            case Span(inner, lang, direction):
                spoken = {**letters, "lang": language(lang)} if lang else letters
                turned = (
                    Setting(direction, keeps_lines=setting.keeps_lines, is_flat=setting.is_flat)
                    if direction
                    else setting
                )
                out.append(runs(story, inner, spoken, turned))
            case Ruby():
                out.append(_ruby(story, item, letters, setting))
            case LineBreak():
                out.append(f"<w:r>{properties(letters)}<w:br/></w:r>")
            case Char():
                story.replaced_count += 1
                out.append(run("\ufffd", properties(letters)))
            case _:
                assert_never(item)
    return "".join(out)


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
    from converter.links import live

    address = None if setting.is_flat else live(link.href)
    where = ""
    if address and address.startswith("#"):
        mark = story.bookmark(link.href.strip()[1:])
        where = f'w:anchor="{mark[1]}"' if mark else ""
    elif address and len(address) <= _MOST_ADDRESS:
        where = f'r:id="{story.relationships.add("hyperlink", address, external=True)}"'
    if not where:
        story.context.notice("link-as-text", href=link.href)
        return runs(story, link.content, letters, setting)
    styled = {"rStyle": '<w:rStyle w:val="Hyperlink"/>', **letters}
    tip = f' w:tooltip="{escape_value(link.title)}"' if link.title and len(link.title) <= _MOST_TITLE else ""
    return f'<w:hyperlink {where}{tip} w:history="1">{runs(story, link.content, styled, setting)}</w:hyperlink>'


def _reference(story: Story, ref: Ref, letters: Letters, setting: Setting) -> str:
    from converter.writers.docx.notes import reference

    if setting.is_flat:
        return runs(story, ref.content, letters, setting)
    opened = reference(story, ref)
    if opened is not None:
        return opened
    mark = story.bookmark(ref.target)
    inside = runs(story, ref.content, letters, setting)
    return f'<w:hyperlink w:anchor="{mark[1]}" w:history="1">{inside}</w:hyperlink>' if mark else inside


def _ruby(story: Story, ruby: Ruby, letters: Letters, setting: Setting) -> str:
    """Return words with their reading above them; a ruby inside of another has its reading in brackets after it."""
    if setting.is_flat:
        return runs(story, (*ruby.content, " (", *ruby.reading, ")"), letters, setting)
    flat = Setting(setting.direction, is_flat=True)
    half_points = round(story.style.role("body").size_pt * 2)
    small = {**letters, "sz": f'<w:sz w:val="{half_points // 2}"/><w:szCs w:val="{half_points // 2}"/>'}
    return (
        f'<w:r>{properties(letters)}<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="{half_points // 2}"/>'
        f'<w:hpsRaise w:val="{half_points - 2}"/><w:hpsBaseText w:val="{half_points}"/>'
        f'<w:lid w:val="{story.article.lang or "x-none"}"/></w:rubyPr>'
        f"<w:rt>{runs(story, ruby.reading, small, flat)}</w:rt>"
        f"<w:rubyBase>{runs(story, ruby.content, letters, flat)}</w:rubyBase></w:ruby></w:r>"
    )
