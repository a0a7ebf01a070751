"""An entry of RSS, Atom or WordPress as a story; a feed of several as a container."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import converter
from converter.core.errors import UnreadableInput
from converter.formats.records import Context, Member, NoOptions, Source
from converter.model.article import Article
from converter.model.block import Figure, MediaReference, Paragraph
from converter.model.canonical import gate
from converter.model.head import Date, Party
from converter.model.words import plain_text
from converter.newsformats.dates import from_mail
from converter.readers.containers.feed import members
from converter.readers.feed.read import read
from converter.readers.feed.rss import iso
from converter.readers.feed.sniff import sniff
from converter.readers.feed.wordpress import with_paragraphs

WP = "http://wordpress.org/export/1.2/"


def rss(*items: str, channel: str = "<title>Post</title>") -> bytes:
    namespaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" '
        f'xmlns:wp="{WP}" xmlns:excerpt="{WP}excerpt/"'
    )
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {namespaces}><channel>{channel}{inner}</channel></rss>'.encode()


def atom(entry: str) -> bytes:
    return f'<entry xmlns="http://www.w3.org/2005/Atom">{entry}</entry>'.encode()


def read_it(source: bytes, lang: str | None = "en") -> tuple[Article, list[str]]:
    context = Context(Source("feed.xml", lang=lang))
    article = read(source, NoOptions(), context)
    gate(article)
    return article, [notice.code for notice in context.notices]


def found(source: bytes) -> list[Member]:
    return list(members(io.BytesIO(source), NoOptions(), Context(Source("feed.xml", lang="en"))))


def p(*content: Any) -> Paragraph:
    return Paragraph(content)


def test_content_is_the_body_and_the_description_its_summary() -> None:
    item = "<description>In short.</description><content:encoded>&lt;p&gt;One.&lt;/p&gt;</content:encoded>"

    article, _ = read_it(rss(item))

    assert article.body == (p("One."),)
    assert article.head.abstract is not None
    assert article.head.abstract.blocks == (p("In short."),)


def test_description_alone_is_the_body() -> None:
    article, _ = read_it(rss("<description>&lt;b&gt;One&lt;/b&gt;&lt;br&gt;two &amp;amp; three</description>"))

    assert plain_text(article.body) == "One\ntwo & three"
    assert article.head.abstract is None


def test_words_with_a_sign_that_is_no_markup_stay() -> None:
    article, codes = read_it(rss("<title>AT&amp;T &lt; IBM</title><description>x &lt; y</description>"))

    assert plain_text(article.head.headlines) == "AT&T < IBM"
    assert article.body == (p("x < y"),)
    assert codes == []


@pytest.mark.parametrize(
    ("item", "guid", "others"),
    [
        ("<guid>https://example.com/1</guid><link>https://example.com/1</link>", "https://example.com/1", []),
        ("<guid>77</guid><link>https://example.com/1</link>", "https://example.com/1", ["77"]),
        ('<guid isPermaLink="false">urn:x:1</guid><link>https://example.com/1</link>', "https://example.com/1",
         ["urn:x:1"]),
        ("<link>https://example.com/1</link>", "https://example.com/1", []),
        ("", None, []),
    ],
)  # fmt: skip
def test_identity_is_the_guid_or_the_link(item: str, guid: str | None, others: list[str]) -> None:
    article, _ = read_it(rss(f"<title>x</title>{item}"))

    assert article.guid == guid
    assert [altid.value for altid in article.head.altids] == others


def test_pictures_are_figures_and_other_files_are_kept() -> None:
    item = (
        '<title>x</title><enclosure url="https://example.com/a.jpg" type="image/jpeg" length="9"/>'
        '<enclosure url="https://example.com/a.zip" type="application/zip" length="9"/>'
        '<media:content url="https://example.com/b.mp4" type="video/mp4"><media:description>Fog</media:description>'
        "</media:content>"
    )

    article, codes = read_it(rss(item))

    assert article.body == (
        Figure((MediaReference("https://example.com/a.jpg", "image/jpeg", size_bytes=9),)),
        Figure((MediaReference("https://example.com/b.mp4", "video/mp4"),), ("Fog",)),
    )
    assert codes == ["kept-as-properties"]


def test_feed_says_who_publishes_in_which_language() -> None:
    channel = "<title>Post</title><link>https://example.com/</link><language>en-us</language><copyright>© P</copyright>"

    article, _ = read_it(rss("<title>x</title><author>Ann</author>", channel=channel), lang=None)

    assert article.lang == "en-us"
    assert article.head.parties == (
        Party("Post", "provider", uri="https://example.com/"),
        Party("Ann", "creator"),
    )
    assert plain_text(article.head.rights) == "© P"


def test_wordpress_draft_is_withheld() -> None:
    assert read_it(rss("<title>x</title><wp:status>draft</wp:status>"))[0].status == "withheld"


def test_atom_text_is_of_the_kind_that_it_says() -> None:
    article, _ = read_it(
        atom(
            "<title>a &lt;b&gt;</title><id>urn:x:1</id><summary type='html'>&lt;i&gt;c&lt;/i&gt;</summary>"
            "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>d</p></div></content>"
            "<updated>2024-05-23T07:00:00Z</updated>"
        )
    )

    assert plain_text(article.head.headlines) == "a <b>"
    assert article.body == (p("d"),)
    assert article.head.dates == (Date("modified", "2024-05-23T07:00:00Z"),)


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("Wed, 22 May 2024 18:30:00 +0100", "2024-05-22T18:30:00+01:00"),
        ("22 May 2024 18:30:00 GMT", "2024-05-22T18:30:00Z"),
        ("22 May 24 18:30 EST", "2024-05-22T18:30:00-05:00"),
        ("22 May 2024 18:30:00", "2024-05-22T18:30:00"),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_of_mail_are_ours_with_their_zone(said: str, date: str | None) -> None:
    assert from_mail(said) == date


def test_dates_with_a_blank_are_ours() -> None:
    assert iso("2024-05-22 18:30:00") == "2024-05-22T18:30:00"
    assert iso("yesterday") is None


def test_date_that_is_none_is_kept() -> None:
    article, codes = read_it(rss("<title>x</title><pubDate>soon</pubDate>"))

    assert plain_text(article.head.properties) == "soon"
    assert codes == ["kept-as-properties"]


def test_each_entry_is_a_source_with_what_the_feed_says() -> None:
    source = rss("<title>a</title>", "<title>b</title><wp:post_type>attachment</wp:post_type>", "<title>c</title>")

    first, second = found(source)

    assert [converter.read(each.content, name="a.xml").head.parties[0].name for each in (first, second)] == ["Post"] * 2
    assert second.passed == ("a WordPress attachment, which is no story",)


def test_read_all_gives_the_stories_of_a_feed() -> None:
    source = rss("<title>a</title>", "<title>b</title>")

    assert [plain_text(each.head.headlines) for each in converter.read_all(source, name="f.rss")] == ["a", "b"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (rss(), "no feed with an entry"),
        (rss("<title>a</title>", "<title>b</title>"), "feed of 2 entries"),
        (b"<rss>", "not well-formed"),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', 'declares entity "a"'),
    ],
)
def test_what_is_no_entry_is_refused(source: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read_it(source)


def test_feed_is_known_by_its_root() -> None:
    assert sniff(rss())
    assert sniff(atom(""))
    assert not sniff(b"<html/>")


CLASSIC = """First with <a href="https://x.example">a link</a>.
A line below.

