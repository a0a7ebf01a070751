"""Footnotes: which notes have a mark in the text, and the part that holds them."""

from __future__ import annotations

from converter.io.markup import text as escape
from converter.model.block import Note
from converter.model.inline import Ref
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.writers.docx.page import DECLARATION, NAMESPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.core.values import Value
    from converter.writers.docx.story import Story

_REFERENCE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


def marked(values: list[Value | str]) -> tuple[dict[str, Note], list[str]]:
    """Return the footnotes that have a mark outside of notes, by id, and the marks in order of first use."""
    notes = {value.id: value for value in values if isinstance(value, Note) and value.kind == "footnote" and value.id}
    within = {
        id(inner) for value in values if isinstance(value, Note) for inner in walk(value) if isinstance(inner, Ref)
    }
    found: dict[str, Note] = {}
    marks: list[str] = []
    for value in values:
        if isinstance(value, Ref) and id(value) not in within and value.target in notes and value.target not in found:
            found[value.target] = notes[value.target]
            marks.append(plain_text(value.content))
    return found, marks


def are_automatic(marks: list[str]) -> bool:
    """Return whether the marks are 1, 2, 3, …, so that Word may count them itself."""
    return all(mark == str(number) for number, mark in enumerate(marks, 1))


def reference(story: Story, ref: Ref) -> str | None:
    """Return the run of a mark that opens its footnote, or None when the mark is no such: used before, or in a note."""
    note = story.marked_notes.get(ref.target)
    if note is None or story.in_footnote or ref.target in story.footnotes:
        return None
    mark = plain_text(ref.content)
    story.footnotes[ref.target] = (mark, note)
    number = len(story.footnotes)
    if story.has_automatic_marks:
        inside = f'<w:footnoteReference w:id="{number}"/>'
    else:
        inside = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>{_words(mark)}'
    return story.marked(ref.target, f"<w:r>{_REFERENCE}{inside}</w:r>")


def opening(story: Story, mark: str, note: Note) -> str:
    """Return the runs that stand before the words of a footnote: its mark, unless the words begin with it."""
    words = plain_text(note.blocks).lstrip()
    if mark.strip() and words.startswith(mark.strip()) and not words[len(mark.strip()) :][:1].isalnum():
        return ""
    inside = "<w:footnoteRef/>" if story.has_automatic_marks else _words(mark)
    return f'<w:r>{_REFERENCE}{inside}</w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'


def _words(mark: str) -> str:
    return f'<w:t xml:space="preserve">{escape(mark)}</w:t>'


def footnotes_part(footnotes: list[str]) -> str:
    """Return `footnotes.xml`: the two separators that Word asks for, then the finished contents in order."""
    plain = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return (
        f"{DECLARATION}<w:footnotes {NAMESPACES}>"
        f'<w:footnote w:type="separator" w:id="-1"><w:p>{plain}<w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0"><w:p>{plain}<w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
        + "".join(f'<w:footnote w:id="{number}">{inside}</w:footnote>' for number, inside in enumerate(footnotes, 1))
        + "</w:footnotes>"
    )
