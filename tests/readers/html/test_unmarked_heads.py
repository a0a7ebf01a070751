"""Headline, authors and date of pages that tell machines little: what the rules for what readers see find."""

from __future__ import annotations

import pytest

from converter import model
from converter.model.words import plain_text
from converter.readers.html.persons import is_house, is_like_person, may_be_name
from tests.readers.html.test_html import PROSE, STORY, furniture, heads, page, read

CHINESE = f"<p>{'港口的旧起重机将在明年被拆除，' * 6}港务局表示。</p>"


def story(above: str = "", below: str = "", behind: str = "") -> str:
    """Return a page's body: headline, story and what stands around them."""
    return f"<article>{above}<h1>The old crane goes</h1>{below}{STORY}{behind}</article>"


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        # Machines are told of the house, and readers of a person.
        (
            '<meta name="author" content="example.com">',
            story(below="<p>Von Ann Beispiel, Hafenstadt</p>"),
            ["Ann Beispiel"],
        ),
        (
            '<meta name="author" content="Sample Verlag GmbH">',
            story(below='<p class="autoren">Bo Muster</p>'),
            ["Bo Muster"],
        ),
        (
            '<meta name="author" content="SAMPLE ONLINE"><link rel="canonical" href="https://www.sample.example/a">',
            story(behind='<p class="story-autoren">Von Ann Beispiel</p>'),
            ["Ann Beispiel"],
        ),
        # The house is nobody's name where only a `<meta>` for the whole site says it.
        ('<meta name="author" content="Sample Post Ltd.">', story(), []),
        # A break parts the name from the job and the outlet.
        ("", story(below="<div>By: <a>Ann Sample</a><br>SNN Executive News Editor</div>"), ["Ann Sample"]),
        ("", story(below='<p class="byline">Ann Sample<br>The Sample</p>'), ["Ann Sample"]),
        ("", story(below='<p class="byline">By<br>Ann Sample<br>Bo Muster</p>'), ["Ann Sample", "Bo Muster"]),
        # A label behind a date, or in the midst of a line.
        ("", story(below="<p>11.05.2021, 10:22 von annsample</p>"), ["annsample"]),
        ("", story(below="<p>2/26/2021 7:11 AM PST BY ANN SAMPLE</p>"), ["ANN SAMPLE"]),
        ("", story(below="<p>3 May 2021 | Author: Ann Sample (as)</p>"), ["Ann Sample"]),
        ("", story(above="<p>Ein Artikel von Ann Beispiel 06.05.2021</p>"), ["Ann Beispiel"]),
        # A name before a date, or alone beside one.
        ("", story(below="<p>Анна Примерова 15.08.2021, 14:10</p>"), ["Анна Примерова"]),
        ("", story(below="<p>Ann Sample</p><p>3 May 2021</p>"), ["Ann Sample"]),
        ("", story(below="<p>Episode Description:</p><p>3 May 2021</p>"), []),
        ("", story(below="<p>New York 3 May 2021</p>"), []),
        # Behind the story, in what is called a footer.
        (
            "",
            story(behind='<footer><span class="post-author">Posted by Ann Sample at 5:11 AM</span></footer>'),
            ["Ann Sample"],
        ),
        ("", story(behind='<div class="post-footer">Gespeichert von anna am 24. Juli 2021 - 18:55</div>'), ["anna"]),
        ("", story(behind='<div class="entry-footer">Ann Sample | 29.07.2021</div>'), ["Ann Sample"]),
        ("", story(behind='<div class="post-footer">Edited by Ed Editor</div>'), []),
        # A link to a person's own page.
        ("", story(below='<div><a href="/authors/ann-sample/">Ann Sample</a></div>'), ["Ann Sample"]),
        ("", story(below='<div><a href="/authors/">All Authors</a></div>'), []),
        # Chinese pages, by label.
        ("", story(below="<p>2021-05-03 12:11 来源：样报 作者：李样本</p>"), ["李样本"]),
        ("", story(below="<p>样报记者 张样本 王样例</p>"), ["张样本", "王样例"]),
        ("", story(below="<p>作者：未知 责任编辑：某某</p>"), []),
        ("", f"<h1>旧起重机</h1><p>样报讯（记者 李样本）{'港口的旧起重机将被拆除，' * 16}</p>", ["李样本"]),
        # A line of the story that signs it, below paragraphs that sum it up.
        ("", f"<h1>旧起重机</h1>{CHINESE * 2}<p>《样报》作者 李样</p>{CHINESE * 3}", ["李样"]),
        ("", f"<h1>旧起重机</h1>{CHINESE * 2}<p>他见到了这本书的作者 李样，说起了往事。</p>{CHINESE * 3}", []),
        # Korean ones, where the label stands behind the name.
        ("", story(below="<p>김견본 기자</p>"), ["김견본"]),
        (
            "",
            f"<h1>낡은 크레인</h1><p>[서울=견본통신] 김견본 기자 = {'항구의 낡은 크레인이 철거된다. ' * 12}</p>",
            ["김견본"],
        ),
        ("", story(behind="<p>김견본 칼럼니스트 <a>sample@sample.example</a></p>"), ["김견본"]),
        ("", story(below="<div>Submitted by <span>annsample</span> on Mon, 2021-05-03 10:00</div>"), ["annsample"]),
        ("", story(below="<p>Piše: Ana Primjer</p>"), ["Ana Primjer"]),
        ("", story(below='<p class="firma">Ana Ejemplo</p>'), ["Ana Ejemplo"]),
        # Who is called otherwise than the author has another part in it.
        (
            "",
            story(below='<p class="author-name">Ann Sample</p><p class="author-of-pictures">Bo Muster</p>'),
            ["Ann Sample"],
        ),
        # The place around them names more.
        (
            "",
            story(
                below='<p class="byline">By <a class="author">Ann Sample</a>, <a class="author">Bo Test</a>, Cy Try</p>'
            ),
            ["Ann Sample", "Bo Test", "Cy Try"],
        ),
    ],
)
def test_author_is_whom_readers_see(head: str, body: str, names: list[str]) -> None:
    assert heads(page(body, head))[1] == names


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        # Years of two figures, in lines that are there for a date.
        ("", story(below="<p>8.5.21</p>"), "2021-05-08"),
        ("", story(below="<p>12 jan 21 | 5h27</p>"), "2021-01-12"),
        # The story opens with its date, as a wire's does.
        ("", "<h1>The old crane goes</h1><p>May 3, 2021 -- " + STORY.removeprefix("<p>"), "2021-05-03"),
        # In the story's own lines, above what the top of the page says.
        (
            "",
            "<p>1 June 2022</p>" * 6 + f"<h1>The old crane goes</h1><p>{PROSE} {PROSE}</p><div>3 May 2021</div>{STORY}",
            "2021-05-03",
        ),
        # The last change is not the first day, whatever stands first.
        ("", story(below='<p><span class="updated">2021-06-01</span> May 3, 2021</p>'), "2021-05-03"),
        ("", story(below='<time datetime="2021-06-01T10:00:00Z">Publié le 3 mai 2021</time>'), "2021-05-03"),
        # Shown without a year, which the last change says.
        (
            '<meta itemprop="dateUpdate" content="2021-05-03 12:00:57">',
            story(below="<p>发布时间：05-0312:00</p>"),
            "2021-05-03",
        ),
        # Names of a `<meta>` that no list has.
        ('<meta name="apub:time" content="2021-5-3 21:30:50">', story(), "2021-05-03"),
        ('<meta name="sample:publication-date" content="2021-05-03">', story(), "2021-05-03"),
        # A part of the page's title; a label above it; behind the story.
        ("<title>The old crane goes | Sample | 03.05.2021</title>", story(), "2021-05-03"),
        ("", story(behind="<aside><dl><dt>Datum</dt><dd>03.05.2021</dd></dl></aside>"), "2021-05-03"),
        ("", story(behind="<footer>Von Ann Beispiel am 03.05.2021, 11:51</footer>"), "2021-05-03"),
        # A long first paragraph in a script without blanks is no line with a date.
        (
            "",
            f"<h1>旧起重机</h1><p>2021年2月27日下午，{'港口的旧起重机将被拆除，' * 12}</p><p>发布日期：2021-05-03</p>",
            "2021-05-03",
        ),
    ],
)
def test_date_is_found_where_readers_see_it(head: str, body: str, day: str) -> None:
    assert heads(page(body, head, lang="en-GB"))[2] == day


