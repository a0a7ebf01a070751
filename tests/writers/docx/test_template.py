"""The template is what `tools/docx_template.py` makes, and every place in it is filled."""

from __future__ import annotations

import pytest
from lxml import etree

from converter.model.style import NEWS
from converter.writers.docx import page, styles
from converter.writers.docx.page import sheet_of
from tests.articles import full_article
from tests.writers.docx.reading import W, written
from tools.docx_template import FOLDER, PARTS, STYLES


@pytest.mark.parametrize("name", sorted(PARTS))
def test_part_is_what_the_tool_makes(name: str) -> None:
    assert (FOLDER / name).read_bytes() == PARTS[name](), "run python -m tools.docx_template"


def test_template_has_no_other_files() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(PARTS)


def test_every_place_is_filled_from_the_house_style() -> None:
    filled = styles.styles_part(NEWS, sheet_of(NEWS.page, None), lang="en", headline_words=3).decode()

    assert "{" not in filled
    root = etree.fromstring(filled.encode())
    names = [style.find(f"{W}name").get(f"{W}val") for style in root.iter(f"{W}style")]  # type: ignore[union-attr]
    assert len(names) == len(set(names))
    # Word's own names differ from python-docx's in their capitals only.
    assert {named.name.lower() for named in STYLES} <= {str(name).lower() for name in names}


def test_place_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        styles.fill("<a b='{nothing.such}'/>", {})


def test_every_style_that_is_used_is_there() -> None:
    document = written(full_article())
    there = set(document.values("//w:style/@w:styleId", "word/styles.xml"))

    for name in document.parts:
        if name.startswith("word/") and name.endswith(".xml"):
            used = document.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", name)
            assert set(used) <= there, name


def test_long_headline_is_set_smaller() -> None:
    sheet = sheet_of(NEWS.page, None)

    def title_size(words: int) -> str:
        root = etree.fromstring(styles.styles_part(NEWS, sheet, lang="x-none", headline_words=words))
        size = root.find(f"{W}style[@{W}styleId='Title']/{W}rPr/{W}sz")
        assert size is not None
        return str(size.get(f"{W}val"))

    assert (title_size(12), title_size(13)) == ("54", "44")


def test_condensed_cuts_are_families_with_their_fallbacks() -> None:
    table = styles.font_table(NEWS)

    for family in ("Noto Serif", "Noto Serif Condensed", "Noto Serif SemiCondensed"):
        assert f'<w:font w:name="{family}">' in table
    assert '<w:altName w:val="Noto Serif,Georgia,Times New Roman"/>' in table
    assert '<w:family w:val="modern"/><w:pitch w:val="fixed"/>' in table


def test_theme_offers_the_house_s_families_and_colours() -> None:
    theme = etree.fromstring(styles.theme(NEWS.replace(accent="#123456")))
    spaces = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}

    assert theme.xpath("//a:accent1/a:srgbClr/@val | //a:hlink/a:srgbClr/@val", namespaces=spaces) == ["123456"] * 2
    assert theme.xpath("//a:latin/@typeface", namespaces=spaces) == ["Noto Serif Condensed", "Noto Serif"]


def test_other_papers_keep_the_measure_while_their_margins_are_wide_enough() -> None:
    a4, letter, a5 = (page.sheet_of(NEWS.page, paper) for paper in ("a4", "letter", "a5"))

    assert letter.measure_pt == pytest.approx(a4.measure_pt)
    assert a5.measure_pt < a4.measure_pt
    assert a5.side_pt > 40


def test_another_house_style_reaches_every_style() -> None:
    crosshead = NEWS.role("crosshead").replace(colour="#00aa00", size_pt=20.0)
    roles = tuple((name, crosshead if name == "crosshead" else role) for name, role in NEWS.roles)

    document = written(full_article(), style=NEWS.replace(family="Example Serif", roles=roles, accent="#123456"))

    heading = "//w:style[@w:styleId='Heading1']/w:rPr"
    assert document.values(f"{heading}/w:color/@w:val | {heading}/w:sz/@w:val", "word/styles.xml") == ["00AA00", "40"]
    assert document.values("//w:style[@w:styleId='Hyperlink']//w:color/@w:val", "word/styles.xml") == ["123456"]
    assert not any(b"Noto" in part for name, part in document.parts.items() if name.startswith("word/"))
