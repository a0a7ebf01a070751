"""What the document's styles and lists are, by their names and numbers (ECMA-376 part 1 §17.7, §17.9)."""

from __future__ import annotations

from converter.readers.docx.parts import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.readers.docx.parts import Package

ROLES = {
    "headline": ("title", "headline", "head", "heading main", "überschrift", "titel", "titre", "título", "titolo"),
    "sub": ("subtitle", "subheadline", "subhead", "deck", "untertitel", "sous-titre"),
    "kicker": ("kicker", "eyebrow", "overline", "spitzmarke", "dachzeile"),
    "abstract": ("standfirst", "abstract", "summary", "lead", "lede", "vorspann", "chapeau", "intro"),
    "byline": ("byline", "author", "autor", "auteur", "autore", "autorenzeile"),
    "dateline": ("dateline", "ortsmarke"),
    "quote": ("quote", "intense quote", "block text", "pull quote", "blockquote"),
    "attribution": ("attribution", "quote source"),
    "caption": ("caption", "bildunterschrift", "legend", "légende"),
    "credit": ("credit", "photo credit", "bildnachweis"),
    "pre": ("preformatted", "html preformatted", "plain text", "code", "source code"),
    "note": ("editorial note", "editor's note", "correction"),
    "status": ("status",),
    "imprint": ("source line", "source rule", "table end", "masthead"),
    "table-title": ("table title",),
    "break": ("thematic break",),
    "figure": ("figure",),
    "figure-description": ("figure description",),
}
"""Role → names of styles, in small letters: Word's own, those of news templates, and ours."""
_ROLE_OF = {name: role for role, names in ROLES.items() for name in names}


class Styles:
    """The styles of one document."""

    def __init__(self, package: Package) -> None:
        self._names: dict[str, str] = {}
        self._based: dict[str, str] = {}
        self._levels: dict[str, int] = {}
        self._numbers: dict[str, tuple[str, int]] = {}
        self.default: str | None = None
        self.lang: str | None = None
        for part in package.related(package.main, "styles")[:1]:
            root = package.root(part)
            for style in root.iter(f"{W}style"):
                self._take(style)
            lang = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
            self.lang = lang.get(f"{W}val") if lang is not None else None
        self._formats: dict[tuple[str, int], str] = {}
        for part in package.related(package.main, "numbering")[:1]:
            self._take_numbering(package.root(part))

    def _take(self, style: _Element) -> None:
        identifier = style.get(f"{W}styleId") or ""
        self._names[identifier] = (value(style.find(f"{W}name")) or identifier).lower()
        based = value(style.find(f"{W}basedOn"))
        if based:
            self._based[identifier] = based
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
            self.default = identifier
        level = value(style.find(f"{W}pPr/{W}outlineLvl"))
        if level and level.isdigit():
            self._levels[identifier] = int(level)
        number = style.find(f"{W}pPr/{W}numPr")
        if number is not None:
            self._numbers[identifier] = _number(number)

    def _take_numbering(self, root: _Element) -> None:
        abstract = {
            each.get(f"{W}abstractNumId"): {
                int(level.get(f"{W}ilvl") or 0): value(level.find(f"{W}numFmt")) or "decimal"
                for level in each.iter(f"{W}lvl")
            }
            for each in root.iter(f"{W}abstractNum")
        }
        for each in root.iter(f"{W}num"):
            for level, form in abstract.get(value(each.find(f"{W}abstractNumId")), {}).items():
                self._formats[each.get(f"{W}numId") or "", level] = form

    def _chain(self, style: str | None) -> list[str]:
        chain: list[str] = []
        while style and style not in chain:
            chain.append(style)
            style = self._based.get(style)
        return chain

    def name(self, style: str | None) -> str:
        """Return the name of a style, in small letters."""
        return self._names.get(style or "", (style or "").lower())

    def role(self, style: str | None) -> str | None:
        """Return the role that a paragraph's style or one that it is based on is named for, or None."""
        for each in self._chain(style):
            role = _ROLE_OF.get(self.name(each))
            if role:
                return role
        return None

    def level(self, style: str | None) -> int | None:
        """Return the level of a heading, from 1, or None for any other style."""
        for each in self._chain(style):
            name = self.name(each)
            if name.startswith("heading ") and name[8:].isdigit():
                return int(name[8:])
            if each in self._levels and self._levels[each] < 9:
                return self._levels[each] + 1
        return None

    def number(self, paragraph: _Element, style: str | None) -> tuple[str, int] | None:
        """Return the list and the level, from 0, that a paragraph is an item of, or None."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        found = (
            _number(own)
            if own is not None
            else next((self._numbers[each] for each in self._chain(style) if each in self._numbers), None)
        )
        return None if found is None or found[0] in ("", "0") else found

    def is_ordered(self, number: tuple[str, int]) -> bool:
        """Return whether the items of a list's level are counted."""
        return self._formats.get(number, "bullet") not in ("bullet", "none")


def value(element: _Element | None) -> str | None:
    """Return the `w:val` of an element."""
    return element.get(f"{W}val") if element is not None else None


def _number(element: _Element) -> tuple[str, int]:
    level = value(element.find(f"{W}ilvl")) or "0"
    return value(element.find(f"{W}numId")) or "", int(level) if level.isdigit() else 0
