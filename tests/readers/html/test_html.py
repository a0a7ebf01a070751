"""Pages: what is found in them, what is kept of them, and what hostile ones get."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import converter
from converter import model
from converter.core.errors import ConverterError, InternalError, LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.model import canonical
from converter.model.article import Article
from converter.model.words import plain_text
from converter.render.visible_text import printed_texts
from converter.testing import check_reader
from tests.articles import full_article
from tests.strategies import articles
from tests.tree import ROOT

PROSE = "The harbour board said on Thursday that the old crane would be taken down before the autumn storms begin."


def page(body: str, head: str = "", lang: str = "en") -> bytes:
    """Return a page in UTF-8."""
    start = f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head>'
    return f"{start}<body>{body}</body></html>".encode()


def read(source: bytes, **options: object) -> Article:
    """Return the article of a page."""
    return converter.read(source, name="page.html", settings={f"html.{name}": value for name, value in options.items()})


def furniture(article: Article) -> dict[str, str]:
    """Return kind of furniture → its words."""
    return {block.kind: plain_text(block) for block in article.body if isinstance(block, model.Furniture)}


def test_reader_keeps_the_contract() -> None:
    sources = [path.read_bytes() for path in sorted((ROOT / "tests" / "cases" / "html").glob("*/input.htm*"))]

    assert len(sources) >= 5
    check_reader(converter.formats.registry.find_reader("html"), sources)


def test_white_space_collapses_as_in_a_browser() -> None:
    made = read(page(f"<h1>A</h1><p>{PROSE}  It is <b> old </b>,\n <i>very</i>&nbsp; old.<br>\n And tall. </p>"))

    paragraph = next(block for block in made.body if isinstance(block, model.Paragraph))
    assert plain_text(paragraph).endswith("begin. It is old , very\xa0 old.\nAnd tall.")
    assert model.LineBreak() in paragraph.content


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<nav>Home</nav>", "navigation"),
        ('<div class="cookie-consent">We use cookies.</div>', "consent"),
        ('<div id="comments"><p>First!</p></div>', "comments"),
        ('<div class="paywall">Subscribe to read on.</div>', "subscribe"),
        ('<div style="display: none">Never seen.</div>', "hidden"),
        ('<div class="ads">Buy boats.</div>', "advertisement"),
        ("<select><option>English</option></select>", "form"),
    ],
)
def test_what_is_not_the_story_is_kept_as_furniture(markup: str, kind: str) -> None:
    made = read(page(f"{markup}<article><h1>The crane goes</h1><p>{PROSE}</p><p>{PROSE}</p></article>"))

    assert kind in furniture(made)
    assert list(printed_texts(made)) == ["The crane goes", PROSE, PROSE]


@pytest.mark.parametrize("name", ["comments", "sidebar", "share", "ads", "footer"])
def test_a_name_does_not_make_furniture_of_the_only_story(name: str) -> None:
    made = read(page(f'<div class="{name}"><p>{PROSE}</p><p>{PROSE}</p></div>'))

    assert list(printed_texts(made)) == [PROSE, PROSE]


def test_whole_page_may_be_the_story() -> None:
    assert "Home" in "".join(printed_texts(read(page(f"<nav>Home</nav><p>{PROSE}</p>"), story="all")))


def test_the_only_article_of_a_page_is_the_story_however_short() -> None:
    story = "<h1>A</h1><p>The bridge is open again, at last.</p><p>It cost four crowns.</p>"

    made = read(page(f"<header>Today</header><article>{story}</article>"))

    paragraphs = [plain_text(block) for block in made.body if isinstance(block, model.Paragraph)]
    assert paragraphs == ["The bridge is open again, at last.", "It cost four crowns."]


def test_rest_of_a_paragraph_in_a_ruby_that_nobody_closed_is_kept() -> None:
    made = read(page(f"<p>{PROSE} <ruby>森<rp>(</rp><rt>もり</rt><rp>)</rp></rub>さんは話した。</p><p>{PROSE}</p>"))

    assert "さんは話した。" in plain_text(made)


def test_rows_in_a_caption_that_nobody_closed_are_kept() -> None:
    rows = "<tr><th>Year</th><th>Cranes</th></tr><tr><td>1960</td><td>nine</td></tr>"
    made = read(page(f"<p>{PROSE}</p><table><caption>In the h<div>arbour</caption>{rows}</table><p>{PROSE}</p>"))

    assert all(word in plain_text(made) for word in ("arbour", "Year", "nine"))


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<p>It is open.</p>", ["It is open."]),
        ("It <b>is</b> open.", ["It is open."]),
        ("<div>It is open.<br><br>It was dear.</div>", ["It is open.", "It was dear."]),
        (
            f"<p>Above</p><p>{PROSE}</p><h2>Works of May</h2><ul><li>one</ul><p>Last",
            ["Above", PROSE, "Works of May", "one", "Last"],
        ),
        (f"<header><h1>A</h1></header><p>{PROSE}</p><ol><li>A note", [PROSE, "A note"]),
    ],
)
def test_document_without_a_site_around_it_is_the_story_whole(body: str, printed: list[str]) -> None:
    made = read(body.encode())

    assert [plain_text(block) for block in made.body if not isinstance(block, model.Furniture)] == printed


@pytest.mark.parametrize(
    "of_a_site",
    ['<a href="/">Home</a>', "<nav>Home</nav>", "<script>load()</script>", "<div class=comments>First!</div>"],
)
def test_page_of_a_site_with_little_text_has_no_story(of_a_site: str) -> None:
    made = read(page(f"<div>Loading</div><div>{of_a_site}</div>"))

    assert all(isinstance(block, model.Furniture) for block in made.body)


def test_page_without_a_story_says_so() -> None:
    done = converter.convert(page('<ul><li><a href="/1">One</a></li></ul>'), [], name="page.html")

    assert "story-not-found" in [notice.code for notice in done.notices]
    assert plain_text(done.article) == "One"


def test_headline_is_the_one_that_the_page_shows() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Crane to go"})
    made = read(page(
        f"<h1>The Sample</h1><h1>Old crane to go before the storms</h1><p>{PROSE}</p>",
        "<title>Old crane to go before the storms | The Sample</title>"
        '<meta property="og:site_name" content="The Sample">'
        f'<script type="application/ld+json">{data}</script>',
    ))  # fmt: skip

    headline = made.head.headline()
    assert headline is not None
    assert (plain_text(headline), headline.inferred) == ("Old crane to go before the storms", "html-headline")


def test_title_is_the_headline_where_none_is_shown_and_loses_the_name_of_the_site() -> None:
    made = read(
        page(
            f"<p>{PROSE}</p>",
            '<title>Crane to go – The Sample</title><meta property="og:site_name" content="The Sample">',
        )
    )

    headline = made.head.headline()
    assert headline is not None
    assert (plain_text(headline), headline.inferred) == ("Crane to go", "html-title")


@pytest.mark.parametrize(
    "block", ["{", '{"@type": "NewsArticle"', "[" * 5000 + "]" * 5000, '{"a": 1' + "0" * 9000 + "}", "null", ""]
)
def test_broken_data_costs_no_story(block: str) -> None:
    made = read(page(f"<p>{PROSE}</p>", f'<script type="application/ld+json">{block}</script>'))

    assert list(printed_texts(made)) == [PROSE]


def test_data_of_any_shape_is_no_crash() -> None:
    for value in (3, None, [], {}, [[["x"]]], {"name": {"name": ["Ada", 3, None]}}, True):
        data = json.dumps(
            {"@type": ["NewsArticle", 4], "author": value, "headline": value, "datePublished": value, "keywords": value}
        )
        read(page(f"<p>{PROSE}</p>", f'<script type="application/ld+json">{data}</script>'))


def test_links_are_resolved_against_what_the_page_declares() -> None:
    made = read(page(
        f'<p>{PROSE} See <a href="b?c=1&amp;d=2">there</a> and <a href="//other.example/x">here</a>.</p>',
        '<link rel="canonical" href="https://sample.example/news/story.html"><base href="/archive/">',
    ))  # fmt: skip

    links = [value.href for value in model.walk(made.body) if isinstance(value, model.Link)]
    assert links == ["https://sample.example/archive/b?c=1&d=2", "https://other.example/x"]
    assert made.guid == "https://sample.example/news/story.html"


def test_picture_beside_the_page_is_kept_and_one_outside_its_folder_never(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "pages"
    folder.mkdir()
    png = (ROOT / "docs" / "images" / "night-ferry.png").read_bytes()
    (folder / "in.png").write_bytes(png)
    (folder.parent / "out.png").write_bytes(png)
    (folder / "page.html").write_bytes(
        page(f'<p>{PROSE}</p><p>{PROSE}</p><img src="in.png" alt="A page"><img src="../out.png"><p>{PROSE}</p>')
    )

    done = converter.convert(str(folder / "page.html"), [])

    figures = [block for block in done.article.body if isinstance(block, model.Figure)]
    assert [figure.media[0].sha256 is not None for figure in figures] == [True, False]
    assert list(done.media.values()) == [png]


@pytest.mark.parametrize("declared", ["utf-8", "windows-1251", "koi8-r", "utf-16", "x-unknown"])
def test_declared_charset_is_believed_only_where_it_fits(declared: str) -> None:
    words = "Старый кран в порту снимут до осенних штормов, сообщила в четверг администрация."
    text = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    codec = declared if declared in ("windows-1251", "koi8-r") else "utf-8"

    assert "Старый кран" in plain_text(read(text.encode(codec)))


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "shift_jis", "gbk"])
def test_page_that_was_saved_as_utf8_is_read_so_whatever_it_declares(declared: str) -> None:
    text = f'<html><head><meta charset="{declared}"></head><body><p>Vœux où “déjà” à l’été. {PROSE}</p></body></html>'
    done = converter.convert(text.encode(), [], name="page.html")

    assert "Vœux où “déjà” à l’été." in plain_text(done.article)
    assert "charset-declared-wrong" in [notice.code for notice in done.notices]


def test_few_bytes_that_are_no_text_are_replaced_with_a_notice() -> None:
    source = page(f"<p>{PROSE}</p>" * 20).replace(b"crane", b"cr\xffne", 1)
    done = converter.convert(source, [], name="page.html")

    assert "bytes-replaced" in [notice.code for notice in done.notices]
    assert "cr\ufffdne" in plain_text(done.article)


@pytest.mark.parametrize(
    "source",
    [
        b"<html>" + b"<div>" * 5000 + b"x",
        b"<html><p " + b" ".join(b'a%d="1"' % at for at in range(400)) + b">x</p>",
    ],
)
def test_page_that_is_too_deep_or_wide_is_refused(source: bytes) -> None:
    with pytest.raises(LimitExceeded):
        read(source)


def test_limit_of_elements_counts() -> None:
    with pytest.raises(LimitExceeded):
        converter.read(page("<p>x</p>" * 50), name="page.html", limits=Limits().replace(xml_elements=40))


@pytest.mark.parametrize("source", [b"<html><script>x</script></html>", b"<!doctype html>", b"<html>&nbsp;</html>"])
def test_page_without_words_is_refused(source: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read(source)


TAGS = (
    "p div b table tr td ul li ruby rt rp pre script figure figcaption svg select option blockquote h1 noscript q title"
)
FRAGMENTS = st.sampled_from(
    [f"<{slash}{tag}>" for tag in TAGS.split() for slash in ("", "/")]
    + ["<a href=x>", "</a>", "<br>", "<img src=y>", "&nbsp;", "&#1;", "&amp;", "<!-- -->", "<time datetime=2024>"]
)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.lists(FRAGMENTS | st.text(max_size=12) | st.just(PROSE), max_size=30))
def test_any_tag_soup_gives_an_article_that_has_all_its_words_or_a_clear_error(pieces: list[str]) -> None:
    source = f"<html><body>{' '.join(pieces)}".encode("utf-8", "replace")
    try:
        read(source)
    except InternalError:
        raise
    except ConverterError:
        pass


# ── What we wrote comes back ────────────────────────────────────────────────


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(articles())
def test_page_of_ours_comes_back_as_the_identical_article(article: Article) -> None:
    assume(plain_text(article).strip())
    whole = converter.convert(canonical.serialise(article.replace(guid="urn:x:1")), ["html"], name="a.xml")
    back = converter.convert(whole.outputs["html"], [], name="a.html")

    assert back.article == whole.article
    assert back.canonical == whole.canonical


def test_page_of_ours_that_was_edited_is_read_as_it_is_now() -> None:
    article = full_article()
    made = converter.write(article, "html")
    head, body = made.split(b"<body>")
    assert b"Reopens" in body
    edited = head + b"<body>" + body.replace(b"Reopens", b"Burns")
    done = converter.convert(edited, [], name="a.html")

    codes = [notice.code for notice in done.notices]
    assert "carried-changed" in codes
    assert done.article.guid == article.guid
    assert "Burns" in plain_text(done.article)


@pytest.mark.parametrize(("before", "after"), [(b'data-sha256="', b'data-sha256="0'), (b'data-encoding="base64"', b"")])
def test_canonical_form_that_was_damaged_is_not_believed(before: bytes, after: bytes) -> None:
    made = converter.write(full_article(), "html")
    damaged = (
        made.replace(before, after, 1)
        if b"sha" in before
        else made.replace(b"</script>\n</head>", b"!</script></head>")
    )
    done = converter.convert(damaged, [], name="a.html")

    assert "carried-damaged" in [notice.code for notice in done.notices]


def heads(source: bytes) -> tuple[str, list[str], str | None]:
    """Return the page's byline, its creators and the day it was published on."""
    head = read(source).head
    published = next((date.value for date in head.dates if date.kind == "published"), None)
    creators = [party.name for party in head.parties if party.role == "creator"]
    return " / ".join(plain_text(byline.content) for byline in head.bylines), creators, published and published[:10]


