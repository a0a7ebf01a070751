"""The house style: how each role on a page looks, as one value that PDF, DOCX and HTML draw from.

Lengths are points (1/72 inch); factors are of the font size. Grey is the
share of black on white; every one of them has a contrast of at least
4.5 : 1 (WCAG 2.2, 1.4.3).
"""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Cut: TypeAlias = Literal["text", "italic", "bold", "display", "label", "label-bold"]

BLACK = "#000000"


class CutAxes(Value):
    """One cut of the family by its variation axes."""

    weight: int
    width: float
    italic: bool = False


class Role(Value):
    """How one role is set."""

    cut: Cut
    size_pt: float
    leading_pt: float
    colour: str = BLACK
    """`#rrggbb`."""
    before_pt: float = 0
    after_pt: float = 0
    tracking_em: float = 0
    """Added between letters."""
    small_capitals: bool = False
    capitals: bool = False
    old_style_figures: bool = False
    tabular_figures: bool = False
    indent_em: float = 0
    """First-line indent of a paragraph that follows another."""
    inset_pt: float = 0
    """From the left edge of the measure."""


class Rule(Value):
    """A drawn line."""

    weight_pt: float
    colour: str = BLACK


class Page(Value):
    """The sheet and its margins. Other sheets keep the measure and share the rest of the width."""

    width_pt: float = 595.276
    height_pt: float = 841.89
    side_pt: float = 107.717
    """38 mm left and right: a measure of 134 mm on A4."""
    top_pt: float = 72.283
    bottom_pt: float = 72.283
    grid_pt: float = 15.5
    """The leading that all vertical space adds up to."""

    @property
    def measure_pt(self) -> float:
        """Return the width of the text."""
        return self.width_pt - 2 * self.side_pt


PAPERS: dict[str, tuple[float, float]] = {
    "a4": (595.276, 841.89),
    "a5": (419.528, 595.276),
    "letter": (612.0, 792.0),
    "legal": (612.0, 1008.0),
}
"""Name → width and height in points (ISO 216, ANSI/ASME Y14.1)."""

_ACCENT = "#7a1f1f"
_GREY_20, _GREY_35 = "#333333", "#595959"


class Style(Value):
    """A house style: the family, its cuts, the roles, the rules and the page."""

    name: str
    family: str
    fallbacks: tuple[str, ...]
    """Families for formats that do not carry fonts, best first."""
    cuts: tuple[tuple[Cut, CutAxes], ...]
    roles: tuple[tuple[str, Role], ...]
    rules: tuple[tuple[str, Rule], ...]
    page: Page = Page()
    accent: str = _ACCENT

    def role(self, name: str) -> Role:
        """Return the role; raises KeyError for one that the style lacks."""
        return dict(self.roles)[name]

    def rule(self, name: str) -> Rule:
        """Return the rule; raises KeyError for one that the style lacks."""
        return dict(self.rules)[name]

    def cut(self, name: Cut) -> CutAxes:
        """Return the cut's axes."""
        return dict(self.cuts)[name]


NEWS = Style(
    name="news",
    family="Noto Serif",
    fallbacks=("Georgia", "Times New Roman"),
    cuts=(
        ("text", CutAxes(400, 100)),
        ("italic", CutAxes(400, 100, italic=True)),
        ("bold", CutAxes(700, 100)),
        ("display", CutAxes(650, 75)),
        ("label", CutAxes(500, 87.5)),
        ("label-bold", CutAxes(700, 87.5)),
    ),
    roles=(
        ("masthead", Role("label", 8.5, 15.5, _GREY_35, after_pt=24, capitals=True)),
        ("kicker", Role("display", 10.5, 15.5, _ACCENT, after_pt=5, tracking_em=0.06, small_capitals=True)),
        ("headline", Role("display", 27, 32, after_pt=9)),
        ("headline-long", Role("display", 22, 27, after_pt=9)),
        ("standfirst", Role("italic", 13, 18, _GREY_20, after_pt=12)),
        ("byline", Role("label", 9, 15.5, after_pt=3)),
        ("dateline", Role("text", 10.5, 15.5, tracking_em=0.04, small_capitals=True, old_style_figures=True)),
        ("body", Role("text", 10.5, 15.5, old_style_figures=True, indent_em=1.2)),
        ("crosshead", Role("display", 13, 15.5, before_pt=12, after_pt=3.5)),
        ("quote", Role("text", 10.5, 15.5, before_pt=9, after_pt=9, inset_pt=14, old_style_figures=True)),
        ("attribution", Role("label", 9, 15.5, _GREY_35, inset_pt=14)),
        ("figure", Role("text", 10.5, 15.5, before_pt=9, after_pt=9)),
        ("caption", Role("label", 8.5, 12)),
        ("credit", Role("label", 8.5, 12, _GREY_35)),
        ("table", Role("label", 9, 15.5, before_pt=9, after_pt=9, tabular_figures=True)),
        ("table-title", Role("label-bold", 9, 15.5)),
        ("list", Role("text", 10.5, 15.5, old_style_figures=True)),
        ("pre", Role("label", 9, 15.5, before_pt=9, after_pt=9, tabular_figures=True)),
        ("note", Role("label", 8.5, 12)),
        ("source-line", Role("label", 8.5, 12, _GREY_35, before_pt=12)),
        ("footer", Role("label", 8, 12, _GREY_35, tabular_figures=True)),
        ("running-head", Role("label", 8, 12, _GREY_35)),
    ),
    rules=(
        ("masthead", Rule(1.6)),
        ("byline", Rule(0.4, "#a0a0a0")),
        ("quote", Rule(1.6, _ACCENT)),
        ("table-edge", Rule(0.8)),
        ("table-head", Rule(0.4)),
        ("source-line", Rule(0.4, "#a0a0a0")),
        ("running-head", Rule(0.4, "#a0a0a0")),
        ("break", Rule(0.4, "#a0a0a0")),
    ),
)
"""The house style that is used when none is named."""

