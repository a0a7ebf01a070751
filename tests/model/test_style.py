"""House styles from TOML: what differs is taken, and what no style can have is refused with its name."""

from __future__ import annotations

import pytest

from converter.core.errors import UsageError
from converter.model.style import NEWS, parse_style


def test_style_says_only_what_differs() -> None:
    style = parse_style(
        b'name = "harbour"\naccent = "#003366"\n[page]\nside_pt = 96\n[roles.headline]\nsize_pt = 24\n'
        b"[rules.masthead]\nweight_pt = 0\n[cuts.display]\nweight = 700\n",
        "harbour.toml",
    )

    assert (style.name, style.accent, style.page.side_pt) == ("harbour", "#003366", 96)
    assert style.role("headline") == NEWS.role("headline").replace(size_pt=24)
    assert style.rule("masthead").weight_pt == 0
    assert style.cut("display").weight == 700
    assert style.role("body") == NEWS.role("body")


def test_empty_style_is_news_under_its_own_name() -> None:
    assert parse_style(b"", "mine.toml") == NEWS.replace(name="mine.toml")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("accent = 'blue'", "bad.toml: accent cannot be 'blue' (write a colour as #003366)"),
        ("accent = 3", "bad.toml: accent cannot be 3"),
        ("colour = '#000000'", "bad.toml: a style has no 'colour'"),
        ("roles = 3", "bad.toml: roles cannot be 3 (write [roles.NAME])"),
        ("page = 3", "bad.toml: page cannot be 3 (write [page])"),
        ("fallbacks = 3", "bad.toml: fallbacks cannot be 3 (a list of names)"),
        ("[roles.headlin]", "bad.toml: roles has no 'headlin'"),
        ("[roles.body]\nfont = 'x'", "bad.toml: roles.body has no 'font' (it has: cut, size_pt"),
        ("[roles.body]\ncut = 'heavy'", "bad.toml: roles.body.cut cannot be 'heavy' (there are: text, "),
        ("[roles.body]\nsize_pt = 0", "bad.toml: roles.body.size_pt cannot be 0 (a number from 0.5 to 288)"),
        ("[roles.body]\nindent_em = 100", "bad.toml: roles.body.indent_em cannot be 100 (a number from 0 to 10)"),
        ("[cuts.text]\nweight = 2000", "bad.toml: cuts.text.weight cannot be 2000 (a number from 100 to 900)"),
        ("[roles.body]\nsize_pt = -3", "bad.toml: roles.body.size_pt cannot be -3"),
        ("[roles.body]\nleading_pt = inf", "bad.toml: roles.body.leading_pt cannot be inf"),
        ("[roles.body]\nsize_pt = true", "bad.toml: roles.body.size_pt cannot be True"),
        ("[roles.body]\ncapitals = 1", "bad.toml: roles.body.capitals cannot be 1 (write true or false)"),
        ("[roles.body]\ncolour = '#12345'", "bad.toml: roles.body.colour cannot be '#12345'"),
        ("[page]\nside_pt = 280", "bad.toml: the sides leave 35.276 points for the text"),
        ("[page]\ntop_pt = 400\nbottom_pt = 400", "bad.toml: top and bottom leave 41.89 points for the text"),
        ("[page", "bad.toml: not TOML"),
    ],
)
def test_what_no_style_can_have_is_refused(content: str, line: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_style(content.encode(), "bad.toml")

    assert str(caught.value).startswith(line)
