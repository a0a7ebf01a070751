"""Make the parts of `converter/writers/docx/template/`: `python -m tools.docx_template`.

python-docx gives the package that Word knows; this takes its styles,
numbering and settings apart, puts the house's own styles and theme in their
place, and writes them as readable XML. Nothing of this runs when an article is written:
the parts are committed, and a test makes them again and compares.

Values that a house style or an article decides stand as `{role.property}` in
attributes; `converter/writers/docx/styles.py` fills them.
"""

from __future__ import annotations

import pathlib
import sys
from typing import NamedTuple

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.styles.styles import Styles
from lxml import etree

FOLDER = pathlib.Path(__file__).parent.parent / "converter" / "writers" / "docx" / "template"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
LEVELS = 9
"""Levels of a list in WordprocessingML (ECMA-376-1 §17.9.6)."""


class Named(NamedTuple):
    """A named style: what a person sees in Word's gallery."""

    name: str
    role: str | None
    """The role of `converter.model.style` that it draws from; none: nothing but what follows."""
    base: str | None = None
    following: str | None = None
    paragraph: str = ""
    """Paragraph properties beside those of the role; `¶` is where the role's spacing goes."""
    run: str = ""
    """Run properties beside those of the role, before them."""
    kind: WD_STYLE_TYPE = WD_STYLE_TYPE.PARAGRAPH
    builtin: bool = False
    """Whether Word has a style of this name."""


def _hairline(side: str, rule: str, space: str = "1") -> str:
    return (
        f'<w:pBdr><w:{side} w:val="single" w:sz="{{rule.{rule}.eighths}}" w:space="{space}" '
        f'w:color="{{rule.{rule}.colour}}"/></w:pBdr>'
    )


_KEEP = "<w:keepNext/><w:keepLines/>"
_UNHYPHENATED = "<w:suppressAutoHyphens/>"
_TO_THE_RIGHT = '<w:tabs><w:tab w:val="right" w:pos="{page.measure}"/></w:tabs>'

