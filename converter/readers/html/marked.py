"""Names where a page's makers say that an author stands: by a class, `rel=author`, or a link to a person's page."""

from __future__ import annotations

from converter.readers.html.data import links_to_author, says_author
from converter.readers.html.page import SILENT
from converter.readers.html.persons import is_house, is_like_person, may_be_name
from converter.readers.html.regions import names_of as names_given_to
from converter.text.bylines.authors import LABEL, all_names, names_of
from converter.text.bylines.byline import is_job_line, is_label
from converter.text.bylines.name_alone import is_agency
from converter.text.dates import moments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from converter.readers.html.page import Node, Run

ELSEWHERE = ("comments", "related", "navigation", "advertisement", "subscribe", "consent", "form", "tags")
"""Kinds of furniture that name other people."""
ELSEWHERE_AT_FOOT = tuple(kind for kind in ELSEWHERE if kind not in ("navigation", "tags"))
"""Behind the story many pages name its author, in a part that is called a footer."""
LONGEST = 160
"""Letters: a byline is no longer."""
_TEXT, _BLOCK = 100, 200
"""Letters of a marked text, and of a block that is marked as a whole, at most."""
_APART = 3
"""Lines between two authors of one story, at most."""


def marked_names(place: Sequence[Run], *, at_foot: bool = False) -> list[str]:
    """Return the names in the first lines that say that they hold an author; of those below, who are called the same.

    `at_foot`: whether the lines stand behind the story.
    """
    found: list[str] = []
    last, called = -1, ""
    for at, run in enumerate(place):
        if found and at > last + _APART:
            break
        texts = [
            (name, text)
            for name, text in marked_texts(run, at_foot=at_foot)
            if 0 < len(text) <= _TEXT and (not found or name == called) and all(map(may_be_name, names_of(text)))
        ]
        names = [name for name in all_names([text for _, text in texts]) if may_be_name(name) and not is_house(name)]
        if any(map(is_like_person, names)):
            names = [name for name in names if not is_agency(name)]
        if names:
            called = called or texts[0][0]
            found += names
            last = at
    return list(dict.fromkeys(found))


def linked_names(place: Sequence[Run]) -> list[str]:
    """Return the names in the first line with links to their bearers' own pages."""
    for run in place:
        if run.role not in ELSEWHERE and len(run.text) <= LONGEST:
            links = [element for element in _elements(run) if links_to_author(element)]
            names = all_names([lines_of([link]) for link in links])
            if names and all(may_be_name(name) and " " in name for name in names):
                return names
    return []


def marked_texts(run: Run, *, at_foot: bool = False) -> Iterator[tuple[str, str]]:
    """Yield what the makers of the page call each place for an author in the run, and the words in it."""
    if run.role in (ELSEWHERE_AT_FOOT if at_foot else ELSEWHERE) or (run.role == "story" and len(run.text) > LONGEST):
        return
    inner = [element for element in _elements(run) if says_author(element)]
    if inner and says_author(run.inside.element) and _names_more(names_of(lines_of(run.pieces)), inner):
        yield names_given_to(run.inside.element), lines_of(run.pieces)
        return
    for element in _told_apart(inner):
        yield names_given_to(element), lines_of([element])
    if not inner and run.role != "sidebar":
        nodes = [node for node in list(run.ancestors())[:3] if says_author(node.element)]
        if nodes and sum(len(other.text) for other in nodes[0].runs()) <= _BLOCK and not _has_marked(nodes[0], run):
            yield names_given_to(nodes[0].element), lines_of(run.pieces)


def _elements(run: Run) -> Iterator[_Element]:
    for piece in run.pieces:
        if not isinstance(piece, str):
            yield from piece.iter()


def _has_marked(node: Node, but: Run) -> bool:
    """Return whether another line of the block says itself that it holds an author."""
    return any(says_author(element) for run in node.runs() if run is not but for element in _elements(run))


def _told_apart(marked: list[_Element]) -> list[_Element]:
    """Return of the elements that say that they hold an author the innermost; the one around where it names more."""
    innermost = [each for each in marked if not any(other in marked for other in each.iterdescendants())]
    around = [each for each in marked if each not in innermost]
    return next(([each] for each in around if _names_more(names_of(lines_of([each])), innermost)), innermost)


def _names_more(names: list[str], marked: list[_Element]) -> bool:
    return len(names) > len(marked) and all(" " in name and may_be_name(name) for name in names)


def lines_of(pieces: Sequence[str | _Element]) -> str:
    """Return the words, without a second line below a break that is the job or the outlet of whom the first names."""
    found = [""]
    for piece in pieces:
        _gather(piece, found)
    lines = [line for line in (" ".join(line.split()) for line in found) if line]
    kept = lines[:1]
    for line in lines[1:]:
        if is_label(kept[-1]) or LABEL.fullmatch(f"{kept[-1]} "):
            kept[-1] += f" {line}"
        elif LABEL.match(line) or moments.find_date(line, "en-US"):
            kept.append(line)
        elif not is_job_line(line) and not is_house(line) and not line.startswith("The "):
            kept[-1] += f", {line}"
    return " ".join(kept)


def _gather(piece: str | _Element, found: list[str]) -> None:
    """Add the words to the last line, and a line for each break."""
    if isinstance(piece, str):
        found[-1] += piece
        return
    if piece.tag in SILENT:
        return
    if piece.tag == "br":
        found.append("")
    found[-1] += piece.text or ""
    for child in piece:
        _gather(child, found)
        found[-1] += child.tail or ""
