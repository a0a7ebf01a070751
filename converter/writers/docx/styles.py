"""The house style as Word's styles: the template's `{role.property}` places, filled.

Word knows a family's condensed cuts as families of their own and has two
weights for each, so a cut's width goes into the family's name and its weight
into bold or not.
"""

from __future__ import annotations

from functools import cache

from converter.io.resources import data
from converter.writers.docx.markup import escape_value, twips

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from converter.model.style import Role, Rule, Style
    from converter.writers.docx.page import Sheet

_LONG_HEADLINE = 12
"""Words; a longer headline is set smaller."""
_SOURCE_RULE = 0.3
"""Share of the measure that the rule above the source line takes."""
_BOLD = 600
"""The weight from which a cut is the family's bold."""
_WIDTHS = ((81, " Condensed"), (94, " SemiCondensed"))
"""Width below → what the family's name says; the names are those of Noto's static fonts and named instances."""
_TYPEWRITER = "Courier New"
"""The family of preformatted text and code: there or replaced by one of its widths everywhere (decision 0029)."""
_SMALL_CAPITALS = 0.8
"""Size of small capitals beside the role's: as Word itself draws them."""
_SMALLER = (0.0, 1.5, 2.5, 2.5, 2.5, 2.5)
"""Points that a crosshead of each level is smaller than the first."""
_ITALIC_FROM = 4
"""The crosshead level from which the letters are italic, so that levels of one size differ."""


@cache
def template(name: str) -> str:
    """Return a part of the template, its places unfilled."""
    return data("writers", "docx", "template", name).decode()


def fill(part: str, values: Mapping[str, object]) -> str:
    """Return the part with each `{name}` replaced by its value, which is markup already.

    Raises KeyError for a name that has none.
    """
    pieces = part.split("{")
    out = [pieces[0]]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("}")
        out.append(str(values[name]))
        out.append(rest)
    return "".join(out)


_made: tuple[Style, Sheet, dict[tuple[str, bool], bytes]] | None = None
"""What `styles_part` has made in this process for one style and sheet, by language and length of headline."""
_MOST_MADE = 64


def styles_part(style: Style, sheet: Sheet, *, lang: str, headline_words: int) -> bytes:
    """Return `styles.xml` in the house style, for an article in the language."""
    global _made
    kept = _made
    if kept is None or kept[0] is not style or kept[1] != sheet:
        kept = _made = style, sheet, {}
    key = (lang, headline_words > _LONG_HEADLINE)
    part = kept[2].get(key)
    if part is None:
        part = _styles(style, sheet, lang, is_long=key[1]).encode()
        if len(kept[2]) < _MOST_MADE:
            kept[2][key] = part
    return part


def _styles(style: Style, sheet: Sheet, lang: str, *, is_long: bool) -> str:
    values: dict[str, object] = {
        "article.lang": lang,
        "style.accent": colour(style.accent),
        "style.last-fallback": escape_value(style.fallbacks[-1] if style.fallbacks else style.family),
        "page.measure": twips(sheet.measure_pt),
        "page.third": twips(sheet.measure_pt / 3),
        "page.most": twips(sheet.measure_pt * (1 - _SOURCE_RULE)),
        "page.masthead-drop": twips(sheet.top_pt - sheet.header_pt),
    }
    roles = dict(style.roles)
    roles["headline"] = roles["headline-long" if is_long else "headline"]
    crosshead = roles["crosshead"]
    for level, less in enumerate(_SMALLER, 1):
        size = max(min(crosshead.size_pt, roles["body"].size_pt), crosshead.size_pt - less)
        roles[f"crosshead-{level}"] = crosshead.replace(size_pt=size)
    for name, role in roles.items():
        _put_role(values, style, name, role)
    for level in range(_ITALIC_FROM, len(_SMALLER) + 1):
        values[f"crosshead-{level}.italic"] = 1
    values["byline.after-points"] = round(roles["byline"].after_pt)
    for name, rule in style.rules:
        _put_rule(values, name, rule)
    values["rule.quote.space"] = bar_space(style)
    return fill(template("styles.xml"), values)


