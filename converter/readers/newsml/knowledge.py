"""Items that are no story: a concept, a set of them, a plan of coverage, a catalog of schemes.

A newsroom's diary and its lists of names are kept with its stories. What a
person reads in such an item becomes paragraphs: one for each statement, a line
for each of its texts. Codes and roles stand in attributes; so that none is
lost the markup is kept whole, as the groups of a package are (NewsML-G2 2.35,
conceptItem, knowledgeItem, planningItem, catalogItem).
"""

from __future__ import annotations

from converter import model
from converter.model.block import Paragraph
from converter.model.checks import matches
from converter.model.head import Headline, Related
from converter.model.inline import inlines
from converter.model.traversal import walk
from converter.model.words import has_words, plain_text
from converter.readers.newsml.labels import label
from converter.readers.newsml.parties import name_of
from converter.readers.newsml.record import etree_name
from converter.render.html_read import as_language, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from converter.model.block import Block
    from converter.model.inline import Inline, Inlines
    from converter.newsformats.kept import Kept
    from converter.readers.newsml.codes import Codes
    from converter.readers.newsml.story import Story

ITEMS = ("conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_PARTS = ("concept", "conceptSet", "newsCoverageSet", "newsCoverage", "catalogContainer")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MARKS = ("a", "inline", "span", "ruby", "br")
_DETAILS = {
    "eventDetails": "event",
    "personDetails": "person",
    "organisationDetails": "organisation",
    "geoAreaDetails": "geoArea",
    "POIDetails": "poi",
}
"""What is said of a concept → the nature that it then has (`cpnat`)."""
_TITLES = ("headline", "name", "title")
"""What is read first of a plan, a person or a scheme."""
_NAMED, _TITLED = "concept-name", "item-title"


class Knowledge:
    """What a person reads in one item that is no story."""

    def __init__(self, story: Story, codes: Codes) -> None:
        self._story = story
        self._codes = codes
        self.body: list[Block] = []
        self.headline: Headline | None = None
        self.lang: str | None = None
        """Of the concept's name, where the item says none."""
        self.related: list[Related] = []

    def read(self, parts: dict[str, list[_Element]], title: str, kept: Kept) -> None:
        """Take the parts that only such an item has, each kept whole besides; `title` is what the item is called."""
        for name in _PARTS:
            for part in parts.pop(name, ()):
                match name:
                    case "concept":
                        self._concept(part, alone=True)
                    case "conceptSet":
                        for concept in _children(part, "concept"):
                            self._concept(concept, alone=False)
                    case "newsCoverageSet":
                        for coverage in _children(part, "newsCoverage"):
                            self._coverage(coverage)
                    case "newsCoverage":
                        self._coverage(part)
                    case _:
                        for scheme in part.iter("{*}scheme"):
                            self._scheme(scheme)
                kept.keep(part, name)
        if title and self.headline is None and not any(each.kind == "main" for each in self._story.headlines):
            self.headline = Headline((title,), inferred=_TITLED)

    # ── Concepts ────────────────────────────────────────────────────────────

    def _concept(self, concept: _Element, *, alone: bool) -> None:
        """Take a concept: its name as headline or heading, and a paragraph for each statement about it."""
        words, spoken, _ = name_of(concept, self._story.lang)
        names = [each for each in _children(concept, "name") if one_spaced(text_in(each)) == words]
        named = names[0] if names else None
        if named is not None:
            content = label(named)
            if alone and not any(each.kind == "main" for each in self._story.headlines):
                self.headline = Headline(content, inferred=_NAMED)
                self.lang = as_language(spoken)
            else:
                self.body.append(model.Heading(content, lang=self._other(as_language(spoken))))
        self._known(concept, self._identifier(concept))
        for child in concept:
            if child is named or not etree_name(child):
                continue
            for statement in child if etree_name(child) in _DETAILS else (child,):
                self._said(list(self._lines(statement)))
                self._known(statement, _attributes(statement))

    def _identifier(self, concept: _Element) -> dict[str, str]:
        """Return by which attributes a concept is known: those of its id, and its type."""
        found: dict[str, str] = {}
        for child in concept:
            name = etree_name(child)
            if name == "conceptId":
                found |= _attributes(child)
            elif name == "type" and (nature := child.get("qcode")):
                found["type"] = nature
        return found

    def _known(self, concept: _Element, known: dict[str, str]) -> None:
        """Say in the head which person, place, event or subject this is, as `contentMeta` would."""
        name, spoken, _ = name_of(concept, self._story.lang)
        details = {etree_name(child) for child in concept} & set(_DETAILS)
        nature = next((_DETAILS[each] for each in sorted(details)), None)
        match etree_name(concept):
            case "concept":
                nature = nature or "abstract"
            case "location":
                nature = nature or "geoArea"
            case "organiser":
                nature = nature or "organisation"
            case "participant":
                known = {key: value for key, value in known.items() if key == "type"}  # Its code is often its role's.
            case _:
                return
        if not name or (nature is None and "type" not in known):
            return
        subject = concept.makeelement(concept.tag, {"type": f"cpnat:{nature}"} | known)
        said = concept.makeelement(f"{{{concept.nsmap.get(concept.prefix)}}}name")
        said.text = name
        if spoken:
            said.set(_XML_LANG, spoken)
        subject.append(said)
        self._story.subject(subject, self._codes)

    # ── Plans, catalogs ─────────────────────────────────────────────────────

    def _coverage(self, coverage: _Element) -> None:
        """Take a piece of coverage: an entry of a list, in it a paragraph for each plan and each delivery."""
        before, self.body = self.body, []
        for part in coverage:
            self._said(list(self._lines(part)))
            for reference in part.iter():
                if etree_name(reference).endswith("ItemRef"):
                    address = next(
                        (value for name in ("href", "residref", "guidref") if (value := reference.get(name))), None
                    )
                    titles = (one_spaced(text_in(each)) for each in _children(reference, "title"))
                    self.related.append(Related(next(filter(None, titles), ""), address))
        item = model.Item(tuple(self.body))
        self.body = before
        if item.blocks and self.body and isinstance(last := self.body[-1], model.List):
            self.body[-1] = last.replace(items=(*last.items, item))
        elif item.blocks:
            self.body.append(model.List((item,)))

    def _scheme(self, scheme: _Element) -> None:
        """Take a scheme of a catalog: its name, which leads to its address, then what is said of it."""
        address = scheme.get("uri") or ""
        lines: list[Inlines] = []
        for child in sorted(scheme, key=lambda child: etree_name(child) not in _TITLES):
            for line in self._lines(child):
                is_name = etree_name(child) == "name" and not lines and address
                if is_name and not any(isinstance(each, model.Link) for each in walk(line)):
                    line = (model.Link(line, address),)
                lines.append(line)
        self._said(lines)

    # ── Words ───────────────────────────────────────────────────────────────

    def _said(self, lines: list[Inlines]) -> None:
        """Add a paragraph of these lines."""
        if not lines:
            return
        if len(lines) == 1 and len(lines[0]) == 1 and isinstance(span := lines[0][0], model.Span) and span.lang:
            self.body.append(Paragraph(span.content, lang=span.lang))
            return
        pieces: list[Inline] = [each for line in lines for each in (*line, model.LineBreak())]
        self.body.append(Paragraph(inlines(*pieces[:-1])))

    def _lines(self, element: _Element, lang: str | None = None) -> Iterator[Inlines]:
        """Yield the words of each element that holds text, in the order of the document."""
        if not etree_name(element):
            return
        lang = as_language(element.get(_XML_LANG)) or lang
        if _holds_text(element):
            content = label(element)
            words = plain_text(content).strip()
            if not has_words(content):
                return
            if matches("date", words) and not words.isdigit():
                content = (model.Time((words,), words),)
            other = self._other(lang)
            yield (model.Span(content, other),) if other else content
            return
        for child in sorted(element, key=lambda child: etree_name(child) not in _TITLES):
            yield from self._lines(child, lang)

    def _other(self, lang: str | None) -> str | None:
        """Return a language that is not the item's own."""
        return lang if lang != (self._story.lang or self.lang) else None


def _holds_text(element: _Element) -> bool:
    """Return whether words stand in an element itself, marks among them."""
    texts = [element.text, *(child.tail for child in element)]
    return any(text and text.strip() for text in texts) or any(etree_name(child) in _MARKS for child in element)


def _attributes(element: _Element) -> dict[str, str]:
    """Return by which attributes an element is identified."""
    return {name: value for name in ("qcode", "uri", "type") if (value := element.get(name))}


def _children(element: _Element, name: str) -> list[_Element]:
    return [child for child in element if etree_name(child) == name]
