"""The house style as a style sheet: roles as custom properties, light and dark, and a sheet for print."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.style import Role, Style

_PT = 0.75
"""A CSS pixel in points (CSS Values 4 §6.2)."""
_SCREEN = 1.25
"""How much larger a role is set on a screen, which is read from farther away than paper."""
_DARK = {
    "paper": "#16140f",
    "ink": "#ece7dc",
    "grey": "#a9a294",
    "line": "#4a463d",
    "accent": "#e39a8c",
    "link": "#9fc3e8",
}
_LIGHT = {"paper": "#ffffff", "grey": "#595959", "line": "#a0a0a0", "link": "#1a4b7a"}
_CUTS = {
    "text": "400 normal",
    "italic": "400 italic",
    "bold": "700 normal",
    "display": "650 normal",
    "label": "500 normal",
    "label-bold": "700 normal",
}

_PAGE = """\
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:var(--body);font-family:var(--family);overflow-wrap:break-word}
main{max-width:34em;margin:0 auto;padding:2.5rem 1.25rem 3rem}
p{margin:0}
p+p{text-indent:1.2em}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1{margin:0 0 .5em;font:var(--headline);font-family:var(--family);text-wrap:balance}
h2,h3,h4,h5,h6{margin:1.4em 0 .35em;font:var(--crosshead);font-family:var(--family)}
.masthead{border-bottom:2px solid var(--ink);margin:0 0 2rem;padding-bottom:.25rem;font:var(--label);font-family:var(--family);text-transform:uppercase;letter-spacing:.03em;color:var(--grey);display:flex;justify-content:space-between;gap:1em}
.warning{border:2px solid var(--accent);color:var(--accent);padding:.5em .75em;margin:0 0 1.5rem;font-weight:700}
.kicker{margin:0 0 .3em;color:var(--accent);font-variant-caps:all-small-caps;letter-spacing:.06em;font-weight:650}
.standfirst{margin:0 0 1em;font:var(--standfirst);font-family:var(--family)}
.byline{text-indent:0;margin:0 0 .25em;padding-bottom:.4em;border-bottom:1px solid var(--line);font:var(--label);font-family:var(--family)}
.story{margin-top:1.25rem;hanging-punctuation:first allow-end;font-variant-numeric:oldstyle-nums}
.dateline{font-variant-caps:all-small-caps;letter-spacing:.04em}
blockquote{margin:1em 0 1em .9em;padding-left:.9em;border-left:2px solid var(--accent)}
blockquote footer,.credit,figcaption,.source,.note{font:var(--label);font-family:var(--family)}
blockquote footer,.credit,.source{color:var(--grey)}
figure{margin:1.25em 0}
figure img,figure video{display:block;max-width:100%;height:auto;margin-bottom:.4em}
ul,ol{margin:.8em 0;padding-left:1.6em}
table{margin:1.25em 0;border-collapse:collapse;border-top:1.5px solid var(--ink);border-bottom:1.5px solid var(--ink);font:var(--label);font-family:var(--family);font-variant-numeric:lining-nums tabular-nums}
caption{text-align:start;font-weight:700;padding-bottom:.3em}
th,td{padding:.2em 1em .2em 0;text-align:start;vertical-align:top}
thead th{border-bottom:1px solid var(--ink)}
.align-center{text-align:center}.align-end{text-align:end}
pre{overflow-x:auto;font-size:.85em;line-height:1.5;white-space:pre-wrap}
hr{border:0;border-top:1px solid var(--line);width:6em;margin:1.5em auto}
.note{margin:.8em 0;padding-top:.4em;border-top:1px solid var(--line)}
.source{margin:2rem 0 0;padding-top:.5em;border-top:1px solid var(--line)}
.source p+p{text-indent:0}
:lang(ja),:lang(zh),:lang(ko){line-break:strict}
"""  # noqa: E501  A style sheet line is a rule.


def sheet(style: Style) -> str:
    """Return the style sheet: no address in it, so nothing is ever fetched."""
    families = ",".join(f'"{name}"' for name in (style.family, *style.fallbacks))
    ink = dict(_LIGHT, ink=style.role("body").colour, accent=style.accent)
    fonts = {
        "body": style.role("body"),
        "headline": style.role("headline"),
        "crosshead": style.role("crosshead"),
        "standfirst": style.role("standfirst"),
        "label": style.role("caption"),
    }
    variables = ";".join(f"--{name}:{_font(role)}" for name, role in fonts.items())
    light = f":root{{color-scheme:light dark;--family:{families},serif;{variables};{_colours(ink)}}}"
    dark = f"@media (prefers-color-scheme:dark){{:root{{{_colours(_DARK)}}}}}"
    page = style.page
    paper = (
        f"@media print{{@page{{size:{page.width_pt:g}pt {page.height_pt:g}pt;"
        f"margin:{page.top_pt:g}pt {page.side_pt:g}pt}}:root{{{_colours(ink)}}}html{{font-size:{16 / _SCREEN:g}px}}"
        "main{max-width:none;padding:0}a{color:inherit}"
        "h1,h2,h3,h4,h5,h6{break-after:avoid}figure,table,blockquote{break-inside:avoid}p{orphans:2;widows:2}}"
    )
    return f"{light}\n{dark}\n{_PAGE}{paper}\n"


def _colours(colours: dict[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in sorted(colours.items()))


def _font(role: Role) -> str:
    """Return the shorthand of a role: weight, slope, size in rem and leading; the family stands apart."""
    weight, slope = _CUTS[role.cut].split()
    size = role.size_pt / _PT / 16 * _SCREEN
    return f"{slope} {weight} {size:.4g}rem/{role.leading_pt / role.size_pt:.4g} serif"
