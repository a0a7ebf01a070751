"""Words of a story that look like markup do nothing in any format: no directive, no program, no other file."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile

import pytest
from lxml import etree

from converter import model
from converter.formats.records import Context, Source, WriterRecord
from converter.formats.registry import find_reader, find_writer, load
from converter.model.article import Article
from converter.model.block import Paragraph, Preformatted
from converter.model.head import Head
from converter.model.inline import Code, LineBreak
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.pandoc.escaping import acts_in_code, acts_in_listing, escaped, without_settings
from converter.pandoc.family import WRITERS
from converter.pandoc.into_article import words_in
from converter.writers.pandoc.pages import POLICY

BBCODES = [f"bbcode_{name}" for name in ("fluxbb", "hubzilla", "phpbb", "steam", "xenforo")]
PAGES = ["html4", "html5", "revealjs", "slidy", "slideous", "s5", "dzslides"]
WORDS = (
    ".. include:: /etc/canary",
    "#+INCLUDE: /etc/canary src_sh{canary} [[elisp:canary]] @@latex:canary@@",
    r"\input{/etc/canary} $x$ ^^M %",
    "include::/etc/canary[]",
    ".so /etc/canary",
    "{{velocity}}canary{{/velocity}} [[canary]] ~~~~ ''canary''",
    '#read("/etc/canary") @include canary',
    "<script>canary</script> <php>canary</php>",
    "[img]canary[/img] {html}canary{html}",
    "vim: set modelineexpr: canary",
    "\x9b31mcanary \x9d8;;canary\x9c",
)
LISTINGS = (
    "\\end{verbatim}\\input{/etc/canary}",
    "#+end_example\n#+INCLUDE: /etc/canary",
    "----\ninclude::/etc/canary[]\n....\ninclude::/etc/canary[]",
    "{{/code}}{{velocity}}canary{{/velocity}}",
    "</code>{{canary}}</pre></example><include canary>",
    "{noformat}{html}canary{html}{code}",
    "[/code][img]canary[/img]",
    "'''\n{{canary}}",
    "@end verbatim\n@include canary",
    "\\stoptyping\\input canary",
    ".EE\n.so /etc/canary",
    '```\n#read("canary")\n',
    "\\end{frame}\\input{/etc/canary}",
    "\x9b31m\n ex: canary",
)
HELD = {
    "org": r"#\+begin_example.*?\n#\+end_example|=\S[^\n]*?\S=(?=[\s.]|$)",
    "context": r"\\starttyping.*?\\stoptyping|\\type(?:\"[^\"\n]*\"|\{[^{}\n]*\})",
    "typst": r"^(`{3,})\n.*?\n\1$|`[^`\n]+`|#raw\([^\n]*?\"\)",
    "latex": r"\\begin\{verbatim\}.*?\\end\{verbatim\}|\\textbackslash\{\}",
    "dokuwiki": r"<code>.*?</code>|''%%.*?%%''|<nowiki>.*?</nowiki>",
    "mediawiki": r"<pre>.*?</pre>|<nowiki>.*?</nowiki>",
    "xwiki": r"\{\{code\}\}.*?\{\{/code\}\}|~.",
    "jira": r"\{noformat\}.*?\{noformat\}|\\.",
    "muse": r"<example>.*?</example>|<verbatim>.*?</verbatim>",
    "bbcode": r"\[code\].*?\[/code\]",
    "texinfo": r"@verbatim.*?@end verbatim|@@",
    "textile": r"@[^@\n]*@|<tt>.*?</tt>|^bc\. .*?\n\n",
    "zimwiki": r"^'''\n.*?\n'''$|''.*?''",
    "beamer": r"\\begin\{verbatim\}.*?\\end\{verbatim\}|\\textbackslash\{\}",
    "markdown_github": r"`[^`\n]+`",
    "opml": r"`[^`\n]+?`",
    "vimdoc": r"^ vim:tw=[^\n]*\n\Z",
} | dict.fromkeys(BBCODES, r"\[(?:code|noparse)\].*?\[/(?:code|noparse)\]")
"""Format → where its own signs hold a text so that it does nothing."""
ACTS = {
    "rst": r"^\s*(?:\|\s*)?\.\. \w+::",
    "org": r"^\s*#\+(?i:include)|src_sh\{|\[\[elisp|@@latex|\\input",
    "latex": r"\\input",
    "context": r"\\input",
    "typst": r"(?<!\\)#read",
    "texinfo": r"@include",
    "asciidoc": r"^include::[^\s\[]+\[[^\]]*\]$",
    "asciidoc_legacy": r"^include1?::[^\s\[]+\[[^\]]*\]$",
    "man": r"^[.']so ",
    "ms": r"^[.']so ",
    "mediawiki": r"\{\{|\[\[|~~~|<script",
    "xwiki": r"\{\{",
    "dokuwiki": r"<php>|\{\{|\[\[",
    "zimwiki": r"\{\{|\[\[",
    "jira": r"\{html\}|\{code",
    "bbcode": r"\[img\]",
    "muse": r"<include",
    "textile": r"<(?:script|php|include)",
    "beamer": r"\\input",
    "asciidoctor": r"^include::[^\s\[]+\[[^\]]*\]$",
    "vimdoc": r"(?<!\S)(?:[vV]im?|ex):",
    "ansi": r"[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f]|\x1b(?!\[[\d;]*m|\]8;;[^\x00-\x1f\x7f-\x9f]*\x1b\\|\\)",
    "markdown_github": r"(?<!\\)<(?:script|php)",
    "opml": r"<script|(?<!\\)&lt;(?:script|php)",
    **dict.fromkeys(BBCODES, r"\[img\]"),
    **dict.fromkeys(PAGES, r"(?i)<(?:script|link|iframe|object|base|form)\b|\son\w+=|url\(|@import|javascript:"),
}
"""Format → what would act in it outside of those."""


def hostile() -> Article:
    """Return a story of hostile words: as headline, paragraphs, lines, code and listings."""
    lines = tuple(piece for text in WORDS for piece in (text, LineBreak()))[:-1]
    body: model.Blocks = (
        *(Paragraph((text,)) for text in WORDS),
        *(Paragraph(in_pieces(text, number)) for text in WORDS for number in range(4)),
        Paragraph(lines),
        Paragraph(model.inlines(*(piece for text in WORDS for piece in (Code((text,)), " ")))),
        *(Preformatted((text,)) for text in LISTINGS),
        model.Foreign((LISTINGS[1],), "text/html"),
        model.List((model.Item((Paragraph((WORDS[0],)),)),)),
    )
    head = Head(headlines=(model.Headline((WORDS[2],)),), bylines=(model.Byline((WORDS[5],)),))
    return Article(body, head, guid="urn:x:1")


def in_pieces(text: str, number: int) -> model.Inlines:
    """Return a text in pieces that some formats write side by side: marks that they lack, links that lead nowhere."""
    kinds = (
        lambda piece: model.Abbreviation((piece,)),
        lambda piece: model.Link((piece,), "javascript:x"),
        lambda piece: model.Subscript((piece,)),
        lambda piece: model.Span((piece,), "en"),
    )
    return model.inlines(*(kinds[number % len(kinds)](each) if at % 2 else each for at, each in enumerate(text)))


def packed(name: str) -> bytes:
    record = find_writer(name)
    output: bytes = load(record.function)(hostile(), load(record.options)(), Context(Source("-")))
    return output


def write(name: str) -> str:
    return packed(name).decode()


@pytest.mark.slow
@pytest.mark.parametrize("name", ACTS)
def test_nothing_acts(name: str) -> None:
    output = re.sub(HELD[name], "", write(name), flags=re.DOTALL | re.MULTILINE) if name in HELD else write(name)

    found = re.search(ACTS[name], output, re.MULTILINE)

    assert found is None, output[max(0, found.start() - 80) : found.end() + 80]
    assert "canary" in output


@pytest.mark.slow
@pytest.mark.parametrize("name", ["chunkedhtml", "pptx"])
def test_no_member_of_a_package_acts(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(name))) as package:
        members = {member: package.read(member).decode() for member in package.namelist()}

    for member, content in members.items():
        if member.endswith(".html"):
            assert re.search(ACTS["html5"], content) is None, member
            assert POLICY in html.unescape(content)
        if member.endswith(".rels"):
            outside = re.findall(r'Target="([^"]*)" TargetMode="External"', content)
            assert [address for address in outside if not address.startswith("https://")] == []
        assert not member.endswith((".js", ".bin", ".vml"))
    assert "canary" in "".join(members.values())


def test_page_fetches_no_picture_and_says_so() -> None:
    figure = model.Figure((model.MediaReference("https://canary.example/a.png"),), ("At dawn.",))
    for name in ("html5", "html4", "revealjs", "s5"):
        record = find_writer(name)
        context = Context(Source("-"))

        output = load(record.function)(Article((figure,)), load(record.options)(), context).decode()

        assert "canary.example" not in output
        assert f'content="{POLICY}"' in html.unescape(output)
        assert "image-not-carried" in {notice.code for notice in context.notices}


HOSTILE = """</title><script>canary</script>&"' <b a="x"> http-equiv="refresh" ]]>"""