def test_address_that_the_caller_gives_has_the_date_too() -> None:
    made = read(page(story()), base="https://sample.example/2021/05/03/crane").head.dates

    assert [date.value for date in made] == ["2021-05-03"]


@pytest.mark.parametrize(
    ("head", "shown", "headline"),
    [
        # Machines are told something else; the address, or its place, says which heading it is.
        (
            '<title>What our readers say</title><link rel="canonical" href="https://a.example/the-old-crane-goes-at-last">',
            "<h1>Section of the day</h1><h2>The old crane goes at last</h2>",
            "The old crane goes at last",
        ),
        ("<title>crane-2021-autumn</title>", "<h1>The harbour loses its crane</h1>", "The harbour loses its crane"),
        # No heading at all: a line with which the title begins, or one that is called the headline.
        (
            "<title>港口的旧起重机将在秋天前被拆除 样报社</title>",
            "<div>港口的旧起重机将在秋天前被拆除</div>",
            "港口的旧起重机将在秋天前被拆除",
        ),
        (
            "<title>News from the Sample Press</title>",
            '<p><span class="headline">Harbour loses crane</span></p>',
            "Harbour loses crane",
        ),
        # Who is quoted is not it, though the site bears the name.
        ("<title>Ann Sample</title>", "<h1>The old crane goes</h1><p>– Ann Sample</p>", "The old crane goes"),
    ],
)
def test_headline_is_the_one_right_above_the_story(head: str, shown: str, headline: str) -> None:
    made = read(page(f"{shown}{STORY}", head)).head.headlines

    assert [plain_text(each.content) for each in made] == [headline]


