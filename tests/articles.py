"""Articles that tests build by hand: `full_article` holds every block, inline and head field there is.

Every writer and every judge is run on it; `tests/model/test_articles.py` proves
that it leaves nothing out. All names in it are invented.
"""

from __future__ import annotations

from converter.model.article import Article, Provenance, Remark
from converter.model.block import (
    Cell,
    Figure,
    Foreign,
    Furniture,
    Heading,
    Item,
    List,
    MediaReference,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Row,
    Table,
    ThematicBreak,
)
from converter.model.head import (
    Abstract,
    AltId,
    Byline,
    Date,
    Dateline,
    EdNote,
    Entity,
    Genre,
    Head,
    Headline,
    Keyword,
    Party,
    Property,
    Related,
    Revision,
    Rights,
    Slug,
    Subject,
    Urgency,
)
from converter.model.inline import (
    Abbreviation,
    Char,
    Code,
    Emphasis,
    LineBreak,
    Link,
    Mention,
    Quotation,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Time,
    Underline,
)


def full_article() -> Article:
    """Return an article in which every class of the model stands, and every field has a value somewhere."""
    return Article(
        guid="urn:newsml:example.com:20240522:harbour-bridge",
        version=2,
        lang="en-GB",
        dir="ltr",
        head=_head(),
        body=(*_story(), *_lists_and_tables(), *_pictures_and_notes()),
        provenance=Provenance(
            name="harbour-bridge.html",
            media_type="text/html",
            size_bytes=4821,
            sha256="1f" * 32,
            charset="windows-1252",
            container="2e" * 32,
            member="feed/3",
            reader="html",
            tool="article-converter/0.1.0",
            characters=2048,
            words=320,
            blocks=40,
            remarks=(Remark("charset-guessed", "byte 120", (("charset", "windows-1252"), ("others", "iso-8859-15"))),),
        ),
    )


def _head() -> Head:
    return Head(
        headlines=(
            Headline(("Harbour ", Emphasis(("Bridge",)), " Reopens After “Long Silence”"), inferred="first-line"),
            Headline(("Ferries keep a reduced timetable until June",), kind="sub"),
            Headline(("Transport",), kind="kicker"),
            Headline(("Bridge reopens",), kind="short"),
            Headline(("Sample Bay bridge traffic returns",), kind="other", given="sidecar"),
        ),
        bylines=(
            Byline(("By Ann Example, transport editor",)),
            Byline(("Additional reporting by Bo Sample",), inferred="additional-reporting"),
        ),
        dateline=Dateline(("SAMPLE BAY, May 22 (EX) –",), place="SAMPLE BAY", date="--05-22", agency="EX"),
        abstract=Abstract((Paragraph(("The bridge over Sample Bay is open again, eleven months after it closed.",)),)),
        slug=Slug("BRIDGE-REOPENS", separator="-"),
        parties=(
            Party("Example News", "provider", uri="https://example.com/", literal="EX"),
            Party("Ann Example", "creator", job="transport editor"),
            Party("Bo Sample", "contributor"),
            Party("Sample Bay Port Authority", "source"),
            Party("Example Media Ltd", "copyright-holder"),
        ),
        rights=(
            Rights(("© 2024 Example Media Ltd",), lang="en"),
            Rights(("For use by subscribers.",), kind="usage", href="https://example.com/terms"),
            Rights(("prohibited",), kind="data-mining"),
        ),
        dates=(
            Date(kind="created", value="2024-05"),
            Date(kind="published", value="2024-05-22T18:30:00+01:00"),
            Date(kind="modified", value="2024-05-23"),
            Date(kind="embargoed", value="2024-05-22T18:00:00Z"),
        ),
        urgency=Urgency(4),
        genres=(Genre("Current", code="Current", scheme="genre"),),
        subjects=(
            Subject("transport", code="20000337", scheme="medtop", lang="en-GB", creator="desk"),
            Subject("bridges"),
        ),
        keywords=(Keyword("bridge"), Keyword("Sample Bay", given="meta")),
        entities=(
            Entity("Carla Muster", "person", uri="https://example.com/people/carla-muster", id="carla"),
            Entity("Sample Bay Port Authority", "organisation", id="port"),
            Entity("Sample Bay", "place"),
            Entity("Reopening of the harbour bridge", "event"),
        ),
        related=(Related("The bridge closes", href="https://example.com/bridge-closes", rel="seeAlso"),),
        altids=(AltId("EX-4711", scheme="desk"),),
        ednotes=(EdNote(("Picture to follow.",)),),
        revisions=(
            Revision(1, "2024-05-22T18:30:00+01:00"),
            Revision(2, "2024-05-23T07:05:00+01:00", "correction", ("The toll is four crowns, not five.",)),
        ),
        properties=(Property("wire:category", ("i",)),),
    )


