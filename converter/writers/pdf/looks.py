"""The house style as looks: a role with marks (bold, italic, raised, …) → a face with size, colour and features."""

from __future__ import annotations

from converter.model.style import CutAxes
from converter.typeset.faces import find_face
from converter.typeset.looks import Look, find_shaper

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.style import Role, Style

EMPHASIS, STRONG, CODE, SUBSCRIPT, SUPERSCRIPT, UNDERLINE, STRIKE, LINK, RUBY, GREY = (1 << bit for bit in range(10))
"""Marks on the text of a role; they add up."""

_RAISED_SIZE = 0.66
_READING_SIZE = 0.46
_GREY = "#595959"
_BOLD = 700

_books: dict[Style | int, Looks] = {}


class Looks:
    """All looks of one style, each made when first used and kept with the words it has shaped."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.roles = dict(style.roles)
        self.rules = dict(style.rules)
        self._cuts = dict(style.cuts)
        self._made: dict[tuple[str, int, str | None], Look] = {}

    def find(self, role: str, marks: int = 0, lang: str | None = None) -> Look:
        """Return the look of a role's text with these marks, in a language (which changes some letters' forms)."""
        # Only the language itself, not its region, is known to fonts; but Chinese has a font for each of its scripts.
        language = lang.lower() if lang else None
        if language and not language.startswith("zh"):
            language = language.partition("-")[0]
        key = (role, marks, language)
        look = self._made.get(key)
        if look is None:
            look = self._made.setdefault(key, self._make(self.roles[role], marks, language))
        return look

    def _make(self, role: Role, marks: int, language: str | None) -> Look:
        cut = self._cuts["label" if marks & CODE and role.cut in ("text", "italic") else role.cut]
        # Stressed words inside italics stand upright.
        italic = cut.italic != bool(marks & EMPHASIS)
        weight = max(cut.weight, _BOLD) if marks & STRONG else cut.weight
        features = set()
        if role.small_capitals:
            features |= {"smcp", "c2sc", "onum"}
        if role.old_style_figures:
            features |= {"onum"}
        if role.tabular_figures or marks & CODE:
            features |= {"lnum", "tnum"}
        if marks & CODE:
            features -= {"onum"}
        size, rise = role.size_pt, 0.0
        if marks & SUPERSCRIPT:
            size, rise = role.size_pt * _RAISED_SIZE, role.size_pt * 0.34
        elif marks & SUBSCRIPT:
            size, rise = role.size_pt * _RAISED_SIZE, -role.size_pt * 0.14
        elif marks & RUBY:
            size, rise = role.size_pt * _READING_SIZE, role.size_pt * 0.88
        names = {UNDERLINE: "underline", STRIKE: "strike", LINK: "link"}
        face = find_face(self.style.family, CutAxes(weight, cut.width, italic))
        return Look(
            find_shaper(face, frozenset(features), language),
            size,
            _GREY if marks & GREY else role.colour,
            tracking_pt=role.tracking_em * role.size_pt,
            rise_pt=rise,
            rules=tuple(name for mark, name in names.items() if marks & mark),
            over=bool(marks & RUBY),
        )


def looks_of(style: Style) -> Looks:
    """Return the process's one set of looks of the style."""
    # A style is a large value to hash, so the one that its looks were made from is known by its identity too.
    looks = _books.get(id(style))
    if looks is None or looks.style is not style:
        looks = _books.get(style)
        if looks is None:
            looks = _books[id(style)] = _books.setdefault(style, Looks(style))
    return looks
