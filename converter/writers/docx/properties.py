"""What the file says of itself: core, application and custom properties, all from the article and never the clock."""

from __future__ import annotations

from converter.io.markup import text as escape
from converter.model.words import plain_text
from converter.render import masthead
from converter.writers.docx.markup import escape_value
from converter.writers.docx.page import DECLARATION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.formats.records import Record
    from converter.model.article import Article
    from converter.model.head import DateKind

_MOST_CHARACTERS = 255
"""What Word takes for one property."""


def core(article: Article, title: str) -> str:
    """Return `docProps/core.xml` (ECMA-376-2 §11)."""
    head = article.head
    names = [party.name for party in head.parties if party.role in ("creator", "contributor")]
    authors = names or [plain_text(byline.content) for byline in head.bylines]
    genres = [genre.name for genre in head.genres]
    subjects = [subject.name for subject in head.subjects]
    keywords = [keyword.text for keyword in head.keywords]
    description = plain_text(head.abstract.blocks) if head.abstract else ""
    created = _time(article, "created") or _time(article, "published")
    fields = (
        _element("dc:title", title),
        _element("dc:subject", _joined(subjects, ", ")),
        _element("dc:creator", _joined(authors, "; ")),
        _element("cp:keywords", _joined(keywords, ", ")),
        _element("dc:description", description),
        _element("dc:identifier", article.guid or ""),
        _element("dc:language", article.lang or ""),
        _element("cp:category", _joined(genres, ", ")),
        _element("cp:contentStatus", article.status),
        _element("cp:revision", str(article.version)),
        _element("dcterms:created", created, ' xsi:type="dcterms:W3CDTF"'),
        _element("dcterms:modified", _time(article, "modified"), ' xsi:type="dcterms:W3CDTF"'),
    )
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' + "".join(fields) + "</cp:coreProperties>"
    )


def application(article: Article, record: Record) -> str:
    """Return `docProps/app.xml`. The company is the provider; there is no AppVersion, whose form only Office's fits."""
    provider = masthead.provider(article) or record.provider or ""
    program = f"{record.generator} {record.generator_version}".strip()
    return (
        f"{DECLARATION}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        + _element("Company", _cut(provider))
        + _element("Application", program)
        + "</Properties>"
    )


def custom(canonical: str, shown: str) -> str:
    """Return `docProps/custom.xml`: the digests of the canonical form inside and of the words that the document shows.

    By the first a reader knows whether the part is whole, by the second whether the document still says the same.
    """
    digests = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}-sha256">'
        f"<vt:lpwstr>{digest}</vt:lpwstr></property>"
        for number, (name, digest) in enumerate((("canonical", canonical), ("shown", shown)), 2)
    )
    return (
        f"{DECLARATION}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"{digests}</Properties>"
    )


def item_properties(namespace: str) -> str:
    """Return `customXml/itemProps1.xml`; the item's id is one constant, as every file has one such item."""
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{{5B9C3C0E-6C5A-8F0B-9E1D-2A7C41D6A101}}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{escape_value(namespace)}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _element(name: str, text: str, attributes: str = "") -> str:
    text = " ".join(text.split())
    return f"<{name}{attributes}>{escape(text)}</{name}>" if text else ""


def _joined(names: Iterable[str], joiner: str) -> str:
    """Return the names once each, in order."""
    return joiner.join(dict.fromkeys(name for name in names if name.strip()))


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"


def _time(article: Article, kind: DateKind) -> str:
    """Return the article's date as all programs read it there, or nothing.

    W3CDTF (W3C NOTE-datetime) has no date without a year and no time without
    a zone: the one is left out, the other becomes its day. A month or year
    alone would be allowed, but Apache POI refuses a file that has one. Times
    are UTC to the second, as Word writes them.
    """
    date = article.head.date(kind)
    day, _, time = (date.value if date and date.value else "").partition("T")
    if len(day) != len("2024-05-22"):
        return ""
    if time.endswith("Z"):
        return f"{day}T{_seconds(time[:-1])}Z"
    if time[-6:-5] in ("+", "-"):
        from datetime import UTC, datetime

        moment = datetime.fromisoformat(f"{day}T{_seconds(time[:-6])}{time[-6:]}")
        try:
            return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
        except OverflowError:  # Before the year 1 or after 9999.
            return day
    return day


def _seconds(clock: str) -> str:
    """Return `18:30`, `18:30:05` or `18:30:05.250` as hours, minutes and whole seconds."""
    return f"{clock}:00" if clock.count(":") == 1 else clock[: len("18:30:05")]