def _story() -> tuple[Paragraph | Heading | Quote | ThematicBreak | Furniture, ...]:
    return (
        Paragraph(
            (
                "The bridge opened at ",
                Time(("six on Wednesday",), datetime="2024-05-22T06:00"),
                ", and ",
                Mention(("Carla Muster",), ref="carla"),
                " of the ",
                Mention(("port authority",), ref="port"),
                " walked over it first. ",
                Quotation(
                    ("“It was a long silence,”",),
                    speaker="she",
                    verb="said",
                    speaker_name="Carla Muster",
                    quotation=1,
                ),
                " she said. ",
                Quotation(("“The traffic is music.”",), speaker="she", verb="said", quotation=1),
            ),
            id="first",
        ),
        Furniture((Paragraph(("Read More",)),), "related", "read-more"),
        Heading(("Tolls and ", Strong(("ferries",)))),
        Paragraph(
            (
                Strong(("Bold",)),
                ", ",
                Emphasis(("stressed",)),
                ", ",
                Underline(("underlined",)),
                ", ",
                Strike(("struck",)),
                ", H",
                Subscript(("2",)),
                "O, m",
                Superscript(("2",)),
                ", ",
                Code(("toll = 4",)),
                ", ",
                Abbreviation(("SBPA",), title="Sample Bay Port Authority"),
                ", the port’s ",
                Link(("timetable",), "https://example.com/timetable?line=2&day=all", "Ferries until June"),
                ", the ",
                Link(("first paragraph",), "#first"),
                " and a note",
                Ref((Superscript(("1",)),), "note-1"),
                ".",
            ),
        ),
        Paragraph(
            (
                "In Greek the bridge is ",
                Span(("γέφυρα",), lang="el", dir="ltr"),
                ", in Russian ",
                Span(("мост",), lang="ru"),
                "; a reading stands beside ",
                Ruby(("SBPA",), ("ess-bee-pee-ay",)),
                "; a control character ",
                Char(0x1),
                " is kept.",
            ),
        ),
        Heading(("What it cost",), level=2, inferred="short-line"),
        Quote(
            (Paragraph(("Bridges are built twice: once of steel and once of patience.",)),),
            ("Dora Placeholder, engineer",),
            "Dora Placeholder",
            "https://example.com/speech",
            id="speech",
            lang="en",
            dir="ltr",
        ),
        ThematicBreak(("* * *",)),
        Paragraph(("Nine cables were replaced,", LineBreak(), "and the tenth was painted.")),
    )


def _lists_and_tables() -> tuple[List | Table | Preformatted | Paragraph, ...]:
    return (
        List(
            (
                Item((Paragraph(("Cars pay four crowns.",)),)),
                Item(
                    (
                        Paragraph(("Lorries pay by weight:",)),
                        List(
                            (
                                Item((Paragraph(("under ten tonnes, nine crowns;",)),)),
                                Item((Paragraph(("over, more.",)),)),
                            )
                        ),
                    )
                ),
            ),
            inferred="dash-list",
        ),
        List((Item((Paragraph(("Slow down.",)),)), Item((Paragraph(("Pay.",)),))), ordered=True, start=3),
        Table(
            (
                _row("Cars", "4", "4"),
                _row("Lorries", "9", "12"),
                Row((Cell((Paragraph(("Nights and Sundays are free.",)),), colspan=3, align="center"),)),
            ),
            (
                Row(
                    (
                        _header("Vehicle", "col", rowspan=2),
                        _header("Crowns", "colgroup", colspan=2),
                    )
                ),
                Row((_header("Day", "col"), _header("Rush hour", "col"))),
            ),
            (_row("Mean", "6.5", "8"),),
            ("Tolls from June",),
            inferred="column-table",
        ),
        Preformatted(("north  06:00 07:30\nsouth  06:20 07:50",), inferred="aligned"),
        Paragraph(("The timetable above is the ferry’s.",)),
    )


def _row(name: str, *values: str) -> Row:
    cells = (Cell((Paragraph((value,)),), align="end") for value in values)
    return Row((Cell((Paragraph((name,)),), header=True, scope="row"), *cells))


def _header(words: str, scope: str, *, rowspan: int = 1, colspan: int = 1) -> Cell:
    return Cell((Paragraph((words,)),), header=True, scope=scope, rowspan=rowspan, colspan=colspan)  # type: ignore[arg-type]


def _pictures_and_notes() -> tuple[Figure | Note | Foreign, ...]:
    return (
        Figure(
            (
                MediaReference(
                    "https://example.com/bridge.jpg",
                    "image/jpeg",
                    "3d" * 32,
                    182_044,
                    1600,
                    900,
                ),
            ),
            ("The bridge at dawn.",),
            ("Eve Specimen/Example News",),
            "A steel bridge in fog, with one car on it",
            inferred="caption-line",
        ),
        Figure((), ("A caption whose picture was not found.",)),
        Note((Paragraph(("Weight is measured at the gate.",)),), id="note-1"),
        Note((Paragraph(("This story was updated with the toll.",)),), kind="editor", inferred="editors-note"),
        Note((Paragraph(("Correction: the toll is four crowns.",)),), kind="correction"),
        Note((Paragraph(("Reporting by Ann Example; editing by Bo Sample",)),), kind="credit"),
        Note((Paragraph(("desk@example.com",)),), kind="contact"),
        Foreign(('<map name="bay"><area shape="rect"/></map>',), "text/html"),
    )