def test_how_a_part_is_shown_says_nothing_of_what_it_is() -> None:
    comments = f'<div class="comments"><p>{PROSE} {PROSE} {PROSE}</p></div>'
    made = read(page(f'<div class="d-print-none hidden-xs"><h1>The crane</h1>{STORY}</div>{comments * 4}'))

    assert len([block for block in made.body if isinstance(block, model.Paragraph)]) == 2


def test_what_is_shown_on_paper_alone_is_hidden() -> None:
    made = read(page(f'<article><h1>The crane</h1>{STORY}<p class="d-none d-print-block">{PROSE}</p></article>'))

    assert "hidden" in furniture(made)


def test_first_line_with_a_note_behind_it_opens_the_story() -> None:
    made = read(page('<article><h1>The crane</h1><p>The old crane is in Sample Bay.<a href="#n">1</a></p></article>'))

    assert [type(block) for block in made.body] == [model.Paragraph]


def test_note_in_an_aside_is_the_story_s() -> None:
    made = read(
        page(f'<article><h1>A</h1>{STORY}<aside class="note" id="note-1"><p>Harbour yearbook.</p></aside></article>')
    )

    assert "sidebar" not in furniture(made)
    assert plain_text(made.body[-1]) == "Harbour yearbook."


def test_list_above_the_first_paragraph_is_the_story_s_where_the_page_says_so() -> None:
    made = read(page(f'<h1>A</h1><div class="entry-content"><ul><li>Built in 1912</li></ul>{STORY}</div>'))

    assert isinstance(made.body[0], model.List)


def test_story_of_lists_alone_is_one_where_the_page_says_so() -> None:
    lines = "<h2>Its years</h2><ul><li>Built in 1912</li><li>Closed in 2024</li></ul>"

    assert any(isinstance(block, model.List) for block in read(page(f"<article><h1>A</h1>{lines}</article>")).body)


@pytest.mark.parametrize("name", ["example.com", "Sample Verlag GmbH", "SAMPLE ONLINE", "Sample News (www.sample.com)"])
def test_house_is_no_person(name: str) -> None:
    assert is_house(name, ["Sample"])


@pytest.mark.parametrize("name", ["Ann Sample", "James S.A. Muster", "Ann de Sample"])
def test_person_of_the_house_is_one(name: str) -> None:
    assert not is_house(name, ["sample"])
    assert is_like_person(name)
    assert may_be_name(name)


@pytest.mark.parametrize(
    ("between", "standfirst"),
    [
        (f"<p class='lead'>{PROSE}</p>", PROSE),
        (f"<p class='lead'>{PROSE}</p><p class='lead'>{PROSE} Twice.</p>", None),
        ("<p class='lead'>Photos</p>", None),
    ],
)
def test_only_sentences_that_stand_with_the_headline_are_the_standfirst(between: str, standfirst: str | None) -> None:
    abstract = read(page(f"<div><div><h1>The crane</h1>{between}</div><div>{STORY * 3}</div></div>")).head.abstract

    assert (plain_text(abstract.blocks[0]) if abstract else None) == standfirst


def test_headline_that_stands_there_twice_is_no_standfirst() -> None:
    head = '<title>The old crane goes</title><meta name="description" content="The old crane goes">'
    made = read(page(f"<h1>The old crane goes</h1><div>The old crane goes</div>{STORY}", head))

    assert made.head.abstract is None


@pytest.mark.parametrize(("stated", "language"), [("utf-8", "it"), ("de-AT", "de-AT")])
def test_an_encoding_is_no_language(stated: str, language: str) -> None:
    made = read(page(story(), '<meta name="language" content="it">', lang=stated))

    assert made.lang == language