def hostile_head() -> Article:
    """Return a story that says the same hostile words everywhere in its head."""
    words = (HOSTILE,)
    return Article(
        (Paragraph(("Rain.",)), Preformatted(words), Paragraph((model.Link(words, "https://a.example/", HOSTILE),))),
        Head(
            headlines=(model.Headline(words), model.Headline(words, "sub")),
            bylines=(model.Byline(words),),
            keywords=(model.Keyword(HOSTILE),),
            subjects=(model.Subject(HOSTILE),),
            parties=(model.Party(HOSTILE, "creator"), model.Party(HOSTILE, "provider")),
            rights=(model.Rights(words),),
            abstract=model.Abstract((Paragraph(words),)),
            dates=(model.Date("published", "2024-05-22"), model.Date("modified", "2024-05-22")),
        ),
        guid="urn:x:1",
    )


@pytest.mark.slow
@pytest.mark.parametrize("writer", WRITERS, ids=[writer.name for writer in WRITERS])
def test_no_word_of_a_head_is_markup(writer: WriterRecord) -> None:
    output: bytes = load(writer.function)(hostile_head(), load(writer.options)(), Context(Source("-")))
    members = {writer.extension: output}
    if output.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(output)) as package:
            members = {name: package.read(name) for name in package.namelist()}
    for name, content in members.items():
        if name.endswith(".json"):
            json.loads(content)
        is_page = name.endswith(".html")
        if not is_page and not content.lstrip().startswith((b"<?xml", b"<!DOCTYPE", b"<TEI")):
            continue
        parser = etree.HTMLParser() if is_page else etree.XMLParser(load_dtd=False, no_network=True)
        root = etree.fromstring(content, parser)
        tags = [etree.QName(element).localname for element in root.iter() if isinstance(element.tag, str)]
        assert "script" not in tags, name
        known = {"name", "content", "charset", "http-equiv", "property", "id", "refines", "scheme"}
        assert [
            dict(each.attrib) for each in root.iter("{*}meta", "meta") if is_page and set(each.attrib) - known
        ] == []
        assert [each for each in root.iter("{*}b", "b") if each.get("a")] == []