Second <em>here</em>.

<blockquote>Quoted.

More.</blockquote>
<ul>
<li>one</li>
</ul>
<pre>a

b</pre>

Last."""


def body_of(post: str, more: str = "<wp:post_type>post</wp:post_type>") -> tuple[str, ...]:
    article, _ = read_it(rss(f"<content:encoded><![CDATA[{post}]]></content:encoded>{more}"))
    return tuple(plain_text(block) for block in article.body)


def test_paragraphs_of_a_post_are_where_wordpress_shows_them() -> None:
    assert body_of(CLASSIC) == (
        "First with a link.\nA line below.",
        "Second here.",
        "Quoted.More.",
        "one",
        "a\n\nb",
        "Last.",
    )
    assert body_of(CLASSIC, "")[0] == "First with a link. A line below. Second here."


def test_blocks_of_a_post_have_their_own_tags() -> None:
    block = "<!-- wp:paragraph {} --><p>A\n\nb.</p><!-- /wp:paragraph -->"

    assert body_of(f"{block}\n\n<!-- wp:more /-->\n\n{block}") == ("A b.", "A b.")
    assert body_of(f"Typed <b>above</b>.\n\nAnd more.\n\n{block}") == ("Typed above.", "And more.", "A b.")


@given(st.text("<>!-/ \nab", max_size=60))
def test_no_word_of_a_post_changes(post: str) -> None:
    made = with_paragraphs(post)

    assert "".join(made.replace("<p>", "").replace("<br>", "").split()) == "".join(post.split())


def test_language_and_direction_are_told_by_the_words_where_the_feed_does_not() -> None:
    words = "أعلنت إدارة الميناء يوم الأربعاء أن الجسر فوق الخليج فتح من جديد بعد أحد عشر شهرا من إغلاقه."

    article, codes = read_it(rss(f"<title>الجسر</title><description>{words}</description>"), lang=None)

    assert (article.lang, article.dir) == ("ar", "rtl")
    assert codes == ["language-detected"]