STYLES = (
    Named("Normal", "body", builtin=True),
    Named("Body Text", None, "Normal", paragraph='¶<w:ind w:firstLine="{body.indent}"/>', builtin=True),
    Named("First Paragraph", None, "Body Text", "Body Text", paragraph='¶<w:ind w:firstLine="0"/>'),
    Named("Status", "kicker", "Normal", "Kicker", paragraph=f"{_KEEP}¶"),
    Named("Kicker", "kicker", "Normal", "Title", paragraph=f"{_KEEP}¶"),
    Named("Title", "headline", "Normal", "Subtitle", paragraph=f"{_KEEP}{_UNHYPHENATED}¶", builtin=True),
    Named("Subtitle", "standfirst", "Normal", "Byline", paragraph=f"{_KEEP}{_UNHYPHENATED}¶", builtin=True),
    Named("Standfirst", "standfirst", "Normal", "Byline", paragraph=f"{_UNHYPHENATED}¶"),
    Named(
        "Byline",
        "byline",
        "Normal",
        "First Paragraph",
        paragraph=_KEEP
        + _hairline("bottom", "byline", "{byline.after-points}")
        # Bylines stand close together; the rule and the space are under the last.
        + '<w:spacing w:before="0" w:after="220" w:line="{byline.leading}" w:lineRule="exact"/><w:contextualSpacing/>',
    ),
    *(
        Named(
            f"Heading {level}",
            f"crosshead-{level}",
            "Normal",
            "First Paragraph",
            paragraph=f'{_KEEP}{_UNHYPHENATED}¶<w:outlineLvl w:val="{level - 1}"/>',
            builtin=True,
        )
        for level in range(1, 7)
    ),
    Named(
        "Quote",
        "quote",
        "Normal",
        "First Paragraph",
        paragraph=_hairline("left", "quote", "{rule.quote.space}")
        + '¶<w:ind w:left="{quote.inset}"/><w:contextualSpacing/>',
        builtin=True,
    ),
    Named(
        "Attribution",
        "attribution",
        "Normal",
        "First Paragraph",
        paragraph=_hairline("left", "quote", "{rule.quote.space}")
        + '<w:spacing w:before="0" w:after="{quote.after}" w:line="{attribution.leading}" w:lineRule="exact"/>'
        + '<w:ind w:left="{attribution.inset}"/>',
    ),
    Named(
        "Figure",
        "figure",
        "Normal",
        "Caption",
        # A picture in a line of exact height would be cut off.
        paragraph='<w:keepNext/><w:spacing w:before="{figure.before}" w:after="80" w:line="240" w:lineRule="auto"/>',
    ),
    Named(
        "Caption",
        "caption",
        "Normal",
        "First Paragraph",
        paragraph='<w:keepLines/><w:spacing w:before="0" w:after="{figure.after}" w:line="{caption.leading}" '
        'w:lineRule="exact"/>',
        builtin=True,
    ),
    Named(
        "Figure Description",
        "credit",
        "Normal",
        "Caption",
        paragraph='<w:keepLines/><w:spacing w:before="{figure.before}" w:after="80" w:line="{caption.leading}" '
        'w:lineRule="exact"/>',
    ),
    Named("List Bullet", "list", "Normal", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>¶', builtin=True),
    Named("List Number", "list", "Normal", paragraph='<w:numPr><w:numId w:val="2"/></w:numPr>¶', builtin=True),
    Named("List Continue", "list", "Normal", paragraph='¶<w:ind w:left="360"/>', builtin=True),
    Named(
        "Table Title",
        "table-title",
        "Normal",
        "Table Text",
        paragraph='<w:keepNext/><w:spacing w:before="{table.before}" w:after="0" w:line="{table-title.leading}" '
        'w:lineRule="exact"/>',
    ),
    Named(
        "Table Text",
        "table",
        "Normal",
        paragraph='<w:spacing w:before="0" w:after="0" w:line="{table.leading}" w:lineRule="exact"/>',
    ),
    Named("Table Heading", None, "Table Text", paragraph="<w:keepNext/>"),
    Named(
        "Table End",
        None,
        "Normal",
        "First Paragraph",
        # What parts two tables, which Word would join, and closes a cell that ends in one.
        paragraph='<w:spacing w:before="0" w:after="0" w:line="{table.after}" w:lineRule="exact"/>',
    ),
    Named("Preformatted", "pre", "Normal", "First Paragraph", paragraph=f"{_UNHYPHENATED}¶"),
    Named(
        "Thematic Break",
        "body",
        "Normal",
        "First Paragraph",
        paragraph=_hairline("bottom", "break")
        + '<w:spacing w:before="0" w:after="{body.leading}" w:line="{body.leading}" w:lineRule="exact"/>'
        + '<w:ind w:left="{page.third}" w:right="{page.third}"/>',
    ),
    Named(
        "Editorial Note",
        "note",
        "Normal",
        paragraph='<w:spacing w:before="{note.leading}" w:after="0" w:line="{note.leading}" w:lineRule="exact"/>'
        "<w:contextualSpacing/>",
    ),
    Named("Footnote Text", "note", "Normal", paragraph="¶", builtin=True),
    Named(
        "Source Rule",
        "source-line",
        "Normal",
        "Source Line",
        # A paragraph of its own, as a border is as wide as its words, and this one is a third of them.
        paragraph="<w:keepNext/>"
        + _hairline("bottom", "source-line")
        + '<w:spacing w:before="{source-line.before}" w:after="120" w:line="20" w:lineRule="exact"/>'
        + '<w:ind w:right="{page.most}"/>',
    ),
    Named(
        "Source Line",
        "source-line",
        "Normal",
        paragraph='<w:spacing w:before="0" w:after="0" w:line="{source-line.leading}" w:lineRule="exact"/>',
    ),
    Named(
        "Masthead",
        "masthead",
        "Normal",
        paragraph=_hairline("bottom", "masthead", "2")
        + _TO_THE_RIGHT
        + '<w:spacing w:before="{page.masthead-drop}" w:after="{masthead.after}" w:line="{masthead.leading}" '
        'w:lineRule="exact"/>',
    ),
    Named(
        "Header",
        "running-head",
        "Normal",
        paragraph=_hairline("bottom", "running-head", "2") + _TO_THE_RIGHT + "¶",
        builtin=True,
    ),
    Named("Footer", "footer", "Normal", paragraph=_TO_THE_RIGHT + "¶", builtin=True),
    Named("Dateline", "dateline", kind=WD_STYLE_TYPE.CHARACTER),
    Named("Byline Name", None, kind=WD_STYLE_TYPE.CHARACTER, run="<w:b/><w:bCs/>"),
    Named("Byline Place", None, kind=WD_STYLE_TYPE.CHARACTER, run='<w:color w:val="{attribution.colour}"/>'),
    Named("Credit", "credit", kind=WD_STYLE_TYPE.CHARACTER),
    Named(
        "Hyperlink",
        None,
        kind=WD_STYLE_TYPE.CHARACTER,
        run='<w:color w:val="{style.accent}"/><w:u w:val="single" w:color="{rule.byline.colour}"/>',
        builtin=True,
    ),
    Named(
        "HTML Code",
        None,
        kind=WD_STYLE_TYPE.CHARACTER,
        run='<w:rFonts w:ascii="{pre.family}" w:hAnsi="{pre.family}"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>',
        builtin=True,
    ),
    Named(
        "Footnote Reference",
        None,
        kind=WD_STYLE_TYPE.CHARACTER,
        run='<w:vertAlign w:val="superscript"/>',
        builtin=True,
    ),
)


def _run_of(role: str) -> str:
    """Return the run properties of a role, in the order of ECMA-376-1 §17.3.2."""
    return (
        f'<w:rFonts w:ascii="{{{role}.family}}" w:hAnsi="{{{role}.family}}"/>'
        f'<w:b w:val="{{{role}.bold}}"/><w:bCs w:val="{{{role}.bold}}"/>'
        f'<w:i w:val="{{{role}.italic}}"/><w:iCs w:val="{{{role}.italic}}"/>'
        f'<w:caps w:val="{{{role}.capitals}}"/>'
        f'<w:color w:val="{{{role}.colour}}"/><w:spacing w:val="{{{role}.tracking}}"/>'
        f'<w:sz w:val="{{{role}.size}}"/><w:szCs w:val="{{{role}.whole-size}}"/>'
        f'<w14:numForm w14:val="{{{role}.figures}}"/><w14:numSpacing w14:val="{{{role}.figure-width}}"/>'
    )


def _spacing_of(role: str | None) -> str:
    if role is None:
        return ""
    return (
        f'<w:spacing w:before="{{{role}.before}}" w:after="{{{role}.after}}" w:line="{{{role}.leading}}" '
        'w:lineRule="exact"/>'
    )


def _element(tag: str, inside: str) -> etree._Element:
    return parse_xml(f'<w:{tag} {nsdecls("w")} xmlns:w14="{W14}">{inside}</w:{tag}>')


def styles_part() -> bytes:
    """Return `styles.xml`: python-docx's defaults, then our styles and no other."""
    document = docx.Document()
    styles = document.styles
    root = styles.element
    for style in list(root.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in ("DefaultParagraphFont", "TableNormal", "NoList"):
            root.remove(style)
    latent = root.find(qn("w:latentStyles"))
    for exception in list(latent):
        latent.remove(exception)  # So that the gallery holds the house's styles only.
    for named in STYLES:
        _add(styles, named)
    for named in STYLES:  # A style may name one that comes later.
        if named.following:
            styles[named.name].next_paragraph_style = styles[named.following]
    _set_defaults(root)
    root.append(_table_style())
    return _readable(root)


def _add(styles: Styles, named: Named) -> None:
    style = styles.add_style(named.name, named.kind, builtin=named.builtin)  # type: ignore[no-untyped-call]
    style.base_style = styles[named.base] if named.base else None
    style.hidden = False
    style.unhide_when_used = False
    style.quick_style = True
    style.priority = STYLES.index(named)
    element = style.element
    # python-docx takes it from Word's own name, which is in lower case for some.
    element.set(qn("w:styleId"), named.name.replace(" ", ""))
    if named.name == "Normal":
        element.set(qn("w:default"), "1")
    paragraph = (named.paragraph or ("¶" if named.kind == WD_STYLE_TYPE.PARAGRAPH else "")).replace(
        "¶", _spacing_of(named.role)
    )
    if paragraph:
        element.append(_element("pPr", paragraph))
    run = named.run + (_run_of(named.role) if named.role else "")
    if run:
        element.append(_element("rPr", run))


def _set_defaults(root: etree._Element) -> None:
    """Put the house's type into the document defaults; the complex-script family is one that every system has."""
    root.replace(
        root[0],
        _element(
            "docDefaults",
            "<w:rPrDefault><w:rPr>"
            '<w:rFonts w:ascii="{body.family}" w:hAnsi="{body.family}" w:cs="{style.last-fallback}"/>'
            '<w:kern w:val="2"/><w:sz w:val="{body.size}"/><w:szCs w:val="{body.size}"/>'
            '<w:lang w:val="{article.lang}" w:eastAsia="{article.lang}" w:bidi="{article.lang}"/>'
            '<w14:ligatures w14:val="standard"/></w:rPr></w:rPrDefault><w:pPrDefault/>',
        ),
    )


def _table_style() -> etree._Element:
    """Rules above, below and under the head; none between columns; numbers are set right by the writer."""
    edge = 'w:val="single" w:sz="{rule.table-edge.eighths}" w:space="0" w:color="{rule.table-edge.colour}"'
    under = 'w:val="single" w:sz="{rule.table-head.eighths}" w:space="0" w:color="{rule.table-head.colour}"'
    style = _element(
        "style",
        '<w:name w:val="News Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders><w:top {edge}/><w:bottom {edge}/></w:tblBorders>"
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="270" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {under}/></w:tcBorders></w:tcPr>'
        "</w:tblStylePr>",
    )
    style.set(qn("w:type"), "table")
    style.set(qn("w:customStyle"), "1")
    style.set(qn("w:styleId"), "NewsTable")
    return style


def numbering_part() -> bytes:
    """Return `numbering.xml` with a bulleted and a numbered definition; the writer adds a `w:num` for each list."""
    root = docx.Document().part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for number, (form, text, style) in enumerate((("bullet", "•", "ListBullet"), ("decimal", "%{}.", "ListNumber"))):
        definition = _element(
            "abstractNum", f'<w:multiLevelType w:val="{"hybridMultilevel" if number == 0 else "multilevel"}"/>'
        )
        definition.set(qn("w:abstractNumId"), str(number))
        for level in range(LEVELS):
            mark = ("–" if level % 2 else "•") if form == "bullet" else text.format(level + 1)
            definition.append(
                _element(
                    "lvl",
                    f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                    + (f'<w:pStyle w:val="{style}"/>' if level == 0 else "")
                    + f'<w:suff w:val="tab"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
                    f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr>',
                )
            )
            definition[-1].set(qn("w:ilvl"), str(level))
        root.append(definition)
    return _readable(root)


def settings_part() -> bytes:
    """Return `settings.xml`: python-docx's, mended and without what belongs to its authors' machine."""
    root = docx.Document().settings.element
    for name in [
        "w:proofState",
        "w:savePreviewPicture",
        "w:rsids",
        "m:mathPr",
        "w:clrSchemeMapping",
        "w:shapeDefaults",
        "w:themeFontLang",
        "w:doNotAutoCompressPictures",
    ]:
        prefix, _, local = name.partition(":")
        for child in root.findall(f"{{{root.nsmap[prefix]}}}{local}"):
            root.remove(child)
    for child in list(root):
        if child.tag.startswith(f"{{{W14}}}"):
            root.remove(child)
    zoom = root.find(qn("w:zoom"))
    del zoom.attrib[qn("w:val")]
    zoom.set(qn("w:percent"), "100")  # The schema demands it (ECMA-376-1 §17.15.1.94); python-docx's default lacks it.
    compat = root.find(qn("w:compat"))
    compat.remove(compat.find(qn("w:useFELayout")))
    for setting in compat.findall(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # Word 2013 and later; a lower one opens in "compatibility mode".
    compat.addprevious(_element("footnotePr", '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'))
    return _readable(root)


def theme_part() -> bytes:
    """Return `theme.xml`: the house's families and colours, as Word offers them to who goes on writing.

    Effects are the plainest that the schema takes (ECMA-376-1 §20.1.6.9, §20.1.4.1.14): three of each kind.
    """
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>'
        for slot, value in (
            *(
                ("dk1", "000000"),
                ("lt1", "FFFFFF"),
                ("dk2", "333333"),
                ("lt2", "F2F2F2"),
                ("accent1", "{style.accent}"),
            ),
            *(("accent2", "333333"), ("accent3", "595959"), ("accent4", "767676"), ("accent5", "A0A0A0")),
            *(("accent6", "D0D0D0"), ("hlink", "{style.accent}"), ("folHlink", "595959")),
        )
    )
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{{{role}.family}}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, role in (("major", "headline"), ("minor", "body"))
    )
    fills = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    lines = f'<a:ln w="6350">{fills[: len(fills) // 3]}</a:ln>' * 3
    return _readable(
        etree.fromstring(
            f'<a:theme xmlns:a="{DRAWING}" name="{{style.name}}"><a:themeElements>'
            f'<a:clrScheme name="{{style.name}}">{colours}</a:clrScheme>'
            f'<a:fontScheme name="{{style.name}}">{fonts}</a:fontScheme>'
            f'<a:fmtScheme name="{{style.name}}"><a:fillStyleLst>{fills}</a:fillStyleLst>'
            f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
            f"<a:bgFillStyleLst>{fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
        )
    )


def _readable(root: etree._Element) -> bytes:
    """Return the part indented, with only the namespaces that it uses."""
    kept = etree.fromstring(etree.tostring(root))
    kept.attrib.pop(f"{{{MC}}}Ignorable", "")
    if any(isinstance(e.tag, str) and e.tag.startswith(f"{{{W14}}}") for e in kept.iter()):
        # A reader that does not know Word 2010's figures and ligatures may pass over them.
        etree.cleanup_namespaces(kept, top_nsmap={"mc": MC, "w14": W14}, keep_ns_prefixes=["mc", "w14"])
        kept.set(f"{{{MC}}}Ignorable", "w14")
    else:
        etree.cleanup_namespaces(kept)
    etree.indent(kept)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + etree.tostring(kept, encoding="UTF-8") + b"\n"


PARTS = {
    "styles.xml": styles_part,
    "numbering.xml": numbering_part,
    "settings.xml": settings_part,
    "theme.xml": theme_part,
}
"""File name → the function that makes it."""


def main() -> int:
    """Write the parts."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in PARTS.items():
        (FOLDER / name).write_bytes(make())
    return 0


if __name__ == "__main__":
    sys.exit(main())