def test_control_character_of_a_terminal_is_shown_as_a_sign_and_said_to_be() -> None:
    record = find_writer("ansi")
    context = Context(Source("-"))
    story = Article((Paragraph(("Rain\x9b2J", Code(("\x9d8",)))),))

    output = load(record.function)(story, load(record.options)(), context).decode()

    assert "Rain\ufffd2J" in output
    assert [dict(notice.facts)["count"] for notice in context.notices if notice.code == "character-replaced"] == [
        "1",
        "1",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["rst", "org", "latex", "commonmark_x", "gfm", "docbook", "mediawiki"])
def test_words_that_look_like_markup_stay_words(name: str) -> None:
    article = Article(tuple(Paragraph((text,)) for text in WORDS), Head(headlines=(model.Headline(("Plain",)),)))
    output: bytes = load(find_writer(name).function)(article, load(find_writer(name).options)(), Context(Source("-")))
    record = find_reader("markdown" if name == "commonmark_x" else name)

    again: Article = load(record.function)(output, load(record.options)(), Context(Source("-", lang="en")))

    back = re.findall(r"[^\W_]+", plain_text(again).replace("\u200b", ""))
    assert [word for text in WORDS for word in re.findall(r"[^\W_]+", text) if word not in back] == []
    assert not any(isinstance(value, model.Foreign | model.Figure) for value in walk(again.body))


@pytest.mark.parametrize("form", ["rst", "mediawiki", "dokuwiki", "zimwiki", "xwiki", "org", "bbcode", "asciidoc"])
def test_escaped_words_are_the_words(form: str) -> None:
    for text in WORDS:
        nodes = escaped(form, text)
        shown = "".join(words_in(each) for each in nodes).replace("\u200b", "")

        bare = re.sub(
            r"</?nowiki>|(?<=.)''(?=[\[\]{}=])|(?<=[\[\]{}=])''|~(?=[\[\]{}(=])|\{empty\}|\\(?=\.\.)", "", shown
        )
        assert bare == text or form == "zimwiki"


def test_line_of_settings_is_parted_but_for_vims_own() -> None:
    output = without_settings(b"vim: set x\n  ex:y avim: vi m:\n\tVim>703: z\n vim:tw=72:\n").decode()

    assert output.replace("\u200b", "|") == "vim|: set x\n  ex|:y avim: vi m:\n\tVim|>703: z\n vim:tw=72:\n"


def test_listing_that_its_format_cannot_hold_is_known() -> None:
    assert acts_in_listing("texinfo", "a\n@end verbatim")
    assert acts_in_listing("asciidoc", "a\ninclude::x[]")
    assert not acts_in_listing("rst", "include::x[]")
    assert acts_in_code("mediawiki", "{{x}}")
    assert not acts_in_listing("mediawiki", "{{x}}")
