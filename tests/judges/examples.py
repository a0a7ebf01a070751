"""The articles that the worked examples of `../shared/design/examples` are made from.

A writer must give those files back byte for byte (`test_examples.py`). The
words stand here because the files do not lie in this repository.
"""

from __future__ import annotations

from converter.formats.records import Record
from converter.model.article import Article
from converter.model.block import (
    Cell,
    Figure,
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
    Byline,
    Date,
    Dateline,
    Entity,
    Genre,
    Head,
    Headline,
    Keyword,
    Party,
    Related,
    Revision,
    Rights,
    Slug,
    Subject,
    Urgency,
)
from converter.model.inline import (
    Abbreviation,
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
from tests.tree import ROOT

# The version of the generator that the example files name.
_GENERATOR_VERSION = "0.0.0"

SEED_RECORD = Record("2024-05-24T08:00:00Z", "2024-05-24T08:00:00Z", generator_version=_GENERATOR_VERSION)
FULL_RECORD = Record("2024-05-24T10:30:00+03:00", "2024-05-23T18:05:00+03:00", generator_version=_GENERATOR_VERSION)
CANCELED_RECORD = Record("2024-05-25T09:00:00+03:00", "2024-05-23T18:05:00+03:00", generator_version=_GENERATOR_VERSION)


def seed_article() -> Article:
    """Return the sample as `seed.*` has it: its paragraphs, the furniture in its place, and what the caller gave."""
    lines = (ROOT / "samples" / "major-non-nato-ally.txt").read_text(encoding="utf-8").splitlines()
    return Article(
        tuple(
            Furniture((Paragraph((line,)),), "related", rule="read-more") if line == "Read More" else Paragraph((line,))
            for line in lines
        ),
        Head(parties=(Party("example.com", "provider", literal="example.com", given="meta"),)),
        guid="tag:example.com,2024:article:seed",
        lang="en",
        dir="ltr",
    )


def full_example() -> Article:
    """Return the article of `full.*`: version 2, a correction."""
    return Article(
        _body(),
        _head(),
        guid="urn:newsml:example.com:20240523:kenya-mnna",
        version=2,
        lang="en-KE",
        dir="ltr",
    )


def canceled_example() -> Article:
    """Return the same story withdrawn, as version 3: a writer must leave its content out."""
    full = full_example()
    withdrawal = Revision(
        3,
        "2024-05-25T09:00:00+03:00",
        "withdrawal",
        ("Withdrawn by the provider. Remove from all systems and do not publish.",),
    )
    return full.replace(
        version=3, status="canceled", head=full.head.replace(revisions=(*full.head.revisions, withdrawal))
    )


def _head() -> Head:
    return Head(
        headlines=(
            Headline(("Diplomacy",), kind="kicker"),
            Headline(("Kenya to be named a major ", Emphasis(("non-NATO ally",)))),
            Headline(("First sub-Saharan nation to receive the status",), kind="sub"),
        ),
        bylines=(Byline(("By Achieng Wanjiru",)), Byline(("and Bob Otieno",))),
        dateline=Dateline(("NAIROBI, May 23 (Example News)",), place="Nairobi", date="--05-23", agency="Example News"),
        abstract=Abstract((Paragraph(("Kenya will be designated a major non-NATO ally.",)),)),
        slug=Slug("KENYA-US/NATO"),
        parties=(
            Party("Example News", "provider", uri="https://example.com/", literal="example.com"),
            Party("Achieng Wanjiru", "creator", uri="https://example.com/staff/awanjiru"),
            Party("Bob Otieno", "contributor"),
            Party("The White House", "source", uri="https://www.whitehouse.gov/"),
            Party("Example News Ltd", "copyright-holder", uri="https://example.com/about"),
        ),
        rights=(
            Rights(("© 2024 Example News Ltd",)),
            Rights(("Not for resale.",), kind="usage"),
            Rights(kind="usage", href="https://example.com/terms"),
            Rights(("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING",), kind="data-mining"),
        ),
        dates=(
            Date("created", "2024-05"),
            Date("published", "2024-05-23"),
            Date("modified", "2024-05-24T10:28:00+03:00"),
            Date("embargoed", "2024-05-24T11:00:00+03:00"),
        ),
        urgency=Urgency(3),
        genres=(Genre("Current", code="Current", scheme="genre"),),
        subjects=(Subject("politics", code="11000000", scheme="medtop", lang="en-GB"),),
        keywords=(Keyword("Kenya"), Keyword("NATO")),
        entities=(
            Entity("William Ruto", "person"),
            Entity("Joe Biden", "person", uri="http://www.wikidata.org/entity/Q6279"),
            Entity("NATO", "organisation"),
            Entity("Kenya", "place"),
            Entity("Kenyan state visit to the United States, May 2024", "event"),
        ),
        related=(Related("Haiti mission explained", href="https://example.com/haiti-mission"),),
        revisions=(
            Revision(1, "2024-05-23T18:05:00+03:00"),
            Revision(
                2,
                "2024-05-24T10:30:00+03:00",
                "correction",
                ("Corrects paragraph 2: NATO has 32 members, not 30.",),
            ),
        ),
    )


def _body() -> tuple[
    Paragraph | Heading | Quote | List | Table | Furniture | Figure | Preformatted | ThematicBreak | Note, ...
]:
    return (
        _every_inline(),
        Heading(("The statement",)),
        Quote(
            (Paragraph(("“In a powerful symbol of the close relationship.”",)),),
            ("the White House",),
            cite="https://www.whitehouse.gov/",
        ),
        List((Item((Paragraph(("police: 1,000",)),)), Item((Paragraph(("nations: 30",)),)))),
        Table(
            (Row((_cell("Kenya"), _cell("2024"))),),
            (Row((_cell("Nation", header=True), _cell("Year", header=True))),),
            caption=("Allies",),
        ),
        Furniture((Paragraph(("Read More",)),), "related", rule="read-more"),
        Figure(
            (MediaReference("media/ruto.jpg", width=640, height=480),),
            ("President Ruto.",),
            ("Photo: Example News",),
            "President Ruto at the White House",
        ),
        Preformatted(("line 1\n  line 2",)),
        ThematicBreak(),
        Note((Paragraph(("A footnote.",)),), id="n1"),
    )


def _cell(words: str, *, header: bool = False) -> Cell:
    return Cell((Paragraph((words,)),), header, "col" if header else None)


def _every_inline() -> Paragraph:
    return Paragraph(
        (
            "Kenya will be ",
            Emphasis(("handed",)),
            " ",
            Strong(("a major",)),
            " ",
            Underline(("non-NATO",)),
            " ",
            Strike(("partner",)),
            " ally status, H",
            Subscript(("2",)),
            "O, 10",
            Superscript(("3",)),
            ", ",
            Code(("x < y",)),
            ", ",
            Link(("a link",), "https://example.com/x"),
            ", ",
            Quotation(("“so called”",)),
            ", ",
            Time(("Wednesday, May 22",), "2024-05-22"),
            ", ",
            Abbreviation(("NATO",), "North Atlantic Treaty Organization"),
            ", ",
            Mention(("President Ruto",), "e1"),
            ", ",
            Ruby(("漢",), ("かん",)),
            ",",
            LineBreak(),
            "next line ",
            Span(("asante sana",), "sw"),
            Ref(("1",), "n1"),
            ".",
        )
    )