STORY = f"<p>{PROSE} {PROSE}</p><p>{PROSE}</p>"


@pytest.mark.parametrize(
    ("head", "line", "byline", "names"),
    [
        # Data and page say the same: the line as printed.
        (
            '<meta name="author" content="Ann Sample">',
            "<p>By Ann Sample, Daily Sample</p>",
            "By Ann Sample, Daily Sample",
            ["Ann Sample"],
        ),
        # The line says more than who wrote it.
        (
            '<meta name="author" content="Ann Sample">',
            "<p>by Ann Sample - 3 May 2021, 8:02 pm</p>",
            "by Ann Sample",
            ["Ann Sample"],
        ),
        (
            '<meta name="author" content="Ann Sample">',
            "<p>Tuesday 3 May 2021 by Ann Sample</p>",
            "by Ann Sample",
            ["Ann Sample"],
        ),
        # The name in another name, or in a sentence, is no byline.
        (
            '<meta name="author" content="Sample News">',
            "<p>Why you can trust Sample News</p>",
            "Sample News",
            ["Sample News"],
        ),
        ('<meta name="author" content="AP">', "<p>Wednesday, April 7 of 2021</p>", "AP", ["AP"]),
        # Only the page itself says so.
        ("", '<p class="byline">Ann Sample</p>', "Ann Sample", ["Ann Sample"]),
        ("", '<p>By <a rel="author" href="/a">Ann Sample</a></p>', "By Ann Sample", ["Ann Sample"]),
        ("", '<div>by</div><div><a class="author-name">Bo Muster</a></div>', "by Bo Muster", ["Bo Muster"]),
        (
            "",
            '<span class="post-author">Von Ann Sample und Bo Muster</span>',
            "Von Ann Sample und Bo Muster",
            ["Ann Sample", "Bo Muster"],
        ),
        # Machines are told of the site or of an editor, readers of the author.
        (
            '<meta name="author" content="Sample Post"><meta property="og:site_name" content="Sample Post">',
            '<p class="byline">By Ann Sample</p>',
            "By Ann Sample",
            ["Ann Sample"],
        ),
        (
            '<meta name="author" content="Ed Editor">',
            '<p class="byline">By Ann Sample</p>',
            "By Ann Sample",
            ["Ann Sample"],
        ),
        # An account or an address is nobody's name.
        (
            '<meta name="author" content="admin"><meta property="article:author" content="https://social.example/sample">',
            "",
            "",
            [],
        ),
        (
            '<meta name="author" content="Ann Sample, Bo Muster and Cy Probe">',
            "",
            "Ann Sample, Bo Muster, Cy Probe",
            ["Ann Sample", "Bo Muster", "Cy Probe"],
        ),
    ],
)
def test_byline_is_the_line_with_the_names(head: str, line: str, byline: str, names: list[str]) -> None:
    made = heads(page(f"<article><h1>The old crane goes</h1>{line}{STORY}</article>", head))

    assert made[:2] == (byline, names)