_theme: tuple[Style, bytes] | None = None
"""The house style that was asked for last, and its theme."""


def theme(style: Style) -> bytes:
    """Return `theme1.xml`: the families and colours that Word offers, with which it expects every document to come."""
    global _theme
    kept = _theme
    if kept is None or kept[0] is not style:
        values: dict[str, object] = {"style.name": escape_value(style.name), "style.accent": colour(style.accent)}
        for name in ("headline", "body"):
            values[f"{name}.family"] = escape_value(_family(style, name, style.role(name)))
        kept = _theme = style, fill(template("theme.xml"), values).encode()
    return kept[1]


_fonts: tuple[Style, str] | None = None
"""The house style that was asked for last, and its table."""


def font_table(style: Style) -> str:
    """Return `fontTable.xml`: the families that the styles name, each with its fallbacks."""
    global _fonts
    kept = _fonts
    if kept is None or kept[0] is not style:
        kept = _fonts = style, _font_table(style)
    return kept[1]


def _font_table(style: Style) -> str:
    families = sorted({_family(style, name, role) for name, role in style.roles} | {style.family})
    fonts = []
    for family in families:
        is_fixed = family == _TYPEWRITER
        others = ["Liberation Mono"] if is_fixed else [style.family, *style.fallbacks]
        kind, pitch = ("modern", "fixed") if is_fixed else ("roman", "variable")
        fonts.append(
            f'<w:font w:name="{escape_value(family)}">'
            f'<w:altName w:val="{escape_value(",".join(name for name in others if name != family))}"/>'
            f'<w:charset w:val="00"/><w:family w:val="{kind}"/><w:pitch w:val="{pitch}"/></w:font>'
        )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        + "".join(fonts)
        + "</w:fonts>"
    )


def _put_role(values: dict[str, object], style: Style, name: str, role: Role) -> None:
    cut = style.cut(role.cut)
    values[f"{name}.family"] = escape_value(_family(style, name, role))
    values[f"{name}.bold"] = int(cut.weight >= _BOLD)
    values[f"{name}.italic"] = int(cut.italic)
    # All letters of a role in small capitals are small ones, as in the PDF; Word's own leave capitals as they are.
    values[f"{name}.capitals"] = int(role.capitals or role.small_capitals)
    values[f"{name}.colour"] = colour(role.colour)
    values[f"{name}.tracking"] = twips(role.tracking_em * role.size_pt)
    values[f"{name}.size"] = round(role.size_pt * 2 * (_SMALL_CAPITALS if role.small_capitals else 1))
    values[f"{name}.whole-size"] = round(role.size_pt * 2)
    values[f"{name}.leading"] = twips(role.leading_pt)
    values[f"{name}.before"] = twips(role.before_pt)
    values[f"{name}.after"] = twips(role.after_pt)
    values[f"{name}.indent"] = twips(role.indent_em * role.size_pt)
    values[f"{name}.inset"] = twips(role.inset_pt)
    values[f"{name}.figures"] = "oldStyle" if role.old_style_figures else "lining"
    values[f"{name}.figure-width"] = "tabular" if role.tabular_figures else "proportional"


def _put_rule(values: dict[str, object], name: str, rule: Rule) -> None:
    values[f"rule.{name}.eighths"] = eighths(rule)
    values[f"rule.{name}.colour"] = colour(rule.colour)


def bar_space(style: Style) -> int:
    """Return the points between the bar of a quote and its words; Word takes 31 at most (ECMA-376-1 §17.3.1.7)."""
    return min(31, max(0, round(style.role("quote").inset_pt - style.rule("quote").weight_pt)))


def eighths(rule: Rule) -> int:
    """Return the weight of a rule as a border's size; ¼ point is the thinnest (ECMA-376-1 §17.18.2)."""
    return max(2, round(rule.weight_pt * 8))


def _family(style: Style, name: str, role: Role) -> str:
    if name == "pre":
        return _TYPEWRITER
    width = style.cut(role.cut).width
    return style.family + next((name for below, name in _WIDTHS if width < below), "")


def colour(value: str) -> str:
    """Return `#rrggbb` as WordprocessingML has it."""
    return value.removeprefix("#").upper()