STYLES: dict[str, Style] = {NEWS.name: NEWS}
"""Name → house style."""


_RANGES = {
    "size_pt": (0.5, 288),
    "leading_pt": (0.5, 288),
    "width_pt": (72, 14_400),
    "height_pt": (72, 14_400),
    "grid_pt": (0.5, 288),
    "indent_em": (0, 10),
    "tracking_em": (0, 1),
    "weight": (100, 900),
    "width": (62.5, 100),
}
"""From what to what a number may be, where not only what a page can hold."""
_MOST_PT = 14_400
"""The longest side of a page that PDF viewers show (ISO 32000-1, annex C)."""
_LEAST_MEASURE_PT = 72
_HEX = frozenset("0123456789abcdefABCDEF")


def parse_style(content: bytes, name: str) -> Style:
    """Return the house style of a TOML file: `news` with the file's values in place of its own.

        accent = "#003366"
        [page]
        width_pt = 612
        [roles.headline]
        size_pt = 30

    Raises UsageError naming the file and the value that is not a style's.
    """
    import tomllib

    from converter.core.errors import UsageError

    try:
        given = tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"not TOML: {error}", where=name) from error
    style = NEWS.replace(name=str(given.pop("name", name)))
    for key, value in given.items():
        if key not in Style._fields:
            raise UsageError(f"a style has no {key!r}", where=name, hint=f"it has: {', '.join(Style._fields)}")
        present = getattr(style, key)
        if key == "fallbacks" and isinstance(value, list):
            changed: object = tuple(map(str, value))
        elif key == "page":
            changed = _changed(present, value, "page", name)
        elif key in ("cuts", "roles", "rules"):
            changed = _changed_table(present, value, key, name)
        elif _fits(key, value, present):
            changed = value
        else:
            raise UsageError(f"{key} cannot be {value!r}", where=name, hint=_wanted(key, present))
        style = style.replace(**{key: changed})
    if style.page.measure_pt < _LEAST_MEASURE_PT:
        raise UsageError(f"the sides leave {style.page.measure_pt:g} points for the text", where=name)
    height_pt = style.page.height_pt - style.page.top_pt - style.page.bottom_pt
    if height_pt < _LEAST_MEASURE_PT:
        raise UsageError(f"top and bottom leave {height_pt:g} points for the text", where=name)
    return style


def _changed_table(present: tuple[tuple[str, Value], ...], given: object, key: str, name: str) -> object:
    from converter.core.errors import UsageError

    if not isinstance(given, dict):
        raise UsageError(f"{key} cannot be {given!r}", where=name, hint=f"write [{key}.NAME]")
    table = dict(present)
    for entry, values in given.items():
        if entry not in table:
            raise UsageError(f"{key} has no {entry!r}", where=name, hint=f"it has: {', '.join(table)}")
        table[entry] = _changed(table[entry], values, f"{key}.{entry}", name)
    return tuple(table.items())


def _changed(present: Value, given: object, path: str, name: str) -> Value:
    from converter.core.errors import UsageError

    if not isinstance(given, dict):
        raise UsageError(f"{path} cannot be {given!r}", where=name, hint=f"write [{path}]")
    for key, value in given.items():
        if key not in type(present)._fields:
            raise UsageError(f"{path} has no {key!r}", where=name, hint=f"it has: {', '.join(type(present)._fields)}")
        if not _fits(key, value, getattr(present, key)):
            hint = _wanted(key, getattr(present, key))
            raise UsageError(f"{path}.{key} cannot be {value!r}", where=name, hint=hint)
        present = present.replace(**{key: value})
    return present


def _fits(key: str, value: object, present: object) -> bool:
    """Return whether a value may stand for the present one: of its type, and a size, a colour or a cut in range."""
    if isinstance(value, bool) or isinstance(present, bool):
        return type(value) is type(present)
    if isinstance(value, int | float):
        least, most = _RANGES.get(key, (0, _MOST_PT))
        return isinstance(present, int | float) and least <= value <= most
    if key in ("colour", "accent"):
        return isinstance(value, str) and len(value) == 7 and value[0] == "#" and set(value[1:]) <= _HEX
    if key == "cut":
        return value in dict(NEWS.cuts)
    return isinstance(value, str) and isinstance(present, str) and value != ""


def _wanted(key: str, present: object) -> str:
    """Return what a value may be, in words."""
    if isinstance(present, bool):
        return "write true or false"
    if isinstance(present, int | float):
        least, most = _RANGES.get(key, (0, _MOST_PT))
        return f"a number from {least:g} to {most:g}"
    if key in ("colour", "accent"):
        return "write a colour as #003366"
    if key == "cut":
        return f"there are: {', '.join(dict(NEWS.cuts))}"
    return "a list of names" if key == "fallbacks" else "a text"