def test_people_of_comments_and_teasers_wrote_nothing() -> None:
    others = '<div class="comments"><a rel="author">Troll</a></div>'
    others += '<div class="related"><span class="byline">By Cy Probe</span></div>'

    assert heads(page(f"<article><h1>The old crane goes</h1>{STORY}</article>{others}"))[:2] == ("", [])


@pytest.mark.parametrize(
    ("block", "names"),
    [
        (
            {
                "@graph": [
                    {"@type": "NewsArticle", "author": {"@id": "#a"}},
                    {"@id": "#a", "@type": "Person", "name": "Ann Sample"},
                ]
            },
            ["Ann Sample"],
        ),
        (
            [
                {"@type": "WebPage", "name": "x", "author": "Site"},
                {"@type": "NewsArticle", "author": [{"name": "Ann Sample"}]},
            ],
            ["Ann Sample"],
        ),
        (
            [
                {"@type": "Recipe", "name": "x", "author": "Cook", "cookTime": "PT1H"},
                {"@type": "Article", "author": "Ann Sample"},
            ],
            ["Ann Sample"],
        ),
        ([{"@type": "NewsArticle", "headline": "x"}, {"@type": "WebPage", "author": "Ann Sample"}], ["Ann Sample"]),
    ],
)
def test_data_of_the_story_come_before_those_of_what_stands_beside_it(block: object, names: list[str]) -> None:
    script = f'<script type="application/ld+json">{json.dumps(block)}</script>'

    assert heads(page(f"<h1>The old crane goes</h1>{STORY}", script))[1] == names


