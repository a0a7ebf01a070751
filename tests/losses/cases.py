"""Articles for the truth of what writers declare: one that has every part of the model, and odd ones."""

from __future__ import annotations

import struct
import zlib

from converter import model
from converter.io.hash import sha256
from converter.model.article import Article
from converter.model.head import Related
from tests.articles import full_article


def _png() -> bytes:
    """Return a picture of one grey pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")
    )


PICTURE = _png()


def rich_article() -> Article:
    """Return the full article with no part as its default: so that each one missing can be seen."""
    full = full_article()
    head = full.head.replace(
        related=(*full.head.related, Related("The bridge, in Greek", "https://example.com/el", "translatedFrom")),
        parties=(
            *full.head.parties,
            model.Party("Sample Bay", "copyright-holder", "https://example.com/sample-bay", "SB", "owner"),
        ),
        properties=(*full.head.properties, model.Property("desk:place", ("Sample Bay",))),
        dateline=full.head.dateline and full.head.dateline.replace(date="2024-05-22"),
        dates=tuple(
            date.replace(value="2024-05-01T09:00:00Z") if date.kind == "created" else date for date in full.head.dates
        ),
    )
    return full.replace(status="withheld", dir="rtl", head=head, body=tuple(map(_richer, full.body)))


def _richer(block: model.Block) -> model.Block:
    match block:
        case model.ThematicBreak():
            return block.replace(content=("§ §",))
        case model.Figure(media=(reference,)):
            reference = reference.replace(
                type="image/png", sha256=sha256(PICTURE).hexdigest(), size_bytes=len(PICTURE), width=1, height=1
            )
            return block.replace(media=(reference,))
        case _:
            return block


def odd_articles(writer: str) -> list[tuple[Article, dict[str, object]]]:
    """Return articles that make every condition come true on which a writer loses something, with the options."""
    options = {
        "newsml": {"furniture": False},
        "nitf": {"furniture": False},
        "markdown": {"front_matter": False, "headline": False, "html": False},
    }.get(writer)
    odd = Article(_odd_body(), _odd_head(), "tag:example.com,2024:odd", version=2, lang="en")
    cases: list[tuple[Article, dict[str, object]]] = [(odd, {}), (full_article(), {})]
    until = model.Head(dates=(model.Date("embargoed", None),))
    cases.append((odd.replace(head=until), {}))
    far = model.List((model.Item((_paragraph("a"),)),), ordered=True, start=10**10)
    nowhere = model.Paragraph((model.Ref(("1",), "nowhere"),))
    cases.append((Article((far, nowhere), guid="tag:example.com,2024:far"), {}))
    if writer == "docx":
        long = f"en-x-{'-'.join(['subtag'] * 20)}"
        tagged = model.Paragraph((model.Span(("tagged",), lang=long),), lang=long)
        cases.append((Article((tagged,), guid="tag:example.com,2024:long", lang=long), {}))
    if writer == "newsml":
        cases += [(odd, {"body": "nitf"}), (full_article(), {"body": "nitf"})]
    if options is not None:
        cases.append((full_article(), dict(options)))
    return cases


_UNSAFE = "javascript:alert(1)"


def _odd_head() -> model.Head:
    marked = ("a ", model.Strong((model.Emphasis((model.Code(("b",)),)),)), " c")
    return model.Head(
        headlines=(model.Headline(marked), model.Headline(marked, "sub")),
        bylines=(model.Byline(marked), model.Byline(("By Bo Sample",))),
        dateline=model.Dateline(marked, "ELSEWHERE", "--05-22"),
        abstract=model.Abstract((model.List((model.Item((_paragraph("one"),)),)),)),
        urgency=model.Urgency(9),
        parties=(
            model.Party("One", "provider", "https://example.com/1", "1", "desk"),
            model.Party("Two", "provider"),
            model.Party("Three", "source", "https://example.com/3", "3", "desk"),
            model.Party("Four <https://example.com/4>", "source", _UNSAFE, "4"),
            model.Party("Seven <https://example.com/7>", "source"),
            model.Party("Five", "copyright-holder"),
            model.Party("Six", "copyright-holder", "https://example.com/6", "6", "desk"),
            model.Party("Bo Sample", "creator", job="nowhere printed", uri="https://example.com/b", literal="b"),
        ),
        rights=(
            model.Rights(marked, lang="a", href="https://example.com/notice"),
            model.Rights(("Two.",)),
            model.Rights(("Terms https://example.com/a",), "usage", href=_UNSAFE),
            model.Rights(("Terms https://example.com/b",), "usage"),
        ),
        dates=(
            model.Date("created", "--05-22"),
            model.Date("created", "2024-05-22T18:30"),
            model.Date("created", "2024-05-22T18:30:00Z"),
            model.Date("published", "--05"),
            model.Date("published", "2024"),
            model.Date("modified", "--05"),
            model.Date("modified", "2024-05"),
            model.Date("modified", "2025-05"),
            model.Date("embargoed", "2024-05-22T18:00:00Z"),
            model.Date("embargoed", None),
        ),
        genres=(
            model.Genre("Feature", scheme="genre"),
            model.Genre("Report", "report", "genre"),
            model.Genre("", "story", "genre"),
        ),
        subjects=(
            model.Subject("bridges", scheme="desk", lang="a", creator="somebody"),
            model.Subject("tolls", code="t", scheme="desk"),
        ),
        entities=(model.Entity("Nobody", "person", _UNSAFE, "nobody"),),
        related=(
            model.Related("No address"),
            model.Related("Unsafe <https://example.com/>", _UNSAFE),
            model.Related("Named <https://example.com/>"),
            model.Related("Of a kind", "https://example.com/k", "é"),
        ),
        altids=(model.AltId("desk: 1"),),
        properties=(model.Property("a: b", ("c",)),),
        revisions=(
            model.Revision(1, "2025-05-22T18:30:00Z", "update", ("Words.",)),
            model.Revision(1, "2025-05-22T18:30:00Z"),
            model.Revision(2, "2024-05-22T18:30:00Z", "correction", marked),
            model.Revision(3, "--05"),
        ),
        ednotes=(model.EdNote(marked), model.EdNote(("Two.",))),
    )


def _odd_body() -> model.Blocks:
    listed: model.Block = _paragraph("deep")
    marked: model.Inline = "deep"
    for _ in range(40):
        listed = model.List((model.Item((listed,)),))
        marked = model.Emphasis((marked,))
    wide = model.Row(tuple(model.Cell((_paragraph("x"),)) for _ in range(70)))
    held = (model.List((model.Item((_paragraph("y"),)),)), model.Quote((_paragraph("z"),), cite=_UNSAFE))
    holding = model.Row((model.Cell(held),))
    return (
        _paragraph("Rain."),
        model.Paragraph((model.Link(("unsafe",), _UNSAFE), model.Span(("tagged",), lang="a")), lang="a"),
        model.Paragraph((marked, model.Superscript(("qq",)), model.Time(("May",), "--05"), "\N{CUNEIFORM SIGN A}")),
        model.Heading(("Six",), 6),
        model.Quote((_paragraph("Quoted."),), cite=_UNSAFE),
        model.Figure(
            (
                model.MediaReference(_UNSAFE),
                model.MediaReference("https://example.com/1.jpg"),
                model.MediaReference("https://example.com/2.jpg"),
            ),
            ("Caption.",),
        ),
        model.Figure((), ("Caption.",), alt="No picture"),
        listed,
        model.Table((wide,)),
        model.Table((holding,)),
    )


def _paragraph(words: str) -> model.Paragraph:
    return model.Paragraph((words,))