@pytest.mark.parametrize(
    "block",
    [
        '<!-- {"@type": "NewsArticle", "author": "Ann Sample", "datePublished": "2021-05-03"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "author": "Ann Sample", "datePublished": "2021-05-03",}\n//]]>',
        '{"@type": "NewsArticle", "x": "a "b" c", "author": {"name": "Ann Sample"}, "datePublished": "2021-05-03"}',
    ],
)
def test_data_that_are_broken_say_what_they_can(block: str) -> None:
    script = f'<script type="application/ld+json">{block}</script>'

    assert heads(page(f"<h1>The old crane goes</h1>{STORY}", script)) == ("Ann Sample", ["Ann Sample"], "2021-05-03")


@pytest.mark.parametrize(
    ("head", "line", "day"),
    [
        ('<meta property="article:published_time" content="0001-01-01T00:00:00Z">', "<p>3 May 2021</p>", "2021-05-03"),
        ("", "<p>Updated 5 May 2021, published 3 May 2021</p>", "2021-05-03"),
        ("", '<p><abbr title="2021-05-03T10:00:00Z">an hour ago</abbr></p>', "2021-05-03"),
        ("", "<figure><figcaption>The crane on 9 April 2019</figcaption></figure><p>3 May 2021</p>", "2021-05-03"),
        ('<link rel="canonical" href="https://a.example/world/2021/europe/05/03/crane">', "", "2021-05-03"),
        ("", "<p>5/3/2021</p>", None),
    ],
)
def test_date_is_the_one_of_the_story(head: str, line: str, day: str | None) -> None:
    assert heads(page(f"<p>Today is 1 June 2022</p><h1>The old crane goes</h1>{line}{STORY}", head))[2] == (
        day or "2022-06-01"
    )


@pytest.mark.parametrize(
    ("head", "shown", "headline"),
    [
        (
            "<title>Old crane goes - Sample Post</title>",
            "<header><h1>Sample Post</h1></header><h4>Old crane goes</h4>",
            "Old crane goes",
        ),
        (
            '<title>What crane? Photos</title><link rel="canonical" href="https://www.sample.example/a">',
            "<h1>Sample</h1>",
            "What crane? Photos",
        ),
        (
            "<title>Crane, harbour, photos: what we know of it</title>",
            '<h1 class="article-title">The old harbour crane goes: what we know</h1>',
            "The old harbour crane goes: what we know",
        ),
        ("<title>港口的旧起重机被拆除-样报网</title>", "", "港口的旧起重机被拆除"),
        (
            "<title>旧港口起重机 秋天前拆除 : 样报新闻</title>",
            "<h1>旧港口起重机 秋天前拆除（图）</h1>",
            "旧港口起重机 秋天前拆除（图）",
        ),
    ],
)
def test_headline_is_no_name_of_the_site(head: str, shown: str, headline: str) -> None:
    made = read(page(f"{shown}{STORY}", head)).head.headlines

    assert [plain_text(each.content) for each in made] == [headline]


@pytest.mark.parametrize(
    "story",
    [
        # Each paragraph is called a paywall, and the story is behind them.
        f"<article><p>{PROSE}</p>" + f'<p class="paywall">{PROSE}</p>' * 6 + "</article>",
        # The second half of it folds up below a button.
        f'<article><p>{PROSE}</p><p>{PROSE}</p><div class="read-more"><p>{PROSE}</p><p>{PROSE}</p></div></article>',
        # A picture parts it into sections, of which the first has nearly all.
        "<article>"
        + f'<section class="part first">{f"<p>{PROSE}</p>" * 30}</section><figure><img src="a.png"></figure>'
        + f'<section class="part last">{f"<p>{PROSE}</p>" * 4}</section></article>',
    ],
)
def test_all_parts_of_a_story_are_found(story: str) -> None:
    teaser = '<div class="related"><p><a href="/b">Another crane, elsewhere, has been there for longer.</a></p></div>'
    made = read(page(story + teaser))
    paragraphs = [block for block in made.body if isinstance(block, model.Paragraph)]

    assert len(paragraphs) == story.count("<p")
    assert "related" in furniture(made)


def test_address_of_the_page_that_xml_cannot_hold_is_none() -> None:
    made = read(page(f'<p><a href="/b">{PROSE}</a></p>', '<meta property="og:url" content="https://a\uffff.example/">'))

    assert "\uffff" not in canonical.serialise(made.replace(guid="urn:x:1")).decode()
